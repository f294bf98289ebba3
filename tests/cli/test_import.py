"""`tutor import` as a person uses it: what comes in is told, coming again changes nothing, history stays."""

from __future__ import annotations

import io
import json
import os

import pytest

from tests.cli.importing import findings
from tests.exchange import samples
from tutor.text.words import say

TABLE = "question,answer,tags\nWhat is σ(0)?,½,sigmoid\nWhat is ReLU(−1)?,0,relu\n"


def says(key, language="en", **facts):
    return say(f"importing.{key}", language, **facts)


NOTHING_NEW = says("nothing_new")


@pytest.fixture
def files(tmp_path):
    """Write a file, unless it shall be missing, and return its path."""

    def write(name, text):
        path = tmp_path / name
        if text is not None:
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def snapshot(home):
    """Return every file of a home that is no cache and no backup, with its bytes."""
    names = ("library.sqlite3", "journal.sqlite3")
    kept = (path for path in sorted(home.rglob("*")) if path.is_file() and not path.name.startswith(names))
    return {str(path.relative_to(home)): path.read_bytes() for path in kept if "backups" not in path.parts}


def events(tutor):
    return tutor("export", "--json").json["events"]


def backups(home):
    return sorted(path.name for path in (home / "backups").glob("*-import.zip")) if (home / "backups").exists() else []


def test_a_table_comes_in_and_is_asked_first(tutor, files):
    path = files("basics.csv", TABLE)
    done = tutor("import", path)
    assert (done.code, done.err) == (0, "")
    assert done.out == "basics.csv (table)\n  Deck “basics” (csv-basics): 2 new.\n"
    tutor.lang = "zh"
    assert tutor("import", "--dry-run", path).out == (
        f"basics.csv（表格）\n  牌组「basics」（csv-basics）：不变 2 张。\n{says('nothing_new', 'zh')}\n"
    )
    listed = tutor("cards", "--json", "lesson:csv-basics").json["cards"]
    assert [card["ask"]["en"] for card in listed] == ["What is σ(0)?", "What is ReLU(−1)?"]
    assert "σ(0)" in tutor("--plain", "review", "--new", "1", "--lesson", "csv-basics", stdin="q\n").out


def test_the_same_file_again_changes_nothing_and_says_so(tutor, files):
    path = files("basics.csv", TABLE)
    tutor("import", path)
    before, made = snapshot(tutor.home), backups(tutor.home)
    done = tutor("import", path)
    assert done.out == (f"basics.csv (table)\n  Deck “basics” (csv-basics): 2 the same.\n{NOTHING_NEW}\n")
    assert snapshot(tutor.home) == before
    assert backups(tutor.home) == made


def test_a_new_version_of_a_file_keeps_the_history_of_its_cards(tutor, files):
    path = files("basics.csv", TABLE)
    tutor("import", path)
    tutor("--plain", "review", "--lesson", "csv-basics", stdin="\n3\n\n3\nq\n")
    known = {card["id"]: card["review_count"] for card in tutor("cards", "--json", "lesson:csv-basics").json["cards"]}
    assert set(known.values()) == {1}
    files("basics.csv", TABLE.replace("½", "one half").replace("What is ReLU(−1)?", "What is ReLU(1)?"))
    done = tutor("import", path)
    assert "Deck “basics” (csv-basics): 1 new, 1 updated, 1 gone (their history is kept)." in done.out
    assert str(tutor.home / "backups") in done.out
    now = {card["id"]: card["review_count"] for card in tutor("cards", "--json", "lesson:csv-basics").json["cards"]}
    assert sorted(now.values()) == [0, 1]
    files("basics.csv", TABLE)
    assert "1 new, 1 updated, 1 gone" in tutor("import", path).out
    back = {card["id"]: card["review_count"] for card in tutor("cards", "--json", "lesson:csv-basics").json["cards"]}
    assert back == known


