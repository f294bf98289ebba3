r"""Decks of hascard: the card above, what came of it below."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.mutate import in_time
from tests.exchange.reading import ids, left, told
from tutor.exchange.hascard import looks_like_hascard, read_hascard


def read(text, name="dir/eye.txt", title=""):
    return read_hascard(text.encode(), name, title)


@pytest.mark.parametrize(
    ("card", "line"),
    [
        ("# Retina\nTurns light\ninto impulses.\n", "flash | Retina | Turns light / into impulses."),
        ("#Retina\n\nLight.", "flash | Retina | Light."),
        ("# Zero-centred?\n- sigmoid\n* tanh\n- ReLU", "choice | Zero-centred? | -sigmoid *tanh -ReLU"),
        ("# Which?\n- a\n  goes on\n* b", "choice | Which? | -a /   goes on *b"),
        ("# Two stars\n* a\n* b\n- c", "multi | Two stars | *a *b -c"),
        ("# Kinks?\n[*] ReLU\n[ ] GELU\n[x] Leaky", "multi | Kinks? | *ReLU -GELU *Leaky"),
        ("# One of several\n[*] a\n[ ] b", "multi | One of several | *a -b"),
        ("# Parts\nTwo of them:\n- one\n- two", "flash | Parts | Two of them: / - one / - two"),
        ("# All alike\n- one\n- two", "flash | All alike | - one / - two"),
        ("# LGN\n_lateral nuclei_", "cloze | LGN / ⟦…⟧ | lateral nuclei"),
        ("# EU\nthe _EU|European Union_.", "cloze | EU / the ⟦…⟧. | EU or European Union"),
        ("# Order\n4. u\n1. l\n2. p", "flash | Order /  / • u / • l / • p | 1. l / 2. p / 4. u"),
        ("# Code\nf\\_xx and snake_case_name and a_b", "flash | Code | f_xx and snake_case_name and a_b"),
        ("# 范围\nσ 的值域是_(0, 1)_。", "cloze | 范围 / σ 的值域是⟦…⟧。 | (0, 1)"),
        ("# Metric\n```\n$$\\frac{1}{2}$$\n```", "flash | Metric | ½"),
    ],
)
def test_every_kind_of_card(card, line):
    found = read(f"{card}\n---\n")
    assert told(found) == ["= eye", line]
    assert left(found) == {}


def test_each_gap_is_a_card_and_the_others_are_filled_in():
    found = read("# The symbol\n€ is the _Euro_, used in the _EU|European Union_.")
    assert told(found)[1:] == [
        "cloze | The symbol / € is the ⟦…⟧, used in the EU. | Euro",
        "cloze | The symbol / € is the Euro, used in the ⟦…⟧. | EU or European Union",
    ]
    assert ids(found)[1] == f"{ids(found)[0]}-2"
    assert {card.fact for deck in found.decks for card in deck.cards} == {ids(found)[0]}, "they come on different days"


def test_what_is_no_card_is_counted_and_all_others_are_kept():
    found = read(
        "no header\n---\n# empty\n\n---\n# fruit\n![](pear.jpeg)\n- Apple\n* Pear\n---\n# no right\n[ ] a\n[ ] b\n---\n---\n"
    )
    assert told(found)[1:] == ["choice | fruit | -Apple *Pear"]
    assert left(found) == {"no_question": 1, "no_answer": 1, "media": 1, "no_right": 1}
    assert left(read("# \u200b\nb\n")) == {"no_question": 1}


def test_cards_are_recognised_by_what_they_ask_and_by_their_answer_when_two_ask_the_same():
    before = ids(read("# a\nb\n---\n# c\nd\n---\n# c\ne"))
    assert len(set(before)) == 3
    assert ids(read("# c\nanother\n---\n# a\nb\n---\n# c\ne")) == [before[1], before[0], before[2]]
    assert not set(ids(read("# a\nb", "other.txt"))) & set(before)


def test_it_is_told_from_markdown_and_from_files_of_anki():
    assert looks_like_hascard("# a\nb\n---\n# c\nd\n")
    assert looks_like_hascard("\n# a\n- b\n* c\n")
    for other in (
        "# Title\n\nSome text.\n\n## Part\n",
        "#separator:tab\n* a\n",
        "Q: a\nA: b\n---\n# c",
        "a,b\n",
        "#\n* a\n",
    ):
        assert not looks_like_hascard(other)


@given(
    st.lists(
        st.sampled_from(("# ", "- ", "* ", "[*] ", "[ ]", "---", "\n", "_", "\\", "|", "1. ", "x", "```", "![](a)"))
    )
)
def test_any_order_of_marks_can_be_read(parts):
    read("".join(parts))


@pytest.mark.parametrize(
    "piece", ["_", "_a_ ", "\\_", "- \n", "* a\n", "# a\nb\n---\n", "---\n", "[*] x\n", "1. a\n", "|"]
)
def test_a_large_file_takes_no_time(piece):
    with in_time(15):
        read("# x\n" + piece * (100_000 // len(piece)))
