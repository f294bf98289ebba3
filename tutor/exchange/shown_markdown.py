"""Any picture as Markdown: tables as tables, everything else in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tutor.pictures import bars, heat
from tutor.pictures.bars import Bars
from tutor.pictures.decision import Decision
from tutor.pictures.distribution import Distribution
from tutor.pictures.flow import Flow
from tutor.pictures.heat import Heat
from tutor.pictures.outline import outline
from tutor.pictures.radar import Radar
from tutor.pictures.sheet import Sheet
from tutor.pictures.spoken import summary
from tutor.pictures.spoken_shown import peak
from tutor.pictures.table import Table
from tutor.pictures.timeline import Timeline
from tutor.pictures.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.pictures.outline import Item
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
        case Distribution():
            yield [f"- {_plain(peak(one, shown.centres, language))}" for one in shown.histograms]
            yield table(shown.facts, language)
        case Radar():
            yield scores(shown, language)
            yield [
                f"- {_plain(title)}: {_plain(definition)}"
                for axis in shown.axes
                for title, definition in zip(axis.title.lines(language), axis.definition.lines(language), strict=False)
            ]
        case Tree() | Timeline() | Flow() | Decision():
            yield [row for item in outline(shown) for row in _item(item, language, 0)]
        case Bars():
            yield table(bars.table(shown), language)
        case Heat():
            yield table(heat.table(shown), language)
        case _:
            assert_never(shown)


def scores(shown: Radar, language: Language) -> list[str]:
    """Return the scores of a radar as a table."""
    titles = [" / ".join(axis.title.lines(language)) for axis in shown.axes]
    rule = "|---|" + "---:|" * len(titles)
    rows = [
        "| " + " | ".join([_plain(one.name), *(f"{score:.2f}" for score in one.scores)]) + " |" for one in shown.scored
    ]
    return ["|  | " + " | ".join(titles) + " |", rule, *rows]


def _item(item: Item, language: Language, depth: int) -> Iterator[str]:
    """Yield an item of an outline and everything below it as a nested list."""
    name = _plain(" / ".join(item.name.lines(language)))
    told = _plain(" / ".join(item.told.lines(language)))
    shown = f"**{name}**" if item.below else name
    yield "  " * depth + f"- {shown}" + (f" – {told}" if told else "")
    for below in item.below:
        yield from _item(below, language, depth + 1)


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