def test_a_dry_run_changes_nothing(tutor, files):
    tutor("due")
    before = snapshot(tutor.home)
    done = tutor("import", "--dry-run", files("basics.csv", TABLE))
    assert done.out.endswith("2 new.\n" + says("would") + "\n")
    assert snapshot(tutor.home) == before
    assert not (tutor.home / "decks").exists()


def test_every_format_is_recognised_by_what_is_in_it(tutor, files):
    names = {
        "deck.md": (samples.HASHCARDS["activation.md"], "hashcards"),
        "deck.txt": (samples.HASCARD["syntax.txt"], "hascard"),
        "anki.txt": (samples.SEPARATED["anki.txt"], "csv"),
        "gbk.txt": (samples.SEPARATED["gbk.csv"], "csv"),
        "all.txt": (samples.WHOLE["all.json"], "json"),
    }
    done = tutor("import", "--json", "--dry-run", *(files(name, data) for name, (data, _) in names.items()))
    assert done.code == 0
    assert {one["file"]: one["format"] for one in done.json["files"]} == {
        name: kind for name, (_, kind) in names.items()
    }


def test_what_cannot_be_read_is_told_and_the_other_files_come_in(tutor, files, tmp_path):
    good = files("basics.csv", TABLE)
    bad = [
        files("x.png", b"\x89PNG\x00\x00\x01"),
        files("prose.txt", "Just prose.\nNothing else.\n"),
        str(tmp_path / "nowhere.csv"),
    ]
    done = tutor("import", bad[0], good, *bad[1:])
    assert done.code == 1
    assert "Deck “basics”" in done.out
    expected = zip(("binary", "unknown", "missing"), bad, strict=True)
    assert done.err.splitlines() == [says(key, file=file) for key, file in expected]
    told = tutor("import", "--json", *bad).json
    assert [one["rule"] for one in told["problems"]] == ["importing.binary", "importing.unknown", "importing.missing"]
    assert (told["files"], told["changed"]) == ([], False)


@pytest.mark.parametrize(
    ("name", "data", "ending"),
    [
        ("nowhere.csv", None, (4, "nowhere.csv")),
        ("", None, (1, "notes add")),
        ("x" * 300, None, (1, "x" * 300)),
        ("note.md", "# A note\n\nwith text\n", (1, "notes add")),
        ("journal.sqlite3", b"SQLite format 3\x00" + b"\x00" * 100, (1, "restore --merge")),
        ("x.apkg", b"no package", (1, "x.apkg")),
        ("other.json", '{"name": 1}', (1, "JSON")),
        ("empty.txt", "", (1, "empty.txt")),
    ],
)
def test_one_file_that_cannot_be_imported_ends_with_a_sentence(tutor, files, name, data, ending):
    code, word = ending
    done = tutor("import", files(name, data))
    assert (done.code, done.out) == (code, "")
    assert word in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tutor, files, tmp_path):
    path = files("basics.csv", TABLE)
    (tmp_path / "basics.csv").chmod(0)
    assert "basics.csv cannot be read" in tutor("import", path).err


def test_cards_can_be_put_into_one_deck(tutor, files):
    path = files("anki.txt", samples.SEPARATED["anki.txt"])
    done = tutor("import", "--deck", "我的卡片", path)
    assert "Deck “我的卡片” (csv-" in done.out
    assert len(list((tutor.home / "decks").iterdir())) == 1
    assert NOTHING_NEW in tutor("import", "--deck", "我的卡片", path).out
    done = tutor("import", path)
    assert "5 the same" in done.out
    assert NOTHING_NEW in done.out


def test_cards_of_the_course_are_left_to_it(tutor, files, tmp_path):
    out = str(tmp_path / "course.csv")
    assert tutor("export", "--csv", out).code == 0
    done = tutor("import", out)
    assert says("others", n=len(tutor("cards", "--json").json["cards"])) in done.out
    assert not (tutor.home / "decks").exists()


