"""Guessing curves: names that are offered together are apart in the very picture; a wrong guess is laid over it."""

from itertools import combinations

import pytest

from tests.ui.games.fake import material
from tutor.questions.generate import looks
from tutor.questions.generate.looks import Look
from tutor.sessions.games import heaping, subjects
from tutor.sessions.games.exhibits import Plot, Spread
from tutor.sessions.games.guess import GAME, LEVELS, Puzzle, judge
from tutor.sessions.games.machine import Settings, dealt
from tutor.sessions.games.model import Passed, Picked


def puzzles(level, seeds=60):
    numbers = [place for place, one in enumerate(LEVELS, 1) if one == level]
    for seed in range(seeds):
        settings = Settings(str(seed), GAME.rounds, cards=material(GAME))
        yield dealt(GAME, settings, numbers[seed % len(numbers)]).judge.args[0]


@pytest.mark.parametrize("level", ["curve", "slope", "near"])
def test_every_two_names_differ_by_six_dots_over_an_eighth_of_the_picture(level):
    """Measured on the curves themselves, in the frame of the one that is shown; or only one is in sight there."""
    for puzzle in puzzles(level):
        low, high = looks.frame([puzzle.right], puzzle.span)
        air = looks.MARGIN * (high - low)
        for one, other in combinations(puzzle.names, 2):
            a, b = looks.heights(one, puzzle.span), looks.heights(other, puzzle.span)
            gap = abs(a.clip(low, high) - b.clip(low, high)) / (high - low)
            seen = [(low - air <= y) & (y <= high + air) for y in (a, b)]
            apart = (gap >= looks.SEEN) | (seen[0] != seen[1])
            assert apart.mean() >= looks.WIDE, (puzzle.right, one, other)


def test_every_two_histograms_differ_in_more_than_one_column():
    for puzzle in puzzles("outputs"):
        for one, other in combinations(puzzle.names, 2):
            a, b = heaping.heap(one), heaping.heap(other)
            gaps = [abs(x - y) for x, y in zip(a, b, strict=True)]
            assert sum(gaps) / 2 >= 0.15
            assert sum(gap >= max(*a, *b) / 6 for gap in gaps) >= 2


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("tanh", "erf", False), ("gelu", "silu", False), ("tanh", "sigmoid", True), ("relu", "gelu", True)],
)
def test_histograms_that_no_eye_can_tell_apart_are_never_offered_together(one, other, apart):
    assert heaping.apart(Look(one), Look(other)) is apart


@pytest.mark.parametrize("function", ["relu", "sigmoid", "squared_relu", "identity"])
def test_a_heap_holds_everything(function):
    assert sum(heaping.heap(Look(function))) == pytest.approx(1.0, abs=1e-12)


def test_a_heap_is_what_comes_out():
    """Of ReLU, half of all inputs become 0, and those up to an eighth stay in the same column: Φ(⅛) = 0.5497."""
    heap = heaping.heap(Look("relu"))
    assert heap[heaping.REACH] == pytest.approx(0.54974, abs=1e-5)


def puzzle(level="curve", span=(-4.0, 4.0)):
    order = 1 if level == "slope" else 0
    names = tuple(Look(name, order=order) for name in ("relu", "gelu", "tanh"))
    return Puzzle(level, names[1], names, span, "card")


def test_a_wrong_guess_lies_over_the_truth_and_says_where_they_part():
    told = judge(puzzle(), (Picked(2),))
    [plot] = told.shown
    assert isinstance(plot, Plot)
    assert [curve.name.en for curve in plot.curves] == ["GELU", "Tanh"]
    assert "Tanh" in told.why[0].en
    assert told.practised[0].mistake == "left-tail-overlooked"


def test_a_wrong_guess_that_runs_away_does_not_dwarf_the_truth():
    names = (Look("sigmoid"), Look("identity"))
    low, high = Puzzle("curve", names[0], names, (-6.0, 6.0), "").frame(names[1])
    assert high - low <= 3 * 1.2


def test_a_right_guess_needs_no_other_curve_and_a_passed_one_shows_the_name():
    for answer in (Picked(1), Passed()):
        told = judge(puzzle(), (answer,))
        assert [curve.name.en for curve in told.shown[0].curves] == ["GELU"]
        assert told.practised[0].mistake == ""


@pytest.mark.parametrize("level", ["curve", "slope", "near", "outputs"])
def test_nothing_in_the_question_tells_the_name(level):
    shown = puzzle(level).shown()
    names = [part.name.en for part in (shown.heaps if isinstance(shown, Spread) else shown.curves)]
    assert names == [""]


def test_a_card_of_the_course_that_asks_the_same_is_practised():
    cards = {one.card for one in puzzles("curve", 200)} | {one.card for one in puzzles("slope", 200)}
    assert "sigmoid.name-the-curve" in cards
    assert "what-is-an-activation.name-the-curve" not in cards  # it shows a curve and asks something else
    assert any(card.startswith("~name-of-a-curve.") for card in cards)


def test_functions_come_once_each_and_the_well_known_ones_first():
    names = subjects.order(("mish", "celu", "relu", "gelu", "tanh", "silu"), 1)
    assert names[0] == "relu"
    firsts = [subjects.order(("mish", "celu", "relu", "gelu", "tanh", "silu"), number)[0] for number in range(1, 7)]
    assert sorted(firsts) == sorted(("mish", "celu", "relu", "gelu", "tanh", "silu"))
    assert firsts[:3] == ["relu", "gelu", "tanh"]
