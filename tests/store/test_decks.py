"""Imported decks: written and read back, broken lines, and their place in the library."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.stock import DAY, FACTS, due, fresh, opened_world, seed
from tests.syllabus.courses import write
from tutor.errors import TutorError
from tutor.questions.model import Card, Flash, Wording
from tutor.store import decks, shelf
from tutor.store.decks import Decks
from tutor.store.library import Library
from tutor.store.progress import stepped
from tutor.syllabus.deck import OWN, Deck, deck_from_json, deck_to_json


def plain(text: str) -> Wording:
    return Wording((text,), (text,))


def card(name: str) -> Card:
    answer = Flash(plain(f"answer of {name}\nsecond line {{x}}"))
    return Card(name, "deck-mine", OWN, name, answer, ask=plain(f"ask {name}?"))


DECK = Deck("deck-mine", "我的卡组", "csv", (card("m-1"), card("m-2")), tags=("mine",), created="2026-01-02")


def test_a_deck_is_written_and_read_back(tmp_path):
    path = decks.write(tmp_path / "decks", DECK)
    assert path.name == "deck-mine.jsonl"
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3
    assert decks.read(path).deck == DECK
    assert decks.names(tmp_path / "decks") == ("deck-mine",)
    assert deck_from_json(deck_to_json(DECK)) == DECK


def test_writing_again_replaces_the_whole_deck_and_leaves_nothing_beside_it(tmp_path):
    decks.write(tmp_path, DECK)
    decks.write(tmp_path, replace(DECK, cards=(card("m-3"),)))
    assert [one.name for one in tmp_path.iterdir()] == ["deck-mine.jsonl"]
    found = decks.read(tmp_path / "deck-mine.jsonl").deck
    assert found is not None
    assert [one.id for one in found.cards] == ["m-3"]


def test_a_deck_can_be_removed_once(tmp_path):
    decks.write(tmp_path, DECK)
    assert decks.remove(tmp_path, "deck-mine")
    assert not decks.remove(tmp_path, "deck-mine")


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path):
    (tmp_path / "decks").write_text("")
    with pytest.raises(TutorError):
        decks.write(tmp_path / "decks", DECK)
    assert Decks(tmp_path / "decks").found() == ()


@pytest.mark.parametrize(
    "line", ["{", "[]", "7", '{"id": "m-9"}', '{"id": 3, "fact": "x", "kind": "flash"}', "", "\x00"]
)
def test_a_broken_line_takes_its_card_away_not_the_deck(tmp_path, line):
    path = decks.write(tmp_path, DECK)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], line, lines[2]]) + "\n", encoding="utf-8")
    found = decks.read(path)
    assert found.deck is not None
    assert [one.id for one in found.deck.cards] == ["m-2"]
    assert [one.line for one in found.damages] == [2]


@pytest.mark.parametrize("head", ["", "{", "[]", '{"deck": "x"}', "\x00\xff"])
def test_a_broken_head_is_told(tmp_path, head):
    (tmp_path / "x.jsonl").write_text(head, encoding="latin-1")
    found = decks.read(tmp_path / "x.jsonl")
    assert found.deck is None
    assert found.damages


@pytest.fixture
def world(tmp_path):
    decks.write(tmp_path / "decks", DECK)
    with opened_world(tmp_path, sources=(Decks(tmp_path / "decks"),)) as world:
        yield world


def test_own_cards_come_before_the_course_and_its_finished_lessons(world):
    assert fresh(world) == ["m-1", "m-2", "a.1", "a.3", "b.1", "c.2"]
    world.journal.record(stepped("b", 0, 3, done=True), DAY)
    assert fresh(world) == ["m-1", "m-2", "b.1", "a.1", "a.3", "c.2"]
    assert fresh(world, limit=1) == ["m-1"]


def test_own_cards_are_due_as_any(world):
    seed(world, "m-1", due=DAY)
    assert due(world) == (["m-1"], 1)
    assert world.waiting.counts(DAY, 60, 8) == (1, 5)


def test_own_lessons_are_no_lessons_of_the_course(world):
    library = world.library
    assert [row.id for row in library.own()] == ["deck-mine"]
    assert "deck-mine" not in {row.id for row in library.lessons()}
    assert "deck-mine" not in {one.id for one in library.taught()}
    assert library.all_parts()[0].number == OWN == shelf.OWN
    assert OWN not in {part.number for part in library.parts()}
    assert library.lesson("deck-mine").title.zh == "我的卡组"


def test_a_deck_that_changed_is_compiled_again_and_one_that_is_gone_is_forgotten(world, tmp_path):
    decks.write(tmp_path / "decks", replace(DECK, cards=(card("m-2"), card("m-7"))))
    world.library.update()
    assert fresh(world)[:2] == ["m-2", "m-7"]
    decks.remove(tmp_path / "decks", "deck-mine")
    world.library.update()
    assert fresh(world)[0] == "a.1"
    assert not world.library.has_own()


def test_a_broken_deck_is_no_problem_of_the_course(tmp_path):
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "x.jsonl").write_text("{")
    content = write(tmp_path / "content", FACTS)
    library = Library.open(tmp_path / "l.sqlite3", content, "core", (Decks(tmp_path / "decks"),))
    assert [(one.file, one.line, one.rule) for one in library.refresh()] == [("deck:x", 1, "deck-line")]
    assert not library.has_problems()
    library.close()
