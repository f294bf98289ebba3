"""The numbers of the computed pictures are the core's."""

from math import sqrt

import numpy as np
import pytest

from tutor.activations.catalogue import ACTIVATIONS, get
from tutor.activations.propagation import chi1, gaussian_facts
from tutor.errors import NotFoundError, UsageError
from tutor.pictures.catalogue import make
from tutor.pictures.radar import AXES, scores
from tutor.pictures.request import Request
from tutor.pictures.spoken import summary
from tutor.pictures.spoken_shown import rows


def score(name, axis):
    return scores(get(name))[AXES.index(axis)]


def column(table, key):
    place = table.place(key)
    return {row[0].value: row[place].value for row in table.rows}


@pytest.mark.parametrize("record", ACTIVATIONS, ids=lambda record: record.name)
def test_every_score_lies_between_0_and_1(record):
    assert all(0 <= value <= 1 for value in scores(record))


@pytest.mark.parametrize(
    ("name", "axis", "known"),
    [
        ("relu", "gradient", 1.0),
        ("relu", "centred", 1 - 1 / sqrt(np.pi)),
        ("relu", "alive", 0.5),
        ("tanh", "centred", 1.0),
        ("sigmoid", "alive", 1.0),
        ("step", "smooth", 0.0),
        ("relu", "smooth", 1 / 3),
        ("elu", "smooth", 2 / 3),
        ("gelu", "smooth", 1.0),
        ("silu", "monotone", 0.899457160434987),
    ],
)
def test_scores_follow_their_definitions(name, axis, known):
    assert score(name, axis) == pytest.approx(known, rel=1e-6)


def test_dead_units_are_those_of_the_core():
    for name in ("relu", "hard_tanh", "hard_sigmoid", "gelu", "relu6"):
        assert score(name, "alive") == pytest.approx(1 - gaussian_facts(get(name)).dead, abs=1e-9)


def test_a_radar_of_chosen_functions():
    shown = make("radar", Request(functions=("Leaky ReLU", "mish")))
    assert [one.function for one in shown.scored] == ["leaky_relu", "mish"]
    with pytest.raises(NotFoundError):
        make("radar", Request(functions=("gelo",)))


def test_histograms_hold_all_of_the_probability():
    shown = make("distribution", Request(functions=("relu", "sigmoid", "selu")))
    for one in shown.histograms:
        assert sum(one.shares) + one.below + one.above == pytest.approx(1.0, rel=1e-12)


def test_a_histogram_is_that_of_many_samples():
    shown = make("distribution", Request(functions=("gelu",)))
    z = np.random.default_rng(7).standard_normal(400_000)
    edges = [*(centre - shown.step / 2 for centre in shown.centres), shown.centres[-1] + shown.step / 2]
    counted = np.histogram(get("gelu").value(z), edges)[0] / z.size
    np.testing.assert_allclose(shown.histograms[1].shares, counted, atol=0.004)


def test_half_of_what_leaves_relu_is_exactly_0():
    shown = make("distribution", Request(functions=("relu",)))
    zero = shown.centres.index(0.0)
    assert shown.histograms[1].shares[zero] == pytest.approx(0.5 + 0.0497382248301, rel=1e-9)


def test_means_beside_histograms_are_the_cores():
    table = make("distribution", Request(functions=("sigmoid", "gelu"))).facts
    for name in ("sigmoid", "gelu"):
        known = gaussian_facts(get(name))
        assert column(table, "mean")[name] == known.mean
        assert column(table, "spread")[name] == known.variance**0.5


def test_the_risk_of_dying_grows_as_the_input_drifts():
    table = make("dead-risk")
    assert column(table, "dead_0")["relu"] == pytest.approx(0.5)
    assert column(table, "dead_2")["relu"] == pytest.approx(0.9772498680518208, rel=1e-12)
    assert column(table, "all_4")["relu"] == pytest.approx(0.9999683287581669**1000, rel=1e-9)
    assert column(table, "dead_4")["leaky_relu"] == 0
    assert column(table, "slope_4")["gelu"] == get("gelu").derivative(-4.0)
    assert len(table.rows) == len(ACTIVATIONS)


def test_the_risk_can_be_asked_for_some_functions_in_another_order():
    table = make("dead-risk", Request(functions=("relu", "gelu", "elu"), sort="-slope_4", columns=("slope_4",)))
    assert [row[0].value for row in table.rows] == ["elu", "relu", "gelu"]
    assert [one.key for one in table.columns] == ["function", "slope_4"]


def test_gradient_flow_tells_chi1_of_the_core():
    table = make("gradient-flow", Request(functions=("tanh",), gains=(2.0,))).facts
    assert list(column(table, "chi1").values()) == [chi1(get("tanh"), 2.0)]


def test_a_signal_that_runs_away_has_no_chi1():
    table = make("gradient-flow", Request(functions=("gelu",), gains=(1.8,))).facts
    assert list(column(table, "chi1").values()) == [None]


def test_gradient_flow_says_what_becomes_of_a_gradient():
    asked = Request(functions=("relu", "tanh"), gains=(1.0, 2.0), depth=60)
    table = make("gradient-flow", asked).facts
    assert [row[-1].text.en for row in table.rows] == ["vanishes", "explodes", "holds", "explodes"]


def test_gradient_flow_draws_the_size_as_a_power_of_ten():
    sheet = make("gradient-flow", Request(functions=("relu",), gains=(1.0,), depth=21))
    points = sheet.picture.panels[0].curves[0].segments[0]
    assert points[0] == pytest.approx((1.0, 20 * np.log10(0.5) / 2))
    assert points[-1] == (21.0, 0.0)


def test_too_many_networks_are_refused():
    with pytest.raises(UsageError):
        make("gradient-flow", Request(functions=("relu", "tanh", "elu", "gelu"), gains=(1.0, 1.2, 1.4, 2.0)))


def test_a_gradient_that_is_drawn_is_also_told():
    """The curve shows powers of ten; what is said of it are sizes. Over 50 layers of ReLU at gain 1, 2^−24.5."""
    made = make("gradient-flow", Request(functions=("relu",), gains=(1.0,)))
    told = summary(made.picture, "en")
    assert told[0] == "ReLU, σ_w = 1 rises from 4.21×10⁻⁸ at 1 to 1 at 50."
    assert not any("no value" in one for one in told)


def test_spoken_rows_leave_out_what_has_no_value():
    said = list(rows(make("gradients", Request(functions=("softplus", "tanh"))), "en"))
    assert not any("–" in one for one in said)
    assert not any("。；" in one or "。。" in one for one in rows(make("choose-task"), "zh"))
