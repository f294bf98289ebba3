"""The commands around a session: what they print, what they return, what bad input gets."""

import os
import subprocess
import sys

import pytest

from tutor.cli import due, paths, quick
from tutor.cli.clock import Clock, study_day
from tutor.text.width import width
from tutor.text.words import say


def test_version(tutor):
    done = tutor("--version", globals_=False)
    assert (done.code, done.out) == (0, "tutor 0.4.0\n")
    assert tutor("--version").out == "tutor 0.4.0\n"


def test_today_in_lines(tutor):
    done = tutor("--plain")
    assert done.code == 0
    assert done.out.splitlines()[0] == "Today 2026-11-20"
    assert "0 due · 6 new" in done.out
    assert "Part 1 Demo: mastery 0.00, 0 of 7 met" in done.out


def test_due_counts_what_a_session_would_hold(tutor):
    assert tutor("due", "--json").json == {"due": 0, "new": 6, "minutes": 2, "day": "2026-11-20"}
    tutor("--plain", "review", stdin="\n3\n" * 60)
    assert tutor("due", "--json").json["new"] == 0
    assert tutor("due").out == "nothing due today\n"


def test_due_is_the_same_by_the_quick_and_by_the_long_way(tutor):
    tutor("--plain", "review", stdin="\n3\n" * 3)
    quick = tutor("due", "--json").json
    (tutor.home / "config.toml").write_text("new_per_day = 8\n", "utf-8")
    assert tutor("due", "--json").json == quick
    (tutor.home / "config.toml").write_text("new_per_day = 2\n", "utf-8")
    assert tutor("due", "--json").json["new"] <= 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["due"], ("due", {}, [])),
        (["--lang", "zh", "due", "--json"], ("due", {"lang": "zh", "json": True}, [])),
        (["--home=/x", "due"], ("due", {"home": "/x"}, [])),
        (["review", "--plain", "--limit", "3", "--cram"], ("review", {"plain": True, "limit": 3, "cram": True}, [])),
        (["review", "--minutes=2.5"], ("review", {"minutes": 2.5}, [])),
        (["card", "a.b", "--json"], ("card", {"json": True}, ["a.b"])),
        (["due", "--help"], None),
        (["review", "--limit", "0"], None),
        (["review", "--limit", "x"], None),
        (["review", "--limit"], None),
        (["review", "--cram=1"], None),
        (["review", "now"], None),
        (["--limit", "3", "review"], None),
        (["card"], None),
        (["check"], None),
        ([], None),
        (["due", "due"], None),
    ],
)
def test_everyday_calls_are_understood_and_all_others_left_to_typer(words, found):
    assert quick.understood(words) == found


def test_the_quick_tables_are_those_of_the_commands():
    from tutor.cli.app import build

    for name, (values, flags, arguments) in quick.COMMANDS.items():
        (command,) = build(name).registered_commands
        import typer.main

        params = typer.main.get_command_from_info(command, pretty_exceptions_short=True, rich_markup_mode=None).params
        options = {p.opts[0]: p for p in params if p.opts[0].startswith("-") and p.opts[0] != "--help"}
        assert options.keys() == values.keys() | flags, name
        assert {o for o, p in options.items() if p.is_flag} == flags, name
        assert len([p for p in params if not p.opts[0].startswith("-")]) == arguments, name
        for option, (_, least) in values.items():
            assert (getattr(options[option].type, "min", None) or 0) == least, option


def test_cards_are_found_by_words_and_by_state(tutor):
    assert len(tutor("cards", "--json").json["cards"]) == 7
    assert [c["id"] for c in tutor("cards", "--json", "饱和").json["cards"]] == ["first.say-it"]
    assert len(tutor("cards", "--json", "new").json["cards"]) == 7
    tutor("suspend", "first.tail")
    assert [c["id"] for c in tutor("cards", "suspended", "--json").json["cards"]] == ["first.tail"]
    assert len(tutor("cards", "--json", "--lesson", "second").json["cards"]) == 3


