"""Every family: exactly one right option by an independent oracle, named mistakes, both languages, nothing given away."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.questions.generate.oracle import EXPECTED, RIGHT, fault
from tests.questions.generate.reference import number
from tutor.questions import generate
from tutor.questions.model import Choice, Numeric
from tutor.questions.showing import draw, told_apart

FAMILIES = [*RIGHT, *EXPECTED]
PAIRS = [pair for pair in generate.families() if pair[0] in FAMILIES]
SEEDS = 60
NO_NUMBERS = ("larger-slope", "range", "gradient-range", "what-it-does-between", "where-not-differentiable", "zero-centred",
              "formula-that-survives")  # fmt: skip
MISTAKES = {
    one["id"]
    for one in yaml.safe_load((Path(__file__).parents[3] / "content/mistakes.yaml").read_text(encoding="utf-8"))[
        "mistakes"
    ]
}


@cache
def cards(family):
    functions = generate.FAMILIES[family].functions()
    return [generate.card(family, functions[seed % len(functions)], seed) for seed in range(SEEDS)]


def wrong(card):
    return [option for option in card.body.options if not option.right] if isinstance(card.body, Choice) else []


@pytest.mark.parametrize("family", FAMILIES)
def test_the_oracle_finds_the_same_answer(family):
    assert [found for card in cards(family) if (found := fault(card))] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_a_question_has_three_or_four_options_or_a_number(family):
    for card in cards(family):
        assert card.kind == generate.FAMILIES[family].kind
        if isinstance(card.body, Choice):
            assert len(card.body.options) in (3, 4), card.id
            assert [option.right for option in card.body.options].count(True) == 1
            assert told_apart(draw(card, "apart"))
        else:
            assert isinstance(card.body, Numeric)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_wrong_option_is_a_mistake_of_the_course_with_its_reason(family):
    for card in cards(family):
        for option in wrong(card):
            assert option.mistake in MISTAKES, (card.id, option.mistake)
            assert option.because is not None


@pytest.mark.parametrize("family", FAMILIES)
def test_texts_are_filled_in_both_languages(family):
    for card in cards(family):
        texts = [card.ask, card.why, *(option.because for option in wrong(card))]
        for text in texts:
            assert not text.holes
            (zh,), (en,) = text.zh, text.en
            assert any("一" <= char <= "鿿" for char in zh), zh
            assert not any("一" <= char <= "鿿" for char in en), en
            assert "{" not in zh + en
            assert "nan" not in en.split()


@pytest.mark.parametrize("family", [name for name in RIGHT if name not in NO_NUMBERS])
def test_the_right_number_is_not_told_by_its_rank(family):
    """Of the numbers in ascending order, the right one is neither always first nor always last."""
    ranks = set()
    for card in cards(family):
        values = [number(option.wording.en[0]) for option in card.body.options if option.wording.en[0] != "NaN"]
        right = next(option.wording.en[0] for option in card.body.options if option.right)
        if right != "NaN":
            ranks |= (
                {"least"}
                if number(right) == min(values)
                else {"greatest"}
                if number(right) == max(values)
                else {"inner"}
            )
    assert {"inner"} < ranks


@pytest.mark.parametrize("family", FAMILIES)
def test_questions_vary(family):
    made = cards(family)
    assert len({(card.ask, frozenset(_texts(card))) for card in made}) > 0.7 * len(made)


def _texts(card):
    return [option.wording for option in card.body.options] if isinstance(card.body, Choice) else [card.body.expression]


@given(st.sampled_from(PAIRS), st.integers(0, 2**63))
@settings(max_examples=150, deadline=None)
def test_every_pair_has_a_question_for_every_seed_and_gets_it_back(pair, seed):
    family, function = pair
    card = generate.card(family, function, seed)
    assert generate.restored(card.id, {"seed": str(seed)}) == card
    assert generate.function_of(card.id) == function


def test_a_card_is_the_same_for_ever():
    """A change here would turn the questions of every recorded answer into others."""
    card = generate.card("value-at-a-point", "silu", 1)
    assert card.ask.en == ("SiLU / Swish (β = 1.5). At x = −6 its value is closest to…",)
    assert generate.card("where-not-differentiable", "relu", 2).ask.en == (
        "f(x) = 3·ReLU(2x + 1). Where does the slope of f jump?",
    )


def test_importing_the_package_loads_no_numpy():
    import subprocess
    import sys

    code = "import sys, tutor.questions.generate as g; g.is_generated('~a.b'); print('numpy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_is_generated_needs_no_package_of_questions():
    import subprocess
    import sys

    code = "import sys, tutor.questions.generated; print(sorted(n for n in sys.modules if 'generate.' in n))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
