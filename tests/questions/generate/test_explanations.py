"""What a learner reads after an answer: the mistake named is the one made, and no sentence says nothing."""

import re

import pytest

from tests.questions.generate.reference import named, number
from tutor.questions import generate
from tutor.questions.generate.misread import SIDES

SEEDS = 80


def cards(*families):
    for family in families:
        functions = generate.FAMILIES[family].functions()
        for seed in range(SEEDS):
            yield generate.card(family, functions[seed % len(functions)], seed)


def english(wording):
    return wording.en[0]


def wrong(card):
    return [option for option in card.body.options if not option.right]


def reasons(*families):
    for card in cards(*families):
        for option in wrong(card):
            yield card, option, english(option.because)


def test_a_half_that_contributes_nothing_is_told_as_0():
    """ReLU6 gives 0 for z < 0: not −5×10⁻¹¹."""
    texts = [english(card.why) for card in cards("mean-output")] + [text for *_, text in reasons("mean-output")]
    assert [text for text in texts if "×10⁻" in text] == []


@pytest.mark.parametrize("family", ["name-of-a-curve", "curve-of-a-function"])
def test_what_was_overlooked_on_a_side_is_shown_on_that_side(family):
    """'The far left overlooked' quotes a point left of 0, 'expected to flatten on the right' one right of it."""
    for card, option, text in reasons(family):
        side = SIDES.get(option.mistake, 0)
        x = number(re.search(r"at x = (−?[\d.]+)", text)[1])
        assert not side or x * side > 0, (card.id, card.draws, option.mistake, text)


def test_the_input_itself_is_the_function_left_out():
    """ReLU(−0.3) = −0.3 is the function not applied, not a belief in odd symmetry."""
    for card in cards("value-at-a-point"):
        x = re.search(r"(?:At x =|Feed it) (−?[\d.]+)[ :]", english(card.ask))[1]
        for option in wrong(card):
            if english(option.wording) == x:
                assert option.mistake not in ("odd-symmetry-assumed", "sign-flipped"), card.draws


def test_slow_is_taken_for_still_only_where_f_is_slow():
    """Nobody who sees f(1) = 1 and f(5) = 5 takes it for still."""
    for card, option, _ in reasons("what-it-does-between"):
        if option.mistake == "flat-for-slow":
            f = named(english(card.ask))
            low, high = (number(text) for text in re.findall(r"−?\d+(?:\.\d+)?", english(card.ask))[-2:])
            values = [f(low + (high - low) * place / 20) for place in range(21)]
            assert max(values) - min(values) <= 0.35 * (high - low), (card.id, card.draws)


def test_the_input_typed_back_is_not_right():
    """Quick GELU(3.5) is 3.5 to two digits: no question."""
    for card in cards("compute-the-value"):
        x = number(re.search(r"f\((−?[\d.]+)\)\?", english(card.ask))[1])
        expected = float(card.body.expression)
        assert abs(expected - float(x)) > 0.02 * abs(float(x)), (card.id, card.draws)


def test_a_slope_without_bound_is_said_to_have_none():
    assert [text for *_, text in reasons("larger-slope") if "∞" in text] == []


@pytest.mark.parametrize("family", ["range", "gradient-range"])
def test_brackets_are_explained_as_they_are(family):
    """(−∞, ∞) has no square bracket to explain."""
    for card in cards(family):
        right = next(english(option.wording) for option in card.body.options if option.right)
        assert ("square" in english(card.why)) == ("[" in right or "]" in right), english(card.why)


def test_an_end_approached_on_both_sides_names_both():
    """σ′ tends to 0 to the left and to the right."""
    assert "x → ±∞" in english(generate.card("gradient-range", "sigmoid", 1).why)
    assert "x → −∞" in english(generate.card("gradient-range", "softplus", 1).why)


def test_a_minimum_that_is_where_it_always_was_needs_no_equation():
    """Not 'setting x = −1.19 gives x = −1.19', nor a shift where there is none."""
    for card in cards("where-is-the-minimum", "minimum"):
        f, why = english(card.ask).partition(". ")[0], english(card.why)
        bare = f.count("(x)") == 2
        assert not re.search(r"etting x = ", why), why
        assert not (bare and "inside" in why), why
        outer = re.match(r"f\(x\) = [\d.]+·", f)
        texts = [why, *(english(option.because) for option in wrong(card))]
        assert outer or not [text for text in texts if "factor outside" in text], texts


def test_one_sided_slopes_read_as_words():
    """Not f′(−2−)."""
    assert [card.id for card in cards("where-not-differentiable") if re.search(r"[−+]\)", english(card.why))] == []


def test_parameters_are_written_as_in_the_formula():
    """p₁, as in (p₁ − p₂)x, not p1."""
    for card in cards("effect-of-a-parameter", "parameter-of-a-curve", "value-at-a-point"):
        assert not re.search(r"\bp[12]\b", english(card.ask)), english(card.ask)


def test_a_formula_with_letters_says_what_they_are():
    """ω·cos(ωx) with ω = 1."""
    for card in cards("derivative-of-a-curve"):
        why = english(card.why)
        for letter in "ωαβ" if "λ" not in why else "":  # SELU's λ and α are constants
            assert letter not in why or f"{letter} = " in why, why
