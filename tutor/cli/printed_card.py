"""One card for people: its page, and why it comes; in lines where there is no screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tutor.cli.paged import show
from tutor.memory.fields import mastery
from tutor.memory.state import NEW, Memory
from tutor.questions.showing import draw
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tutor.cli.desk import Desk
    from tutor.questions.model import Card
    from tutor.reports.past import Happening
    from tutor.reports.why import Why
    from tutor.text import Language
    from tutor.ui.lines import Line
    from tutor.ui.screens.card import HistoryRow, Mixed, Other

CURVE_ROWS = 14
WIDEST_CURVE = 72
TOLD_DAYS = (7, 30, 90)


def print_card(desk: Desk, card: Card, fields: dict[str, Any]) -> None:
    """Print one card as one showing of it, with everything that is known of it."""
    from tutor.cli.card import mistakes_at, past, related, siblings
    from tutor.cli.why import of_card
    from tutor.ui import reasons
    from tutor.ui.screens import card as screen

    language, why, happened = desk.environment.language, of_card(desk, card), past(desk, card.id)
    known = (*reasons.ladder(why, language), *reasons.now(why, language))
    page = screen.CardPage(
        draw(card, "card"),
        desk.library.title(card.lesson) or Text.same(card.lesson),
        fields,
        tuple(_history(desk, happened)),
        known if why.stability is None else (*known, *reasons.memory(why, language)),
        _curve(desk, happened, why),
        tuple(_others(desk, dict.fromkeys(siblings(desk, card)))),
        tuple(_mixed(desk, mistakes_at(desk, card.id))),
        tuple(_others(desk, dict(related(desk, card)))),
    )
    show(lambda columns: screen.lines(page, language, columns), desk.environment)


def print_why(desk: Desk, card: Card, why: Why) -> None:
    """Print why a card comes or does not, and what each grade would do."""
    from tutor.ui.reasons import told
    from tutor.ui.screens.why import page

    language, ask = desk.environment.language, draw(card, "card").ask
    if desk.environment.plain and not _is_wide():
        print("\n".join([card.id, *ask.lines(language), *told(why, language)]))
        return
    show(lambda columns: page(why, ask, language, columns), desk.environment)


def _is_wide() -> bool:
    """Say whether somebody looks at a terminal."""
    import sys

    return sys.stdout.isatty()


def _history(desk: Desk, happened: tuple[Happening, ...]) -> Iterator[HistoryRow]:
    from tutor.ui.screens.card import HistoryRow

    for one in happened:
        mistake = desk.library.mistake(one.mistake) if one.mistake else None
        day = date.fromordinal(one.day).isoformat()
        about = (day, one.kind, one.grade, one.interval, one.stands, one.before, one.early, one.marks)
        yield HistoryRow(*about, mistake.name if mistake else None)


def _curve(desk: Desk, happened: tuple[Happening, ...], why: Why) -> Callable[[int], list[Line]] | None:
    """Return what draws the forgetting curve, None for a card without a rated answer."""
    from tutor.reports.past import reviews_since_reset

    rated = reviews_since_reset(happened)
    if not rated or why.due is None:
        return None
    language, day, due = desk.environment.language, desk.day, desk.day + why.due
    if desk.environment.plain:
        return lambda room: _falling(rated[-1], day, room, language)
    wished = desk.environment.config.retention

    def drawn(room: int) -> list[Line]:
        from tutor.pictures.forgetting import Review, forgetting
        from tutor.ui import plot, table_picture
        from tutor.ui.lines import spaced

        reviews = [Review(one.day, (one.grade or 0) > 1, one.stability or 0.0) for one in rated]
        sheet = forgetting(reviews, due, day, wished, language)
        width = min(room, WIDEST_CURVE)
        drawn = plot.lines(sheet.picture, width, CURVE_ROWS, language)
        return spaced([drawn, table_picture.notes(sheet.notes, width, language)])

    return drawn


def _falling(last: Happening, day: int, room: int, language: Language) -> list[Line]:
    """Return the curve from today on in words."""
    from tutor.memory.fsrs import retrievability
    from tutor.text.numbers import percent
    from tutor.text.words import say
    from tutor.ui.lines import paragraph
    from tutor.ui.phrases import span

    told = [
        say(
            "card.falls_to",
            language,
            when=span(days, language),
            recall=percent(retrievability(max(0, day + days - last.day), last.stability or 1.0)),
        )
        for days in TOLD_DAYS
    ]
    return paragraph(say("card.falls", language, spans=say("card.comma", language).join(told)), room)


def _others(desk: Desk, names: dict[str, float | None] | dict[str, float]) -> Iterator[Other]:
    """Yield other cards with how much alike they are."""
    from tutor.ui.screens.card import Other

    states = desk.journal.states(list(names))
    for card in desk.library.cards(names):
        state = states.get(card.id, NEW)
        due = state.memory.due - desk.day if isinstance(state.memory, Memory) else None
        yield Other(card.id, draw(card, "card").ask, names[card.id], mastery(state), due, state.suspended)


def _mixed(desk: Desk, made: tuple[Any, ...]) -> Iterator[Mixed]:
    """Yield the mistakes made at a card that the course still describes."""
    from tutor.ui.screens.card import Mixed

    for one in made:
        known = desk.library.mistake(one.mistake)
        if known is not None:
            yield Mixed(known.name, known.contrast, one.times, desk.day - one.last_day)
