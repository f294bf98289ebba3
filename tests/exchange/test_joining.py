"""Decks that come in beside those there are: new, changed, the same, gone; nothing twice."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tutor.exchange.foreign import Head, flash
from tutor.exchange.joining import join
from tutor.syllabus.deck import Deck


def deck(name, *cards, title="", **more):
    made = tuple(flash(Head(card[0], name), card[0], card[1:] or "answer") for card in cards)
    return Deck(name, title or name.title(), "csv", made, **more)


def applied(there, joined):
    return there | {one.deck.id: one.deck for one in joined.changes if one.changes}


def came(there, *decks, file="a.csv", taken=(), whole=True):
    joined = join(decks, there, taken, file, whole=whole)
    return applied(there, joined), joined


def counts(joined):
    return {one.deck.id: (one.new, one.updated, one.same, one.gone) for one in joined.changes}


def letters(there):
    return {name: "".join(card.id for card in one.cards) for name, one in there.items()}


def test_a_first_import_is_all_new_and_a_second_changes_nothing():
    there, joined = came({}, deck("d", "a", "b"), deck("e", "c"))
    assert counts(joined) == {"d": (2, 0, 0, 0), "e": (1, 0, 0, 0)}
    again, joined = came(there, deck("d", "a", "b"), deck("e", "c"))
    assert counts(joined) == {"d": (0, 0, 2, 0), "e": (0, 0, 1, 0)}
    assert not any(one.changes for one in joined.changes)
    assert again == there
    assert {card.source for one in there.values() for card in one.cards} == {"a.csv"}


def test_a_new_version_of_a_file_updates_adds_and_takes_away():
    there, _ = came({}, deck("d", "a", "b", "c"))
    there, joined = came(there, deck("d", "x", "b!", "a"))
    assert counts(joined) == {"d": (1, 1, 1, 1)}
    assert letters(there) == {"d": "xba"}


def test_cards_are_gone_only_from_the_file_they_came_from():
    there, _ = came({}, deck("d", "a", "b"))
    there, joined = came(there, deck("d", "c"), file="b.csv")
    assert counts(joined) == {"d": (1, 0, 0, 0)}
    assert letters(there) == {"d": "cab"}
    there, joined = came(there, deck("d", "a"))
    assert letters(there) == {"d": "ac"}


def test_another_file_of_the_same_name_takes_nothing_away():
    there, _ = came({}, deck("d", "a", "b"))
    there, joined = came(there, deck("d", "x", "y"))
    assert counts(joined) == {"d": (2, 0, 0, 0)}
    assert letters(there) == {"d": "xyab"}


def test_a_file_that_is_a_part_takes_nothing_away():
    there, _ = came({}, deck("d", "a", "b"))
    assert letters(came(there, deck("d", "a"), whole=False)[0]) == {"d": "ab"}


def test_a_known_card_stays_in_its_deck():
    there, _ = came({}, deck("d", "a", "b"))
    there, joined = came(there, deck("e", "a!", "c"), whole=False)
    assert counts(joined) == {"e": (1, 0, 0, 0), "d": (0, 1, 0, 0)}
    assert letters(there) == {"d": "ab", "e": "c"}
    assert all(card.lesson == name for name, one in there.items() for card in one.cards)


def test_cards_of_the_course_are_left_to_it():
    there, joined = came({}, deck("d", "a", "b"), deck("e", "c"), taken={"a", "c"})
    assert (letters(there), joined.others) == ({"d": "b"}, 2)


def test_a_card_that_knows_where_it_comes_from_keeps_that():
    told = deck("d", "a")
    told = replace(told, cards=(replace(told.cards[0], source="a book"),))
    there, _ = came({}, told)
    assert there["d"].cards[0].source == "a book"
    there, _ = came(there, deck("d", "a!"))
    assert there["d"].cards[0].source == "a book"


def test_a_new_title_is_a_change_and_another_file_name_is_none():
    there, _ = came({}, deck("d", "a"))
    _, joined = came(there, deck("d", "a", title="New"))
    assert (counts(joined), joined.changes[0].changes) == ({"d": (0, 0, 1, 0)}, True)
    _, joined = came(there, deck("d", "a"), file="renamed.csv")
    assert not joined.changes[0].changes


CARDS = st.lists(st.sampled_from(["a", "b", "c", "a!", "b!", "c?"]), max_size=5)
FILES = st.lists(st.tuples(st.sampled_from(["d", "e"]), CARDS, st.sampled_from(["a.csv", "b.csv"])), max_size=5)


@given(FILES, st.booleans())
def test_whatever_comes_no_card_is_twice_and_what_came_last_is_there(files, whole):
    there = {}
    for name, cards, file in files:
        there, joined = came(there, deck(name, *cards), file=file, whole=whole)
        ids = [card.id for one in there.values() for card in one.cards]
        assert len(ids) == len(set(ids))
        texts = {card.id: card.body.answer.en[0] for one in there.values() for card in one.cards}
        for card in dict.fromkeys(card[0] for card in cards):
            first = next(one for one in cards if one[0] == card)
            assert texts[card] == (first[1:] or "answer")
        again, joined = came(there, deck(name, *cards), file=file, whole=whole)
        assert again == there
        assert not any(one.changes for one in joined.changes)
    assert all(replace(one, cards=()) for one in there.values())
