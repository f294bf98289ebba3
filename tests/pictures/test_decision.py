"""Every way through the decision tree ends with advice that says what, why, what else and how to begin."""

import pytest

from tutor.activations.catalogue import find
from tutor.activations.propagation import gaussian_facts
from tutor.pictures.deciding import QUESTIONS, decision_tree
from tutor.pictures.decision import Advice, Way, added, answered, as_json, back, given, here, ways
from tutor.pictures.request import Request
from tutor.text.numbers import significant

TREE = decision_tree(Request())
WAYS = list(ways(TREE))
CHINESE = range(0x4E00, 0xA000)


def told(way):
    return " > ".join(answer.name.en for answer in given(TREE, way))


@pytest.mark.parametrize("way", WAYS, ids=told)
def test_every_way_ends_with_a_whole_recommendation(way):
    advice = here(TREE, way)
    assert isinstance(advice, Advice)
    assert advice.functions
    assert [find(name).name for name in advice.functions] == list(advice.functions)
    texts = (advice.choice, *advice.reasons, *advice.alternatives, advice.initialisation, *added(TREE, way))
    assert advice.reasons
    assert advice.alternatives
    for text in texts:
        assert text.zh
        assert text.en
        assert not any(ord(char) in CHINESE for char in text.en), text.en


def test_nothing_is_out_of_reach():
    """Every question is asked on some way, every advice given on some, and no way asks twice."""
    asked = {question for way in WAYS for question, _ in way.taken}
    assert asked == {question.id for question in QUESTIONS}
    assert {here(TREE, way).id for way in WAYS} == set(TREE.advice)
    assert all(len({question for question, _ in way.taken}) == len(way.taken) for way in WAYS)


def test_task_architecture_depth_hardware_and_the_negative_half_are_asked():
    longest = max(WAYS, key=lambda way: len(way.taken))
    assert [question for question, _ in longest.taken] == ["task", "architecture", "depth-mlp", "hardware", "negative"]


@pytest.mark.parametrize(
    ("answers", "advice"),
    [
        ([1], "binary"),
        ([2], "classes"),
        ([0, 0, 0, 0, 0], "relu"),
        ([0, 0, 2], "selu"),
        ([0, 1, 0, 1], "mobile"),
        ([0, 2, 0], "gates"),
        ([0, 3, 1, 0], "gated"),
        ([0, 5, 1], "equation"),
    ],
)
def test_known_cases(answers, advice):
    way = Way()
    for place in answers:
        way = answered(TREE, way, place)
    assert here(TREE, way).id == advice


def test_great_depth_asks_for_residuals_first():
    way = Way()
    for place in (0, 0, 3, 0, 0):
        way = answered(TREE, way, place)
    assert "residuals" in added(TREE, way)[0].en
    assert added(TREE, Way((("task", 0), ("architecture", 0), ("depth-mlp", 0)))) == ()


def test_an_answer_that_is_not_offered_changes_nothing():
    assert answered(TREE, Way(), 7) == Way()
    assert back(answered(TREE, Way(), 0)) == Way()
    assert back(Way()) == Way()


def test_numbers_in_advice_are_the_cores():
    reasons = " ".join(text.en for text in TREE.advice["floor"].reasons)
    assert significant(gaussian_facts(find("elu")).mean) in reasons


def test_programs_get_the_whole_tree():
    plain = as_json(TREE)
    ends = set(plain["questions"]) | set(plain["advice"])
    assert plain["first"] in plain["questions"]
    assert {answer["to"] for question in plain["questions"].values() for answer in question["answers"]} <= ends
