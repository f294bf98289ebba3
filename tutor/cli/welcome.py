"""The welcome of a learner whose journal is empty: once, on a full screen, and never again."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.cli.config_file import keep
from tutor.memory.scheduling import Policy, next_outcomes
from tutor.memory.state import NEW, CardState, Memory
from tutor.store.progress import welcomed
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.cli.desk import Desk

SHOWN = 3  # returns of a card in the picture of a day


def is_new(desk: Desk) -> bool:
    """Say whether nothing ever happened in this home."""
    return desk.journal.connection.execute("SELECT 1 FROM events LIMIT 1").fetchone() is None


def welcome(desk: Desk) -> Desk | None:
    """Greet a learner who has done nothing yet and take the first lesson; None when the program is to end.

    Returns the desk to go on with, in the language that was chosen. In lines it only says where to begin.
    """
    if not is_new(desk):
        return desk
    if desk.environment.plain:
        print(say("welcome.plain", desk.environment.language), file=sys.stderr)
        return desk
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.welcome import opened, run

    answer = run(
        opened(desk.environment.language, returns(desk.day)), terminal_of(desk.environment), look_of(desk.environment)
    )
    desk.journal.record(welcomed(), desk.day)
    if answer.chosen:
        keep(desk.environment.home / "config.toml", "language", answer.language)
        desk = replace(desk, environment=replace(desk.environment, language=answer.language))
    if not answer.start:
        return desk
    return desk if _first_lesson(desk) == "outline" else None


def _first_lesson(desk: Desk) -> str:
    """Take the recommended lesson; a course without lessons shows its outline."""
    from tutor.cli.learn import take
    from tutor.cli.outline import look

    found = look(desk).next
    return "outline" if found is None else take(desk, found.lesson.id)


def returns(day: int) -> tuple[int, ...]:
    """Return after how many days a card comes back that is answered right each time."""
    state, now, found = NEW, day, list[int]()
    for _ in range(SHOWN):
        good = next_outcomes("welcome", state, now, policy=Policy(fuzz=False))[2]
        reviews = len(found) + 1
        memory = Memory(good.stability, good.difficulty, good.due, day, now, reviews, 0, (3,) * reviews)
        state, now = CardState(memory, now), good.due
        found.append(now - day)
    return tuple(found)
