"""Histograms lying on their side: values upwards, a bar for the share of each bin, z at the left for comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.numbers import percent
from tutor.text.width import width
from tutor.ui import table_picture
from tutor.ui.lines import Line, Span, line, pad, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.distribution import Distribution, Histogram
    from tutor.text import Language
    from tutor.ui.theme import Role

GUTTER = 3  # cells of a label at the left
NARROWEST, WIDEST = 15, 34  # cells of a histogram
GAP = 2
EIGHTHS = " ▏▎▍▌▋▊▉"
LEAST = 0.0005  # a share that is drawn at all


def lines(
    shown: Distribution, columns: int, rows: int | None, language: Language, *, ascii_only: bool = False
) -> list[Line]:
    """Return the histograms side by side as far as there is room, z first in every band; the means below."""
    del rows
    room = columns - GUTTER - 1
    facts = table_picture.lines(shown.facts, columns, None, language, ascii_only=ascii_only)
    below = [facts, table_picture.notes(shown.notes, columns, language)]
    if room < 2 * NARROWEST + GAP:
        return spaced([*(band(shown, [one], room, ascii_only=ascii_only) for one in shown.histograms), *below])
    first, *others = shown.histograms
    beside = max(1, (room + GAP) // (NARROWEST + GAP) - 1)
    bands = -(-len(others) // beside)
    beside = -(-len(others) // bands)  # the bands as even as they can be
    size = min(WIDEST, (room + GAP) // (beside + 1) - GAP)
    drawn = [
        band(shown, [first, *others[start : start + beside]], size, ascii_only=ascii_only)
        for start in range(0, len(others), beside)
    ]
    return spaced([*drawn, *below])


def band(shown: Distribution, histograms: Sequence[Histogram], size: int, *, ascii_only: bool) -> list[Line]:
    """Return some histograms beside one another, the largest value at the top."""
    used = [place for place in range(len(shown.centres)) if any(one.shares[place] >= LEAST for one in histograms)]
    places = range(used[-1], used[0] - 1, -1)
    edge = "|" if ascii_only else "│"
    head: Line = (Span(" " * (GUTTER + 1)),)
    for one in histograms:
        head = (*head, *pad(line((f" {one.name}", "strong")), size), Span(" " * GAP))
    rows = [head[:-1]]
    for place in places:
        centre = shown.centres[place]
        label = f"{centre:g}".replace("-", "-" if ascii_only else "−") if centre == int(centre) else ""
        row: Line = (Span(" " * (GUTTER - width(label)) + label + " ", "dim"),)
        for one in histograms:
            role: Role = "dim" if one is shown.histograms[0] else "accent"
            row = (*row, *pad(_bar(one, place, size, (edge, role), ascii_only=ascii_only), size), Span(" " * GAP))
        rows.append(row[:-1])
    return [*rows, *_outside(shown, histograms, size)]


def _bar(one: Histogram, place: int, size: int, look: tuple[str, Role], *, ascii_only: bool) -> Line:
    """Return the bar of a bin; the longest tells its share."""
    share, most = one.shares[place], max(one.shares)
    told = f" {percent(share)}" if share == most and one.shares.index(share) == place else ""
    room = size - 1 - len(" 100 %")
    eighths = round(share / most * room * 8) if share >= LEAST else 0
    if share >= LEAST:
        eighths = max(1, eighths)
    bar = "#" * round(eighths / 8) if ascii_only else "█" * (eighths // 8) + EIGHTHS[eighths % 8].strip()
    return line((look[0], "dim"), (bar, look[1]), (told, "dim"))


def _outside(shown: Distribution, histograms: Sequence[Histogram], size: int) -> list[Line]:
    """Return what lies above and below all bins, where that is something."""
    last = shown.centres[-1] + shown.step / 2
    rows: list[Line] = []
    for sign, parts in ((">", [one.above for one in histograms]), ("<", [one.below for one in histograms])):
        if max(parts) < LEAST:
            continue
        bound = f"{last if sign == '>' else -last:g}".replace("-", "−")
        row: Line = (Span(" " * (GUTTER + 1)),)
        for part in parts:
            told = f" {sign} {bound}: {100 * part:.1f} %" if part >= LEAST else ""
            row = (*row, *pad(line((told, "dim")), size), Span(" " * GAP))
        rows.append(row[:-1])
    return rows
