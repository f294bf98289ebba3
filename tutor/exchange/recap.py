"""One page to keep of a lesson, as Markdown: formulas, a drawing, the derivation, a computed table, the facts.

What matters most gets its place first; whatever does not fit a page is left to the lesson itself. Every
number comes from the core, as on the screen; the drawing of the curves is given, for it is made of text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from tutor.exchange.shown_markdown import ESCAPED, table
from tutor.pictures.catalogue import PICTURES, make
from tutor.pictures.lesson_table import table as computed
from tutor.pictures.table import Table
from tutor.questions.model import Multi, Myth
from tutor.questions.showing import draw
from tutor.questions.template import fill
from tutor.syllabus.model import Compare, Derive, FormulaStep, ShowStep, TableStep
from tutor.text.width import width
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tutor.questions.model import Card
    from tutor.syllabus.model import DeriveLine, Lesson
    from tutor.text import Language, Text

FENCE = "```"
ROWS = 60  # printed rows of a page
COLUMNS = 92  # cells of a printed row: a longer line of Markdown fills two
KEPT = 6  # facts that get their place before tables, derivations and arguments do

Name = Literal["", "derivation", "table", "arguments", "facts"]


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of the page: the heading it stands under, its lines, and how soon it gets its place.

    `brief` are fewer or shorter lines for a page that has no room for all of them.
    """

    under: Name
    lines: tuple[str, ...]
    rank: int
    brief: tuple[str, ...] = ()


def recap(lesson: Lesson, drawings: Sequence[Sequence[str]], language: Language) -> str:
    """Return the page of a lesson; `drawings` are its plots in lines of text."""
    parts = list(_parts(lesson, drawings, language))
    facts, others = _facts(lesson.cards, language)
    kept = [Part("facts", tuple(fact for fact, _ in facts[:KEPT]), 0)] if facts else []
    placed, room = _placed(parts, ROWS - _rows(kept))
    at = next((place for place, part in enumerate(placed) if part.under == "arguments"), len(placed))
    if facts:
        placed.insert(at, Part("facts", tuple(_chosen(facts, others, room)), 0))
    return "\n".join(_written(placed, language)) + "\n"


def _placed(parts: Sequence[Part], room: int) -> tuple[list[Part], int]:
    """Return the parts that fit, in the order of the page, and the rows that are left."""
    found: dict[int, Part] = {}
    for place, part in sorted(enumerate(parts), key=lambda item: item[1].rank):
        for one in (part, replace(part, lines=part.brief)):
            more = _rows([*found.values(), one]) - _rows(list(found.values()))
            if one.lines and more <= room:
                found[place] = one
                room -= more
                break
    return [found[place] for place in sorted(found)], room


def _parts(lesson: Lesson, drawings: Sequence[Sequence[str]], language: Language) -> Iterator[Part]:
    """Yield what a page could hold, facts apart, in the order in which it is read."""
    yield Part("", (f"# {_joined(lesson.title, language)}",), 0)
    formulas = dict.fromkeys(step.show for step in lesson.steps if isinstance(step, FormulaStep))
    if formulas:
        yield Part("", (FENCE + "text", *formulas, FENCE), 1)
    for place, drawing in enumerate(drawings):
        yield Part("", (FENCE + "text", *drawing, FENCE), 7 if place else 2)
    for step in lesson.steps:
        if isinstance(step, Derive):
            lines = tuple(f"{place}. {_derived(one, language)}" for place, one in enumerate(step.lines, 1))
            brief = tuple(f"{place}. `{one.show}`" for place, one in enumerate(step.lines, 1))
            yield Part("derivation", lines, 5, brief)
    for step in lesson.steps:
        if isinstance(step, TableStep):
            yield Part("table", tuple(table(computed(step), language)), 3)
        elif isinstance(step, ShowStep) and step.picture in PICTURES and PICTURES[step.picture].course != "drawn":
            shown = make(step.picture)
            if isinstance(shown, Table):
                yield Part("table", tuple(table(shown, language)), 6)
    yield from _arguments(lesson, language)


