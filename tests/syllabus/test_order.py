"""The order of lessons."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tutor.syllabus.order import Head, circle, ordered


def test_parts_then_needs_then_items_then_names():
    heads = [
        Head("z", 1, covers=("1.2",)),
        Head("y", 1, covers=("1.10",)),
        Head("b", 1),
        Head("a", 1),
        Head("late", 2, covers=("2.1",), needs=("later",)),
        Head("later", 2, covers=("2.2",)),
        Head("x", 1, covers=("1.1",), needs=("y",)),
    ]
    assert ordered(heads) == ("z", "y", "x", "a", "b", "later", "late")


def test_a_need_in_another_part_does_not_move_a_lesson():
    assert ordered([Head("a", 1, ("b",)), Head("b", 2), Head("c", 1)]) == ("a", "c", "b")


def test_circles():
    heads = [
        Head("a", 1, ("b",)),
        Head("b", 1, ("a",)),
        Head("c", 1, ("a",)),
        Head("d", 1, ("d",)),
        Head("e", 1, ("gone",)),
    ]
    assert circle(heads) == {"a", "b", "d"}


ids = st.sampled_from("abcdefg")
heads = st.lists(
    st.builds(
        Head,
        ids,
        st.integers(1, 2),
        st.lists(ids, max_size=3).map(tuple),
        st.lists(st.sampled_from(["1.1", "1.10", "2.3", "x"]), max_size=2).map(tuple),
    ),
    unique_by=lambda head: head.id,
)


@given(heads)
def test_every_lesson_has_one_place_behind_what_it_needs(heads):
    order = ordered(heads)
    assert sorted(order) == sorted(head.id for head in heads)
    by_id = {head.id: head for head in heads}
    turning = circle(heads)
    place = {name: index for index, name in enumerate(order)}
    assert [by_id[name].part for name in order] == sorted(head.part for head in heads)
    for head in heads:
        for need in head.needs:
            if need in by_id and by_id[need].part == head.part and not turning:
                assert place[need] < place[head.id]


@given(heads, st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(heads, random):
    shuffled = list(heads)
    random.shuffle(shuffled)
    assert ordered(shuffled) == ordered(heads)
