"""`tutor quiz` from the outside."""

import json
import sqlite3

import pytest


@pytest.fixture
def course(shipped):
    return shipped


def events(tutor):
    path = tutor.home / "journal.sqlite3"
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT kind, card, body FROM events ORDER BY seq").fetchall()


def test_a_quiz_is_reproducible_from_its_seed(course):
    first = course("quiz", "--part", "2", "-n", "10", "--seed", "7", stdin="0\n\n" * 10)
    again = course("quiz", "--part", "2", "-n", "10", "--seed", "7", stdin="0\n\n" * 10)
    other = course("quiz", "--part", "2", "-n", "10", "--seed", "8", stdin="0\n\n" * 10)
    assert first.code == 0
    assert first.out == again.out
    assert first.out != other.out
    assert " of 10 right." in first.out
    assert "tutor quiz -n 10 --part 2 --seed 7" in first.out


def test_unlearned_cards_and_generated_questions_are_practised(course):
    course("quiz", "-n", "8", "--seed", "3", stdin="1\n\n" * 30)
    kinds = {kind for kind, _, _ in events(course)}
    assert kinds == {"practised"}
    made = [json.loads(body) for _, card, body in events(course) if card.startswith("~")]
    assert made
    assert all(body["values"]["seed"].isdecimal() for body in made)


def test_no_record_leaves_no_trace(course):
    done = course("quiz", "-n", "3", "--seed", "3", "--no-record", stdin="1\nu\n1\n\n" * 9)
    assert done.code == 0
    assert "Nothing was recorded." in done.out
    assert events(course) == []


def test_no_record_works_on_a_home_that_cannot_be_told_apart_from_before(course):
    course("quiz", "-n", "3", "--seed", "3", stdin="0\n\n" * 3)
    before = events(course)
    course("quiz", "-n", "3", "--seed", "3", "--exam", "--no-record", stdin="0\n" * 3)
    assert events(course) == before


def test_an_exam_explains_only_at_the_end(course):
    done = course("quiz", "-n", "4", "--kind", "choice", "--seed", "3", "--exam", stdin="0\n" * 4 + "\n" * 5 + "q\n")
    before, _, after = done.out.partition("0 of 4 right.")
    assert "Why:" not in before
    assert after.count("Why:") == 4


def test_a_quiz_about_one_function_asks_about_nothing_else(course):
    course("quiz", "--function", "GELU", "-n", "6", "--seed", "1", stdin="0\n\n" * 6)
    asked = [card for _, card, _ in events(course)]
    assert len(asked) == 6
    assert all(card.startswith("gelu.") or (card.startswith("~") and card.endswith(".gelu")) for card in asked)


def test_plain_lines_in_chinese_count_questions_and_join_sentences_without_a_space(course):
    """A quiz asks 题, not cards; 。 is not followed by a space; what was typed comes before what is said about it."""
    course.lang = "zh"
    done = course("quiz", "--kind", "formula", "-n", "2", "--seed", "3", stdin="x^2+77\n\n:q\n\n")
    assert "还剩 2 题" in done.out
    assert "张" not in done.out
    assert "。 " not in done.out
    read_again = done.out.partition("答对 0 题")[2]
    assert read_again.index("你的回答：x^2+77") < read_again.index("你的公式是")


def test_a_kind_can_be_asked_for(course):
    course("quiz", "--kind", "myth", "-n", "4", "--seed", "1", stdin="0\n\n" * 6)
    assert {json.loads(body)["kind"] for _, _, body in events(course)} == {"myth"}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--kind", "essay"), 4, "essay"),
        (("--lesson", "sigmoit"), 4, "sigmoid"),
        (("--part", "9"), 4, "9"),
        (("--function", "gelo"), 4, "gelu"),
        (("-n", "0"), 2, "-n takes a whole number from 1 to 200"),
        (("-n", "many"), 2, "-n takes a whole number from 1 to 200"),
        (("--minutes", "nan"), 2, "--minutes takes a number from 0.1 to 600"),
        (("--minutes", "inf"), 2, "--minutes takes a number from 0.1 to 600"),
    ],
)
def test_what_does_not_exist_is_said_before_anything_starts(course, words, code, told):
    done = course("quiz", *words)
    assert done.code == code
    assert told in done.err
    assert done.out == ""


def test_what_is_left_open_is_asked(course):
    done = course("quiz", "--seed", "5", stdin="part 2\n2\n" + "0\n\n" * 5 + "q\n")
    assert done.code == 0
    assert "What shall it be about?" in done.out
    assert "How many questions?" in done.out
    assert "tutor quiz -n 5 --part 2 --seed 5" in done.out


def test_leaving_the_questions_about_the_quiz_starts_nothing(course):
    done = course("quiz", stdin="q\n")
    assert done.code == 0
    assert events(course) == []


def test_undo_after_restart_brings_a_generated_question_back(course):
    course("quiz", "--function", "gelu", "-n", "2", "--seed", "1", stdin="0\n")
    back = course("quiz", "--function", "gelu", "-n", "2", "--seed", "1", stdin="u\n0\n\n")
    assert back.code == 0
    assert [kind for kind, _, _ in events(course)][:2] == ["practised", "undone"]


def test_a_confusion_met_twice_is_cleared_up_at_the_next_session_once(course):
    wrong = '{"grade":1,"reason":"quiz","kind":"choice","mistake":"value-for-slope"}'
    course("quiz", "--part", "2", "-n", "1", "--seed", "1", stdin="q\n")
    with sqlite3.connect(course.home / "journal.sqlite3") as connection:
        for number in (1, 2):
            row = (f"{number:032x}", "d", number, 739_000, "practised", "sigmoid.steepest-slope", wrong)
            connection.execute(
                "INSERT INTO events (id, device, instant, day, kind, card, body) VALUES (?,?,?,?,?,?,?)", row
            )
    first = course("quiz", "--part", "2", "-n", "1", "--seed", "1", stdin="\nq\n")
    assert "height taken for steepness" in first.out
    assert ("step", "mistake:value-for-slope") in [(kind, card) for kind, card, _ in events(course)]
    assert (
        "height taken for steepness" not in course("quiz", "--part", "2", "-n", "1", "--seed", "1", stdin="\nq\n").out
    )
