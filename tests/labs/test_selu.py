"""The experiment selu: the fixed point, what keeps it and what does not."""

import pytest

from tests.labs.running import every_text, measure, outcome, stopped
from tutor.activations import ACTIVATIONS
from tutor.labs.functions import unit
from tutor.labs.pacing import finished
from tutor.labs.selu import foreseen, shrinking

SMALL = {"units": "64", "runs": "3"}


def test_the_map_has_its_fixed_point_at_0_and_1_and_draws_deviations_in():
    track = finished(foreseen(unit("selu"), "lecun", 0.0, 1.0, 3))
    assert track[-1] == pytest.approx([0.0, 1.0], abs=1e-9)
    assert finished(foreseen(unit("selu"), "lecun", 2.0, 3.0, 40))[-1] == pytest.approx([0.0, 1.0], abs=1e-3)
    above, below = (finished(foreseen(unit("selu"), "lecun", 0.0, deviation, 8)) for deviation in (1.01, 1 / 1.01))
    assert shrinking(above, below) == pytest.approx(0.7826, abs=0.001)  # Klambauer et al. 2017, the Jacobian's entry


def test_identity_weights_end_where_the_errata_say():
    variances = finished(foreseen(unit("selu"), "identity", 0.0, 1.0, 50))[:, 1]
    assert variances[[1, 2, 10, 50]] == pytest.approx([1.0, 1.10, 2.12, 54.2], rel=0.01)  # E10


def test_weights_of_variance_1_over_n_keep_the_variance_and_no_others():
    result = outcome("selu", functions="selu,relu", depth="30", **SMALL)
    assert result.answer == "variance"
    for name in ("LeCun, variance", "uniform"):
        one = measure(result, name)
        assert one.measured == pytest.approx(1.0, abs=4 * one.error + 0.1)
    shrinks = measure(result, "deviation")
    assert shrinks.measured == pytest.approx(shrinks.theory, abs=4 * shrinks.error + 0.03)
    assert measure(result, "default").measured < 1e-3
    assert measure(result, "with He").measured > 20


def test_inputs_that_were_not_standardised_are_put_right():
    result = outcome("selu", weights="lecun,he", functions="selu", shift="2", scale="3", depth="25", **SMALL)
    assert measure(result, "LeCun, variance").measured == pytest.approx(1.0, abs=0.4)
    assert "mean 2 and variance 9" in result.verdict.en


def test_relu_does_not_right_itself():
    result = outcome("selu", functions="relu", depth="10", **SMALL)
    assert measure(result, "deviation").measured == pytest.approx(1.0, abs=1e-6)
    assert any("does not right itself" in text.en for text in result.told)


def test_a_stopped_run_is_told_and_one_without_a_network_tells_nothing():
    assert stopped("selu", 0.1, depth="10", **SMALL).verdict.en.startswith("No network")
    partial = stopped("selu", 0.4, depth="10", **SMALL)
    assert any("of the planned 3" in text.en for text in partial.told)


def test_the_same_seed_finds_the_same():
    first, again, other = (outcome("selu", seed, depth="6", **SMALL) for seed in "112")
    assert first == again
    assert first != other


def test_every_function_and_the_extremes_work():
    names = [record.name for record in ACTIVATIONS]
    for place in range(0, len(names), 12):
        functions = ",".join(names[place : place + 12])
        result = outcome("selu", functions=functions, scale="100", shift="-100", depth="6", units="2", runs="1")
        assert all(text.zh and text.en for text in every_text(result))
    assert outcome("selu", functions="x*tanh(x)", scale="0.01", depth="3", units="8", runs="2").measures
