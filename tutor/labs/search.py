"""search: auditions for activations in a small space, then a final on fresh seeds and on other data.

After Ramachandran, Zoph & Le 2017 in miniature. ReLU, SiLU and GELU take part in both rounds, so that a lead
over them can be compared between the rounds whatever the difficulty of the draws.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.contest import Contest, Rules
from tutor.labs.functions import Unit, unit
from tutor.labs.model import Step
from tutor.labs.search_space import Space, space
from tutor.labs.telling import tell
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings

REFERENCES = ("relu", "silu", "gelu")
BLOCK = 20  # candidates that are auditioned side by side
EVERY = 5  # steps between two pauses


@dataclass(slots=True)
class Found:
    """What is known by now: accuracies (functions, runs) of those auditioned so far, and of finals by problem.

    References come first in `heard`, and last in a final.
    """

    settings: Settings
    space: Space
    references: tuple[Unit, ...]
    heard: list[Array] = field(default_factory=list)
    finalists: tuple[int, ...] = ()  # places among the candidates, best first
    finals: dict[str, Array] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[str, ...]:
        """Return the problem of the auditions, then the others."""
        return tuple(dict.fromkeys([self.settings.text("data"), *self.settings.texts("others")]))

    @property
    def scores(self) -> Array:
        """Return the mean accuracy of every candidate heard so far."""
        found: Array = np.concatenate([np.zeros(0), *(one.mean(axis=1) for one in self.heard[1:])])
        return found

    @property
    def reference(self) -> float:
        """Return the mean accuracy of the references in the auditions."""
        return float(self.heard[0].mean())


def run(settings: Settings) -> Iterator[Step]:
    """Hear the references and all candidates, block by block; then the best ones again, problem by problem."""
    from tutor.labs.search_told import result

    found = begun(settings)
    jobs = work(found)
    total = sum(jobs)

    def known() -> Result:
        return result(found)

    for place, share in _auditions(found):
        doing = both("lab_search.auditioning", done=len(found.scores), all=len(found.space.units))
        yield Step((sum(jobs[:place]) + jobs[place] * share) / total, doing, known)
    found.finalists = best(found)
    first = len(jobs) - len(found.problems)
    for place, problem in enumerate(found.problems if found.finalists else (), start=first):
        doing = tell("lab_search.final", data=both(f"lab_search.data_{problem}"))
        for share in _final(found, problem):
            yield Step((sum(jobs[:place]) + jobs[place] * share) / total, doing, known)
    yield Step(1.0, both("lab_search.done"), known)


def begun(settings: Settings) -> Found:
    """Return what a run with `settings` starts from."""
    built = space(tuple(dict.fromkeys(settings.texts("unary"))), tuple(dict.fromkeys(settings.texts("binary"))))
    return Found(settings, built, tuple(unit(name) for name in REFERENCES))


def work(found: Found) -> list[int]:
    """Return how many networks each piece of the work trains: references, blocks of candidates, finals."""
    settings = found.settings
    finalists = min(settings.whole("finalists"), len(found.space.units)) + len(REFERENCES)
    auditions = [size * settings.whole("auditions") for size in (len(REFERENCES), *map(len, blocks(found)))]
    return auditions + [finalists * settings.whole("runs")] * len(found.problems)


def blocks(found: Found) -> list[tuple[Unit, ...]]:
    """Return the candidates, a few at a time."""
    units = found.space.units
    return [units[start : start + BLOCK] for start in range(0, len(units), BLOCK)]


def rules(settings: Settings, runs: int) -> Rules:
    """Return the rules of both rounds: one learning rate for all, every function's own gain."""
    return Rules((settings.number("rate"),), runs, settings.whole("steps"))


def _auditions(found: Found) -> Iterator[tuple[int, float]]:
    """Yield the piece at work and the share of it that is done."""
    settings = found.settings
    for place, block in enumerate([found.references, *blocks(found)]):
        contest = Contest(
            settings.text("data"), block, rules(settings, settings.whole("auditions")), (settings.seed, "audition")
        )
        for step, share in enumerate(contest.play()):
            if step % EVERY == 0:
                yield place, share
        found.heard.append(contest.accuracy)


def best(found: Found) -> tuple[int, ...]:
    """Return the places of the candidates with the highest scores; of equals, the one that comes first."""
    order = np.argsort(-found.scores, kind="stable")[: found.settings.whole("finalists")]
    return tuple(order.tolist())


def _final(found: Found, problem: str) -> Iterator[float]:
    """Yield the share that is done of the finalists' and references' runs on a problem, with fresh seeds."""
    settings = found.settings
    units = [*(found.space.units[place] for place in found.finalists), *found.references]
    contest = Contest(problem, units, rules(settings, settings.whole("runs")), (settings.seed, "final"))
    for step, share in enumerate(contest.play()):
        if step % EVERY == 0:
            yield share
    found.finals[problem] = contest.accuracy
