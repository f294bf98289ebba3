"""The two sides of one card of Anki as HTML: its templates filled with the fields of its note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.exchange.anki import template
from tutor.exchange.anki.cloze import gapped
from tutor.syllabus.bodies import SHOWN_GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.exchange.anki.template import Fill, Token


@dataclass(slots=True)
class Page:
    """The two sides of one card; `number` is its gap, 0 when it has none. Its gaps and hints stand on its front."""

    values: dict[str, str]
    number: int
    gaps: tuple[tuple[str, str], ...] = ()
    hints: tuple[str, ...] = ()

    def front(self, tokens: Sequence[Token]) -> str | None:
        """Return the question, with what it hides noted; nothing to type in and no hint stands in it."""
        return self._side(tokens, self._fronted)

    def back(self, tokens: Sequence[Token]) -> str | None:
        """Return the answer with every gap filled in."""
        return self._side(tokens, self._filled)

    def rest(self, tokens: Sequence[Token]) -> str | None:
        """Return what the answer says besides the text with the gap."""
        return self._side(tokens, lambda name, filters: "" if _is_gapped(filters) else self._filled(name, filters))

    def _side(self, tokens: Sequence[Token], fill: Fill) -> str | None:
        filled = {name: bool(value.strip()) for name, value in self.values.items()}
        return template.rendered(tokens, filled | {f"c{self.number}": True}, fill)

    def _fronted(self, name: str, filters: tuple[str, ...]) -> str:
        value = self.values.get(name, "")
        if "type" in filters:
            return ""
        if "hint" in filters:
            self.hints += (value,)
            return ""
        if not _is_gapped(filters):
            return value
        found = gapped(value, self.number, SHOWN_GAP)
        self.gaps += found.gaps
        return found.text

    def _filled(self, name: str, filters: tuple[str, ...]) -> str:
        value = self.values.get(name, "")
        if not _is_gapped(filters):
            return "" if "type" in filters and self.number else value
        return "" if "type" in filters else gapped(value, 0, "").text


def _is_gapped(filters: tuple[str, ...]) -> bool:
    return "cloze" in filters or "cloze-only" in filters
