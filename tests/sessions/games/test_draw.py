"""Drawing from memory: what counts as near enough, where points stand, which mistake a miss tells of."""

from math import inf

import pytest

from tutor.questions.generate.looks import Look
from tutor.sessions.games.draw import GAME, LEVELS, Sheet, Spot, ends, hit, judge, slip, table
from tutor.sessions.games.machine import Settings, dealt
from tutor.sessions.games.model import Passed, Picked, Wrote

GELU, SLOPE = Look("gelu"), Look("gelu", order=1)


def heights(look, *places):
    return Sheet("heights", look, tuple(Spot("value", x, look.at(x)) for x in places))


@pytest.mark.parametrize(
    ("function", "x", "said", "near"),
    [
        ("sigmoid", 2.0, 0.88, True),
        ("sigmoid", 2.0, 0.95, True),
        ("sigmoid", 2.0, 0.7, False),
        ("sigmoid", 0.0, 0.5, True),
        ("gelu", -1.0, -0.159, True),
        ("gelu", -1.0, -0.2, True),
        ("gelu", -1.0, 0.0, False),
        ("relu", -3.0, 0.0, True),
        ("relu", -3.0, -3.0, False),
        ("relu", 3.0, 3.2, True),
        ("relu", 3.0, inf, False),
    ],
)
def test_roughly_as_high_is_a_hit_but_a_dip_is_not_flat(function, x, said, near):
    sheet = heights(Look(function), x)
    assert hit(sheet, sheet.spots[0], Wrote(str(said), said)) is near


def test_an_end_offers_the_usual_limits_and_an_unusual_one_among_its_like():
    assert Spot("end", -inf, 0.0).choices == (-inf, -1.0, 0.0, 1.0, inf)
    left, right = ends(Look("selu"))
    assert (round(left, 3), right) == (-1.758, inf)
    assert Spot("end", -inf, left).choices == (-inf, 1.5 * left, left, -1.0, left / 2, 0.0, 1.0, inf)


@pytest.mark.parametrize(
    ("function", "order", "found"), [("tanh", 0, (-1, 1)), ("tanh", 1, (0, 0)), ("gelu", 1, (0, 1))]
)
def test_ends_are_computed(function, order, found):
    assert ends(Look(function, order=order)) == pytest.approx(found, abs=1e-12)


def test_points_lie_on_a_sheet_and_are_told_right_or_wrong():
    sheet = heights(GELU, -1.0, 2.0)
    answers = (Wrote("0.5", 0.5), Wrote("2", 2.0))
    open_sheet, judged = table(sheet, answers[:1]), table(sheet, answers, judged=True)
    assert (open_sheet.curves, [dot.look for dot in open_sheet.dots]) == ((), ["point"])
    assert [(dot.x, dot.look) for dot in judged.dots] == [(-1.0, "miss"), (2.0, "hit")]
    assert [curve.expression for curve in judged.curves] == ["gelu(x)"]


def test_the_empty_sheet_does_not_tell_the_signs():
    """Softplus has no room below the axis when judged; asked for its signs, there is as much below as above."""
    spots = tuple(Spot("sign", x, Look("softplus").at(x)) for x in (-2.0, 2.0))
    sheet = Sheet("signs", Look("softplus"), spots)
    low, high = table(sheet, ()).y
    assert -low == high
    assert [dot.y for dot in table(sheet, (Picked(0), Picked(2))).dots] == [low / 2, high / 2]
    assert table(sheet, (), judged=True).y == sheet.paper == (-1.0, 5)


def test_a_passed_place_leaves_no_point():
    sheet = heights(GELU, -1.0, 2.0)
    told = judge(sheet, (Passed(), Wrote("2", 2.0)))
    assert (told.points, told.right) == (1, False)
    assert len(told.shown[0].dots) == 1


def test_every_hit_is_a_point_and_only_all_of_them_are_right():
    sheet = heights(Look("sigmoid"), -2.0, 0.0, 2.0)
    values = [Wrote(f"{spot.value:.3f}", round(spot.value, 3)) for spot in sheet.spots]
    assert (judge(sheet, tuple(values)).points, judge(sheet, tuple(values)).right) == (3, True)
    missed = (Wrote("9", 9.0), *values[1:])
    assert (judge(sheet, missed).points, judge(sheet, missed).right) == (2, False)


@pytest.mark.parametrize(
    ("look", "x", "said", "mistake"),
    [
        (GELU, -2.0, -0.0852, ""),  # as near to the height as to the slope
        (Look("sigmoid"), 0.0, 0.25, "slope-for-value"),
        (Look("sigmoid", order=1), 0.0, 0.5, "value-for-slope"),
        (Look("tanh"), -1.0, 0.76, "sign-flipped"),
        (Look("tanh"), -1.0, -0.2, ""),
    ],
)
def test_a_missed_height_may_tell_of_a_known_mistake(look, x, said, mistake):
    sheet = heights(look, x)
    assert slip(sheet, sheet.spots[0], Wrote(str(said), said)) == mistake


def test_a_missed_end_and_a_missed_sign_tell_which_side_was_overlooked():
    sheet = Sheet("heights", GELU, (Spot("end", -inf, 0.0), Spot("end", inf, inf), Spot("sign", -1.0, -0.159)))
    assert [slip(sheet, spot, Picked(0 if spot.x == inf else 1)) for spot in sheet.spots] == [
        "left-tail-overlooked", "right-tail-overlooked", "negative-side-forgotten",
    ]  # fmt: skip


@pytest.mark.parametrize("number", range(1, len(LEVELS) + 1))
def test_places_go_from_left_to_right_on_both_sides_and_avoid_jumps(number):
    """No place is asked at which the height is only a convention."""
    for seed in range(60):
        turn = dealt(GAME, Settings(str(seed), GAME.rounds), number)
        sheet = turn.judge.args[0]
        places = [spot.x for spot in sheet.spots]
        assert places == sorted(set(places))
        assert len(places) == 5
        assert min(places) < 0 < max(places)
        jumps = sheet.look.record.breaks(**dict(sheet.look.parameters)) if sheet.look.order else ()
        assert not set(places) & set(jumps)


def test_no_function_comes_twice_in_a_game():
    for seed in range(40):
        settings = Settings(str(seed), GAME.rounds)
        names = [dealt(GAME, settings, number).judge.args[0].look.function for number in range(1, GAME.rounds + 1)]
        assert len(set(names)) == len(names)
