"""The experiment vanishing: what starves, and what helps, only as measured."""

import numpy as np
import pytest

from tests.labs.running import every_text, measure, outcome, steps, stopped
from tutor.activations import ACTIVATIONS
from tutor.errors import UsageError
from tutor.labs.ablation import Design, groups
from tutor.labs.functions import unit
from tutor.labs.network import dense_layers
from tutor.labs.vanishing import Found
from tutor.labs.vanishing_told import result

SMALL = {"depth": "8", "units": "12", "steps": "60", "runs": "3", "rates": "0.1"}


def test_sigmoid_starves_in_front_and_relu_everywhere_alike():
    result = outcome("vanishing", functions="sigmoid,relu", changes="xavier", **SMALL)
    assert measure(result, "Sigmoid").measured < 1e-4
    assert 0.03 < measure(result, "ReLU").measured < 30
    assert any(text.en.endswith("The front rows starve.") for text in result.told)
    assert any("all rows starve" in text.en for text in result.told)


def test_paths_and_batch_norm_rescue_sigmoid_and_weights_do_not():
    result = outcome("vanishing", functions="sigmoid", changes="xavier,he,residual,batch", **SMALL)
    assert result.answer == "structure"
    bars = {bar.name.en: bar.value for bar in result.findings[2].bars}
    assert max(bars["nothing"], bars["Xavier"], bars["He"]) < 0.6
    assert min(bars["residual"], bars["BatchNorm"]) > 0.75
    assert any("256 test samples are judged as one batch" in text.en for text in result.told)


def test_better_weights_rescue_relu_and_tanh_needs_nothing_in_a_shallow_net():
    given = SMALL | {"steps": "100", "depth": "12", "rates": "0.03"}
    assert outcome("vanishing", functions="relu", changes="he", **given).answer == "weights"
    assert outcome("vanishing", functions="tanh", changes="he", **(given | {"depth": "4"})).answer == "fine"


def test_networks_of_a_run_begin_with_the_same_draws_in_the_deviation_of_their_rule():
    design = Design((unit("sigmoid"), unit("tanh")), 5, 30, "moons", 1)
    plain, batch = groups(design, ("nothing", "he", "batch"), (0.1,), 2, "seed")
    hidden = dense_layers(plain.network)[2].weights.value
    by_case = dict(zip(plain.cases, hidden, strict=True))
    cases = {(case.function, case.change, case.run): weights for case, weights in by_case.items()}
    assert cases[0, "he", 1] == pytest.approx(cases[0, "nothing", 1] * np.sqrt(6))
    assert np.array_equal(cases[0, "he", 1], cases[1, "he", 1])
    assert not np.array_equal(cases[0, "he", 0], cases[0, "he", 1])
    assert hidden[0].std() == pytest.approx(np.sqrt(1 / 3 / 30), rel=0.1)
    assert np.array_equal(dense_layers(batch.network)[2].weights.value[1], cases[0, "nothing", 1])


def test_a_stopped_run_tells_how_far_it_came():
    early = stopped("vanishing", 0.05, functions="relu", changes="he", **SMALL)
    assert early.verdict.en.startswith("Only a few steps")
    assert early.findings
    partial = stopped("vanishing", 0.5, functions="relu", changes="he", **SMALL)
    assert any("of the planned 60 steps" in text.en for text in partial.told)


def test_the_same_seed_finds_the_same():
    given = SMALL | {"steps": "20"}
    first, again, other = (outcome("vanishing", s, functions="tanh", changes="he", **given) for s in "112")
    assert first == again
    assert first != other


def test_every_function_and_rates_that_blow_up_work():
    names = [record.name for record in ACTIVATIONS]
    given = {"depth": "3", "units": "2", "steps": "20", "runs": "1", "rates": "10", "data": "clusters"}
    for place in range(0, len(names), 12):
        result = outcome("vanishing", functions=",".join(names[place : place + 12]), **given)
        assert all(text.zh and text.en for text in every_text(result))
    assert outcome("vanishing", functions="x*tanh(x)", changes="layer", **given).verdict.en


def test_gradients_of_nothing_beside_endless_ones_are_no_fault():
    """A step lets no gradient through, a square blows up: powers −∞ and ∞ in one mean."""
    design = Design((unit("relu"),), 3, 4, "moons", 20)
    changes = ("nothing",)
    found = Found(design, changes, (0.1,), 2, groups(design, changes, (0.1,), 2, "seed"), step=1)
    found.groups[0].advance()
    found.groups[0].watched[1] = np.array([[-np.inf, np.inf], [np.inf, -np.inf]])
    over_layers = result(found).findings[1].series[0]
    assert all(np.isnan(height) for _, height in over_layers.points)


def test_more_networks_than_memory_holds_are_refused():
    given = {"depth": "30", "units": "48", "runs": "12", "rates": "0.1,0.2,0.3", "functions": "relu,tanh,gelu,silu"}
    with pytest.raises(UsageError):
        steps("vanishing", **given)
