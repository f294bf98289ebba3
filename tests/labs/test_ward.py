"""A unit in trouble: what gradient descent can do for it, and what it cannot."""

import numpy as np
import pytest

from tutor.labs import ward
from tutor.labs.patients import AFTER, BEFORE, REMEDIES, RUNS, SAMPLES, SHOCK_AT, Case, Course
from tutor.labs.ward import report

FAR_BELOW = Case(sunk=4.0)
NEGATIVE = Case(signs="down", positive=True)
PUSHED = Case(signs="up", lit=0.6, positive=True, shock=20.0)
ABSURD = Case(signs="up", lit=0.6, positive=True, shock=300.0)
SATURATED = Case("sigmoid", weights=200.0)
ASLEEP = Case(lit=0.14, rate=0.01)


@pytest.mark.parametrize(
    ("case", "remedy", "works"),
    [
        (FAR_BELOW, "wait", False),  # slope 0: nothing of its own ever moves
        (FAR_BELOW, "rate", False),
        (FAR_BELOW, "clip", False),
        (FAR_BELOW, "leaky", False),  # not quite dead, but far too slow
        (FAR_BELOW, "bias", True),
        (FAR_BELOW, "norm", True),
        (NEGATIVE, "scale", False),  # a positive factor changes no sign
        (NEGATIVE, "bias", False),
        (NEGATIVE, "inputs", True),
        (PUSHED, "wait", False),
        (PUSHED, "rate", True),
        (ABSURD, "rate", False),
        (ABSURD, "clip", True),
        (SATURATED, "scale", True),  # for a sigmoid size is what counts
        (SATURATED, "bias", False),
        (ASLEEP, "wait", True),
    ],
)
def test_what_wakes_a_unit(case, remedy, works):
    course = report(case, 0).after[remedy]
    assert (course.works, course.fails) == (works, not works)


def test_a_course_tells_every_step_and_a_report_every_remedy():
    told = report(PUSHED, 0)
    assert tuple(told.after) == REMEDIES
    assert {len(shares) for shares in told.before.shares} == {BEFORE + 1}
    assert {len(course.shares) for course in told.after.values()} == {RUNS}
    assert {len(shares) for course in told.after.values() for shares in course.shares} == {AFTER + 1}


def test_the_bad_batch_is_seen_in_the_loss_and_kills_from_the_next_step_on():
    before = report(PUSHED, 0).before
    assert before.losses[SHOCK_AT] > 50 * before.losses[SHOCK_AT - 1]
    assert before.shares[0][SHOCK_AT] > 0 == before.shares[0][SHOCK_AT + 1]


def test_treated_late_a_dead_unit_is_not_helped_by_smaller_steps():
    late = report(Case(signs="up", lit=0.6, positive=True, shock=20.0, late=True), 0)
    assert late.after["rate"].fails
    assert late.after["clip"].fails
    assert late.after["fresh"].works


def test_an_examination_finds_what_the_case_says():
    sunk = report(FAR_BELOW, 0).found
    assert sunk.reach[1] == pytest.approx(-4.0)
    assert (sunk.responds, sunk.darkest) == (0, 0)
    shifted = report(Case(signs="down", centre=5.0, rate=0.01), 0).found
    assert shifted.inputs == (pytest.approx(5.0, abs=0.2), pytest.approx(1.0, abs=0.2))
    assert shifted.weights[1] < 0
    asleep = report(ASLEEP, 0).found
    assert 2 <= asleep.responds <= SAMPLES / 5


def test_a_dead_unit_keeps_its_own_weights_to_the_last_bit():
    """Only what lies behind it learns; this is what dead means."""
    born = ward._born(FAR_BELOW, 0)
    plan = ward._Plan(ward.quick(ward.unit("relu")), BEFORE, -1, 0.0)
    _, ended = ward._trained([ward._Arm(born, 0.05)], plan)
    assert (ended.first[:, :, 0] == born.first[:, :, 0]).all()
    assert (ended.biases[:, 0, 0] == born.biases[:, 0, 0]).all()
    assert not np.allclose(ended.first[:, :, 1], born.first[:, :, 1])


def test_arms_side_by_side_do_not_touch_each_other():
    born = ward._born(PUSHED, 0)
    plan = ward._Plan(ward.quick(ward.unit("relu")), BEFORE, SHOCK_AT, 20.0)
    arms = [ward._Arm(born, 0.05), ward._Arm(born, 0.005), ward._Arm(born, 0.05, 1.0)]
    together, _ = ward._trained(arms, plan)
    alone = [ward._trained([arm], plan)[0][0] for arm in arms]
    assert [course.shares for course in together] == [course.shares for course in alone]


def test_the_same_seed_is_the_same_case_and_another_one_another():
    assert report(ASLEEP, 1) == report(ASLEEP, 1) != report(ASLEEP, 0)


def test_awake_means_to_the_end_and_what_diverged_is_not_awake():
    steady, dying, sleeping = (0.5,) * (AFTER + 1), (*(0.5,) * AFTER, 0.0), (0.02,) * (AFTER + 1)
    course = Course((steady, dying, sleeping, steady), (False, False, False, True), ())
    assert (course.awake, course.dead) == (1, 2)
    assert (course.works, course.fails) == (False, False)
