"""How games look: golden screens of every game, read before they are kept."""

import pytest

from tests.ui.games.fake import MemoryHost, material
from tests.ui.scripted import LOOK, EndOfScriptError, Scripted
from tutor.cli.game import item
from tutor.sessions.games.catalogue import GAMES, find
from tutor.sessions.games.machine import Settings, begin, dealt
from tutor.sessions.games.model import Picked
from tutor.store.games import Record
from tutor.text.words import say
from tutor.ui.games.listing import screen
from tutor.ui.games.loop import run
from tutor.ui.games.screen import compose
from tutor.ui.games.view import View
from tutor.ui.lines import text_of
from tutor.ui.menu import Menu, changed

DAY = 740_000
IDS = [game.name for game in GAMES]


def wrong_keys(game, seed, number):
    """Return the keys that answer a round wrongly: another option than the right one, or 9 for every number."""
    turn = dealt(game, Settings(seed, game.rounds, cards=material(game)), number)
    keys = []
    for part, answer in zip(turn.parts, turn.right, strict=True):
        if isinstance(answer, Picked):
            keys.append(str((answer.place + 1) % len(part.options) + 1))
        else:
            keys += ["9", "enter"]
    return keys


def seen(game, script, language, size, seed="7"):
    terminal = Scripted(script, size)
    settings = Settings(seed, game.rounds, game.lives, cards=material(game), record=4)
    with pytest.raises(EndOfScriptError):
        run(begin(game, settings), MemoryHost(language), terminal, LOOK)
    return terminal.screens[-1]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("game", GAMES, ids=IDS)
def test_rules_question_and_verdict(golden, game, language):
    wrong = wrong_keys(game, "7", 1)
    size = (80, 24)
    golden(f"game-{game.name}-rules-80-{language}", seen(game, [], language, size))
    golden(f"game-{game.name}-asked-80-{language}", seen(game, [" "], language, size))
    golden(f"game-{game.name}-told-80-{language}", seen(game, [" ", *wrong], language, size))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("game", GAMES, ids=IDS)
def test_on_a_narrow_screen(golden, game, language):
    wrong = wrong_keys(game, "7", 1)
    golden(f"game-{game.name}-asked-40-{language}", seen(game, [" "], language, (40, 24)))
    golden(f"game-{game.name}-told-40-{language}", seen(game, [" ", *wrong], language, (40, 24)))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("number", "level"), [(4, "slope"), (5, "outputs"), (9, "near")])
def test_levels_of_guessing_a_curve(golden, number, level, language):
    """The slope, the histogram and the crop, with the wrong guess laid over each."""
    game = find("guess")
    way = [" ", *["0", " "] * (number - 1)]
    golden(f"game-guess-{level}-asked-80-{language}", seen(game, way, language, (80, 24)))
    wrong = wrong_keys(game, "7", number)
    golden(f"game-guess-{level}-told-80-{language}", seen(game, [*way, *wrong], language, (80, 24)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_end(golden, language):
    game = find("guess")
    way = [" ", *[key for n in range(1, 11) for key in (*(wrong_keys(game, "7", n) if n % 3 else ["0"]), " ")]]
    golden(f"game-over-80-{language}", seen(game, way, language, (80, 24)))


def listed(language, size, *keys, games=GAMES):
    records = {"guess": Record(11, 3, DAY), "higher": Record(7, 1, DAY - 5)}
    items = tuple(item(game, records.get(game.name), DAY, language, "\n") for game in games)
    menu = Menu(say("games.menu", language), items)
    for key in keys:
        menu = changed(menu, key)
    return [text_of(row) for row in screen(menu, *size, language)]


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_menu_tells_what_each_game_is_and_how_it_went(golden, language, columns):
    games = [find(name) for name in ("guess", "draw", "higher")]
    golden(f"game-menu-{columns}-{language}", listed(language, (columns, 24), "down", games=games))


@pytest.mark.parametrize("size", [(80, 24), (40, 24), (40, 10), (20, 6), (10, 4)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_menu_shows_the_pointed_game_on_any_screen(size, language):
    from tutor.text.width import width

    for downs in range(len(GAMES)):
        rows = listed(language, size, *["down"] * downs)
        assert len(rows) == size[1]
        assert all(width(row) <= size[0] for row in rows)
        assert any("▸" in row for row in rows)


def test_nobody_is_told_that_their_best_is_nothing():
    """A game that was only looked into counts as played, and 0 points as no record."""
    game = find("guess")
    assert item(game, Record(0, 1, DAY), DAY, "zh", " · ").note.endswith("4 分钟 · 今天玩过")
    frame = compose(begin(game, Settings("7", 10, record=0)), View("zh"), (80, 24))
    assert "最高" not in "\n".join(text_of(row) for row in frame.lines)
