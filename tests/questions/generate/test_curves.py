"""Questions about curves, formulas and parameters: one right option, seen apart, mistakes named, both languages."""

from functools import cache
from itertools import combinations, product
from pathlib import Path

import mpmath as mp
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.questions.generate.curve_oracle import RIGHT, fault, places, text_of
from tests.questions.generate.reference import FUNCTIONS, TITLES
from tutor.pictures.curves import curves, picture
from tutor.pictures.model import Wanted
from tutor.questions import generate
from tutor.questions.generate import by_curve, by_formula, by_parameter, looks
from tutor.questions.generate.looks import Look
from tutor.questions.generate.misread import misread
from tutor.questions.generate.readings import right_side
from tutor.questions.showing import draw, rebuild, told_apart
from tutor.ui.canvas import Grid, Stroke, drawn

SEEDS = 60
FAMILIES = list(RIGHT)
DRAWN = ("curve-of-a-function", "derivative-of-a-curve")
COURSE = yaml.safe_load((Path(__file__).parents[3] / "content/mistakes.yaml").read_text(encoding="utf-8"))
MISTAKES = {one["id"] for one in COURSE["mistakes"]}


@cache
def cards(family):
    functions = generate.FAMILIES[family].functions()
    return [generate.card(family, functions[seed % len(functions)], seed) for seed in range(SEEDS)]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_oracle_finds_the_same_answer(family):
    assert [found for card in cards(family) if (found := fault(card))] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_three_or_four_options_that_read_differently(family):
    for card in cards(family):
        assert len(card.body.options) in (3, 4), card.id
        assert [option.right for option in card.body.options].count(True) == 1
        assert told_apart(draw(card, "apart"))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_wrong_option_is_a_mistake_of_the_course_with_its_reason(family):
    for card in cards(family):
        for option in card.body.options:
            assert option.right or (option.mistake in MISTAKES and option.because), (card.id, option.mistake)


@pytest.mark.parametrize("family", FAMILIES)
def test_texts_are_filled_in_both_languages(family):
    for card in cards(family):
        for text in [card.ask, card.why, *(option.because for option in card.body.options if option.because)]:
            (zh,), (en,) = text.zh, text.en
            assert any("一" <= char <= "鿿" for char in zh), zh
            assert not any("一" <= char <= "鿿" for char in en), en
            assert "{" not in zh + en
            assert "） " not in zh, zh


@pytest.mark.parametrize("family", FAMILIES)
def test_questions_vary(family):
    made = cards(family)
    assert len({(card.ask, card.plot, frozenset(map(text_of, card.body.options))) for card in made}) > 0.7 * len(made)


@given(st.sampled_from([pair for pair in generate.families() if pair[0] in FAMILIES]), st.integers(0, 2**63))
@settings(max_examples=60, deadline=None)
def test_every_pair_has_a_question_for_every_seed_and_gets_it_back(pair, seed):
    card = generate.card(*pair, seed)
    assert generate.restored(card.id, {"seed": str(seed)}) == card


def test_a_card_is_the_same_for_ever():
    """A change here would turn the questions of every recorded answer into others."""
    assert [option.curve for option in generate.card("derivative-of-a-curve", "gelu", 3).body.options] == [
        "gelu′(x)",
        "-gelu′(x)",
        "gelu′(-x)",
        "gelu″(x)",
    ]


# -- what an eye sees -----------------------------------------------------------------------------


def dots(segments, panel, columns, rows):
    """Return the highest dot of every column of a braille canvas."""
    text = drawn(Grid(columns, rows, panel.x, panel.y), segments, Stroke("*"))
    found = {}
    for row, line in enumerate(text):
        for column, char in enumerate(line):
            for dot in range(8) if char != " " else ():
                if (ord(char) - 0x2800) >> dot & 1:
                    across, down = divmod(dot, 3) if dot < 6 else (dot - 6, 3)
                    found.setdefault(2 * column + across, 4 * row + down)
    return found


