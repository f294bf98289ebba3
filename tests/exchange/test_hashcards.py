r"""Decks of hashcards: the file above, what came of it below."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.mutate import in_time
from tests.exchange.reading import ids, left, told
from tutor.errors import TutorError
from tutor.exchange.hashcards import looks_like_hashcards, read_hashcards


def read(text, name="dir/Geometry.md", title=""):
    return read_hashcards(text.encode(), name, title)


def test_questions_and_gaps():
    found = read(
        "Notes that are not asked.\n"
        "Q: What is the order of a group?\n"
        "A: The cardinality of its underlying set.\n"
        "\n"
        "C: The [order] of a group is [how many elements it has, counted without regard to their order].\n"
    )
    assert told(found) == [
        "= Geometry",
        "flash | What is the order of a group? | The cardinality of its underlying set.",
        "cloze | The ⟦…⟧ of a group is how many elements it has, counted without regard to their order. | order",
        "flash | The order of a group is ⟦…⟧. | how many elements it has, counted without regard to their order",
    ]
    assert left(found) == {}
    question, first, second = found.decks[0].cards
    assert question.fact != first.fact == second.fact == first.id, "gaps of a text come on different days"


def test_both_sides_may_have_lines_lists_code_and_formulas():
    found = read(
        "Q: Write $\\sigma(x)$\nas a *fraction*.\nA:\n\n$$\\frac{1}{1+e^{-x}}$$\n\n- one\n- **two**\n\n```\nQ: code, not a question\n```\n"
    )
    assert told(found)[1] == (
        "flash | Write σ(x) / as a fraction. | 1/(1 + e⁻ˣ) /  / • one / • two /  /     Q: code, not a question"
    )
    assert left(found) == {}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("C: [foo]\n[bar]\nbaz.", "cloze | ⟦…⟧ / bar / baz. | foo"),
        ("C:\nBuild something.\n\n— [Paul Graham]", "cloze | Build something. /  / — ⟦…⟧ | Paul Graham"),
        ("C: [$n!$] means n factorial", "cloze | ⟦…⟧ means n factorial | n!"),
        ("C: on $[0, 1]$ it is [closed]", "cloze | on [0, 1] it is ⟦…⟧ | closed"),
        ("C: `a[i]` is an [element]", "cloze | a[i] is an ⟦…⟧ | element"),
        ("C: a \\[literal\\] and a [gap]", "cloze | a [literal] and a ⟦…⟧ | gap"),
        ("C: ![a curve](x.png) of [tanh]", "cloze | [a curve] of ⟦…⟧ | tanh"),
        ("C: see [this page](http://x.y/z) on [GELU]", "cloze | see this page on ⟦…⟧ | GELU"),
        ("C: ⟦old⟧ marks, new [gap]", "cloze | 〖old〗 marks, new ⟦…⟧ | gap"),
        ("Q：问\nA：答", "flash | 问 | 答"),
    ],
)
def test_brackets_that_hide_and_brackets_that_do_not(text, line):
    assert told(read(text))[1] == line


def test_a_rule_ends_a_card_and_text_behind_it_is_no_answer():
    found = read("Q: a\nA: b\n---\nnot b\n\nC: [c]\n---\nQ: d\nA: e")
    assert told(found)[1:] == ["flash | a | b", "cloze | ⟦…⟧ | c", "flash | d | e"]


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ('---\nname = "Medicine"\n---\n', "Medicine"),
        ("---\n---\n", "Geometry"),
        ('---\nother = "x"\n---\n', "Geometry"),
        ("---\nname = 3\n---\n", "Geometry"),
        ("", "Geometry"),
    ],
)
def test_the_name_of_a_deck(front, title):
    assert told(read(f"{front}Q: a\nA: b"))[0] == f"= {title}"
    assert told(read(f"{front}Q: a\nA: b", title="given"))[0] == f"= {title.replace('Geometry', 'given')}"


def test_front_matter_that_is_not_toml_or_never_closes_costs_no_card():
    found = read("---\nname: yaml\n---\nQ: a\nA: b")
    assert (told(found), left(found)) == (["= Geometry", "flash | a | b"], {"front": 1})
    assert told(read("---\nname = 'x'\nQ: a\nA: b\n---\nQ: c\nA: d")) == [
        "= Geometry",
        "flash | a | b",
        "flash | c | d",
    ]


def test_what_is_not_a_card_is_counted_and_all_others_are_kept():
    found = read(
        "A: alone\nQ: first\nQ: second\nA: 2\nA: again\nC: nothing hidden\nC: [ ]\nQ: a\nA: b\nQ: a\nA: other\nQ:\nA: x\nQ: end"
    )
    assert told(found)[1:] == ["flash | second | 2", "flash | a | b"]
    assert left(found) == {"loose": 2, "no_answer": 2, "no_gap": 2, "twice": 1, "no_question": 1}


def test_a_card_is_recognised_by_its_deck_and_its_text_and_keeps_an_id_of_its_own():
    before = ids(read("Q: a\nA: b\nC: [x] and [y]"))
    assert ids(read("Q: a\nA: another answer\n\nC: [x] and [y]\n")) == before
    assert ids(read("Q:  a \nA: b\nC: [x] and [y]", title="geometry")) == before
    assert not set(ids(read("Q: a\nA: b\nC: [x] and [z]", "Algebra.md"))) & set(before)
    own = read("<!-- id: sigmoid.peak -->\nQ: a\nA: b\n---\n<!-- id: relu.kink -->\nC: [x] and [y]\n")
    assert ids(own) == ["sigmoid.peak", "relu.kink", "relu.kink-1"]


def test_pictures_are_counted_and_files_that_are_no_text_refused():
    found = read("Q: ![](a/b.png) what?\nA: ![tail](c.png)")
    assert told(found)[1] == "flash | [b.png] what? | [tail]"
    assert left(found) == {"media": 2}
    with pytest.raises(TutorError, match="binary"):
        read_hashcards(b"\x00\x01" * 50, "x.md")


def test_it_is_told_from_other_texts():
    assert looks_like_hashcards("intro\nQ: what\nA: that")
    assert looks_like_hashcards("C: [x]")
    assert not any(map(looks_like_hashcards, ("# Q: no", "  Q: indented", "a,b\nc,d", "C++ is not C:x\n")))


@given(st.lists(st.sampled_from(("Q: ", "A: ", "C: ", "[", "]", "---", "```", "\n", "$", "`", "![](", ")", "x", "\\"))))
def test_any_order_of_marks_can_be_read(parts):
    read("".join(parts))


@pytest.mark.parametrize("piece", ["[", "]", "C: [a] ", "$", "`", "![", "[a](", "Q: a\n", "```\n", "C: [a]\n", "\\["])
def test_a_large_file_takes_no_time(piece):
    with in_time(15):
        read("C: [x] " + piece * (100_000 // len(piece)))
