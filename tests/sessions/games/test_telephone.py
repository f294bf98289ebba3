"""Gradient telephone: puzzles that can be solved and can be missed, tries that are run, beliefs behind wrong settings."""

import re
from math import sqrt

import pytest

from tests.ui.games.fake import CONTENT, course, material
from tutor.sessions.games import telephone
from tutor.sessions.games.machine import Choice, Heard, Next, Settings, begin, dealt, step
from tutor.sessions.games.model import Choose, Passed, Picked
from tutor.sessions.games.telephone_told import CARDS, mistake, per_layer, text
from tutor.sessions.games.whispers import Call
from tutor.syllabus.load import load
from tutor.text.words import sentences

SEEDS = 60
GAME = telephone.GAME


def turn(seed, number):
    return dealt(GAME, Settings(str(seed), GAME.rounds, cards=material(GAME)), number)


@pytest.mark.parametrize("call", [Call("selu", 0.85, 50, 0), Call("tanh", 1.6, 50, 0), Call("relu", 2.0, 12, 1)])
def test_what_a_layer_multiplies_by_makes_what_is_told_when_it_is_multiplied_out(call):
    """×1.3 over 50 layers is 1.005 a layer: with fewer digits, 1 to the 50th would be told to make 1.3."""
    factor, size = re.match(
        r"On average a layer multiplies by (\S+); \d+ of them make ([\d.]*\d)", per_layer(call).en
    ).groups()
    assert float(factor) ** call.depth == pytest.approx(float(size), rel=0.08)


def calls_of(made):
    """Return what a round with options was made from."""
    return made.judge.args[0].calls


@pytest.mark.parametrize("number", [n for n, kind in enumerate(telephone.KINDS, 1) if kind not in ("dial", "board")])
def test_of_the_options_some_carry_the_message_and_some_lose_it_beyond_doubt(number):
    for seed in range(SEEDS):
        made = turn(seed, number)
        calls = calls_of(made)
        assert all(call.sure for call in calls)
        arrived = [call.fate == "kept" for call in calls]
        assert any(arrived)
        assert not all(arrived)
        kind = telephone.KINDS[number - 1]
        if kind == "depth":
            assert arrived == sorted(arrived, reverse=True)
            assert [call.depth for call in calls] == sorted({call.depth for call in calls})
        else:
            assert sum(arrived) == 1


@pytest.mark.parametrize("number", [4, 8])
def test_knobs_have_settings_that_carry_the_message_and_more_that_lose_it(number):
    for seed in range(SEEDS):
        tuning = turn(seed, number).judge.args[0]
        fates = [call.fate for row in tuning.rows for call in row]
        assert 1 <= fates.count("kept") <= telephone.MOST < len(fates) - fates.count("kept")


def tuned(number, *places, seed=5):
    """Play one round of knobs; return the play."""
    made = turn(seed, number)
    play = begin(GAME, Settings(str(seed), GAME.rounds, cards=material(GAME)))
    play, _ = step(play, Next(), 0)
    while play.turn.ask != made.ask:
        play, _ = step(play, Choice(0), 0)
        play, _ = step(play, Next(), 0) if isinstance(play.phase, Heard) else (play, ())
    for place in places:
        play, _ = step(play, Choice(place), 0)
    return play


def test_every_try_at_the_knob_is_heard_before_the_next_one():
    tuning = turn(5, 4).judge.args[0]
    [right] = tuning.right
    wrong = [place for place, call in enumerate(tuning.rows[0]) if call.fate != "kept"]
    after = tuned(4, wrong[0])
    [shown] = after.turn.table(after.given)
    assert shown.wires[0].powers == tuning.rows[0][wrong[0]].powers
    for lost, points in ((0, 3), (1, 2), (2, 1)):
        assert tuned(4, *wrong[:lost], right.place).results[-1].points == points
    assert tuned(4, *wrong[:3]).results[-1].points == 0


def test_two_knobs_make_one_try():
    tuning = turn(5, 8).judge.args[0]
    y, x = tuning.best
    play = tuned(8, y)
    assert not isinstance(play.phase, Heard)
    assert tuned(8, y, x).results[-1].points == 3
    wrong = next(place for place, call in enumerate(tuning.rows[y]) if call.fate != "kept")
    assert tuned(8, y, wrong, y, x).results[-1].points == 2


