"""A histogram standing upright: a column for each bin, its share as height, values below.

Two heaps stand one above the other over the same axis, so that an eye can compare them bin by bin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.numbers import percent, significant
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, line
from tutor.ui.strokes import role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.sessions.games.exhibits import Heap, Spread
    from tutor.text import Language

EIGHTHS = " ▁▂▃▄▅▆▇█"
LEAST = 0.0005  # a share that is drawn at all
HIGHEST = 9  # rows of a heap
LOWEST = 3
WIDEST = 3  # cells of a column
GUTTER = 6  # cells of the labels at the left
TOLD = 0.005  # a share worth a word


def lines(shown: Spread, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the heaps in at most `columns` × `rows` cells, as far as that is possible."""
    count = len(shown.heaps)
    height = max(LOWEST, min(HIGHEST, (rows - 1) // count - any(heap.name.en for heap in shown.heaps)))
    size = max(1, min(WIDEST, (columns - GUTTER - 1) // len(shown.centres)))
    most = max(max(heap.shares) for heap in shown.heaps)
    found: list[Line] = []
    for place, heap in enumerate(shown.heaps):
        if heap.name.en:
            found.append(line(" " * GUTTER, (heap.name.lines(language)[0], "strong")))
        found += _heap(heap, place, (height, size), most)
    return [*found, _axis(shown, size)]


def _heap(heap: Heap, place: int, cell: tuple[int, int], most: float) -> Iterator[Line]:
    """Yield the rows of a heap, the highest first; the share of the top stands at the left."""
    height, size = cell
    eighths = [max(1, round(8 * height * share / most)) if share >= LEAST else 0 for share in heap.shares]
    for row in reversed(range(height)):
        label = percent(most) if row == height - 1 else "0" if row == 0 else ""
        bars = "".join(EIGHTHS[min(8, max(0, high - 8 * row))] * size for high in eighths)
        yield line((" " * (GUTTER - 2 - width(label)) + label + " │", "dim"), (bars, role(place)))


def _axis(shown: Spread, size: int) -> Line:
    """Return the values below the columns: whole numbers, where there is room."""
    text = " " * (len(shown.centres) * size + 3)
    for place, centre in enumerate(shown.centres):
        label = significant(centre)
        start = place * size + size // 2 - width(label) // 2
        if centre == round(centre) and start >= 0 and not text[max(0, start - 1) : start + len(label) + 1].strip():
            text = text[:start] + label + text[start + len(label) :]
    return (Span(" " * GUTTER), Span(text.rstrip(), "dim"))


def words(shown: Spread, language: Language) -> Iterator[str]:
    """Yield each heap bin by bin, as far as a bin is worth a word."""
    for heap in shown.heaps:
        bins = [
            say("games.bin", language, x=significant(centre), share=f"{100 * share:.1f}")
            for centre, share in zip(shown.centres, heap.shares, strict=True)
            if share >= TOLD
        ]
        name = heap.name.lines(language)[0] or say("games.nameless_heap", language)
        told = say("games.then", language).join(bins)
        yield say("games.heap", language, name=name, width=significant(shown.width), bins=told)
