"""Files that are no packages, broken ones, hostile ones: a sentence, or whatever can be kept; nothing is written."""

from __future__ import annotations

import json
import sqlite3
import sys
import zipfile
from contextlib import closing
from dataclasses import replace

import pytest

from tests.exchange.anki.asking import KINDS, TODAY, answered, by_id, leaving, read, states
from tests.exchange.anki.damage import database, member, package, samples
from tests.exchange.mutate import fault_of, faults, unsaid, watched
from tests.questions import cards
from tutor.errors import TutorError
from tutor.exchange.anki import archive
from tutor.exchange.anki.package import write_apkg
from tutor.memory.fold import fold
from tutor.memory.state import Memory
from tutor.questions.model import Flash

EVENTS = tuple(answered(n, card.id, 9, 3, due=2) for n, card in enumerate(KINDS))
RUNS = 300


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """Return a small package of ours as bytes."""
    path = tmp_path_factory.mktemp("bad") / "ours.apkg"
    write_apkg(path, leaving(KINDS, fold(EVENTS), EVENTS))
    return path.read_bytes()


@pytest.fixture
def opened(ours, tmp_path):
    """Return what changes the collection of a package with SQL and reads it again."""

    def change(*statements):
        data = member(ours, "collection.anki2")
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(data)
            for statement in statements:
                connection.execute(*((statement,) if isinstance(statement, str) else statement))
            connection.commit()
            return read(packed(tmp_path, {"collection.anki2": connection.serialize()}))

    return change


