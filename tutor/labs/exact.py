"""A function for arrays of any size, computed afresh at every number, also where a learner wrote it.

`functions.unit` puts a table in place of an expression: quick, but with straight pieces, and a straight line
beyond 20. Where it matters that x² is a parabola everywhere, an expression has to be computed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.functions import Unit, unit

if TYPE_CHECKING:
    from tutor.activations.expression import Node
    from tutor.labs.normals import Array

CHUNK = 8192  # numbers for one evaluation: its meter allows a few million operations
HIGHEST = 12  # degree up to which a polynomial is recognised
NEAR, FAR = 20.0, (-150.0, -60.0, 60.0, 150.0)
EXACT = 1e-11


def exact(text: str) -> Unit:
    """Return the function called or written `text`, computed and not looked up in a table.

    Raises what `unit` raises: `ExpressionError`, or `UsageError` for one without values on [−20, 20].
    """
    from tutor.activations.expression import parse

    found = unit(text)
    if found.record is not None:
        return found
    node = parse(text)
    return Unit(text, lambda x: _computed(node, x, 0), lambda x: _computed(node, x, 1))


def _computed(node: Node, x: Array, order: int) -> Array:
    from tutor.activations.expression import function_of

    flat = np.asarray(x, dtype=np.float64).ravel()
    parts = [flat[start : start + CHUNK] for start in range(0, flat.size, CHUNK)]
    values = [function_of(node).derivative(part, order) for part in parts]
    return np.concatenate(values).reshape(np.shape(x)) if values else np.zeros(np.shape(x))


def degree(function: Unit) -> int | None:
    """Return the degree of a polynomial (at most 12), None for a function that is none.

    It has to be one on [−20, 20], to 11 digits, and to go on as the same one far outside.
    """
    from numpy.polynomial import Chebyshev

    nodes = NEAR * np.cos(np.pi * (np.arange(400) + 0.5) / 400)
    with np.errstate(all="ignore"):
        fitted = Chebyshev.fit(nodes, function.value(nodes), HIGHEST + 2, domain=(-NEAR, NEAR))
        far = np.array(FAR)
        goes_on = np.allclose(fitted.trim(1e-9)(far), function.value(far), rtol=1e-6)
    sizes = np.abs(fitted.coef)
    needed = np.flatnonzero(sizes > EXACT * max(float(sizes.max()), 1e-300))
    highest = int(needed[-1]) if needed.size else 0
    rest = np.abs(function.value(nodes) - fitted(nodes)).max()
    whole = rest <= EXACT * max(float(sizes.max()), 1e-300)
    return highest if whole and goes_on and highest <= HIGHEST else None