def seen_apart(one, other):
    """Return in how many columns two curves are four dots apart, or only one is drawn."""
    places = set(one) | set(other)
    return sum(x not in one or x not in other or abs(one[x] - other[x]) >= 4 for x in places)


@pytest.mark.parametrize("family", DRAWN)
def test_options_that_are_curves_are_seen_apart_on_a_plot_of_60_by_14_cells(family):
    for card in cards(family)[::3]:
        panel = curves([option.curve for option in card.body.options], card.plot.range).panels[0]
        seen = [dots(curve.segments, panel, 60, 14) for curve in panel.curves]
        for one, other in combinations(range(len(seen)), 2):
            assert seen_apart(seen[one], seen[other]) >= 15, (card.id, card.plot.range, one, other)


def test_the_curve_shown_is_seen_apart_from_those_of_the_wrong_names():
    """The wrong curves are drawn in the frame of the one that is shown."""
    for card in cards("name-of-a-curve")[::3]:
        panel = curves(card.plot.curves, card.plot.range).panels[0]
        shown = dots(panel.curves[0].segments, panel, 60, 14)
        for option in card.body.options:
            if not option.right:
                name = next(known for title, known in TITLES if text_of(option).startswith(title))
                given = "".join(f", alpha={text_of(option)[:-1].split(' = ')[1]}") if "α = " in text_of(option) else ""
                wanted = Wanted(x=card.plot.range, y=(panel.y.low, panel.y.high))
                other = dots(picture([f"{name}(x{given})"], wanted, {}).panels[0].curves[0].segments, panel, 60, 14)
                assert seen_apart(shown, other) >= 12, (card.id, card.plot.range, name)


def test_a_curve_that_looks_like_a_better_known_one_is_shown_where_it_differs():
    assert not by_curve.revealing(Look("relu6"), (-6, 6))
    assert by_curve.revealing(Look("relu6"), (-3, 10))
    assert not by_curve.revealing(Look("gelu"), (-8, 8))
    assert by_curve.revealing(Look("gelu"), (-4, 1))


@pytest.mark.parametrize(
    ("one", "other", "span", "told"),
    [
        (Look("gelu"), Look("relu"), (-8, 8), False),
        (Look("gelu"), Look("relu"), (-4, 1), True),
        (Look("elu"), Look("celu"), (-6, 6), False),
        (Look("elu"), Look("celu", (("alpha", 2.0),)), (-6, 2), True),
        (Look("relu"), Look("relu6"), (-5, 5), False),
    ],
)
def test_an_eye_tells_apart_what_is_far_enough_over_a_wide_enough_stretch(one, other, span, told):
    within = looks.frame([one, other], span)
    assert looks.apart(one, other, span, within) is looks.apart(other, one, span, within) is told


def test_what_leaves_the_frame_is_not_the_same_as_what_stays():
    """Cut at the frame of the step, ReLU would be flat like it on the right; it is out of sight instead."""
    within = looks.frame([Look("step")], (-8, 8))
    assert looks.apart(Look("step"), Look("relu"), (-8, 8), within)


# -- mistakes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "chosen", "mistake"),
    [
        ("sigmoid", "tanh", "tanh-for-sigmoid"),
        ("relu", "elu", "left-tail-overlooked"),
        ("relu", "sigmoid", "s-shape-expected"),
        ("sigmoid", "softplus", "right-tail-overlooked"),
        ("gelu", "relu", "dip-overlooked"),
        ("relu", "gelu", "dip-overlooked"),
        ("gelu", "hard_swish", "dip-depth-misread"),
        ("softplus", "relu", "corner-for-bend"),
        ("tanh", "erf", "steepness-misread"),
    ],
)
def test_what_was_overlooked_when_one_curve_is_taken_for_another(right, chosen, mistake):
    span, curves = (-4, 1) if mistake.startswith("dip") else (-6, 6), (Look(right), Look(chosen))
    assert misread(*curves, span, looks.frame(curves, span))[0] == mistake


