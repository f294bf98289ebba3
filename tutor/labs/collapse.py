"""What layers without an activation between them come to: one layer. And XOR, which no single one can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.normals import normals

if TYPE_CHECKING:
    from tutor.labs.normals import Array

LAYERS, WIDTH, SAMPLES = 5, 16, 64
CHANNELS, KERNEL, SIDE = 3, 3, 16
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
WANTED = np.array([0.0, 1.0, 1.0, 0.0])


@dataclass(frozen=True, slots=True)
class Collapse:
    """How far stacks are from one layer, as a share of the output: the largest difference found."""

    dense: float
    convolved: float


def collapse(*seed: object) -> Collapse:
    """Compare five dense layers, and five convolutions, with the one layer that their product is."""
    return Collapse(_dense(seed), _convolved(seed))


def _dense(seed: tuple[object, ...]) -> float:
    inputs = normals((SAMPLES, WIDTH), "dense inputs", *seed)
    output, matrix, shift = inputs, np.eye(WIDTH), np.zeros(WIDTH)
    for place in range(LAYERS):
        weights = normals((WIDTH, WIDTH), "dense", place, *seed) / np.sqrt(WIDTH)
        biases = normals((WIDTH,), "dense biases", place, *seed)
        output = output @ weights + biases
        matrix, shift = matrix @ weights, shift @ weights + biases
    return _gap(output, inputs @ matrix + shift)


def _convolved(seed: tuple[object, ...]) -> float:
    """Compare with one convolution whose kernel is larger: 5 times 3×3 make 11×11."""
    image = normals((CHANNELS, SIDE, SIDE), "image", *seed)
    output, kernel = image, np.eye(CHANNELS)[:, :, None, None]
    for place in range(LAYERS):
        scale = np.sqrt(CHANNELS * KERNEL**2)
        drawn = normals((CHANNELS, CHANNELS, KERNEL, KERNEL), "kernel", place, *seed) / scale
        output = convolved(output, drawn)
        kernel = merged(kernel, drawn)
    return _gap(output, convolved(image, kernel))


def convolved(image: Array, kernel: Array) -> Array:
    """Return the convolution of an image (channels, rows, columns) without padding, as networks compute it.

    `kernel` is (channels out, channels in, rows, columns).
    """
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape[2:], axis=(1, 2))
    found: Array = np.einsum("irckl,oikl->orc", windows, kernel)
    return found


def merged(first: Array, second: Array) -> Array:
    """Return the kernel of `second` after `first`: channels multiply as matrices, places add up."""
    rows, columns = first.shape[2] + second.shape[2] - 1, first.shape[3] + second.shape[3] - 1
    found = np.zeros((second.shape[0], first.shape[1], rows, columns))
    for row in range(second.shape[2]):
        for column in range(second.shape[3]):
            part = np.einsum("om,mikl->oikl", second[:, :, row, column], first)
            found[:, :, row : row + first.shape[2], column : column + first.shape[3]] += part
    return found


def _gap(first: Array, second: Array) -> float:
    return float(np.abs(first - second).max() / np.abs(first).max())


def affine_xor() -> float:
    """Return what the best affine map leaves of XOR, root mean square: it says ½ everywhere."""
    columns = np.column_stack([np.ones(4), CORNERS])
    weights = np.linalg.lstsq(columns, WANTED, rcond=None)[0]
    return float(np.sqrt(np.mean((columns @ weights - WANTED) ** 2)))


def folded_xor() -> float:
    """Return the largest error of ReLU(a + b) − 2·ReLU(a + b − 1) on XOR."""
    both = CORNERS.sum(axis=1)
    found = np.maximum(both, 0) - 2 * np.maximum(both - 1, 0)
    return float(np.abs(found - WANTED).max())
