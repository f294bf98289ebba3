"""Every lesson of the course, found by itself, from the first step to the end at every width in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.learn.world import LessonHost, begin, course
from tutor.sessions.inputs import Next
from tutor.sessions.lesson_inputs import Forward, Unfold
from tutor.sessions.lesson_model import is_open, verdict_of
from tutor.sessions.model import Asking, Grading, Ticking
from tutor.syllabus.model import FormulaStep, PlotStep, Prose
from tutor.text.width import width
from tutor.ui import keys
from tutor.ui.learn import curves
from tutor.ui.learn.loop import perform
from tutor.ui.learn.scene import look
from tutor.ui.learn.screen import compose
from tutor.ui.learn.trial import entered
from tutor.ui.learn.trial import opened as opened_trial
from tutor.ui.learn.view import opening
from tutor.ui.lines import text_of
from tutor.ui.view import Point, Write, opened

SIZES = ((40, 24), (80, 24), (120, 40))
LESSONS, CARDS, _ = course()


def shown(state, host, language, size):
    return compose(look(state, opening(state, language), host, size))


def must_fit(state, host, language, size):
    """Check that a screen has exactly its rows, no line too long, and a visible cue for what does not fit."""
    frame = shown(state, host, language, size)
    lines = [text_of(row) for row in frame.lines]
    assert len(lines) == size[1]
    assert max(map(width, lines)) <= size[0]
    cue = any(f"↓ {frame.most - frame.start}" in text for text in lines)
    assert cue == (frame.most > frame.start)
    assert any(text.strip() for text in lines[3:-2])
    return frame


def press(state, host):
    """Return the lesson after the key a hurried learner would press."""
    question = state.question
    if not is_open(question):
        return perform(state, host, Next() if question else Forward())
    view = opened(question, "zh")
    showing = question.phase.showing
    key = {"multi": "1", "flash": " "}.get(showing.card.kind, "1")
    if isinstance(question.phase, Grading):
        key = "3"
    if isinstance(question.phase, Ticking):
        key = " "
    if isinstance(question.phase, Asking) and not showing.options and showing.card.kind != "flash":
        view = replace(view, field=replace(view.field, text="1" if not question.phase.hinted else "", cursor=0))
        key = "enter"
    found = keys.meaning(question, view, key)
    assert not isinstance(found, Point | Write)
    state = perform(state, host, found)
    if showing.card.kind == "multi" and state.question and is_open(state.question):
        state = perform(state, host, keys.meaning(state.question, view, "enter"))
    return state


@pytest.mark.parametrize("name", sorted(LESSONS))
def test_a_lesson_runs_through_and_every_screen_fits(name):
    lesson = LESSONS[name]
    host = LessonHost()
    state = begin(host, lesson, CARDS, hidden=frozenset())
    seen = set()
    for _ in range(400):
        place = (state.at, state.stage, type(state.question.phase) if state.question else None)
        if place not in seen:
            seen.add(place)
            for size in SIZES:
                for language in ("zh", "en"):
                    must_fit(state, host, language, size)
            must_fit(state, host, "both", (80, 24))
        if state.ended:
            break
        if isinstance(state.step, Prose) and state.step.role == "deeper" and state.at not in state.unfolded:
            state = perform(state, host, Unfold())
            must_fit(state, host, "both", (40, 24))
            seen.discard(place)
            continue
        state = press(state, host)
    assert state.ended
    assert host.moves[-1]["done"]
    assert all(verdict_of(question) for question in state.asked.values())


@pytest.mark.parametrize("name", sorted(LESSONS))
def test_the_pages_that_open_over_a_step_fit_the_narrowest_screen_too(name):
    """The keys of the moment and the trial with a value typed, once for every kind of step of the lesson."""
    host, seen = LessonHost("en"), set()
    for at, step in enumerate(LESSONS[name].steps):
        state = begin(host, LESSONS[name], CARDS, at=at, hidden=frozenset())
        if type(step) in seen or state.at != at:
            continue
        seen.add(type(step))
        view = opening(state, "en")
        found = curves.to_try(state) if isinstance(step, FormulaStep | PlotStep) else None
        trial = opened_trial(found.curves, found.range) if found else None
        pages = [replace(view, page="help")]
        if trial is not None:
            pages.append(replace(view, page="try", trial=entered(trial, "2")))
        for page in pages:
            frame = compose(look(state, page, host, (40, 24)))
            lines = [text_of(row) for row in frame.lines]
            assert len(lines) == 24
            assert max(map(width, lines)) <= 40
            assert frame.most == 0 or any("↓" in text or "↑" in text for text in lines)


@pytest.mark.parametrize("name", sorted(LESSONS))
def test_each_step_of_a_lesson_fits_one_screen_of_80_by_24(name):
    """An author's rule, kept by what is written and by how it is drawn; a table or a derivation may scroll."""
    lesson = LESSONS[name]
    host = LessonHost()
    for at, step in enumerate(lesson.steps):
        state = replace(begin(host, lesson, CARDS, at=at, hidden=frozenset()), unfolded=frozenset({at}))
        if isinstance(step, Prose):
            for language in ("zh", "en"):
                assert shown(state, host, language, (80, 24)).most == 0, (at, language)
