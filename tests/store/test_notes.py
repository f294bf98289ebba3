"""The register of notes: names that stay through edits, moves and renames, and the source of the library."""

from __future__ import annotations

from hashlib import sha256

import pytest

from tutor.errors import TutorError
from tutor.questions.model import Card, Flash, Wording
from tutor.store.notes import Notes, Seen
from tutor.syllabus.deck import OWN, Deck
from tutor.syllabus.identity import Asked


def wording(text):
    return Wording((text,), (text,))


def seen(path, *questions, extra=""):
    asked = tuple(Asked("flash", ask, answer) for ask, answer in questions)
    digest = sha256(repr((questions, extra)).encode()).hexdigest()
    return Seen(path, len(repr(questions)), 1, digest, path.rpartition("/")[2], f"Title of {path}", asked)


def scan(notes, *files):
    """Read `files` as all there is now."""
    with notes.writing():
        here = {one.path for one in files}
        named = notes.recognise(files, notes.known().keys() - here)
        for one, name in zip(files, named, strict=True):
            cards = tuple(
                Card(card, name.note, OWN, card, Flash(wording(asked.answer)), ask=wording(asked.ask))
                for card, asked in zip(name.cards, one.questions, strict=True)
            )
            notes.keep(one, name, Deck(name.note, one.title, "note", cards), {"review_count": 0}, [])
    return named


@pytest.fixture
def notes(tmp_path):
    with Notes(tmp_path / "notes.sqlite3", "1") as notes:
        yield notes


A, B, C = ("What is a?", "It is a."), ("What is b?", "It is b."), ("What is c?", "It is c.")


def test_a_note_read_twice_keeps_its_names(notes):
    (first,) = scan(notes, seen("/n/a.md", A, B))
    assert first.is_new
    assert first.fresh == set(first.cards)
    assert len(set(first.cards)) == 2
    (again,) = scan(notes, seen("/n/a.md", A, B))
    assert (again.note, again.cards) == (first.note, first.cards)
    assert not again.is_new
    assert not again.fresh


def test_an_edited_question_keeps_its_card_and_a_new_one_gets_its_own(notes):
    (first,) = scan(notes, seen("/n/a.md", A, B))
    (edited,) = scan(notes, seen("/n/a.md", C, ("What is really a?", "It is a."), B))
    assert edited.cards[1:] == first.cards
    assert edited.fresh == {edited.cards[0]}


def test_a_question_that_comes_back_has_its_old_card(notes):
    (first,) = scan(notes, seen("/n/a.md", A, B))
    scan(notes, seen("/n/a.md", B))
    assert notes.cards(first.note) == (first.cards[1],)
    (back,) = scan(notes, seen("/n/a.md", B, A))
    assert back.cards == (first.cards[1], first.cards[0])


def test_a_note_that_was_moved_is_the_same_note(notes):
    (first,) = scan(notes, seen("/n/a.md", A, B))
    (moved,) = scan(notes, seen("/n/sub/other.md", A, B))
    assert (moved.note, moved.cards, moved.former) == (first.note, first.cards, "/n/a.md")
    assert list(notes.known()) == ["/n/sub/other.md"]


def test_a_note_that_was_moved_and_edited_is_known_by_its_questions(notes):
    (first,) = scan(notes, seen("/n/a.md", A, B))
    (moved,) = scan(notes, seen("/n/z.md", A, C, extra="edited"))
    assert moved.note == first.note
    assert moved.cards[0] == first.cards[0]


def test_another_note_is_not_taken_for_one_that_is_gone(notes):
    (first,) = scan(notes, seen("/n/a.md", A, B))
    (other,) = scan(notes, seen("/n/z.md", C))
    assert other.is_new
    assert other.note != first.note


def test_a_copy_is_a_note_of_its_own(notes):
    (first,) = scan(notes, seen("/n/a.md", A))
    one, copy = scan(notes, seen("/n/a.md", A), seen("/n/copy/a.md", A))
    assert one.cards == first.cards
    assert copy.note != one.note
    assert not set(copy.cards) & set(one.cards)


def test_a_question_moved_to_another_note_keeps_its_card(notes):
    one, two = scan(notes, seen("/n/a.md", A, B), seen("/n/b.md", C))
    after_one, after_two = scan(notes, seen("/n/a.md", A), seen("/n/b.md", C, B))
    assert after_one.cards == one.cards[:1]
    assert after_two.cards == (two.cards[0], one.cards[1])
    assert not after_two.fresh


def test_a_note_that_comes_back_later_is_known(notes):
    (first,) = scan(notes, seen("/n/a.md", A))
    scan(notes)
    assert notes.known() == {}
    assert notes.found() == ()
    (back,) = scan(notes, seen("/m/a.md", A))
    assert (back.note, back.is_new) == (first.note, False)


