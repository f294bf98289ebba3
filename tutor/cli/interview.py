"""`tutor interview`: headline questions, each followed by what an interviewer asks next, until it is too hard."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tutor.cli.desk import open_desk
from tutor.cli.interview_host import Interviewer
from tutor.cli.interview_plan import LESSON, Known, Wish, chosen, known
from tutor.cli.lab_report import checked
from tutor.cli.policy import policy_of
from tutor.errors import TutorError
from tutor.memory.state import NEW
from tutor.sessions import interview as machine
from tutor.sessions.model import Settings
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.cli.desk import Desk
    from tutor.cli.environment import Environment
    from tutor.sessions.interview_model import Interview


def run(environment: Environment, wish: Wish, *, asked: bool = True) -> None:
    """Hold an interview; what the wish leaves open is asked first unless `asked`. Raises `NotFoundError`."""
    checked(wish.report)
    with open_desk(environment, write=True) as desk:
        everything = known(desk)
        ready: Wish | None = wish
        if not asked:
            from tutor.cli.interview_wishes import asked_for

            ready = asked_for(desk, everything, wish)
        if ready is not None:
            hold(desk, everything, ready)


def hold(desk: Desk, everything: tuple[Known, ...], wish: Wish) -> Interview:
    """Hold an interview at the desk and write its report where one is wished for; return its last state."""
    luck = desk.environment.seed()
    host = Interviewer(desk, again=wish.command, known=everything)
    state = begin(desk, host, chosen(desk, everything, wish, luck), replace(wish, seed=wish.seed or luck))
    desk.journal.make_ready()
    state = _in_lines(state, host) if desk.environment.plain else _on_screen(state, host)
    if wish.report and state.heard:
        save(wish.report, host, state)
    return state


def begin(desk: Desk, host: Interviewer, ladders: Iterable[Known], wish: Wish) -> Interview:
    """Return an interview over these ladders with the depths remembered of them."""
    asked = [one for one in ladders if one.asked is not None]
    climbed = [one.asked for one in asked if one.asked is not None]
    cards = [card.id for ladder in climbed for card in ladder.rungs]
    states = {card: state for card, state in desk.journal.states(cards).items() if state != NEW}
    before = {one.whole.id: one.depth for one in asked if one.depth is not None}
    settings = Settings(policy_of(desk), seed=f"interview {wish.seed}")
    return machine.begin(climbed, states, before, settings, host.now(), n=wish.n, minutes=wish.minutes)


def _on_screen(state: Interview, host: Interviewer) -> Interview:
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.interview.loop import run as play

    return play(state, host, look_of(host.desk.environment), terminal_of(host.desk.environment))


def _in_lines(state: Interview, host: Interviewer) -> Interview:
    from tutor.cli.review import read_line
    from tutor.ui.interview.plain import run as play
    from tutor.ui.plain import Lines

    columns = None
    if sys.stdout.isatty():
        from shutil import get_terminal_size

        columns = get_terminal_size().columns
    try:
        return play(state, host, Lines(read_line, print, columns))
    except KeyboardInterrupt:
        print("\n" + say("plain.kept", host.language))
        raise


def save(file: str, host: Interviewer, state: Interview) -> None:
    """Write the report of an interview and say so on stderr. Raises `TutorError` when that fails."""
    from pathlib import Path

    from tutor.exchange.interview_report import markdown

    try:
        page = markdown(host.outcome(state), host.language, date.fromordinal(host.desk.day))
        Path(file).write_text(page, encoding="utf-8")
    except OSError as error:
        raise TutorError("labs.not_saved", file=file, why=error.strerror or str(error)) from error
    print(say("interview.saved", host.language, file=file), file=sys.stderr)


def listed(environment: Environment) -> None:
    """Print every ladder with the depth that was reached, for programs."""
    from json import dumps

    with open_desk(environment) as desk:
        print(dumps({"ladders": [values(one) for one in known(desk)]}, ensure_ascii=False, indent=2))


def values(one: Known) -> dict[str, Any]:
    """Return one ladder as `--json` prints it; depths are null before the first climb."""
    from tutor.questions.showing import draw

    ask = draw(one.whole.headline, "headline").ask
    lesson = one.whole.headline.lesson
    last = None if one.day is None else date.fromordinal(one.day).isoformat()
    about = {"id": one.whole.id, "topic": lesson.removeprefix(LESSON), "lesson": lesson}
    depths = {"of": one.whole.of, "depth": one.depth, "best": one.best, "tries": len(one.climbs)}
    return {
        **about,
        "ask": {"zh": ask.zh, "en": ask.en},
        **depths,
        "last_climbed": last,
        "due": one.due,
        "suspended": one.asked is None,
        "cards": [card.id for card in one.whole.rungs],
    }