# -- no height where a curve jumps ----------------------------------------------------------------


def test_nothing_is_read_off_where_a_slope_jumps():
    reasons = [
        "".join(option.because.en)
        for card in cards("derivative-of-a-curve")
        for option in card.body.options
        if "relu" in card.id and option.because
    ]
    assert reasons
    assert not [because for because in reasons if "x = 0," in because]


# -- formulas -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "side"),
    [
        ("σ(x) = 1 / (1 + e⁻ˣ)", "1 / (1 + e⁻ˣ)"),
        ("f(x) = ln σ(x) = −softplus(−x)", "ln σ(x)"),
        ("f′(x) = σ(y) + y·σ(y)·σ(−y), y = 1.702x", "σ(y) + y·σ(y)·σ(−y), y = 1.702x"),
        ("f′(x) = 1 (x > 0), α (x < 0);  ∂f/∂α = min(0, x)", "1 (x > 0), α (x < 0)"),
    ],
)
def test_the_right_side_does_not_tell_the_name(formula, side):
    assert right_side(formula) == side


VALUES = (0, 0.01, 0.2, 0.25, 0.5, 1, 1.702, 2, -1)
FEW = (0, 0.2, 1, -0.2, -1)  # where several parameters are combined


def test_no_function_is_another_one_at_some_value_of_its_parameters_unless_that_is_known():
    """f(x) = max(0, x) must not be asked beside Leaky ReLU: with α = 0 both would be right."""
    known = {name: [FUNCTIONS[name](x) for x in places((-4, 8))] for name in by_formula.written() if name in FUNCTIONS}
    found = set()
    for general in known:
        parameters = [one.ascii for one in Look(general).record.parameters]
        for values in product(VALUES if len(parameters) < 2 else FEW, repeat=len(parameters)):
            settled = dict(zip(parameters, map(mp.mpf, values), strict=True))
            found |= {(special, general) for special in equal_to(general, settled, known) if special != general}
    assert {pair for pair in found if not by_formula.related(*pair)} == set()
    assert ("relu", "leaky_relu") in found


def equal_to(general, settled, known):
    """Return the functions that one of them is, at some parameters: those that agree at every place."""
    left = list(known)
    for place, x in enumerate(places((-4, 8))):
        try:
            value = FUNCTIONS[general](x, **settled)
        except ZeroDivisionError:
            return []
        left = [name for name in left if abs(known[name][place] - value) < mp.mpf("1e-6")]
        if not left:
            return []
    return left


def test_functions_of_which_one_is_the_other_are_not_asked_together():
    for family in ("formula-of-a-function", "function-of-a-formula"):
        for card in cards(family):
            asked = card.id.partition(".")[2]
            told = "".join("".join(option.because.en) for option in card.body.options if option.because)
            kin = [name for name in by_formula.written() if by_formula.related(asked, name)]
            assert not any(f"formula of {Look(name).called.en} " in told for name in kin), card.id


# -- parameters -----------------------------------------------------------------------------------


def test_every_parameter_that_is_asked_about_exists():
    for function, given_values in by_parameter.VALUES.items():
        assert set(given_values) <= {one.ascii for one in Look(function).record.parameters}
        assert all(list(values) == sorted(set(values)) for values in given_values.values())


def test_the_other_parameters_are_told():
    asks = {"".join(generate.card("parameter-of-a-curve", "star_relu", seed).ask.en) for seed in range(20)}
    assert any("StarReLU (s = 0.894)" in ask for ask in asks)


# -- plain words ----------------------------------------------------------------------------------


def test_a_showing_of_curves_gives_no_name_away_before_the_answer():
    for card in cards("curve-of-a-function"):
        showing = rebuild(card, {"seed": "0"}, ())
        assert [option.text.en for option in showing.options] == [f"curve {n + 1}" for n in range(len(showing.options))]
        assert showing.answer.en in "".join(card.ask.en)
