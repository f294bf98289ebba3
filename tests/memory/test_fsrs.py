"""FSRS-6 against its oracle (py-fsrs), golden histories and its own laws."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import isclose

import fsrs as oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.memory.fsrs import (
    DEFAULT_WEIGHTS,
    KNOWN_WEIGHTS,
    WEIGHTS_VERSION,
    first_memory,
    interval,
    next_difficulty,
    next_memory,
    retrievability,
)

START = datetime(2026, 1, 1, 8, tzinfo=UTC)
GRADES = st.integers(1, 4)
HISTORIES = st.lists(st.tuples(GRADES, st.integers(0, 2000)), min_size=1, max_size=30)
OWN_WEIGHTS = st.sampled_from(
    [
        DEFAULT_WEIGHTS,
        (
            *(w * 0.93 for w in DEFAULT_WEIGHTS[:7]),
            0.01,
            *(w * 0.95 for w in DEFAULT_WEIGHTS[8:16]),
            1.5,
            *DEFAULT_WEIGHTS[17:20],
            0.2,
        ),
        (*(w * 1.07 for w in DEFAULT_WEIGHTS[:20]), 0.3),
    ]
)


def replayed(history, weights=DEFAULT_WEIGHTS):
    (grade, _), *rest = history
    memory = first_memory(grade, weights)
    for grade, elapsed in rest:
        memory = next_memory(*memory, grade, elapsed, weights)
    return memory


def by_oracle(history, weights=DEFAULT_WEIGHTS):
    scheduler = oracle.Scheduler(
        parameters=weights, learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=36_500
    )
    card, now = oracle.Card(card_id=1), START
    for number, (grade, elapsed) in enumerate(history):
        now += timedelta(days=elapsed if number else 0)
        card, _ = scheduler.review_card(card, oracle.Rating(grade), now)
    return card, now


@settings(max_examples=200, deadline=None)
@given(HISTORIES, OWN_WEIGHTS)
def test_whole_histories_agree_with_the_oracle(history, weights):
    stability, difficulty = replayed(history, weights)
    card, now = by_oracle(history, weights)
    assert isclose(stability, card.stability, rel_tol=1e-5)
    assert isclose(difficulty, card.difficulty, rel_tol=1e-5)
    assert abs((card.due - now).days - min(max(round(interval(stability, 0.9, weights)), 1), 36_500)) <= (
        1 if abs(interval(stability, 0.9, weights) % 1 - 0.5) < 1e-6 else 0
    )


@pytest.mark.parametrize(
    ("history", "stability", "difficulty"),
    [
        ("3,0 3,2 3,11 3,46 3,163", 497.44719, 2.09059),
        ("3,0 3,3 3,15 1,40", 3.10652, 7.38998),
        ("3,0 3,3 3,15 1,40 3,0 3,2 3,9", 18.43210, 7.35353),
        ("1,0 1,0 3,0 3,0 3,1 2,4", 2.28683, 9.16578),
        ("4,0 4,8 3,400 1,1000", 8.03620, 7.02699),
        ("4,0 4,8 4,60 4,400 4,2000 4,9000", 26920.81364, 1.0),
        ("1,0 1,1 1,1 1,1 1,1 1,1 1,1", 0.01130, 9.97350),
    ],
)
def test_golden_histories(history, stability, difficulty):
    """Histories of (grade,days), measured with py-fsrs 6.3, fsrs-rs and Anki's backend."""
    steps = [tuple(map(int, step.split(","))) for step in history.split()]
    assert replayed(steps) == (pytest.approx(stability, abs=6e-6), pytest.approx(difficulty, abs=6e-6))


def test_a_first_again_to_easy_in_days():
    assert [round(first_memory(grade)[0], 4) for grade in (1, 2, 3, 4)] == [0.212, 1.2931, 2.3065, 8.2956]


@given(st.floats(0.001, 40_000), st.floats(0.7, 0.97))
def test_interval_is_the_inverse_of_retrievability(stability, retention):
    assert isclose(retrievability(interval(stability, retention), stability), retention, rel_tol=1e-9)


@pytest.mark.parametrize("stability", [0.01, 1.0, 30.0, 5000.0])
def test_recall_is_certain_at_once_and_nine_in_ten_after_one_stability(stability):
    assert retrievability(0, stability) == 1
    assert retrievability(stability, stability) == pytest.approx(0.9, abs=1e-12)
    assert interval(stability, 0.9) == pytest.approx(stability, rel=1e-12)


@given(st.floats(0.001, 20_000), st.floats(1, 10), st.integers(0, 4000))
def test_a_better_grade_never_leaves_less_and_never_makes_harder(stability, difficulty, elapsed):
    after = [next_memory(stability, difficulty, grade, elapsed) for grade in (1, 2, 3, 4)]
    assert sorted(s for s, _ in after) == [s for s, _ in after]
    assert sorted((d for _, d in after), reverse=True) == [d for _, d in after]
    assert all(1 <= d <= 10 for _, d in after)


@given(st.floats(0.001, 20_000), st.floats(1, 10), GRADES)
def test_no_days_is_the_short_term_formula_and_one_day_is_not(stability, difficulty, grade):
    same_day = next_memory(stability, difficulty, grade, 0)
    assert same_day == next_memory(stability, difficulty, grade, -3)
    assert same_day[0] >= stability or grade == 1
    assert same_day[1] == next_memory(stability, difficulty, grade, 1)[1] == next_difficulty(difficulty, grade)


def test_stability_never_falls_below_a_thousandth_of_a_day():
    memory = (0.002, 9.0)
    for _ in range(50):
        memory = next_memory(*memory, 1, 0)
    assert memory[0] == 0.001


def test_a_weight_below_the_least_stability_is_raised():
    assert first_memory(1, (0.0, *DEFAULT_WEIGHTS[1:]))[0] == 0.001


def test_the_default_weights_are_known_by_their_version():
    assert KNOWN_WEIGHTS[WEIGHTS_VERSION] is DEFAULT_WEIGHTS
    assert len(DEFAULT_WEIGHTS) == 21
    assert oracle.Scheduler().parameters == DEFAULT_WEIGHTS


def test_difficulty_stays_on_its_scale_under_any_weights():
    assert first_memory(1, (*DEFAULT_WEIGHTS[:4], 20.0, *DEFAULT_WEIGHTS[5:]))[1] == 10
    assert first_memory(4, (*DEFAULT_WEIGHTS[:4], -20.0, *DEFAULT_WEIGHTS[5:]))[1] == 1


def test_the_name_of_the_weights_is_in_every_journal_and_must_not_change():
    assert WEIGHTS_VERSION == "fsrs6-default"
