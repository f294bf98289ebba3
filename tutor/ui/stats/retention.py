"""True retention as a table: periods down, young and mature cards across, early answers apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.reports.retention import MATURE
from tutor.text.numbers import percent
from tutor.text.words import say
from tutor.ui.lines import Line, paragraph
from tutor.ui.stats.section import dash_note, room_of, section, share, share_told, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.reports.retention import Kept
    from tutor.text import Language

COLUMNS = ("both", "young", "mature", "early")


def lines(shown: Sequence[Kept], language: Language, columns: int, wished: float) -> list[Line]:
    """Return the table in lines of at most `columns` cells; `wished` is the retention the learner asked for."""
    room = room_of(columns)
    title = say("stats_past.retention", language)
    if not _reviews(shown):
        return section(title, [paragraph(say("stats_past.retention_none", language), room)], room)
    head = ["", *(say(f"stats_past.{name}", language) for name in COLUMNS)]
    rows = [
        [say(f"stats_past.{kept.period}", language), *(share(getattr(kept, name)) for name in COLUMNS)]
        for kept in shown
    ]
    notes = paragraph(say("stats_past.retention_note", language, days=MATURE, wished=percent(wished)), room, "dim")
    blocks = [table(head, rows, room), [*notes, *(dash_note(language, room) if _dashed(shown) else [])]]
    return section(title, blocks, room)


def told(shown: Sequence[Kept], language: Language, wished: float) -> Iterator[str]:
    """Yield the table in words, one line for each period and sort of card."""
    yield say("stats_past.retention", language)
    if not _reviews(shown):
        yield say("stats_past.retention_none", language)
        return
    for kept in shown:
        period = say(f"stats_past.{kept.period}", language)
        for name in COLUMNS:
            facts = {"period": period, "cards": say(f"stats_past.{name}", language)}
            yield say("stats_past.retention_line", language, **facts, share=share_told(getattr(kept, name), language))
    yield say("stats_past.retention_note", language, days=MATURE, wished=percent(wished))


def _reviews(shown: Sequence[Kept]) -> int:
    """Return how many reviews there are in the longest period."""
    return max((kept.both.n + kept.early.n for kept in shown), default=0)


def _dashed(shown: Sequence[Kept]) -> bool:
    return any(getattr(kept, name).share is None for kept in shown for name in COLUMNS)
