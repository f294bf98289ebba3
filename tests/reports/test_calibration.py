"""Predicted against actual recall: small logs by hand, a simulated life against a plain second calculation."""

from collections import defaultdict
from math import floor, log, sqrt

import pytest

from tests.reports.learner import Learner, live, write
from tests.reports.logs import DAY, answered
from tutor.memory.fsrs import DEFAULT_WEIGHTS, first_memory, next_memory, retrievability
from tutor.reports.calibration import calibration
from tutor.store import answers
from tutor.store.journal import Journal

GOOD = DEFAULT_WEIGHTS[2]


def log_of(cards, right, days=2):
    """So many cards are met with Good, and `days` later `right` of them are known."""
    met = [(days, f"c{n}", 3) for n in range(cards)]
    return met + [(0, f"c{n}", 3 if n < right else 1) for n in range(cards)]


def test_twenty_reviews_alike_are_one_bin_and_one_group(tmp_path):
    found = calibration(answered(tmp_path, log_of(20, 15)), DAY)
    expected = retrievability(2, GOOD)
    assert (found.n, found.early, found.recalled) == (20, 0, 0.75)
    assert found.predicted == pytest.approx(expected)
    assert found.rmse is None
    full = [one for one in found.bins if one.n]
    assert [(one.low, one.high, one.n, one.recalled) for one in full] == [(0.9, 0.95, 20, 0.75)]
    assert found.verdict == "less"


def test_three_hundred_reviews_alike_have_the_difference_as_rmse(tmp_path):
    found = calibration(answered(tmp_path, log_of(300, 225)), DAY)
    assert found.rmse == pytest.approx(retrievability(2, GOOD) - 0.75)
    assert calibration(answered(tmp_path / "less", log_of(299, 225)), DAY).rmse is None


def test_below_twenty_no_share_is_told(tmp_path):
    found = calibration(answered(tmp_path, log_of(19, 15)), DAY)
    assert (found.n, found.predicted, found.recalled, found.rmse, found.verdict) == (19, None, None, None, "little")
    assert [(one.n, one.predicted, one.recalled) for one in found.bins if one.n] == [(19, None, None)]


def test_a_bin_below_twenty_stays_silent_beside_a_full_one(tmp_path):
    """Two days later recall is predicted at 91 %, three hundred days later at less than 60 %."""
    late = [(302, "d", 3), (2, "d", 1)]
    found = calibration(answered(tmp_path, [*late[:1], *log_of(20, 18), late[1]]), DAY)
    assert [(one.n, one.recalled) for one in found.bins if one.n] == [(1, None), (20, 0.9)]


def test_early_reviews_count_with_the_prediction_of_their_own_day(tmp_path):
    """One day later, a day before they were due (the log makes every card due two days on)."""
    found = calibration(answered(tmp_path, log_of(20, 20, days=1)), DAY)
    assert (found.n, found.early) == (20, 20)
    assert found.predicted == pytest.approx(retrievability(1, GOOD))


def test_a_chance_difference_fits(tmp_path):
    """91 % of 20 is 18.2; 18 and 20 are what chance makes of it."""
    for number, right in enumerate((17, 18, 20)):
        assert calibration(answered(tmp_path / str(number), log_of(20, right)), DAY).verdict == "fits"


def test_better_than_predicted_is_said(tmp_path):
    assert calibration(answered(tmp_path, log_of(200, 200)), DAY).verdict == "more"


def test_first_answers_practice_and_a_clock_set_back_are_no_reviews(tmp_path):
    """The first meeting has no prediction; the second answer of a day none either; nor one dated before the last."""
    found = calibration(answered(tmp_path, [(3, "a", 3), (3, "a", 1), (5, "a", 3)]), DAY)
    assert found.n == 0
    assert calibration(answered(tmp_path / "none", []), DAY).verdict == "little"


def test_what_lies_ahead_of_a_clock_that_was_set_back_is_left_out(tmp_path):
    log = answered(tmp_path, log_of(20, 15))
    assert (calibration(log, DAY).n, calibration(log, DAY - 1).n) == (20, 0)


def plainly(events):
    """RMSE(bins) one review at a time, by the published recipe."""
    memory, last, counts, lapses = {}, {}, defaultdict(int), defaultdict(int)
    groups = defaultdict(list)
    for card, day, grade in events:
        if card not in memory:
            memory[card] = first_memory(grade)
        else:
            elapsed = day - last[card]
            counts[card] += 1
            key = (
                round(2.48 * 3.62 ** floor(log(elapsed) / log(3.62)), 2),
                round(1.99 * 1.89 ** floor(log(counts[card] + 1) / log(1.89))),
                round(1.65 * 1.73 ** floor(log(lapses[card]) / log(1.73))) if lapses[card] else 0,
            )
            groups[key].append((retrievability(elapsed, memory[card][0]), grade > 1))
            lapses[card] += grade == 1
            memory[card] = next_memory(*memory[card], grade, elapsed)
        last[card] = day
    n = sum(map(len, groups.values()))
    squares = (
        len(own) * ((sum(p for p, _ in own) - sum(y for _, y in own)) / len(own)) ** 2 for own in groups.values()
    )
    return n, sqrt(sum(squares) / n)


@pytest.mark.parametrize(("bias", "verdict"), [(0.0, "fits"), (-0.15, "less")])
def test_a_simulated_life_against_a_plain_calculation(tmp_path, bias, verdict):
    learner = Learner(cards=tuple((f"c{n}", "flash") for n in range(80)), days=200, bias=bias)
    with Journal(tmp_path / "journal.sqlite3", "d", lambda: 0, lambda: "") as journal:
        found = answers.read(write(journal, live(learner)).connection)
    rated = [
        (card, day, grade)
        for card, day, grade, rates in zip(
            *(column.tolist() for column in (found.card, found.day, found.grade, found.rated)), strict=True
        )
        if rates
    ]
    told = calibration(found, learner.today)
    assert (told.n, told.rmse) == (pytest.approx(plainly(rated)[0]), pytest.approx(plainly(rated)[1]))
    assert told.verdict == verdict
