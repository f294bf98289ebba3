"""All games, in the order of the menu: one module each. What a game says stands in its area of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import NotFoundError, near
from tutor.sessions.games import draw, guess, higher, myth, odd, rescue, telephone

if TYPE_CHECKING:
    from tutor.sessions.games.model import Game

GAMES: tuple[Game, ...] = (guess.GAME, draw.GAME, higher.GAME, telephone.GAME, rescue.GAME, odd.GAME, myth.GAME)


def find(name: str) -> Game:
    """Return the game called `name`, by any of its names; raises `NotFoundError` with a near name."""
    wanted = name.casefold().replace("_", "-").replace(" ", "-")
    for game in GAMES:
        if wanted in (game.name, *game.aliases):
            return game
    names = [game.name for game in GAMES]
    raise NotFoundError("games.unknown", name=name, known=tuple(names), near=near(wanted, names))
