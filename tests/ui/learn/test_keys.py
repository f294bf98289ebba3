"""What each key means in a step, at a question, in a field, on a page, at the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sessions.test_lesson import DEEPER, DERIVE, FLASH, walk
from tests.ui.learn.world import LessonHost, begin
from tutor.questions.answers import Chosen, Typed
from tutor.sessions.inputs import Grade, Leave, Next, Redo, Reveal, Skip, TooEasy, Undo
from tutor.sessions.lesson_inputs import Attempt, Back, Forward, Quit, Unfold
from tutor.ui.field import Field
from tutor.ui.learn.keys import meaning, pasted
from tutor.ui.learn.loop import perform
from tutor.ui.learn.view import Attempting, Hint, Show, Trying, opening
from tutor.ui.view import Open, Plot, Scroll, SwitchLanguage, Write

TYPED = 9


def at(step):
    return begin(LessonHost(), at=step)


def press(state, key, **changes):
    return meaning(state, replace(opening(state, "zh"), **changes), key)


@pytest.mark.parametrize(
    ("key", "means"),
    [
        (" ", Forward()),
        ("enter", Forward()),
        ("right", Forward()),
        ("left", Back()),
        ("s", Skip()),
        ("S", Skip()),
        ("ｓ", Skip()),
        ("o", Quit("outline")),
        ("q", Leave()),
        ("esc", Leave()),
        ("u", Undo()),
        ("backspace", Undo()),
        ("ctrl-r", Redo()),
        ("L", SwitchLanguage()),
        ("ctrl-l", SwitchLanguage()),
        ("?", Show("help")),
        ("？", Show("help")),
        ("p", Show("plot")),
        ("t", Show("try")),
        ("down", Scroll(1)),
        ("d", None),
        ("g", None),
        ("x", None),
    ],
)
def test_in_a_step_that_tells(key, means):
    assert press(at(1), key) == means


def test_d_opens_what_is_folded_and_g_guesses_in_a_derivation():
    assert press(at(DEEPER), "d") == Unfold()
    assert press(at(DERIVE), "g") == Attempting(open=True)


@pytest.mark.parametrize(
    ("key", "means"),
    [
        ("2", Chosen((1,))),
        ("b", Chosen((1,))),
        ("h", Hint()),
        ("o", Quit("outline")),
        ("p", Show("plot")),
        ("left", Back()),
        ("right", None),
        ("s", Skip()),
        ("q", Leave()),
        ("?", Show("help")),
        ("i", Open("why")),
        ("!", Open("report")),
        ("-", None),
        ("@", None),
        ("t", None),
    ],
)
def test_at_a_question_letters_answer_and_nothing_is_put_away(key, means):
    assert press(at(4), key) == means


def test_while_typing_every_letter_is_text():
    state = at(TYPED)
    for key in "hopst":
        assert press(state, key) == Write(Field(key, 1))
    view = opening(state, "zh")
    filled = replace(view, card=replace(view.card, field=Field("0.88", 4)))
    assert meaning(state, filled, "enter") == Typed("0.88")
    left = replace(view, card=replace(view.card, commanding=True))
    assert meaning(state, left, "h") == Hint()
    assert meaning(state, left, "left") == Back()
    assert pasted(state, view, "0.881") == Write(Field("0.881", 5))


def test_after_a_verdict_space_and_right_go_on_and_corrections_work():
    host = LessonHost()
    state = perform(walk(host, begin(host), until=4), host, Chosen((0,)))
    assert [press(state, key) for key in (" ", "right", "e", "left", "h")] == [
        Next(),
        Forward(),
        TooEasy(),
        Back(),
        None,
    ]


def test_after_a_pretest_nothing_can_be_corrected():
    host = LessonHost()
    state = perform(begin(host), host, Chosen((0,)))
    assert [press(state, key) for key in "gey"] == [None, None, None]
    assert press(state, " ") == Next()


def test_a_flash_card_is_revealed_and_graded():
    state = at(FLASH)
    assert press(state, " ") == Reveal()
    host = LessonHost()
    state = perform(perform(state, host, Reveal()), host, Reveal())
    assert press(state, "3") == Grade(3)


def test_the_field_of_an_attempt():
    state = at(DERIVE)
    assert press(state, "g", attempting=True) == Write(Field("g", 1))
    assert press(state, "esc", attempting=True) == Attempting(open=False)
    assert press(state, "enter", attempting=True) == Forward()
    view = replace(opening(state, "zh"), attempting=True)
    filled = replace(view, card=replace(view.card, field=Field("1/x", 3)))
    assert meaning(state, filled, "enter") == Attempt("1/x")
    assert pasted(state, filled, "+1") == Write(Field("1/x+1", 5))
    assert press(state, "f5", attempting=True) is None


@pytest.mark.parametrize("page", ["plot", "help"])
def test_a_page_closes_scrolls_and_gives_way_to_the_other(page):
    state = at(1)
    assert {press(state, key, page=page) for key in (" ", "enter", "esc", "q", "backspace")} == {Show("step")}
    assert press(state, "p", page=page) == Show("step" if page == "plot" else "plot")
    assert press(state, "?", page=page) == Show("step" if page == "help" else "help")
    assert press(state, "l", page=page) == SwitchLanguage()
    assert press(state, "down", page=page) == Scroll(1)
    assert pasted(state, replace(opening(state, "zh"), page=page), "x") is None


def test_on_the_page_of_a_trial_keys_are_for_the_trial():
    state = at(1)
    assert press(state, "q", page="try") == Trying("q")
    assert press(state, "esc", page="try") == Show("step")
    assert press(state, "ctrl-l", page="try") == SwitchLanguage()


@pytest.mark.parametrize(
    ("key", "means"),
    [
        ("enter", Quit("next")),
        ("n", Quit("next")),
        (" ", Leave()),
        ("q", Leave()),
        ("o", Quit("outline")),
        ("l", SwitchLanguage()),
        ("u", Undo()),
        ("left", None),
        ("s", None),
        ("t", None),
    ],
)
def test_at_the_end(key, means):
    """Space, pressed once too often, starts nothing."""
    host = LessonHost()
    assert press(walk(host, begin(host)), key) == means


def test_a_question_with_a_plot_shows_and_hides_its_own():
    from tests.ui.world import SHAPE
    from tutor.syllabus.model import Ask

    state = begin(LessonHost())
    lesson = replace(state.lesson, steps=(Ask(SHAPE.id),))
    state = begin(LessonHost(), lesson, {SHAPE.id: SHAPE}, hidden=frozenset())
    assert press(state, "p") == Plot()
