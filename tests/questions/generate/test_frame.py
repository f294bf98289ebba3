"""The frame of generated questions: luck by name, ids, cards made again from what an event recorded."""

import pytest

from tutor.questions import generate
from tutor.questions.generate.family import Drafted, Family, Seed, first
from tutor.questions.generate.wording import plain, said
from tutor.questions.generated import address, card_id, function_of, is_generated, lesson_id
from tutor.questions.model import Numeric
from tutor.text import Text


def make(function, seed):
    number = seed.pick(range(1000), "x")
    return Drafted(plain(f"{function}({number})?"), Numeric(str(number)), plain("computed"))


@pytest.fixture
def squares(monkeypatch):
    families = [Family("square", 2, "numeric", lambda: ("relu", "tanh"), make)]
    families += [Family("cube", 3, "choice", lambda: ("relu",), make)]
    monkeypatch.setattr(generate, "FAMILIES", {family.name: family for family in families})


def test_an_id_names_its_family_and_function():
    assert card_id("slope-at-a-point", "leaky_relu") == "~slope-at-a-point.leaky_relu"
    assert address("~slope-at-a-point.leaky_relu") == ("slope-at-a-point", "leaky_relu")
    assert [address(name) for name in ("sigmoid.peak", "~relu", "~.relu", "~a.")] == [None] * 4
    assert [function_of(name) for name in ("~a-b.leaky_relu", "relu.card", "~relu")] == ["leaky_relu", "", ""]
    assert [is_generated(name) for name in ("~a.relu", "~relu", "a.relu", "")] == [True, True, False, False]


def test_the_same_seed_makes_the_same_card_and_another_seed_another(squares):
    cards = [generate.card("square", "relu", seed) for seed in range(50)]
    assert cards == [generate.card("square", "relu", seed) for seed in range(50)]
    assert len({card.ask for card in cards}) > 40
    assert generate.card("square", "relu", 3).ask != generate.card("square", "tanh", 3).ask


def test_a_card_carries_its_seed_as_a_drawn_value(squares):
    card = generate.card("square", "relu", 12)
    assert (card.id, card.lesson, card.fact, card.part) == ("~square.relu", "~relu", card.id, 2)
    assert [(draw.name, draw.candidates) for draw in card.draws] == [("seed", ("12",))]


def test_a_card_is_restored_from_what_an_event_recorded(squares):
    card = generate.card("square", "tanh", 7)
    assert generate.restored("~square.tanh", {"seed": "7"}) == card
    for name, values in [
        ("~square.tanh", {}),
        ("~square.tanh", {"seed": "−7"}),
        ("~square.gelu", {"seed": "7"}),
        ("~gone.tanh", {"seed": "7"}),
        ("tanh.card", {"seed": "7"}),
    ]:
        assert generate.restored(name, values) is None, name


def test_filters_choose_pairs_of_family_and_function(squares):
    assert generate.families() == (("square", "relu"), ("square", "tanh"), ("cube", "relu"))
    assert generate.families(parts=(3,)) == (("cube", "relu"),)
    assert generate.families(functions=("tanh",)) == (("square", "tanh"),)
    assert generate.families(kinds=("choice",)) == (("cube", "relu"),)
    assert generate.families(parts=(2,), kinds=("choice",)) == ()


def test_the_title_of_a_pseudo_lesson_is_the_name_of_its_function():
    assert generate.topic(lesson_id("relu")) == Text("ReLU（修正线性单元）", "ReLU")
    assert generate.topic("sigmoid") is None


def test_luck_depends_on_its_name_only():
    seed = Seed(("a", 1))
    assert seed.pick(range(10**9), "x") == Seed(("a", 1)).pick(range(10**9), "x")
    assert seed.pick(range(10**9), "x") != seed.pick(range(10**9), "y") != seed.at(0).pick(range(10**9), "y")
    assert sorted(seed.shuffled("abc", "order")) == ["a", "b", "c"]


def test_a_tie_is_drawn_again():
    tried = []

    def third(seed):
        tried.append(seed.parts)
        return len(tried) if len(tried) == 3 else None

    assert first(third, Seed(("a",))) == 3
    assert tried == [("a", 0), ("a", 1), ("a", 2)]


def test_a_sentence_takes_each_language_from_a_fact():
    assert said("interval.days", amount=Text("三", "three")).zh == ("三天",)
    assert said("interval.days", amount=Text("三", "three")).en == ("threed",)
