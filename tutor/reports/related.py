"""Which notes and lessons are about the same thing as a note, also among very many.

Up to `EXACT` characters every text is compared. Of more, those are compared that share the note's rarest
features; how rare a feature is, a sample of the texts tells. A text that shares only common words is not found then.
"""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from tutor.reports.similar import LEAST, features, nearest, similar

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping, Sequence

EXACT = 6_000_000  # characters: 2 000 notes of 3 000
SAMPLE = 400  # texts that tell what is common
RARE = 24  # features looked for in every text
LONGEST = 40_000  # characters of one text that are looked at


def related(own: str, texts: Mapping[str, str], most: int = 5, least: float = LEAST) -> tuple[tuple[str, int], ...]:
    """Return the `most` of `texts` most like that of `own`, with their likeness in percent, the likest first.

    Measured: 2 000 notes of 1 900 characters in 1.0 s, 100 000 in 6.4 s.
    """
    cut = {name: text[:LONGEST] for name, text in texts.items()}
    exact = sum(map(len, cut.values())) <= EXACT
    found = similar(own, cut, most, least) if exact else _among_many(own, cut, most, least)
    return tuple((name, percent(share)) for name, share in found)


def percent(share: float) -> int:
    """Return a likeness as a whole number: 100 only for the same words."""
    return min(99, round(100 * share)) if share < 1 - 1e-9 else 100


def _among_many(own: str, texts: Mapping[str, str], most: int, least: float) -> Sequence[tuple[str, float]]:
    mine = features(texts[own])
    names = sorted(texts.keys() - {own})
    spread = [features(texts[name]) for name in names[:: max(1, len(names) // SAMPLE)]]
    rarity = _rarity(spread, len(texts))
    candidates = _candidates(mine, {name: texts[name] for name in names}, rarity)
    return nearest(mine, {name: features(texts[name]) for name in candidates}, rarity, most, least)


def _rarity(sample: Sequence[Counter[str]], texts: int) -> defaultdict[str, float]:
    """Return how much a feature tells by a sample of `texts`; what it lacks is taken to stand in two of them."""
    known: dict[str, int] = {}
    for found in sample:
        for feature in found:
            known[feature] = known.get(feature, 0) + 1
    rare = log(texts / 2)
    return defaultdict(lambda: rare, {feature: log(len(sample) / n) for feature, n in known.items()})


def _candidates(mine: Counter[str], texts: Mapping[str, str], rarity: Mapping[str, float]) -> list[str]:
    """Return the texts that share most of the rarest features, as many as are compared in short time."""
    weights = {feature: (1 + log(n)) * rarity[feature] for feature, n in mine.items()}
    rare = sorted(weights, key=lambda feature: (-weights[feature], feature))[:RARE]
    scores: list[tuple[float, str]] = []
    for name, text in texts.items():
        low = text.lower()
        score = sum(weights[feature] for feature in rare if feature in low)
        if score:
            scores.append((-score, name))
    chosen, room = [], EXACT
    for _, name in sorted(scores):
        room -= len(texts[name])
        if room < 0:
            break
        chosen.append(name)
    return chosen
