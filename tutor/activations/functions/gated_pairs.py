"""Gated linear units without their matrices: (a, b) ↦ a·g(b), the two halves of the last axis.

Each beside its Jacobian, which is the two diagonal blocks g(b) and a·g′(b).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tutor.activations.functions.gates import d_gelu, d_silu, gelu, silu
from tutor.activations.functions.logistic import d_sigmoid, sigmoid
from tutor.activations.functions.rectifiers import d_relu, relu
from tutor.errors import UsageError

if TYPE_CHECKING:
    from tutor.activations.functions.arrays import Array


def _halves(x: Array) -> tuple[Array, Array]:
    """Return the two halves; raises `UsageError` for an odd length."""
    size = x.shape[-1]
    if size % 2:
        raise UsageError("activation.odd_length", size=size)
    return x[..., : size // 2], x[..., size // 2 :]


def _blocks(by_a: Array, by_b: Array) -> Array:
    eye = np.eye(by_a.shape[-1])
    return np.concatenate([by_a[..., None] * eye, by_b[..., None] * eye], axis=-1)


def glu(x: Array) -> Array:
    """GLU(a, b) = a·σ(b)."""
    a, b = _halves(x)
    return a * sigmoid(b)


def j_glu(x: Array) -> Array:
    """J = [σ(b), a·σ′(b)]."""
    a, b = _halves(x)
    return _blocks(sigmoid(b), a * d_sigmoid(b))


def reglu(x: Array) -> Array:
    """ReGLU(a, b) = a·ReLU(b)."""
    a, b = _halves(x)
    return a * relu(b)


def j_reglu(x: Array) -> Array:
    """J = [ReLU(b), a·ReLU′(b)]."""
    a, b = _halves(x)
    return _blocks(relu(b), a * d_relu(b))


def geglu(x: Array) -> Array:
    """GEGLU(a, b) = a·GELU(b)."""
    a, b = _halves(x)
    return a * gelu(b)


def j_geglu(x: Array) -> Array:
    """J = [GELU(b), a·GELU′(b)]."""
    a, b = _halves(x)
    return _blocks(gelu(b), a * d_gelu(b))


def swiglu(x: Array) -> Array:
    """SwiGLU(a, b) = a·SiLU(b)."""
    a, b = _halves(x)
    return a * silu(b, 1.0)


def j_swiglu(x: Array) -> Array:
    """J = [SiLU(b), a·SiLU′(b)]."""
    a, b = _halves(x)
    return _blocks(silu(b, 1.0), a * d_silu(b, 1.0))


def bilinear(x: Array) -> Array:
    """Bilinear(a, b) = a·b: a gate without an activation."""
    a, b = _halves(x)
    return a * b


def j_bilinear(x: Array) -> Array:
    """J = [b, a]."""
    a, b = _halves(x)
    return _blocks(b, a)