def test_a_new_file_at_the_path_of_a_note_that_moved_is_another_note(notes):
    (first,) = scan(notes, seen("/n/a.md", A, B))
    new, moved = scan(notes, seen("/n/a.md", A, B), seen("/n/z.md", C))
    assert new.note == first.note
    scan(notes, seen("/n/z.md", C))
    third, _ = scan(notes, seen("/n/q.md", A, B), seen("/n/z.md", C))
    assert third.note == first.note
    assert moved.note != first.note


def test_the_same_question_twice_in_one_note_is_two_cards(notes):
    (first,) = scan(notes, seen("/n/a.md", A, A))
    assert len(set(first.cards)) == 2
    (again,) = scan(notes, seen("/n/a.md", A, A))
    assert again.cards == first.cards


def test_the_first_front_matter_is_remembered(notes):
    (first,) = scan(notes, seen("/n/a.md", A))
    assert notes.known()["/n/a.md"].original == {"review_count": 0}
    assert notes.known()["/n/a.md"].note == first.note


def test_notes_of_another_reader_are_to_be_read_again(tmp_path):
    with Notes(tmp_path / "n", "1") as notes:
        scan(notes, seen("/n/a.md", A))
        assert notes.known()["/n/a.md"].changed == 1
    with Notes(tmp_path / "n", "2") as notes:
        assert notes.known()["/n/a.md"].changed == -1


def test_roots_are_added_once(notes):
    assert notes.add_root("/n")
    assert not notes.add_root("/n")
    assert notes.roots() == ("/n",)
    assert notes.remove_root("/n")
    assert not notes.remove_root("/n")


def test_the_library_finds_a_note_and_sees_when_it_changed(notes):
    scan(notes, seen("/n/a.md", A))
    (found,) = notes.found()
    assert found.path == "note:/n/a.md"
    file = notes.read(found)
    assert file.lesson is not None
    assert [source.card.id for source in file.cards] == list(notes.cards(file.lesson.id))
    scan(notes, seen("/n/a.md", A, B))
    assert notes.found() != (found,)


def test_a_failure_inside_keeps_nothing(notes):
    scan(notes, seen("/n/a.md", A))

    def fails():
        with notes.writing():
            notes.lose(["/n/a.md"])
            raise TutorError("store.full")

    with pytest.raises(TutorError):
        fails()
    assert list(notes.known()) == ["/n/a.md"]


def test_a_register_that_is_no_database_is_a_sentence(tmp_path):
    (tmp_path / "n").write_bytes(b"x" * 5000)
    with pytest.raises(TutorError):
        Notes(tmp_path / "n", "1")


@pytest.mark.parametrize("content", ["", "its own "])
def test_a_thousand_notes_of_one_name_that_ask_the_same_cost_as_much_as_any(notes, content):
    """The work, in statements of SQLite and their steps, grows with the notes and not with their square."""
    steps = []
    notes.connection.set_progress_handler(lambda: steps.append(1), 1000)
    costs = []
    for size in (100, 200, 400):
        files = [seen(f"/{size}/{one}/README.md", A, extra=f"{content and one}") for one in range(size)]
        before = len(steps)
        with notes.writing():
            named = notes.recognise(files, ())
            for one, name in zip(files, named, strict=True):
                notes.keep(one, name, Deck(name.note, one.title, "note", ()), {}, [])
        assert len({one.note for one in named}) == size
        costs.append((len(steps) - before) / size)
    assert costs[2] < 2 * costs[0]


def test_a_note_that_is_lost_gives_its_questions_to_others(notes):
    (first,) = scan(notes, seen("/n/a.md", A, B))
    (other,) = scan(notes, seen("/n/b.md", A, C, ("What is d?", "It is d."), ("What is e?", "It is e.")))
    assert other.note != first.note
    assert other.cards[0] == first.cards[0]


def test_stamps_say_of_each_note_what_is_known_of_it(notes):
    scan(notes, seen("/n/a.md", A), seen("/n/b.md", B))
    with notes.writing():
        (named,) = notes.recognise([seen("/n/a.md", A)], ())
        notes.keep(seen("/n/a.md", A), named, Deck(named.note, "A", "note", ()), {}, [["notes.file_gone", 3, []]])
    known = notes.known()
    assert {path: tuple(stamp) for path, stamp in notes.stamps().items()} == {
        "/n/a.md": (known["/n/a.md"].size, 1, [["notes.file_gone", 3, []]]),
        "/n/b.md": (known["/n/b.md"].size, 1, ()),
    }
    notes.reader = "2"
    assert {stamp.changed for stamp in notes.stamps().values()} == {-1}


def test_what_was_written_is_remembered_until_its_author_has_the_word(notes):
    (named,) = scan(notes, seen("/n/a.md", A))
    assert notes.known()["/n/a.md"].wrote is None
    notes.touch(named.note, 5, 6, "d", {"review_count": 3})
    known = notes.known()["/n/a.md"]
    assert (known.size, known.changed, known.wrote) == (5, 6, {"review_count": 3})
    scan(notes, seen("/n/a.md", A, B))
    assert notes.known()["/n/a.md"].wrote == {"review_count": 3}
    notes.touch(named.note, 5, 6, "d")
    assert notes.known()["/n/a.md"].wrote is None
