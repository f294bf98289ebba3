"""Which cards are about the same thing: TF-IDF of English words and Chinese character pairs, compared by cosine."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD = re.compile(r"[A-Za-zÀ-ÿͰ-Ͽ][A-Za-zÀ-ÿͰ-Ͽ0-9′′-]*")
CHINESE = re.compile(r"[一-鿿]+")
LEAST = 0.1  # below, two cards share little but their language


def features(text: str) -> Counter[str]:
    """Return how often each English word (with Greek letters) and each pair of Chinese characters occurs."""
    found = Counter(word.lower() for word in WORD.findall(text))
    for run in CHINESE.findall(text):
        found.update(map("".join, pairwise(run)) if len(run) > 1 else [run])
    return found


def similar(own: str, texts: Mapping[str, str], most: int = 5, least: float = LEAST) -> tuple[tuple[str, float], ...]:
    """Return the `most` texts most like that of `own`, with their cosines (0–1), the likest first.

    A feature weighs (1 + ln of how often it occurs) · ln(texts ÷ texts that have it).
    """
    counted = {name: features(text) for name, text in texts.items()}
    spread = Counter(feature for found in counted.values() for feature in found)
    rarity = {feature: log(len(texts) / n) for feature, n in spread.items()}
    mine = {feature: (1 + log(n)) * rarity[feature] for feature, n in counted[own].items()}
    size = sqrt(sum(weight * weight for weight in mine.values()))
    found: list[tuple[float, str]] = []
    for name, theirs in counted.items():
        shared = mine.keys() & theirs.keys() if name != own else frozenset[str]()
        product = sum(mine[feature] * (1 + log(theirs[feature])) * rarity[feature] for feature in shared)
        if product <= 0:
            continue
        length = sqrt(sum(((1 + log(n)) * rarity[feature]) ** 2 for feature, n in theirs.items()))
        found.append((product / (size * length), name))
    found.sort(key=lambda one: (-one[0], one[1]))
    return tuple((name, share) for share, name in found[:most] if share >= least)