def test_a_card_has_the_review_fields(tutor):
    assert tutor("card", "first.tail", "--json").json == {
        "id": "first.tail",
        "lesson": "first",
        "part": 1,
        "kind": "choice",
        "fact": "tail",
        "created": "2026-11-01",
        "last_reviewed": None,
        "next_review": None,
        "review_count": 0,
        "difficulty": "medium",
        "mastery_level": 0.0,
        "stability": None,
        "fsrs_difficulty": None,
        "retrievability": None,
        "lapses": 0,
        "suspended": False,
        "buried_until": None,
        "tags": ["slopes"],
        "related_outlines": ["second"],
        "ladder": None,
        "siblings": [],
        "mistakes": [],
        "history": [],
    }


@pytest.mark.parametrize("command", ["card", "suspend", "resume", "bury", "reset"])
def test_an_unknown_card_is_not_found_and_a_near_one_offered(tutor, command):
    done = tutor(command, "first.tial")
    assert done.code == 4
    assert done.err.count("first.tail") == 1
    assert done.out == ""


def test_suspended_and_buried_cards_stay_away(tutor):
    tutor("suspend", "first.peak")
    tutor("bury", "first.tail")
    out = tutor("--plain", "review", stdin="\n3\n" * 60).out
    assert "largest value" not in out
    assert "σ′(x) at x" not in out
    tutor.now = "2026-11-21T08:00+08:00"
    assert tutor("due", "--json").json["new"] == 1
    assert tutor("card", "first.tail", "--json").json["buried_until"] is None
    tutor("resume", "first.peak")
    assert tutor("due", "--json").json["new"] == 2


def test_undo_and_redo_work_across_processes(tutor):
    tutor("--plain", "review", "--limit", "1", stdin="\n3\n")
    (card,) = [c["id"] for c in tutor("cards", "--json").json["cards"] if c["review_count"]]
    assert tutor("undo").out == f"taken back: an answer ({card})\n"
    assert tutor("card", card, "--json").json["review_count"] == 0
    assert tutor("undo").out == "nothing left to undo\n"
    assert tutor("redo").out == f"back again: an answer ({card})\n"
    assert tutor("card", card, "--json").json["review_count"] == 1
    assert tutor("redo").out == "nothing left to redo\n"


def test_reset_makes_a_card_new_and_can_be_undone(tutor):
    tutor("--plain", "review", "--limit", "1", stdin="\n3\n")
    (card,) = [c["id"] for c in tutor("cards", "--json").json["cards"] if c["review_count"]]
    tutor("reset", card)
    assert tutor("card", card, "--json").json["next_review"] is None
    tutor("undo")
    assert tutor("card", card, "--json").json["review_count"] == 1


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["revieww"], "revieww"),
        (["review", "--limit", "x"], "--limit"),
        (["review", "--limit", "0"], "--limit"),
        (["review", "--limti", "3"], "--limit"),
        (["review", "--limit"], "--limit"),
        (["card"], "ID"),
        (["due", "now"], "now"),
        (["--home"], "--home"),
    ],
)
def test_bad_usage_is_said_in_both_languages(tutor, words, part):
    for lang in ("zh", "en"):
        tutor.lang = lang
        done = tutor(*words)
        assert done.code == 2
        assert part in done.err
        assert done.out == ""


def test_global_options_may_stand_behind_the_command(tutor):
    done = tutor(
        "review",
        "--plain",
        "--home",
        str(tutor.home),
        "--lang=zh",
        "--content",
        str(tutor.content),
        stdin="\n3\nq\n",
        globals_=False,
    )
    assert done.code == 0
    assert "问题：" in done.out
    assert len([c for c in tutor("cards", "--json").json["cards"] if c["review_count"]]) == 1


def test_behind_two_dashes_nothing_is_an_option():
    from tutor.cli.app import hoisted

    assert hoisted(["calc", "--", "--plain"]) == ["calc", "--", "--plain"]
    assert hoisted(["calc", "-1", "--lang", "zh"]) == ["--lang", "zh", "calc", "-1"]


def test_today_as_json(tutor):
    shown = tutor("--json").json
    assert (shown["day"], shown["due"], shown["new"]) == ("2026-11-20", 0, 6)
    assert len(shown["studied"]) == 30


