"""`tutor lab NAME`: an experiment asks, runs and tells; nothing of it is recorded, for it is practice."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

from tutor.cli.environment import has_screen
from tutor.cli.stopping import Stopping
from tutor.errors import UsageError, near
from tutor.labs.catalogue import LABS
from tutor.labs.outcome import SEED, Outcome, changed
from tutor.labs.settings import settled
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping

    from tutor.cli.environment import Environment
    from tutor.labs.model import Lab, Step
    from tutor.labs.settings import Settings
    from tutor.text import Language

PIPED, WIDEST = 80, 132  # columns where no terminal tells its own; beyond, eyes lose the line
THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
TOLD_EVERY = 0.2  # of the run, between two lines of progress


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
    from tutor.cli.show import put
    from tutor.ui.lab.listing import lines

    put(lines(LABS, min(WIDEST, get_terminal_size((PIPED, 24)).columns), environment.language), environment)


def run(environment: Environment, lab: Lab, running: Running) -> None:
    """Run an experiment; raises `TutorError` for settings, an answer or a file that will not do."""
    from tutor.cli.lab_report import checked, save

    in_one_thread(os.environ)
    settings = settled(lab, running.values, running.seed or SEED, running.preset)
    predicted = answer(lab, running.predict)
    checked(running.save)
    if environment.plain or running.as_json or running.in_words or not has_screen():
        outcome, language = in_lines(environment, lab, settings, predicted, running), environment.language
        tell(outcome, environment, running)
    else:
        from tutor.cli.lab_screen import play

        played = play(environment, lab, settings, predicted, running)
        if played is None:
            return
        outcome, language = played
    if running.save:
        save(outcome, running.save, language)


def in_one_thread(environ: MutableMapping[str, str]) -> None:
    """Let matrix products run in one thread, unless the environment says how many; numpy reads this when it is loaded.

    The matrices here are small: threads cost more than they give (measured on two busy cores: 31 s against 7 s).
    """
    for name in THREADS:
        environ.setdefault(name, "1")


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


def in_lines(environment: Environment, lab: Lab, settings: Settings, predicted: str, running: Running) -> Outcome:
    """Ask, unless there is an answer or nobody would see the question, and run to the end or to an interrupt."""
    if not predicted and not running.as_json and (watched(sys.stdout) or (sys.stdin and not watched(sys.stdin))):
        predicted = asked(lab, environment.language, changed(lab, settings))
    progress = Progress(environment.language, time.monotonic) if watched(sys.stderr) else None
    last: Step | None = None
    with Stopping() as stopping:
        for step in lab.run(settings):
            last = step
            if progress:
                progress.tell(step)
            if stopping.wanted:
                break
    if last is None:
        raise KeyboardInterrupt
    return Outcome(lab, settings, last.result(), last.done, predicted)


def watched(stream: TextIO | None) -> bool:
    """Say whether a person is at the other end; a stream may be closed from the start."""
    return stream is not None and stream.isatty()


def asked(lab: Lab, language: Language, options: tuple[str, ...]) -> str:
    """Ask for a prediction in lines."""
    from tutor.cli.review import read_line
    from tutor.ui.lab.plain import ask
    from tutor.ui.plain import Lines

    columns = get_terminal_size((PIPED, 24)).columns if sys.stdout.isatty() else None
    predicted = ask(lab, Lines(read_line, print, columns), language, options)
    print()
    return predicted


class Progress:
    """A few lines about a run on standard error: at the start, and whenever another part of it is done."""

    def __init__(self, language: Language, clock: Callable[[], float]) -> None:
        self.language = language
        self.clock = clock
        self.started = clock()
        self.next = 0.0

    def tell(self, step: Step) -> None:
        """Print a line when enough was done since the last one."""
        from tutor.text.numbers import percent
        from tutor.ui.lab.running import left

        if not self.next <= step.done < 1:
            return
        self.next = step.done + TOLD_EVERY
        told = [percent(step.done), step.doing.lines(self.language)[0]]
        seconds = left(step.done, self.clock() - self.started)
        told += [] if seconds is None else [say("labs.left", self.language, seconds=seconds)]
        print("  ".join(told), file=sys.stderr)


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
        from tutor.cli.show import put
        from tutor.ui.lab.result import lines

        columns = min(WIDEST, get_terminal_size((PIPED, 24)).columns)
        put(lines(outcome, columns, None, language, ascii_only=running.ascii_only), environment)
