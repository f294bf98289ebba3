"""`tutor learn LESSON --plain`: whole lessons line by line, left and taken up again, with a real journal."""

from __future__ import annotations

import json
import re
import sqlite3

import pytest

LESSON = """lesson: third
title: {zh: "第三课：全部", en: "Lesson three: everything"}
function: sigmoid
covers: ["1.1"]
created: 2026-11-03
steps:
  - pretest: third.peak
  - say: {zh: "先说两句。", en: "A word first."}
  - formula: {show: "σ(x) = 1 / (1 + e⁻ˣ)", check: "sigmoid(x) == 1/(1+exp(-x))"}
  - plot: {curves: ["sigmoid", "sigmoid′"], range: [-6, 6], read: [{curve: "sigmoid", zh: "看曲线", en: "Look at the curve."}, {curve: "sigmoid′", zh: "看小山", en: "Look at the hill."}]}
  - derive:
      - {show: "σ′ = u", because: {zh: "起名", en: "give it a name"}}
      - {show: "σ′(x) = σ(x)·σ(−x)", because: {zh: "两个因子", en: "two factors"}, check: "sigmoid′(x) == sigmoid(x)*sigmoid(-x)"}
  - ask: third.peak
  - compare: {pros: [{zh: "光滑", en: "smooth"}], cons: [{zh: "饱和", en: "saturates"}]}
  - table: {columns: ["name", "range", "max(f′)"], rows: ["sigmoid", "tanh"]}
  - analogy: {zh: "像旋钮", en: "like a dial"}
  - joke: {zh: "哈哈", en: "ha ha"}
  - deeper: {zh: "为什么呢", en: "the why behind"}
  - recap: [third.say-it]
cards:
  - id: third.peak
    kind: choice
    fact: third-peak
    hint: {zh: "两个一半", en: "two halves"}
    ask: {zh: "σ′ 最大是多少？", en: "What is the top of σ′?"}
    right: {zh: "四分之一", en: "a quarter"}
    wrong:
      - {zh: "二分之一", en: "one half", mistake: value-for-slope, because: {zh: "那是 σ(0)", en: "that is σ(0)"}}
      - {zh: "整整一", en: "all of one", mistake: peak-for-tail, because: {zh: "那是 tanh′(0)", en: "that is tanh′(0)"}}
    why: {zh: "两个一半相乘", en: "a half times a half"}
  - id: third.say-it
    kind: flash
    fact: third-saturation
    ask: {zh: "什么是饱和？", en: "What is saturation?"}
    answer: {zh: "斜率接近 0", en: "a slope near 0"}
    points: [{zh: "曲线变平", en: "the curve is flat"}, {zh: "梯度很小", en: "gradients are small"}]
    why: {zh: "平的地方学不动", en: "where it is flat nothing is learned"}
  - id: third.left-for-later
    kind: flash
    fact: third-tails
    ask: {zh: "σ 的两头呢？", en: "And the tails of σ?"}
    answer: {zh: "0 与 1", en: "0 and 1"}
    points: [{zh: "左边趋于 0", en: "0 on the left"}, {zh: "右边趋于 1", en: "1 on the right"}]
    why: {zh: "eˣ 的两头", en: "the tails of eˣ"}
"""


@pytest.fixture
def learn(tutor, tmp_path):
    """Take the lesson `third` of a course of its own, with lines typed."""
    from shutil import copytree

    tutor.content = tmp_path / "course"
    copytree(tutor.__class__.__dataclass_fields__["content"].default, tutor.content)
    (tutor.content / "1-demo" / "third.yaml").write_text(LESSON, encoding="utf-8")

    def take(*lines):
        return tutor("--plain", "learn", "third", stdin="".join(f"{line}\n" for line in lines))

    return take


def place_of(out, answer):
    """Return the number under which an answer was last listed."""
    return re.findall(rf"^(\d)\) {answer}$", out, re.MULTILINE)[-1]


def next_line(out, right=True):
    """Return what a learner would type at the last prompt."""
    told = " ".join(out.splitlines()[-3:])
    if "choose 1–3" in told:
        return place_of(out, "a quarter" if right else "one half")
    return ("3" if right else "1") if "grade:" in told else ""