@pytest.mark.parametrize("name", ["all.csv", "all.tsv", "all.md", "all.json"])
def test_what_leaves_comes_back_as_it_was(tutor, files, tmp_path, name):
    """Cards that were imported keep their ids on the way through every format of ours."""
    names = ("table.csv", "anki.txt")
    tutor("import", files("basics.csv", TABLE), *(files(one, samples.SEPARATED[one]) for one in names))
    flag = {"csv": "--csv", "tsv": "--csv", "md": "--hashcards", "json": "--all"}[name.rpartition(".")[2]]
    out = str(tmp_path / name)
    assert tutor("export", flag, *([] if flag == "--all" else ["--part", "0"]), out).code == 0
    done = tutor("import", "--json", out).json
    (told,) = done["files"]
    assert sum(one["new"] for one in told["decks"]) == 0
    assert told["left_out"] == {}
    if flag != "--hashcards":  # there a choice becomes a question that is recalled
        assert not done["changed"]


def test_everything_comes_back_into_an_empty_home(tutor, files, tmp_path):
    tutor("import", files("basics.csv", TABLE))
    tutor("--plain", "review", "--lesson", "csv-basics", stdin="\n3\n\n1\nq\n")
    tutor("config", "new_per_day", "5")
    tutor("config", "easy_days", "sat=0.5")
    out = str(tmp_path / "all.json")
    tutor("export", "--all", out)
    before = tutor("export", "--json").json
    tutor.home = tmp_path / "other"
    done = tutor("import", out)
    assert "Deck “basics” (csv-basics): 2 new." in done.out
    assert says("events", new=len(before["events"]), known=0) in done.out
    assert says("settings", names="new_per_day, easy_days") in done.out
    after = tutor("export", "--json").json
    for name in ("settings", "decks", "cards", "events"):
        assert after[name] == before[name], name
    assert NOTHING_NEW in tutor("import", out).out
    assert tutor("doctor").code == 0


def test_settings_of_a_home_are_not_overwritten(tutor, tmp_path):
    tutor("config", "new_per_day", "5")
    out = str(tmp_path / "all.json")
    tutor("export", "--all", out)
    tutor("config", "new_per_day", "7")
    assert says("settings", names="new_per_day") not in tutor("import", out).out
    assert tutor("config", "--json").json["settings"] is not None
    assert "new_per_day = 7" in (tutor.home / "config.toml").read_text()


def test_settings_that_cannot_be_are_not_taken(tutor, files):
    wrong = {"new_per_day": 10**6, "language": "xx", "nonsense": 1, "easy_days": {"sat": 7}, "reviews_per_day": 30}
    path = files("all.json", json.dumps({"format": "tutor", "version": 1, "settings": wrong}))
    assert says("settings", names="reviews_per_day") in tutor("import", path).out
    assert (tutor.home / "config.toml").read_text() == "reviews_per_day = 30\n"


def test_events_that_came_before_are_counted_as_known(tutor, files, tmp_path):
    tutor("--plain", "review", stdin="\n3\n\n3\nq\n")
    out = str(tmp_path / "all.json")
    tutor("export", "--all", out)
    first = events(tutor)
    tutor("--plain", "review", stdin="\n3\nq\n")
    done = tutor("import", out)
    assert says("events", new=0, known=len(first)) in done.out
    assert NOTHING_NEW in done.out


def test_a_deck_that_is_called_like_a_lesson_gets_another_name(tutor, files):
    card = {
        "id": "my-1",
        "kind": "flash",
        "lesson": "first",
        "part": 0,
        "fact": "my-1",
        "body": {"answer": "a"},
        "ask": "q",
    }
    decks = [{"deck": "first", "title": "First", "source": "json", "cards": [card]}]
    path = files("all.json", json.dumps({"format": "tutor", "version": 1, "decks": decks}))
    assert "Deck “First” (deck-first): 1 new." in tutor("import", path).out
    assert [one["id"] for one in tutor("cards", "--json", "lesson:deck-first").json["cards"]] == ["my-1"]


