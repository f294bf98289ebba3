"""A table as data: columns with keys, cells that are shown as text and sorted by what they stand for.

It knows neither widths nor languages; `arranged` does what a reader asks for: columns, rows, order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite, isnan
from typing import TYPE_CHECKING, Any, Literal

from tutor.errors import NotFoundError, UsageError, near
from tutor.text import Text
from tutor.text.fold import fold
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Sequence

Value = float | str | bool | tuple[float, ...] | None
Align = Literal["left", "right"]
Style = Literal["grid", "cards"]
NOTHING = "–"
YES, NO = Text("是", "yes"), Text("否", "no")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key it is asked for by, its heading; `whole` keeps a formula in one line where there is room."""

    key: str
    title: Text
    align: Align = "left"
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What is read, and what it stands for: a number, an interval, yes or no, a word; None for nothing but text."""

    text: Text
    value: Value = None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of equal length; the first column names the row. `cards` are read one by one."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Text, ...] = ()
    style: Style = "grid"

    def place(self, key: str) -> int:
        """Return where a column stands; raises `UsageError` with a near name."""
        keys = [column.key for column in self.columns]
        wanted = fold(key).strip().casefold().replace("-", "_")
        if wanted not in keys:
            raise UsageError("table.unknown_column", name=key, near=near(wanted, keys), known=", ".join(keys))
        return keys.index(wanted)


def number(value: float, digits: int = 3) -> Cell:
    """Return a cell with a number in three significant digits."""
    shown = 0.0 if abs(value) < 1e-12 else value
    return Cell(Text.same(significant(shown, digits)), shown)


def words(zh: str, en: str) -> Cell:
    """Return a cell with a sentence."""
    return Cell(Text(zh, en))


def same(text: str, value: Value = None) -> Cell:
    """Return a cell that reads the same in both languages."""
    return Cell(Text.same(text), value)


def yes(truth: bool) -> Cell:  # noqa: FBT001 - the cell is the truth value
    """Return a cell that says yes or no."""
    return Cell(YES if truth else NO, truth)


NONE = same(NOTHING)


def arranged(
    table: Table, sort: str = "", columns: Sequence[str] = (), filters: Sequence[str] = (), *, key: bool = True
) -> Table:
    """Return the table with the rows, the order and the columns asked for; the naming column stays with `key`.

    `sort` is a column's key, with `-` in front from the largest down. A filter is a word that some cell
    must hold, `column=word`, `column<number` or `column>number`. Raises `UsageError` for an unknown
    column and `NotFoundError` when no row is left.
    """
    for text in filters:
        table = filtered(table, text)
    if sort:
        table = ordered(table, sort)
    return chosen(table, columns, key=key) if columns else table


def chosen(table: Table, columns: Sequence[str], *, key: bool = True) -> Table:
    """Return the table with some of its columns, in the order asked for."""
    places = [table.place(name) for name in columns]
    if key and 0 not in places:
        places.insert(0, 0)
    picked = tuple(dict.fromkeys(places))
    rows = tuple(tuple(row[place] for place in picked) for row in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in picked), rows=rows)


def ordered(table: Table, sort: str) -> Table:
    """Return the table in the order of a column; what has no value stands last either way."""
    down = sort.startswith(("-", "−"))
    place = table.place(sort[1:] if down else sort)
    known = [row for row in table.rows if _known(row[place])]
    unknown = [row for row in table.rows if not _known(row[place])]
    return replace(table, rows=(*sorted(known, key=lambda row: _rank(row[place]), reverse=down), *unknown))


def _known(cell: Cell) -> bool:
    return cell.text.en != NOTHING


def _rank(cell: Cell) -> tuple[int, tuple[float, ...], str]:
    """Return what a cell is sorted by: numbers before words."""
    match cell.value:
        case bool(truth):
            return 0, (float(not truth),), ""
        case int() | float():
            return 0, (float(cell.value),), ""
        case tuple():
            return 0, cell.value, ""
        case _:
            return 1, (), (cell.value or cell.text.en).casefold()


def filtered(table: Table, text: str) -> Table:
    """Return the table with the rows that a filter keeps; raises as `arranged` does."""
    folded = fold(text).strip()
    for sign in "=<>":
        name, found, asked = folded.partition(sign)
        if found and name.strip():
            place = table.place(name)
            rows = tuple(row for row in table.rows if _meets(row[place], sign, asked.strip(), text))
            break
    else:
        rows = tuple(row for row in table.rows if any(_holds(cell, folded) for cell in row))
    if not rows:
        raise NotFoundError("table.no_rows", filter=text, near="")
    return replace(table, rows=rows)


def _holds(cell: Cell, word: str) -> bool:
    return any(word.casefold() in fold(text).casefold() for text in (cell.text.zh, cell.text.en))


def _meets(cell: Cell, sign: str, asked: str, given: str) -> bool:
    """Say whether a cell meets `=word`, `<number` or `>number`; raises `UsageError` for a number that is none."""
    if sign == "=":
        return _holds(cell, asked)
    try:
        bound = float(asked)
    except ValueError as error:
        raise UsageError("table.not_a_number", filter=given) from error
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return value < bound if sign == "<" else value > bound


def as_json(table: Table) -> dict[str, Any]:
    """Return the table for programs: numbers as they are, ±∞ as "inf" and "-inf", texts in both languages."""
    return {
        "columns": [{"key": column.key, "title": both(column.title)} for column in table.columns],
        "rows": [
            {column.key: _plain(cell) for column, cell in zip(table.columns, row, strict=True)} for row in table.rows
        ],
        "notes": [both(note) for note in table.notes],
    }


def both(text: Text) -> str | dict[str, str]:
    """Return a text for programs: one string when both languages say the same."""
    return text.zh if text.zh == text.en else {"zh": text.zh, "en": text.en}


def _plain(cell: Cell) -> Any:
    match cell.value:
        case None:
            return None if cell.text.en == NOTHING else both(cell.text)
        case tuple():
            return [finite(part) for part in cell.value]
        case bool() | str():
            return cell.value
        case _:
            return finite(cell.value)


def finite(value: float | None) -> float | str | None:
    """Return a number that JSON can hold: ±∞ as texts, what is no number as None."""
    if value is None or isnan(value):
        return None
    return value if isfinite(value) else "inf" if value > 0 else "-inf"
