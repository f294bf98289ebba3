"""`tutor lab NAME`: an experiment asks, runs and tells; nothing of it is recorded, for it is practice."""

from __future__ import annotations

import os
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from tutor.errors import UsageError, near
from tutor.labs.catalogue import LABS
from tutor.labs.outcome import SEED, Outcome
from tutor.labs.settings import settled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.cli.environment import Environment
    from tutor.labs.model import Lab
    from tutor.labs.settings import Settings


@dataclass(frozen=True, slots=True)
class Running:
    """What was typed: the options given, and how the result is wanted."""

    values: Mapping[str, str]
    seed: str = ""
    preset: str = ""
    predict: str = ""
    save: str = ""
    as_json: bool = False
    ascii_only: bool = False
    in_words: bool = False


def listed(environment: Environment, *, as_json: bool) -> None:
    """Print every experiment with its one line."""
    if as_json:
        from json import dumps

        from tutor.pictures.experiment_numbers import catalogue

        print(dumps(catalogue(LABS), ensure_ascii=False, indent=2))
        return
    from tutor.cli.show import PIPED, WIDEST, put
    from tutor.ui.lab.listing import lines

    put(lines(LABS, min(WIDEST, get_terminal_size((PIPED, 24)).columns), environment.language), environment)


def run(environment: Environment, lab: Lab, running: Running) -> None:
    """Run an experiment; raises `UsageError` for settings or an answer it does not have."""
    settings = settled(lab, running.values, running.seed or SEED, running.preset)
    predicted = answer(lab, running.predict)
    outcome = finished(lab, settings, predicted)
    tell(outcome, environment, running)


def answer(lab: Lab, given: str) -> str:
    """Return the answer predicted on the command line; raises `UsageError` for one the lab does not have."""
    from tutor.ui.lab.plain import read

    found = read(lab, given)
    if found is None:
        known = ", ".join(lab.answers)
        raise UsageError(
            "labs.unknown_answer", name=given, known=known, last=len(lab.answers), near=near(given, list(lab.answers))
        )
    return found


def finished(lab: Lab, settings: Settings, predicted: str) -> Outcome:
    """Run to the end, or until an interrupt."""
    step = None
    try:
        for step in lab.run(settings):  # noqa: B007 - the last one counts
            pass
    except KeyboardInterrupt:
        if step is None:
            raise
    assert step is not None, "an experiment takes at least one step"
    return Outcome(lab, settings, step.result(), step.done, predicted)


def tell(outcome: Outcome, environment: Environment, running: Running) -> None:
    """Tell what was found, in the form that is wanted."""
    from tutor.cli.plot import speaks

    language = environment.language
    if running.as_json:
        from json import dumps

        from tutor.pictures.experiment_numbers import as_json

        print(dumps(as_json(outcome), ensure_ascii=False))
    elif running.in_words or speaks(os.environ):
        from tutor.ui.lab.plain import spoken

        print("\n".join(spoken(outcome, language)))
    else:
        from tutor.cli.show import PIPED, WIDEST, put
        from tutor.ui.lab.result import lines

        columns = min(WIDEST, get_terminal_size((PIPED, 24)).columns)
        put(lines(outcome, columns, None, language, ascii_only=running.ascii_only), environment)
