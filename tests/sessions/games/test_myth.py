"""Myth buster: the course's own sentences, the truth at once, exactly one myth among three."""

from dataclasses import replace

import pytest

from tests.ui.games.fake import CONTENT, course, material
from tutor.errors import NotFoundError
from tutor.questions.generate.family import Seed
from tutor.questions.model import Choice, Myth
from tutor.questions.showing import FACT, MYTH
from tutor.questions.template import fill
from tutor.sessions.games import machine
from tutor.sessions.games.machine import Settings, begin, dealt, step
from tutor.sessions.games.model import Passed, Picked
from tutor.sessions.games.myth import A_STAGE, GAME, KINDS, ROUNDS, STAGES, Heard, is_a_myth, judge, shown
from tutor.text import Text

SINGLES = [number for number in range(1, ROUNDS + 1) if KINDS[(number - 1) % len(KINDS)] == "one"]
TRIOS = [number for number in range(1, ROUNDS + 1) if number not in SINGLES]


def turn(seed, number, cards=None):
    return dealt(GAME, Settings(str(seed), GAME.rounds, cards=material(GAME) if cards is None else cards), number)


def heard(seed, number):
    return turn(seed, number).judge.args[0]


def one(card, order):
    return shown(card, order, Seed(("luck",)))


def wordings(card):
    body = card.body
    return {fill(body.true, {}), fill(body.false, {})}


def test_only_the_courses_own_myths_are_told_word_for_word():
    told = {text for card in material(GAME) for text in wordings(card)}
    assert len(material(GAME)) > 100
    for seed in range(12):
        for number in range(1, ROUNDS + 1):
            for showing in heard(seed, number).showings:
                assert showing.ask in told
                assert isinstance(showing.card.body, Myth)


def test_of_three_sentences_exactly_one_is_a_myth_and_they_are_about_three_facts():
    for seed in range(40):
        for number in TRIOS:
            found = heard(seed, number)
            assert sorted(showing.order[0] for showing in found.showings) == [FACT, FACT, MYTH]
            assert len({showing.card.fact for showing in found.showings}) == 3


def test_the_truth_is_said_at_once_whatever_was_shown_and_answered():
    for seed in range(20):
        for number in range(1, ROUNDS + 1):
            made = turn(seed, number)
            found = made.judge.args[0]
            myth = found.showings[found.false if found.false is not None else 0]
            for answer in (*(Picked(place) for place in range(len(made.parts[0].options))), Passed()):
                told = made.judge((answer,))
                assert fill(myth.card.body.true, {}).zh in told.said.zh
                assert fill(myth.card.body.true, {}).en in told.said.en
                assert myth.why in told.why


def test_a_false_wording_is_never_said_again_without_being_called_one():
    """What a verdict says in its headline is true; the claim is repeated only where it slipped in among others."""
    for number in range(1, ROUNDS + 1):
        found = heard(3, number)
        told = judge(found, (Passed(),))
        for showing in found.showings:
            claim = fill(showing.card.body.false, {}).en
            assert claim not in told.said.en
            repeated = [text.en for text in told.why if claim in text.en]
            assert all("slipped in" in text for text in repeated)


def test_a_game_goes_from_the_foundations_to_the_frontier_and_meets_no_fact_twice():
    for seed in range(20):
        facts = []
        for number in range(1, ROUNDS + 1):
            found = heard(seed, number)
            assert {showing.card.part for showing in found.showings} <= set(STAGES[(number - 1) // len(KINDS)])
            facts += [showing.card.fact for showing in found.showings]
        assert len(facts) == len(STAGES) * A_STAGE
        assert len(set(facts)) >= len(facts) - 1  # two parts may share a fact across stages


def test_about_half_of_the_single_sentences_are_myths():
    for seed in range(40):
        myths = sum(heard(seed, number).false is not None for number in SINGLES)
        assert myths in (len(SINGLES) // 2, len(SINGLES) - len(SINGLES) // 2)


def test_a_longer_game_goes_on_with_other_sentences():
    first, second = (heard(5, number).showings[0].card for number in (1, 1 + ROUNDS))
    assert first != second


def test_who_believes_a_myth_makes_the_mistake_that_it_names():
    card = next(card for card in material(GAME) if card.body.mistake == "bounded-means-tame")
    for order in (FACT, MYTH):
        [practised] = judge(Heard("one", (one(card, order),)), (Picked(1 - order),)).practised
        assert (practised.card, practised.right, practised.mistake) == (card.id, False, "bounded-means-tame")
        [practised] = judge(Heard("one", (one(card, order),)), (Picked(order),)).practised
        assert (practised.right, practised.mistake) == (True, "")


def test_who_takes_a_truth_for_a_myth_hears_why_it_is_true_and_both_cards_were_practised():
    cards = material(GAME)[:3]
    trio = Heard("three", tuple(one(card, order) for card, order in zip(cards, (FACT, MYTH, FACT), strict=True)))
    told = judge(trio, (Picked(2),))
    assert [(one.card, one.right) for one in told.practised] == [(cards[1].id, False), (cards[2].id, False)]
    assert trio.showings[2].why in told.why
    assert [one.card for one in judge(trio, (Passed(),)).practised] == [cards[1].id]
    assert judge(trio, (Picked(1),)).points == 2


def test_an_answer_is_practice_of_the_card_for_the_journal():
    play = begin(GAME, Settings("7", GAME.rounds, cards=material(GAME)))
    play, _ = step(play, machine.Next(), 0)
    right = play.turn.right[0].place
    _, [fact] = step(play, machine.Choice(right), 1500)
    assert (fact.kind, fact.body["reason"], fact.body["grade"]) == ("practised", "game", machine.PASS)
    assert fact.card == play.turn.judge.args[0].showings[0].card.id


def test_a_course_without_myths_is_refused_with_a_sentence():
    with pytest.raises(NotFoundError) as caught:
        turn(1, 1, cards=())
    assert caught.value.key == "game_myth.no_cards"


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_a_course_with_few_myths_can_be_played(count):
    for number in range(1, ROUNDS + 1):
        made = turn(1, number, cards=material(GAME)[:count])
        assert made.judge(made.right).right


def test_a_learners_own_cards_are_not_heard():
    card = material(GAME)[0]
    assert is_a_myth(card)
    assert not is_a_myth(replace(card, part=0))
    assert not any(is_a_myth(card) for card in course() if isinstance(card.body, Choice))


def test_no_sentence_is_the_same_true_and_false():
    for card in material(GAME):
        true, false = fill(card.body.true, {}), fill(card.body.false, {})
        assert isinstance(true, Text)
        assert true.zh != false.zh
        assert true.en != false.en


def test_many_myths_name_a_mistake_of_the_course():
    known = (CONTENT / "mistakes.yaml").read_text(encoding="utf-8")
    named = [card.body.mistake for card in material(GAME) if card.body.mistake]
    assert len(named) > len(material(GAME)) / 2
    assert all(f"id: {mistake}\n" in known for mistake in named)