def test_notes_are_in_everything_and_stay_files(tutor, files, tmp_path):
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "relu.md").write_text("# ReLU\n\n### Q: What is ReLU(−1)?\n\n0\n", "utf-8")
    assert tutor("notes", "add", str(folder)).code == 0
    whole = tutor("export", "--json").json
    assert [note["path"] for note in whole["notes"]] == [str(folder / "relu.md")]
    out = str(tmp_path / "all.json")
    tutor("export", "--all", out)
    tutor.home = tmp_path / "other"
    assert says("left_notes", count=1) in tutor("import", out).out


def test_a_backup_is_told_where_it_belongs(tutor, files, tmp_path):
    tutor("--plain", "review", stdin="\n3\nq\n")
    path = str(tmp_path / "mine.zip")
    assert tutor("backup", path).code == 0
    assert tutor("import", path).err == says("backup", file=path) + "\n"


def test_a_broken_file_of_everything_adds_nothing(tutor, files, tmp_path):
    tutor("--plain", "review", stdin="\n3\n\n3\nq\n")
    out = tmp_path / "all.json"
    tutor("export", "--all", str(out))
    tutor.home = tmp_path / "other"
    out.write_bytes(out.read_bytes()[:-30])
    done = tutor("import", str(out))
    assert done.code == 1
    assert done.err.startswith(says("broken_json", file=out, line=0).partition("0")[0][:40])
    assert events(tutor) == []


def test_decks_are_listed_and_removed_after_asking(tutor, files):
    assert tutor("import").out == says("none") + "\n"
    path = files("basics.csv", TABLE)
    tutor("import", path)
    tutor("--plain", "review", "--lesson", "csv-basics", stdin="\n3\nq\n")
    assert tutor("import").out.splitlines()[0] == says("listed", title="basics", deck="csv-basics", cards=2, started=1)
    (listed,) = tutor("import", "--json").json["decks"]
    assert listed == {"deck": "csv-basics", "title": "basics", "source": "csv", "cards": 2, "started": 1}
    assert tutor("import", "--remove", "csv-basic").code == 4
    refused = tutor("import", "--remove", "csv-basics", stdin="n\n")
    assert (refused.code, says("kept") in refused.out) == (1, True)
    assert len(tutor("import", "--json").json["decks"]) == 1
    assert tutor("import", "--remove", "csv-basics", "--json", "--yes").json["removed"] == "csv-basics"
    tutor("import", path)
    done = tutor("import", "--remove", "basics", stdin="y\n")
    assert (done.code, says("removed", title="basics") in done.out) == (0, True)
    assert tutor("import", "--json").json == {"decks": []}
    tutor("import", path)
    assert tutor("import").out.splitlines()[0] == says("listed", title="basics", deck="csv-basics", cards=2, started=1)


@pytest.mark.parametrize(
    "words",
    [("--remove", "x", "y.csv"), ("--remove", "x", "--dry-run"), ("--remove", "x", "--json")],
)
def test_what_does_not_go_together_is_said(tutor, words):
    assert tutor("import", *words).code == 2


def test_no_damage_breaks_the_command_or_its_home():
    assert findings(80, seed=7) == []


def test_standard_input_is_a_file_too(tutor, monkeypatch):
    monkeypatch.setattr("tests.cli.conftest.io.StringIO", lambda text: io.TextIOWrapper(io.BytesIO(text.encode())))
    assert "Deck “Basics” (csv-basics): 2 new." in tutor("import", "-", "--deck", "Basics", stdin=TABLE).out


def test_a_large_file_is_announced_on_a_terminal(in_terminal, tmp_path):
    path = tmp_path / "large.csv"
    path.write_text(
        "".join(f"What is number {number}?,It is {number} {'x' * 400}\n" for number in range(8000)), "utf-8"
    )
    child = in_terminal("import", "--dry-run", str(path))
    child.expect_exact(says("reading", file="large.csv", size="3.5 MB"))
    child.expect("large.csv .table")
    child.expect("8000 new")
    child.expect_exact(says("would"))
