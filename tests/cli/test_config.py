"""Settings: listed, explained, set, reset; the learner's file stays the learner's; each one does what it says."""

import json
import os
import stat
import tomllib

import pytest

from tutor.cli import config, due
from tutor.cli.config_file import changed, keep
from tutor.cli.config_value import understood
from tutor.errors import TutorError, UsageError


def settings(tutor):
    return {one["name"]: one for one in tutor("config", "--json").json["settings"]}


def own(tutor):
    return tomllib.loads((tutor.home / "config.toml").read_text("utf-8"))


def test_all_settings_are_listed_with_value_default_range_and_meaning(tutor):
    listed = settings(tutor)
    assert tuple(listed) == config.NAMES
    assert listed["retention"]["value"] == listed["retention"]["default"] == 0.9
    assert listed["retention"]["allowed"] == {"low": 0.70, "high": 0.97}
    assert listed["theme"]["allowed"] == {"choices": ["auto", "light", "dark", "none"]}
    assert all(one["about"]["zh"] and one["more"]["en"] for one in listed.values())
    told = tutor("config", "--plain").out
    assert "new_per_day = 8 (default 8; 0 to 200)\n  how many new cards a day, at most" in told
    assert "retention = 0.90 (default 0.90; 0.70 to 0.97)" in told


def test_one_setting_is_explained(tutor):
    told = tutor("config", "retention", "--plain").out
    assert "Due days already set stay" in told
    assert "new_per_day" not in told


def test_a_setting_is_set_and_reset(tutor):
    done = tutor("config", "new_per_day", "12")
    assert (done.code, done.out.splitlines()[0]) == (0, "new_per_day: 8 → 12")
    assert own(tutor) == {"new_per_day": 12}
    assert settings(tutor)["new_per_day"]["changed"]
    assert tutor("config", "new_per_day", "12").out.startswith("new_per_day is already 12.")
    assert tutor("config", "new_per_day", "--reset").out.startswith("new_per_day: 12 → 8")
    assert own(tutor) == {}


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("retention", "0.85", 0.85),
        ("retention", "95%", 0.95),
        ("retention", "９０％", 0.9),
        ("new_per_day", "１２", 12),
        ("rollover", "3:00", 3),
        ("fuzz", "off", False),
        ("fuzz", "开", True),
        ("language", "auto", ""),
        ("language", "ZH", "zh"),
        ("theme", "auto", "auto"),
        ("keys", "vim", "vim"),
        ("easy_days", "sun=0,sat=0.5", (("sat", 0.5), ("sun", 0.0))),
        ("easy_days", "sat sun", (("sat", 0.5), ("sun", 0.5))),
        ("easy_days", "周日＝０，星期六：0.25", (("sat", 0.25), ("sun", 0.0))),
        ("easy_days", "Saturday=20%", (("sat", 0.2),)),
        ("easy_days", "mon=1", ()),
        ("easy_days", "none", ()),
    ],
)
def test_a_value_is_understood_as_people_type_it(name, typed, value):
    assert understood(name, typed) == value


@pytest.mark.parametrize(
    ("name", "typed", "key"),
    [
        ("retention", "0.5", "config.wrong_range"),
        ("retention", "nan", "config.wrong_range"),
        ("retention", "-0.9", "config.wrong_range"),
        ("new_per_day", "8.5", "config.wrong_whole"),
        ("new_per_day", "201", "config.wrong_whole"),
        ("rollover", "24", "config.wrong_whole"),
        ("rollover", "９" * 5000, "config.wrong_whole"),
        ("theme", "drak", "config.wrong_choice"),
        ("fuzz", "maybe", "config.wrong_choice"),
        ("easy_days", "someday=0", "config.wrong_day"),
        ("easy_days", "sat=2", "config.wrong_share"),
        ("easy_days", "sat=", "config.wrong_share"),
    ],
)
def test_a_wrong_value_is_refused_with_what_would_do(name, typed, key):
    with pytest.raises(UsageError) as refused:
        understood(name, typed)
    assert refused.value.key == key


def test_refusals_are_sentences_with_the_range_or_a_near_name(tutor):
    done = tutor("config", "retention", "0.5")
    assert (done.code, done.err) == (2, "retention cannot be 0.5: it goes from 0.7 to 0.97\n")
    assert "dark" in tutor("config", "theme", "drak").err
    done = tutor("config", "retenton")
    assert done.code == 4
    assert "retention" in done.err
    assert tutor("config", "--reset").code == 2
    assert tutor("config", "fuzz", "on", "--reset").code == 2
    assert not (tutor.home / "config.toml").exists()


MINE = """# mine, keep
new_per_day = 3   # less in winter
fuzz = false

"language" = 'zh'
"""


@pytest.mark.parametrize(
    ("before", "name", "value", "after"),
    [
        ("", "language", "zh", 'language = "zh"\n'),
        ("fuzz = false", "new_per_day", 5, "fuzz = false\nnew_per_day = 5\n"),
        (MINE, "new_per_day", 5, MINE.replace("= 3   #", "= 5  #")),
        (MINE, "fuzz", None, MINE.replace("fuzz = false\n", "")),
        (MINE, "language", "both", MINE.replace("\"language\" = 'zh'", 'language = "both"')),
        ("fuzz = true\r\n", "keys", "vim", 'fuzz = true\r\nkeys = "vim"\r\n'),
        ("[easy_days]\nsat = 0.5\n", "fuzz", True, "fuzz = true\n[easy_days]\nsat = 0.5\n"),
        ("", "easy_days", (("sat", 0.5), ("sun", 0.0)), "easy_days = { sat = 0.5, sun = 0 }\n"),
        ("language = 'a#b' # c\n", "language", "en", 'language = "en"  # c\n'),
        ("retention = 0.9\n", "retention", 0.85, "retention = 0.85\n"),
    ],
)
def test_only_the_line_of_the_setting_changes(before, name, value, after):
    assert changed(before, name, value) == after


@pytest.mark.parametrize("text", ["[easy_days]\nsat = 0.5\n", "easy_days.sat = 0.5\n"])
def test_a_setting_over_several_lines_is_left_to_its_owner(tmp_path, text):
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(TutorError) as refused:
        keep(path, "easy_days", (("sun", 0.0),))
    assert refused.value.key == "config.by_hand"
    assert path.read_text("utf-8") == text


def test_a_linked_file_stays_a_link_and_keeps_its_rights(tmp_path):
    real, link = tmp_path / "dotfiles.toml", tmp_path / "config.toml"
    real.write_text("fuzz = true\n", "utf-8")
    real.chmod(0o600)
    link.symlink_to(real)
    keep(link, "fuzz", value=False)
    assert link.is_symlink()
    assert real.read_text("utf-8") == "fuzz = false\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config.toml", "dotfiles.toml"]


def test_a_file_that_cannot_be_written_is_said_and_stays(tutor, monkeypatch):
    tutor("config", "fuzz", "off")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = tutor("config", "fuzz", "on")
    assert done.code == 1
    assert "the disk is full" in done.err
    assert own(tutor) == {"fuzz": False}
    assert not list(tutor.home.glob("*.new"))


def test_a_broken_file_is_said_and_not_replaced(tutor):
    tutor.home.mkdir()
    (tutor.home / "config.toml").write_text("retention", "utf-8")
    assert tutor("config", "fuzz", "off").code == 1
    assert (tutor.home / "config.toml").read_text("utf-8") == "retention"


def test_a_pretended_clock_changes_no_real_settings(tutor, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "real"))
    assert tutor("config", "fuzz", "off", globals_=False).code == 2
    assert not (tmp_path / "real").exists()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (None, due.DEFAULTS),
        ("# a remark\n\n", due.DEFAULTS),
        ('language = "both"\n', ("both", 60, 8, 4, False)),
        ('language = "zh"\nnew_per_day = 3  # less\n', ("zh", 60, 3, 4, False)),
        ("reviews_per_day = 100\nrollover = 0\nsiblings = false\n", ("", 100, 8, 0, True)),
        ('retention = 0.85\nfuzz = true\ntheme = "dark"\neasy_days = { sat = 0.5, sun = 0 }\n', due.DEFAULTS),
        ('language = "de"\n', None),
        ("retention = 0.5\n", None),
        ("retention = 0.8_5\n", None),
        ("new_per_day = 007\n", None),
        ("new_per_day = 1\nnew_per_day = 2\n", None),
        ("easy_days = { sat = 2 }\n", None),
        ("easy_days = { sat = 0, sat = 1 }\n", None),
        ("[easy_days]\nsat = 0\n", None),
        ("colour = 1\n", None),
        ("new_per_day\n", None),
    ],
)
def test_the_prompt_needs_no_toml_reader_for_plain_settings(tmp_path, text, found):
    path = tmp_path / "config.toml"
    if text is not None:
        path.write_text(text, "utf-8")
    assert due._settings(str(path)) == found
    if found is not None:
        read = config.read(path)
        assert found == (read.language, read.reviews_per_day, read.new_per_day, read.rollover, not read.siblings)


def test_the_prompt_knows_what_settings_may_be():
    assert {name: tuple(f'"{one}"' for one in choices if one) for name, choices in config.CHOICES.items()} == {
        name: due.WORDS[name] for name in config.CHOICES
    }
    assert {**due.NUMBERS, "retention": (0.70, 0.97)} == config.RANGES
    assert due.WEEK == config.WEEK
    assert {*due.WORDS, *due.NUMBERS, "retention", "easy_days"} == set(config.NAMES)


