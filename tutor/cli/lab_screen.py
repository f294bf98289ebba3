"""An experiment on the full screen of a terminal."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from tutor.labs.outcome import changed

if TYPE_CHECKING:
    from tutor.cli.environment import Environment
    from tutor.cli.lab import Running
    from tutor.labs.model import Lab
    from tutor.labs.outcome import Outcome
    from tutor.labs.settings import Settings
    from tutor.text import Language
    from tutor.ui.lines import Line


def play(
    environment: Environment, lab: Lab, settings: Settings, predicted: str, running: Running
) -> tuple[Outcome, Language] | None:
    """Ask, run, show; return the outcome and the language then spoken, None when the learner left before the run."""
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.lab.ending import lines
    from tutor.ui.lab.loop import Live, ask, read_through

    look, language, terminal = look_of(environment), environment.language, terminal_of(environment)
    if not predicted:
        asked = ask(lab, terminal, look, language, changed(lab, settings))
        if asked.left:
            return None
        predicted, language = asked.given or "", asked.language
    live = Live(lab, terminal, look, language, time.monotonic, ascii_only=running.ascii_only)
    outcome = live.run(settings, predicted)
    with suppress(KeyboardInterrupt):
        read_through(outcome, terminal, look, language, ascii_only=running.ascii_only)
    _leave_behind(lines(outcome, terminal.size()[0], language, ascii_only=running.ascii_only), environment)
    return outcome, language


def _leave_behind(rows: list[Line], environment: Environment) -> None:
    """Print what stays when the screen is given back."""
    from tutor.cli.show import put

    put(rows, environment)
