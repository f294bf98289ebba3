"""`tutor quiz`: questions on a topic, a score at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor import chance
from tutor.cli.desk import open_desk
from tutor.cli.host import SessionHost
from tutor.cli.policy import policy_of
from tutor.cli.quiz_plan import LENGTH, Wish, checked, entries
from tutor.cli.quiz_wishes import asked
from tutor.cli.review import contrasts, play
from tutor.cli.unrecorded import UnrecordedHost
from tutor.sessions.flow import start
from tutor.sessions.model import Settings

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.cli.environment import Environment
    from tutor.sessions.model import Session

SHORT = 10_000  # seeds that can be typed


def run(environment: Environment, wish: Wish, n: int | None = None) -> None:
    """Run a quiz; what the wish leaves open is asked first. Raises `NotFoundError` for what does not exist."""
    with open_desk(environment, write=wish.record) as desk:
        found = asked(desk, checked(desk, wish), n)
        if found is not None:
            hold(desk, found)


def hold(desk: Desk, wish: Wish) -> Session:
    """Hold a quiz at the desk; return its last state."""
    if not wish.seed:
        from dataclasses import replace

        wish = replace(wish, seed=str(chance.number(desk.environment.seed(), "quiz") % SHORT))
    settings = Settings(
        policy_of(desk),
        seed=f"quiz {wish.seed}",
        minutes=wish.minutes if wish.exam else None,
        quiz=True,
        exam=wish.exam,
    )
    host = SessionHost(desk, again=wish.command) if wish.record else UnrecordedHost(desk, again=wish.command)
    session = start(entries(desk, wish), settings, host.now(), () if wish.exam else contrasts(desk))
    if wish.record:
        desk.journal.make_ready()
    return play(session, host)


__all__ = ["LENGTH", "run"]
