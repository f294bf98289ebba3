"""The shapes of questions in notes: what is written, and what is asked."""

from __future__ import annotations

import pytest

from tests.exchange.notes import STUDY, STUDY_ASKS
from tutor.exchange.markdown import read_note

# text of a note → (kind, what is asked, answer), one for each question
FLASHES = [
    # headings
    ("### Q: a?\nb\n### Q: c?\nd\n## end\nx", [("a?", "b"), ("c?", "d")]),
    ("## Q1: a?\n\n**标准答案：**\nb\n- x\n- y\n---\nz", [("a?", "b\n• x\n• y")]),
    ("### Q: a\ntext\n#### detail\nmore\n### next\nno", [("a", "text\n\ndetail\nmore")]),
    ("### Q: a\n\n#### 参考答案\n\nb\n\n### c", [("a", "b")]),
    ("### 面试题3：a\nb", [("a", "b")]),
    ("### 🎯 Q1：a\nb", [("a", "b")]),
    ("### 1. Q: a\nb", [("a", "b")]),
    ("Q: a\nb\n# title ends it\nc", [("a", "b")]),
    # lines, bold or not, full-width colons, numbers
    ("**Q1: a?**\nb\n\n**Q2：c？**\nd", [("a?", "b"), ("c？", "d")]),
    ("**Q:** a\n**A:** b", [("a", "b")]),
    ("**Q1**: a\nb", [("a", "b")]),
    ("Q: **a** or not?\nb", [("a or not?", "b")]),
    ("Q1: a?\nA1: b\nQ2: c\nA: d", [("a?", "b"), ("c", "d")]),
    ("Ｑ：a\n\nＡ：b", [("a", "b")]),
    ("问：什么是 ReLU？\n答：max(0, x)\n\n问：二？\n答：二答", [("什么是 ReLU？", "max(0, x)"), ("二？", "二答")]),
    ("问题1：a\nb\n问题 2：c\nd", [("a", "b"), ("c", "d")]),
    ("Q1. a?\nb", [("a?", "b")]),
    ("Question 2. What?\nYes", [("What?", "Yes")]),
    ("1. Q: a\n   A: b\n2. Q: c\n   A: d", [("a", "b"), ("c", "d")]),
    ("- **Q**: a\n  - A: b", [("a", "b")]),
    # what is asked may go over lines, up to the label of the answer
    ("Q: a\nline two\nA: b\nb two", [("a\nline two", "b\nb two")]),
    ("### Q: out?\n```python\nprint(1)\n```\n**答案：** 1", [("out?\n\n    print(1)", "1")]),
    ("Q: A or B?\nA: 0\nB: 1\nC: 2\n答案：A", [("A or B?\nA: 0\nB: 1\nC: 2", "A")]),
    ("### Q: a\n**回答要点（简）：**\nb\n要点：c", [("a", "b\n要点：c")]),
    ("Q:\na\nA: b", [("a", "b")]),
    ("Q：什么是 ReLU？ A：max(0, x)\nQ: two? **A:** 2\nmore", [("什么是 ReLU？", "max(0, x)"), ("two?", "2\nmore")]),
    ("Q: A: or B: first?\nx", [("A: or B: first?", "x")]),
    ("### Q1 什么是 ReLU？\nb\n### Q2 2026 report\nc", [("什么是 ReLU？", "b")]),
    ("### Q1 — 为什么\nb\n#### Q2 - **why**\nc", [("为什么", "b"), ("why", "c")]),
    # parted by a line with a question mark
    ("# t\n\nWhat?\nmore\n?\n- **a**\n- b\n\nnext\n\nWhy?\n?\nso", [("What?\nmore", "• a\n• b"), ("Why?", "so")]),
    ("a\n??\nb", [("a", "b"), ("b", "a")]),
    ("a :: b\n\nq\n?\n```\nx\n\ny\n```\nc :: d", [("a", "b"), ("q", "    x\n\n    y\n\nc :: d")]),
    # one line
    ("a :: b", [("a", "b")]),
    ("- 前端 :: back", [("前端", "back")]),
    ("前端::后端", [("前端", "后端")]),
    ("1) [x](y.md)::the $x$\n<!--SR:!2021-07-18,3,250-->\n2) b", [("x", "the x")]),
    ("`x`::: delete\n**ReLU**::线性整流", [("x", "delete"), ("delete", "x"), ("ReLU", "线性整流")]),
    ("a ::: b", [("a", "b"), ("b", "a")]),
    ("`x::y` :: $x^2$", [("x::y", "x²")]),
    # hashcards
    ("Q: a\nA: b\nC: the [gap]\nQ: c\nA: d", [("a", "b"), ("the ⟦…⟧", "gap"), ("c", "d")]),
    # gaps
    ("C: [ReLU] is max(0, [x]), see [a](http://x)", [("⟦…⟧ is max(0, x), see a", "ReLU"), ("ReLU is max(0, ⟦…⟧), see a", "x")]),
    ("the ==slope== is\n==$\\frac{1}{4}$==", [("the ⟦…⟧ is\n¼", "slope"), ("the slope is\n⟦…⟧", "¼")]),
    ("==整句==，再来。", [("⟦…⟧，再来。", "整句")]),
    ("## S\n- 斜率 ==1/4==", [("S\n斜率 ⟦…⟧", "1/4")]),
    # inside an answer they are part of it
    ("### Q: a\nb :: c\n==d==", [("a", "b :: c\nd")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked"), FLASHES)
def test_questions(text: str, asked: list[tuple[str, str]]) -> None:
    assert [(one.ask, one.answer) for one in read_note(text).questions] == asked


@pytest.mark.parametrize(
    "text",
    [
        "问题：这只是一句话\nb",
        "- 问题1：列表里的一项\nb",
        "Quick: a\nb",
        "### Quiz: a\nb",
        "Q1.5: a\nb",
        "C: drive",
        "C: a [link](x) and\n- [x] ticked",
        "std::vector and http://x::y and ::1",
        "std::map :: ",
        "f()::g and (a)::b",
        "?\n\nalone\n?\n\n?\nb",
        "`std`::`map` and key:: value",
        "| a :: b |\n|---|\n| ==c== |",
        "`a :: b` and `==c==`",
        "$a == b$, $c == d$",
        "if a == b: c == d",
        "a==b and c==d",
        "    a :: b",
        "```\nQ: a\nA: b\n```",
        "~~~\n==a==\n~~~",
        "<!-- Q: a\nA: b -->",
        "- [ ] todo\n- [x] done",
        "> **Q: quoted**\nb",
    ],
)
def test_no_question(text: str) -> None:
    assert not [one for one in read_note(text).questions if not one.whole]


def test_a_note_of_the_common_kind() -> None:
    note = read_note(STUDY)
    assert note.title == "归一化为什么有用"
    assert {one.line: one.ask for one in note.questions} == STUDY_ASKS
    assert note.troubles == ()
    first, second, third, fourth = note.questions
    assert first.answer.split("\n")[2] == "2. 除以标准差：x̂ = (x − μ)/√(σ² + ε)"
    assert first.points == ("减去均值", "除以标准差", "缩放平移")
    assert second.answer == "• 均值：训练时的滑动平均\n• 方差：同样是滑动平均"
    assert third.answer == "统计量不稳定：\nσ² = { 0, m = 1; > 0, otherwise }\n\n所以 m = 1 时不能用。"
    assert fourth.answer == "• 原文：放在激活之前\n• 实践：\n  • 之后也常见\n  • 看实验"


def test_ticked_options_are_a_choice() -> None:
    one = read_note("Q: which?\n- [ ] a $x^2$\n- [x] b\n  goes on\n- [ ] c\nA: because b").questions[0]
    assert (one.kind, one.ask, one.answer, one.why) == ("choice", "which?", "b goes on", "because b")
    assert one.options == (("a x²", False), ("b goes on", True), ("c", False))


def test_several_ticks_ask_for_several() -> None:
    one = read_note("### Q: which?\nmore\n\n* [x] a\n* [X] b\n* [ ] c\n\n因为").questions[0]
    assert (one.kind, one.ask, one.answer, one.why) == ("multi", "which?\nmore", "a\nb", "因为")


def test_options_without_a_tick_are_text() -> None:
    one = read_note("Q: todo?\n- [ ] a\n- [ ] b").questions[0]
    assert (one.kind, one.answer, one.points) == ("flash", "• [ ] a\n• [ ] b", ("a", "b"))


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("### Q: a <!-- id: my-id -->\nb", ["my-id"]),
        ("### Q: a\n<!-- id: my-id -->\nb", ["my-id"]),
        ("<!-- id: one -->\nQ: a\nA: b\n\n<!-- id: two -->\n\nQ: c\nA: d\n\nQ: e\nA: f", ["one", "two", ""]),
        ("Q: a\n<!-- id: one -->\n<!-- id: two -->\nA: b\n\nQ: c\nA: d", ["one", ""]),
        ("Q: a ^relu-1\nA: b", ["relu-1"]),
        ("- a :: b ^abc123", ["abc123"]),
        ("a ::: b ^abc123", ["abc123", "abc123-2"]),
        ("==a== and ==b== <!-- id: x.y -->", ["x.y", "x.y-2"]),
        ("Q: what is 2 ^10\nA: 1024", [""]),
        ("Q: what is e ^x\nA: f", [""]),
    ],
)
def test_ids_of_authors(text: str, authors: list[str]) -> None:
    assert [one.author for one in read_note(text).questions] == authors


@pytest.mark.parametrize(
    ("text", "asked", "troubles"),
    [
        ("# t\nQ:\nA: b\n\nQ: c\nA: d", ["c"], [("notes.question_empty", 2)]),
        ("### Q: a\n\n### Q: b\nc", ["b"], [("notes.answer_missing", 1)]),
        ("Q: a\nA: b\n\nQ:  A\nA: b", ["a"], [("notes.question_twice", 4)]),
        ("Q: a\nA: b\n\nQ: a\nA: c", ["a", "a"], [("notes.question_two_answers", 4)]),
        ("Q: a ^one\nA: b\n\nQ: b ^one\nA: c", ["a", "b"], [("notes.id_twice", 4)]),
        ("Q: a\nA: b\n```\nQ: c\nA: d", ["a"], [("notes.fence_open", 3)]),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_works(text: str, asked: list[str], troubles: list[tuple[str, int]]) -> None:
    note = read_note(text)
    assert [one.ask for one in note.questions] == asked
    assert [(trouble.key, trouble.line) for trouble in note.troubles] == troubles


def test_what_is_recognised_later_is_what_was_asked() -> None:
    one = read_note("Q: a ^my-id\nA: b").questions[0].asked
    assert (one.kind, one.ask, one.answer, one.author) == ("flash", "a", "b", "my-id")
