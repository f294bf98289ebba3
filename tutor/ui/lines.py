"""Lines of a screen as data: spans of text with a role each, measured in cells.

Whatever comes from content passes `clean` and is wrapped by `tutor.text.width`; nothing here knows
colours or terminals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import category

from tutor.text.width import cells, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tutor.ui.theme import Role

TAB = "    "
UNSEEN = frozenset({0x00AD, 0xFE0E, 0xFE0F})  # soft hyphen and variation selectors: terminals disagree on their width


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line that looks alike."""

    text: str
    role: Role = "plain"


Line = tuple[Span, ...]
BLANK: Line = ()


def line(*parts: str | tuple[str, Role]) -> Line:
    """Return a line of its parts: plain strings, or strings with a role."""
    return tuple(Span(part) if isinstance(part, str) else Span(*part) for part in parts)


def text_of(spans: Line) -> str:
    """Return a line without its roles."""
    return "".join(span.text for span in spans)


def measure(spans: Line) -> int:
    """Return the cells a line fills."""
    return width(text_of(spans))


def clean(text: str) -> str:
    """Return `text` safe to draw: controls become visible pictures, invisible marks are dropped.

    Nothing a terminal could obey is left (escape, bidirectional overrides); line breaks stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if " " <= char <= "~" else _safe(char) for char in text)


def _safe(char: str) -> str:
    code = ord(char)
    match category(char):
        case "Cc":
            if char in "\n\t":
                return char if char == "\n" else TAB
            return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
        case "Cs":
            return "\N{REPLACEMENT CHARACTER}"
        case "Zl" | "Zp":
            return "\n"
        case "Cf":
            return ""
        case _:
            return "" if code in UNSEEN else char


def paragraph(text: str, columns: int, role: Role = "plain", lead: Line = BLANK) -> list[Line]:
    """Return `text` wrapped to `columns` cells; `lead` stands before the first line, the rest hang below it."""
    hang = measure(lead)
    if columns - hang < 8:  # too narrow to hang: the lead gets its own line
        alone = [row for row in _plain(text_of(lead), columns, lead[0].role) if row] if lead else []
        return [*alone, *_plain(text, columns, role)]
    first, *rest = _plain(text, columns - hang, role)
    return [(*lead, *first), *(indent(spans, hang) for spans in rest)]


def _plain(text: str, columns: int, role: Role) -> list[Line]:
    text = clean(text).replace(" %", "\N{NO-BREAK SPACE}%")
    if "\n" not in text:
        return [(Span(part, role),) if part else BLANK for part in wrap(text, columns)]
    from tutor.text.passages import is_as_written, laid_out

    weak: Role = "plain" if role == "strong" else role
    rows = laid_out(text, columns)
    return [(Span(row, weak if is_as_written(row) else role),) if row else BLANK for row in rows]


def indent(spans: Line, columns: int) -> Line:
    """Return a line moved right; an empty one stays empty."""
    return (Span(" " * columns), *spans) if spans and columns > 0 else spans


def cut(spans: Line, columns: int) -> Line:
    """Return a line cut to `columns` cells, with … for what was cut."""
    if measure(spans) <= columns:
        return spans
    kept: list[Span] = []
    room = columns - 1
    for span in spans:
        text = ""
        for char in span.text:
            room -= cells(char)
            if room < 0:
                break
            text += char
        kept.append(Span(text.rstrip() if room < 0 else text, span.role))
        if room < 0:
            break
    return (*kept, Span("…", kept[-1].role if kept else "plain")) if columns > 0 else BLANK


def beside(left: Line, right: Line, columns: int) -> Line:
    """Return one line with `right` at the right edge; `left` is cut when both do not fit."""
    room = columns - measure(right)
    if room < 4:
        return cut(left, columns)
    left = cut(left, room - 1)
    return (*left, Span(" " * (room - measure(left))), *right)


def flow(items: Sequence[Line], columns: int, gap: int = 3) -> list[Line]:
    """Return short items in as few rows as they need, `gap` cells apart."""
    rows: list[Line] = []
    for item in items:
        if rows and measure(rows[-1]) + gap + measure(item) <= columns:
            rows[-1] = (*rows[-1], Span(" " * gap), *item)
        else:
            rows.append(cut(item, columns))
    return rows


def rule(columns: int) -> Line:
    """Return a dim rule."""
    return (Span("─" * columns, "rule"),)


def spaced(blocks: Iterable[Sequence[Line]]) -> list[Line]:
    """Return the non-empty blocks with one empty line between them."""
    lines: list[Line] = []
    for block in blocks:
        if block:
            lines += [BLANK, *block] if lines else block
    return lines


def pad(spans: Line, columns: int) -> Line:
    """Return a line cut or filled with spaces to exactly `columns` cells."""
    spans = cut(spans, columns)
    return (*spans, Span(" " * (columns - measure(spans))))
