"""Moving due days to where the present settings would have put them; only when asked, and told in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.cli.policy import policy_of
from tutor.memory.scheduling import moved_due
from tutor.questions.showing import draw

if TYPE_CHECKING:
    from tutor.cli.desk import Desk


def reschedule(desk: Desk) -> int:
    """Record a new due day for every card that would have another under the present settings; return how many."""
    policy = policy_of(desk)
    states = desk.journal.states([row.id for row in desk.library.search()])
    found = {
        card.id: due
        for card in desk.library.cards(list(states))
        if (due := moved_due(card.id, states[card.id], draw(card, "reschedule").guesses, policy)) is not None
    }
    return desk.journal.reschedule(found, desk.day, {"retention": policy.retention, "weights": policy.version})
