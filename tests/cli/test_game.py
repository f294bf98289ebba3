"""`tutor game` from the outside."""

import sqlite3

import pytest

from tutor.sessions.games.catalogue import GAMES


def events(tutor):
    with sqlite3.connect(tutor.home / "journal.sqlite3") as connection:
        return connection.execute("SELECT kind, card FROM events ORDER BY seq").fetchall()


def whole(game):
    """Return lines that play a game to its end: the rules, then pass and go on for ever."""
    return "\n" + "0\n\n" * game.rounds + "\n"


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_game_can_be_played_to_its_end_in_lines(shipped, game, lang):
    shipped.lang = lang
    done = shipped("game", game.name, "--seed", "5", stdin="\n" + "1\n\n" * (10 * game.rounds))
    assert (done.code, done.err) == (0, "")
    assert f"tutor game {game.name} --seed 5" in done.out
    assert ("step", f"game:{game.name}") in events(shipped)


def test_the_same_seed_plays_the_same_game(shipped):
    first, again, other = (
        shipped("game", "guess", "--seed", seed, stdin="\n" + "0\n\n" * 10).out.partition("1/10")[2]
        for seed in ("7", "7", "8")
    )
    questions = [text.partition("time spent")[0] for text in (first, again, other)]
    assert questions[0] == questions[1] != questions[2]


def test_a_game_that_does_not_exist_is_not_found(tutor):
    done = tutor("game", "ches")
    assert done.code == 4
    assert "guess" in done.err


def test_the_list_for_programs_knows_every_record(shipped):
    shipped("game", "higher", "--seed", "5", stdin="\n" + "1\n\n" * 30)
    games = shipped("game", "--json").json["games"]
    assert [one["name"] for one in games] == [game.name for game in GAMES]
    played = {one["name"]: (one["times"], one["last_played"]) for one in games}
    assert played["higher"] == (1, "2026-11-20")
    assert played["guess"] == (0, None)
    assert shipped("game", "guess", "--json").json["games"] == [one for one in games if one["name"] == "guess"]


def test_the_menu_in_lines_starts_what_is_chosen(shipped):
    done = shipped("game", stdin="2\nq\n")
    assert "Higher or lower" in done.out
    assert done.code == 0


def test_an_end_of_input_keeps_what_was_earned(shipped):
    done = shipped("game", "guess", "--seed", "7", stdin="\n1\n")
    assert done.code == 0
    assert ("step", "game:guess") in events(shipped)


@pytest.mark.parametrize("words", [("--rounds", "0"), ("--rounds", "1000"), ("--seconds", "nan"), ("--seconds", "0")])
def test_numbers_out_of_range_are_bad_usage(tutor, words):
    assert tutor("game", "guess", *words).code == 2
