"""Which headlines are asked: by the seed alone, the needed ones more often first."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tutor.sessions.interview_choice import ROLES, Standing, order, weight

DAY = 739_000
FRESH = [Standing(name, 5) for name in ("why-nonlinearity", "stable-softmax", "dying-relu", "lstm-gates")]


@given(st.text(max_size=5), st.sampled_from([None, *ROLES]))
def test_the_same_seed_gives_the_same_interview(seed, role):
    """Whatever order the ladders come in; each is asked once."""
    first = order(FRESH, DAY, seed, role=role)
    assert first == order(FRESH[::-1], DAY, seed, role=role)
    assert sorted(first) == sorted(one.ladder for one in FRESH)


def test_seeds_differ():
    assert len({order(FRESH, DAY, seed) for seed in range(40)}) > 10


def first_of(standings, role=None):
    return Counter(order(standings, DAY, seed, role=role)[0] for seed in range(2000))


def test_what_slipped_comes_before_what_is_new_and_both_before_what_holds():
    """Weights 4 : 3 : 0.5 over 2000 seeds, within four standard deviations."""
    slipped, new, holds = Standing("a", 5, 2, DAY - 3), Standing("b", 5), Standing("c", 5, 5, DAY - 3)
    counts = first_of([slipped, new, holds])
    for name, share in (("a", 4 / 7.5), ("b", 3 / 7.5), ("c", 0.5 / 7.5)):
        assert abs(counts[name] / 2000 - share) < 4 * (share * (1 - share) / 2000) ** 0.5


def test_a_ladder_climbed_today_hardly_comes_again():
    today, new = Standing("a", 5, 2, DAY), Standing("b", 5)
    assert first_of([today, new])["b"] > 1800


def test_a_top_that_is_due_is_worth_asking():
    assert weight(Standing("a", 5, 5, DAY - 9, due=True), DAY) > weight(Standing("a", 5, 5, DAY - 9), DAY)


def test_a_role_leans_and_leaves_nothing_out():
    leaning = first_of(FRESH, "engineering")
    assert leaning["stable-softmax"] > 1.5 * leaning["dying-relu"] > 0
    assert leaning["lstm-gates"] > 1.5 * leaning["why-nonlinearity"] > 0
