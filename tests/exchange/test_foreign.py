"""Cards from files of other programs: what becomes of plain questions, and how they are recognised again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.exchange.foreign import Head, card_id, chosen, deck_id, flash, gapped
from tutor.questions.answers import Typed
from tutor.questions.codec import card_from_json, card_to_json
from tutor.questions.grading import judge
from tutor.questions.showing import draw
from tutor.text import Text

HEAD = Head("csv-1", "csv-deck", ("tag",), "because", "a hint")


def test_a_flash_card_says_the_same_in_both_languages_and_belongs_to_its_deck():
    card = flash(HEAD, "What is {x}?", "A brace.\nTwo lines.")
    showing = draw(card)
    assert (showing.ask, showing.answer) == (Text.same("What is {x}?"), Text.same("A brace.\nTwo lines."))
    assert (showing.why, showing.hint) == (Text.same("because"), Text.same("a hint"))
    assert (card.lesson, card.part, card.fact, card.tags) == ("csv-deck", 0, "csv-1", ("tag",))
    assert card_from_json(card_to_json(card)) == card


def test_a_short_gap_is_typed_and_a_long_one_recalled():
    card = gapped(HEAD, "The ", "order", " of a group", ("size",))
    assert card.kind == "cloze"
    assert draw(card).ask == Text.same("The ⟦…⟧ of a group")
    assert [judge(draw(card), Typed(text)).right for text in ("order", "Size", "shape")] == [True, True, False]
    for gap in ("the cardinality of its underlying set, whatever that is", "two\nlines", "+", "激活" * 12):
        card = gapped(HEAD, "It is ", gap, ".")
        assert card.kind == "flash"
        assert (draw(card).ask.en, draw(card).answer.en) == ("It is ⟦…⟧.", gap)


@pytest.mark.parametrize(
    ("options", "several", "kind"),
    [
        ("+ReLU tanh", False, "choice"),
        ("+ReLU +GELU tanh", False, "multi"),
        ("+ReLU tanh", True, "multi"),
        ("+ReLU", False, "flash"),
        ("+a b c d e f g", False, "flash"),
        ("+a b c d e f", False, "choice"),
        ("+a a b", False, "choice"),
    ],
)
def test_options_become_a_question_that_keys_can_answer(options, several, kind):
    given_ = [(word.removeprefix("+"), word.startswith("+")) for word in options.split()]
    card = chosen(HEAD, "Which?", given_, several=several)
    assert card is not None
    assert card.kind == kind
    assert "ReLU" not in options or "ReLU" in draw(card).answer.en


def test_nothing_is_asked_where_nothing_is_right():
    assert chosen(HEAD, "Which?", [("a", False), ("b", False)]) is None
    assert chosen(HEAD, "Which?", []) is None


def test_a_list_that_is_too_long_for_keys_is_shown_and_recalled():
    card = chosen(HEAD, "Which?", [(letter, letter in "bd") for letter in "abcdefgh"])
    assert draw(card).ask.en.splitlines()[-1] == "• h"
    assert draw(card).answer.en == "b\nd"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Geometry", "csv-geometry"),
        ("my deck_2", "csv-my-deck-2"),
        ("relu", "csv-relu"),
        ("Bio::Cell", "csv-bio-cell-612f89"),
        ("深度学习", None),
        ("", None),
        ("-", None),
        ("x" * 200, None),
    ],
)
def test_the_id_of_a_deck_can_be_typed_and_tells_titles_apart(title, name):
    found = deck_id("csv", title)
    assert found == (name or found)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) < 60


def test_titles_and_cards_that_differ_have_other_ids():
    titles = ["a", "A B", "a::b", "a.b", "a b!", "激活", "函数", "激活 b", "", "x" * 50, "x" * 51]
    assert len({deck_id("csv", title) for title in titles}) == len(titles)
    assert deck_id("csv", "My Deck") == deck_id("csv", "my-deck")
    assert card_id("csv", "a", "b c") == card_id("csv", "a", " b\nc ")
    assert (
        len({card_id(*parts) for parts in (("csv", "a", "b"), ("csv", "ab", ""), ("csv", "ab"), ("anki", "a", "b"))})
        == 4
    )


@given(st.text(), st.text())
def test_any_text_has_an_id(title, text):
    assert re.fullmatch(r"[a-z0-9-]+", deck_id("hashcards", title))
    assert re.fullmatch(r"hashcards-[0-9a-f]{12}", card_id("hashcards", title, text))
