"""Kin of SiLU and GELU: the two approximations of GELU, Mish, and the switch that learns itself."""

from __future__ import annotations

import numpy as np

from tutor.activations.functions.arrays import FAR, Array, plus_one, product, scaled, within_reach
from tutor.activations.functions.gates import TAIL, d_silu, dd_silu, gated, silu
from tutor.activations.functions.logistic import d_sigmoid

# Decimal constants as the nearest double and the rest; 2√(2/π) and 0.044715 are those of the
# tanh form of GELU (Hendrycks & Gimpel 2016).
QUICK, QUICK_REST = 1.702, 4.263256414560601e-17
SCALE, SCALE_REST = 1.5957691216057308, -9.96930880911092e-17
CUBIC, CUBIC_REST = 0.044715, 2.1960211427085595e-18


def quick_gelu(x: Array) -> Array:
    """f(x) = x·σ(1.702x)."""
    y, error = product(QUICK, x)
    return gated(x, y, error + QUICK_REST * within_reach(x))


def d_quick_gelu(x: Array) -> Array:
    """f′(x) = SiLU′ with β = 1.702."""
    return d_silu(x, QUICK, QUICK_REST)


def dd_quick_gelu(x: Array) -> Array:
    """f″(x) = SiLU″ with β = 1.702."""
    return dd_silu(x, QUICK, QUICK_REST)


def _inner(x: Array) -> tuple[Array, Array]:
    """Return 2√(2/π)·(x + 0.044715x³) and its rounding error, for |x| ≤ 60.

    In twice the working precision: a rounding error here is multiplied by up to 700 in the tail.
    """
    square, square_error = product(x, x)
    cubic, cubic_error = product(CUBIC, square)
    bracket, bracket_error = plus_one(cubic)
    bracket_error = bracket_error + cubic_error + CUBIC * square_error + CUBIC_REST * square
    line, line_error = product(SCALE, x)
    inner, error = product(line, bracket)
    return inner, error + line * bracket_error + (line_error + SCALE_REST * x) * bracket


def gelu_tanh(x: Array) -> Array:
    """f(x) = x/2·(1 + tanh(√(2/π)·(x + 0.044715x³))) = x·σ(y) with y twice that argument."""
    near = np.clip(x, -60.0, 60.0)
    return np.where(x > 60, x, gated(near, *_inner(near)))


def d_gelu_tanh(x: Array) -> Array:
    """f′(x) = σ(y) + x·y′·σ(y)·σ(−y), with y′ = 2√(2/π)·(1 + 0.134145x²)."""
    x = np.clip(x, -60.0, 60.0)
    y, error = _inner(x)
    half: Array = np.exp(-0.5 * np.abs(y))
    e = half * half
    bend = x * SCALE * (1 + 3 * CUBIC * x * x)
    square = (1 + e) * (1 + e)
    right = (1 + e + bend * e) / square
    left = half * ((1 + e + bend) / square) * (half + half * error)
    return np.where(y >= 0, right, left)


def dd_gelu_tanh(x: Array) -> Array:
    """f″(x) = σ(y)·σ(−y)·[2y′ + x·y″ − x·y′²·tanh(y/2)]."""
    x = np.clip(x, -60.0, 60.0)
    y, error = _inner(x)
    half: Array = np.exp(-0.5 * np.abs(y))
    slope, bend = SCALE * (1 + 3 * CUBIC * x * x), SCALE * 6 * CUBIC * x
    bracket = 2 * slope + x * bend - x * slope * slope * np.tanh(y / 2)
    e = half * half
    return half * (bracket / ((1 + e) * (1 + e))) * (half - np.sign(y) * half * error)


def mish(x: Array) -> Array:
    """Mish(x) = x·tanh(softplus(x)) = x·n/(n + 2) with n = e²ˣ + 2eˣ; divided through by e²ˣ on the right."""
    e: Array = np.exp(-np.abs(x))
    right = 1 + 2 * e
    left = e * (e + 2)
    result: Array = np.where(x > 0, x * right, x * left) / np.where(x > 0, right + 2 * e * e, left + 2)
    far = x < TAIL
    if far.any():
        near = np.maximum(x[far], -FAR)
        half: Array = np.exp(0.5 * near)
        result[far] = half * near * half
    return result


