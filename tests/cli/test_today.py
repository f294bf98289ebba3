"""`tutor`: figures against a small past, the question of the day, what else there is."""

import pytest

from tutor.cli.desk import open_desk
from tutor.cli.environment import make
from tutor.events import Event
from tutor.store.progress import stepped

DAY = 739_940  # 2026-11-20
INSTANT = 1_795_132_800_000_000  # 00:00 UTC of that day, 08:00 in Shanghai
MINUTE = 60_000_000


def past(tutor, *facts):
    """Write a past: (days ago, minute, kind, card, body)."""
    environment = make(home=str(tutor.home), content=str(tutor.content), lang="en", plain=True, no_color=True)
    with open_desk(environment) as desk:
        desk.journal.absorb(
            Event(f"{n:032x}", "x", INSTANT - ago * 1440 * MINUTE + minute * MINUTE, DAY - ago, kind, card, body)
            for n, (ago, minute, kind, card, body) in enumerate(facts, 1)
        )


def done(lesson, ago=1):
    fact = stepped(lesson, 1, 1, done=True)
    return (ago, 0, fact.kind, fact.card, dict(fact.body))


def answer(ago, minute, card, grade=3, *, seconds=10, due=30):
    return (ago, minute, "answered", card, {"grade": grade, "due": DAY + due, "ms": seconds * 1000})


def test_a_first_day_tells_no_pace_no_weakness_no_idea(tutor):
    shown = tutor("--json").json
    assert (shown["minutes_between"], shown["weakest"], shown["idea"], shown["question"]) == (None, [], None, None)
    assert shown["pace"] == {"answers": 0, "sessions": 0}
    assert shown["recommended"] == "review"
    assert "Your pace is not known yet" in tutor("--plain").out


def test_minutes_have_the_range_of_recent_sessions(tutor):
    seconds = {4: 10, 3: 20, 2: 30, 1: 40}
    past(tutor, *(answer(ago, n, f"gone.{n}", seconds=pace) for ago, pace in seconds.items() for n in range(6)))
    shown = tutor("--json").json
    assert shown["pace"] == {"answers": 24, "sessions": 4}
    cards = shown["due"] + shown["new"]
    assert shown["minutes"] == round(cards * 25 / 60)
    assert shown["minutes_between"] == [round(cards * 17.5 / 60), round(cards * 32.5 / 60)]
    assert tutor("due", "--json").json["minutes"] == shown["minutes"]


def test_the_weakest_lesson_has_its_answers_beside_it(tutor):
    past(tutor, *(answer(20 - n, 0, "first.tail", grade=1 + n % 2) for n in range(20)))
    (weak,) = tutor("--json").json["weakest"]
    assert (weak["lesson"], weak["answers"]) == ("first", 20)
    assert "(n = 20)" in tutor("--plain").out


def test_a_day_without_study_is_one_pale_dot(tutor):
    past(tutor, answer(3, 0, "first.tail"), answer(1, 0, "first.tail"))
    assert tutor("--json").json["studied"][-4:] == [True, False, True, False]


def test_a_clock_set_back_shows_today_as_it_is(tutor):
    past(tutor, answer(-3, 0, "first.tail"))  # three days ahead
    shown = tutor("--json").json
    assert shown["day"] == "2026-11-20"
    assert shown["studied"] == [False] * 30


@pytest.fixture
def free(shipped):
    """Give the shipped course with two lessons finished and no new cards: nothing waits."""
    shipped("config", "new_per_day", "0")
    past(shipped, done("sigmoid"), done("relu"))
    return shipped


def test_when_nothing_waits_there_is_a_question_that_is_practice(free):
    shown = free("--json").json
    asked = shown["question"]
    assert (shown["recommended"], asked["done"]) == ("question", False)
    assert asked["function"] in {"sigmoid", "relu"}
    assert shown["idea"]["lesson"] in {"sigmoid", "relu"}
    line = next(row for row in free("--plain").out.splitlines() if row.startswith("Question of the day"))
    command = line.partition("tutor ")[2].split()
    quiz = free(*command, "--plain", stdin="1\n1\n\n\n\nq\n")
    assert quiz.code == 0
    after = free("--json").json
    assert (after["question"]["done"], after["recommended"]) == (True, "lesson")
    assert after["met"] == 0
    assert (free("due", "--json").json["due"], free("doctor").code) == (0, 0)


def test_what_else_there_is_can_be_called(free):
    others = free("--json").json["others"]
    assert "tutor quiz" in others
    for command in others:
        assert free(*command.split()[1:], "--help").code == 0, command
    assert not any("interview" in command for command in others)  # those lessons are still to come


def test_nothing_is_asked_about_functions_nobody_met(shipped):
    shipped("config", "new_per_day", "0")
    assert shipped("--json").json["question"] is None
    assert shipped("--json").json["recommended"] == "lesson"


def test_who_met_every_card_is_told_and_shown_more(tutor):
    cards = [card["id"] for card in tutor("cards", "--json").json["cards"]]
    past(tutor, *(answer(2, n, card) for n, card in enumerate(cards)))
    shown = tutor("--json").json
    assert (shown["all_met"], shown["new"]) == (True, 0)
    assert "tutor quiz" in shown["others"]
    assert "You have met every card of the course." in tutor("--plain").out


def test_today_loads_nothing_heavy(free):
    """Neither with cards waiting nor without: numbers, YAML, colours and other commands are for others."""
    import subprocess
    import sys

    check = (
        "import sys; from tutor.cli.main import run; "
        f"run(['--home', {str(free.home)!r}, '--plain', '--lang', 'en']); "
        "heavy = {'numpy', 'yaml', 'rich', 'plotext', 'blessed', 'tutor.cli.plot', 'tutor.cli.lab', 'tutor.cli.learn'}; "
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    env = {"TUTOR_NOW": free.now, "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", check], check=True, capture_output=True, text=True, env=env)
    assert "Question of the day" in done.stdout
    assert done.stderr.splitlines()[-1] == "[]"