def packed(folder, members):
    path = folder / "changed.apkg"
    with zipfile.ZipFile(path, "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
    return path


def refused(path):
    """Return why a package is refused; the sentence can be said, and nothing was written."""
    with watched() as written, pytest.raises(TutorError) as error:
        read(path)
    assert written == []
    assert unsaid(error.value) == ""
    assert error.value.facts["file"] == str(path)
    return error.value.key


def test_no_package_at_all(tmp_path):
    text = tmp_path / "notes.apkg"
    text.write_text("front\tback\n", encoding="utf-8")
    assert refused(text) == "anki.not_a_package"
    text.write_bytes(b"")
    assert refused(text) == "anki.not_a_package"
    assert refused(tmp_path) == "anki.unreadable"
    assert refused(tmp_path / "nowhere.apkg") == "anki.unreadable"


def test_a_download_that_broke_off(ours, tmp_path):
    path = tmp_path / "half.apkg"
    for size in (100, len(ours) // 2, len(ours) - 10):
        path.write_bytes(ours[:size])
        assert refused(path) == "anki.truncated"


def test_archives_without_a_collection(tmp_path):
    assert refused(packed(tmp_path, {"media": b"{}"})) == "anki.no_collection"
    assert refused(packed(tmp_path, {"../collection.anki2": b"x", "/collection.anki21": b"y"})) == "anki.no_collection"


def test_an_encrypted_archive(ours, tmp_path):
    """The flag of encryption is set in the archive's directory."""
    path, whole = tmp_path / "locked.apkg", bytearray(ours)
    whole[ours.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(whole))
    assert refused(path) == "anki.encrypted"


def test_bombs_are_measured_before_and_while_they_unfold(tmp_path, monkeypatch):
    from backports import zstd

    monkeypatch.setattr(archive, "MOST", 2**20)
    bomb = b"SQLite format 3\0" + bytes(2**21)
    with zipfile.ZipFile(tmp_path / "bomb.apkg", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("collection.anki2", bomb)
    assert refused(tmp_path / "bomb.apkg") == "anki.too_large"
    assert refused(packed(tmp_path, {"collection.anki21b": zstd.compress(bomb)})) == "anki.too_large"


def test_a_compressed_collection_that_is_none(tmp_path):
    from backports import zstd

    assert refused(packed(tmp_path, {"collection.anki21b": b"no zstd"})) == "anki.damaged"
    assert refused(packed(tmp_path, {"collection.anki21b": zstd.compress(b"no SQLite")})) == "anki.not_a_collection"


def test_without_zstd_a_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "backports.zstd", None)
    monkeypatch.setitem(sys.modules, "compression.zstd", None)
    assert refused(packed(tmp_path, {"collection.anki21b": b""})) == "anki.needs_zstd"


def test_a_database_that_is_no_collection(tmp_path):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE cards (id)")
        other = connection.serialize()
    assert refused(packed(tmp_path, {"collection.anki2": other})) == "anki.not_a_collection"


def test_views_are_not_read(opened):
    """A view that never ends stands where the notes were."""
    endless = "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id FROM n) SELECT id, '', 1, '', '' FROM n"
    with pytest.raises(TutorError, match="not_a_collection"):
        opened("DROP TABLE notes", f"CREATE VIEW notes (id, guid, mid, tags, flds) AS {endless}")


def test_a_damaged_database(ours, tmp_path):
    data = member(ours, "collection.anki2")
    assert refused(packed(tmp_path, {"collection.anki2": data[:8192]})) == "anki.damaged"
    assert refused(packed(tmp_path, {"collection.anki2": data[:4096] + bytes(len(data) - 4096)})) == "anki.damaged"


def test_a_schema_that_is_no_text(ours, tmp_path):
    """SQLite quotes what it cannot read, and the quotation is no text either."""
    data = member(ours, "collection.anki2").replace(b"CREATE TABLE revlog (id", b"CREATE TABL\xcf revlog (\xff\xfe")
    assert refused(packed(tmp_path, {"collection.anki2": data})) == "anki.damaged"


def test_a_collection_that_expects_a_log_beside_it_is_read(ours, tmp_path):
    """Copied while Anki was open: the header says that there is a write-ahead log."""
    data = member(ours, "collection.anki2")
    waiting = data[:18] + b"\2\2" + data[20:]
    assert len(by_id(read(packed(tmp_path, {"collection.anki2": waiting})))) == len(KINDS)


def test_insane_numbers_are_not_taken_over(opened):
    """A due day beyond every calendar, NaN in the memory, negative ids, reviews in the year 9000."""
    imported = opened(
        "UPDATE cards SET due = 1000000000000",
        """UPDATE cards SET data = '{"s": NaN, "d": 1e999, "lrt": -5}'""",
        "UPDATE revlog SET id = 221845392000000 + id WHERE ease = 3",
    )
    assert len(by_id(imported)) == len(KINDS)
    assert {one.reason for one in imported.left_out} == {"events"}
    assert not any(event.body.get("due") for event in imported.events)


def test_anything_may_stand_in_any_column(opened):
    """Text where numbers belong, blobs where text belongs, nothing at all."""
    for column in ("nid", "did", "ord", "type", "queue", "due", "ivl", "factor", "reps", "odue", "odid", "mod", "data"):
        for value in ("x", b"\xff\xfe", 2.5, -(2**63), 2**63 - 1, ""):
            assert opened((f"UPDATE cards SET {column} = ?", (value,))) is not None
    for column in ("guid", "mid", "tags", "flds"):
        for value in ("x", b"\xff\xfe", 2.5, -1, ""):
            assert opened((f"UPDATE notes SET {column} = ?", (value,))) is not None
    for column in ("crt", "conf", "models", "decks"):
        for value in ("x", b"\xff", -1, 10**15, "[1]", '{"1": 2}', '{"1": {"flds": 3, "tmpls": [4]}}', "[" * 10_000):
            assert opened((f"UPDATE col SET {column} = ?", (value,))) is not None


def test_three_buttons_of_the_first_scheduler_mean_what_they_meant(opened):
    """Then 2 was Good and 3 was Easy while a card was being learned; reviews had four buttons."""
    grades = [event.body["grade"] for event in opened().events if event.kind == "answered"]
    first = opened(("UPDATE col SET conf = ?", ("{}",)))
    assert set(grades) == {3}
    assert {event.body["grade"] for event in first.events if event.kind == "answered"} == {4}


def test_a_card_that_grows_without_end_is_left_out(opened):
    """Ten thousand times the same field on one side."""
    many = json.dumps(
        {
            "1": {
                "flds": [{"name": "A"}, {"name": "B"}],
                "tmpls": [{"ord": 0, "qfmt": "{{A}}" * 50_000, "afmt": "{{B}}"}],
            }
        }
    )
    imported = opened(("UPDATE col SET models = ?", (many,)), "UPDATE notes SET mid = 1")
    assert by_id(imported) == {}
    assert {one.reason: one.count for one in imported.left_out} == {"long": len(KINDS)}


def test_a_gap_that_hides_nothing_is_not_typed(opened):
    told = opened("UPDATE notes SET flds = 'x' || char(31) || 'a {{c1::}} b' || char(31), guid = id")
    (card,) = (card for card in by_id(told).values() if "".join(card.ask.en) == "a ⟦…⟧ b")
    assert isinstance(card.body, Flash)


def test_the_rest_is_kept_when_one_card_cannot_be_asked(opened):
    imported = opened(
        "UPDATE notes SET flds = substr(flds, 1, 5) || char(31) WHERE guid IN (SELECT guid FROM notes LIMIT 1)"
    )
    assert len(by_id(imported)) == len(KINDS) - 1
    assert sum(one.count for one in imported.left_out) == 1


def test_a_second_note_of_the_same_name_is_counted(opened):
    imported = opened("UPDATE notes SET guid = 'same'")
    assert len(by_id(imported)) == 1
    assert {one.reason: one.count for one in imported.left_out} == {"twice": len(KINDS) - 1}


def test_nobody_takes_the_name_of_our_cards(opened):
    """An id of ours on another note, or another first field: a card of its own."""
    imported = opened("UPDATE notes SET flds = 'c.other' || substr(flds, instr(flds, char(31)))")
    assert all(name.startswith("anki-") for name in by_id(imported))


def test_escape_codes_do_not_come_along(opened):
    hostile = "q \x1b[2J\x1b]0;title\x07 \u202e [bold]x[/]"
    imported = opened(("UPDATE notes SET flds = 'id' || char(31) || ? || char(31) || ?, guid = id", (hostile, hostile)))
    texts = ["".join(card.ask.zh) for card in by_id(imported).values()]
    assert texts
    assert all("\x1b" not in text and "\u202e" not in text for text in texts)


def test_a_card_moved_to_another_calendar_keeps_its_days(opened):
    """The collection began on a day of its own, in a time zone of its own."""
    before = states(opened())
    west = json.dumps({"schedVer": 2, "creationOffset": 480})
    after = states(opened(("UPDATE col SET crt = crt + 480 * 60, conf = ?", (west,))))
    assert before == after
    assert all(state.memory.due == TODAY - 7 for state in before.values() if isinstance(state.memory, Memory))


def test_damaged_packages(ours, made, monkeypatch):
    """Bytes flipped, cut, doubled, mixed; inside the archive and outside, old and new: nothing else than a sentence."""
    monkeypatch.setattr(archive, "MOST", 2**24)
    packages, _ = samples(made[0])
    assert faults(package, packages | {"ours.apkg": ours}, runs=RUNS) == []


def test_damaged_databases(ours, made):
    """The same inside, with the archive intact: every page of the database may lie."""
    _, inside = samples(made[0])
    assert faults(database, inside | {"ours": member(ours, "collection.anki2")}, runs=RUNS) == []


def test_whole_packages_are_used(ours, made):
    packages, inside = samples(made[0])
    assert all(package(data, name) for name, data in packages.items())
    assert all(database(data, name) for name, data in inside.items())
    assert package(ours, "ours.apkg")


def test_one_sided_notes_do_not_break_a_reader(tmp_path):
    """A card of ours without an answer leaves and comes back, or is counted."""
    empty = replace(cards.flash(), ask=cards.words("", ""))
    write_apkg(tmp_path / "x.apkg", leaving([empty, cards.cloze()]))
    assert fault_of(lambda: read(tmp_path / "x.apkg")) == ""
