"""What comes before a full-screen review: the welcome of a new learner, or the next lesson, offered once a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.cli.outline import upcoming
from tutor.cli.welcome import is_new, welcome
from tutor.store.pace import minutes, seconds_a_card
from tutor.store.progress import declined, progress, was_declined

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.ui.offer import Offer


def before_review(desk: Desk) -> Desk | None:
    """Welcome, or offer the next lesson; return the desk to review at, None when the learner is done for now."""
    if is_new(desk):
        return welcome(desk)
    found = offer(desk)
    return desk if found is None else _asked(desk, found)


def offer(desk: Desk) -> Offer | None:
    """Return the lesson to offer: none while finished lessons hold new cards, a backlog waits, or one was declined."""
    config, day = desk.environment.config, desk.day
    if was_declined(desk.journal.connection, day) or desk.waiting.holds_taught(day):
        return None
    due, new = desk.waiting.counts(day, config.reviews_per_day, config.new_per_day)
    found = upcoming(desk) if new else None
    if found is None or found.reason == "weakest":
        return None
    from tutor.ui.offer import Offer

    return Offer(found, due + new, minutes(due + new, seconds_a_card(desk.journal.connection)))


def _asked(desk: Desk, found: Offer) -> Desk | None:
    """Ask; take the lesson, or remember for today that it was declined."""
    from tutor.cli.learn import take
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.offer import run

    lesson = found.next.lesson.id
    look = look_of(desk.environment)
    choice, language = run(found, desk.environment.language, terminal_of(desk.environment), look)
    desk = replace(desk, environment=replace(desk.environment, language=language))
    if choice == "left":
        return None
    if choice == "review":
        desk.journal.record(declined(lesson), desk.day)
        return desk
    take(desk, lesson)
    stands = progress(desk.journal.connection).get(lesson)
    return desk if stands is not None and not stands.under_way else None  # who left in the middle wants to stop
