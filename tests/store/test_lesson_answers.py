"""The answers of a lesson since it was last finished: taken back ones are gone, corrected ones are corrected."""

from itertools import count

import pytest

from tutor.events import Fact
from tutor.store.journal import Journal
from tutor.store.lesson_answers import answers
from tutor.store.progress import stepped

DAY = 739_940
CARDS = ("a", "b")


@pytest.fixture
def journal(tmp_path):
    instants, ids = count(1), count(1)
    with Journal(tmp_path / "journal.sqlite3", "", lambda: next(instants), lambda: f"{next(ids):032x}") as opened:
        yield opened


def says(journal, card, grade=3, lesson="first", kind="answered", **body):
    return journal.record(Fact(kind, card, {"grade": grade, "lesson": lesson, "step": 1, **body}), DAY).event


def found(journal, lesson="first"):
    return [(event.card, event.body["grade"]) for event in answers(journal, lesson, CARDS)]


def test_answers_come_in_order_with_those_of_this_lesson_only(journal):
    says(journal, "b")
    says(journal, "a", kind="practised", reason="pretest")
    says(journal, "a", lesson="second")
    journal.record(Fact("answered", "b", {"grade": 1}), DAY + 1)
    assert found(journal) == [("b", 3), ("a", 3)]
    assert found(journal, "second") == [("a", 3)]


def test_what_was_taken_back_is_gone_and_what_was_corrected_is_corrected(journal):
    says(journal, "a")
    journal.undo(DAY)
    assert found(journal) == []
    event = says(journal, "b", grade=3)
    journal.record(Fact("regraded", "b", {"event": event.id, "grade": 1, "guessed": True}), DAY)
    (left,) = answers(journal, "first", CARDS)
    assert (left.body["grade"], left.body["guessed"], left.body["step"]) == (1, True, 1)


def test_a_finished_lesson_begins_anew(journal):
    says(journal, "a")
    journal.record(stepped("first", 2, 3), DAY)
    assert found(journal) == [("a", 3)]
    journal.record(stepped("first", 3, 3, done=True), DAY)
    assert found(journal) == []
    says(journal, "b")
    assert found(journal) == [("b", 3)]
