r"""LaTeX formulas as readable Unicode: `\frac{1}{1 + e^{-x}}` is 1/(1 + e⁻ˣ).

`formula` turns the source of one formula into text, `readable` all formulas of a text. A dollar sign that is money,
code between backticks and an escaped bracket stay as they are. Nothing raises, the time is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from tutor.exchange.formulas.parse import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

Passage = Literal["text", "code", "formula"]
LONGEST = 20_000  # characters of one formula; more was not written by a person, and stays as it is
ENVIRONMENTS = "equation|align|aligned|gather|gathered|multline|eqnarray|split|cases"
MARK = re.compile(
    rf"\\(?:begin|end)\{{(?:{ENVIRONMENTS})\*?\}}"  # an environment without dollars around it
    r"|\\(?s:.)"  # \( \) \[ \] and whatever is escaped
    r"|\$\$?"
    r"|`+"
    r"|\n[ \t>]*(?=\n)"  # a paragraph ends: no formula goes beyond it
)
COMMAND = re.compile(r"\\[A-Za-z]|[\^_]")
WORD = re.compile(r"(?:^|\s)[^\W\d_]{2,}(?:\s|[.,;:!?，。；：！？]|$)")
CLOSERS = {"\\(": "\\)", "\\[": "\\]", "$": "$", "$$": "$$"}


def formula(source: str, newline: str = "; ") -> str:
    """Return the source of one formula as text; aligned rows are parted by `newline`."""
    if len(source) > LONGEST:
        return source
    return Reader(source, newline).all()


def readable(text: str) -> str:
    """Return `text` with every formula in it readable, everything else as it is."""
    if "$" not in text and "\\" not in text:
        return text
    return "".join(
        formula(source, "\n" if "\n" in source else "; ") if kind == "formula" else part
        for kind, part, source in passages(text)
    )


def passages(text: str) -> Iterator[tuple[Passage, str, str]]:
    """Yield the parts of a text in order: what it is, the part as written, of a formula also its source."""
    done = 0
    for kind, start, end, source in _found(text):
        if start > done:
            yield "text", text[done:start], ""
        yield kind, text[start:end], source
        done = end
    if done < len(text):
        yield "text", text[done:], ""


def _found(text: str) -> Iterator[tuple[Passage, int, int, str]]:
    """Yield start and end of all code and formulas, of these the source."""
    marks = [(found.start(), found.end(), found.group()) for found in MARK.finditer(text)]
    fences = _runs_of_backticks(marks)
    place = 0
    while place < len(marks):
        start, _, mark = marks[place]
        place += 1
        if mark[0] == "`":
            behind = _behind_code(fences, mark, place)
            if behind > place:
                yield "code", start, marks[behind - 1][1], ""
            place = behind
        elif mark in CLOSERS or mark.startswith("\\begin"):
            closer = _closer(marks, place, mark)
            if closer is not None and (source := _source(text, marks, place - 1, closer)) is not None:
                yield "formula", start, marks[closer][1], source
                place = closer + 1


def _runs_of_backticks(marks: list[tuple[int, int, str]]) -> dict[str, list[int]]:
    """Return the places of each length of backticks among the marks; a short one counts within its paragraph only."""
    found: dict[str, list[int]] = {}
    for place, (_, _, mark) in enumerate(marks):
        if mark[0] == "`":
            found.setdefault(mark, []).append(place)
        elif mark[0] == "\n":
            found.setdefault("\n", []).append(place)
    return found


def _behind_code(fences: dict[str, list[int]], mark: str, place: int) -> int:
    """Return the first mark behind the code that a run of backticks opens, or `place` when nothing closes it."""
    same = fences[mark]
    index = bisect_right(same, place - 1)
    if index == len(same):
        return place
    breaks = fences.get("\n", [])
    following = bisect_right(breaks, place - 1)
    broken = following < len(breaks) and breaks[following] < same[index]
    return place if broken and len(mark) < 3 else same[index] + 1


def _closer(marks: list[tuple[int, int, str]], place: int, mark: str) -> int | None:
    """Return the place of the mark that closes `mark`: the next of its kind in the paragraph."""
    closing = CLOSERS.get(mark) or mark.replace("\\begin", "\\end")
    for at in range(place, len(marks)):
        found = marks[at][2]
        if found == closing:
            return at
        if found[0] == "\n" or found == mark or (mark == "$" and found[0] == "$"):
            return None
    return None


def _source(text: str, marks: list[tuple[int, int, str]], opener: int, closer: int) -> str | None:
    """Return what stands between two marks when it is a formula."""
    start, end, mark = marks[opener]
    stop, after, _ = marks[closer]
    source = text[end:stop]
    if not source.strip() or len(source) > LONGEST:
        return None
    match mark:
        case "$":
            return _within_dollars(source, text[after : after + 1])
        case "\\[":
            alone = _line_is_empty(text, start, after)
            return source if alone or COMMAND.search(source) else None
        case _ if mark.startswith("\\begin"):
            return text[start:after]
        case _:
            return source


def _within_dollars(source: str, following: str) -> str | None:
    """Return the formula between two single dollars, None when they are money or words."""
    if source[0] == "`" and source[-1] == "`" and len(source) > 2:
        return source[1:-1]
    if COMMAND.search(source):
        spaced = source[0].isspace() != source[-1].isspace()
        return None if spaced and "\\" not in source else source
    if source[0].isspace() or source[-1].isspace() or following.isdecimal() or WORD.search(source):
        return None
    return source


def _line_is_empty(text: str, start: int, end: int) -> bool:
    """Say whether nothing but a quote mark stands before and behind a formula on its lines."""
    before = text[max(0, start - 200) : start].rpartition("\n")[2]
    behind = text[end : end + 200].partition("\n")[0]
    return not before.strip(" \t>") and not behind.strip()
