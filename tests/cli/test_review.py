"""`tutor review --plain`: transcripts of sessions, as a person at a pipe would have them."""

import pytest


def test_one_card_is_reviewed_and_its_fields_are_shown(tutor):
    done = tutor("--plain", "review", stdin="\n3\nq\n")
    assert done.code == 0
    rated = [card for card in tutor("cards", "--json").json["cards"] if card["review_count"]]
    assert len(rated) == 1
    fields = tutor("card", rated[0]["id"], "--json").json
    assert fields["last_reviewed"] == "2026-11-20"
    assert fields["next_review"] > "2026-11-20"
    assert fields["review_count"] == 1
    assert fields["difficulty"] == "medium"
    assert 0 < fields["mastery_level"] <= 1
    assert fields["created"].startswith("2026-11-0")


def test_a_right_choice_says_so_with_why_and_the_next_date(tutor):
    done = tutor("--plain", "review", "--lesson", "first", "--limit", "1", stdin=right_of_peak(tutor) + "\n\n")
    assert "Question: What is the largest value of σ′?" in done.out
    assert "Right! See you in" in done.out
    assert "Why: σ′(0) = 0.25" in done.out
    assert "This session is done; 5 more wait today. Tomorrow about 6 cards" in done.out


def right_of_peak(tutor):
    """Look where the right option stands in this seeded session, without answering."""
    asked = tutor("--plain", "review", "--lesson", "first", "--limit", "1", stdin="q\n").out
    return next(line[0] for line in asked.splitlines() if line.endswith(") a quarter"))


def wrong_of_peak(tutor):
    asked = tutor("--plain", "review", "--lesson", "first", "--limit", "1", stdin="q\n").out
    return next(line[0] for line in asked.splitlines() if line.endswith(") one half"))


def test_a_wrong_choice_brings_its_own_reason_the_right_answer_why_and_the_formula(tutor):
    done = tutor("--plain", "review", "--lesson", "first", "--limit", "1", stdin=wrong_of_peak(tutor) + "\nq\n")
    lines = done.out.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("Not quite."))
    assert lines[start + 1 : start + 7] == [
        "You chose: one half",
        "Why not: that is σ(0)",
        "Mistake: value for slope",
        "Answer: a quarter",
        "Why: σ′(0) = 0.25",
        "Formula: σ(x) = 1 / (1 + e⁻ˣ); σ′(x) = σ(x)·σ(−x)",
    ]


def test_an_empty_line_is_a_hint_and_another_is_i_do_not_know(tutor):
    done = tutor("--plain", "review", "--lesson", "first", "--limit", "1", stdin="\n\n\n")
    assert "press 1–3 to choose one" in done.out
    assert "Not quite." in done.out
    assert "You chose" not in done.out


def test_nonsense_and_full_width_digits(tutor):
    done = tutor("--plain", "review", "--lesson", "first", "--limit", "1", stdin="zzz\n9\n１\nq\n")
    assert done.out.count("press 1–3 to choose one") == 2
    assert ("Right!" in done.out) != ("Not quite." in done.out)


def test_end_of_input_keeps_everything_and_exits_0(tutor):
    assert tutor("--plain", "review", stdin="").code == 0
    assert tutor("--plain", "review", stdin="1").code == 0
    assert len([c for c in tutor("cards", "--json").json["cards"] if c["review_count"]]) == 1


def test_commands_work_at_every_prompt(tutor):
    done = tutor("--plain", "review", stdin="?\ni\nl\ns\n:s\n!wrong key\nu\n:q\n")
    assert done.code == 0
    assert "at any time" in done.out
    assert "You have never answered it" in done.out
    assert "先跳过" in done.out
    assert (tutor.home / "reports.jsonl").read_text("utf-8").count("wrong key") == 1


def test_while_typing_letters_are_text_and_a_colon_commands(tutor):
    stdin = right_of_peak(tutor) + "\n"
    tutor("--plain", "review", "--limit", "1", "--lesson", "first", stdin=stdin)
    tutor.now = "2027-02-01T08:00+08:00"  # the fact's next card has opened or not; cram shows it in any case
    done = tutor("--plain", "review", "--cram", "--lesson", "first", "--limit", "4", stdin="s\n" * 8)
    assert done.code == 0


def test_after_a_verdict_anything_unknown_is_a_hint(tutor):
    done = tutor("--plain", "review", "--lesson", "first", "--limit", "1", stdin=right_of_peak(tutor) + "\n3\ng\n\n")
    assert "press enter to go on" in done.out
    assert "counted as a guess" in done.out


