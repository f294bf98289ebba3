"""What every key means in every phase."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.world import BELIEF, GAP, HALF, NUMBER, PEAK, SEVERAL, TAIL, WRITE, MemoryHost, session_of
from tutor.questions.answers import Chosen, DontKnow, Typed, Unreadable
from tutor.sessions.inputs import (
    Bury,
    Grade,
    Guessed,
    Leave,
    Mark,
    Next,
    Redo,
    Reveal,
    Skip,
    Suspend,
    TooEasy,
    Undo,
    WasRight,
)
from tutor.sessions.model import Over
from tutor.ui.field import Field
from tutor.ui.keys import meaning, pasted
from tutor.ui.plain import perform
from tutor.ui.view import Open, Plot, Point, Scroll, Send, SwitchLanguage, View, Write

VIEW = View("zh")


def at(card, *given, **view):
    """Return a session at a card after some inputs, and a view of it."""
    host = MemoryHost()
    session = session_of(host, card)
    for one in given:
        session = perform(session, host, one)
    return session, replace(VIEW, **view)


def means(card, key, *given, **view):
    session, seen = at(card, *given, **view)
    return meaning(session, seen, key)


RIGHT = Chosen((2,))  # with the seed of these tests the right option of TAIL stands third
WRONG = Chosen((0,))
EVERYWHERE = [
    ("u", Undo()),
    ("U", Undo()),
    ("backspace", Undo()),
    ("ctrl-r", Redo()),
    ("s", Skip()),
    ("-", Bury()),
    ("－", Bury()),
    ("@", Suspend()),
    ("＠", Suspend()),
    ("i", Open("why")),
    ("?", Open("help")),
    ("？", Open("help")),
    ("!", Open("report")),
    ("！", Open("report")),
    ("L", SwitchLanguage()),
    ("l", SwitchLanguage()),
    ("ctrl-l", SwitchLanguage()),
    ("p", Plot()),
    ("q", Leave()),
    ("ｑ", Leave()),
    ("esc", Leave()),
    ("page-down", Scroll(1, screens=True)),
    ("tab", None),
    ("：", None),
    ("x", None),
]


@pytest.mark.parametrize(("key", "meant"), EVERYWHERE)
@pytest.mark.parametrize(
    ("card", "given"),
    [(TAIL, ()), (SEVERAL, ()), (HALF, ()), (PEAK, (Reveal(),)), (HALF, (Reveal(),)), (TAIL, (RIGHT,))],
)
def test_commands_work_wherever_nothing_is_typed(card, given, key, meant):
    assert means(card, key, *given) == meant


@pytest.mark.parametrize("key", [" ", "enter", "　"])
def test_space_and_enter_reveal_and_go_on(key):
    assert means(HALF, key) == Reveal()
    assert means(PEAK, key, Reveal()) == Reveal()
    assert means(TAIL, key, RIGHT) == Next()
    assert means(HALF, key, Reveal(), cursor=2) == Grade(3)


@pytest.mark.parametrize(("key", "place"), [("1", 0), ("4", 3), ("１", 0), ("a", 0), ("D", 3), ("ｂ", 1)])
def test_a_single_choice_answers_at_once(key, place):
    assert means(TAIL, key) == Chosen((place,))
    assert means(SEVERAL, key) == Mark(place)


@pytest.mark.parametrize("key", ["5", "6", "7", "9", "f"])
def test_options_that_are_not_there_mean_nothing(key):
    assert means(TAIL, key) is None
    assert means(BELIEF, "3") is None


def test_zero_is_i_dont_know():
    assert means(TAIL, "0") == DontKnow()
    assert means(SEVERAL, "０") == DontKnow()
    assert means(HALF, "0") is None


def test_several_are_submitted_by_enter():
    assert means(SEVERAL, "enter", Mark(2), Mark(0)) == Chosen((0, 2))
    assert means(SEVERAL, " ", Mark(1)) == Chosen((1,))


def test_nothing_marked_asks_for_a_choice():
    assert means(SEVERAL, "enter") == Unreadable("question.choose_several", {"last": "4"})
    assert means(TAIL, "enter") == Unreadable("question.choose_one", {"last": "4"})


def test_arrows_point_and_enter_chooses():
    assert means(TAIL, "down") == Point(0)
    assert means(TAIL, "up") == Point(4)
    assert means(TAIL, "down", cursor=4) == Point(0)
    assert means(TAIL, "enter", cursor=1) == Chosen((1,))
    assert means(TAIL, "enter", cursor=4) == DontKnow()
    assert means(SEVERAL, "right", cursor=1) == Mark(1)
    assert means(SEVERAL, "left", cursor=4) is None


def test_key_points_are_ticked():
    assert means(PEAK, "3", Reveal()) == Mark(2)
    assert means(PEAK, "b", Reveal()) == Mark(1)
    assert means(PEAK, "4", Reveal()) is None
    assert means(PEAK, "down", Reveal(), cursor=2) == Point(0)
    assert means(PEAK, "left", Reveal(), cursor=2) == Mark(2)


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "４"])
def test_grades(key):
    assert means(HALF, key, Reveal()) == Grade(int(key))


def test_grades_by_arrows():
    assert means(HALF, "left", Reveal(), cursor=2) == Point(1)
    assert means(HALF, "right", Reveal(), cursor=3) == Point(3)
    assert means(HALF, "left", Reveal(), cursor=0) == Point(0)
    assert means(HALF, "5", Reveal()) is None


@pytest.mark.parametrize("key", "01234569")
def test_digits_do_nothing_after_a_verdict(key):
    assert means(TAIL, key, RIGHT) is None
    assert means(TAIL, key, WRONG) is None


def test_corrections_after_a_verdict():
    assert means(TAIL, "g", RIGHT) == Guessed()
    assert means(TAIL, "e", RIGHT) == TooEasy()
    assert means(TAIL, "Y", WRONG) == WasRight()


def test_no_correction_before_the_answer():
    """`e` is the fifth option there, and `g` and `y` are nothing."""
    assert [means(TAIL, key) for key in "gey"] == [None, None, None]


@pytest.mark.parametrize("key", ["q", "?", "u", "1", " ", "-", "好", "ａ"])
@pytest.mark.parametrize("card", [NUMBER, GAP, WRITE])
def test_while_typing_every_printable_key_is_text(card, key):
    assert means(card, key) == Write(Field(key, 1))


def test_control_keys_work_while_typing():
    assert means(NUMBER, "ctrl-l") == SwitchLanguage()
    assert means(NUMBER, "ctrl-r") == Redo()
    assert means(NUMBER, "tab") is None
    assert means(NUMBER, "page-up") == Scroll(-1, screens=True)
    assert means(NUMBER, "backspace", field=Field("ab", 2)) == Write(Field("a", 1))


def test_enter_submits_what_was_typed():
    assert means(NUMBER, "enter", field=Field("0.25", 4)) == Typed("0.25")


@pytest.mark.parametrize(("card", "kind"), [(NUMBER, "number"), (GAP, "words"), (WRITE, "formula")])
def test_an_empty_enter_is_a_hint_and_another_one_i_dont_know(card, kind):
    hint = Unreadable(f"question.type_{kind}", {})
    assert means(card, "enter") == hint
    assert means(card, "enter", hint, field=Field("  ", 2)) == DontKnow()


def test_esc_leaves_the_field_and_commands_work():
    field = Field("0.2", 3)
    assert means(NUMBER, "esc", field=field) == Write(field, typing=False)
    assert means(NUMBER, "u", field=field, commanding=True) == Undo()
    assert means(NUMBER, "esc", field=field, commanding=True) == Leave()
    assert means(NUMBER, "enter", field=field, commanding=True) == Write(field)
    assert means(NUMBER, "5", field=field, commanding=True) == Write(Field("0.25", 4))


def test_paste_goes_into_the_field_only():
    session, view = at(NUMBER)
    assert pasted(session, view, "1\n2") == Write(Field("1 2", 3))
    assert pasted(session, replace(view, commanding=True), "12") is None
    assert pasted(*at(TAIL), "12") is None
    assert pasted(*at(TAIL, page="report"), "12") == Write(Field("12", 2))


def test_pages_close_and_scroll():
    for key in ("esc", " ", "enter", "q", "i", "backspace"):
        assert means(TAIL, key, page="why") == Open("card")
    assert means(TAIL, "?", page="why") == Open("help")
    assert means(TAIL, "i", page="help") == Open("why")
    assert means(TAIL, "L", page="help") == SwitchLanguage()
    assert means(TAIL, "down", page="help") == Scroll(1)
    assert means(TAIL, "1", page="why") is None


def test_a_remark_is_typed_and_sent():
    field = Field(" typo ", 6)
    assert means(TAIL, "q", page="report") == Write(Field("q", 1))
    assert means(TAIL, "enter", page="report", field=field) == Send("typo")
    assert means(TAIL, "esc", page="report", field=field) == Open("card")
    assert means(TAIL, "tab", page="report") is None


def test_at_the_end_only_leaving_is_left():
    session, view = at(TAIL)
    session = replace(session, phase=Over("done"), current=None)
    assert [meaning(session, view, key) for key in (" ", "enter", "q", "esc", "１")] == [Leave()] * 4 + [None]
    assert meaning(session, view, "ctrl-l") == SwitchLanguage()
