"""All cards as columns: those of the course, with what the journal says of each, card by card the same."""

import pytest

from tests.store.stock import DAY, opened_world, seed
from tutor.events import Fact
from tutor.memory.fields import mastery
from tutor.store import all_cards
from tutor.store.filters import Filters

ALL = ["a.1", "a.2", "a.3", "b.1", "b.2", "c.1", "c.2", "c.3"]


@pytest.fixture
def world(tmp_path):
    with opened_world(tmp_path) as opened:
        yield opened


def test_the_columns_are_the_states(world):
    seed(world, "a.2", stability=12.5, due=DAY + 3, last=DAY - 4)
    world.journal.record(Fact("answered", "c.1", {"grade": 1, "due": DAY + 1}), DAY)
    world.journal.record(Fact("suspended", "b.1", {}), DAY)
    world.journal.record(Fact("answered", "gone.card", {"grade": 3, "due": DAY + 1}), DAY)
    found = all_cards.read(world.library.connection)
    assert list(found.card) == ALL
    assert [found.lessons[place] for place in found.lesson] == [card[0] for card in ALL]
    assert [card for card, aside in zip(found.card, found.suspended, strict=True) if aside] == ["b.1"]
    states = world.journal.states(ALL)
    for place, card in enumerate(ALL):
        memory = states[card].memory if card in states else None
        assert bool(found.met[place]) == (card in {"a.2", "c.1"})
        if found.met[place]:
            row = (found.stability[place], found.difficulty[place], found.last_day[place], found.due[place])
            assert row == (memory.stability, memory.difficulty, memory.last_day, memory.due)
            assert (found.reviews[place], found.lapses[place]) == (memory.reviews, memory.lapses)
            assert found.mastery[place] == mastery(states[card])


def test_filters_let_some_through(world):
    assert all_cards.read(world.library.connection, Filters(lessons=("b",))).card == ("b.1", "b.2")
    assert all_cards.read(world.library.connection, Filters(parts=(2,))).lessons == ("c",)
    assert len(all_cards.read(world.library.connection, Filters(parts=(9,)))) == 0


def test_questions_in_both_languages(world):
    found = all_cards.asked(world.library.connection, ["a.1", "gone.card"])
    assert list(found) == ["a.1"]
    assert all(isinstance(text, str) and text for text in found["a.1"])
