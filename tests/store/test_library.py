"""The compiled library: what it gives back, what it reads again, and what survives damage."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys

import pytest

from tests.store.stock import FILES
from tests.syllabus.courses import FRAME, flash, lesson, rules, write
from tutor.errors import NotFoundError, TutorError
from tutor.store.library import Library
from tutor.syllabus.load import load
from tutor.text import Text


@pytest.fixture
def content(tmp_path):
    return write(tmp_path / "content", FILES)


@pytest.fixture
def library(content, tmp_path):
    library = Library.open(tmp_path / "home" / "library.sqlite3", content, "core")
    library.refresh()
    yield library
    library.close()


def again(library, fingerprint="core", content=None):
    library.close()
    return Library.open(library.path, content or library.content_root, fingerprint)


def reads(monkeypatch, library):
    """Return the files that a refresh reads, as a list that grows."""
    from tutor.store import rows

    seen = []
    real = rows.read_file
    monkeypatch.setattr(rows, "read_file", lambda root, file: seen.append(file.path) or real(root, file))
    return seen


def test_the_problems_are_those_of_a_whole_load(library, content):
    assert rules(library.refresh()) == rules(load(content).problems)
    assert rules(library.refresh()) == [
        "2-two/head.yaml:9:10 card-unknown",
        "2-two/head.yaml:11:13 card-unknown",
        "2-two/head.yaml:12:13 card-unknown",
    ]


def test_siblings_follow_each_other_across_files(library):
    rows = library.connection.execute("SELECT id, previous FROM cards ORDER BY position").fetchall()
    assert rows == [("intro.a", None), ("intro.b", None), ("head.a", "intro.a"), ("head.m", None), ("tail.a", "head.a")]


def test_only_what_changed_is_read(library, content, monkeypatch):
    seen = reads(monkeypatch, library)
    library.refresh()
    assert seen == []
    write(content, {"2-two/tail.yaml": lesson("tail", flash("tail.a", "f"), flash("tail.b", "f"))})
    library.refresh()
    assert seen == ["2-two/tail.yaml"]
    assert library.card("tail.b").fact == "f"


def test_a_change_of_time_alone_is_a_change(library, content, monkeypatch):
    seen = reads(monkeypatch, library)
    os.utime(content / "course.yaml", ns=(1, 1))
    library.refresh()
    assert seen == ["course.yaml"]


def test_a_file_that_goes_takes_its_cards_along(library, content):
    (content / "2-two/head.yaml").unlink()
    problems = rules(library.refresh())
    assert problems == ["2-two/tail.yaml:3:9 lesson-unknown"]
    assert [row.id for row in library.search()] == ["intro.a", "intro.b", "tail.a"]
    assert library.renamed() == {}
    rows = library.connection.execute("SELECT id, previous FROM cards WHERE fact = 'f' ORDER BY position").fetchall()
    assert rows == [("intro.a", None), ("tail.a", "intro.a")]


def test_lessons_and_cards_move_when_needs_change(library, content):
    write(content, {"2-two/tail.yaml": lesson("tail", flash("tail.a", "f"), covers='"2.1"')})
    library.refresh()
    assert [row.id for row in library.search()] == ["intro.a", "intro.b", "tail.a", "head.a", "head.m"]
    rows = library.connection.execute("SELECT id, previous FROM cards WHERE fact = 'f' ORDER BY position").fetchall()
    assert rows == [("intro.a", None), ("tail.a", "intro.a"), ("head.a", "tail.a")]


def test_a_broken_file_and_its_repair(library, content):
    write(content, {"2-two/tail.yaml": "lesson: [", "mistakes.yaml": "mistakes: 3"})
    assert {"2-two/tail.yaml:2:1 yaml-syntax", "mistakes.yaml:1:11 shape-list"} <= set(rules(library.refresh()))
    assert [row.id for row in library.lessons()] == ["intro", "head"]
    assert library.mistakes() == ()
    write(content, FILES)
    library.refresh()
    assert [row.id for row in library.lessons()] == ["intro", "head", "tail"]
    assert len(library.mistakes()) == 2


def test_two_files_with_one_card_the_first_wins_and_the_second_comes_back(library, content):
    write(content, {"1-one/intro.yaml": lesson("intro", flash("tail.a", answer="first"))})
    assert "2-two/tail.yaml:6:10 id-twice" in rules(library.refresh())
    assert library.card("tail.a").lesson == "intro"
    assert library.lesson("tail").cards == ()
    write(content, {"1-one/intro.yaml": lesson("intro", flash("intro.a"))})
    library.refresh()
    assert library.card("tail.a").lesson == "tail"


def test_a_later_file_does_not_take_a_card(library, content):
    write(content, {"2-two/zzz.yaml": lesson("zzz", flash("intro.a"))})
    assert "2-two/zzz.yaml:6:10 id-twice" in rules(library.refresh())
    assert library.card("intro.a").lesson == "intro"
    (content / "1-one/intro.yaml").unlink()
    library.refresh()
    assert library.card("intro.a").lesson == "zzz"


def test_two_files_with_one_lesson(library, content):
    write(content, {"2-two/intro.yaml": lesson("intro", flash("other.a"))})
    assert "2-two/intro.yaml:1:9 id-twice" in rules(library.refresh())
    assert library.lesson("intro").part == 1
    assert library.search("other.a") == ()
    write(content, {"1-one/head.yaml": lesson("head", flash("head.z"))})
    library.refresh()
    assert [card.id for card in library.lesson("head").cards] == ["head.z"]
    (content / "1-one/head.yaml").unlink()
    library.refresh()
    assert [card.id for card in library.lesson("head").cards] == ["head.a", "head.m"]


def test_a_number_that_cannot_be_computed_costs_its_card(library, content):
    write(content, {"2-two/tail.yaml": lesson("tail", flash("tail.a", answer="{= sigmoid}"), flash("tail.b"))})
    assert "2-two/tail.yaml:6:10 expression-fails" in rules(library.refresh())
    assert [card.id for card in library.lesson("tail").cards] == ["tail.b"]


def test_another_core_or_folder_compiles_everything_anew(library, content, tmp_path, monkeypatch):
    seen = reads(monkeypatch, library)
    library = again(library)
    library.refresh()
    assert seen == []
    library = again(library, "another core")
    library.refresh()
    assert len(seen) == len(FILES)
    other = write(tmp_path / "other", {**FRAME, "1-one/intro.yaml": FILES["1-one/intro.yaml"]})
    library = again(library, "another core", other)
    library.refresh()
    assert [row.id for row in library.lessons()] == ["intro"]
    library.close()


@pytest.mark.parametrize("junk", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4000, b"x"])
def test_a_damaged_or_foreign_file_is_replaced(library, junk):
    library.close()
    library.path.write_bytes(junk)
    for suffix in ("-wal", "-shm"):
        library.path.with_name(library.path.name + suffix).unlink(missing_ok=True)
    library = Library.open(library.path, library.content_root, "core")
    library.refresh()
    assert library.card("head.a").id == "head.a"
    library.close()


def test_a_database_of_somebody_else_is_replaced(library):
    library.close()
    library.path.unlink()
    other = sqlite3.connect(library.path)
    other.execute("CREATE TABLE cards (id)")
    other.commit()
    other.close()
    library = Library.open(library.path, library.content_root, "core")
    library.refresh()
    assert library.card("head.a").id == "head.a"
    library.close()


def test_damage_that_shows_later_is_mended(library, tmp_path):
    journal = tmp_path / "journal.sqlite3"
    with sqlite3.connect(journal) as other:
        other.execute("CREATE TABLE events (seq INTEGER PRIMARY KEY)")
    library.attach(journal)
    library.connection.execute("DROP TABLE cards")
    assert library.card("head.a").id == "head.a"
    assert library.connection.execute("SELECT count(*) FROM journal.events").fetchone() == (0,)
    library.connection.execute("DROP TABLE problems")
    assert len(library.refresh()) == 3


def test_other_errors_are_not_mistaken_for_damage(library):
    with pytest.raises(sqlite3.OperationalError):
        library._rows("SELEKT")


def test_a_content_folder_that_is_not_there(library, tmp_path):
    library = again(library, content=tmp_path / "nowhere")
    with pytest.raises(NotFoundError) as error:
        library.refresh()
    assert error.value.key == "problem.no-content"
    library.close()


def test_an_empty_content_folder(tmp_path):
    (tmp_path / "content").mkdir()
    library = Library.open(tmp_path / "l.sqlite3", tmp_path / "content", "core")
    assert rules(library.refresh()) == ["course.yaml:1:1 course-missing"]
    assert rules(library.refresh()) == ["course.yaml:1:1 course-missing"]
    assert (library.parts(), library.name(), library.search()) == ((), Text("", ""), ())
    library.close()


def test_a_home_that_cannot_be_a_folder(tmp_path, content):
    (tmp_path / "file").write_text("")
    with pytest.raises(TutorError) as error:
        Library.open(tmp_path / "file" / "library.sqlite3", content, "core")
    assert error.value.key.startswith("store.")


def test_two_processes_compile_at_once(content, tmp_path):
    """Both succeed and the library is whole."""
    program = (
        "import sys; from pathlib import Path; from tutor.store.library import Library\n"
        "library = Library.open(Path(sys.argv[1]), Path(sys.argv[2]), 'core')\n"
        "library.refresh(); print(len(library.search()))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "l.sqlite3"), str(content)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate(timeout=60) for process in both] == [("5\n", "")] * 2


def test_reading_cards_loads_neither_yaml_nor_numpy(library):
    library.close()
    program = (
        "import sys; from pathlib import Path; from tutor.store.library import Library\n"
        "library = Library.open(Path(sys.argv[1]), Path(sys.argv[2]), 'core')\n"
        "library.refresh(); library.card('head.a'); library.lesson('head'); library.search('a')\n"
        "print(sorted({'yaml', 'numpy', 'rich', 'unicodedata2', 'typer'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(library.path), str(library.content_root)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_an_edited_word_loads_no_numpy(library):
    """The numbers of an unchanged expression are known from the last time."""
    path = library.content_root / "2-two/head.yaml"
    path.write_text(path.read_text().replace("Lesson head", "The head"))
    library.close()
    program = (
        "import sys; from pathlib import Path; from tutor.store.library import Library\n"
        "library = Library.open(Path(sys.argv[1]), Path(sys.argv[2]), 'core')\n"
        "library.refresh(); print(library.lesson('head').title.en, library.card('head.a').body.answer.en)\n"
        "print(sorted({'yaml', 'numpy'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(library.path), str(library.content_root)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("The head ('0.25',)\n['yaml']\n", "")


@pytest.mark.parametrize("table", ["files", "problems", "names"])
def test_a_table_that_is_gone_costs_one_compilation(library, content, table):
    library.connection.execute(f"DROP TABLE {table}")
    write(content, {"2-two/tail.yaml": lesson("tail", flash("tail.z"))})
    library.refresh()
    assert library.card("tail.z").lesson == "tail"


def test_a_library_that_cannot_be_written_is_said_so(library, content):
    library.connection.execute("PRAGMA query_only = 1")
    write(content, {"2-two/tail.yaml": lesson("tail")})
    with pytest.raises(TutorError) as error:
        library.refresh()
    assert error.value.key == "store.unwritable"