def test_a_renamed_card_keeps_its_history(tutor, tmp_path):
    import shutil

    tutor("--plain", "review", "--lesson", "second", "--limit", "3", stdin="\n3\n\n" * 9)
    course = tmp_path / "course"
    shutil.copytree(tutor.content, course)
    lesson = course / "1-demo" / "second.yaml"
    lesson.write_text(
        lesson.read_text("utf-8").replace("- id: second.plain", "- id: second.kink\n    was: [second.plain]"), "utf-8"
    )
    tutor.content = course
    assert tutor("card", "second.kink", "--json").json["review_count"] == 1
    assert tutor("card", "second.plain", "--json").json["id"] == "second.kink"
    assert tutor("doctor").code == 0


def test_the_doctor_names_lines_of_decks_that_cannot_be_read(tutor):
    tutor("due")
    decks = tutor.home / "decks"
    decks.mkdir()
    (decks / "mine.jsonl").write_text('{"deck": "mine", "title": "T", "source": "csv"}\n{\n', encoding="utf-8")
    done = tutor("doctor")
    assert done.code == 1
    assert "Line 2 of the imported deck mine" in done.out
    assert [(one["deck"], one["line"]) for one in tutor("doctor", "--json").json["decks"]] == [("mine", 2)]
    assert say("doctor.agree", "en") in tutor("doctor").out
    assert say("doctor.healthy", "en") not in tutor("doctor").out
    assert say("reason.no_json", "en") in tutor("doctor").out


def test_a_broken_file_costs_its_cards_only(tutor, tmp_path):
    import shutil

    course = tmp_path / "course"
    shutil.copytree(tutor.content, course)
    (course / "1-demo" / "second.yaml").write_text("lesson: second\ncards: [", "utf-8")
    tutor.content = course
    assert tutor("due", "--json").json["new"] == 3
    assert tutor("check", str(course)).code == 1
    assert "1-demo/second.yaml" in {p["file"] for p in tutor("check", str(course), "--json").json["problems"]}


def test_a_damaged_journal_is_refused_and_left_as_it_is(tutor):
    tutor("--plain", "review", "--limit", "1", stdin="\n3\n")
    journal = tutor.home / "journal.sqlite3"
    junk = b"not a database at all" * 500
    journal.write_bytes(junk)
    for words in (["review", "--plain"], ["due"], ["doctor"], ["undo"]):
        done = tutor(*words)
        assert done.code == 1
        assert "journal" in done.err + done.out
    assert journal.read_bytes() == junk


def test_doctor_says_what_to_do_about_a_damaged_journal(tutor):
    tutor("--plain", "review", "--limit", "1", stdin="\n3\n")
    (tutor.home / "journal.sqlite3").write_bytes(b"junk" * 5000)
    done = tutor("doctor")
    assert done.code == 1
    assert "tutor restore lists the backups" in done.out


def test_a_newer_journal_is_refused_by_every_command(tutor):
    import sqlite3

    tutor("--plain", "review", "--limit", "1", stdin="\n3\n")
    connection = sqlite3.connect(tutor.home / "journal.sqlite3")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for words in (["due"], ["review", "--plain"], ["doctor"], ["card", "first.peak"], []):
        done = tutor(*words)
        assert done.code == 1, words
        assert "newer" in done.err


def test_the_quick_way_knows_the_version_of_the_journal():
    from tutor.store.schema import MIGRATIONS

    assert len(MIGRATIONS) == due.JOURNAL_VERSION


@pytest.mark.parametrize("words", [["--part", "9"], ["--tag", "mths"], ["--lesson", "frist"]])
def test_what_does_not_exist_is_said_before_a_session_starts(tutor, words):
    done = tutor("review", "--plain", *words)
    assert done.code == 4
    assert done.err
    assert done.out == ""


def test_a_near_tag_is_offered(tutor):
    assert "myths" in tutor("review", "--plain", "--tag", "mths").err


def test_cards_show_drawn_values_and_no_braces(tutor):
    out = tutor("cards").out
    assert "σ′(x) at x = " in out
    assert "{" not in out


