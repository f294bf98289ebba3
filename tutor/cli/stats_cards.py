"""The sections of `tutor stats` about cards: what is known, how it grew, what is hard, whether predictions hold."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.cli import stats_cards_values as values
from tutor.cli.stats_past import answers_of
from tutor.cli.stats_section import Section
from tutor.store.filters import NO_FILTERS
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.memory.past import Answers
    from tutor.reports.all_cards import Cards
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

    named = desk.library.all_parts()
    others = sorted({*cards.part.tolist()} - {part.number for part in named})
    return (*named, *(Part(number, "", Text.same(""), ()) for number in others))


def memory(desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return the histograms of stability, difficulty and recall."""
    from tutor.reports.memories import memories
    from tutor.ui.stats import memories as screen

    found = memories(cards_of(desk, filters), desk.day)
    return Section(
        values=values.memory(found),
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


def growth(desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return how the mastery of each part grew."""
    from tutor.reports.growth import growth as grown
    from tutor.ui.stats import growth as screen

    cards = cards_of(desk, filters)
    found = grown(answers_of(desk), cards, _parts(desk, cards), desk.day)
    return Section(
        values=values.growth(found),
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


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
        values=values.hardest(found, asks),
        lines=lambda language, columns: screen.lines(shown, asks, language, columns),
        told=lambda language: screen.told(shown, language),
    )


def calibration(desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return predicted against actual recall."""
    from tutor.reports.calibration import calibration
    from tutor.ui.stats import calibration as screen

    found = calibration(_of_cards(desk, filters), desk.day)
    return Section(
        values=values.calibration(found),
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


def knowledge(desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return how much would be recalled now."""
    from tutor.reports.knowledge import knowledge
    from tutor.ui.stats import knowledge as screen

    cards = cards_of(desk, filters)
    found = knowledge(cards, _parts(desk, cards), desk.day)
    return Section(
        values=values.knowledge(found),
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


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
        values=values.items(found),
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )
