"""`tutor interview` from the outside, on the course as it is shipped."""

import json
import sqlite3

import pytest

from tutor.cli.interview_plan import role
from tutor.errors import NotFoundError
from tutor.sessions.interview_choice import ROLES

ALOUD = "\n\n\n"  # said aloud, the suggested points, Good


@pytest.fixture
def course(shipped):
    return shipped


def events(tutor):
    with sqlite3.connect(tutor.home / "journal.sqlite3") as connection:
        rows = connection.execute("SELECT kind, card, body FROM events ORDER BY seq").fetchall()
    return [(kind, card, json.loads(body)) for kind, card, body in rows]


def test_the_ladders_of_the_course_as_json(course):
    found = course("interview", "--json").json["ladders"]
    assert len(found) == 23
    assert {one["topic"] for one in found} == {
        "functions",
        "gradients",
        "outputs",
        "practice",
        "training",
        "transformers",
    }
    assert all(len(one["cards"]) == one["of"] and one["depth"] is None and one["tries"] == 0 for one in found)
    assert {name for role in ROLES.values() for name in role} <= {one["id"] for one in found}


def test_the_same_seed_asks_the_same_questions(course):
    first = course("interview", "-n", "3", "--seed", "7", stdin="s\n" * 3)
    again = course("interview", "-n", "3", "--seed", "7", stdin="s\n" * 3)
    other = course("interview", "-n", "3", "--seed", "8", stdin="s\n" * 3)
    assert first.code == 0
    assert first.out == again.out
    assert first.out != other.out


def test_with_a_seed_what_was_climbed_changes_nothing_without_one_it_does(course):
    """The command that is told at the end of a seeded interview asks the same ladders again."""

    def asked(done):
        return [line for line in done.out.splitlines() if line.startswith("Question: ")]

    first = course("interview", "-n", "2", "--seed", "7", stdin=f"{ALOUD}q\nq\n")
    assert "tutor interview -n 2 --seed 7" in first.out
    assert asked(course("interview", "-n", "2", "--seed", "7", stdin="s\nq\n"))[0] == asked(first)[0]
    unseeded = course("interview", "-n", "2", stdin=f"{ALOUD}q\nq\n")
    assert "--seed" not in unseeded.out
    assert asked(course("interview", "-n", "2", stdin="s\nq\n"))[0] != asked(unseeded)[0]


def test_a_climb_is_recorded_remembered_and_scheduled(course):
    typed = "affine after affine is affine, XOR is the witness\nnon-linear space\n\n12\n3\n"
    done = course("interview", "--topic", "why-nonlinearity", "--seed", "1", stdin=f"{typed}\n\n\n\n\n")
    assert "Depth reached: 1 of 5." in done.out
    assert "You said “non-linear space”" in done.out
    kinds = [(kind, card, body["grade"]) for kind, card, body in events(course) if kind == "answered"]
    assert kinds == [
        ("answered", "interview-functions.why-nonlinearity", 3),
        ("answered", "interview-functions.wasted-parameters", 1),
    ]
    body = events(course)[0][2]
    assert (body["ladder"], body["rung"], body["below"], body["points"]) == ("why-nonlinearity", 1, 0, [0, 1])
    assert body["said"].startswith("affine after affine")
    row = next(one for one in course("interview", "--json").json["ladders"] if one["id"] == "why-nonlinearity")
    assert (row["depth"], row["best"], row["tries"], row["last_climbed"]) == (1, 1, 1, "2026-11-20")
    told = course("card", "interview-functions.wasted-parameters", "--json").json
    assert told["next_review"] == "2026-11-21"
    assert told["ladder"] == {"id": "why-nonlinearity", "rung": 2, "of": 5, "depth": 1}


def test_the_next_time_the_remembered_depth_is_offered(course):
    course("interview", "--topic", "why-nonlinearity", "--seed", "1", stdin=f"{ALOUD}\n\n\n\n")
    course.now = "2026-11-22T08:00+08:00"
    done = course("interview", "--topic", "why-nonlinearity", "--seed", "1", stdin="2\nq\n")
    assert "to rung 1 of 5 last time" in done.out
    assert "rung 2 of 5" in done.out
    shown = course("why", "interview-functions.wasted-parameters")
    assert "In your last interview you reached rung 1 of 5." in " ".join(shown.out.split())
    stats = course("stats", "--interview", "--json").json["interview"]
    assert sum(one["tries"] for one in stats["ladders"]) == 1