@pytest.mark.parametrize(
    ("deeds", "said"),
    [
        (["suspend", "suspend"], "already"),
        (["bury", "bury"], "already"),
        (["resume"], "neither"),
        (["reset"], "new card anyway"),
    ],
)
def test_what_is_so_already_is_said_and_not_recorded(tutor, deeds, said):
    for deed in deeds:
        done = tutor(deed, "first.tail")
    assert said in done.out
    assert done.code == 0
    undone = tutor("undo").out
    assert ("nothing left" in undone) == (len(deeds) == 1)


def test_a_home_whose_folder_does_not_exist_is_a_typo(tutor, tmp_path):
    tutor.home = tmp_path / "typo" / "home"
    done = tutor("due")
    assert done.code == 1
    assert "typo" in done.err
    assert not (tmp_path / "typo").exists()


def test_today_tells_that_the_course_has_problems(tutor, tmp_path):
    import shutil

    course = tmp_path / "course"
    shutil.copytree(tutor.content, course)
    lesson = course / "1-demo" / "second.yaml"
    lesson.write_text(
        lesson.read_text("utf-8").replace('title: {zh: "第二课：流言", en: "Lesson two: myths"}', "titel: 7"), "utf-8"
    )
    tutor.content = course
    done = tutor("--plain")
    assert "tutor check" in done.err
    assert "[second]" in tutor("review", "--plain", "--lesson", "second", stdin="q\n").out


def test_words_too_many_are_named(tutor):
    for lang in ("zh", "en"):
        tutor.lang = lang
        done = tutor("due", "now", "please")
        assert done.code == 2
        assert "now please" in done.err
        assert "unexpected" not in done.err


def test_a_bad_language_is_refused(tutor):
    tutor.lang = "fr"
    done = tutor("due")
    assert done.code == 2
    assert "fr" in done.err


def test_writing_under_a_pretended_clock_needs_a_home(tutor, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "real"))
    done = tutor("--plain", "review", globals_=False)
    assert done.code == 2
    assert "TUTOR_NOW" in done.err
    assert not (tmp_path / "real").exists()


