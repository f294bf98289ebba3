"""Columns kept beside a large journal: the same answers, whatever becomes of the file."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from tests.store.homes import TODAY, answer, opened
from tutor.store import answer_columns, answers


@pytest.fixture
def journal(tmp_path, monkeypatch):
    monkeypatch.setattr(answer_columns, "LARGE", 3)
    monkeypatch.setattr(answers, "AT_ONCE", 3)
    with opened(tmp_path) as one:
        for day in range(8):
            one.record(answer(grade=1 + day % 4, due=TODAY + day + 2, ms=1000 * day), TODAY + day)
        yield one


def read(journal):
    found = answers.read(journal.connection)
    return {one.name: np.asarray(getattr(found, one.name)).tolist() for one in fields(found)}


def kept(tmp_path):
    """Return where the columns are, beside the journal."""
    (journal,) = tmp_path.rglob("*.sqlite3")
    return journal.with_name(answer_columns.NAME)


def test_what_is_kept_is_what_was_read(journal, tmp_path):
    first = read(journal)
    assert kept(tmp_path).exists()
    assert repr(read(journal)) == repr(first)


def test_kept_columns_are_not_read_again(journal, monkeypatch):
    read(journal)
    asked = []
    real = answers._joined
    monkeypatch.setattr(
        answers, "_joined", lambda path, after, until: asked.append((after, until)) or real(path, after, until)
    )
    journal.record(answer(grade=3, due=TODAY + 30), TODAY + 20)
    assert read(journal)["day"][-1] == TODAY + 20
    assert asked == [(8, 9)]


def test_an_answer_taken_back_later_is_gone(journal):
    before = len(read(journal)["day"])
    journal.undo(TODAY + 8)
    assert len(read(journal)["day"]) == before - 1


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"no columns"), lambda path: path.write_bytes(b"")])
def test_a_damaged_file_is_read_anew(journal, tmp_path, damage):
    first = read(journal)
    damage(kept(tmp_path))
    assert repr(read(journal)) == repr(first)


def test_the_columns_of_another_journal_are_not_taken(journal, tmp_path):
    read(journal)
    with np.load(kept(tmp_path)) as found:
        columns = found["columns"]
    with kept(tmp_path).open("wb") as file:
        np.savez(file, version=answers.VERSION, seq=8, id="another", columns=columns + 1)
    assert read(journal)["day"] == [TODAY + day for day in range(8)]


def test_a_small_journal_keeps_nothing(tmp_path):
    with opened(tmp_path) as one:
        one.record(answer(grade=3, due=TODAY + 2), TODAY)
        read(one)
    assert not kept(tmp_path).exists()
