"""Random algebra against the judge of formulas: how often it accepts what is wrong, or refuses what is right."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from tests.questions.algebra import apart, changed, rewritten, some_formula, text
from tutor.questions.answers import Unreadable
from tutor.questions.formula import differs

if TYPE_CHECKING:
    from tests.questions.algebra import Tree

STEPS = 5  # of algebra, at most
LONGEST = 380
CLEARLY = 1e-5  # a relative difference that must be noticed
NOT_AT_ALL = 1e-25


@dataclass
class Count:
    """What came of the trials; `faults` are pairs of formulas that were judged wrongly."""

    equal: int = 0
    different: int = 0
    hints: int = 0
    false_reject: list[tuple[str, str]] = field(default_factory=list)
    false_accept: list[tuple[str, str]] = field(default_factory=list)

    @property
    def faults(self) -> list[tuple[str, str]]:
        """Return the pairs that were judged wrongly."""
        return self.false_reject + self.false_accept

    def __str__(self) -> str:
        return (
            f"{self.equal} rearranged: {len(self.false_reject)} refused; "
            f"{self.different} changed: {len(self.false_accept)} accepted; {self.hints} hints"
        )


def trial(rounds: int, seed: int) -> Count:
    """Judge `rounds` rearranged and `rounds` changed formulas."""
    count = Count()
    for number in range(rounds):
        chance = Random(f"{seed}-{number}")
        right = some_formula(chance)
        _judge_equal(count, right, _rearranged(right, chance))
        _judge_other(count, right, _rearranged(changed(right, chance), chance))
    return count


def _rearranged(tree: Tree, chance: Random) -> Tree:
    for _ in range(chance.randint(1, STEPS)):
        tree = rewritten(tree, chance)
    return tree


def _judge_equal(count: Count, right: Tree, yours: Tree) -> None:
    if max(len(text(right)), len(text(yours))) > LONGEST or apart(right, yours) > NOT_AT_ALL:
        return
    found = differs(text(yours), text(right), None, {})
    count.equal += 1
    if isinstance(found, Unreadable):
        count.hints += 1
    elif found is not None:
        count.false_reject.append((text(right), text(yours)))


def _judge_other(count: Count, right: Tree, yours: Tree) -> None:
    if max(len(text(right)), len(text(yours))) > LONGEST or apart(right, yours) < CLEARLY:
        return
    found = differs(text(yours), text(right), None, {})
    count.different += 1
    if isinstance(found, Unreadable):
        count.hints += 1
    elif found is None:
        count.false_accept.append((text(right), text(yours)))
