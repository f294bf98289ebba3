"""Generated questions by the thousand, each judged by an oracle that reads its English text."""

from __future__ import annotations

from tests.questions.generate import curve_oracle, oracle
from tutor.questions import generate

JUDGES = {
    **dict.fromkeys((*oracle.RIGHT, *oracle.EXPECTED), oracle.fault),
    **dict.fromkeys(curve_oracle.RIGHT, curve_oracle.fault),
}


def findings(seeds: int, start: int) -> dict[str, list[str]]:
    """Return the faults of every family with an oracle: `seeds` cards each, spread over its functions."""
    found: dict[str, list[str]] = {}
    for family, fault in JUDGES.items():
        functions = generate.FAMILIES[family].functions()
        cards = (generate.card(family, functions[seed % len(functions)], seed) for seed in range(start, start + seeds))
        found[family] = [fault_found for card in cards if (fault_found := fault(card))]
    return found