def test_giving_up_in_the_middle_of_a_try_shows_a_setting_that_would_have_done():
    made = turn(5, 8)
    told = made.judge((Passed(),))
    assert [wire.powers[-1] for wire in told.shown[0].wires] == [
        made.judge.args[0].rows[y][x].power for y, x in [made.judge.args[0].best]
    ]


def test_a_wrong_answer_shows_both_what_was_lost_and_what_would_have_arrived():
    made = turn(5, 1)
    calls, [right] = calls_of(made), made.right
    wrong = next(place for place in range(4) if place != right.place)
    told = made.judge((Picked(wrong),))
    assert [wire.powers[-1] for wire in told.shown[0].wires] == [calls[wrong].power, calls[right.place].power]


@pytest.mark.parametrize(
    ("call", "belief"),
    [
        (Call("tanh", 3.0, 50, 0), "bounded-means-tame"),
        (Call("gelu", sqrt(2), 50, 0), "he-for-all"),
        (Call("selu", sqrt(2), 50, 0), "he-for-lecun"),
        (Call("relu", 1.0, 50, 0), "weights-forgotten"),
        (Call("relu", 3.0, 50, 0), ""),
        (Call("sigmoid", 0.5, 50, 0), ""),
    ],
)
def test_a_lost_message_names_the_belief_behind_it_only_where_one_is_plain(call, belief):
    assert mistake(call) == belief


def test_cards_and_mistakes_are_those_of_the_course():
    ids = {card.id for card in course()}
    assert set(CARDS.values()) <= ids
    assert {card.id for card in material(GAME)} == set(CARDS.values())
    named = {one.id for one in load(CONTENT).mistakes}
    beliefs = {mistake(Call(name, gain, 50, 0)) for name in telephone.EARS for gain in telephone.GAINS}
    assert {"", "he-for-all", "he-for-lecun", "bounded-means-tame", "weights-forgotten"} == beliefs
    assert beliefs - {""} <= named


@pytest.mark.parametrize(
    ("function", "carrying", "losing"),
    [
        ("softsign", (1.2, sqrt(2), 1.6), (0.85, 3.0)),
        ("elu", (1.1, 1.2), (0.85, 1.6)),
        ("selu", (0.85, 0.9), (0.5, sqrt(2))),
        ("tanh", (1.1, 1.2), (0.85, 2.0)),
        ("relu", (sqrt(2),), (1.2, 1.6)),
        ("identity", (1.0,), (0.85, 1.1)),
        ("hard_tanh", (1.0,), (0.85, 1.6)),
        ("gelu", (), (1.2, 1.6)),
        ("sigmoid", (), telephone.GAINS),
    ],
)
def test_the_reasons_told_are_what_the_networks_do(function, carrying, losing):
    """As `about_<function>` says in words: where a function carries, and where it no longer does."""
    for network in range(3):
        assert {Call(function, gain, 50, network).fate for gain in carrying} <= {"kept"}
        assert "kept" not in {Call(function, gain, 50, network).fate for gain in losing}


def test_a_tenth_too_much_of_the_identity_is_a_hundredfold_in_fifty_layers():
    assert 10 ** Call("identity", 1.1, 50, 0).power > 80


def test_no_message_comes_twice_in_a_game():
    asks = {turn(3, number).ask.en.split("”")[0] for number in range(1, GAME.rounds + 1)}
    assert len(asks) == GAME.rounds


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_message_has_its_outcomes_and_every_function_its_reason(language):
    known = sentences("game_telephone", language)
    for number in range(1, telephone.MESSAGES + 1):
        assert {f"game_telephone.{name}_{number}" for name in ("say", "kept", "faint", "loud")} <= known.keys()
        assert any(char.isalnum() for char in text(f"say_{number}").en)
    assert {f"game_telephone.about_{name}" for name in telephone.EARS} <= known.keys()


def test_of_functions_that_are_alike_only_one_is_on_offer():
    """Two that cannot be told apart would rule each other out."""
    for seed in range(SEEDS):
        for number in (2, 5):
            offered = {call.function for call in calls_of(turn(seed, number))}
            assert all(len(offered & set(alike)) <= 1 for alike in telephone.ALIKE)


def test_options_stand_in_order_where_they_have_one():
    for seed in range(10):
        made = turn(seed, 1)
        gains = [call.gain for call in calls_of(made)]
        assert gains == sorted(gains)
        assert isinstance(made.parts[0], Choose)