def test_rungs_met_for_the_first_time_are_todays_new_cards(course):
    """They are told, counted under the daily cap, and do not pile up on the next day."""
    assert course("due", "--json").json["new"] == 8
    done = course("interview", "--seed", "4", "-n", "3", "--topic", "gradients", stdin=f"{ALOUD}0\n\n\n" * 3 + "\n")
    met = [card for kind, card, _ in events(course) if kind == "answered"]
    assert len(met) > 2
    assert f"New to you: {len(met)}." in done.out
    later = course("due", "--json").json
    assert (later["due"], later["new"]) == (0, 8 - len(met))
    again = course("interview", "--seed", "4", "-n", "1", "--topic", "gradients", stdin=f"1\n{ALOUD}0\n\n\n\n")
    assert "New to you" not in again.out
    course.now = "2026-11-21T08:00+08:00"
    tomorrow = course("due", "--json").json
    assert tomorrow["due"] <= len(met)
    assert tomorrow["new"] == 8


def test_an_undo_from_the_shell_is_seen_in_the_depth(course):
    course("interview", "--topic", "why-nonlinearity", "--seed", "1", stdin=f"{ALOUD}q\nq\n")
    assert any(one["depth"] == 1 for one in course("interview", "--json").json["ladders"])
    course("undo")
    assert all(one["depth"] is None for one in course("interview", "--json").json["ladders"])


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("gradients", "interview-gradients"),
        ("interview-outputs", "interview-outputs"),
        ("lstm", "lstm-gates"),
        ("Dying ReLU", "dying-relu"),
        ("残差", "why-residuals"),
        ("quantisation", "interview-practice"),
    ],
)
def test_a_topic_is_a_lesson_a_ladder_a_tag_or_a_word(course, topic, expected):
    """Every headline asked belongs to it."""
    ladders = {one["id"]: one["lesson"] for one in course("interview", "--json").json["ladders"]}
    asked = {one["ask"]["en"]: one["id"] for one in course("interview", "--json").json["ladders"]}
    done = course("interview", "--topic", topic, "-n", "1", "--seed", "3", stdin="")
    assert done.code == 0
    question = next(line for line in done.out.splitlines() if line.startswith("Question: "))
    name = asked[question.removeprefix("Question: ")]
    assert expected in (name, ladders[name])


def test_what_does_not_exist_is_said_with_a_near_name(course):
    done = course("interview", "--topic", "gradient")
    assert done.code == 0  # a word of some headlines
    done = course("interview", "--topic", "softmaxx")
    assert done.code == 4
    assert "softmax" in done.err
    done = course("interview", "--role", "poet")
    assert done.code == 4
    assert "research, engineering, applied" in done.err
    assert course("interview", "--lesson", "interview-function").code == 4
    assert course("interview", "-n", "0").code == 2


def test_the_minutes_end_it_between_two_headlines(course):
    done = course("interview", "--minutes", "0.1", "--seed", "2", stdin="q\n")
    assert done.code == 0
    assert "[Interview 1]" in done.out


def test_a_report_is_written(course, tmp_path):
    file = tmp_path / "report.md"
    done = course("interview", "--topic", "lstm", "--seed", "1", "--report", str(file), stdin=f"{ALOUD}q\nq\n")
    assert str(file) in done.err
    assert file.read_text(encoding="utf-8").startswith("# Interview report · 2026-11-20")


def test_a_report_that_cannot_be_written_is_an_error_and_loses_nothing(course, tmp_path):
    (tmp_path / "folder.md").mkdir()
    wish = ("interview", "--topic", "lstm", "--seed", "1", "--report")
    done = course(*wish, str(tmp_path / "folder.md"), stdin=f"{ALOUD}q\nq\n")
    assert done.code == 1
    assert "Traceback" not in done.err
    assert [kind for kind, _, _ in events(course)] == ["answered"]
    assert course(*wish, "report.txt").code == 2  # before anything is asked
    assert course(*wish, str(tmp_path / "no" / "report.md")).code == 1


def test_a_suspended_headline_is_not_asked_and_a_suspended_rung_is_stepped_over(course):
    course("suspend", "interview-transformers.lstm-gates")
    assert course("interview", "--topic", "lstm-gates", stdin="").code == 4
    course("resume", "interview-transformers.lstm-gates")
    course("suspend", "interview-transformers.one-step")
    done = course("interview", "--topic", "lstm-gates", stdin=f"{ALOUD}q\nq\n")
    assert "rung 3 of 6" in done.out


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("research", "research"),
        ("Researcher", "research"),
        ("engineer", "engineering"),
        ("研究", "research"),
        ("工程岗", "engineering"),
        ("应用", "applied"),
        ("", None),
    ],
)
def test_a_role_in_the_words_people_use(name, expected):
    assert role(name) == expected


@pytest.mark.parametrize("name", ["poet", "re", "岗", "研究生院"])
def test_other_words_are_no_role(name):
    with pytest.raises(NotFoundError):
        role(name)


def test_a_menu_asks_what_was_left_open(course):
    done = course("interview", stdin="2\n2\nq\n")
    assert "What would you like to be asked about?" in done.out
    assert "Functions, down to the bottom" in done.out
    assert "[Interview 1/1]" in done.out
    assert course("interview", stdin="q\n").code == 0
