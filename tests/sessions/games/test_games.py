"""Every game of the catalogue: the same for the same seed, always solvable, exactly one right answer."""

import pytest

from tests.sessions.games.rounds import faults, rounds, settings
from tutor.errors import NotFoundError
from tutor.sessions.games import machine
from tutor.sessions.games.catalogue import GAMES, find
from tutor.sessions.games.model import Choose, Picked, Type
from tutor.text.words import sentences

SEEDS = 60  # `python -m tests.soak games` tries 500


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
def test_every_round_can_be_solved_and_has_exactly_one_right_answer(game):
    assert [fault for turn in rounds(game, SEEDS) for fault in faults(turn)] == []


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
def test_no_other_option_is_judged_right(game):
    for turn in rounds(game, 40):
        if len(turn.parts) == 1 and isinstance(turn.parts[0], Choose):
            judged = [turn.judge((Picked(place),)).right for place in range(len(turn.parts[0].options))]
            assert sum(judged) == 1


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
def test_the_same_seed_deals_the_same_game_and_another_one_another(game):
    def faces(seed):
        turns = [machine.dealt(game, settings(game, seed), number) for number in range(1, game.rounds + 1)]
        return [(turn.ask, turn.parts, turn.shown, turn.right, turn.level) for turn in turns]

    assert faces(3) == faces(3)
    assert faces(3) != faces(4)


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
def test_every_game_has_its_sentences(game):
    names = {"title", "pitch", "rules", "end_well", "end_fair", "end_hard"}
    for language in ("zh", "en"):
        assert {f"{game.area}.{name}" for name in names} <= sentences(game.area, language).keys()


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
def test_every_part_can_be_read(game):
    for turn in rounds(game, 20):
        for part in turn.parts:
            assert isinstance(part, Choose | Type)
            assert part.options if isinstance(part, Choose) else part.name.zh


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
def test_a_game_is_found_by_all_its_names(game):
    for name in (game.name, *game.aliases, game.name.upper(), game.name.replace("-", "_")):
        assert find(name) is game


def test_a_game_that_does_not_exist_names_a_near_one():
    with pytest.raises(NotFoundError) as caught:
        find("gues")
    assert caught.value.facts["near"] == "guess"
