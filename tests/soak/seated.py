"""Run the command line on the real terminal and tell, whenever it waits for a key, what it waits for.

    python -m tests.soak.seated WORD…

The window title carries the state as JSON: the phase, the kind of question, what would answer it.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from tutor.questions.model import Cloze, Formula, Multi
from tutor.questions.printing import printed
from tutor.sessions.model import Asking, Judged
from tutor.ui import blessed_terminal, fullscreen
from tutor.ui.terminal import Key
from tutor.ui.view import question_of, typing

if TYPE_CHECKING:
    from tutor.questions.showing import Showing
    from tutor.sessions.model import Session

# Keys that mean nothing to the program: questions from outside whether all keys before them were read.
CALLS = {Key("ctrl-g"): "\x07", Key("ctrl-n"): "\x0e", Key("ctrl-p"): "\x10", Key("ctrl-x"): "\x18"}
told: dict[str, object] = {"phase": "Menu"}
called = {"last": ""}


class Announcing(blessed_terminal.BlessedTerminal):
    """A terminal that tells what the program waits for."""

    def read(self, within=None):
        self._write(f"\x1b]2;{json.dumps({**told, 'call': called['last']})}\x07")
        given = super().read(within)
        called["last"] = CALLS.get(given, called["last"])
        return given


def answers(showing: Showing) -> dict[str, object]:
    """Return what would be right, as keys or as text to type."""
    body = showing.card.body
    if showing.options:
        right = [place + 1 for place in showing.right_options]
        return {"options": len(showing.options), "right": right, "several": isinstance(body, Multi)}
    if isinstance(body, Cloze):
        return {"typed": showing.answer.en}
    if isinstance(body, Formula):
        return {"typed": printed(body.expression, showing.values)}
    return {"typed": "" if showing.expected is None else f"{showing.expected:.12g}"}


def state(session: Session) -> dict[str, object]:
    """Return the phase, and what a learner needs to answer or to judge the judge."""
    phase = session.phase
    found: dict[str, object] = {"phase": type(phase).__name__, "shown": session.shown, "missed": len(session.missed)}
    found |= {"left": session.left, "reading": bool(session.ended)}
    if question_of(session) is not None and session.current is not None:
        found |= {"card": session.current.card.id, "kind": session.current.card.kind}
    if isinstance(phase, Asking):
        found |= answers(phase.showing) | {"hinted": phase.hinted}
    if isinstance(phase, Judged):
        found |= {"grade": phase.grade, "corrections": list(phase.corrections)}
    return found


def main() -> int:
    """Run the command with a terminal that announces."""
    blessed_terminal.BlessedTerminal = Announcing  # type: ignore[misc]
    turn = fullscreen.turn

    def announced(playing, *rest):
        told.clear()
        told.update(state(playing.session), page=playing.view.page, typing=typing(playing.session, playing.view))
        return turn(playing, *rest)

    fullscreen.turn = announced
    from tutor.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
