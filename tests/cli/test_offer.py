"""When the next lesson is offered before a review, and that a declined one is not offered again that day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cli.conftest import COURSE
from tutor.cli import offer as offers
from tutor.cli.clock import Clock
from tutor.cli.config import Config
from tutor.cli.desk import open_desk
from tutor.cli.environment import Environment
from tutor.cli.welcome import is_new
from tutor.events import Fact
from tutor.store.progress import declined, stepped, welcomed


@pytest.fixture
def desk(tmp_path):
    clock = Clock.from_text("2026-11-20T08:00+08:00")
    with open_desk(Environment(tmp_path / "home", COURSE, "en", False, False, clock)) as desk:
        desk.journal.record(welcomed(), desk.day)
        yield desk


def offered(desk):
    found = offers.offer(desk)
    return None if found is None else found.next.lesson.id


def test_the_first_lesson_is_offered_until_it_is_finished_and_its_cards_are_met(desk):
    assert offered(desk) == "first"
    desk.journal.record(stepped("first", 1, 5), desk.day)
    assert offers.offer(desk).next.reason == "continue"
    desk.journal.record(stepped("first", 5, 5, done=True), desk.day)
    assert offered(desk) is None, "its cards are new: they come first"
    for card in desk.library.lesson("first").cards:
        desk.journal.record(Fact("answered", card.id, {"grade": 3, "due": desk.day + 9}), desk.day - 1)
    assert offered(desk) == "second"


def test_a_declined_lesson_is_not_offered_again_today(desk):
    desk.journal.record(declined("first"), desk.day - 1)
    assert offered(desk) == "first"
    desk.journal.record(declined("first"), desk.day)
    assert offered(desk) is None


def test_without_room_for_new_cards_nothing_is_offered(desk):
    none_new = replace(desk, environment=replace(desk.environment, config=Config(new_per_day=0)))
    assert offers.offer(none_new) is None


@pytest.mark.parametrize(
    ("choice", "stays", "asked_again"), [("review", True, False), ("left", False, True), ("lesson", False, True)]
)
def test_what_follows_the_answer(desk, monkeypatch, choice, stays, asked_again):
    monkeypatch.setattr("tutor.ui.offer.run", lambda *_: (choice, "zh"))
    monkeypatch.setattr("tutor.ui.blessed_terminal.BlessedTerminal", lambda: None)
    monkeypatch.setattr(
        "tutor.cli.learn.take", lambda desk, lesson: desk.journal.record(stepped(lesson, 2, 5), desk.day)
    )
    found = offers.before_review(desk)
    assert (found is not None) is stays
    assert found is None or found.environment.language == "zh"
    assert (offered(desk) is not None) is asked_again


def test_a_finished_lesson_leads_on_to_the_review(desk, monkeypatch):
    monkeypatch.setattr("tutor.ui.offer.run", lambda *_: ("lesson", "en"))
    monkeypatch.setattr("tutor.ui.blessed_terminal.BlessedTerminal", lambda: None)
    finish = lambda desk, lesson: desk.journal.record(stepped(lesson, 5, 5, done=True), desk.day)  # noqa: E731
    monkeypatch.setattr("tutor.cli.learn.take", finish)
    assert offers.before_review(desk) is not None


def test_a_new_learner_is_welcomed_and_nobody_twice(desk, tmp_path, monkeypatch):
    assert not is_new(desk)
    with open_desk(replace(desk.environment, home=tmp_path / "other")) as fresh:
        assert is_new(fresh)
        from tutor.ui.welcome import Answer

        monkeypatch.setattr("tutor.ui.welcome.run", lambda *_: Answer("both", chosen=True, start=False))
        monkeypatch.setattr("tutor.ui.blessed_terminal.BlessedTerminal", lambda: None)
        greeted = offers.before_review(fresh)
        assert greeted.environment.language == "both"
        assert 'language = "both"' in (tmp_path / "other" / "config.toml").read_text("utf-8")
        assert not is_new(fresh)
