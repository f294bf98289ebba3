"""Any picture as Markdown: tables as tables, everything else in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tutor.pictures.sheet import Sheet
from tutor.pictures.spoken import summary
from tutor.pictures.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.pictures.shown import Shown
    from tutor.text import Language, Text

ESCAPED = str.maketrans({char: f"\\{char}" for char in "\\|*_`<>[]#"})


def document(title: Text, shown: Shown, language: Language) -> str:
    """Return a picture of any kind as a Markdown document."""
    head = [f"# {_plain(' / '.join(title.lines(language)))}"]
    notes = [f"- {_plain(text)}" for note in shown.notes for text in note.lines(language)]
    parts = [head, *body(shown, language), notes]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def body(shown: Shown, language: Language) -> Iterator[list[str]]:
    """Yield the paragraphs and tables of a picture."""
    match shown:
        case Sheet():
            said = [text for one in shown.told for text in one.lines(language)] or summary(shown.picture, language)
            yield [f"- {_plain(text)}" for text in said]
            if shown.facts:
                yield table(shown.facts, language)
        case Table():
            yield table(shown, language)
        case _:
            assert_never(shown)


def table(shown: Table, language: Language) -> list[str]:
    """Return a table in the form most readers of Markdown know."""
    head = _row([column.title for column in shown.columns], language)
    rule = "|" + "|".join("---:" if column.align == "right" else "---" for column in shown.columns) + "|"
    return [head, rule, *(_row([cell.text for cell in row], language) for row in shown.rows)]


def _row(texts: Sequence[Text], language: Language) -> str:
    return "| " + " | ".join("<br>".join(map(_plain, text.lines(language))) for text in texts) + " |"


def _plain(text: str) -> str:
    """Return a text in which Markdown finds nothing to interpret."""
    return text.translate(ESCAPED).replace("\n", " ")
