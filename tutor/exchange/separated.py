"""Cards from a text with separators: CSV, TSV and text files of Anki with their header lines, or of a spreadsheet.

Anki's headers are obeyed (`#separator:`, `#html:`, `#columns:`, `#deck:`, `#tags:`, `#notetype:` and the columns of
deck, note type, tags and GUID). Without them the separator is guessed, columns are known by their names, or the first
is the question and the second the answer; what stands in further ones is told after the answer. `{{c1::…}}` is a gap,
a cell of lines with `*` and `-`, or boxes, is a choice, a note type with a reversed card makes two.

A card is recognised by its id in a file of ours, else by its GUID, else by its deck and its first field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from tutor.exchange import html_text
from tutor.exchange.clozes import clozes, has_gaps
from tutor.exchange.decoding import decoded
from tutor.exchange.foreign import Head, card_id, chosen, flash, marked, unmarked
from tutor.exchange.formulas import readable
from tutor.exchange.gathering import Gathering
from tutor.exchange.html_text import Readable
from tutor.exchange.plain import LONGEST, in_line, plain
from tutor.exchange.separated_columns import columns
from tutor.exchange.separated_rows import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.exchange.clozes import Clozed
    from tutor.exchange.imported import Imported
    from tutor.exchange.separated_columns import Columns

OURS = "tutor"  # the header line of our own files
OWN_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,99}")
ROW = re.compile(r"(?:\[(?P<box>[*xX ])\]|\((?P<ring>[*xX ])\)|(?P<mark>[*-]))\s+(?P<text>.*)")
REVERSED = re.compile(r"revers|翻转|反向|双向", re.IGNORECASE)
OPTIONAL = re.compile(r"optional|可选", re.IGNORECASE)
MOST_RAW = 10 * LONGEST  # characters of a field before its markup is read
LOOKED_AT = 50  # rows in which HTML is looked for where no header tells
MOST_TAGS, LONGEST_TAG = 50, 100


@dataclass(frozen=True, slots=True)
class _File:
    """What holds for every row."""

    columns: Columns
    headers: Mapping[str, str]
    deck: str
    html: bool
    gathering: Gathering

    def shown(self, field: str) -> str:
        """Return a field as a person reads it; media in it are counted."""
        found = html_text.text_of(field) if self.html else Readable(plain(readable(field)), 0)
        self.gathering.leave("media", found.media)
        return found.text


def read_separated(source: bytes, name: str, title: str = "", separator: str = "") -> Imported:
    """Return the cards of the file `name`; where it names no deck, they are in one called `title` or like the file.

    Raises `TutorError` when the file cannot be read as text.
    """
    text = decoded(source, name)
    gathering = Gathering("csv", name, text)
    found = table(text.text, separator or ("\t" if name.lower().endswith(".tsv") else ""))
    gathering.leave("quotes", found.quotes)
    layout, heading = columns(found)
    rows = found.rows[heading:]
    deck = found.headers.get("deck", "").strip() or title or PurePath(name).stem
    file = _File(layout, found.headers, deck, _is_html(found.headers, rows), gathering)
    for row in rows:
        _take(row, file)
    return gathering.imported()


def _is_html(headers: Mapping[str, str], rows: Sequence[Sequence[str]]) -> bool:
    told = headers.get("html", "").rstrip(",;\t ").strip().lower()
    if told in {"true", "false"}:
        return told == "true"
    return any(html_text.looks_like_html(field) for row in rows[:LOOKED_AT] for field in row)


def _take(row: Sequence[str], file: _File) -> None:
    """Take the cards of one row; one with a field that no card could hold is not even read."""
    if any(len(field) > MOST_RAW for field in row):
        file.gathering.leave("long")
        return
    asked, answered = file.columns.get(row, "ask"), unmarked(file.columns.get(row, "answer"))
    head = _head(row, asked, file)
    found = clozes(asked) if has_gaps(asked) else ()
    if found:
        _gaps(found, answered, row, head, file)
        return
    ask, answer = file.shown(unmarked(asked)), file.shown(answered)
    choices = _choices(file.columns.get(row, "choices"), file)
    card = chosen(head, ask, choices, several=_has_boxes(row, file)) if ask and choices else None
    if not ask:
        file.gathering.leave("no_question")
    elif card is not None:
        file.gathering.add(card)
    elif not answer:
        file.gathering.leave("no_right" if choices else "no_answer")
    else:
        file.gathering.add(flash(head, ask, answer))
        if _is_reversed(row, file):
            file.gathering.add(flash(replace(head, id=f"{head.id}-r", fact=head.id), answer, ask))


def _gaps(found: Sequence[Clozed], answered: str, row: Sequence[str], head: Head, file: _File) -> None:
    """Take one card for each number; what else the row says is told after the answer."""
    told = "" if f"⟦{answered}⟧" in found[0].text else file.shown(answered)  # files of ours say the gap once more
    more = "\n".join(filter(None, (told, head.why)))
    for one in found:
        own = head.id if one.number == 1 else f"{head.id}-{one.number}"
        hint = file.shown(one.hint) or head.hint
        named = replace(head, id=own, why=more, hint=hint, fact=head.id)
        card = marked(named, file.shown(one.text), _accepted(row, file))
        if card is None:
            file.gathering.leave("no_gap")
        else:
            file.gathering.add(card)


def _accepted(row: Sequence[str], file: _File) -> tuple[str, ...]:
    """Return further forms of a gap: in files of ours they stand beside it as choices."""
    return tuple(filter(None, map(plain, file.columns.get(row, "choices").split("\n"))))


def _head(row: Sequence[str], asked: str, file: _File) -> Head:
    deck = file.gathering.deck(_title(file.columns.get(row, "deck")) or _title(file.deck))
    why = [file.shown(unmarked(file.columns.get(row, "why")))]
    why += [
        f"{name}: {told}" if name else told for name, field in file.columns.others(row) if (told := file.shown(field))
    ]
    return Head(
        _identity(row, asked, deck, file),
        deck,
        _tags(f"{file.headers.get('tags', '')} {file.columns.get(row, 'tags')}"),
        "\n".join(filter(None, why)),
        file.shown(file.columns.get(row, "hint")),
    )


def _title(deck: str) -> str:
    """Return the title of a deck of Anki: its levels from the outside in."""
    return " / ".join(filter(None, map(in_line, deck.split("::"))))


def _identity(row: Sequence[str], asked: str, deck: str, file: _File) -> str:
    own = file.columns.get(row, "id").strip()
    if OURS in file.headers and OWN_ID.fullmatch(own):
        return own
    guid = file.columns.get(row, "guid").strip()
    if guid:
        return card_id("csv", guid)
    return card_id("csv", deck, "id", own) if own else card_id("csv", deck, asked)


def _tags(text: str) -> tuple[str, ...]:
    words = (in_line(word)[:LONGEST_TAG] for word in text.split())
    return tuple(dict.fromkeys(filter(None, words)))[:MOST_TAGS]


def _choices(cell: str, file: _File) -> list[tuple[str, bool]]:
    """Return the options of a cell with whether they are right, none when it holds no list of them."""
    rows = [ROW.fullmatch(line.strip()) for line in cell.replace("<br>", "\n").splitlines() if line.strip()]
    if not all(rows):
        return []
    return [(file.shown(row["text"]), (row["box"] or row["ring"] or row["mark"]) not in "- ") for row in rows if row]


def _has_boxes(row: Sequence[str], file: _File) -> bool:
    return file.columns.get(row, "choices").lstrip().startswith("[")


def _is_reversed(row: Sequence[str], file: _File) -> bool:
    """Say whether the note type asks both ways; an optional second way needs something in a further column."""
    kind = file.columns.get(row, "notetype") or file.headers.get("notetype", "")
    return REVERSED.search(kind) is not None and (OPTIONAL.search(kind) is None or bool(file.columns.others(row)))
