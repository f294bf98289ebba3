"""Lines are measured, cleaned, wrapped, cut and put side by side without losing anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.text.width import width
from tutor.ui.lines import (
    BLANK,
    Span,
    beside,
    clean,
    cut,
    flow,
    indent,
    line,
    measure,
    pad,
    paragraph,
    rule,
    spaced,
    text_of,
)

ANY = st.text(max_size=120)


def letters(text: str) -> str:
    """Return what must survive wrapping: everything but spaces and line breaks."""
    return "".join(text.split())


@pytest.mark.parametrize(
    ("dirty", "safe"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x07b\x7fc", "a␇b␡c"),
        ("\x9b2J", "\N{REPLACEMENT CHARACTER}2J"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("x\u202ey\u200dz\ufe0f", "xyz"),
        ("tab\there", "tab    here"),
        ("one\ntwo\u2028three", "one\ntwo\nthree"),
        ("[bold]x[/bold] :x:", "[bold]x[/bold] :x:"),
        ("σ′(x)：中文", "σ′(x)：中文"),
    ],
)
def test_clean(dirty, safe):
    assert clean(dirty) == safe


@given(ANY)
def test_clean_leaves_nothing_a_terminal_could_obey(text):
    assert not any((ord(char) < 32 and char != "\n") or 0x7F <= ord(char) < 0xA0 for char in clean(text))
    assert clean(clean(text)) == clean(text)


@given(ANY, st.integers(20, 120), st.sampled_from(["", "› ", "  12  [x] "]))
def test_a_paragraph_fits_and_loses_nothing(text, columns, lead):
    """Any Unicode at any width from 20: no line too wide, no character gone, in order."""
    lines = paragraph(text, columns, "plain", line(lead) if lead else BLANK)
    assert all(measure(spans) <= columns for spans in lines)
    said = "".join(text_of(spans) for spans in lines)
    marks = "›" if "\n" in clean(text) else ""  # where a line of code goes on in the next row
    assert letters(said).replace(marks, "") == (letters(lead) + letters(clean(text))).replace(marks, "")


@given(ANY, st.integers(1, 40))
def test_cut_and_pad_measure_right(text, columns):
    spans = line(clean(text).replace("\n", " "))
    assert measure(cut(spans, columns)) <= columns
    assert measure(pad(spans, columns)) == columns


def test_cut_says_that_something_is_missing():
    assert text_of(cut(line("Sigmoid：两头卡死"), 12)) == "Sigmoid：两…"
    assert text_of(cut(line("short"), 12)) == "short"
    assert cut(line("gone"), 0) == BLANK


def test_a_paragraph_hangs_below_its_lead():
    rows = paragraph("σ 的斜率最大是四分之一", 16, lead=line("1  "))
    assert [text_of(row) for row in rows] == ["1  σ 的斜率最大", "   是四分之一"]


def test_a_lead_without_room_stands_alone():
    assert [text_of(row) for row in paragraph("abcdef", 10, lead=line("long lead"))] == ["long lead", "abcdef"]


def test_percent_stays_with_its_number():
    """`90 %` never breaks before the sign."""
    rows = paragraph("it has fallen to 90 %.", 20)
    assert [text_of(row) for row in rows] == ["it has fallen to", "90\N{NO-BREAK SPACE}%."]


def test_beside_cuts_the_left_side_only():
    row = beside(line("a very long title"), line("3 left"), 16)
    assert text_of(row) == "a very l… 3 left"
    assert text_of(beside(line("title"), line("far too wide"), 12)) == "title"


def test_flow_fills_rows():
    items = [line("one"), line("two"), line("three")]
    assert [text_of(row) for row in flow(items, 9)] == ["one   two", "three"]


def test_small_ones():
    assert spaced([[], [line("a")], [], [line("b")]]) == [line("a"), BLANK, line("b")]
    assert indent(BLANK, 4) == BLANK
    assert indent(line("x"), 2) == (Span("  "), Span("x"))
    assert width(text_of(rule(7))) == 7
