"""train: functions compared on small classification problems, tuned alike, over many seeds, with their noise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.labs.contest import Contest, Rules
from tutor.labs.functions import unit
from tutor.labs.model import Step
from tutor.labs.telling import tell
from tutor.labs.train_told import result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.settings import Settings
    from tutor.text import Text


def run(settings: Settings) -> Iterator[Step]:
    """Tune and race all functions on one problem after another."""
    units = tuple(unit(name) for name in dict.fromkeys(settings.texts("functions")))
    contests = tuple(
        Contest(name, units, rules(settings), settings.seed) for name in dict.fromkeys(settings.texts("data"))
    )
    for place, contest in enumerate(contests):
        for share in contest.play():
            yield Step((place + share) / len(contests), doing(contest), lambda: result(contests))


def rules(settings: Settings) -> Rules:
    """Return what is the same for all functions."""
    return Rules(
        rates=tuple(dict.fromkeys(settings.numbers("rates"))),
        runs=settings.whole("runs"),
        steps=settings.whole("steps"),
        width=settings.whole("width"),
        layers=settings.whole("layers"),
        samples=settings.whole("samples"),
        own=settings.text("start") == "own",
    )


def doing(contest: Contest) -> Text:
    """Return what is being worked on."""
    return tell("lab_train.racing" if contest.losses else "lab_train.tuning", data=called(contest.problem))


def called(problem: str) -> Text:
    """Return the name of a problem."""
    return tell(f"lab_train.data_{problem}")
