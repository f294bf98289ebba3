"""What is said in each lesson and each of the learner's decks: its title and its cards, to compare notes with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.questions.codec import text_from_json
from tutor.store.neighbours import strings
from tutor.store.packed import unpack

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tutor.text import Text
    from tutor.text.bilingual import Language

CHINESE = re.compile(r"[一-鿿]")
LESSONS = "SELECT id, title FROM lessons WHERE part <> 0 OR :own ORDER BY position, id"
CARDS = "SELECT json FROM cards WHERE lesson = ? ORDER BY place"


def lesson_texts(
    connection: sqlite3.Connection, *, own: bool = False, language: Language = "both"
) -> Iterator[tuple[str, Text, str]]:
    """Yield id, title and text of every lesson of the course; with `own` also of notes and imported decks.

    In one language only what is said in it is text: half of a bilingual course is like no note.
    """
    for lesson, packed in connection.execute(LESSONS, {"own": own}).fetchall():
        title = text_from_json(unpack(packed))
        cards = connection.execute(CARDS, (lesson,))
        said = (text for (card,) in cards for text in strings(unpack(card)))
        texts = (*dict.fromkeys((title.zh, title.en)), *said)
        yield lesson, title, " ".join(text for text in texts if _is_in(text, language))


def _is_in(text: str, language: Language) -> bool:
    return language == "both" or (CHINESE.search(text) is not None) == (language == "zh")
