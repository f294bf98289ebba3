"""Texts with separators: the file above, what came of it below."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.mutate import in_time
from tests.exchange.reading import ids, left, told
from tutor.errors import TutorError
from tutor.exchange import gathering
from tutor.exchange.separated import read_separated
from tutor.exchange.separated_rows import agreement, guessed, has_headers, table


def read(text, name="dir/cards.csv", title=""):
    return read_separated(text.encode(), name, title)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("What?,That\nWho?,She\n", ["flash | What? | That", "flash | Who? | She"]),
        ("What?\tThat, this\nWho?\tShe, he\n", ["flash | What? | That, this", "flash | Who? | She, he"]),
        ("What?;That\r\nWho?;She", ["flash | What? | That", "flash | Who? | She"]),
        ("问，答\n甲，乙", ["flash | 问 | 答", "flash | 甲 | 乙"]),
        ('"a, b","c\nd"\ne,"say ""x"""\n', ["flash | a, b | c / d", 'flash | e | say "x"']),
        (
            "ReLU(x)?,max(0, x)\nσ(0)?,1/2\nwhat,that",
            ["flash | ReLU(x)? | max(0, x)", "flash | σ(0)? | 1/2", "flash | what | that"],
        ),
        ("# layers?,3\nb,4", ["flash | # layers? | 3", "flash | b | 4"]),
        ("σ(x)?,$\\frac{1}{1+e^{-x}}$\n", ["flash | σ(x)? | 1/(1 + e⁻ˣ)"]),
        ("a<br>b,x &lt; 0\nc,<b>d</b>\n", ["flash | a / b | x < 0", "flash | c | d"]),
        ("if a < b > c,yes\n", ["flash | if a < b > c | yes"]),
        ("{= 1 } and {x},[bold]\n", ["flash | {= 1 } and {x} | [bold]"]),
        ("q,a,more,\n", ["flash | q | a | why: more"]),
        ("a {{c1::gap that never closes,b\n", ["flash | a {{c1::gap that never closes | b"]),
        ("\n\n", []),
        ("", []),
    ],
)
def test_without_headers_the_first_column_asks_and_the_second_answers(text, lines):
    found = read(text)
    assert told(found)[1:] == lines
    assert left(found) == {}


@pytest.mark.parametrize(
    "heading",
    [
        "question,answer,tags,hint",
        "Front,Back,Tags,Hint",
        "问题,答案,标签,提示",
        "#columns:front,back,tags,hint",
        "正面,背面,标签,提示",
    ],
)
def test_columns_are_known_by_their_names(heading):
    assert told(read(f"{heading}\na,b,t u,h\n")) == ["= cards", "flash | a | b | hint: h | tags: t u"]


def test_columns_may_stand_in_any_order_and_have_other_names():
    assert told(read("deck;answer;question;why\nD;b;a;c\n")) == ["= D", "flash | a | b | why: c"]
    assert told(read("#separator:Semicolon\n#columns:Expression;Meaning;Reading\n猫;cat;neko\n")) == [
        "= cards",
        "flash | 猫 | cat | why: Reading: neko",
    ]


def test_headers_of_anki_are_obeyed():
    found = read(
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
        "g1\tBasic\tBio::Cell\tWhat<br>x&lt;y <img src=a.png>\tA\tt1 t2\n"
        "# a comment\n"
        "g2\tCloze\tBio::Cell\tThe {{c1::order}} of {{c2::a group::of what?}}\textra\t\n"
        "g3\tBasic (and reversed card)\tBio\tfront\tback\t\n"
        "g4\tBasic (optional reversed card)\tBio\tone way\tonly\t\n"
    )
    assert told(found) == [
        "= Bio / Cell",
        "flash | What / x<y [a.png] | A | tags: t1 t2",
        "cloze | The ⟦…⟧ of a group | order | why: extra",
        "cloze | The order of ⟦…⟧ | a group | why: extra | hint: of what?",
        "= Bio",
        "flash | front | back",
        "flash | back | front",
        "flash | one way | only",
    ]
    assert left(found) == {"media": 1}


@pytest.mark.parametrize(
    ("headers", "deck", "tags"),
    [
        ("#deck:Named\n#tags:a b\n", "Named", "a b"),
        ("tags:a b\n#deck:Named\n", "Named", "a b"),
        ("#tags:a b\n", "cards", "a b"),
        ("#separator:Comma,,,\n#deck:Named\n#tags:a b\n", "Named", "a b"),
    ],
)
def test_deck_and_tags_of_all_rows(headers, deck, tags):
    assert told(read(f"{headers}q,a\n")) == [f"= {deck}", f"flash | q | a | tags: {tags}"]


def test_a_cell_with_a_list_is_a_choice():
    found = read(
        "question,answer,choices,why\n"
        'Zero-centred?,tanh,"- sigmoid\n* tanh",both signs\n'
        'Kinks?,,"[*] ReLU\n[ ] GELU\n[x] Leaky",\n'
        'None right?,,"- a\n- b",\n'
        "No list?,yes,one of them,\n"
    )
    assert told(found)[1:] == [
        "choice | Zero-centred? | -sigmoid *tanh | why: both signs",
        "multi | Kinks? | *ReLU -GELU *Leaky",
        "flash | No list? | yes",
    ]
    assert left(found) == {"no_right": 1}


