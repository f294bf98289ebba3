"""Ways to mix functions: channels that add up, gains that keep the signal."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.labs.functions import unit
from tutor.labs.layers import Activate, Mixture, Split
from tutor.labs.mixing import arms, blended
from tutor.labs.normals import normals

RELU, TANH, MISH = unit("relu"), unit("tanh"), unit("mish")


def by_kind(units, width, share=0.7):
    return {arm.kind: arm for arm in arms(units, width, share)}


@pytest.mark.parametrize(("width", "sizes"), [(64, (45, 19)), (20, (14, 6)), (10, (7, 3))])
def test_a_split_rounds_and_loses_no_channel(width, sizes):
    """int(64·0.7) would be 44 channels and 68.75 % (errata E24); 45 of 64 is the nearest to 70 %."""
    assert by_kind([RELU, MISH], width)["split"].sizes == sizes


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_each_side_of_a_split_keeps_a_channel(share):
    assert min(by_kind([RELU, MISH], 12, share)["split"].sizes) == 1


def test_groups_are_as_even_as_channels_allow():
    assert by_kind([RELU, TANH, MISH], 20)["groups"].sizes == (7, 7, 6)


def test_singles_come_first_and_then_the_three_mixes():
    made = arms([RELU, TANH], 12, 0.5)
    assert [arm.name for arm in made] == ["ReLU", "tanh", "split", "groups", "mixture"]
    assert [type(arm.layer(2)) for arm in made] == [Activate, Activate, Split, Split, Mixture]


def test_one_function_mixed_with_itself_is_itself():
    x = normals((2, 5, 12), "inputs")
    for arm in arms([TANH], 12, 0.7):
        assert arm.layer(2).forward(x) == pytest.approx(np.tanh(x))


def test_a_blend_needs_another_gain_than_channels_side_by_side():
    """E(½ReLU + ½tanh)² = 3/8, while the mean of E ReLU² = ½ and E tanh² = 0.394 is 0.447."""
    kinds = by_kind([RELU, TANH], 12, 0.5)
    assert kinds["mixture"].gain == pytest.approx((3 / 8) ** -0.5, rel=1e-3)
    assert kinds["groups"].gain == pytest.approx(((0.5 + 0.394294) / 2) ** -0.5, rel=1e-5)


def test_a_blend_is_the_mean():
    x = np.linspace(-2, 2, 9)
    assert blended([RELU, TANH]).slope(x) == pytest.approx((RELU.slope(x) + TANH.slope(x)) / 2)
