"""Which texts are about the same thing: TF-IDF of English words and Chinese character pairs, compared by cosine."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORD = re.compile(r"[A-Za-zÀ-ÿͰ-Ͽ][A-Za-zÀ-ÿͰ-Ͽ0-9′′-]*")
CHINESE = re.compile(r"[一-鿿]+")
LEAST = 0.1  # below, two texts share little but their language


def features(text: str) -> Counter[str]:
    """Return how often each English word (with Greek letters) and each pair of Chinese characters occurs."""
    found = Counter(word.lower() for word in WORD.findall(text))
    for run in CHINESE.findall(text):
        found.update(map("".join, pairwise(run)) if len(run) > 1 else [run])
    return found


def similar(own: str, texts: Mapping[str, str], most: int = 5, least: float = LEAST) -> tuple[tuple[str, float], ...]:
    """Return the `most` texts most like that of `own`, with their cosines (0–1), the likest first."""
    counted = {name: features(text) for name, text in texts.items()}
    mine = counted.pop(own)
    return nearest(mine, counted, rarities([mine, *counted.values()]), most, least)


def rarities(counted: Iterable[Counter[str]]) -> dict[str, float]:
    """Return how much each feature tells: ln(texts ÷ texts that have it)."""
    texts = 0
    spread: Counter[str] = Counter()
    for found in counted:
        texts += 1
        spread.update(found.keys())
    return {feature: log(texts / n) for feature, n in spread.items()}


def nearest(
    own: Counter[str], others: Mapping[str, Counter[str]], rarity: Mapping[str, float], most: int, least: float
) -> tuple[tuple[str, float], ...]:
    """Return the `most` of `others` nearest to `own`, with their cosines, the nearest first.

    A feature weighs (1 + ln of how often it occurs) · its rarity.
    """
    mine = _weighed(own, rarity)
    size = _length(mine)
    found: list[tuple[float, str]] = []
    for name, counted in others.items():
        if own.keys().isdisjoint(counted):
            continue
        theirs = _weighed(counted, rarity)
        product = sum(mine[feature] * theirs[feature] for feature in mine.keys() & theirs.keys())
        if product > 0:
            found.append((product / (size * _length(theirs)), name))
    found.sort(key=lambda one: (-one[0], one[1]))
    return tuple((name, share) for share, name in found[:most] if share >= least)


def _weighed(counted: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    return {feature: (1 + log(n)) * rarity[feature] for feature, n in counted.items()}


def _length(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))
