"""The list of backups: a table where there is room, two lines a backup where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.sizes import size
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, Span, beside, cut, indent, line, paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.reports.kept import Kept
    from tutor.text import Language
    from tutor.ui.theme import Role

MARGIN, GAP = 2, 2
WIDEST = 84
DISPENSABLE = ("cards", "size")  # columns that a narrow table leaves out, in this order
WHEN = "%Y-%m-%d %H:%M"
HEADS = ("when", "why", "answers", "cards", "last", "size", "state")
TO_THE_RIGHT = frozenset({"number", "answers", "cards", "size"})
REASONS = frozenset({"auto", "manual", "import", "restore", "merge", "rebuild", "migration", "notes"})


def lines(kept: Sequence[Kept], folder: str, language: Language, columns: int) -> list[Line]:
    """Return the backups, the newest first, below a heading; how to bring one back below them."""
    room = max(2, min(WIDEST, columns - 2 * MARGIN))
    title = line((say("backup.title", language), "title"))
    head = [beside(title, line((folder, "dim")), room)] if width(folder) + 12 < room else [title]
    if not kept:
        body = paragraph(say("backup.none", language), room, "dim")
    else:
        table = _table(kept, language, room) or _stacked(kept, language, room)
        body = [*table, BLANK, *paragraph(say("backup.how", language), room, "dim")]
    rows = [*head, line(("─" * room, "rule")), *body]
    return [BLANK, *(cut(indent(row, MARGIN), columns) for row in rows)]


def told(kept: Sequence[Kept], language: Language) -> list[str]:
    """Return the list as lines of text."""
    if not kept:
        return [say("backup.none", language)]
    rows = []
    for one in kept:
        facts = dict(zip(HEADS, _cells(one, language), strict=True)) | {"number": str(one.number)}
        rows.append(say("backup.row" if one.sound else "backup.row_broken", language, **facts))
    return [*rows, say("backup.how", language)]


def reason(why: str, language: Language) -> str:
    """Return why a backup was made, in words."""
    return say(f"backup.why_{why}" if why in REASONS else "backup.why_other", language)


def _cells(one: Kept, language: Language) -> tuple[str, ...]:
    known = (str(one.answers), str(one.cards), one.last.isoformat() if one.last else say("backup.never", language))
    state = say("backup.sound" if one.sound else "backup.unsound", language)
    held = known if one.sound else ("–", "–", "–")
    return (one.when.strftime(WHEN), reason(one.why, language), *held, size(one.size), state)


def _table(kept: Sequence[Kept], language: Language, room: int) -> list[Line]:
    """Return one line a backup below a heading, with the columns there is room for; none for too little."""
    heads = ("", *(say(f"backup.head_{name}", language) for name in HEADS))
    columns = list(
        zip(("number", *HEADS), zip(heads, *(_row(one, language) for one in kept), strict=True), strict=True)
    )
    sizes = {name: max(map(width, cells)) for name, cells in columns}
    for name in (*DISPENSABLE, ""):
        if sum(sizes.values()) + GAP * (len(sizes) - 1) <= room:
            shown = [(one, cells) for one, cells in columns if one in sizes]
            return [_line(shown, place, sizes, kept) for place in range(len(kept) + 1)]
        sizes.pop(name, None)
    return []


def _row(one: Kept, language: Language) -> tuple[str, ...]:
    return (str(one.number), *_cells(one, language))


def _line(
    columns: Sequence[tuple[str, tuple[str, ...]]], place: int, sizes: Mapping[str, int], kept: Sequence[Kept]
) -> Line:
    """Return a line of the table, the heading at place 0."""
    spans: list[Span] = []
    for name, cells in columns:
        space = " " * (sizes[name] - width(cells[place]))
        text = space + cells[place] if name in TO_THE_RIGHT else cells[place] + space
        role: Role = _role(name, sound=kept[place - 1].sound) if place else "dim"
        spans += [Span(" " * GAP)] * bool(spans) + [Span(text, role)]
    return tuple(spans)


def _role(name: str, *, sound: bool) -> Role:
    match name:
        case "number":
            return "key"
        case "state":
            return "right" if sound else "wrong"
        case "why" | "last" | "size":
            return "dim"
        case _:
            return "plain"


def _stacked(kept: Sequence[Kept], language: Language, room: int) -> list[Line]:
    found: list[Line] = []
    wide = max(width(str(one.number)) for one in kept)
    for one in kept:
        state: Role = "right" if one.sound else "wrong"
        when, why, answers, *_, told = _cells(one, language)
        first = line((f"{one.number:>{wide}}", "key"), f"  {when}  ", (told, state))
        held = [say("backup.short", language, answers=answers)] if one.sound else [size(one.size)]
        below = paragraph(" · ".join([why, *held]), max(2, room - wide - GAP), "dim")
        found += [first, *(indent(row, wide + GAP) for row in below)]
    return found
