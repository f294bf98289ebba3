"""The ledger of mistakes, printed: each confusion with how often and when, what clears it up, its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.generated import function_of
from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, beside, flow, indent, line, measure, paragraph, rule, spaced
from tutor.ui.phrases import span

if TYPE_CHECKING:
    from tutor.reports.mistakes import Confusion, Mistakes
    from tutor.text import Language

MARGIN = 2
WIDEST = 76
HANG = 2
SHOWN = 4  # cards of a mistake
GAME = "game:"  # a card with this in front stands for a game


def lines(shown: Mistakes, language: Language, columns: int) -> list[Line]:
    """Return the ledger in lines of at most `columns` cells."""
    room = max(2, min(WIDEST, columns - 2 * MARGIN))
    head = [*paragraph(say("stats.mistakes", language), room, "title"), rule(room), BLANK]
    blocks = [_confusion(one, language, room) for one in shown.often] or [_none(shown, language, room)]
    once = paragraph(say("stats.once_only", language, n=len(shown.once)), room, "dim") if shown.once else []
    return [BLANK, *(indent(spans, MARGIN) for spans in [*head, *spaced([*blocks, once])])]


def told(shown: Mistakes, language: Language) -> tuple[str, ...]:
    """Return the ledger as lines of text, two for each confusion."""
    rows, comma = [say("stats.mistakes", language)], say("stats.comma", language)
    for one in shown.often:
        facts = {"n": one.times, "ago": ago(one.days_ago, language), "cards": comma.join(_cards(one, language))}
        rows.append(say("stats.mistake_line", language, name=one.name.lines(language)[0], **facts))
        rows += one.contrast.lines(language)
    if not shown.often:
        rows += [say("stats.none", language), *([] if shown.once else [say("stats.none_why", language)])]
    if shown.once:
        rows.append(say("stats.once_only", language, n=len(shown.once)))
    return tuple(rows)


def ago(days: int, language: Language) -> str:
    """Return how long ago, in words."""
    if days < 2:
        return say("stats.yesterday" if days else "stats.today", language)
    return say("stats.ago", language, ago=span(days, language))


def _none(shown: Mistakes, language: Language, room: int) -> list[Line]:
    """Return that nothing was mixed up twice; whoever sees the ledger for the first time is told what it is."""
    why = [] if shown.once else paragraph(say("stats.none_why", language), room, "dim")
    return [*paragraph(say("stats.none", language), room, "strong"), *why]


def _confusion(one: Confusion, language: Language, room: int) -> list[Line]:
    """Return name and count, the sentence that clears it up, and the cards."""
    inner = max(2, room - HANG)
    clears = [row for text in one.contrast.lines(language) for row in paragraph(text, inner)]
    cards = flow([line((card, "dim")) for card in _cards(one, language)], inner)
    return [*_head(one, language, room), *(indent(row, HANG) for row in [*clears, *cards])]


def _head(one: Confusion, language: Language, room: int) -> list[Line]:
    """Return the name with how often and when at the right edge, or below it where there is no room."""
    names = one.name.lines(language)
    times, last = say("stats.times", language, n=one.times), ago(one.days_ago, language)
    count = line((times, "notice"), (f" · {last}", "dim"))
    first = line((names[0], "strong"))
    rest = [row for name in names[1:] for row in paragraph(name, room, "strong")]
    if measure(first) + measure(count) + 2 <= room:
        return [beside(first, count, room), *rest]
    return [*paragraph(names[0], room, "strong"), *rest, *(indent(row, HANG) for row in flow([count], room - HANG))]


def _cards(one: Confusion, language: Language) -> tuple[str, ...]:
    cards = tuple(dict.fromkeys(called(card, language) for card in one.cards))
    more = len(cards) - SHOWN
    rest = (say("stats.more_cards", language, n=more),) if more > 0 else ()
    return (*cards[:SHOWN], *rest)


def called(card: str, language: Language) -> str:
    """Return what a card is told as: its id; a game by its title, a question made on the spot by its function."""
    if card.startswith(GAME):
        return _game(card, language)
    function = function_of(card)
    return _made(card, function, language) if function else card


def _game(card: str, language: Language) -> str:
    from tutor.sessions.games.catalogue import GAMES

    titles = [game.text("title").lines(language)[0] for game in GAMES if game.card == card]
    return say("stats.card_of_game", language, title=titles[0]) if titles else card


def _made(card: str, function: str, language: Language) -> str:
    from tutor.activations.catalogue import by_name, folded
    from tutor.questions.generate.subject import short_title

    record = by_name().get(folded(function))
    if record is None:
        return card
    return say("stats.card_made", language, function=short_title(record).lines(language)[0])
