"""Any content at any size: a screen has exactly its rows, nothing is wider than it, nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.world import DAY, TITLE, MemoryHost, both, card, known, session_of
from tutor.questions.answers import Chosen, DontKnow, Typed
from tutor.questions.model import Choice, Cloze, Flash, Multi, Option, Wording
from tutor.questions.showing import draw
from tutor.reports.settings import Setting
from tutor.reports.today import Idea, PartMastery, Today, Weak
from tutor.sessions import review
from tutor.sessions.inputs import Mark, Reveal
from tutor.syllabus.model import Prose
from tutor.text import Text
from tutor.text.intervals import interval
from tutor.ui.lines import clean, measure, text_of
from tutor.ui.plain import perform
from tutor.ui.scene import look_at
from tutor.ui.screens import card as card_screen
from tutor.ui.screens import cards as cards_screen
from tutor.ui.screens import settings as settings_screen
from tutor.ui.screens import today as today_screen
from tutor.ui.screens.frame import body, compose
from tutor.ui.view import View, opened

WORDS = st.text(min_size=1, max_size=60).filter(lambda text: clean(text).strip())
WIDTHS = st.integers(20, 120)
HEIGHTS = st.integers(2, 50)
LANGUAGES = st.sampled_from(["zh", "en", "both"])


def letters(text: str) -> str:
    return "".join(clean(text).split())


def holds(lines, *texts: str) -> bool:
    """Whether the letters of each text stand in the lines, in order and unbroken but for margins."""
    said = "".join(letters(text_of(spans)) for spans in lines)
    return all(letters(text) in said for text in texts)


def question(kind: str, texts: list[str]):
    """Return a card of a kind whose texts are the given ones, and what is done with it."""
    ask, first, second, because, why = texts
    options = (
        Option(right=True, wording=both(first)),
        Option(right=False, wording=both(second), because=both(because)),
    )
    cards = {
        "choice": (Choice(options), (), (Chosen((0,)), Chosen((1,)), DontKnow())),
        "multi": (Multi(options), (Mark(1),), (Chosen((0, 1)),)),
        "flash": (Flash(both(first), (both(second), both(because))), (Reveal(), Mark(1)), (Reveal(),)),
        "cloze": (Cloze(Text.same(first)), (), (Typed("something else"), DontKnow())),
    }
    shown, before, after = cards[kind]
    return card(kind, shown, both(ask), both(why)), before, after


@settings(max_examples=20, deadline=None)
@given(
    st.lists(WORDS, min_size=5, max_size=5),
    st.sampled_from(["choice", "multi", "flash", "cloze"]),
    WIDTHS,
    HEIGHTS,
    LANGUAGES,
)
def test_every_phase_fits_and_loses_nothing(texts, kind, columns, rows, language):
    asked, before, after = question(kind, texts)
    host = MemoryHost(language)
    session = session_of(host, asked)
    views = [session]
    for given_now in (*before, *after):
        session = perform(session, host, given_now)
        views.append(session)
    for seen in views:
        for page in ("card", "why", "help", "report"):
            scene = look_at(seen, replace(opened(seen, language), page=page), host, (columns, rows))
            frame = compose(scene)
            assert len(frame.lines) == rows
            assert all(measure(spans) <= columns for spans in frame.lines)
            content = body(scene)
            assert all(measure(spans) <= scene.measure for spans in content.lines)
            if page == "card" and seen.current:
                assert holds(content.lines, texts[0])


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=5, max_size=5), WIDTHS)
def test_after_a_wrong_answer_everything_is_told(texts, columns):
    """Question, both options, the reason, the why: all of it, at any width."""
    asked, _, _ = question("choice", texts)
    host = MemoryHost("zh")
    session = session_of(host, asked)
    wrong = next(place for place, option in enumerate(session.phase.showing.options) if not option.right)
    session = perform(session, host, Chosen((wrong,)))
    scene = look_at(session, View("zh"), host, (columns, 24))
    assert holds(body(scene).lines, *texts)


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=5, max_size=5), WIDTHS, st.integers(3, 20))
def test_scrolling_reaches_every_line(texts, columns, rows):
    """The screens from the first scroll to the last hold every line of the body."""
    asked, _, _ = question("choice", texts)
    host = MemoryHost("both")
    session = perform(session_of(host, asked), host, DontKnow())
    scene = look_at(session, View("both"), host, (columns, rows))
    first = compose(replace(scene, view=replace(scene.view, scroll=0)))
    seen: set[str] = set()
    for scroll in range(first.most + 1):
        frame = compose(replace(scene, view=replace(scene.view, scroll=scroll)))
        assert frame.start == scroll
        seen |= {text_of(spans).strip() for spans in frame.lines}
    assert {text_of(spans).strip() for spans in body(scene).lines} <= seen | {""}


@pytest.mark.parametrize("columns", [20, 24, 31, 40, 55, 56, 80, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_and_the_way_out_are_always_on_the_screen(columns, language):
    asked, _, after = question("choice", ["ask", "one", "two", "because", "why"])
    host = MemoryHost(language)
    session = session_of(host, asked)
    for seen in (session, perform(session, host, after[0]), perform(session_of(host, asked), host, after[1])):
        last = "".join(
            text_of(spans) for spans in compose(look_at(seen, View(language), host, (columns, 24))).lines[-2:]
        )
        assert "?" in last
        assert "q" in last


@pytest.mark.parametrize("columns", [20, 28, 40, 80])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_four_grades_show_their_interval(columns, language):
    host = MemoryHost(language)
    asked, _, _ = question("flash", ["ask", "one", "two", "because", "why"])
    session = session_of(host, asked)
    session = perform(perform(session, host, Reveal()), host, Reveal())
    text = "\n".join(
        text_of(spans) for spans in compose(look_at(session, opened(session, language), host, (columns, 30))).lines
    )
    outcomes = review.outcomes(session, host.now())
    assert all(f"{interval(outcome.interval, language)}" in text for outcome in outcomes)
    assert "▸3" in text


KEPT = (Setting("easy_days", (("sat", 0.5), ("sun", 0.0)), ()), Setting("retention", 0.9, 0.9, 0.7, 0.97))


@settings(max_examples=30, deadline=None)
@given(WORDS, WORDS, WIDTHS, LANGUAGES)
def test_printed_screens_fit(one, two, columns, language):
    """Today, the list of cards and a card's page fit any content in any width."""
    parts = (PartMastery(1, Text(one, two), 0.3, 40, 7), PartMastery(2, Text(two, one), 1.0, 9, 9))
    thought = Idea("joke", "a", Text(two, one), Prose("joke", Wording((one,), (two,))))
    weak = (Weak("a", Text(one, two), 0.2, 30), Weak("b", Text(two, one), 0.3, 40))
    now = Today(DAY, 3, 2, 9, 4, 1, parts, (True, False) * 15, 3.4, 16, weakest=weak, idea=thought)
    asked, _, _ = question("choice", [one, two, one + "!", two, one])
    page = card_screen.CardPage(
        draw(asked, "s"),
        TITLE,
        {"tags": (one,), "next_review": None},
        (card_screen.HistoryRow("2026-11-20", "answered", 3, 5),),
    )
    rows = [
        cards_screen.CardRow(one, "myth", Text(two, one), 3, 0.4),
        cards_screen.CardRow("c", "flash", Text(one, two)),
    ]
    for lines in (
        today_screen.lines(now, language, columns, keys=True),
        card_screen.lines(page, language, columns),
        cards_screen.lines(rows, language, columns),
        settings_screen.lines(KEPT, one, language, columns),
        settings_screen.page(KEPT[0], language, columns),
    ):
        assert all(measure(spans) <= columns for spans in lines)


def test_a_new_card_has_no_memory_to_tell_of():
    host = MemoryHost("en")
    asked, _, _ = question("choice", ["ask", "one", "two", "because", "why"])
    session = session_of(host, asked, why="new")
    scene = look_at(session, View("en", page="why"), host, (80, 24))
    assert holds(body(scene).lines, "never answered it")
    assert known().memory.reviews == 4
