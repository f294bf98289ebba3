"""The sections of `tutor stats` about cards: what is known, how it grew, what is hard, whether predictions hold."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from math import isinf
from typing import TYPE_CHECKING, Any

from tutor.cli.stats_past import answers_of
from tutor.cli.stats_section import Section
from tutor.memory.fields import iso
from tutor.store.filters import NO_FILTERS
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.memory.past import Answers
    from tutor.reports.all_cards import Cards
    from tutor.reports.calibration import Calibration
    from tutor.reports.growth import Growth
    from tutor.reports.hardest import Hard, Hardest
    from tutor.reports.items import ItemLine, Items
    from tutor.reports.knowledge import Knowledge
    from tutor.reports.memories import Memories
    from tutor.store.filters import Filters
    from tutor.syllabus.model import Part

LISTED, SHOWN = 100, 10  # of the hardest cards: in JSON, and on screen


@lru_cache(maxsize=1)
def cards_of(desk: Desk, filters: Filters) -> Cards:
    """Return how the cards stand that pass the filters, read once for all sections of a run."""
    from tutor.store import all_cards

    return all_cards.read(desk.library.connection, filters)


def _parts(desk: Desk, cards: Cards) -> tuple[Part, ...]:
    """Return the parts of the course, those too that course.yaml does not name but cards have."""
    from tutor.syllabus.model import Part

    named = desk.library.parts()
    others = sorted({*cards.part.tolist()} - {part.number for part in named})
    return (*named, *(Part(number, "", Text.same(""), ()) for number in others))


def memory(desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return the histograms of stability, difficulty and recall."""
    from tutor.reports.memories import memories
    from tutor.ui.stats import memories as screen

    found = memories(cards_of(desk, filters), desk.day)
    return Section(
        values=_memory(found),
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


def _memory(found: Memories) -> dict[str, Any]:
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


def growth(desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return how the mastery of each part grew."""
    from tutor.reports.growth import growth as grown
    from tutor.ui.stats import growth as screen

    cards = cards_of(desk, filters)
    found = grown(answers_of(desk), cards, _parts(desk, cards), desk.day)
    return Section(
        values=_growth(found),
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


def _growth(found: Growth) -> dict[str, Any]:
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


def hardest(desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return the cards that are hardest, with what to do about them."""
    from tutor.reports.hardest import Hardest, hardest
    from tutor.store import all_cards, ledger
    from tutor.ui.stats import hardest as screen

    library, events = desk.library, desk.journal.connection
    mistakes = {mistake.id: mistake for mistake in library.mistakes()}
    found = hardest(cards_of(desk, filters), ledger.mistakes(events), mistakes, desk.day, LISTED)
    asked = all_cards.asked(library.connection, [one.card for one in found.cards])
    asks = {card: Text(zh, en) for card, (zh, en) in asked.items()}
    shown = Hardest(found.cards[:SHOWN], found.met, found.forgotten, found.held, found.leeches)
    return Section(
        values=_hardest(found, asks),
        lines=lambda language, columns: screen.lines(shown, asks, language, columns),
        told=lambda language: screen.told(shown, language),
    )


def _hardest(found: Hardest, asks: dict[str, Text]) -> dict[str, Any]:
    counts = {"met": found.met, "forgotten": found.forgotten, "held": found.held, "leeches": found.leeches}
    return {**counts, "cards": [_hard(one, asks) for one in found.cards]}


def _hard(one: Hard, asks: dict[str, Text]) -> dict[str, Any]:
    """Return one card as `--json` prints it, with the names of the review fields."""
    ask = asks.get(one.card, Text.same(""))
    about = {"id": one.card, "lesson": one.lesson, "part": one.part, "ask": _both(ask)}
    counts = {"lapses": one.lapses, "review_count": one.reviews, "leech": one.leech}
    memory = {"stability": one.stability, "fsrs_difficulty": one.difficulty, "retrievability": one.recall}
    return {**about, **counts, **memory, "advice": one.advice, "mistake": one.mistake.id if one.mistake else None}


def calibration(desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return predicted against actual recall."""
    from tutor.reports.calibration import calibration
    from tutor.ui.stats import calibration as screen

    found = calibration(_of_cards(desk, filters), desk.day)
    return Section(
        values=_calibration(found),
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


def _of_cards(desk: Desk, filters: Filters) -> Answers:
    """Return the answers of the cards that are meant; of all that ever were, when no filter is given."""
    answers = answers_of(desk)
    if filters == NO_FILTERS:
        return answers
    import numpy as np

    wanted = set(cards_of(desk, filters).card)
    meant = np.array([card in wanted for card in answers.cards], dtype=np.bool_)
    return answers.where(meant[answers.card]) if len(answers) else answers


def _calibration(found: Calibration) -> dict[str, Any]:
    from tutor.reports.rate import ENOUGH

    bins = [{"from": one.low, "to": one.high, **_shares(one.n, one.predicted, one.recalled)} for one in found.bins]
    return {
        "early": found.early,
        **_shares(found.n, found.predicted, found.recalled),
        "rmse_bins": found.rmse,
        "verdict": found.verdict,
        "enough_from": ENOUGH,
        "bins": bins,
    }


def _shares(n: int, predicted: float | None, recalled: float | None) -> dict[str, Any]:
    return {"n": n, "predicted": predicted, "recalled": recalled}


def knowledge(desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return how much would be recalled now."""
    from tutor.reports.knowledge import knowledge
    from tutor.ui.stats import knowledge as screen

    cards = cards_of(desk, filters)
    found = knowledge(cards, _parts(desk, cards), desk.day)
    return Section(
        values=_knowledge(found),
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


def _knowledge(found: Knowledge) -> dict[str, Any]:
    parts = [{"part": part.number, "title": _both(part.title), **asdict(part.known)} for part in found.parts]
    return {**asdict(found.total), "parts": parts}


def items(desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return the mastery of each item of the syllabus."""
    from tutor.reports.items import items
    from tutor.store import all_cards
    from tutor.ui.stats import items as screen

    library = desk.library
    cards = cards_of(desk, filters) if filters == NO_FILTERS else all_cards.read(library.connection)
    lessons = library.lessons()
    found = items(cards, library.parts(), lessons, of_parts=filters.parts, of_lessons=filters.lessons)
    return Section(
        values=_items(found),
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


def _items(found: Items) -> list[dict[str, Any]]:
    return [_item(item, part.number) for part in found.parts for item in part.items]


def _item(item: ItemLine, part: int) -> dict[str, Any]:
    about = {"id": item.id, "part": part, "title": _both(item.title), "lessons": list(item.lessons)}
    level = round(item.mastery, 2) if item.met else None
    return {**about, "cards": item.cards, "met": item.met, "mastery_level": level, "evidence": item.stands}


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
