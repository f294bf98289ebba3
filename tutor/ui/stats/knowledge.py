"""How much would be recalled now: the sum in one sentence, and a bar for each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import Line, Span, beside, flow, line, measure, paragraph
from tutor.ui.phrases import part_mark
from tutor.ui.stats.hints import name_of, nothing, nothing_told
from tutor.ui.stats.section import room_of, section

if TYPE_CHECKING:
    from tutor.reports.knowledge import Knowledge, Known, PartKnown
    from tutor.text import Language
    from tutor.ui.theme import Role

RECALLED, MET, NEW = "━", "╍", "·"
KEYS: tuple[tuple[str, str, Role], ...] = (
    (RECALLED, "knowing.key_recalled", "accent"),
    (MET, "knowing.key_met", "accent"),
    (NEW, "knowing.key_new", "rule"),
)


def lines(shown: Knowledge, language: Language, columns: int) -> list[Line]:
    """Return what is known in lines of at most `columns` cells."""
    room = room_of(columns)
    title = say("knowing.knowledge", language)
    if not shown.total.met:
        return section(title, [nothing(language, room)], room)
    lead = [
        *paragraph(_sentence(shown, language), room, "strong"),
        *paragraph(say("knowing.knowledge_why", language), room, "dim"),
    ]
    parts = [_part(part, language, room) for part in shown.parts]
    key = flow([line((sign, role), " ", (say(words, language), "dim")) for sign, words, role in KEYS], room)
    return section(title, [lead, *parts, key], room)


def told(shown: Knowledge, language: Language) -> tuple[str, ...]:
    """Return what is known as lines of text."""
    title = say("knowing.knowledge", language)
    if not shown.total.met:
        return (title, nothing_told(language))
    colon, stop = (": ", ".") if language == "en" else ("：", "。")
    parts = [
        f"{part_mark(part.number)} {name_of(part.title, language)}{colon}{_told(part.known, language)}{stop}"
        for part in shown.parts
    ]
    return (title, _sentence(shown, language), say("knowing.knowledge_why", language), *parts)


def _told(known: Known, language: Language) -> str:
    """Return the numbers of a part, named."""
    key = "knowing.knowledge_figures" if known.met else "knowing.knowledge_unmet"
    return say(key, language, **_figures(known))


def _figures(known: Known) -> dict[str, int]:
    return {"recalled": round(known.recalled), "met": known.met, "cards": known.cards}


def _sentence(shown: Knowledge, language: Language) -> str:
    key = "knowing.knowledge_lead" if len(shown.parts) > 1 else "knowing.knowledge_part"
    return say(key, language, spread=max(1, round(shown.total.spread)), **_figures(shown.total))


def _part(part: PartKnown, language: Language, room: int) -> list[Line]:
    """Return the title with the numbers, and the bar of all its cards below."""
    number = line((f"{part_mark(part.number)}  ", "dim"))
    title = name_of(part.title, language)
    figures = line((_told(part.known, language), "strong" if part.known.met else "dim"))
    head = (*number, Span(title))
    if measure(head) + 2 + measure(figures) <= room:
        return [beside(head, figures, room), _bar(part.known, room)]
    return [*paragraph(title, room, lead=number), *flow([figures], room), _bar(part.known, room)]


def _bar(known: Known, room: int) -> Line:
    """Return a bar as long as the part has cards: recalled, met, not met; what is there is seen."""
    met = min(room, max(1, round(room * known.met / known.cards))) if known.met else 0
    recalled = min(met, max(1, round(room * known.recalled / known.cards))) if known.met else 0
    return line((RECALLED * recalled, "accent"), (MET * (met - recalled), "accent"), (NEW * (room - met), "rule"))
