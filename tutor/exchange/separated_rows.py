"""The rows of a text with separators: Anki's header lines, the separator when none is named, quotes that never close.

It knows nothing of cards.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tutor.exchange.decoding import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

NAMES = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
GUESSED = ("\t", ",", ";", "|", "，")
LOOKED_AT = 100  # rows by which a separator is judged
LONGEST_LINE = 20_000  # characters of a line that tells anything
MOST_FIELDS = 200  # of a row; what is behind them stays together
MOST_ROWS = 0.5  # share of rows that must have the same number of fields
HEADER = re.compile(r"#\s*([A-Za-z ]+?)\s*:(.*)", re.DOTALL)
KEYS = frozenset(
    {"separator", "html", "tags", "columns", "notetype", "deck"}
    | {f"{name} column" for name in ("notetype", "deck", "tags", "guid")}
    | {"tutor"}
)
QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file and what its header lines say; `quotes` rows were read with quotes as letters."""

    headers: Mapping[str, str]
    separator: str
    rows: tuple[tuple[str, ...], ...]
    quotes: int = 0


@dataclass(slots=True)
class _Lines:
    """Lines of a file, one record at a time; lines with # between records are comments where `comments` is set."""

    lines: Sequence[str]
    comments: bool
    at: int = 0
    begun: bool = field(default=False)

    def __iter__(self) -> Iterator[str]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if self.begun or not (self.comments and line.startswith("#")):
                self.begun = True
                yield line


def has_headers(text: str) -> bool:
    """Say whether a text begins with a header line of Anki."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    found = HEADER.fullmatch(first.rstrip("\r"))
    return first.startswith("tags:") or (found is not None and found[1].lower() in KEYS)


def table(text: str, separator: str = "") -> Table:
    """Return the rows of a text; `separator` counts where no header names one, and is guessed when it is empty."""
    lines = _lines(text)
    headers, at = _headers(lines)
    body = lines[at:]
    named = _named(headers.get("separator", ""))
    chosen = named or separator or guessed(body)
    rows, quotes = _records(body, chosen, comments=at > 0)
    return Table(headers, chosen, tuple(_fitted(rows, chosen)), quotes)


def _fitted(rows: Sequence[tuple[str, ...]], separator: str) -> Iterator[tuple[str, ...]]:
    """Yield rows with as many fields as most have: a separator too many, as in f(x, y), belongs to the text."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    most = min(counts, key=lambda count: (-counts[count], count)) if counts else 0
    for row in rows:
        yield (*row[: most - 1], separator.join(row[most - 1 :])) if 1 < most < len(row) else row


def fields(line: str, separator: str) -> tuple[str, ...]:
    """Return the fields of one line."""
    return tuple(next(csv.reader([line], delimiter=separator), ()))


def guessed(lines: Sequence[str]) -> str:
    """Return the separator that gives most rows the same number of fields; a tab when none does."""
    shares = [(_agreement(_telling(lines), separator), separator) for separator in GUESSED]
    share, found = max(shares, key=lambda one: one[0])
    return found if share >= MOST_ROWS else "\t"


def agreement(text: str) -> float:
    """Return the share of rows that the best separator gives the same number of fields, two at least."""
    lines = _telling(_lines(text))
    return max(_agreement(lines, separator) for separator in GUESSED)


def _telling(lines: Sequence[str]) -> list[str]:
    """Return some lines by which a separator can be judged."""
    return [line for line in lines[: 2 * LOOKED_AT] if line.strip() and len(line) <= LONGEST_LINE][:LOOKED_AT]


def _agreement(lines: Sequence[str], separator: str) -> float:
    rows, _ = _records(lines, separator, comments=False)
    counts = Counter(len(row) for row in rows if len(row) > 1)
    return counts.most_common(1)[0][1] / len(rows) if counts else 0.0


def _lines(text: str) -> list[str]:
    """Return the lines of a text, each with its end as LF."""
    return [f"{line}\n" for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def _headers(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """Return what the header lines say and how many lines they are; a comment before or among them is passed."""
    found: dict[str, str] = {}
    at = 0
    if lines and lines[0].startswith("tags:"):
        found["tags"] = lines[0].removeprefix("tags:").strip()
        at = 1
    elif not has_headers(lines[0] if lines else ""):
        return {}, 0
    while at < len(lines) and lines[at].startswith("#"):
        header = HEADER.fullmatch(lines[at].rstrip("\n"))
        if header:
            found.setdefault(header[1].lower(), header[2].rstrip("\r"))
        at += 1
    return found, at


def _named(value: str) -> str:
    """Return the separator a header names, "" when it names none."""
    word = value if len(value) == 1 else value.rstrip(",;\t ").strip()  # a spreadsheet fills its rows up
    if len(word) == 1:
        return word if word == "\t" or (word.isprintable() and word != QUOTE) else ""
    return NAMES.get(word.lower(), "")


def _records(lines: Sequence[str], separator: str, *, comments: bool) -> tuple[list[tuple[str, ...]], int]:
    """Return the rows, and how many of them come from where a quote opens that never closes."""
    csv.field_size_limit(LARGEST)  # what is too long for a card is told by whoever makes cards
    found: list[tuple[str, ...]] = []
    reading = _Lines(lines, comments)
    reader = csv.reader(iter(reading), delimiter=separator)
    while True:
        start, reading.begun = reading.at, False
        try:
            row = next(reader, None)
        except csv.Error:
            row = None
        else:
            if row is None:
                return found, 0
        if row is None or (reading.at - start > 1 and reading.at == len(lines) and _is_open(lines[start:])):
            rest = list(_unquoted(lines[start:], separator, comments=comments))
            return found + rest, len(rest)
        if any(one.strip() for one in row):
            found.append(_bounded(row, separator))


def _is_open(lines: Iterable[str]) -> bool:
    """Say whether a quote in these lines opens and never closes."""
    return sum(line.count(QUOTE) for line in lines) % 2 == 1


def _unquoted(lines: Iterable[str], separator: str, *, comments: bool) -> Iterator[tuple[str, ...]]:
    """Yield rows of lines in which quotes are letters."""
    kept = (line.rstrip("\n") for line in lines if not (comments and line.startswith("#")))
    yield from (tuple(line.split(separator, MOST_FIELDS - 1)) for line in kept if line.strip())


def _bounded(row: Sequence[str], separator: str) -> tuple[str, ...]:
    """Return a row that is no longer than a row can be."""
    if len(row) <= MOST_FIELDS:
        return tuple(row)
    return (*row[: MOST_FIELDS - 1], separator.join(row[MOST_FIELDS - 1 :]))