def _arguments(lesson: Lesson, language: Language) -> Iterator[Part]:
    """Yield what speaks for it beside what speaks against it, for one without the other is half the truth."""
    for kind in ("arguments", "answers"):
        compared = [step for step in lesson.steps if isinstance(step, Compare) and step.kind == kind]
        pros = [_joined(fill(wording, {}), language) for step in compared for wording in step.pros]
        cons = [_joined(fill(wording, {}), language) for step in compared for wording in step.cons]
        if pros or cons:
            heads = [say(f"recap.{name}_{kind}", language) for name in ("pros", "cons")]
            beside = zip_longest(pros, cons, fillvalue="")
            yield Part("arguments", (_row(heads), _row(["---"] * 2), *map(_row, beside)), 4)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _derived(one: DeriveLine, language: Language) -> str:
    """Return a line of a derivation and its reason; the line as code, so that no sign is read as Markdown."""
    if one.because is None:
        return f"`{one.show}`"
    return say("recap.because", language, show=f"`{one.show}`", because=_joined(fill(one.because, {}), language))


Fact = tuple[str, str]  # a question with its answer, and the reason


def _facts(cards: Sequence[Card], language: Language) -> tuple[list[Fact], list[Fact]]:
    """Return what is worth knowing by heart, one question of each fact; and other questions, for a page with room."""
    first: dict[str, Card] = {}
    for card in sorted(cards, key=_needs_more):
        first.setdefault(card.fact, card)
    others = [card for card in cards if first[card.fact] is not card and not _needs_more(card)]
    return [_fact(card, language) for card in first.values()], [_fact(card, language) for card in others]


def _needs_more(card: Card) -> bool:
    """Say whether a question means little without its options or its curves."""
    return isinstance(card.body, Multi) or card.plot is not None


def _fact(card: Card, language: Language) -> Fact:
    showing = draw(card, "recap")
    told: list[str] = []
    for side in ("zh", "en") if language == "both" else (language,):
        ask, answer = (_plain(getattr(text, side)) for text in (showing.ask, showing.answer))
        told.append(f"**{answer}**" if isinstance(card.body, Myth) else f"**{ask}** {answer}")
    return f"- {' / '.join(told)}", _joined(showing.why, language) if showing.why else ""


def _chosen(facts: Sequence[Fact], others: Sequence[Fact], room: int) -> Iterator[str]:
    """Yield the facts that fit: the first ones in any case, more of them, reasons, then other questions on them."""
    kept = list(facts[:KEPT])
    for more in facts[KEPT:]:
        if _height(more[0]) > room:
            break
        room -= _height(more[0])
        kept.append(more)
    for fact, why in kept:
        reasoned = (f"{fact}\\", f"  {why}")
        rows = sum(map(_height, reasoned)) - _height(fact)
        if not why or rows > room:
            yield fact
            continue
        room -= rows
        yield from reasoned
    for fact, _ in others:
        if _height(fact) <= room:
            room -= _height(fact)
            yield fact


def _rows(parts: Sequence[Part]) -> int:
    """Return the printed rows of some parts, with the empty ones between them and their headings."""
    headings = len({part.under for part in parts if part.under})
    return sum(map(_height, (row for part in parts for row in part.lines))) + len(parts) + 2 * headings


def _height(row: str) -> int:
    return max(1, -(-width(row) // COLUMNS))


def _written(parts: Sequence[Part], language: Language) -> Iterator[str]:
    """Yield the lines of the page; the first part under a heading is preceded by it."""
    under: Name = ""
    for place, part in enumerate(parts):
        if place:
            yield ""
        if part.under != under:
            under = part.under
            yield from (f"## {say(f'recap.{under}', language)}", "")
        yield from part.lines


def _told(text: Text, language: Language) -> list[str]:
    return [_plain(part) for part in text.lines(language)]


def _joined(text: Text, language: Language) -> str:
    return " / ".join(_told(text, language))


def _plain(text: str) -> str:
    """Return a text in one line, no sign of which is read as Markdown."""
    return " ".join(text.translate(ESCAPED).split())
