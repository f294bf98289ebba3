"""Cards written as a table and as a deck of hashcards: what stands in the file, and what comes of it when it is read."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.reading import left, told
from tests.questions import cards
from tutor.exchange.foreign import Head, chosen, flash, gapped, usable
from tutor.exchange.hashcards import read_hashcards
from tutor.exchange.hashcards_writing import hashcards, left_out
from tutor.exchange.leaving import Leaving
from tutor.exchange.plain import plain
from tutor.exchange.separated import read_separated
from tutor.exchange.separated_writing import COLUMNS, separated
from tutor.exchange.told_card import tell
from tutor.memory.state import CardState, Memory
from tutor.questions.codec import card_to_json
from tutor.questions.model import Curves
from tutor.text import Text

TODAY = 740_000
KINDS = (
    cards.flash("c.flash", points=("one", "two")),
    cards.choice("c.choice"),
    cards.multi("c.multi"),
    cards.numeric("c.numeric", unit="%"),
    cards.formula("c.formula"),
    replace(cards.cloze("c.cloze"), ask=cards.words("平的两端叫 ⟦…⟧", "the flat ends are called ⟦…⟧")),
    cards.myth("c.myth"),
)
HEAD = Head("csv-1", "csv-own", ("a", "b"), "because\nof this", "a hint")


def leaving(*given_cards, language="en", states=None):
    places = {
        "c": (Text("第一部分", "Part one"), Text("课", "Lesson")),
        "csv-own": (Text("自己的", "Own"), Text.same("My deck")),
    }
    return Leaving(given_cards, places, states or {}, (), TODAY, 0, language)


def table(*given_cards, separator=",", **more):
    return "".join(separated(leaving(*given_cards, **more), separator))


def markdown(*given_cards, **more):
    return "".join(hashcards(leaving(*given_cards, **more), "Deck"))


def rows(text, separator=","):
    body = [line for line in text.splitlines(keepends=True) if not line.startswith("#")]
    return [dict(zip(COLUMNS, row, strict=True)) for row in csv.reader(body, delimiter=separator)]


@pytest.mark.parametrize(("separator", "name"), [(",", "Comma"), ("\t", "Tab")])
def test_a_table_begins_with_what_anki_must_know(separator, name):
    lines = table(*KINDS, separator=separator).splitlines()
    assert lines[:3] == ["#tutor:1", f"#separator:{name}", "#html:false"]
    assert lines[3].split(separator)[:4] == ["#columns:id", "Front", "Back", "choices"]
    assert lines[4:6] == ["#tags column:7", "#deck column:8"]
    assert table(language="zh").splitlines()[3].split(",")[1:3] == ["正面", "背面"]


def test_every_kind_has_a_question_and_an_answer():
    found = {row["id"]: (row["{front}"], row["{back}"], row["choices"]) for row in rows(table(*KINDS))}
    assert found["c.flash"] == ("what?", "the answer\n• one\n• two", "")
    assert found["c.choice"][:2] == ("ask?", "yes")
    assert sorted(found["c.choice"][2].splitlines()) == ["( ) never", "( ) no", "(*) yes"]
    assert sorted(found["c.multi"][2].splitlines()) == ["[ ] c", "[ ] d", "[*] a", "[*] b"]
    assert found["c.cloze"][0].count("{{c1::") == 1
    assert found["c.cloze"][0].count(f"{{{{c1::{found['c.cloze'][1]}}}}}") == 1
    assert found["c.myth"][0].startswith("Fact or myth?\nit is ")
    assert all(ask and answer for ask, answer, _ in found.values())


def test_no_cell_begins_like_a_formula_of_a_spreadsheet():
    assert not [cell for row in rows(table(*KINDS)) for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_deck_tags_and_review_fields():
    state = CardState(Memory(9.0, 5.0, TODAY + 9, TODAY - 20, TODAY, 4, 1, (3, 1, 3, 3)))
    card = replace(cards.flash(), tags=("one", "two words"), created="2026-11-01", related=("x", "y"))
    (row,) = rows(table(card, states={"c.flash": state}))
    assert (row["deck"], row["tags"], row["related_outlines"]) == ("Part one::Lesson", "one two_words", "x y")
    assert (row["created"], row["last_reviewed"], row["next_review"]) == ("2026-11-01", "2027-01-19", "2027-01-28")
    assert (row["review_count"], row["difficulty"], row["mastery_level"]) == ("4", "medium", "0.51")
    (row,) = rows(table(flash(HEAD, "q", "a")))
    assert (row["deck"], row["next_review"], row["hint"], row["why"]) == ("My deck", "", "a hint", "because\nof this")


OWN = (
    flash(HEAD, 'q, with "signs"\nand lines; {x}', "a\tb"),
    gapped(replace(HEAD, id="csv-2"), "The ", "order", " of a group", ("size",)),
    chosen(replace(HEAD, id="csv-3"), "which?", [("no", False), ("yes", True), ("- maybe", False)]),
    chosen(replace(HEAD, id="csv-4"), "which?", [("a", True), ("b", False), ("c", True)]),
    flash(replace(HEAD, id="csv-5"), "# a heading?", "[*] no list"),
)


@pytest.mark.parametrize("separator", [",", "\t"])
def test_cards_of_the_learner_come_back_from_a_table_as_they_left(separator):
    found = read_separated(table(*OWN, separator=separator).encode(), "own.csv")
    assert left(found) == {}
    (deck,) = found.decks
    assert (deck.title, [card.id for card in deck.cards]) == ("My deck", [card.id for card in OWN])
    assert deck.cards == tuple(usable(card_to_json(card), deck.id) for card in OWN)


def test_a_deck_of_hashcards_reads_like_a_page():
    assert markdown(OWN[0], OWN[1], cards.choice("c.choice", right="x*y*z", wrong=()), cards.flash()) == (
        '---\nname = "Deck"\n---\n'
        "\n# Own\n\n## My deck\n"
        "\n<!-- id: csv-1 -->\n"
        'Q: q, with "signs"\nand lines; {x}\n\nA: a    b\n\nbecause\nof this\n\n---\n'
        "\n<!-- id: csv-2 -->\nC: The [order] of a group\n\n---\n"
        "\n# Part one\n\n## Lesson\n"
        "\n<!-- id: c.choice -->\nQ: ask?\n\n- x\\*y\\*z\n\nA: x\\*y\\*z\n\nbecause\n\n---\n"
        "\n<!-- id: c.flash -->\nQ: what?\n\nA: the answer\n\nbecause\n\n---\n"
    ).replace("a    b", "a\tb")


def test_a_deck_of_hashcards_is_read_back_with_its_ids():
    found = read_hashcards(markdown(*OWN, *KINDS).encode(), "own.md")
    assert left(found) == {}
    assert [card.id for deck in found.decks for card in deck.cards] == [card.id for card in (*OWN, *KINDS)]
    assert told(found)[2] == "cloze | The ⟦…⟧ of a group | order"
    assert told(found)[0] == "= Deck"


def test_a_cloze_with_brackets_of_its_own_becomes_a_question():
    text = markdown(gapped(HEAD, "on [0, 1] it is ", "closed", ""))
    assert "Q: on \\[0, 1\\] it is ⟦…⟧\n\nA: closed" in text


def test_what_lines_could_begin_is_moved_in():
    text = markdown(flash(replace(HEAD, why=""), "what\nQ: is\n---\nthis", "that\nA: or\n```\nthis\n# so"))
    found = read_hashcards(text.encode(), "own.md")
    (card,) = found.decks[0].cards
    assert (tell(card, "en").ask, tell(card, "en").answer) == (
        "what\nQ: is\n---\nthis",
        "that\nA: or\n```\nthis\n# so",
    )
    assert left(found) == {}


@pytest.mark.parametrize(
    "text",
    ["a ==b== c", "a ~~b~~ c", "==", "a <!-- b --> c", "&amp;nbsp; &#10; &x; a & b", "| a | b |\n|---|---|\n| 1 | 2 |"],
)
def test_no_mark_of_a_text_is_lost_on_the_way_through_markdown(text):
    found = read_hashcards(markdown(flash(replace(HEAD, why=""), f"what {text}", f"that\n{text}")).encode(), "own.md")
    (card,) = found.decks[0].cards
    assert (tell(card, "en").ask, tell(card, "en").answer) == (f"what {text}", f"that\n{text}")


def test_cards_that_mean_little_without_their_curves_stay():
    blind = replace(cards.choice("c.curve"), plot=Curves(("tanh",), labels=False))
    seen = replace(cards.choice("c.seen"), plot=Curves(("tanh",)))
    assert left_out(leaving(blind, seen)) == 1
    assert "c.curve" not in markdown(blind, seen)
    assert "c.seen" in markdown(blind, seen)


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_texts_are_in_the_language_of_the_learner(language):
    texts = [tell(card, language) for card in KINDS]
    chinese = [any("一" <= char <= "鿿" for char in one.ask) for one in texts]
    assert sum(chinese) == (0 if language == "en" else 6)
    assert tell(KINDS[0], "both").ask == "什么？\nwhat?"
    assert tell(KINDS[3], language) == tell(KINDS[3], language)


TEXTS = st.text(st.sampled_from("ab #-*[]_`$<>\\\n:QAC{}|\"',;1.⟦=+") | st.characters(codec="utf-8"), max_size=30)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_any_text_comes_back_from_a_table(pairs):
    made = [
        flash(Head(f"csv-{number}", "csv-own"), plain(ask), plain(answer)) for number, (ask, answer) in enumerate(pairs)
    ]
    made = [card for card in made if tell(card, "en").ask and tell(card, "en").answer]
    found = read_separated(table(*made).encode(), "own.csv")
    back = {card.id: card for deck in found.decks for card in deck.cards}
    assert back.keys() == {card.id for card in made}


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_any_text_leaves_a_deck_of_hashcards_whole(pairs):
    made = [
        flash(Head(f"csv-{number}", "csv-own"), f"q{plain(ask)}", f"a{plain(answer)}")
        for number, (ask, answer) in enumerate(pairs)
    ]
    found = read_hashcards(markdown(*made).encode(), "own.md")
    assert [card.id for deck in found.decks for card in deck.cards] == [card.id for card in made]
