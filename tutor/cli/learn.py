"""Taking a lesson at the desk: from the journal to the step where it was left, on the screen or in lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tutor.cli.lesson_host import LessonTaker
from tutor.cli.policy import policy_of
from tutor.memory.state import NEW
from tutor.sessions import lesson as machine
from tutor.sessions.model import Settings
from tutor.store.lesson_answers import answers
from tutor.store.progress import progress
from tutor.syllabus.model import Ask, Pretest, Recap, ShowStep
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.cli.desk import Desk
    from tutor.sessions.lesson_inputs import Where
    from tutor.sessions.lesson_model import LessonSession
    from tutor.syllabus.model import Lesson


def take(desk: Desk, lesson_id: str) -> Where:
    """Take a lesson, and those the learner starts from its end; return where the learner went.

    Raises `NotFoundError` with a near name for a lesson that does not exist.
    """
    host = LessonTaker(desk)
    desk.journal.make_ready()
    while True:
        state = opened(desk, host, lesson_id)
        state = _in_lines(state, host) if desk.environment.plain else _on_screen(state, host)
        following = host.following(lesson_id) if state.left == "next" else None
        if following is None:
            return "outline" if state.left == "outline" else "left"
        lesson_id = following.id


def opened(desk: Desk, host: LessonTaker, lesson_id: str) -> LessonSession:
    """Return a lesson where it was left, with what was answered in it since it was last finished."""
    lesson = desk.library.lesson(lesson_id)
    wanted = list(dict.fromkeys(asked(lesson)))
    states = desk.journal.states(wanted)
    cards = {card.id: card for card in desk.library.cards(wanted) if not states.get(card.id, NEW).suspended}
    stands = progress(desk.journal.connection).get(lesson.id)
    settings = Settings(policy_of(desk), seed=desk.environment.seed())
    return machine.begin(
        lesson,
        cards,
        states,
        settings,
        host.now(),
        at=stands.at if stands else 0,
        answers=answers(desk.journal, lesson.id, cards),
        hidden=hidden(lesson),
    )


def asked(lesson: Lesson) -> Iterator[str]:
    """Yield every card that a lesson asks."""
    for step in lesson.steps:
        match step:
            case Pretest(card) | Ask(card):
                yield card
            case Recap(cards):
                yield from cards
            case _:
                pass


def hidden(lesson: Lesson) -> frozenset[int]:
    """Return the steps that cannot be shown: pictures that nobody can draw."""
    shows = [(at, step) for at, step in enumerate(lesson.steps) if isinstance(step, ShowStep)]
    if not shows:
        return frozenset()
    from tutor.ui.learn.picture import is_known

    return frozenset(at for at, step in shows if not is_known(step.picture))


def _on_screen(state: LessonSession, host: LessonTaker) -> LessonSession:
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.learn.loop import run

    return run(state, host, look_of(host.desk.environment), terminal_of(host.desk.environment))


def _in_lines(state: LessonSession, host: LessonTaker) -> LessonSession:
    from tutor.cli.review import read_line
    from tutor.ui.learn.plain import run
    from tutor.ui.plain import Lines

    columns = None
    if sys.stdout.isatty():
        from shutil import get_terminal_size

        columns = get_terminal_size().columns
    try:
        return run(state, host, Lines(read_line, print, columns))
    except KeyboardInterrupt:
        print("\n" + say("plain.kept", host.language))
        raise
