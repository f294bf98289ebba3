"""`tutor game`: a menu with your own records, and one game from its rules to its score."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tutor import chance
from tutor.cli.desk import open_desk
from tutor.sessions.games import machine
from tutor.sessions.games.catalogue import GAMES, find
from tutor.store.games import Record, records
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.cli.environment import Environment
    from tutor.events import Fact
    from tutor.questions.model import Card
    from tutor.sessions.games.machine import Play
    from tutor.sessions.games.model import Game
    from tutor.text import Language
    from tutor.ui.menu import Item

SHORT = 10_000  # seeds that can be typed


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed: "" and None for no wish."""

    name: str = ""
    seed: str = ""
    rounds: int | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class GameHost:
    """What `ui.games.loop.Host` promises, at a desk."""

    desk: Desk

    @property
    def language(self) -> Language:
        """Return the language the game starts in."""
        return self.desk.environment.language

    def ms(self) -> int:
        """Return a running millisecond count."""
        return self.desk.environment.clock.ms()

    def seed(self) -> str:
        """Return a new seed, short enough to be typed again."""
        return str(chance.number(self.desk.environment.seed(), "game", self.ms()) % SHORT)

    def record(self, fact: Fact) -> None:
        """Record a fact; it is durable on return."""
        self.desk.journal.record(fact, self.desk.day)


def listed(environment: Environment, name: str = "") -> None:
    """Print every game, or the one that is named, with its record as JSON; raises `NotFoundError`."""
    from json import dumps

    games = (find(name),) if name else GAMES
    with open_desk(environment) as desk:
        known = records(desk.journal.connection)
    print(dumps({"games": [as_json(game, known.get(game.name, Record())) for game in games]}, ensure_ascii=False))


def as_json(game: Game, record: Record) -> dict[str, Any]:
    """Return a game for programs."""
    from datetime import date

    last = date.fromordinal(record.last_day).isoformat() if record.last_day else None
    texts = {key: {"zh": text.zh, "en": text.en} for key in ("title", "pitch") if (text := game.text(key))}
    return {
        "name": game.name,
        **texts,
        "minutes": game.minutes,
        "rounds": game.rounds,
        "lives": game.lives,
        "counts": game.counts,
        "best": record.best if record.times else None,
        "times": record.times,
        "last_played": last,
    }


def run(environment: Environment, wish: Wish) -> None:
    """Play the game that is named, or let one be chosen. Raises `NotFoundError` for one that does not exist."""
    game = find(wish.name) if wish.name else None
    with open_desk(environment, write=True) as opened:
        desk = opened
        while True:
            known = records(desk.journal.connection)
            chosen = game or choose(desk, known)
            if chosen is None:
                return
            language = play(desk, chosen, wish, known.get(chosen.name))
            if game is not None or environment.plain:
                return
            desk = replace(desk, environment=replace(desk.environment, language=language))


def choose(desk: Desk, known: dict[str, Record]) -> Game | None:
    """Let the player choose from the menu; None when they leave."""
    from tutor.ui import menu

    environment = desk.environment
    language = environment.language
    joint = " · " if environment.plain else "\n"
    items = tuple(item(game, known.get(game.name), desk.day, language, joint) for game in GAMES)
    shown = menu.Menu(say("games.menu", language), items)
    if environment.plain:
        from tutor.cli.review import read_line
        from tutor.ui.plain import Lines

        place = menu.ask(shown, Lines(read_line, print), language)
    else:
        from tutor.cli.screen import look_of, terminal_of
        from tutor.ui.games.listing import screen

        place = menu.run(shown, terminal_of(environment), look_of(environment), language, screen)
    return None if place is None else GAMES[place]


def item(game: Game, record: Record | None, day: int, language: Language, joint: str) -> Item:
    """Return a row of the menu: the title, what it is, and below or behind it the player's past."""
    from tutor.ui.menu import Item

    about = game.text("pitch").lines(language)[0]
    past = [say("games.minutes", language, n=game.minutes)]
    if record is not None and record.times:
        ago = max(0, day - record.last_day)
        past += [say(f"games.best_{game.counts}", language, n=record.best)] if record.best else []
        past.append(say("games.played_today" if not ago else "games.played_ago", language, n=ago))
    return Item(game.text("title").lines(language)[0], joint.join((about, " · ".join(past))))


def play(desk: Desk, game: Game, wish: Wish, record: Record | None) -> Language:
    """Play one game on the full screen or in lines; return the language it ended in."""
    environment, host = desk.environment, GameHost(desk)
    settings = machine.Settings(
        seed=wish.seed or host.seed(),
        rounds=wish.rounds or game.rounds,
        lives=game.lives,
        seconds=wish.seconds,
        cards=cards(desk, game),
        record=record.best if record and record.times else None,
    )
    desk.journal.make_ready()
    begun = machine.begin(game, settings)
    if environment.plain:
        _in_lines(begun, host)
        return host.language
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.games.loop import run as on_screen

    return on_screen(begun, host, terminal_of(environment), look_of(environment)).view.language


def cards(desk: Desk, game: Game) -> tuple[Card, ...]:
    """Return the cards of the course that the game deals from, in the order of the course."""
    if game.cards is None:
        return ()
    found = desk.library.cards([row.id for row in desk.library.search()])
    return tuple(card for card in found if game.cards(card))


def _in_lines(begun: Play, host: GameHost) -> None:
    from tutor.cli.review import read_line
    from tutor.ui.games.plain import run as in_lines
    from tutor.ui.plain import Lines

    columns = None
    if sys.stdout.isatty():
        from shutil import get_terminal_size

        columns = get_terminal_size().columns
    in_lines(begun, host, Lines(read_line, print, columns))
