"""Myth buster on the screen: a truth is not said twice, a myth stands above its truth, three sentences fit."""

import pytest

from tests.ui.games.fake import material
from tests.ui.games.test_screens import seen, wrong_keys
from tutor.sessions.games.catalogue import find
from tutor.sessions.games.machine import Settings, dealt
from tutor.sessions.games.myth import ROUNDS
from tutor.text.width import width

MYTH = find("myth")


def way_to(number):
    return [" ", *["0", " "] * (number - 1)]


def judged(number, language="zh", size=(80, 24)):
    return seen(MYTH, [*way_to(number), *wrong_keys(MYTH, "7", number)], language, size)


def heard(number):
    return dealt(MYTH, Settings("7", MYTH.rounds, cards=material(MYTH)), number).judge.args[0]


def dense(text):
    """Return a text without any space, however it was broken into lines."""
    return "".join(text.split())


def joined(screen):
    return dense("".join(screen))


@pytest.mark.parametrize("number", [1, 2, 3, 5, 6, 7])
def test_the_verdict_shows_a_myth_above_its_truth_and_a_truth_once(number):
    found, screen = heard(number), joined(judged(number))
    claim = dense(found.showings[0].ask.zh)
    assert screen.count(claim) == 1
    assert ("流言。真相是" in screen) is (found.false is not None)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_myth_among_three(golden, language):
    golden(f"game-myth-three-80-{language}", seen(MYTH, way_to(4), language, (80, 24)))
    golden(f"game-myth-three-told-80-{language}", judged(4, language))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("number", [4, 8, 12])
def test_all_three_sentences_can_be_read_at_once_on_a_usual_screen(language, number):
    screen = joined(seen(MYTH, way_to(number), language, (80, 24)))
    for showing in heard(number).showings:
        assert dense(showing.ask.lines(language)[0]) in screen


def test_every_sentence_fits_a_narrow_screen():
    for number in range(1, ROUNDS + 1):
        assert all(width(row) <= 40 for row in seen(MYTH, way_to(number), "en", (40, 24)))
