"""Traits of curves: held by the right ones, proved by numbers that anybody can check."""

import pytest

from tutor.questions.generate.by_curve import known
from tutor.questions.generate.family import Seed
from tutor.sessions.games.subjects import look
from tutor.sessions.games.traits import TRAITS, twins

LOOKS = {name: look(name, Seed(("traits",))) for name in known()}
BY_NAME = {trait.name: trait for trait in TRAITS}


def having(trait, *, side=True):
    return {name for name, one in LOOKS.items() if BY_NAME[trait].holds(one) is side}


def test_who_goes_down_somewhere():
    assert having("rises", side=False) == {"silu", "gelu", "mish", "hard_swish", "sine"}


def test_who_has_a_corner():
    kinked = {"relu", "leaky_relu", "selu", "hard_sigmoid", "hard_tanh", "relu6", "hard_swish"}
    assert having("corner") == kinked


def test_who_is_zero_centred_without_being_odd():
    """Odd functions are zero-centred by nature, SELU by its two constants; a leak does not suffice."""
    assert having("centred") - having("odd") == {"selu"}
    assert having("odd") <= having("centred")


def test_who_is_ever_steeper_than_one():
    assert having("steep") == {
        "lecun_tanh",
        "erf",
        "squared_relu",
        "selu",
        "silu",
        "gelu",
        "mish",
        "hard_swish",
        "snake",
    }


def test_who_is_exactly_zero_on_a_stretch():
    assert having("zeros") == {"step", "relu", "squared_relu", "hard_sigmoid", "relu6", "hard_swish"}


def test_who_is_x_times_a_smooth_gate():
    assert having("gate") == {"silu", "gelu", "mish"}


def test_only_the_step_hangs_on_conventions():
    open_ones = {(trait.name, name) for trait in TRAITS for name, one in LOOKS.items() if trait.holds(one) is None}
    assert open_ones == {(trait, "step") for trait in ("zero", "corner", "steep", "convex")}


def test_a_sine_is_bounded_and_does_not_go_flat():
    sine = LOOKS["sine"]
    assert [BY_NAME[name].holds(sine) for name in ("ceiling", "floor", "flat-left", "flat-right")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("name", sorted(having("one-to-one", side=False)))
def test_twins_are_two_inputs_with_one_output(name):
    one, other = twins(LOOKS[name])
    assert one != other
    assert LOOKS[name].at(one) == pytest.approx(LOOKS[name].at(other), abs=1e-12)


@pytest.mark.parametrize("name", sorted(having("convex", side=False)))
def test_between_two_places_the_slope_of_what_is_not_convex_falls(name):
    left, right = BY_NAME["convex"].places(LOOKS[name])
    assert left < right
    facts = BY_NAME["convex"].numbers(LOOKS[name])
    assert facts["a"] > facts["b"]


@pytest.mark.parametrize("trait", TRAITS, ids=lambda trait: trait.name)
def test_every_place_is_in_the_picture(trait):
    places = [place for one in LOOKS.values() for place in trait.places(one)]
    low, high = trait.span
    assert all(low <= place <= high for place in places)
