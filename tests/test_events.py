"""Undo of an undo is a redo, whatever the clocks say."""

from hypothesis import given
from hypothesis import strategies as st

from tutor.events import Event, taken_back


def test_an_undo_takes_back_and_its_undo_brings_back():
    assert taken_back([("u1", "a")]) == {"a"}
    assert taken_back([("u1", "a"), ("u2", "u1")]) == {"u1"}
    assert taken_back([("u1", "a"), ("u2", "u1"), ("u3", "u2")]) == {"a", "u2"}


def test_two_undos_of_one_event_need_two_redos():
    assert taken_back([("u1", "a"), ("v1", "a"), ("u2", "u1")]) == {"a", "u1"}


def test_a_forged_loop_ends():
    assert taken_back([("a", "b"), ("b", "a")]) <= {"a", "b"}
    assert taken_back([("a", "a")]) <= {"a"}
    assert taken_back([("a", "a"), ("u", "c")]) >= {"c"}


@given(st.integers(0, 60))
def test_a_chain_alternates(length):
    chain = [(f"e{n + 1}", f"e{n}") for n in range(length)]
    assert taken_back(chain) == {f"e{n}" for n in range(length) if (length - n) % 2}


@given(st.permutations([("u1", "a"), ("u2", "u1"), ("u3", "b"), ("u4", "u3"), ("u5", "u4")]))
def test_the_order_of_names_does_not_matter(undone):
    assert taken_back(undone) == {"u1", "b", "u4"}


def test_order_is_instant_then_id():
    early, late = Event("b", "d", 1, 5, "answered", "c"), Event("a", "d", 2, 4, "answered", "c")
    assert sorted([late, early], key=lambda e: e.order) == [early, late]