def test_what_is_no_card_is_counted_and_all_others_are_kept():
    found = read("q1\ta1\nq2\n\ta3\nq1\ta4\n{{c1::}}\tx\nq5\ta5\n", "x.tsv")
    assert told(found)[1:] == ["flash | q1 | a1", "flash | q5 | a5"]
    assert left(found) == {"no_answer": 1, "no_question": 1, "twice": 1, "no_gap": 1}


def test_a_quote_that_never_closes_is_a_letter():
    found = read('a,b\nc,"d\ne,f\ng,h\n')
    assert told(found)[1:] == ["flash | a | b", 'flash | c | "d', "flash | e | f", "flash | g | h"]
    assert left(found) == {"quotes": 3}
    assert told(read(f'a,b\nc,"{"x" * 200_000}"\ne,f'))[1:] == ["flash | a | b", "flash | e | f"]


def test_what_no_card_could_hold_is_not_even_read():
    found = read(f"a,b\nc,{'d ' * 150_000}\n" + ",".join(["e"] * 100_000) + "\ng,h\n")
    assert told(found)[1:] == ["flash | a | b", "flash | g | h"]
    assert left(found) == {"long": 2}


def test_a_file_of_too_many_cards_is_refused_good_or_bad(monkeypatch):
    monkeypatch.setattr(gathering, "MOST_CARDS", 10)
    assert len(ids(read("".join(f"q{n},a\n" for n in range(10))))) == 10
    for text in ("".join(f"q{n},a\n" for n in range(11)), "q,a\n" * 11, "q,\n" * 11):
        with pytest.raises(TutorError) as error:
            read(text)
        assert (error.value.key, error.value.facts["most"]) == ("importing.too_many", 10)


def test_encodings_are_read_and_told():
    text = "问题,答案\n什么是激活函数？,一个非线性函数\n"
    for codec, told_ in (("utf-8", {}), ("utf-8-sig", {}), ("utf-16", {}), ("gb18030", {"gbk": 1})):
        found = read_separated(text.encode(codec), "卡片.csv")
        assert told(found) == ["= 卡片", "flash | 什么是激活函数？ | 一个非线性函数"]
        assert left(found) == told_


def test_a_card_is_recognised_by_guid_or_by_deck_and_first_field():
    before = ids(read("q,a\nr,b"))
    assert ids(read("r,changed\n q ,a")) == before[::-1]
    assert ids(read("q,a", title="Cards")) == before[:1]
    assert not set(ids(read("q,a", "other.csv"))) & set(before)
    guid = "#separator:comma\n#guid column:1\n#deck column:2\n"
    assert ids(read(f"{guid}g,D,q,a")) == ids(read(f"{guid}g,E,changed,a"))
    assert ids(read("id,question,answer\n7,q,a")) == ids(read("id,question,answer\n7,changed,a"))
    assert ids(read("id,question,answer\n7,q,a")) != ids(read("id,question,answer\n8,q,a"))


def test_only_a_file_of_ours_names_cards_itself():
    rows = "#separator:comma\n#columns:id,question,answer\nsigmoid.peak,q,a\nBad Id,r,b\n"
    assert ids(read(rows))[0].startswith("csv-")
    own = ids(read(f"#tutor:1\n{rows}"))
    assert own[0] == "sigmoid.peak"
    assert own[1].startswith("csv-")


def test_the_separator_is_the_one_most_rows_agree_on():
    assert guessed(["a,b\tc\n", "d\te,f,g\n"]) == "\t"
    assert guessed(["a; b, c\n", "d; e\n"]) == ";"
    assert guessed(["one line\n", "another, line\n", "a third\n"]) == "\t"
    assert agreement("a,b\nc,d") == 1.0
    assert agreement("Prose has\nno separators.\nNone; at all") < 0.5
    assert table("a|b\nc|d").separator == "|"


def test_headers_are_told_from_headings():
    assert all(
        map(has_headers, ("#separator:tab\n", "#html:true", "tags:a b\nq", "\ufeff#deck:x", "#Columns: a", "#tutor:1"))
    )
    assert not any(map(has_headers, ("# Title: of a deck\n", "#hashtag\n", "a\n#html:true", "", "# What is σ: a, b")))


FIELD = st.text('ab ,;"\n\t激#', max_size=8)


@given(st.integers(2, 4).flatmap(lambda width: st.lists(st.lists(FIELD, min_size=width, max_size=width), max_size=6)))
def test_what_a_spreadsheet_writes_is_read(rows):
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    assert table(file.getvalue(), ",").rows == tuple(tuple(row) for row in rows if any(map(str.strip, row)))


@given(
    st.lists(
        st.sampled_from(
            ("#separator:", "tab", "\n", ",", ";", '"', "{{c1::", "}}", "x", "#columns:", "* ", "<br>", "\t")
        )
    )
)
def test_any_order_of_marks_can_be_read(parts):
    read("".join(parts))


@pytest.mark.parametrize("piece", ['"', ",", "a,b\n", "{{c1::a}}", "\n", '"a\n', "<a\n", "$", "#a:b\n", "a\t", '"",'])
def test_a_large_file_takes_no_time(piece):
    with in_time(15):
        read("q,a\n" + piece * (100_000 // len(piece)))
