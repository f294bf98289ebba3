"""One page to keep of a lesson, as Markdown: formulas, the curves, the derivation, a computed table, the facts.

Every number comes from the core, as on the screen; the drawing of the curves is given, for it is made of text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.exchange.shown_markdown import ESCAPED, table
from tutor.pictures.lesson_table import table as computed
from tutor.questions.model import Multi, Myth
from tutor.questions.showing import draw
from tutor.questions.template import fill
from tutor.syllabus.model import Compare, Derive, FormulaStep, TableStep
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.questions.model import Card
    from tutor.questions.showing import Showing
    from tutor.syllabus.model import Lesson
    from tutor.text import Language, Text

FENCE = "```"


def recap(lesson: Lesson, drawings: Sequence[Sequence[str]], language: Language) -> str:
    """Return the page of a lesson; `drawings` are its plots in lines of text."""
    parts: list[list[str]] = [
        [f"# {_joined(lesson.title, language)}"],
        *_formulas(lesson),
        *([FENCE + "text", *drawing, FENCE] for drawing in drawings),
        *_derivations(lesson, language),
        *_tables(lesson, language),
        *_facts(lesson.cards, language),
        *_arguments(lesson, language),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _heading(name: str, language: Language) -> list[str]:
    return [f"## {say(f'recap.{name}', language)}"]


def _formulas(lesson: Lesson) -> Iterator[list[str]]:
    """Yield the formulas in one block: code, so that no sign of them is read as Markdown."""
    shown = [step.show for step in lesson.steps if isinstance(step, FormulaStep)]
    if shown:
        yield [FENCE + "text", *shown, FENCE]


def _derivations(lesson: Lesson, language: Language) -> Iterator[list[str]]:
    """Yield each derivation as a numbered list: the line, then its reason."""
    derived = [step for step in lesson.steps if isinstance(step, Derive)]
    if derived:
        yield _heading("derivation", language)
    for step in derived:
        rows: list[str] = []
        for place, one in enumerate(step.lines, 1):
            rows.append(f"{place}. `{one.show}`")
            if one.because is not None:
                rows += [f"   {text}" for text in _told(fill(one.because, {}), language)]
        yield rows


def _tables(lesson: Lesson, language: Language) -> Iterator[list[str]]:
    found = [step for step in lesson.steps if isinstance(step, TableStep)]
    if found:
        yield _heading("table", language)
    for step in found:
        yield table(computed(step), language)


def _facts(cards: Sequence[Card], language: Language) -> Iterator[list[str]]:
    """Yield what is worth knowing by heart: one question of each fact with its answer and its reason."""
    first: dict[str, Card] = {}
    for card in sorted(cards, key=lambda card: isinstance(card.body, Multi)):  # options that are not shown help nobody
        first.setdefault(card.fact, card)
    if first:
        yield _heading("facts", language)
    for card in first.values():
        yield _fact(draw(card, "recap"), language)


def _fact(showing: Showing, language: Language) -> list[str]:
    rows: list[str] = []
    for side in ("zh", "en") if language == "both" else (language,):
        ask, answer = (_plain(getattr(text, side)) for text in (showing.ask, showing.answer))
        told = f"**{answer}**" if isinstance(showing.card.body, Myth) else f"**{ask}** {answer}"
        rows.append(f"{' ' if rows else '-'} {told}")
        if showing.why is not None:
            rows.append(f"  {_plain(getattr(showing.why, side))}")
    return [f"{row}\\" if place < len(rows) - 1 else row for place, row in enumerate(rows)]


def _arguments(lesson: Lesson, language: Language) -> Iterator[list[str]]:
    """Yield what speaks for it and what against it."""
    compared = [step for step in lesson.steps if isinstance(step, Compare)]
    for name in ("pros", "cons"):
        points = [fill(wording, {}) for step in compared for wording in getattr(step, name)]
        if points:
            yield _heading(name, language)
            yield [f"- {_joined(point, language)}" for point in points]


def _told(text: Text, language: Language) -> list[str]:
    return [_plain(part) for part in text.lines(language)]


def _joined(text: Text, language: Language) -> str:
    return " / ".join(_told(text, language))


def _plain(text: str) -> str:
    """Return a text in one line, no sign of which is read as Markdown."""
    return " ".join(text.translate(ESCAPED).split())
