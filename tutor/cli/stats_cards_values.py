"""The sections of `tutor stats` about cards as values for `--json`, with the names of the review fields."""

from __future__ import annotations

from dataclasses import asdict
from math import isinf
from typing import TYPE_CHECKING, Any

from tutor.memory.fields import iso
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.reports.calibration import Calibration
    from tutor.reports.growth import Growth
    from tutor.reports.hardest import Hard, Hardest
    from tutor.reports.items import ItemLine, Items
    from tutor.reports.knowledge import Knowledge
    from tutor.reports.memories import Memories


def memory(found: Memories) -> dict[str, Any]:
    """Return the histograms with their bars; an open end is null."""
    counts = {"met": found.met, "new": found.new, "suspended": found.suspended}
    drawn: dict[str, Any] = {
        one.name: {
            "n": found.met,
            "median": one.median,
            "bars": [
                {"from": bar.low, "to": None if isinf(bar.high) else bar.high, "cards": bar.cards} for bar in one.bars
            ],
        }
        for one in found.histograms
    }
    return {**counts, **drawn}


def growth(found: Growth) -> dict[str, Any]:
    """Return the ends of the weeks, and the levels of each part."""
    parts = [
        {
            "part": part.number,
            "title": _both(part.title),
            "mastery_levels": list(part.levels),
            "cards": part.cards,
            "met": part.met,
        }
        for part in found.parts
    ]
    return {"week_ends": [iso(day) for day in found.weeks], "parts": parts}


def hardest(found: Hardest, asks: dict[str, Text]) -> dict[str, Any]:
    """Return the hardest cards with their questions."""
    counts = {"met": found.met, "forgotten": found.forgotten, "held": found.held, "leeches": found.leeches}
    return {**counts, "cards": [_hard(one, asks) for one in found.cards]}


def _hard(one: Hard, asks: dict[str, Text]) -> dict[str, Any]:
    """Return one card as `--json` prints it, with the names of the review fields."""
    ask = asks.get(one.card, Text.same(""))
    about = {"id": one.card, "lesson": one.lesson, "part": one.part, "ask": _both(ask)}
    counts = {"lapses": one.lapses, "review_count": one.reviews, "leech": one.leech}
    memory = {"stability": one.stability, "fsrs_difficulty": one.difficulty, "retrievability": one.recall}
    return {**about, **counts, **memory, "advice": one.advice, "mistake": one.mistake.id if one.mistake else None}


def calibration(found: Calibration) -> dict[str, Any]:
    """Return the shares of all reviews and of each bin; null where there are not enough."""
    from tutor.reports.calibration import MANY
    from tutor.reports.rate import ENOUGH

    bins = [{"from": one.low, "to": one.high, **_shares(one.n, one.predicted, one.recalled)} for one in found.bins]
    return {
        "early": found.early,
        **_shares(found.n, found.predicted, found.recalled),
        "rmse_bins": found.rmse,
        "verdict": found.verdict,
        "enough_from": ENOUGH,
        "rmse_enough_from": MANY,
        "bins": bins,
    }


def _shares(n: int, predicted: float | None, recalled: float | None) -> dict[str, Any]:
    return {"n": n, "predicted": predicted, "recalled": recalled}


def knowledge(found: Knowledge) -> dict[str, Any]:
    """Return what would be recalled, in all and of each part."""
    parts = [{"part": part.number, "title": _both(part.title), **asdict(part.known)} for part in found.parts]
    return {**asdict(found.total), "parts": parts}


def items(found: Items) -> list[dict[str, Any]]:
    """Return every item; its mastery is null without answers."""
    return [_item(item, part.number) for part in found.parts for item in part.items]


def _item(item: ItemLine, part: int) -> dict[str, Any]:
    about = {"id": item.id, "part": part, "title": _both(item.title), "lessons": list(item.lessons)}
    level = round(item.mastery, 2) if item.met else None
    return {**about, "cards": item.cards, "met": item.met, "mastery_level": level, "evidence": item.stands}


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