def d_mish(x: Array) -> Array:
    """Mish′(x), in the same two forms: the paper's formula is not a number from 177 on."""
    x = within_reach(x)
    e: Array = np.exp(-np.abs(x))
    q = np.where(x > 0, 1 + 2 * e * (1 + e), e * (e + 2) + 2)
    bend = 4 * x * e * (1 + e)
    result: Array = np.where(x > 0, (1 + 2 * e) * q + e * bend, e * (e + 2) * q + bend) / (q * q)
    far = x < TAIL
    if far.any():
        half: Array = np.exp(0.5 * x[far])
        result[far] = half * (1 + x[far]) * half
    return result


def dd_mish(x: Array) -> Array:
    """Mish″(x), in the same two forms."""
    left = np.clip(x, -1500.0, 0.0)
    half: Array = np.exp(0.5 * left)
    grown = half * half
    n = grown * (grown + 2)
    low = half * (4 * (2 * (1 + grown) * (n + 2) + left * (n + 2 - 2 * n * grown)) / (n + 2) ** 3) * half
    right = np.clip(x, 0.0, 1500.0)
    e: Array = np.exp(-right)
    q = 1 + 2 * e + 2 * e * e
    high = e * (4 * (2 * (1 + e) * q + right * (e * q - 2 - 4 * e)) / q**3) * e
    return np.where(x > 0, high, low)


def acon_c(x: Array, p1: float, p2: float, beta: float) -> Array:
    """ACON-C(x) = (p₁ − p₂)x·σ(β(p₁ − p₂)x) + p₂x: from a line (β = 0) to max(p₁x, p₂x) (β → ∞)."""
    width = p1 - p2
    right, left = _far_slopes(p1, p2, beta * width)
    far = np.where(x > 0, scaled(right, x), scaled(left, x))  # where the sum would be ∞ − ∞
    return np.where(np.isinf(x), far, width * silu(x, beta * width) + scaled(p2, x))


def _far_slopes(p1: float, p2: float, steepness: float) -> tuple[float, float]:
    """Return the slopes of ACON-C far right and far left; a gate of no steepness stays half open."""
    if steepness == 0:
        return (p1 + p2) / 2, (p1 + p2) / 2
    return (p1, p2) if steepness > 0 else (p2, p1)


def d_acon_c(x: Array, p1: float, p2: float, beta: float) -> Array:
    """f′(x) = (p₁ − p₂)·SiLU′(x; β(p₁ − p₂)) + p₂."""
    width = p1 - p2
    return width * d_silu(x, beta * width) + p2


def dd_acon_c(x: Array, p1: float, p2: float, beta: float) -> Array:
    """f″(x) = (p₁ − p₂)·SiLU″(x; β(p₁ − p₂))."""
    width = p1 - p2
    return width * dd_silu(x, beta * width)


def acon_c_by_p1(x: Array, p1: float, p2: float, beta: float) -> Array:
    """∂f/∂p₁ = x·SiLU′(y; 1) at y = β(p₁ − p₂)x."""
    return _times(x, d_silu(scaled(beta * (p1 - p2), x), 1.0))


def acon_c_by_p2(x: Array, p1: float, p2: float, beta: float) -> Array:
    """∂f/∂p₂ = x − ∂f/∂p₁ = x·SiLU′(−y; 1)."""
    return _times(x, d_silu(scaled(-beta * (p1 - p2), x), 1.0))


def acon_c_by_beta(x: Array, p1: float, p2: float, beta: float) -> Array:
    """∂f/∂β = (p₁ − p₂)²x²·σ′(β(p₁ − p₂)x)."""
    line = scaled(p1 - p2, x)
    slope = d_sigmoid(scaled(beta, line))
    return np.where(slope == 0, 0.0, line * slope * line)


def _times(x: Array, factor: Array) -> Array:
    """Return x·factor, and 0 where the factor is 0 though x is infinite."""
    return np.where(factor == 0, 0.0, x * factor)
