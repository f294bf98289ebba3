"""What a lesson says about a question that was guessed before it."""

from __future__ import annotations

from dataclasses import replace

from tests.sessions.test_lesson import CARDS, LESSON, LessonHost, answer, begin, both, walk
from tests.ui.world import TAIL
from tutor.sessions.lesson_model import guessed_before
from tutor.syllabus.model import Ask, Pretest, Prose
from tutor.ui.learn.ask import earlier, settled


def asked_again(card):
    lesson = replace(LESSON, steps=(Pretest(TAIL.id), Prose("say", both("一")), Ask(card.id)))
    host = LessonHost()
    state = begin(host, lesson, {**CARDS, card.id: card}, hidden=frozenset())
    state = walk(host, answer(host, state, right=False), until=2)
    return state, guessed_before(state)


def test_another_question_on_the_same_matter_quotes_the_first_and_then_tells_its_answer():
    state, guess = asked_again(replace(TAIL, id="sigmoid.other", fact=TAIL.fact))
    assert "asked differently" in earlier(state, guess, "en")
    told = settled(state, guess, "en")
    assert guess.showing.ask.en in told
    assert told.endswith(guess.showing.answer.en)


def test_the_very_question_shows_its_answer_itself():
    state, guess = asked_again(TAIL)
    assert "look again" in earlier(state, guess, "en")
    assert settled(state, guess, "en") is None
