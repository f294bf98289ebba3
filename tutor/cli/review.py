"""`tutor review`: the daily session."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tutor.cli.desk import Desk, open_desk
from tutor.cli.host import SessionHost
from tutor.cli.plan import Wanted, entries
from tutor.cli.policy import policy_of
from tutor.errors import NotFoundError, near
from tutor.sessions.flow import start
from tutor.sessions.model import Settings
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.cli.environment import Environment
    from tutor.sessions.model import Session

CANDIDATES = 20  # frequent mistakes looked at for one that the course still describes
WISHES = ("limit", "new", "part", "lesson", "tag", "cram")


def from_options(environment: Environment, options: Mapping[str, object]) -> None:
    """Run a review session wished for by options that `quick` has read."""
    wishes: dict[str, Any] = {name: options[name] for name in WISHES if name in options}
    minutes: Any = options.get("minutes")
    run(environment, Wanted(**wishes), minutes)


def run(environment: Environment, wanted: Wanted, minutes: float | None = None) -> None:
    """Run a review session."""
    with open_desk(environment, write=True) as desk:
        must_exist(desk, wanted)
        ready: Desk | None = desk
        if not environment.plain and wanted == Wanted():
            from tutor.cli.offer import before_review

            ready = before_review(desk)
        if ready is not None:
            hold(ready, wanted, minutes)


def must_exist(desk: Desk, wanted: Wanted) -> None:
    """Say before anything starts that a lesson, a part or a tag does not exist."""
    if wanted.lesson:
        desk.library.must_have_lesson(wanted.lesson)
    if wanted.part is not None and not desk.library.search(filters=Wanted(part=wanted.part).filters, limit=1):
        raise NotFoundError("cli.no_part", name=wanted.part)
    if wanted.tag and not desk.library.search(filters=Wanted(tag=wanted.tag).filters, limit=1):
        raise NotFoundError("cli.no_tag", name=wanted.tag, near=near(wanted.tag, _tags(desk)))


def _tags(desk: Desk) -> list[str]:
    return sorted({tag for card in desk.library.cards([row.id for row in desk.library.search()]) for tag in card.tags})


def hold(desk: Desk, wanted: Wanted, minutes: float | None = None) -> Session:
    """Hold a session at the desk, on the full screen or in lines; return its last state."""
    environment = desk.environment
    host = SessionHost(desk)
    seed = environment.seed()
    settings = Settings(policy_of(desk), seed=seed, cram=wanted.cram, minutes=minutes)
    session = start(entries(desk, wanted, seed), settings, host.now(), () if wanted.cram else contrasts(desk))
    if session.current is not None:
        desk.journal.make_ready()
    return play(session, host)


def contrasts(desk: Desk) -> tuple[str, ...]:
    """Return the mistake, made twice or more since it was last cleared up, with which a session begins."""
    from tutor.store.ledger import to_contrast

    often = to_contrast(desk.journal.connection, CANDIDATES)
    return next(((name,) for name in often if desk.library.mistake(name) is not None), ())


def play(session: Session, host: SessionHost) -> Session:
    """Let a session run at the host, on the full screen or in lines; return its last state."""
    environment = host.desk.environment
    if environment.plain:
        return _in_lines(session, host)
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.fullscreen import run

    return run(session, host, look_of(environment), terminal_of(environment))


def _in_lines(session: Session, host: SessionHost) -> Session:
    from tutor.ui.plain import Lines, run

    columns = None
    if sys.stdout.isatty():
        from shutil import get_terminal_size

        columns = get_terminal_size().columns
    try:
        return run(session, host, Lines(read_line, print, columns))
    except KeyboardInterrupt:
        print("\n" + say("plain.kept", host.language))
        raise


def read_line(prompt: str) -> str | None:
    """Print a prompt and return the next line of standard input, None at its end."""
    print(prompt, end=" " if sys.stdin.isatty() else "\n", flush=True)
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        return "\N{REPLACEMENT CHARACTER}"
    return line.rstrip("\r\n") if line else None
