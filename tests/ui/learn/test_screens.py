"""Every kind of step as a person sees it, by language and width: read the files before committing them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.learn.world import HIDDEN, LESSON, NEXT, LessonHost, begin, play
from tutor.reports.lesson_end import LessonEnd
from tutor.syllabus.model import ShowStep
from tutor.text import Text
from tutor.ui.learn import curves, try_page
from tutor.ui.learn.telling import stacked
from tutor.ui.lines import line

GUESS = ("3", " ")  # the pretest, wrong
ASKED = (*GUESS, *"sss")
DERIVE = (*ASKED, "s")
NUMBER = (*DERIVE, *"sss")
PROSE = (*NUMBER, "esc", "s")
LAST = (*PROSE, *"sss", "s")
END = (*LAST, "s", "esc", "s")
MAIN = {
    "lesson-pretest": (),
    "lesson-plot": (*GUESS, " ", " ", " "),
    "lesson-ask": ASKED,
    "lesson-derive": (*DERIVE, " "),
    "lesson-end": (*ASKED, "2", "enter", *"sss", "esc", *"sssssss", "esc", "s"),
}
OTHERS = {
    "lesson-guessed": ("3",),
    "lesson-guessed-right": ("4",),
    "lesson-say": GUESS,
    "lesson-formula": (*GUESS, " "),
    "lesson-plot-whole": (*GUESS, " ", " ", " ", " "),
    "lesson-verdict": (*ASKED, "2"),
    "lesson-attempt": (*DERIVE, "g", *"exp(-x)"),
    "lesson-attempt-wrong": (*DERIVE, "g", *"exp(-x)", "enter"),
    "lesson-attempt-right": (*DERIVE, "g", *"sigmoid(x)*sigmoid(-x)", "enter"),
    "lesson-compare": (*DERIVE, "s"),
    "lesson-table": (*DERIVE, "s", "s"),
    "lesson-typed": NUMBER,
    "lesson-analogy": PROSE,
    "lesson-joke": (*PROSE, "s"),
    "lesson-deeper": (*PROSE, "s", "s"),
    "lesson-deeper-open": (*PROSE, "s", "s", "d"),
    "lesson-recap": LAST,
    "lesson-help": (*DERIVE, "?"),
    "lesson-help-question": (*ASKED, "?"),
    "lesson-no-hint": (*ASKED, "h"),
    "lesson-try": (*GUESS, " ", "t", *"2", "enter"),
}


@pytest.fixture(autouse=True)
def framed(monkeypatch):
    """Draw a plot as a box with its size and what stands out: how curves look is tested elsewhere."""

    def box(picture, columns, rows, language, focus=None):
        told = " ".join(curve.name for curve in picture.curves)
        inside = [f"│{f'{told}  {columns} × {rows}  focus: {focus}':^{columns - 2}}│" for _ in range(rows - 2)]
        return [line(row) for row in (f"┌{'─' * (columns - 2)}┐", *inside, f"└{'─' * (columns - 2)}┘")]

    monkeypatch.setattr(curves, "drawn", box)
    monkeypatch.setattr(try_page, "drawn", box)


def screen(name, language, size):
    return play({**MAIN, **OTHERS}[name], language=language, size=size)[0].screens[-1]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [*MAIN, *OTHERS])
def test_at_80_columns(golden, name, language):
    golden(f"{name}-80-{language}", screen(name, language, (80, 24)))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(40, 24), (120, 40)])
@pytest.mark.parametrize("name", [*MAIN, "lesson-compare"])
def test_main_screens_at_40_and_120_columns(golden, name, size, language):
    golden(f"{name}-{size[0]}-{language}", screen(name, language, size))


@pytest.mark.parametrize("name", ["lesson-say", "lesson-ask", "lesson-compare", "lesson-plot"])
def test_in_both_languages(golden, name):
    golden(f"{name}-80-both", screen(name, "both", (80, 24)))


@pytest.mark.parametrize("name", ["symptoms", "gradient-flow", "route", "glossary"])
def test_a_picture_is_drawn_also_one_of_the_course(name):
    """A course without a glossary has no picture of it: that is said."""
    steps = tuple(ShowStep(name) if isinstance(step, ShowStep) else step for step in LESSON.steps)
    host = LessonHost("en")
    (at,) = HIDDEN
    state = begin(host, replace(LESSON, steps=steps), at=at, hidden=frozenset())
    terminal, *_ = play((), language="en", host=host, state=state)
    assert "picture" in terminal.screens[-1][0]
    assert sum(bool(row.strip()) for row in terminal.screens[-1]) > (4 if name == "glossary" else 8)


@pytest.mark.parametrize(
    ("show", "rows"),
    [
        ("σ(x) = 1 / (1 + e⁻ˣ)", ["           1     ", "σ(x) = ─────────", "        1 + e⁻ˣ "]),
        ("tanh(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)", ["           eˣ − e⁻ˣ ", "tanh(x) = ──────────", "           eˣ + e⁻ˣ "]),
        ("ReLU(x) = max(0, x)", ["ReLU(x) = max(0, x)"]),
        ("f(x) = 1 + 1 / x", ["f(x) = 1 + 1 / x"]),
        (
            "f(x) = (1 + x)(1 − x) / 2",
            ["        (1 + x)(1 − x) ", "f(x) = ────────────────", "              2        "],
        ),
        ("f(x) = a / b / c", ["f(x) = a / b / c"]),
    ],
)
def test_a_quotient_is_set_with_a_bar(show, rows):
    assert [row.rstrip() for row in stacked(show)] == [row.rstrip() for row in rows]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("able", "again"), [(1, 0), (3, 9), (5, 10), (9, 9)])
def test_the_end_shows_the_next_lesson_without_scrolling(monkeypatch, language, able, again):
    """Of many items learned and many questions missed as many are listed as leave room for what comes next."""
    ending = LessonEnd(
        able=tuple(Text(f"第 {n} 个知识点", f"item {n}") for n in range(able)),
        asked=12,
        right=12 - again,
        again=tuple(Text(f"问题 {n}", f"question {n}") for n in range(again)),
        tomorrow=12,
        next=NEXT,
    )
    monkeypatch.setattr(LessonHost, "ending", lambda *_: ending)
    screen = screen_of_end(language)
    assert not any("↓" in row for row in screen)
    assert any(NEXT.lines(language)[0] in row for row in screen)
    listed = sum(row.strip().startswith("✓ ") for row in screen)
    told = [row for row in screen if "另有" in row or "more" in row]
    assert listed >= min(able, 2)
    assert bool(told) == (listed < able or sum(row.strip().startswith("○ ") for row in screen) < again)


def screen_of_end(language):
    return play(END, language=language)[0].screens[-1]
