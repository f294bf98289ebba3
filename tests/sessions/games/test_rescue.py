"""Rescue the neuron: the mildest remedy that works is the right one, and the simulation says which works."""

from collections import Counter
from itertools import pairwise
from math import isnan

import pytest

from tests.ui.games.fake import CONTENT, course, material
from tutor.labs.patients import REMEDIES, Case
from tutor.sessions.games import rescue
from tutor.sessions.games.machine import Settings, dealt
from tutor.sessions.games.model import Passed, Picked
from tutor.sessions.games.rescue_cases import CARDS, CASES, WARDS
from tutor.sessions.games.rescue_told import HITS, INTERNS, QUIETS, mistake
from tutor.syllabus.load import load
from tutor.text.words import sentences

GAME = rescue.GAME
SEEDS = 25


def turn(seed, number):
    return dealt(GAME, Settings(str(seed), GAME.rounds, cards=material(GAME)), number)


def patients():
    """Yield the patients of some games."""
    for seed in range(SEEDS):
        for number in range(1, GAME.rounds + 1):
            made = turn(seed, number)
            yield made, made.judge.args[0]


def test_the_right_remedy_is_the_mildest_that_works_and_nothing_milder_works_anywhere():
    for made, patient in patients():
        assert patient.offered == tuple(sorted(patient.offered, key=REMEDIES.index))
        [right] = made.right
        courses = [patient.report.after[remedy] for remedy in patient.offered]
        assert courses[right.place].works
        assert all(one.fails for one in courses[: right.place])


def test_to_leave_it_alone_is_always_on_offer_and_right_for_those_asleep_only():
    for made, patient in patients():
        assert patient.offered[0] == "wait"
        assert (patient.kind == "asleep") == (made.right == (Picked(0),))
        assert len(patient.offered) == rescue.OFFERED


def test_those_who_are_not_asleep_are_dead_in_every_network_when_they_come():
    for _, patient in patients():
        assert patient.kind == "asleep" or patient.report.before.fails


def test_troubles_and_remedies_vary():
    found = [patient for _, patient in patients()]
    assert {patient.kind for patient in found} == set(CASES)
    right = Counter(patient.right for patient in found)
    assert set(right) >= {"wait", "rate", "clip", "bias", "scale", "inputs", "norm", "fresh"}
    assert max(right.values()) < len(found) / 2


def test_wards_grow_harder_and_no_bed_is_filled_twice_in_a_game():
    for seed in range(5):
        made = [turn(seed, number) for number in range(1, GAME.rounds + 1)]
        kinds = [one.judge.args[0].kind for one in made]
        assert set(kinds[:3]) == set(WARDS[0][0])
        assert set(kinds[3:6]) <= set(WARDS[1][0])
        assert len({one.judge.args[0].bed for one in made}) == GAME.rounds
        assert [one.worth for one in made] == [1] * 6 + [2] * 2


def test_no_patient_comes_twice_in_a_game_and_the_next_game_brings_mostly_others():
    games = []
    for seed in range(SEEDS):
        met = [turn(seed, number).judge.args[0] for number in range(1, GAME.rounds + 1)]
        games.append({(one.kind, one.case, one.chance) for one in met})
        assert len(games[-1]) == GAME.rounds
    shared = sum(len(one & other) for one, other in pairwise(games))
    assert shared <= len(games) * GAME.rounds / 6


def test_the_intern_does_not_say_the_same_thing_all_day():
    for seed in range(3):
        notes = [turn(seed, number).shown[0].facts[-1][1].en for number in range(1, GAME.rounds + 1)]
        assert all("8 samples" in note for note in notes)
        assert all(one != other for one, other in pairwise(notes))
        assert len(set(notes)) == INTERNS


def test_what_a_patient_says_does_not_give_its_trouble_away():
    said = {}
    for made, patient in patients():
        said.setdefault(made.ask.en.split(": ")[1], set()).add(patient.kind)
    assert len(said) == QUIETS + HITS
    assert all(len(kinds) > 1 for kinds in said.values())


