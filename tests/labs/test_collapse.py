"""Stacks of layers without an activation, and XOR."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.labs.collapse import affine_xor, collapse, convolved, folded_xor, merged


def test_stacks_without_activation_are_one_layer():
    found = collapse("a")
    assert 0 < found.dense < 1e-13
    assert 0 < found.convolved < 1e-13


def test_a_kernel_after_a_kernel_is_a_larger_kernel():
    image = np.arange(50.0).reshape(1, 5, 10)
    first, second = np.ones((1, 1, 1, 2)), np.array([[[[1.0, -1.0]]]])
    assert merged(first, second).ravel().tolist() == [1.0, 0.0, -1.0]
    assert convolved(image, merged(first, second)).ravel().tolist() == [-2.0] * 40


def test_a_kink_between_the_layers_would_not_collapse():
    """The comparison can fail: with ReLU in between the same sum of squares is far from one layer."""
    image = np.linspace(-1, 1, 75).reshape(3, 5, 5)
    one, two = np.full((3, 3, 2, 2), 0.3), np.full((3, 3, 2, 2), -0.2)
    bent = convolved(np.maximum(convolved(image, one), 0), two)
    assert np.abs(bent - convolved(image, merged(one, two))).max() > 0.1


def test_xor_needs_two_kinks():
    assert affine_xor() == pytest.approx(0.5)
    assert folded_xor() == 0.0
