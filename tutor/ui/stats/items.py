"""The items of the syllabus with their mastery, part by part; what has no answers yet says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, beside, clean, cut, line, measure, pad, paragraph
from tutor.ui.phrases import bar
from tutor.ui.stats.hints import name_of
from tutor.ui.stats.section import UNKNOWN, room_of, section

if TYPE_CHECKING:
    from tutor.reports.items import ItemLine, Items, PartItems
    from tutor.text import Language

STACKED = 60  # cells below which a bar stands under its title
BAR = 16
FIGURES = 14  # mastery, and cards met of all
LEAST = 4  # cells of a bar


def lines(shown: Items, language: Language, columns: int) -> list[Line]:
    """Return the items in lines of at most `columns` cells."""
    room = room_of(columns)
    title = say("knowing.items", language)
    if not shown.all:
        return section(title, [paragraph(say("knowing.items_none", language), room)], room)
    ids = max(width(item.id) for item in shown.all) + 2
    lead = [
        *paragraph(_counts(shown, language), room, "strong"),
        *paragraph(_why(shown, language), room, "dim"),
    ]
    return section(title, [lead, *(_part(part, language, ids, room) for part in shown.parts)], room)


def told(shown: Items, language: Language) -> tuple[str, ...]:
    """Return the items as lines of text."""
    title = say("knowing.items", language)
    if not shown.all:
        return (title, say("knowing.items_none", language))
    rows = [title, _counts(shown, language), say("knowing.items_why", language)]
    for part in shown.parts:
        rows.append(say("knowing.items_part", language, number=part.number, title=name_of(part.title, language)))
        rows += [_told(item, language) for item in part.items]
    return tuple(rows)


def _told(item: ItemLine, language: Language) -> str:
    about = {"id": item.id, "title": name_of(item.title, language)}
    if item.stands != "known":
        return say("knowing.item_line_without", language, **about, why=say(f"knowing.item_{item.stands}", language))
    facts = {"mastery": f"{item.mastery:.2f}", "met": item.met, "cards": item.cards}
    return say("knowing.item_line", language, **about, **facts)


def _counts(shown: Items, language: Language) -> str:
    """Return how many items have evidence, and how many have none."""
    stands = [item.stands for item in shown.all]
    counted = [(name, stands.count(name)) for name in ("known", "unmet", "untaught")]
    told = [say(f"knowing.items_{name}", language, n=n) for name, n in counted if n]
    end = "。" if language != "en" else "."
    return say("knowing.items_lead", language, all=len(stands)) + say("knowing.comma", language).join(told) + end


def _why(shown: Items, language: Language) -> str:
    """Return what the numbers mean, and what the dash does where there is one."""
    why = say("knowing.items_why", language)
    if all(item.stands != "unmet" for item in shown.all):
        return why
    return why + (" " if language == "en" else "") + say("knowing.items_dash", language)


def _part(part: PartItems, language: Language, ids: int, room: int) -> list[Line]:
    title = say("knowing.items_part", language, number=part.number, title=name_of(part.title, language))
    known = sum(item.stands == "known" for item in part.items)
    count = line((say("knowing.items_part_known", language, n=known, all=len(part.items)), "dim"))
    draw = _stacked if room < STACKED else _row
    head = paragraph(title, room, "accent")
    if measure(head[-1]) + 2 + measure(count) <= room:
        head = [*head[:-1], beside(head[-1], count, room)]
    else:
        head = [*head, count]
    return [*head, *(row for item in part.items for row in draw(item, language, ids, room))]


def _figures(item: ItemLine) -> Line:
    """Return mastery and cards met; without answers a dash for the mastery."""
    level = Span(f"{item.mastery:.2f}", "strong") if item.met else Span(f"{UNKNOWN:>4}", "dim")
    return (level, Span(f"{f'{item.met}/{item.cards}':>8}", "dim"))


def _row(item: ItemLine, language: Language, ids: int, room: int) -> list[Line]:
    """Return id, title, bar and numbers in one line; the title is cut when it is too long."""
    title = line((clean(name_of(item.title, language)), "plain" if item.met else "dim"))
    head = pad(line((f"{item.id:<{ids}}", "dim")), ids)
    titles = room - ids - BAR - FIGURES - 2
    if item.stands == "untaught":
        return [(*head, *pad(title, titles), Span("  "), Span(say("knowing.item_untaught", language), "dim"))]
    full, rest = bar(item.mastery, BAR)
    drawn = line((full, "accent"), (rest, "rule")) if item.met else line(" " * BAR)
    return [(*head, *pad(title, titles), Span("  "), *drawn, Span("  "), *_figures(item))]


def _stacked(item: ItemLine, language: Language, ids: int, room: int) -> list[Line]:
    """Return the title, and bar and numbers below it; without answers the numbers follow the title."""
    lead = line((f"{item.id:<{ids}}", "dim"))
    head = paragraph(name_of(item.title, language), room, "plain" if item.met else "dim", lead=lead)
    if item.stands != "known":
        cards = f"{UNKNOWN} {item.met}/{item.cards}"
        told = line((say("knowing.item_untaught", language) if item.stands == "untaught" else cards, "dim"))
        if measure(head[-1]) + 2 + measure(told) <= room:
            return [*head[:-1], beside(head[-1], told, room)]
        return [*head, cut(beside(line(""), told, room), room)]
    figures = _figures(item)
    size = room - ids - 2 - measure(figures)
    if size < LEAST:
        return [*head, cut(figures, room)]
    full, rest = bar(item.mastery, size)
    return [*head, (Span(" " * ids), Span(full, "accent"), Span(rest, "rule"), Span("  "), *figures)]
