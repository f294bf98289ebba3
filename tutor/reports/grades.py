"""How often each grade was given, by kind of question; and how often the learner owned up to a guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.reports.rate import Rate

if TYPE_CHECKING:
    from tutor.memory.past import Answers

GRADES = 4


@dataclass(frozen=True, slots=True)
class Row:
    """The rated answers to one kind of question: Again, Hard, Good, Easy; `guessed` are among the first."""

    kind: str
    counts: tuple[int, ...]
    guessed: int

    @property
    def rate(self) -> Rate:
        """Return how many were right."""
        return Rate(sum(self.counts[1:]), sum(self.counts))


@dataclass(frozen=True, slots=True)
class Grades:
    """All rated answers, those of each kind (most answers first), and how many answers were practice."""

    all: Row
    kinds: tuple[Row, ...]
    practice: int


def grades(answers: Answers) -> Grades:
    """Return the counts. Rated is the first answer of a card on a day; the others are practice."""
    import numpy as np

    chosen = answers.rated
    many = len(answers.kinds)
    places = answers.kind[chosen] * (GRADES + 1) + answers.grade[chosen]
    counts = np.bincount(places, minlength=many * (GRADES + 1)).reshape(-1, GRADES + 1)[:, 1:]
    guessed = np.bincount(answers.kind[chosen & answers.guessed], minlength=many)
    rows = [
        Row(kind, tuple(own), times)
        for kind, own, times in zip(answers.kinds, counts.tolist(), guessed.tolist(), strict=False)
        if sum(own)
    ]
    whole = Row("", tuple(counts.sum(axis=0).tolist()), int(guessed.sum()))
    ordered = tuple(sorted(rows, key=lambda row: (-row.rate.n, row.kind)))
    return Grades(whole, ordered, len(answers) - whole.rate.n)
