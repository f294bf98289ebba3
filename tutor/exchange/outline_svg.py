"""An outline as a block of SVG: a tree of lines to the left, names, and what is said of them beside or below."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tutor.exchange.page_svg import Block
from tutor.text.width import width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.outline import Item
    from tutor.text import Language, Text

LETTER = 7.8  # width of one cell of text of 14 px, on the safe side
LINE, AIR, STEP = 19, 5, 22  # heights of a line and of the room below an item; depth of a level
TELLING = 84  # cells of a line of what is said
RULES = ".o-n{font-weight:600}.o-t{fill:#666}.o-l{stroke:#b5b5b5;fill:none}"


class _Drawing:
    """The pieces of one outline as they are placed from top to bottom."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.parts: list[str] = []
        self.wide = 0.0
        self.y = 0.0

    def item(self, item: Item, depth: int) -> float:
        """Draw an item with everything below it; return the height at which its name stands."""
        x = depth * STEP
        at = self.y + LINE / 2
        name = " / ".join(item.name.lines(self.language))
        strong = ' class="o-n"' if item.below else ""
        self.parts.append(f'<text{strong} x="{x:g}" y="{self.y + 14:g}">{escape(name)}</text>')
        right = x + width(name) * LETTER
        self.wide = max(self.wide, right)
        self.telling(item.told, x, right + 10)
        self.y += LINE + AIR
        self.below(item.below, depth)
        return at

    def telling(self, told: Text, left: float, beside: float) -> None:
        """Draw what is said: beside the name when it is short, else below it."""
        rows = [row for text in told.lines(self.language) for row in wrap(text, TELLING) if row]
        if len(rows) > 1:
            beside = left
        for row in rows:
            if len(rows) > 1:
                self.y += LINE
            self.parts.append(f'<text class="o-t" x="{beside:g}" y="{self.y + 14:g}">{escape(row)}</text>')
            self.wide = max(self.wide, beside + width(row) * LETTER)

    def below(self, items: Sequence[Item], depth: int) -> None:
        """Draw the items below one, each joined to the line that comes down from it."""
        if not items:
            return
        top, x = self.y - AIR, depth * STEP + 6
        places = [self.item(item, depth + 1) for item in items]
        joints = "".join(f"M{x:g} {place:g}H{(depth + 1) * STEP - 4:g}" for place in places)
        self.parts.append(f'<path class="o-l" d="M{x:g} {top:g}V{places[-1]:g}{joints}"/>')


def block(items: Sequence[Item], language: Language) -> Block:
    """Return an outline as a block."""
    drawing = _Drawing(language)
    for item in items:
        drawing.item(item, 0)
        drawing.y += AIR if item.below else 0
    return Block("".join(drawing.parts), drawing.wide, drawing.y, RULES)
