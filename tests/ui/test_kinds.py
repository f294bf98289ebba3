"""Every kind of question from the first look to the verdict: as lines and as screens, in both languages and three widths.

A transcript is one file: what is typed stands behind `›`, in screens the keys stand in brackets.
"""

from __future__ import annotations

import pytest

from tests.ui.scripted import play
from tests.ui.world import BELIEF, GAP, NUMBER, PEAK, SEVERAL, SHAPE, TAIL, WRITE, MemoryHost, session_of
from tutor.sessions.model import Judged
from tutor.ui import card_plot, formula_plot, plain
from tutor.ui.lines import line

# The card, the lines that are typed in plain mode, the keys that are pressed on the screen.
KINDS = {
    "flash": (PEAK, ("what?", "", "9", "3"), (" ", "1", " ")),
    "choice": (TAIL, ("7", "2 3", "２", "huh", ""), ("2",)),
    "multi": (SEVERAL, ("", "1和2", ""), ("1", "2", "enter")),
    "numeric": (NUMBER, ("σ(2)", "0,88", "0.9", "0.119", ""), (*"0.119", "enter")),
    "formula": (WRITE, ("σ'(x)", "1/2x", "σ(x)(1+σ(x))", ""), (*"σ(x)(1+σ(x))", "enter")),
    "cloze": (GAP, ("", "saturatoin", ""), (*"梯度", "enter")),
    "myth": (BELIEF, ("3", "1", ""), ("1",)),
    "plot": (SHAPE, ("x", "2", ""), ("2",)),
}
WIDTHS = (40, 80, 120)
LANGUAGES = ("zh", "en")


def spoken(card, given, language, columns):
    """Return a session of one card as lines, what was typed among them."""
    host, lines, waiting = MemoryHost(language), [], list(given)

    def read(prompt):
        lines.append(f"{prompt} › {waiting[0] if waiting else ''}".rstrip())
        return waiting.pop(0) if waiting else None

    plain.run(session_of(host, card), host, plain.Lines(read, lines.append, columns))
    return lines, host


@pytest.fixture
def framed(monkeypatch):
    """Draw curves as boxes: how curves look is tested elsewhere."""

    def box(_, columns, language, rows):
        inside = [f"│{f'{columns} × {rows}':^{columns - 2}}│" for _ in range(rows - 2)]
        return [line(row) for row in (f"┌{'─' * (columns - 2)}┐", *inside, f"└{'─' * (columns - 2)}┘")]

    monkeypatch.setattr(card_plot, "lines", box)
    monkeypatch.setattr(formula_plot, "lines", box)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_as_lines(golden, language, width):
    told = []
    for name, (card, given, _) in KINDS.items():
        told += [f"== {name}", *spoken(card, given, language, width)[0]]
    golden(f"kinds-plain-{width}-{language}", told)


@pytest.mark.usefixtures("framed")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_as_screens(golden, language, width):
    told = []
    for name, (card, _, keys) in KINDS.items():
        terminal, *_ = play(keys, card, NUMBER, language=language, size=(width, 30))
        told += [f"== {name} [{' '.join(keys)}]", *terminal.screens[-1]]
    golden(f"kinds-screens-{width}-{language}", told)


@pytest.mark.parametrize("name", KINDS)
def test_hints_record_nothing_and_an_answer_is_recorded_once(name):
    """Whatever was typed before that could not be read, one answer stands in the journal."""
    card, given, _ = KINDS[name]
    _, host = spoken(card, given, "en", 80)
    assert [event.kind for event in host.events].count("answered") == 1


ODD = ("9" * 10_000, "\x1b[2J\x1b[31m", "\ud800", "((((((((", "：", "1e999", "\x00", "|" * 90, "!" * 9, "9^9^9^9^9^9")
FILLED = ("((((((((", "1e999", "|" * 90, "!" * 9, "9^9^9^9^9^9")  # no good words, but words: a gap may be filled so


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_lines_record_nothing_by_mistake(name, odd):
    """They get a hint that can be printed; only a gap takes any readable word."""
    _, host = spoken(KINDS[name][0], (odd,), "zh", 80)
    if name != "cloze" or odd not in FILLED:
        assert host.events == []


def test_a_wrong_formula_lies_over_the_right_one():
    """Both curves are named, drawn with dots, and p puts them away and back."""
    terminal, _, _ = play((*"σ(x)(1+σ(x))", "enter"), WRITE, NUMBER, language="en", size=(80, 30))
    assert "right answer" in terminal.text
    assert "yours: σ(x)(1 + σ(x))" in terminal.text
    assert any(0x2800 < ord(char) <= 0x28FF for char in terminal.text)
    away, *_ = play((*"σ(x)(1+σ(x))", "enter", "p"), WRITE, NUMBER, language="en", size=(80, 30))
    assert not any(0x2800 < ord(char) <= 0x28FF for char in away.text)
    back, *_ = play((*"σ(x)(1+σ(x))", "enter", "p", "p"), WRITE, NUMBER, language="en", size=(80, 30))
    assert "yours: σ(x)(1 + σ(x))" in back.text


def test_a_right_formula_opens_without_curves():
    terminal, *_ = play((*"σ(x)(1-σ(x))", "enter"), WRITE, NUMBER, language="en", size=(80, 30))
    assert not any(0x2800 < ord(char) <= 0x28FF for char in terminal.text)
    assert "plot" not in terminal.text


def asked_after(typed):
    """Return what the overlay compares after a typed formula."""
    host = MemoryHost("en")
    session = plain.perform(session_of(host, WRITE), host, plain.Typed(typed))
    assert isinstance(session.phase, Judged)
    return formula_plot.asked(session.phase)


def test_the_overlay_in_words_names_the_widest_gap():
    found = asked_after("σ(x)(1+σ(x))")
    assert found is not None
    (told,) = formula_plot.in_words(found, "en")
    assert told.startswith("From −4 to 4 your curve is farthest off at x = 4: 1.95")


def test_there_is_no_overlay_where_nothing_is_wrong_or_typed():
    assert asked_after("σ(x)(1-σ(x))") is None


@pytest.mark.parametrize(("typed", "low", "high"), [("min(ln(1+e^x), 100)", -375, 375), ("2x", -6, 6)])
def test_the_range_reaches_the_difference(typed, low, high):
    assert formula_plot.range_of((typed, "softplus(x)", None, ())) == (low, high)
