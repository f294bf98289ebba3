"""Odd one out: one odd one, one reason, and no trait that misleads."""

from itertools import pairwise

import pytest

from tutor.questions.generate.family import Seed
from tutor.sessions.games import machine
from tutor.sessions.games.machine import Settings, dealt
from tutor.sessions.games.model import Passed, Picked
from tutor.sessions.games.odd import CLUES, GAME, HIDDEN, LEVELS, WORTH, Company, Reason, groups, judge, series
from tutor.sessions.games.subjects import look
from tutor.sessions.games.traits import TRAITS
from tutor.text.words import sentences

BY_NAME = {trait.name: trait for trait in TRAITS}
SILU, GELU, MISH, RELU, TANH, ELU = (
    look(name, Seed(("odd",))) for name in ("silu", "gelu", "mish", "relu", "tanh", "elu")
)
DIPS, CONVEX, STEEP = (BY_NAME[name] for name in ("rises", "convex", "steep"))
OPEN = Company("open", (SILU, RELU, GELU, MISH), RELU, DIPS)
SECRET = Company(
    "secret", (SILU, RELU, GELU, MISH), RELU, CONVEX, (Reason(BY_NAME["floor"], "has"), Reason(CONVEX, "has"))
)


def company(seed, number):
    return dealt(GAME, Settings(str(seed), GAME.rounds), number).judge.args[0]


def alone(trait, looks):
    """Return the functions that differ from all others in a trait."""
    sides = [trait.holds(one) for one in looks]
    return [one for one, side in zip(looks, sides, strict=True) if sides.count(side) == 1]


@pytest.mark.parametrize("number", range(1, GAME.rounds + 1))
def test_exactly_one_function_differs_in_the_trait_that_is_meant(number):
    for seed in range(20):
        found = company(seed, number)
        assert alone(found.trait, found.looks) == [found.odd]
        assert len({one.function for one in found.looks}) == 4


@pytest.mark.parametrize("number", range(1 + LEVELS.count("open"), GAME.rounds + 1))
def test_where_the_trait_is_not_named_no_other_points_at_somebody_else(number):
    for seed in range(20):
        found = company(seed, number)
        assert all(trait.holds(one) is not None for trait in TRAITS for one in found.looks)
        clues = [trait.name for trait in TRAITS if len(alone(trait, found.looks)) == 1]
        assert all(alone(trait, found.looks) in ([], [found.odd]) for trait in TRAITS)
        assert len(clues) in CLUES[found.level]


def test_reasons_offered_as_wrong_are_true_of_the_odd_one_but_not_of_it_alone():
    for seed in range(25):
        for found in series(Seed(("game", seed))):
            assert len(found.reasons) == 4
            for reason in found.reasons:
                assert reason.trait.side(found.odd) == reason.side
                sharing = [one for one in found.looks if reason.trait.side(one) == reason.side]
                assert (len(sharing) == 1) is (reason == found.reason)


def test_reasons_and_formulas_are_too_long_to_stand_beside_one_another():
    for number, listed in ((1, [True]), (5, [False, True]), (8, [True, True])):
        assert [part.listed for part in dealt(GAME, Settings("7", GAME.rounds), number).parts] == listed


def test_no_odd_one_no_company_and_no_reason_comes_twice():
    for seed in range(25):
        found = series(Seed(("game", seed)))
        assert len(found) == len(HIDDEN)
        assert len({one.odd.function for one in found}) == len({one.trait.name for one in found}) == len(found)
        assert all({*a.looks} - {a.odd} != {*b.looks} - {b.odd} for a, b in pairwise(found))


def test_there_are_groups_enough_for_a_year_of_games():
    assert len(groups()) > 300
    assert len({group.odd for group in groups()}) > 20


def test_a_game_can_be_as_long_as_anybody_likes():
    turns = [dealt(GAME, Settings("3", 40), number) for number in range(1, 41)]
    assert len({turn.right for turn in turns}) > 4
    assert turns[4].judge.args[0].looks != turns[14].judge.args[0].looks


def test_who_is_caught_for_the_wrong_reason_earns_a_point_and_is_told_who_else_it_fits():
    told = judge(SECRET, (Picked(1), Picked(0)))
    assert (told.right, told.points, told.practised) == (False, 1, ())
    assert told.why[0].en.startswith("Right suspect, wrong charge")
    assert "GELU" in told.why[0].en


def test_an_innocent_one_is_cleared_with_numbers():
    told = judge(OPEN, (Picked(2),))
    assert (told.right, told.points) == (False, 0)
    assert told.why[0].en.startswith("GELU is innocent")
    [gallery] = told.shown
    assert [frame.look for frame in gallery.frames] == ["point", "hit", "miss", "point"]
    assert [frame.note.en for frame in gallery.frames][:2] == ["least slope −0.0998", "least slope 0"]


def test_passing_makes_no_mistake_and_accuses_nobody():
    told = judge(OPEN, (Passed(),))
    assert len(told.why) == 1
    assert not told.right


def test_a_miss_about_a_trait_goes_to_the_ledger_under_its_name():
    """Four rise but one dips: who does not see it thinks that everything rises."""
    dips = Company("open", (TANH, RELU, GELU, ELU), GELU, DIPS)
    [practised] = judge(dips, (Picked(0),)).practised
    assert (practised.right, practised.mistake) == (False, "monotone-assumed")
    steep = Company("open", (TANH, RELU, GELU, ELU), GELU, STEEP)
    [practised] = judge(steep, (Picked(3),)).practised
    assert (practised.card, practised.mistake) == ("~largest-slope.gelu", "slope-capped-at-one")


def test_every_mistake_is_one_of_the_course():
    from tests.ui.games.fake import CONTENT

    known = (CONTENT / "mistakes.yaml").read_text(encoding="utf-8")
    for trait in TRAITS:
        assert all(f"id: {mistake}\n" in known for mistake in trait.mistakes if mistake)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_can_be_said_of_every_trait(language):
    said = sentences("game_odd", language)
    for trait in TRAITS:
        name = trait.name.replace("-", "_")
        wanted = {f"{name}_{side}_{form}" for side in ("has", "lacks") for form in ("one", "many", "seen")}
        assert {f"game_odd.{key}" for key in (*wanted, f"{name}_why")} <= said.keys()


def test_both_parts_must_be_right_for_all_points():
    turn = dealt(GAME, Settings("7", GAME.rounds), 8)
    assert turn.worth == WORTH["secret"] == turn.judge(turn.right).points
    play = machine.begin(GAME, Settings("7", 10))
    play, _ = machine.step(play, machine.Next(), 0)
    play, facts = machine.step(play, machine.Choice(play.turn.right[0].place), 1)
    assert play.points == 1
    assert [fact.kind for fact in facts] in ([], ["practised"])
