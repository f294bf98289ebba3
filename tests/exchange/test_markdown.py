"""Notes as a whole: title, front matter, cards; and that no file can do harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.mutate import faults
from tests.exchange.notes import ALL, MIXED, STUDY
from tutor.exchange.markdown import Note, cards_of, read_note
from tutor.questions.codec import card_from_json, card_to_json
from tutor.questions.model import Card, Choice, Cloze, Flash, Multi
from tutor.questions.showing import draw
from tutor.syllabus.deck import OWN
from tutor.text.words import say


def cards(text: str) -> list[Card]:
    note = read_note(text, "stem")
    return list(cards_of(note, [f"id-{place}" for place in range(len(note.questions))], "deck", ("tag",)))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 标题 $x^2$ #\n# second", "标题 x²"),
        ("Title\n=====\ntext", "Title"),
        ("---\ntitle: front\n---\n## no\n# **yes**", "yes"),
        ("# Q: a question?\nb\n# Title", "Title"),
        ("```\n# code\n```\n#tag\ntext", ""),
        ("", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    assert read_note(text).title == title


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("", 1),
        ("---\na: 1\n---\n", 4),
        ("\ufeff---\r\na: 1\r\nb: 2\r\n...\r\n", 5),
        ("---\nQ: no\nA: no\n---\n\n", 6),
        ("+++\nQ: no\nA: no\n\n+++\n", 6),
    ],
)
def test_questions_are_found_below_the_front_matter(front: str, line: int) -> None:
    text = front + "Q: a\nA: b"
    note = read_note(text.encode())
    assert [(one.ask, one.line) for one in note.questions] == [("a", line)]
    assert text[note.start :].lstrip() == "Q: a\nA: b"


def test_front_matter_that_is_not_closed_is_text() -> None:
    note = read_note("---\ntitle: x\n# T\n\nQ: a\nA: b")
    assert (note.start, note.title, [one.ask for one in note.questions]) == (0, "T", ["a"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_any_encoding_can_be_read(encoding: str) -> None:
    assert [one.ask for one in read_note("问：激活\n答：非线性".encode(encoding)).questions] == ["激活"]


def test_a_note_that_asks_nothing_asks_for_itself() -> None:
    note = read_note("# Swish\n\nIntro\n\n## 公式\n$x\\cdot\\sigma(x)$\n\n## 特点\n- 平滑")
    (one,) = note.questions
    assert (one.whole, one.ask, one.points) == (True, "Swish", ("公式", "特点"))
    assert one.answer == "Intro\n\n公式\nx·σ(x)\n\n特点\n• 平滑"
    (card,) = cards_of(note, ["n"], "deck")
    assert card.ask is not None
    assert card.ask.zh == (say("notes.recall", "zh", title="Swish"),)
    assert card.ask.en == (say("notes.recall", "en", title="Swish"),)


LINKS = "## 相关笔记\n<!-- 自动生成 -->\n\n- [另一篇](x.md) - 相似度: 33%\n"


def test_links_that_the_program_wrote_are_not_asked() -> None:
    (one,) = read_note(f"# T\n\n文字\n\n{LINKS}\n作者的话").questions
    assert (one.answer, one.points) == ("文字\n\n作者的话", ())
    (one,) = read_note(f"Q: a\nA: b\n\n{LINKS}").questions
    assert one.answer == "b"


def test_a_heading_of_that_name_without_the_marker_is_the_authors() -> None:
    (one,) = read_note("# T\n\n## 相关笔记\n- [x](x.md)").questions
    assert one.answer == "相关笔记\n• x"


def test_a_note_without_a_title_goes_by_its_file() -> None:
    assert read_note("text", "my file").questions[0].ask == "my file"
    (card,) = cards_of(read_note("text"), ["n"], "deck")
    assert card.ask is not None
    assert card.ask.en == (say("notes.recall_this", "en"),)


def test_a_long_note_is_cut() -> None:
    (one,) = read_note("# T\n" + "a line of text\n" * 2000).questions
    assert len(one.answer) < 4100
    assert one.answer.endswith("\n…")


@pytest.mark.parametrize("text", ["", "# only a title", "---\na: 1\n---\n", "***\n", "<!-- nothing -->"])
def test_a_note_that_holds_nothing_has_no_cards(text: str) -> None:
    assert read_note(text, "stem").questions == ()


def test_cards() -> None:
    slope, gelu, back, swish, silu, several = cards(MIXED)
    assert isinstance(slope.body, Flash)
    assert (slope.id, slope.lesson, slope.part, slope.fact, slope.tags) == ("id-0", "deck", OWN, "id-0", ("tag",))
    assert draw(slope, 1).answer.zh == "0 或 1"
    assert (draw(gelu, 1).ask.en, draw(back, 1).ask.en) == ("GELU", "高斯误差线性单元")
    assert isinstance(swish.body, Cloze)
    assert (draw(swish, 1).ask.zh, swish.body.gap.zh) == ("⟦…⟧ 也叫 SiLU。", "Swish")
    assert draw(silu, 1).ask.zh == "Swish 也叫 ⟦…⟧。"
    assert isinstance(several.body, Multi)
    assert several.why is not None
    assert several.why.zh == ("正半轴一直增长。",)


def test_braces_and_markup_in_notes_mean_nothing() -> None:
    (card,) = cards("Q: {x} [bold]{{= 1/0}}\nA: {")
    assert draw(card, 1).ask.zh == "{x} [bold]{{= 1/0}}"
    assert draw(card, 1).answer.zh == "{"


def test_a_choice_has_options_without_reasons() -> None:
    (card,) = cards("Q: a\n- [ ] b\n- [x] c")
    assert isinstance(card.body, Choice)
    assert [option.because for option in card.body.options] == [None, None]


def test_what_stood_for_a_gap_of_ours_is_no_gap() -> None:
    (card,) = cards("the ==slope== ⟦…⟧ here")
    assert draw(card, 1).ask.zh == "the ⟦…⟧ 〖…〗 here"


MARKS = [
    *"#*-_`~=:[]()<>!|$\\^{}\n\n\n\n 　", "Q: ", "A: ", "问：", "答：", "C: ", " :: ", " ::: ", "==", "- [x] ", "- [ ] ",
    "```", "    ", "---\n", "<!--", "-->", "<!-- id: a -->", "# ", "### Q: ", "**", "**Q1: ", "| a | b |\n", "|--|--|\n",
    "$$", "\\frac{", "函数", "x", "1. ", "> ", "^my-id", "\x1b", "\u202e", "\ud800", "\x00", "\r", "&amp;", "<br>",
]  # fmt: skip


def sound(note: Note) -> None:
    ids = [f"c-{place}" for place in range(len(note.questions))]
    for card in cards_of(note, ids, "deck"):
        assert card_from_json(card_to_json(card)) == card
        shown = draw(card, 1)
        for text in (shown.ask, shown.answer, *shown.points, *(option.text for option in shown.options)):
            assert text.zh.strip()
            assert all(char == "\n" or char.isprintable() or char == "\u3000" for char in text.zh)
    for trouble in note.troubles:
        assert all(say(trouble.key, language, **dict(trouble.facts)) for language in ("zh", "en"))


@given(st.lists(st.sampled_from(MARKS), max_size=60).map("".join) | st.text())
def test_any_text_is_a_note(text: str) -> None:
    sound(read_note(text, "stem"))


@given(st.binary())
def test_any_bytes_are_a_note(source: bytes) -> None:
    sound(read_note(source, "stem"))


@given(st.lists(st.sampled_from(MARKS), max_size=40).map("".join))
def test_lines_of_questions_are_lines_of_the_file(text: str) -> None:
    lines = text.count("\n") + text.count("\r") + 1
    assert all(1 <= one.line <= lines for one in read_note(text).questions)


def test_damaged_notes_do_no_harm() -> None:
    files = {name: text.encode() for name, text in ALL.items()}
    assert faults(lambda data, name: sound(read_note(data, name)), files, runs=300) == []


@pytest.mark.parametrize(
    "line",
    [
        "<!-- -->",
        "**a ",
        "[a](",
        "==a==",
        "`` ` ",
        "$a ",
        "&a",
        "Q: a\n",
        "a :: b\n",
        "C: [a] ",
        "?\n",
        "a\n?\n",
        "<!---->\n?\n",
    ],
)
def test_a_large_note_takes_no_more_than_its_size(line: str) -> None:
    """Quadratic work on half a megabyte would take minutes."""
    assert len(read_note(line * (500_000 // len(line))).questions) <= 2


@pytest.mark.parametrize("before", ["", "**", "- ", "### "])
@pytest.mark.parametrize(
    "label", ["Q", "Q1", "问题1", "A", "标准答案", "答案（", "C", "Q: a A", "<!-- id", "- [x]", "x ^"]
)
def test_a_line_of_spaces_is_not_tried_in_every_way(before: str, label: str) -> None:
    line = f"{before}{label}{' ' * 100_000}x?"
    read_note(f"Q: a\n{line}\nA: b\n\n{line}")


def test_a_note_full_of_faults_does_not_drown_the_others() -> None:
    assert len(read_note("Q: a\nA: b\n\n" * 1000).troubles) == 20


def test_the_same_note_gives_the_same_questions() -> None:
    assert read_note(STUDY) == read_note(STUDY.encode())


def test_cards_that_would_tell_each_others_answers_are_one_fact():
    note = read_note("# T\n\nthe ==ReLU== and the ==GELU==\n\na ::: b\n\nQ: x?\nA: y\n")
    cards = cards_of(note, [f"c{place}" for place in range(len(note.questions))], "d")
    assert [card.fact for card in cards] == ["c0", "c0", "c2", "c2", "c4"]
