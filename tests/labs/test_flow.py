"""The experiment flow: who keeps gradients, told beside the theory."""

from math import log10

import numpy as np
import pytest

from tests.labs.running import every_text, measure, outcome, steps, stopped
from tutor.activations import ACTIVATIONS
from tutor.labs.catalogue.flowing import FLOW
from tutor.labs.deep import Sizes
from tutor.labs.flow import begun
from tutor.labs.flow_told import fate, typical
from tutor.labs.model import Heat
from tutor.labs.settings import settled
from tutor.pictures.experiment import shown

SMALL = {"depth": "12", "units": "40", "runs": "3", "gains": "1,2"}


def test_each_layer_multiplies_as_theory_says_within_the_spread_of_the_networks():
    result = outcome("flow", functions="relu,tanh,sigmoid", **SMALL)
    for one in result.measures:
        assert one.runs == 3
        assert one.measured == pytest.approx(one.theory, abs=4 * one.error + 0.02), one.name.en


@pytest.mark.parametrize(
    ("functions", "gain", "depth", "answer"),
    [
        ("sigmoid,selu", "1.6", "40", "both"),
        ("sigmoid,tanh", "1", "20", "vanish"),
        ("tanh,selu", "3", "20", "explode"),
        ("relu", "1.414214", "10", "kept"),
    ],
)
def test_the_answer_is_what_was_measured(functions, gain, depth, answer):
    result = outcome("flow", functions=functions, gain=gain, depth=depth, gains=gain, units="60", runs="3")
    assert result.answer == answer


def test_a_preset_shows_that_slope_1_does_not_keep_gradients():
    result = outcome("flow", preset="slope-one", units="60", runs="3")
    assert measure(result, "ReLU").measured == pytest.approx(2**-0.5, abs=0.02)
    assert result.answer == "vanish"
    assert "ReLU" in result.verdict.zh.partition("消失")[2]


def test_the_map_shows_in_its_middle_shade_what_the_verdict_calls_kept():
    result = outcome("flow", functions="sigmoid,relu,selu", gain="1.6", gains="1.6", depth="40", units="60", runs="3")
    found = next(shown(finding, "en") for finding in result.findings if isinstance(finding, Heat))
    assert found.rows == ("Sigmoid", "ReLU", "SELU")
    fates = {name: found.level(row[0]) for name, row in zip(found.rows, found.values, strict=True)}
    kept = result.verdict.en.partition("kept")[2].partition(";")[0]
    assert fates["Sigmoid"] in (0, 1)
    assert fates["SELU"] in (3, 4)
    assert all((level == 2) == (name in kept) for name, level in fates.items())


def test_runs_that_were_stopped_say_how_many_were_finished():
    assert stopped("flow", 0, **SMALL).verdict.en.startswith("No random network")
    partial = stopped("flow", 0.55, functions="relu,tanh", **SMALL)
    assert any("of the planned 3 draws" in text.en for text in partial.told)


def test_the_same_seed_finds_the_same_and_another_one_something_else():
    first, again, other = (outcome("flow", seed, functions="relu,gelu", **SMALL) for seed in "112")
    assert first == again
    assert first != other


@pytest.mark.parametrize("gain", ["0.1", "50"])
def test_every_function_survives_the_largest_and_smallest_weights(gain):
    names = [record.name for record in ACTIVATIONS]
    for place in range(0, len(names), 12):
        functions = ",".join(names[place : place + 12])
        result = outcome("flow", functions=functions, gain=gain, gains="0.1,50", depth="8", units="8", runs="1")
        assert len(result.measures) == len(names[place : place + 12])
        assert all(text.zh and text.en for text in every_text(result))


def test_expressions_and_the_smallest_network_work():
    result = outcome("flow", functions="x*tanh(x),max(x,0.1*x)", depth="2", units="8", runs="2", gains="1")
    assert [one.name.en.removesuffix(", gradient factor per layer") for one in result.measures] == [
        "x*tanh(x)",
        "max(x,0.1*x)",
    ]


def test_networks_that_lose_everything_beside_endless_ones_have_no_typical_size():
    assert np.isnan(typical(np.array([-np.inf, np.inf])))
    assert typical(np.array([-np.inf, 1.0])) == -np.inf


def test_steps_go_forward_and_end_at_1():
    done = [step.done for step in steps("flow", functions="relu", **SMALL)]
    assert done == sorted(done)
    assert done[-1] == 1.0


def test_a_border_within_the_interval_of_students_t_is_not_decided():
    """Three draws 0.2 powers of ten beyond the border, standard error 0.058: 3.5 errors, where t is 4.3."""
    found = begun(settled(FLOW, {"functions": "relu", "runs": "3", "depth": "2", "units": "8"}, "1"))
    powers = log10(1 / 30) - 0.2 + 0.1 * np.array([-1.0, 0.0, 1.0])
    gradients = np.tile(powers[:, None, None], (1, len(found.gains), 3))
    found.runs["ReLU"] = [Sizes(one, one) for one in gradients]
    assert fate(found, "ReLU") == "edge"
