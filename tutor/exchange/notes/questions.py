"""The questions of a note, in its order.

Where shapes overlap, the first of these decides:

1. Code, tables and comments hold no question.
2. A question with a label (`### Q: …`, `问：…`) owns everything down to the next such question, the next heading
   of its level or above (of a line: any heading), a rule, or a line `C: … [gap] …`. Options, `::` and `==` in
   there are its own. An id stands at the end of its line, in a comment below that, or in a comment above it.
3. Ticked options make it a choice, of several when several are ticked; what stands before them is asked, what
   stands behind them explains. Without two options, or without a tick, they are text.
4. A label of an answer parts what is asked from the answer; without one the answer begins on the next line.
5. Elsewhere, lines above and below a line `?` are question and answer, up to the next empty line.
6. Elsewhere, a line `front :: back` is a card, and the highlights of any other paragraph are gaps, one card each.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.exchange.notes.gaps import bracketed, highlighted, sides
from tutor.exchange.notes.inline import inline
from tutor.exchange.notes.labelled import labelled
from tutor.exchange.notes.parted import parted
from tutor.exchange.notes.question import Question, short
from tutor.exchange.notes.rows import Kind
from tutor.exchange.notes.shapes import GAPPED, answer_label, opening
from tutor.exchange.trouble import Trouble
from tutor.syllabus.identity import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.exchange.notes.rows import Row
    from tutor.exchange.notes.shapes import Opening


def questions(rows: Sequence[Row]) -> tuple[tuple[Question, ...], tuple[Trouble, ...]]:
    """Return the questions of a note, and what is wrong with those that are none."""
    found: list[Question] = []
    troubles: list[Trouble] = []
    free = 0
    openings = [(place, opened) for place, row in enumerate(rows) if (opened := opening(row)) is not None]
    for number, (place, opened) in enumerate(openings):
        found += _unlabelled(rows[free:place])
        until = openings[number + 1][0] if number + 1 < len(openings) else len(rows)
        free = _end(rows, place, opened, until)
        made = labelled(_named(opened, rows, place), rows[place], rows[place + 1 : _own(rows, place, free)])
        if isinstance(made, Trouble):
            troubles.append(made)
        else:
            found.append(made)
    found += _unlabelled(rows[free:])
    kept, doubled = _once(found)
    return tuple(kept), tuple(sorted([*troubles, *doubled], key=lambda trouble: trouble.line))


def _end(rows: Sequence[Row], place: int, opened: Opening, until: int) -> int:
    """Return where what belongs to a question ends."""
    for at in range(place + 1, until):
        row = rows[at]
        if row.kind == Kind.HEADING and row.level <= opened.level and answer_label(row) is None:
            return at
        if row.kind == Kind.RULE or _is_gapped(row):
            return at
    return until


def _named(opened: Opening, rows: Sequence[Row], place: int) -> Opening:
    """Return a question with the id that stands in a comment of its own above it, when it has none itself."""
    above = place
    while above and rows[above - 1].kind in {Kind.BLANK, Kind.SILENT}:
        above -= 1
        if not opened.author and rows[above].author and not _directly_below(rows, above):
            return replace(opened, author=rows[above].author)
    return opened


def _own(rows: Sequence[Row], place: int, end: int) -> int:
    """Return where a question ends without the comment that names the next one."""
    while end > place + 2 and rows[end - 1].kind in {Kind.BLANK, Kind.SILENT}:
        end -= 1
    return end


def _directly_below(rows: Sequence[Row], place: int) -> bool:
    """Say whether a comment stands in the line below a question, whose id it then is."""
    return place > 0 and opening(rows[place - 1]) is not None


def _is_gapped(row: Row) -> bool:
    """Say whether a line begins a card of hashcards with gaps."""
    return row.kind == Kind.TEXT and row.text[0] in "CＣ" and bool(GAPPED.match(row.text)) and "[" in row.text


def _unlabelled(rows: Sequence[Row]) -> list[Question]:
    """Return the questions within lines that belong to no label."""
    found, rest = parted(rows)
    return sorted([*found, *_free(rest)], key=lambda question: question.line) if found else list(_free(rows))


def _free(rows: Sequence[Row]) -> Iterator[Question]:
    """Yield the questions of lines and paragraphs."""
    heading = ""
    for paragraph in _paragraphs(rows):
        first = paragraph[0]
        if first.kind == Kind.HEADING:
            heading = inline(first.content)
        elif first.kind == Kind.TEXT and (label := GAPPED.match(first.text.strip())):
            text = "\n".join([first.text.strip()[label.end() :], *(row.text.strip() for row in paragraph[1:])])
            yield from _gaps(bracketed(text), first)
        else:
            yield from _in_paragraph(paragraph, heading)


def _paragraphs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield lines that belong together: a heading, an item with what continues it, a paragraph."""
    found: list[Row] = []
    for row in rows:
        goes_on = row.kind == Kind.TEXT and found and not GAPPED.match(row.text)
        if row.kind == Kind.SILENT:
            if found and row.author and not found[-1].author:
                found[-1].author = row.author
            continue
        if found and not (goes_on and found[0].kind != Kind.HEADING):
            yield found
            found = []
        if row.kind in {Kind.TEXT, Kind.ITEM, Kind.HEADING}:
            found.append(row)
    if found:
        yield found


def _in_paragraph(rows: Sequence[Row], heading: str) -> Iterator[Question]:
    left: list[Row] = []
    for row in rows:
        if "::" in row.text and (made := sides(row)):
            yield from (Question("flash", ask, answer, row.number, author=author) for ask, answer, author in made)
        else:
            left.append(row)
    if any("==" in row.text for row in left):
        text = "\n".join(row.content if row is left[0] else row.text.strip() for row in left)
        above = f"{heading}\n" if heading and left[0].kind == Kind.ITEM else ""
        yield from _gaps(highlighted(text), left[0], above)


def _gaps(found: Sequence[tuple[str, str, str]], row: Row, above: str = "") -> Iterator[Question]:
    for number, (ask, gap, author) in enumerate(found, 1):
        own = author or row.author
        name = f"{own}-{number}" if own and number > 1 else own
        yield Question("cloze", above + ask, gap, row.number, author=name)


def _once(found: Sequence[Question]) -> tuple[list[Question], list[Trouble]]:
    """Return the questions without those that the note asks twice with the same answer."""
    kept: list[Question] = []
    troubles: list[Trouble] = []
    seen: dict[tuple[str, str], tuple[int, set[str]]] = {}
    names: dict[str, int] = {}
    for one in found:
        if one.author and names.setdefault(one.author, one.line) != one.line:
            facts = (("id", one.author), ("first", str(names[one.author])))
            troubles.append(Trouble("notes.id_twice", one.line, facts))
        key = (one.kind, normal(one.ask))
        line, answers = seen.setdefault(key, (one.line, set()))
        answer = normal(one.answer)
        if answers:
            name = "notes.question_twice" if answer in answers else "notes.question_two_answers"
            troubles.append(Trouble(name, one.line, (("ask", short(one.ask)), ("first", str(line)))))
        if answer not in answers:
            kept.append(one)
        answers.add(answer)
    return kept, troubles