def walked(learn, tutor, right=True, then=()):
    """Type what leads to the end, looking up where the right option stands; return all that was printed.

    `then` is typed at the end.
    """
    lines = []
    for _ in range(60):
        forget(tutor)
        out = learn(*lines).out
        if "enter ends" in out:
            forget(tutor)
            return learn(*lines, *then).out
        lines.append(next_line(out, right))
    raise AssertionError("the lesson has no end")


def forget(tutor):
    """Start from an empty journal again."""
    for path in tutor.home.glob("*.sqlite3*"):
        path.unlink()


def events(tutor):
    with sqlite3.connect(tutor.home / "journal.sqlite3") as connection:
        rows = connection.execute("SELECT kind, card, body FROM events ORDER BY seq").fetchall()
    connection.close()
    return [(kind, card, json.loads(body)) for kind, card, body in rows]


def test_a_whole_lesson_line_by_line(learn, tutor):
    """Every step says what it is, what it shows, and what an empty line does."""
    out = walked(learn, tutor)
    for told in (
        "Lesson: Lesson three: everything (12 steps, from step 1)",
        "[1/12] a first guess",
        "Good guess!",
        "A word first.",
        "Formula: σ(x) = 1 / (1 + e⁻ˣ)",
        "σ(x) rises from 0 at −∞",
        "(σ′(x)) Look at the hill.",
        "σ′ = u",
        "Reason: two factors",
        "Right!",
        "- smooth",
        "Sigmoid: range (0, 1), max(f′) 0.25",
        "like a dial",
        "the curve is flat",
        "That was the whole lesson!",
        "You answered 2 questions, 2 of them right at once.",
        "Tomorrow 2 questions of this lesson come back",
    ):
        assert told in out
    assert "the why behind" not in out, "folded"
    found = events(tutor)
    assert [kind for kind, _, _ in found if kind != "step"] == ["practised", "answered", "answered"]
    assert found[-1][2] == {"at": 12, "of": 12, "done": True}
    assert tutor("card", "third.peak", "--json").json["next_review"] == "2026-11-21"
    assert tutor("card", "third.peak", "--json").json["review_count"] == 1


def test_the_next_lesson_starts_from_the_end(learn, tutor):
    out = walked(learn, tutor, then=("n", "q"))
    assert "Next lesson: Lesson one: slopes" in out
    assert "Lesson: Lesson one: slopes (2 steps, from step 1)" in out
    assert "Lesson one: slopes: stopped at step 1 of 2." in out


def test_what_was_missed_returns_at_the_end(learn, tutor):
    out = walked(learn, tutor, right=False)
    assert 'Before the lesson you guessed "one half". Now look again:' in out
    assert "You missed this one earlier; once more (1/2):" in out
    assert "I will ask again at the end of the lesson." in out
    assert "0 of them right" in out


def bit_by_bit(learn):
    """Leave after every line and come back until the end; return the step at which each start opened."""
    steps, typed = [], []
    for _ in range(60):
        out = learn().out
        steps.append(int(re.search(r"from step (\d+)\)", out)[1]))
        line = next_line(out)
        again = steps[-2:-1] == steps[-1:] and set(typed) == {""}  # a reading opens anew: one line more passes it
        typed = ["", "3"] if "shows the answer" in out else [line] if line or not again else [*typed, ""]
        if "That was the whole lesson!" in learn(*typed).out:
            return steps
    raise AssertionError("the lesson has no end")


def test_leaving_after_every_line_and_taking_the_lesson_up_again(learn, tutor):
    """Each start goes on at the step that was open; nothing is asked twice, nothing is left out."""
    steps = bit_by_bit(learn)
    assert steps == sorted(steps)
    assert set(steps) == set(range(1, 13))
    answers = [(kind, card) for kind, card, _ in events(tutor) if kind != "step"]
    assert answers == [("practised", "third.peak"), ("answered", "third.peak"), ("answered", "third.say-it")]


def test_commands_between_the_steps(learn, tutor):
    first = place_of(learn().out, "a quarter")
    forget(tutor)
    out = learn(first, "", "?", "zzz", "l", "l", "l", "p", "t 2", "t", "t (", "", "b", "h", "g x", "i", "q").out
    assert "empty line = go on" in out
    assert "press enter to go on; ? for help" in out
    assert "先说两句。" in out
    assert "σ(2) = 0.8808" in out
    assert "write a number or a formula behind the t" in out
    assert out.count("A word first.") == 4
    assert "no hint" in out
    assert "stopped at step 2 of 12" in out


