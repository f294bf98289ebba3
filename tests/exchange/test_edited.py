"""Edited cards of files whose cards have no names: which are the same, and which only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.mutate import in_time
from tutor.exchange.edited import renamed
from tutor.exchange.foreign import Head, chosen
from tutor.exchange.hashcards import read_hashcards
from tutor.exchange.joining import join


def read(text):
    return read_hashcards(text.encode(), "deck.md").decks


def came(there, text):
    joined = join(read(text), there, (), "deck.md", whole=True, by_text=True)
    after = there | {one.deck.id: one.deck for one in joined.changes if one.changes}
    return after, [(one.new, one.updated, one.same, one.gone) for one in joined.changes]


def ids(there):
    return [card.id for deck in there.values() for card in deck.cards]


LONG = "Q: Why does a deep network need non-linear activations?\nA: Layers collapse.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LONG, LONG.replace("deep network", "very deep network")),
        (LONG, LONG.replace("Layers collapse.", "All its layers collapse into one.")),
        (LONG, LONG.replace("need", "really need").replace("Layers collapse.", "They collapse.")),
        ("Q: value of σ(0)?\nA: ½\n", "Q: the value of σ(0)?\nA: ½\n"),
        ("C: The range of [sigmoid] is [(0, 1)].\n", "C: The range of [sigmoid] is the interval [(0, 1)].\n"),
    ],
)
def test_an_edited_card_keeps_its_name(before, after):
    there, _ = came({}, before)
    edited, counts = came(there, after)
    assert ids(edited) == ids(there)
    assert counts == [(0, len(ids(there)), 0, 0)]
    again, counts = came(edited, after)
    assert (again, counts) == (edited, [(0, 0, len(ids(there)), 0)])
    back, _ = came(edited, before)
    assert ids(back) == ids(there)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Q: cat\nA: 猫\n", "Q: car\nA: 车\n"),
        ("Q: σ(0) = ?\nA: ½\n", "Q: σ(1) = ?\nA: 0.73\n"),
        ("Q: Which function has a kink at 0?\nA: ReLU\n", "Q: What costs next to nothing to compute?\nA: ReLU\n"),
    ],
)
def test_another_card_is_not_taken_for_an_edit(before, after):
    anchor = "Q: a card that stays\nA: as it is\n"
    there, _ = came({}, anchor + before)
    after_all, counts = came(there, anchor + after)
    assert counts == [(1, 0, 1, 1)]
    assert set(ids(after_all)) != set(ids(there))


def options(ask, *texts):
    rows = [(text.removeprefix("+"), text.startswith("+")) for text in texts]
    return chosen(Head("csv-" + "-".join(texts).replace("+", ""), "d"), ask, rows)


def test_a_choice_is_known_by_its_right_options():
    old = options("Which of these functions is zero-centred?", "sigmoid", "+tanh")
    new = options("Which one of these is zero-centred?", "ReLU", "+tanh")
    other = options("Which one has its kink at the origin?", "+ReLU", "tanh")
    assert [card.id for card in renamed([new], {old.id: old}, ())] == [old.id]
    assert [card.id for card in renamed([other], {old.id: old}, ())] == [other.id]
    assert [card.id for card in renamed([new], {old.id: old}, {new.id})] == [new.id]


def test_facts_follow_the_names():
    there, _ = came({}, "C: The [order] of a [group].\n")
    edited, _ = came(there, "C: The [order] of a finite [group].\n")
    (deck,) = edited.values()
    assert {card.fact for card in deck.cards} == {deck.cards[0].id}


def test_among_many_edits_each_keeps_its_own_name():
    texts = [
        f"Q: What does layer number {number} of the network compute?\nA: the map {number}\n" for number in range(30)
    ]
    there, _ = came({}, "".join(texts))
    edited, counts = came(there, "".join(text.replace("compute", "compute exactly") for text in texts))
    assert ids(edited) == ids(there)
    assert counts == [(0, 30, 0, 0)]


def test_names_given_once_stay_however_many_cards_are_edited_later():
    texts = [
        f"Q: What does layer number {number} of the network compute?\nA: the map {number}\n" for number in range(90)
    ]
    there, _ = came({}, "".join(texts))
    first = [texts[0].replace("layer", "the layer"), *texts[1:]]
    there, _ = came(there, "".join(first))
    many, counts = came(there, "".join([first[0], *(f"Q: quite another thing {n}\nA: x\n" for n in range(89))]))
    assert counts == [(89, 0, 1, 89)]
    assert ids(many)[0] == ids(there)[0]


def test_a_card_that_moves_to_another_deck_of_the_home_is_no_edit_of_one_here():
    there, _ = came({}, LONG)
    other = join(read_hashcards(LONG.encode(), "other.md").decks, there, (), "other.md", whole=True, by_text=True)
    assert [one.new for one in other.changes] == [1]


TEXTS = st.sampled_from(["a", "b", "why is the sky blue and not green?", "why is the sky blue and never green?", "c"])


@given(st.lists(st.lists(st.tuples(TEXTS, TEXTS), max_size=4), max_size=4))
def test_no_name_is_given_twice(files):
    there = {}
    for cards in files:
        text = "".join(f"Q: {ask}\nA: {answer}\n" for ask, answer in cards)
        there, _ = came(there, text)
        assert len(set(ids(there))) == len(ids(there))
        again, _ = came(there, text)
        assert again == there


def test_large_decks_are_compared_in_no_time():
    before = "".join(f"Q: question number {n}\nA: {n}\n" for n in range(3000))
    there, _ = came({}, before)
    with in_time(15):
        came(there, before.replace("question", "Question about"))
