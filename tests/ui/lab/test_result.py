"""The screens of an experiment: its question, its run, its result, at three widths in both languages."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.labs import fake
from tutor.labs.outcome import Outcome
from tutor.labs.settings import settled
from tutor.text import Text
from tutor.ui.lab import asking, ending, listing, plain, result, running
from tutor.ui.lines import measure, text_of

WIDTHS = (40, 80, 120)


@pytest.fixture(autouse=True)
def _coins(monkeypatch):
    fake.install(monkeypatch)


def outcome(groups=4, predicted="close"):
    coins = fake.COINS
    return Outcome(coins, settled(coins, {}, "1"), fake.result(groups, 1000, 0.5, 0), groups / 4, predicted)


def run(groups=2, spent=3.0):
    step = fake.Step(groups / 4, fake.say("doing", n=groups + 1), lambda: None)
    return running.Run(fake.COINS, step, fake.result(groups, 1000, 0.5, 0), spent)


def shown(rows, columns, *, ascii_only=False):
    assert all(measure(row) <= columns for row in rows), max(map(measure, rows))
    found = [text_of(row) for row in rows]
    assert not ascii_only or all(row.isascii() for row in found), [row for row in found if not row.isascii()]
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", WIDTHS)
def test_a_result_as_it_was_looked_at(columns, language, golden):
    rows = result.lines(outcome(), columns, None, language)
    golden(f"lab-result-{columns}-{language}", shown(rows, columns))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", WIDTHS)
def test_a_run_as_it_was_looked_at(columns, language, golden):
    rows = running.screen(run(), columns, 24, language)
    assert len(rows) == 24
    golden(f"lab-run-{columns}-{language}", shown(rows, columns))


@pytest.mark.parametrize("language", ["zh", "en", "both"])
@pytest.mark.parametrize("columns", [40, 80])
def test_a_question_as_it_was_looked_at(columns, language, golden):
    rows = asking.screen(asking.asking(fake.COINS, language), columns, 24)
    golden(f"lab-question-{columns}-{language}", shown(rows, columns))


def test_ascii_holds_nothing_else(golden):
    golden("lab-result-ascii", shown(result.lines(outcome(), 80, None, "en", ascii_only=True), 80, ascii_only=True))
    shown(running.screen(run(), 80, 24, "en", ascii_only=True), 80, ascii_only=True)
    shown(ending.lines(outcome(), 80, "en", ascii_only=True), 80, ascii_only=True)


def test_the_first_page_holds_the_verdict_and_the_whole_first_picture():
    rows = shown(result.lines(outcome(), 80, 23, "zh", verdict_first=True), 80)
    first = "\n".join(rows[:23])
    assert "结论" in first
    assert "横轴：次数" in first
    assert rows[23] == ""


@pytest.mark.parametrize("rows", [12, 19, 20, 21, 23, 39])
def test_every_picture_is_on_the_page_and_the_first_is_never_parted(rows):
    """Where the verdict leaves too little room, the first picture begins on the second page."""
    found = shown(result.lines(outcome(), 80, rows, "zh", verdict_first=True), 80)
    for finding in outcome().result.findings:
        assert finding.title.zh in found
    first, second = found.index("频率随次数的变化"), found.index("各组最后的频率")
    assert second <= rows + 1 if first < rows - 5 else first == rows
    assert second - first <= rows + 1 or rows < 13


def test_parts_begin_where_they_are_said_to():
    parts = result.blocks(outcome(), 80, 23, "zh", verdict_first=True)
    rows = result.lines(outcome(), 80, 23, "zh", verdict_first=True)
    for start, part in zip(result.starts(parts), parts, strict=True):
        assert rows[start] == part[0]


def test_what_was_stopped_says_so_and_how_far_it_came():
    text = "\n".join(shown(result.lines(outcome(2), 80, None, "en"), 80))
    assert "Stopped early: only 50\N{NO-BREAK SPACE}% was done" in text
    nothing = "\n".join(shown(result.lines(outcome(0), 80, None, "en"), 80))
    assert "Not one group is done yet." in nothing
    assert "Measured:" not in nothing


@pytest.mark.parametrize(
    ("predicted", "told"), [("near", "✓ as you expected"), ("far", "✗ not what you expected"), ("", "")]
)
def test_a_prediction_meets_the_measurement(predicted, told):
    text = "\n".join(shown(result.lines(outcome(4, predicted), 80, None, "en"), 80))
    assert told in text
    assert ("You expected" in text) == bool(predicted)
    assert "Measured: one or two per cent" in text


@settings(max_examples=15, deadline=None)
@given(columns=st.integers(20, 140), rows=st.integers(4, 50), language=st.sampled_from(["zh", "en", "both"]))
def test_every_screen_fits_every_terminal(columns, rows, language):
    shown(result.lines(outcome(), columns, rows, language, verdict_first=True), columns)
    shown(ending.lines(outcome(), columns, language), columns)
    for screen in (
        running.screen(run(), columns, rows, language),
        asking.screen(asking.asking(fake.COINS, language), columns, rows),
    ):
        assert len(screen) == rows
        shown(screen, columns)
    assert "停" in text_of(running.screen(run(), columns, rows, "zh")[-1]) or columns < 24


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["enter"], ""),
        (["0"], ""),
        (["2"], "near"),
        (["２"], "near"),
        (["up", "enter"], "far"),
        (["down", "down", " "], "near"),
        (["9", "x", "1"], "close"),
    ],
)
def test_digits_arrows_and_enter_answer(keys, given):
    now = asking.asking(fake.COINS, "en")
    for key in keys:
        assert now.given is None
        now = asking.changed(now, key)
    assert now.given == given


def test_a_question_names_the_settings_that_change_it():
    options = ("--throws 10", "--chance 0.3")
    rows = asking.screen(asking.asking(fake.COINS, "en", options), 80, 24)
    on_screen, usual = (
        "\n".join(map(text_of, found)) for found in (rows, asking.screen(asking.asking(fake.COINS, "en"), 80, 24))
    )
    assert "Settings this time: --throws 10 --chance 0.3." in on_screen
    assert "Settings" not in usual
    assert any("--throws 10 --chance 0.3" in said for said in plain.question(fake.COINS, "zh", options))
    assert not any("设置" in said for said in plain.question(fake.COINS, "zh"))


def test_what_stays_behind_says_that_a_run_was_stopped():
    stopped, whole = ("\n".join(map(text_of, ending.lines(outcome(groups), 80, "en"))) for groups in (3, 4))
    assert "Stopped early: only 75" in stopped
    assert "Stopped" not in whole


def test_bars_are_read_without_the_heading_of_a_table():
    said = list(plain.spoken(outcome(), "zh"))
    assert any(row.startswith("第 1 组：0.") for row in said)
    assert not any("数值" in row for row in said)


def test_lines_say_that_no_answer_came_true():
    open_ended = replace(outcome().result, answer="")
    asked = replace(outcome(), result=open_ended)
    assert "this measurement cannot tell which answer is right" in list(plain.guess(asked, "en"))
    assert list(plain.guess(replace(asked, done=0.5), "en")) == list(plain.guess(asked, "en"))[:1]


def test_a_question_can_be_left_and_read_in_another_language():
    now = asking.asking(fake.COINS, "zh")
    assert asking.changed(now, "q").left
    assert asking.changed(now, "esc").left
    assert asking.changed(now, "L").language == "en"


@pytest.mark.parametrize(
    ("done", "spent", "seconds"), [(0.0, 9.0, None), (0.5, 0.1, None), (0.25, 2.0, 6), (1.0, 2.0, 0)]
)
def test_the_time_left_is_told_when_it_can_be_known(done, spent, seconds):
    assert running.left(done, spent) == seconds


@pytest.mark.parametrize("columns", [40, 80])
def test_the_list_has_every_lab_and_a_command(columns):
    rows = shown(listing.lines((fake.COINS,), columns, "en"), columns)
    assert rows[0].startswith("coins")
    assert "tutor lab coins" in " ".join(rows)


def test_a_function_keeps_its_stroke_in_the_second_chart():
    """GELU is second of three, then alone: dashed both times, with its letter once there are five."""
    from dataclasses import replace

    def chart(*functions):
        points = ((0.0, 1.0), (1.0, 2.0))
        return fake.Chart(
            fake.say("title"), fake.say("across"), tuple(fake.Series(Text.same(f), points, f) for f in functions)
        )

    found = outcome()
    for first, legend in ((("relu", "gelu", "tanh"), "╌╌ gelu"), (("relu", "silu", "elu", "selu", "gelu"), "━━e gelu")):
        charts = (chart(*first), chart("gelu"))
        rows = shown(result.lines(replace(found, result=replace(found.result, findings=charts)), 80, None, "en"), 80)
        assert len([row for row in rows if legend in row]) == 2
