"""Generated questions by the thousand, each judged by an oracle that reads its English text."""

from __future__ import annotations

from tests.questions.generate.oracle import EXPECTED, RIGHT, fault
from tutor.questions import generate


def findings(seeds: int, start: int) -> dict[str, list[str]]:
    """Return the faults of every family with an oracle: `seeds` cards each, spread over its functions."""
    found: dict[str, list[str]] = {}
    for family in (*RIGHT, *EXPECTED):
        functions = generate.FAMILIES[family].functions()
        cards = (generate.card(family, functions[seed % len(functions)], seed) for seed in range(start, start + seeds))
        found[family] = [fault_found for card in cards if (fault_found := fault(card))]
    return found