def test_the_prompt_reads_what_config_writes(tutor):
    for name, value in [("retention", "95%"), ("easy_days", "sat=0.5,sun=0"), ("rollover", "0"), ("siblings", "off")]:
        assert tutor("config", name, value).code == 0
    assert due._settings(str(tutor.home / "config.toml")) == ("", 60, 8, 0, True)


def spoken(tutor, *words):
    return tutor(*words, "--home", str(tutor.home), "--content", str(tutor.content), globals_=False)


def test_the_language_speaks_everywhere_also_in_help_and_complaints(tutor):
    tutor("config", "language", "zh")
    assert "到期" in spoken(tutor, "due").out
    assert "没有" in spoken(tutor, "card", "nothing").err
    assert "到期" not in tutor("due").out  # --lang en comes first


def test_the_day_begins_at_the_hour_chosen(tutor):
    tutor.now = "2026-11-20T02:30+08:00"
    assert tutor("due", "--json").json["day"] == "2026-11-19"
    tutor("config", "rollover", "2")
    assert tutor("due", "--json").json["day"] == "2026-11-20"
    assert json.loads(tutor("--json").out)["day"] == "2026-11-20"
    tutor("config", "rollover", "23")
    assert tutor("due", "--json").json["day"] == "2026-11-19"


def test_a_day_that_goes_back_with_the_hour_rates_nothing_twice(tutor):
    tutor.now = "2026-11-20T08:00+08:00"
    tutor("--plain", "review", stdin="\n3\nq\n")
    tutor("config", "rollover", "12")  # it is the 19th again
    tutor("--plain", "review", stdin="\n3\nq\n")
    assert tutor("doctor").code == 0


def test_cards_of_one_fact_come_together_when_they_are_not_kept_apart(tutor):
    tutor("--plain", "review", stdin="\n3\n" * 60)
    apart = tutor("due", "--json").json["new"]
    tutor("config", "siblings", "off")
    together = tutor("due", "--json").json["new"]
    assert apart == 0
    assert tutor("--json").json["new"] == together


def due_days(tutor):
    return {card["id"]: card["next_review"] for card in tutor("cards", "--json").json["cards"] if card["next_review"]}


def test_retention_moves_due_days_only_when_asked(tutor):
    tutor("--plain", "review", stdin="\n4\n" * 60)
    before = due_days(tutor)
    assert tutor("config", "retention", "0.7").code == 0
    assert due_days(tutor) == before
    done = tutor("config", "retention", "0.7", "--reschedule")
    after = due_days(tutor)
    moved = {card for card in before if after[card] != before[card]}
    assert moved
    assert all(after[card] > before[card] for card in moved)
    assert f"{len(moved)} cards have a new due day" in done.out
    assert "0 cards" in tutor("config", "--reschedule").out
    assert tutor("doctor").code == 0


@pytest.mark.parametrize(("theme", "colour"), [("auto", True), ("none", False), ("dark", True)])
def test_a_theme_without_colour_uses_none(tmp_path, theme, colour, monkeypatch):
    from tutor.cli import environment
    from tutor.cli.screen import look_of

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "config.toml").write_text(f'theme = "{theme}"\n', "utf-8")
    here = environment.make(home=str(tmp_path), content=None, lang=None, plain=False, no_color=False)
    assert (here.colour, look_of(here).theme) == (colour, theme)


@pytest.mark.parametrize(
    ("now", "hour", "day"),
    [
        ("2026-03-29T01:59+01:00", 2, "2026-03-28"),  # in Berlin the clock goes from 2 to 3 that night
        ("2026-03-29T03:00+02:00", 2, "2026-03-29"),
        ("2026-10-25T02:30+02:00", 3, "2026-10-24"),  # and that night from 3 back to 2
        ("2026-10-25T02:30+01:00", 3, "2026-10-24"),
        ("2026-10-25T03:00+01:00", 3, "2026-10-25"),
        ("2026-11-20T23:59+08:00", 0, "2026-11-20"),
        ("2026-11-21T00:00+08:00", 0, "2026-11-21"),
    ],
)
def test_a_day_begins_at_its_hour_of_the_wall_clock_also_when_summer_time_changes(tutor, now, hour, day):
    tutor("config", "rollover", str(hour))
    tutor.now = now
    assert tutor("due", "--json").json["day"] == day


def test_cards_keep_away_from_a_free_day_from_the_next_answer_on(tutor):
    from datetime import date

    tutor("config", "easy_days", "sat=0,sun=0")
    for day in range(16, 30):
        tutor.now = f"2026-11-{day}T08:00+08:00"
        tutor("--plain", "review", stdin="\n3\n" * 40)
    history = [tutor("card", card, "--json").json for card in due_days(tutor)]
    far = [card for card in history if card["stability"] and card["stability"] > 6]
    assert far
    assert all(date.fromisoformat(card["next_review"]).weekday() < 5 for card in far)
    assert tutor("doctor").code == 0
