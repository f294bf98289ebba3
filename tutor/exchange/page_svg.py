"""A page of SVG: a title, blocks below one another, notes; each block knows its size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tutor.text.width import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.text import Language, Text

MARGIN = 24
NARROWEST = 640
GAP = 20  # between two blocks
NOTE, TITLE = 19, 30  # heights of a line
LETTER = 7.0  # width of one cell of a note
STYLE = "text{font:14px sans-serif;fill:#333}.h{font-size:20px;font-weight:600}.n{font-size:13px;fill:#666}"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of SVG and its size; `rules` are what it adds to the page's style sheet."""

    body: str
    wide: float
    high: float
    rules: str = ""


def page(title: Text, told: str, blocks: Sequence[Block], notes: Sequence[Text], language: Language) -> str:
    """Return a whole SVG document; `told` is its description for a screen reader."""
    wide = max([NARROWEST, *(block.wide for block in blocks)]) + 2 * MARGIN
    parts: list[str] = []
    y = float(MARGIN)
    for text in title.lines(language):
        parts.append(f'<text class="h" x="{MARGIN}" y="{y + 18:g}">{escape(text)}</text>')
        y += TITLE
    y += 8
    for block in blocks:
        parts.append(f'<g transform="translate({MARGIN} {y:g})">{block.body}</g>')
        y += block.high + GAP
    for row in _noted(notes, int((wide - 2 * MARGIN) / LETTER), language):
        parts.append(f'<text class="n" x="{MARGIN}" y="{y + 13:g}">{escape(row)}</text>')
        y += NOTE
    high = y + MARGIN / 2
    size = f'width="{wide:g}" height="{high:g}"'
    rules = "".join(dict.fromkeys(block.rules for block in blocks))
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" {size} role="img">',
        f"<title>{escape(' / '.join(title.lines(language)))}</title>",
        f"<desc>{escape(told)}</desc>",
        f"<style>{STYLE}{rules}</style>",
        f'<rect {size} fill="#fff"/>',
    ]
    return "\n".join([*head, *parts, "</svg>", ""])


def _noted(notes: Sequence[Text], columns: int, language: Language) -> Iterator[str]:
    for note in notes:
        for text in note.lines(language):
            yield from wrap(f"· {text}", columns)
