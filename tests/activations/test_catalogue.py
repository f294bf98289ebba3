"""The catalogue as data: names, texts, and claims that the core itself checks."""

import subprocess
import sys

import pytest

from tutor.activations import ACTIVATIONS, FAMILIES, VECTOR_FUNCTIONS, find, get, get_vector
from tutor.activations.catalogue import folded
from tutor.activations.expression import calculate
from tutor.errors import NotFoundError

ENTRIES = (*ACTIVATIONS, *VECTOR_FUNCTIONS)


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("σ", "sigmoid"),
        ("logistic", "sigmoid"),
        ("swish", "silu"),
        ("Swish", "silu"),
        ("ReLU", "relu"),
        ("Leaky ReLU", "leaky_relu"),
        ("leaky-relu", "leaky_relu"),
        ("LeakyReLU", "leaky_relu"),
    ],
)
def test_a_function_answers_to_all_its_names(spelling, name):
    assert get(spelling).name == name


@pytest.mark.parametrize(("wrong", "near"), [("sigmod", "sigmoid"), ("gellu", "gelu"), ("qqq", "")])
def test_an_unknown_name_offers_a_near_one(wrong, near):
    with pytest.raises(NotFoundError) as caught:
        get(wrong)
    assert caught.value.facts["near"] == near


def test_no_two_functions_share_a_name():
    names = [folded(name) for record in ENTRIES for name in {record.name, *record.aliases}]
    assert len(names) == len(set(names))


def test_functions_of_vectors_are_found_apart_or_together():
    assert get_vector("Softmax").name == find("softmax").name == "softmax"
    assert find("σ").name == "sigmoid"
    with pytest.raises(NotFoundError):
        get("softmax")
    with pytest.raises(NotFoundError):
        get_vector("relu")


@pytest.mark.parametrize("record", ENTRIES, ids=lambda record: record.name)
class TestEveryRecord:
    def test_formulas_are_one_line(self, record):
        formulas = (record.formula, record.derivative_formula, getattr(record, "second_formula", "-"))
        assert all(formulas)
        assert "\n" not in "".join(formulas)

    def test_family_is_named(self, record):
        assert record.family in FAMILIES

    def test_texts_have_both_languages(self, record):
        texts = [
            record.title,
            *(kink.convention for kink in getattr(record, "kinks", ())),
            *(one.meaning for one in record.parameters),
        ]
        texts += [one.differs for one in record.frameworks if one.differs]
        assert all(text.zh and text.en for text in texts)

    def test_limits_are_the_values_at_infinity(self, record):
        if record in VECTOR_FUNCTIONS:
            return
        names = {parameter.ascii: parameter.default for parameter in record.parameters}
        for end, limit in zip((-float("inf"), float("inf")), record.limits, strict=True):
            if limit:
                assert record.value(end) == calculate(limit, names)

    def test_claims_hold(self, record):
        assert record.claims
        for claim in record.claims:
            assert calculate(claim) is True, claim


def test_the_catalogue_is_read_without_numpy():
    program = "import sys, tutor.activations; tutor.activations.get('gelu').formula; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
