"""`tutor review`: the daily session."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.desk import Desk, open_desk
from tutor.cli.host import SessionHost
from tutor.cli.plan import Wanted, entries
from tutor.memory.scheduling import Policy
from tutor.sessions.flow import start
from tutor.sessions.model import Settings

if TYPE_CHECKING:
    from tutor.sessions.model import Session


def review(
    context: typer.Context,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help=told("limit"))] = None,
    new: Annotated[int | None, typer.Option(min=0, metavar="N", help=told("new"))] = None,
    minutes: Annotated[float | None, typer.Option(min=0.1, metavar="N", help=told("minutes"))] = None,
    part: Annotated[int | None, typer.Option(min=1, metavar="N", help=told("part"))] = None,
    lesson: Annotated[str, typer.Option(metavar="ID", help=told("lesson"))] = "",
    tag: Annotated[str, typer.Option(metavar="TAG", help=told("tag"))] = "",
    cram: Annotated[bool, typer.Option("--cram", help=told("cram"))] = False,
) -> None:
    """Run a review session."""
    wanted = Wanted(limit, new, part, lesson, tag, cram)
    with open_desk(environment_of(context), write=True) as desk:
        if lesson:
            desk.library.lesson(lesson)  # an unknown lesson is said before anything starts
        hold(desk, wanted, minutes)


def hold(desk: Desk, wanted: Wanted, minutes: float | None = None) -> Session:
    """Hold a session at the desk, on the full screen or in lines; return its last state."""
    environment = desk.environment
    host = SessionHost(desk)
    seed = environment.seed()
    config = environment.config
    policy = Policy(retention=config.retention, fuzz=config.fuzz)
    settings = Settings(policy, seed=seed, cram=wanted.cram, minutes=minutes)
    session = start(entries(desk, wanted, seed), settings, host.now())
    if environment.plain:
        return _in_lines(session, host)
    from tutor.ui.fullscreen import run
    from tutor.ui.theme import Look

    return run(session, host, Look(colour=environment.colour))


def _in_lines(session: Session, host: SessionHost) -> Session:
    from tutor.ui.plain import Lines, run

    columns = None
    if sys.stdout.isatty():
        from shutil import get_terminal_size

        columns = get_terminal_size().columns
    return run(session, host, Lines(read_line, print, columns))


def read_line(prompt: str) -> str | None:
    """Print a prompt and return the next line of standard input, None at its end."""
    print(prompt, end=" " if sys.stdin.isatty() else "\n", flush=True)
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        return "\N{REPLACEMENT CHARACTER}"
    return line.rstrip("\r\n") if line else None
