"""Waves: the sine of implicit representations, and Snake, a line that learns a period."""

from __future__ import annotations

import numpy as np

from tutor.activations.functions.arrays import Array, scaled


def sine(x: Array, omega: float) -> Array:
    """f(x) = sin(ωx)."""
    return np.sin(scaled(omega, x))


def d_sine(x: Array, omega: float) -> Array:
    """f′(x) = ω·cos(ωx)."""
    return np.multiply(omega, np.cos(scaled(omega, x)))


def dd_sine(x: Array, omega: float) -> Array:
    """f″(x) = −ω²·sin(ωx)."""
    return np.multiply(-(omega**2), np.sin(scaled(omega, x)))


def sine_by_omega(x: Array, omega: float) -> Array:
    """∂f/∂ω = x·cos(ωx)."""
    return np.multiply(x, np.cos(scaled(omega, x)))


def snake(x: Array, a: float) -> Array:
    """f(x) = x + sin²(ax)/a; a = 0 is x."""
    if a == 0:
        return x.copy()
    return np.where(np.isinf(x), x, x + np.square(np.sin(a * x)) / a)


def d_snake(x: Array, a: float) -> Array:
    """f′(x) = 1 + sin(2ax): between 0 and 2, so f never falls."""
    return np.sin(scaled(2 * a, x)) + 1.0


def dd_snake(x: Array, a: float) -> Array:
    """f″(x) = 2a·cos(2ax)."""
    return np.multiply(2 * a, np.cos(scaled(2 * a, x)))


def snake_by_a(x: Array, a: float) -> Array:
    """∂f/∂a = x·sin(2ax)/a − sin²(ax)/a², and x² at a = 0."""
    if a == 0:
        return np.square(x)
    return x * np.sin(2 * a * x) / a - np.square(np.sin(a * x) / a)
