"""Cards as CSV or TSV with header lines of Anki: id, question, answer, choices, why, tags, deck, review fields.

A gap is written as Anki writes one, `{{c1::…}}`, a choice as lines with `(*)` before the right option, boxes where
several may be right: no cell begins with a sign that a spreadsheet would compute. Question and answer are called like
the fields of Anki's basic note type, so that they find their place in it.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tutor.exchange.told_card import Told, tell
from tutor.memory.fields import review_fields
from tutor.memory.state import NEW
from tutor.syllabus.bodies import SHOWN_GAP
from tutor.syllabus.deck import OWN
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.exchange.leaving import Leaving
    from tutor.questions.model import Card

FIELDS = ("created", "last_reviewed", "next_review", "review_count", "difficulty", "mastery_level", "related_outlines")
COLUMNS = ("id", "{front}", "{back}", "choices", "why", "hint", "tags", "deck", *FIELDS)
NAMES = {",": "Comma", "\t": "Tab"}
LEVELS = "::"


def separated(leaving: Leaving, separator: str) -> Iterator[str]:
    """Yield the lines of a file, with its header lines."""
    yield f"#tutor:1\n#separator:{NAMES[separator]}\n#html:false\n"
    names = {side: say(f"exporting.{side}", leaving.language) for side in ("front", "back")}
    yield f"#columns:{separator.join(COLUMNS).format(**names)}\n"
    yield f"#tags column:{COLUMNS.index('tags') + 1}\n#deck column:{COLUMNS.index('deck') + 1}\n"
    for card in leaving.cards:
        yield _line(_row(card, leaving), separator)


def _line(row: list[str], separator: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator="\n").writerow(row)
    return file.getvalue()


def _row(card: Card, leaving: Leaving) -> list[str]:
    told = tell(card, leaving.language)
    fields = {
        "created": card.created,
        "related_outlines": " ".join(card.related),
        **review_fields(leaving.states.get(card.id, NEW), leaving.today),
    }
    tags = " ".join(tag.replace(" ", "_") for tag in card.tags)
    shown = (card.id, *_question(told), _choices(told), told.why, told.hint, tags, deck(card, leaving))
    return [*shown, *("" if fields[name] is None else str(fields[name]) for name in FIELDS)]


def _question(told: Told) -> tuple[str, str]:
    """Return question and answer; a gap stands in the question."""
    plain = not any(mark in told.ask + "".join(told.gap[:1]) for mark in ("{{", "}}", "::"))
    if told.gap and told.ask.count(SHOWN_GAP) == 1 and plain:
        return told.ask.replace(SHOWN_GAP, f"{{{{c1::{told.gap[0]}}}}}"), told.gap[0]
    return told.ask, told.answer


def _choices(told: Told) -> str:
    """Return options in lines, or further forms of a gap."""
    right, wrong = ("[*]", "[ ]") if told.several else ("(*)", "( )")
    options = [f"{right if is_right else wrong} {text.replace(chr(10), ' ')}" for text, is_right in told.options]
    return "\n".join(options or told.gap[1:])


def deck(card: Card, leaving: Leaving) -> str:
    """Return the deck of a card: the titles from the outside in, of the learner's own cards that of their deck."""
    titles = leaving.places.get(card.lesson, ())
    if card.part == OWN:
        return "".join(title.get(leaving.language) for title in titles[-1:])
    return LEVELS.join(" / ".join(title.lines(leaving.language)).replace(LEVELS, " ") for title in titles)