def test_at_a_question_a_colon_commands_and_the_hint_helps(learn, tutor):
    out = learn("h", ":b", "o").out
    assert "Hint two halves" in out


def test_the_next_line_of_a_derivation_can_be_guessed(learn, tutor):
    first = place_of(learn().out, "a quarter")
    forget(tutor)
    out = learn(first, *[""] * 5, "g x", "g σ(x)(1−σ(x))", "q").out
    assert "guess σ′(x) first" in out
    assert "Almost: at x = 0 yours gives 0, not 0.25" in out
    assert "means exactly the same" in out
    assert out.index("means exactly the same") < out.index("Reason: two factors")


def test_what_a_lesson_asks_counts_as_new_today_and_its_other_cards_come_first_tomorrow(learn, tutor):
    """Three new cards a day: the two the lesson asked leave room for one, and that one is the lesson's own."""
    tutor.home.mkdir(exist_ok=True)
    (tutor.home / "config.toml").write_text("new_per_day = 3\n", "utf-8")
    assert tutor("due", "--json").json["new"] == 3
    walked(learn, tutor)
    told = tutor("due", "--json").json
    assert (told["due"], told["new"]) == (0, 1)
    assert "And the tails of σ?" in tutor("--plain", "review").out
    tutor.now = "2026-11-21T08:00+08:00"
    told = tutor("due", "--json").json
    assert (told["due"], told["new"]) == (2, 3), "both return on the next day, and three new cards may join them"


def test_a_guess_before_the_lesson_leaves_the_day_as_it_was(learn, tutor):
    before = tutor("due", "--json").json
    learn("2", "q")
    assert [kind for kind, _, _ in events(tutor)] == ["practised"] + ["step"] * (len(events(tutor)) - 1)
    told = tutor("due", "--json").json
    assert (told["due"], told["new"]) == (before["due"], before["new"])
    assert tutor("card", "third.peak", "--json").json["review_count"] == 0


def test_a_lesson_taken_twice_asks_again_as_practice_and_ends_again(learn, tutor):
    walked(learn, tutor)
    rated = [event for event in events(tutor) if event[0] == "answered"]
    tutor.now = "2026-11-20T09:00+08:00"
    assert set(bit_by_bit(learn)) == set(range(1, 13)), "from the first step, nothing passed over"
    assert [event for event in events(tutor) if event[0] == "answered"] == rated
    assert [card for kind, card, _ in events(tutor) if kind == "practised"] == [
        "third.peak",
        "third.peak",
        "third.peak",
        "third.say-it",
    ]
    assert sum(body.get("done", False) for kind, _, body in events(tutor) if kind == "step") == 2


def test_undo_takes_an_answer_back_after_a_restart(learn, tutor):
    right = place_of(learn().out, "a quarter")
    forget(tutor)
    learn(right, "q")
    out = learn("u", "q").out
    assert "undone: answer it again" in out
    assert [kind for kind, _, _ in events(tutor)] == ["practised", "undone"]


def test_d_opens_the_folded_part(learn, tutor):
    out = learn(*["s"] * 10, "d", "q").out
    assert "the why behind" in out


def test_why_in_a_lesson_is_the_lesson(learn):
    """Not the order of the course, which is why a review asks a new card."""
    out = learn(*["s"] * 5, "i", "q").out
    assert "The lesson has come to it." in out
    assert "in the order of the course" not in out


def test_the_end_of_input_keeps_the_place(learn, tutor):
    done = learn("s", "s")
    assert done.code == 0
    assert "stopped at step 3 of 12" in done.out
    assert "[3/12]" in learn().out


def test_a_suspended_card_is_not_asked(learn, tutor):
    learn("q")
    tutor("suspend", "third.peak")
    assert "10 steps" in learn("q").out


def test_a_lesson_in_chinese(learn, tutor):
    tutor.lang = "zh"
    out = learn("1", "", "", "q").out
    assert "还没学，先猜一猜" in out
    assert "A word" not in out
