"""The watch over readers of damaged files: it must notice what it is there for."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from contextlib import closing
from random import Random

import pytest

from tests.exchange import mutate
from tests.exchange.mutate import damaged, damages, fault_of, faults
from tutor.errors import TutorError

FILES = {"a.md": "Q: 激活函数？\nA: 一个非线性函数。\n".encode() * 20, "b.txt": b"one\ttwo\n" * 30}


def zipped(**members):
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return found.getvalue()


def test_the_same_seed_gives_the_same_damage_and_nearly_every_run_another():
    first, again = (list(damages(FILES, 200)) for _ in range(2))
    assert first == again
    assert len({data for _, _, data in first}) > 150
    assert {name for _, name, _ in first} == set(FILES)


@pytest.mark.parametrize("damage", mutate.DAMAGES, ids=lambda damage: damage.__name__)
def test_any_damage_can_be_done_to_any_bytes(damage):
    for data in (b"", b"x", FILES["a.md"], bytes(range(256)), zipped(one="1" * 500, two="2")):
        assert any(damage(data, Random(seed), list(FILES.values())) != data for seed in range(40)) or data in {
            b"",
            b"x",
        }


def test_members_of_an_archive_are_damaged_so_that_it_still_opens():
    whole = zipped(one="1" * 500, two="2" * 500)
    opened = 0
    for seed in range(60):
        hurt = mutate.archived(whole, Random(seed), [])
        with zipfile.ZipFile(io.BytesIO(hurt)) as archive:
            assert archive.testzip() is None
            opened += [archive.read(name) for name in archive.namelist()] != [b"1" * 500, b"2" * 500]
    assert opened > 20


def test_a_reader_that_raises_hangs_or_writes_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(mutate, "PATIENCE", 0.05)

    def hang():
        while True:
            try:
                pass
            except Exception:  # noqa: BLE001 - what a careless reader does
                continue

    def connect(path):
        with closing(sqlite3.connect(path)):
            pass

    assert "ZeroDivisionError" in fault_of(lambda: 1 / 0)
    assert "cannot be said" in fault_of(lambda: (_ for _ in ()).throw(TutorError("no.such_sentence")))
    assert "0.05 s" in fault_of(hang)
    assert "x.txt" in fault_of(lambda: (tmp_path / "x.txt").write_text("x"))
    assert "y" in fault_of((tmp_path / "y").mkdir)
    assert "z.db" in fault_of(lambda: connect(tmp_path / "z.db"))
    assert fault_of(lambda: connect(tmp_path / "z.db"), tmp_path) == ""
    assert fault_of(lambda: connect(":memory:")) == ""
    assert fault_of((tmp_path / "x.txt").read_text) == ""
    assert "outside" in fault_of((tmp_path / "in" / ".." / "outside").touch, tmp_path / "in")


def test_damage_reaches_the_reader_and_its_faults_are_numbered():
    def fragile(data, name):
        data.decode()

    found = faults(fragile, FILES, runs=100)
    assert found
    assert all("UnicodeDecodeError" in fault and fault.startswith("run ") for fault in found)
    assert len(found) < 100
    assert damaged(b"", Random(1)) is not None