def test_every_remedy_on_offer_is_shown_with_its_outcome():
    made = turn(3, 1)
    patient = made.judge.args[0]
    for answers in ((Passed(),), *((Picked(place),) for place in range(len(patient.offered)))):
        [shown] = made.judge(answers).shown
        assert [beat.shares for beat in shown.beats] == [
            patient.report.after[remedy].shares[0] for remedy in patient.offered
        ]


def test_every_choice_is_told_its_reason():
    """Right: the trouble and the cure. Wrong: also why it was too little or too much."""
    for made, patient in patients():
        for place in range(len(patient.offered)):
            told = made.judge((Picked(place),))
            assert len(told.why) == (2 if told.right else 3)
            assert "{" not in "".join(text.zh + text.en for text in (told.said, *told.why))


@pytest.mark.parametrize(
    ("kind", "chosen", "right", "drastic", "belief"),
    [
        ("asleep", "fresh", "wait", True, "dead-at-first-zero"),
        ("leap", "fresh", "rate", True, "cure-before-diagnosis"),
        ("heavy", "scale", "norm", False, "scale-moves-the-sign"),
        ("birth", "rate", "bias", False, ""),
    ],
)
def test_a_wrong_remedy_names_the_belief_behind_it_only_where_one_is_plain(kind, chosen, right, drastic, belief):
    assert mistake(kind, chosen, right, drastic=drastic) == belief


@pytest.mark.parametrize(("case", "said"), [(Case(sunk=4.0), "slope 0"), (Case("tanh", sunk=6.0), "slope next to 0")])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_only_a_slope_that_is_0_is_called_0(case, said, place):
    """Tanh at −6 still has slope 2.5×10⁻⁵: next to nothing, but not nothing."""
    patient = rescue.Patient("birth", case, 1, ("wait", "rate", "clip", "bias", "fresh"), 7)
    told = rescue.judge(patient, 1, (), (Picked(place),)).why[-1].en
    assert said.replace("slope", "gradient that reaches it is") in told if place == 2 else said in told


def test_a_network_that_runs_away_is_told_as_lost():
    """Centred inputs wake a unit with enormous weights, and the loss explodes."""
    case, chance = Case(signs="down", positive=True, weights=20.0), 0
    patient = rescue.Patient("heavy", case, chance, ("wait", "inputs", "norm", "leaky", "fresh"), 7)
    told = rescue.judge(patient, 2, (), (Picked(1),))
    assert "the whole network was gone" in told.why[-1].en
    beat = told.shown[0].beats[1]
    assert isnan(beat.shares[-1])
    assert beat.shares[0] > 0


def test_beliefs_are_those_of_the_course():
    named = {one.id for one in load(CONTENT).mistakes}
    beliefs = {
        mistake(kind, chosen, right, drastic=drastic)
        for kind in CASES
        for chosen in REMEDIES
        for right in REMEDIES
        for drastic in (True, False)
    }
    assert beliefs - {""} <= named


def test_cards_are_those_of_the_course():
    assert set(CARDS.values()) <= {card.id for card in course()}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_and_every_remedy_has_its_sentences(language):
    known = sentences("game_rescue", language).keys()
    assert {f"game_rescue.{name}_{kind}" for kind in CASES for name in ("cause",)} <= known
    assert {f"game_rescue.{name}_{one}" for one in REMEDIES for name in ("remedy", "short", "right")} <= known
    said = {f"game_rescue.quiet_{n}" for n in range(1, QUIETS + 1)} | {
        f"game_rescue.hit_{n}" for n in range(1, HITS + 1)
    }
    assert said == {key for key in known if key.startswith(("game_rescue.quiet", "game_rescue.hit"))}
    reasons = {f"game_rescue.little_{one}_{when}" for one in REMEDIES for when in ("dead", "again")}
    assert reasons <= known
