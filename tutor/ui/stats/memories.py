"""The memories of today as three histograms: side by side where there is room, else one below the other."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

from tutor.text.numbers import percent, significant
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, flow, line, pad, paragraph
from tutor.ui.phrases import bar, span
from tutor.ui.stats.hints import nothing, nothing_told
from tutor.ui.stats.section import MARGIN, room_of, section

if TYPE_CHECKING:
    from tutor.reports.memories import Bar, Histogram, Memories
    from tutor.text import Language

ABREAST = 108  # cells from which on the three stand side by side
WIDEST = 116
GAP = 4
LONGEST = 48  # cells of a bar


def lines(shown: Memories, language: Language, columns: int) -> list[Line]:
    """Return the histograms in lines of at most `columns` cells."""
    abreast = columns - 2 * MARGIN >= ABREAST
    room = room_of(columns, WIDEST) if abreast and shown.met else room_of(columns)
    title = say("knowing.memories", language)
    if not shown.met:
        return section(title, [nothing(language, room)], room)
    size = (room - 2 * GAP) // 3 if abreast else room
    labels = 0 if abreast else max(width(_label(one, part, language)) for one in shown.histograms for part in one.bars)
    drawn = [_histogram(one, language, size, labels, len(f"{shown.met}")) for one in shown.histograms]
    blocks = [_abreast(drawn, size)] if abreast else drawn
    return section(title, [_lead(shown, language, room), *blocks], room)


def told(shown: Memories, language: Language) -> tuple[str, ...]:
    """Return the histograms as lines of text."""
    found = [say("knowing.memories", language)]
    if not shown.met:
        return (*found, nothing_told(language))
    found.append(say("knowing.comma", language).join(_counts(shown, language)))
    for one in shown.histograms:
        median = _median(one, language)
        heading = [say(f"knowing.{one.name}", language), *([median] if median else [])]
        found.append(say("knowing.comma", language).join(heading))
        found.append(say(f"knowing.{one.name}_why", language))
        found += [
            say("knowing.bar_line", language, label=_label(one, part, language), n=part.cards) for part in one.bars
        ]
    return tuple(found)


def _counts(shown: Memories, language: Language) -> list[str]:
    rest = (("memories_new", shown.new), ("memories_aside", shown.suspended))
    return [
        say("knowing.memories_lead", language, met=shown.met),
        *(say(f"knowing.{key}", language, n=n) for key, n in rest if n),
    ]


def _lead(shown: Memories, language: Language, room: int) -> list[Line]:
    first, *rest = _counts(shown, language)
    return flow([line((first, "strong")), *(line((text, "dim")) for text in rest)], room)


def _histogram(shown: Histogram, language: Language, room: int, least: int, digits: int) -> list[Line]:
    """Return name, median and meaning, and a bar in each row behind a label of `least` cells or more."""
    labels = [_label(shown, one, language) for one in shown.bars]
    size = max(least, *map(width, labels))
    most = max(one.cards for one in shown.bars)
    longest = max(4, min(LONGEST, room - size - digits - 4))
    median = _median(shown, language)
    head = flow(
        [line((say(f"knowing.{shown.name}", language), "accent")), *([line((median, "dim"))] if median else [])], room
    )
    rows = [
        (
            Span(" " * (size - width(label)) + label),
            Span("  "),
            *pad(line((bar(one.cards / most, longest)[0] if one.cards else "", "accent")), longest),
            Span("  "),
            Span(f"{one.cards:>{digits}}", "strong" if one.cards else "dim"),
        )
        for one, label in zip(shown.bars, labels, strict=True)
    ]
    return [*head, *paragraph(say(f"knowing.{shown.name}_why", language), room, "dim"), *rows]


def _abreast(drawn: list[list[Line]], size: int) -> list[Line]:
    """Return blocks side by side, each `size` cells wide."""
    height = max(map(len, drawn))
    filled = [[*block, *[()] * (height - len(block))] for block in drawn]
    gap = Span(" " * GAP)
    return [
        (*pad(first, size), gap, *pad(second, size), gap, *third) for first, second, third in zip(*filled, strict=True)
    ]


def _median(shown: Histogram, language: Language) -> str:
    if shown.median is None:
        return ""
    match shown.name:
        case "stability":
            value = span(shown.median, language)
        case "recall":
            value = percent(shown.median)
        case "difficulty":
            value = significant(shown.median, 2)
    return say("knowing.median", language, value=value)


def _label(shown: Histogram, one: Bar, language: Language) -> str:
    if shown.name == "difficulty":
        return say("knowing.numbers_between", language, low=f"{one.low:.0f}", high=f"{one.high:.0f}")
    kind, scale = ("days", 1) if shown.name == "stability" else ("shares", 100)
    if isinf(one.high):
        return say("knowing.days_year", language)
    facts = {"low": f"{scale * one.low:.0f}", "high": f"{scale * one.high:.0f}"}
    return say(f"knowing.{kind}_{'between' if one.low else 'under'}", language, **facts)
