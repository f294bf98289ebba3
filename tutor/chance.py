"""Chance from names: the same parts give the same draw on every machine and every version.

It holds no state and reads nothing: whoever wants luck passes a seed of their own among the parts.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


def number(*parts: object) -> int:
    """Return 64 uniform bits that depend on `parts` (compared as text) only."""
    name = "\x1f".join(map(str, parts)).encode()
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big")


def fraction(*parts: object) -> float:
    """Return a uniform number in [0, 1), a multiple of 2⁻⁵³."""
    return (number(*parts) >> 11) * 2.0**-53


def pick(items: Sequence[T], *parts: object) -> T:
    """Return one of `items` (at least one), each equally likely."""
    return items[number(*parts) * len(items) >> 64]


def shuffled(items: Sequence[T], *parts: object) -> tuple[T, ...]:
    """Return `items` in a uniformly drawn order (Fisher and Yates 1938)."""
    result = list(items)
    for last in range(len(result) - 1, 0, -1):
        other = number(*parts, last) * (last + 1) >> 64
        result[last], result[other] = result[other], result[last]
    return tuple(result)
