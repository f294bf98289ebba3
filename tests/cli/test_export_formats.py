"""`tutor export` in every format but the recap: what is written, what is said, what is refused."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest

from tutor.cli import export_file
from tutor.errors import TutorError
from tutor.text.words import say


@pytest.fixture
def learned(tutor):
    """Two cards answered, one of them taken back, in a small course."""
    tutor("--plain", "review", stdin="\n3\n\n3\n\n3\nq\n")
    tutor("undo")
    return tutor


def rows(text):
    return list(csv.reader(line for line in io.StringIO(text) if not line.startswith("#")))


def cards(tutor, *words):
    return [card["id"] for card in tutor("cards", "--json", *words).json["cards"]]


def test_a_table_of_all_cards_goes_to_standard_output(tutor):
    done = tutor("export", "--csv")
    assert (done.code, done.err) == (0, "")
    assert [row[0] for row in rows(done.out)] == cards(tutor)
    assert tutor("export", "--csv", "-").out == done.out


def test_the_suffix_tells_the_separator_and_the_file_is_told(tutor, tmp_path):
    for name, separator in (("a.csv", ","), ("a.tsv", "\t"), ("a.txt", "\t")):
        path = tmp_path / name
        done = tutor("export", "--csv", str(path))
        assert (done.code, done.out) == (0, "")
        assert done.err == say("exporting.saved_csv", "en", file=path, cards=len(cards(tutor)), answers=0) + "\n"
        assert separator in path.read_text("utf-8").splitlines()[3]
    tutor.lang = "zh"
    done = tutor("export", "--csv", "--force", str(path))
    assert done.err == say("exporting.saved_csv", "zh", file=path, cards=len(cards(tutor)), answers=0) + "\n"


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (("--lesson", "first"), "lesson:first"),
        (("--part", "1"), "part:1"),
        (("--tag", "slopes"), "tag:slopes"),
        (("--started",), "-new"),
    ],
)
def test_only_the_wished_for_cards_leave(learned, words, query):
    found = [row[0] for row in rows(learned("export", "--csv", *words).out)]
    assert found == cards(learned, query)
    assert found


@pytest.mark.parametrize(
    "words", [("--lesson", "frist"), ("--tag", "slope"), ("--part", "9"), ("--part", "0"), ("--started",)]
)
def test_where_no_card_fits_nothing_is_written(tutor, tmp_path, words):
    path = tmp_path / "a.csv"
    assert tutor("export", "--csv", *words, str(path)).code == 4
    assert not path.exists()


def test_a_deck_of_hashcards(tutor, tmp_path):
    path = tmp_path / "a.md"
    done = tutor("export", "--hashcards", str(path))
    assert done.code == 0
    text = path.read_text("utf-8")
    assert text.startswith('---\nname = "')
    assert all(f"<!-- id: {card} -->" in text for card in cards(tutor))


def test_the_review_log_holds_the_answers_that_stand(learned):
    head, *answers = csv.reader(io.StringIO(learned("export", "--revlog").out))
    assert head == ["id", "cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type", "card"]
    recorded = learned("export", "--json").json["events"]
    gone = {event["body"]["event"] for event in recorded if event["kind"] == "undone"}
    standing = [one for one in recorded if one["kind"] in {"answered", "practised"} and one["id"] not in gone]
    assert len(standing) == len([one for one in recorded if one["kind"] in {"answered", "practised"}]) - 1
    assert [(answer[-1], answer[3]) for answer in answers] == [
        (one["card"], str(one["body"]["grade"])) for one in standing
    ]


def test_a_package_for_anki_needs_a_file(learned, tmp_path):
    assert learned("export", "--anki").code == 2
    path = tmp_path / "a.apkg"
    done = learned("export", "--anki", str(path))
    assert done.code == 0
    answers = len(learned("export", "--revlog").out.splitlines()) - 1
    facts = {"file": path, "cards": len(cards(learned)), "answers": answers}
    assert done.err == say("exporting.saved_anki", "en", **facts) + "\n"
    with zipfile.ZipFile(path) as package:
        assert "collection.anki2" in package.namelist()
    assert say("importing.others", "en", n=len(cards(learned))) in learned("import", str(path)).out


def test_everything_is_one_json_object(learned, tmp_path):
    done = learned("export", "--json")
    whole = done.json
    assert (whole["format"], whole["version"]) == ("tutor", 1)
    assert [card["id"] for card in whole["cards"]] == cards(learned)
    started = {card["id"]: card for card in whole["cards"] if card["review_count"]}
    shown = learned("card", next(iter(started)), "--json").json
    assert {name: shown[name] for name in ("next_review", "stability", "mastery_level", "lapses")}.items() <= next(
        iter(started.values())
    ).items()
    assert [event["kind"] for event in whole["events"]].count("undone") == 1
    path = tmp_path / "all.json"
    told = learned("export", "--all", str(path)).err
    assert told == say("exporting.saved_all", "en", file=path, events=len(whole["events"])) + "\n"
    kept = {name: value for name, value in json.loads(path.read_text("utf-8")).items() if name != "exported"}
    assert kept == {name: value for name, value in whole.items() if name != "exported"}


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--csv", "--anki", "x"),
        ("--csv", "--recap", "first"),
        ("--all", "--csv"),
        ("--json", "--tag", "slopes"),
        ("--recap", "first", "--started"),
    ],
)
def test_what_does_not_go_together_is_said(tutor, words):
    done = tutor("export", *words)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("flag", ["--csv", "--hashcards", "--revlog", "--anki", "--all"])
def test_a_file_that_is_there_is_only_replaced_by_force(tutor, tmp_path, flag):
    path = tmp_path / "mine"
    path.write_text("mine", "utf-8")
    refused = tutor("export", flag, str(path))
    assert (refused.code, path.read_text("utf-8")) == (2, "mine")
    assert "--force" in refused.err
    assert tutor("export", flag, "--force", str(path)).code == 0
    assert path.read_bytes() != b"mine"
    assert [one.name for one in tmp_path.iterdir() if one.name != "home"] == ["mine"]


def test_what_cannot_be_written_is_said_and_nothing_is_left(tutor, tmp_path):
    for flag in ("--csv", "--hashcards", "--revlog", "--anki", "--all"):
        done = tutor("export", flag, str(tmp_path / "no" / "where"))
        assert (done.code, "where" in done.err) == (1, True), flag
    assert tutor("export", "--csv", str(tmp_path)).code == 2
    assert tutor("export", "--csv", str(tmp_path / ("x" * 300))).code == 1
    assert [one.name for one in tmp_path.iterdir() if one.name != "home"] == []


def test_a_file_stays_as_it_was_when_writing_breaks_off(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("mine", "utf-8")

    def pieces():
        yield "begun"
        raise TutorError("exporting.no_cards")

    with pytest.raises(TutorError):
        export_file.write(path, pieces())
    assert path.read_text("utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_many_pieces_are_written_in_few_blocks(tmp_path, capsys):
    pieces = [f"{number}\n" for number in range(300_000)]
    export_file.write(tmp_path / "a", pieces)
    assert (tmp_path / "a").read_text("utf-8") == "".join(pieces)
    export_file.write(None, pieces)
    assert capsys.readouterr().out == "".join(pieces)
