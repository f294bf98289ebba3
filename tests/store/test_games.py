"""Records of games: read back from steps, whatever order or shape they come in."""

import pytest

from tests.store.homes import TODAY, answer, opened
from tutor.events import Fact
from tutor.memory.state import NEW
from tutor.store.doctor import examine
from tutor.store.games import Record, records
from tutor.store.ledger import mistakes


@pytest.fixture
def journal(tmp_path):
    with opened(tmp_path) as journal:
        yield journal


def played(game, score):
    return Fact("step", f"game:{game}", {"score": score})


def test_nothing_was_played_yet(journal):
    journal.record(answer("relu.range"), TODAY)
    assert records(journal.connection) == {}


def test_the_best_score_and_the_last_day_count(journal):
    for day, score in ((0, 4), (3, 9), (1, 6)):
        journal.record(played("guess", score), TODAY + day)
    journal.record(played("higher", 2), TODAY)
    assert records(journal.connection) == {"guess": Record(9, 3, TODAY + 3), "higher": Record(2, 1, TODAY)}


@pytest.mark.parametrize("score", [None, "9", -1, 2.5, True])
def test_a_score_that_is_none_counts_nothing(journal, score):
    journal.record(played("guess", score), TODAY)
    assert records(journal.connection) == {"guess": Record(0, 1, TODAY)}


def test_practice_in_a_game_rates_nothing_and_its_mistake_is_counted(journal):
    """The state of a card stays what it was; the ledger counts mistakes of cards and of the game alike."""
    journal.record(answer("relu.range"), TODAY)
    before = journal.states(["relu.range"])
    body = {"grade": 1, "reason": "game", "game": "guess", "mistake": "cousin-for-it"}
    for card in ("relu.range", "game:guess"):
        journal.record(Fact("practised", card, body), TODAY + 2)
    assert journal.states(["relu.range"]) == before
    assert journal.states(["game:guess"]).get("game:guess", NEW) == NEW
    [made] = mistakes(journal.connection)
    assert (made.mistake, made.times, set(made.cards)) == ("cousin-for-it", 2, {"relu.range", "game:guess"})
    assert records(journal.connection) == {}
    assert examine(journal, 2 * 10**15).differences == ()
