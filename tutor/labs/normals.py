"""Normal and uniform numbers from a seed, the same with every version of NumPy.

NumPy promises the bits of a bit generator for ever, the stream of `standard_normal` it does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor import chance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


def uniforms(shape: tuple[int, ...], *seed: object) -> Array:
    """Return independent numbers from (0, 1), evenly distributed, in `shape`; the same seed gives the same ones."""
    count = int(np.prod(shape))
    return _uniform(count, seed).reshape(shape)


def _uniform(count: int, seed: tuple[object, ...]) -> Array:
    bits = np.random.Philox(key=chance.number(*seed)).random_raw(count)
    found: Array = np.asarray((bits >> np.uint64(11)) + 0.5, dtype=np.float64) * 2.0**-53
    return found


def normals(shape: tuple[int, ...], *seed: object) -> Array:
    """Return independent standard normal numbers in `shape`; the same parts of a seed give the same ones.

    Two uniform numbers make two normal ones (Box and Muller 1958).
    """
    count = int(np.prod(shape))
    uniform = _uniform(count + count % 2, seed)
    radius = np.sqrt(-2 * np.log(uniform[::2]))
    angle = 2 * np.pi * uniform[1::2]
    found: Array = np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])[:count]
    return found.reshape(shape)
