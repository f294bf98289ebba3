"""The screen's own state: what a command changes and what a new phase forgets."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.world import HALF, NUMBER, PEAK, TAIL, MemoryHost, session_of
from tutor.questions.answers import Chosen, Unreadable
from tutor.sessions.inputs import Next, Reveal
from tutor.sessions.model import Notice
from tutor.ui.field import Field
from tutor.ui.plain import perform
from tutor.ui.view import (
    Open,
    Plot,
    Point,
    Scroll,
    Send,
    SwitchLanguage,
    View,
    Write,
    changed,
    followed,
    opened,
    typing,
)

VIEW = View("zh", field=Field("ab", 1), cursor=1, scroll=3, notice=Notice("x"))
QUIET = replace(VIEW, notice=None)


def test_commands():
    assert changed(VIEW, SwitchLanguage()) == replace(QUIET, language="en", scroll=None)
    assert changed(VIEW, Point(2)) == replace(QUIET, cursor=2, scroll=None)
    assert changed(VIEW, Write(Field("x", 1))) == replace(QUIET, field=Field("x", 1))
    assert changed(VIEW, Write(Field("x", 1), typing=False)).commanding
    assert changed(VIEW, Plot()) == replace(QUIET, plot=False, scroll=0)
    assert changed(VIEW, Send("x")) == QUIET


def test_a_page_keeps_what_was_typed_but_a_remark_starts_empty():
    assert changed(VIEW, Open("why")).field == Field("ab", 1)
    assert changed(VIEW, Open("report")).field == Field()
    assert changed(changed(VIEW, Open("report")), Open("card")).field == Field()


def test_scrolling_stays_between_the_ends():
    size = {"height": 10, "most": 15, "start": 3}
    assert changed(VIEW, Scroll(1), **size).scroll == 4
    assert changed(VIEW, Scroll(1, screens=True), **size).scroll == 12
    assert changed(VIEW, Scroll(2, screens=True), **size).scroll == 15
    assert changed(VIEW, Scroll(-9), **size).scroll == 0


def test_a_new_phase_opens_anew():
    host = MemoryHost()
    asked = session_of(host, TAIL, HALF)
    judged = perform(asked, host, Chosen((0,)))
    view = View("en", cursor=2, scroll=1)
    assert followed(view, asked, judged) == View("en", plot=False)
    assert followed(view, judged, perform(judged, host, Next())) == View("en")


def test_grades_open_on_good_and_keep_the_place():
    host = MemoryHost()
    ticking = perform(session_of(host, PEAK), host, Reveal())
    grading = perform(ticking, host, Reveal())
    assert followed(View("zh", scroll=2), ticking, grading) == View("zh", cursor=2, scroll=2)
    assert opened(grading, "zh").cursor == 2


def test_a_hint_keeps_what_was_typed():
    host = MemoryHost()
    asked = session_of(host, NUMBER)
    hinted = perform(asked, host, Unreadable("question.type_number", {}))
    assert followed(VIEW, asked, hinted) == QUIET


def test_when_keys_are_text():
    host = MemoryHost()
    typed, chosen = session_of(host, NUMBER), session_of(host, TAIL)
    assert typing(typed, View("zh"))
    assert not typing(typed, View("zh", commanding=True))
    assert not typing(typed, View("zh", page="help"))
    assert typing(chosen, View("zh", page="report"))
    assert not typing(chosen, View("zh"))