def test_a_guess_comes_back_and_is_due_tomorrow(tutor):
    answer = right_of_peak(tutor)
    done = tutor("--plain", "review", "--lesson", "first", "--limit", "1", stdin=f"{answer}\ng\n\nq\n")
    assert "once more" in done.out
    assert tutor("card", "first.peak", "--json").json["next_review"] == "2026-11-21"


def test_a_question_that_returns_is_printed_again(tutor):
    done = tutor("--plain", "review", stdin="0\n\n0\n\nu\nu\nq\n")
    assert done.out.count("Question:") == 5
    for deed in ("@", "-", "s"):
        done = tutor("--plain", "review", stdin=f"{deed}\nu\nq\n")
        last = done.out.rsplit("Question:", 1)[1]
        assert ">" in last
    assert "the card is back" in tutor("--plain", "review", stdin="@\nu\nq\n").out


def test_grading_tells_when_the_card_comes_back(tutor):
    prompt = tutor("--plain", "review", "--lesson", "second", stdin="\n3\n\n" * 9).out
    assert "grade: 1 again 1d  2 hard 1d  3 good 2d  4 easy" in prompt
    assert "good: See you in 2 days." in prompt
    done = tutor("--plain", "review", "--cram", "--lesson", "second", "--limit", "3", stdin="\n3\n\n" * 9)
    assert "good: Practice: the schedule stays." in done.out


def test_not_knowing_cannot_be_declared_right(tutor):
    done = tutor("--plain", "review", "--lesson", "first", "--limit", "1", stdin="0\ny\nq\n")
    assert "enter goes on >" in done.out
    assert "this correction is for a wrong verdict" in done.out


def test_a_myth_is_called_one(tutor):
    done = tutor("--plain", "review", "--lesson", "second", stdin="1\n\n" * 9)
    assert "This was a fact." in done.out or "This was a myth." in done.out


def test_a_remark_without_words_is_a_hint(tutor):
    done = tutor("--plain", "review", stdin="!\nq\n")
    assert "write your remark behind the !" in done.out
    assert not (tutor.home / "reports.jsonl").exists()


def test_undo_in_a_session_takes_the_answer_back(tutor):
    done = tutor("--plain", "review", "--lesson", "first", "--limit", "1", stdin=right_of_peak(tutor) + "\nu\nq\n")
    assert "undone: answer it again" in done.out
    assert tutor("card", "first.peak", "--json").json["review_count"] == 0


def test_flash_cards_reveal_then_grade(tutor):
    done = tutor("--plain", "review", "--lesson", "second", stdin=drive("second.plain"))
    assert done.code == 0


def drive(_card):
    return "\n3\n" * 10


def test_nothing_is_left_when_all_is_done(tutor):
    tutor("--plain", "review", stdin="\n3\n" * 60)
    done = tutor("--plain", "review", stdin="")
    assert "Nothing is waiting right now." in done.out


def test_cram_changes_no_schedule(tutor):
    done = tutor("--plain", "review", "--cram", "--limit", "3", stdin="\n3\n\n" * 20)
    assert done.code == 0
    assert "Practice answers: 6." in done.out
    assert all(card["review_count"] == 0 for card in tutor("cards", "--json").json["cards"])


def test_new_cards_can_be_limited(tutor):
    assert "3 left" in tutor("--plain", "review", "--new", "3", stdin="q\n").out
    assert "Nothing is waiting" in tutor("--plain", "review", "--new", "0", stdin="").out


def test_a_session_of_a_tag(tutor):
    done = tutor("--plain", "review", "--tag", "myths", stdin="q\n")
    assert "Lesson two: myths" in done.out


def test_an_unknown_lesson_is_said_with_a_near_one(tutor):
    done = tutor("--plain", "review", "--lesson", "frist", stdin="")
    assert done.code == 4
    assert "first" in done.err
    assert done.out == ""


@pytest.mark.parametrize("lang", ["zh", "both"])
def test_chinese_is_spoken(tutor, lang):
    tutor.lang = lang
    done = tutor("--plain", "review", stdin="\n0\nq\n")
    assert "问题：" in done.out
    assert "不对。" in done.out
    assert ("Not" not in done.out) or lang == "both"


def test_one_card_of_a_fact_a_day(tutor):
    out = tutor("--plain", "review", stdin="\n3\n" * 60).out
    assert "How much is σ′(0)?" not in out
    assert "What is the largest value of σ′?" in out
