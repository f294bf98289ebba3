"""A renamed card keeps its history: `was` in the course, nothing in the events."""

import pytest

from tests.store.homes import TODAY, answer, opened
from tutor.events import Fact
from tutor.memory.state import NEW
from tutor.store.doctor import examine, rebuild


@pytest.fixture
def journal(tmp_path):
    with opened(tmp_path) as journal:
        yield journal


def test_the_new_id_has_the_old_history(journal):
    journal.record(answer("old", due=TODAY + 3), TODAY)
    before = journal.state("old")
    journal.adopt({"old": "new"})
    assert journal.state("new") == before
    assert journal.state("old") == NEW
    assert [event.card for event in journal.history("new").events] == ["old"]
    assert examine(journal, 10**18).healthy


def test_answers_go_on_under_the_new_id(journal):
    journal.record(answer("old", due=TODAY + 3), TODAY)
    journal.adopt({"old": "new"})
    done = journal.record(answer("new", due=TODAY + 9), TODAY + 3)
    assert done.state.memory.reviews == 2
    assert not journal.record(answer("new"), TODAY + 3).rated
    assert examine(journal, 10**18).healthy


def test_undo_reaches_an_answer_given_under_the_old_id(journal):
    journal.record(answer("old", due=TODAY + 3), TODAY)
    journal.adopt({"old": "new"})
    assert journal.undo(TODAY).event.card == "old"
    assert journal.state("new") == NEW
    assert examine(journal, 10**18).healthy
    journal.redo(TODAY)
    assert journal.state("new").memory.reviews == 1
    assert examine(journal, 10**18).healthy


def test_histories_under_several_ids_are_one(journal):
    journal.record(answer("a", due=TODAY + 1), TODAY)
    journal.record(answer("b", due=TODAY + 2), TODAY + 1)
    journal.record(Fact("suspended", "b"), TODAY + 1)
    journal.adopt({"a": "c", "b": "c"})
    assert journal.state("c").memory.reviews == 2
    assert journal.state("c").suspended
    assert journal.fold_all().keys() == {"c"}
    assert examine(journal, 10**18).healthy


def test_a_rename_that_is_taken_away_gives_the_old_id_back(journal):
    journal.record(answer("old", due=TODAY + 3), TODAY)
    journal.adopt({"old": "new"})
    journal.adopt({"old": "newer"})
    assert (journal.state("new"), journal.state("newer").memory.reviews) == (NEW, 1)
    journal.adopt({})
    assert (journal.state("newer"), journal.state("old").memory.reviews) == (NEW, 1)
    assert examine(journal, 10**18).healthy


def test_the_journal_remembers_the_names(tmp_path):
    with opened(tmp_path) as journal:
        journal.record(answer("old", due=TODAY + 3), TODAY)
        journal.adopt({"old": "new"})
    with opened(tmp_path) as journal:
        assert journal.history("new").events
        assert examine(journal, 10**18).healthy
        rebuild(journal)
        assert journal.state("new").memory.reviews == 1


def test_a_rename_of_a_card_never_met_changes_nothing(journal):
    journal.record(answer("other", due=TODAY + 3), TODAY)
    journal.adopt({"old": "new"})
    assert journal.fold_all().keys() == {"other"}
    assert examine(journal, 10**18).healthy


def test_events_from_elsewhere_under_the_old_id_count(journal, tmp_path):
    journal.adopt({"old": "new"})
    with opened(tmp_path / "elsewhere", device="there") as other:
        done = other.record(answer("old", due=TODAY + 3), TODAY)
    journal.absorb([done.event])
    assert journal.state("new").memory.reviews == 1
    assert examine(journal, 10**18).healthy