def test_a_bad_clock_is_refused(tutor):
    tutor.now = "yesterday"
    assert tutor("due").code == 2


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("retention = 0.5", "0.7"),
        ("retention = true", "0.7"),
        ("new_per_day = 1.5", "200"),
        ("colour = 1", "colour"),
        ("language = 'fr'", "zh"),
        ("fuzz = 1", "true"),
        ("retention", "config.toml"),
        ("reviews_per_day = 0", "2000"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_range(tutor, text, part):
    tutor.home.mkdir()
    (tutor.home / "config.toml").write_text(text, "utf-8")
    done = tutor("due")
    assert done.code == 1
    assert part in done.err


def test_a_setting_is_used(tutor):
    tutor.home.mkdir()
    (tutor.home / "config.toml").write_text("new_per_day = 3\nlanguage = 'zh'\nretention = 0.85\n", "utf-8")
    assert tutor("due", "--json").json["new"] == 3


def test_a_home_that_is_a_file_is_said(tutor):
    tutor.home.write_text("x", "utf-8")
    done = tutor("--plain", "review")
    assert done.code == 1
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_a_missing_course_is_said(tutor, tmp_path):
    tutor.content = tmp_path / "nowhere"
    done = tutor("--plain", "review")
    assert done.code == 4
    assert "nowhere" in done.err


def test_help_lists_every_command_in_both_languages(tutor, monkeypatch):
    for lang in ("zh", "en"):
        monkeypatch.setenv("TUTOR_LANG", lang)
        monkeypatch.setattr("sys.argv", ["tutor", "--help"])
        done = tutor("--help", globals_=False)
        assert done.code == 0
        for command in (
            "review",
            "due",
            "cards",
            "card",
            "undo",
            "redo",
            "suspend",
            "resume",
            "bury",
            "reset",
            "check",
            "doctor",
        ):
            assert command in done.out


EVERY_HELP = """
from tutor.cli.app import COMMANDS
from tutor.cli.main import run

for words in ([], *([name] for name in COMMANDS), *(["notes", name] for name in ("add", "remove", "sync", "related"))):
    run([*words, "--help"])
"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_help_fits_80_columns_and_nothing_in_it_is_cut(lang):
    environment = {**os.environ, "TUTOR_LANG": lang, "COLUMNS": "80"}
    told = subprocess.run(
        [sys.executable, "-c", EVERY_HELP], check=True, env=environment, capture_output=True, encoding="utf-8"
    )
    rows = told.stdout.splitlines()
    assert len(rows) > 300
    assert [row for row in rows if width(row) > 80] == []
    assert [row for row in rows if row.endswith("...") and not row.startswith("Usage:")] == []
    english = [
        row for row in rows if row.startswith(("Usage", "Options", "Commands", "Arguments")) or "Show this" in row
    ]
    assert bool(english) is (lang == "en")


def test_homes(tmp_path):
    from platformdirs import user_data_dir

    if sys.platform.startswith("linux"):
        assert paths.home_directory(None, os.environ) == user_data_dir(paths.APPLICATION, appauthor=False)
    assert paths.home_directory("/x", {"TUTOR_HOME": "/y"}) == "/x"
    assert paths.home_directory(None, {"TUTOR_HOME": "/y"}) == "/y"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20T03:59:59+08:00", "2026-11-19"),
        ("2026-11-20T04:00+08:00", "2026-11-20"),
        ("2026-11-20T23:59+08:00", "2026-11-20"),
        ("2026-11-21T03:59-11:00", "2026-11-20"),
    ],
)
def test_a_study_day_begins_at_four(text, day):
    from datetime import date, datetime

    assert date.fromordinal(study_day(datetime.fromisoformat(text))).isoformat() == day
    assert date.fromordinal(Clock.from_text(text).day()).isoformat() == day


def test_daylight_saving_moves_no_study_day():
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    berlin = ZoneInfo("Europe/Berlin")
    for hour, expected in ((1, "2026-03-28"), (3, "2026-03-28"), (4, "2026-03-29")):
        moment = datetime(2026, 3, 29, hour, 30, tzinfo=berlin)
        assert date.fromordinal(study_day(moment)).isoformat() == expected


def loaded(*words, home):
    """Return the names of the modules a command leaves loaded, in a process of its own."""
    code = "import sys; from tutor.cli.main import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    env = {**os.environ, "TUTOR_HOME": str(home), "TUTOR_LANG": "en"}
    done = subprocess.run(
        [sys.executable, "-c", code, *words], input="q\n", capture_output=True, text=True, env=env, check=True
    )
    return set(done.stderr.splitlines()[-1].split())


def test_due_loads_next_to_nothing(tutor):
    tutor("due")
    names = loaded("--content", str(tutor.content), "due", home=tutor.home)
    assert names.isdisjoint(
        {"typer", "rich", "numpy", "yaml", "dataclasses", "typing", "json", "platformdirs", "wcwidth"}
    )


def test_a_home_without_notes_or_decks_loads_nothing_that_reads_them(tutor):
    tutor("due")
    names = loaded("--content", str(tutor.content), "card", "first.peak", "--json", home=tutor.home)
    assert "tutor.store.decks" in names
    assert names.isdisjoint({"tutor.store.notes", "tutor.syllabus.deck", "tutor.syllabus.model", "zipfile"})
    assert not {name for name in names if name.startswith("tutor.exchange")}


def test_a_card_and_the_version_load_neither_rich_nor_numpy_nor_yaml(tutor):
    tutor("due")
    heavy = {"rich", "numpy", "yaml", "plotext", "blessed"}
    assert loaded("--content", str(tutor.content), "card", "first.tail", "--json", home=tutor.home).isdisjoint(heavy)
    assert loaded("--version", home=tutor.home).isdisjoint(heavy | {"typer"})


def test_a_plain_review_without_numbers_loads_neither_rich_nor_numpy_nor_yaml(tutor):
    tutor("due")
    names = loaded("--content", str(tutor.content), "--plain", "review", "--lesson", "second", home=tutor.home)
    assert names.isdisjoint({"rich", "numpy", "yaml", "plotext", "blessed"})
