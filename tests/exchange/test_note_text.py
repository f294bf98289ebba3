"""Markdown as readable plain text."""

from __future__ import annotations

import pytest

from tests.exchange.notes import CHAT
from tutor.exchange.markdown import read_note
from tutor.exchange.notes.inline import inline
from tutor.exchange.notes.rows import cleaned, rows
from tutor.exchange.notes.text import LONGEST, points, readable


def text(source: str) -> str:
    return readable(rows(cleaned(source)))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**bold** and *italic* and ~~struck~~ and ==high==", "bold and italic and struck and high"),
        ("***both*** __bold__ _it_", "both bold it"),
        ("snake_case_name, 2*3*4, a * b", "snake_case_name, 2*3*4, a * b"),
        ("**没有激活函数**：退化为**线性**模型", "没有激活函数：退化为线性模型"),
        ("**左右不对称", "**左右不对称"),
        ("[text](http://x/(y)) and <https://z>", "text and https://z"),
        ("[[page]] [[page|alias]] ![[figure.png]]", "page alias [figure.png]"),
        ("![curve of ReLU](a.png)", "[curve of ReLU]"),
        ("`a_b_c` and ``x`y``", "a_b_c and x`y"),
        (r"\*no\* \[0,∞)", "*no* [0,∞)"),
        ("x<sup>2</sup> H<sub>2</sub>O <b>b</b> 1 < 2 > 0", "x² H₂O b 1 < 2 > 0"),
        ("List<int> &lt;b&gt; &alpha;&nbsp;&#27;[2J", "List<int> <b> α [2J"),
        ("**$\\alpha_i$ 很小**", "αᵢ 很小"),
        ("costs $5", "costs $5"),
    ],
)
def test_within_a_line(source: str, shown: str) -> None:
    assert inline(source) == shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("- a\n- b\n  - c\n    - d\n- e", "• a\n• b\n  • c\n    • d\n• e"),
        ("1. a\n2) b\n   goes on\n\n   另一段", "1. a\n2. b goes on\n\n   另一段"),
        ("-   a\n    \n-   b\n    \n    -   c", "• a\n• b\n  • c"),
        ("导数：\n- a\n\n后文", "导数：\n• a\n\n后文"),
        ("## H\ntext\n### K\nmore", "H\ntext\n\nK\nmore"),
        ("> quote\n> more\n\ntext", "  quote\n  more\n\ntext"),
        ("- a：\n\n  $$\n  x^2\n  $$\n\n  b", "• a：\n\n  x²\n\n  b"),
        ("$$\na &= b \\\\\nc &= d\n$$", "a = b\nc = d"),
        ("> $$\n> x\n> + y\n> $$", "  x + y"),
        ("x\n\n\n\ny\n---\nz", "x\n\ny\n\nz"),
        ("a<br>b", "a\nb"),
        ("a <!-- b --> c\n<!-- d\ne -->\nf", "a  c\nf"),
        ("`<!-- kept -->`", "<!-- kept -->"),
        ("see:\n```python\ndef f():\n    return 1\n```\ndone", "see:\n\n    def f():\n        return 1\n\ndone"),
        ("1. a\n\n   ```\n   x\n     y\n   ```", "1. a\n\n    x\n      y"),
        ("text\n\n    indented **code**", "text\n\n    indented **code**"),
        ("a line that was broken by its editor because it had grown too long for\nthe window goes on",
         "a line that was broken by its editor because it had grown too long for the window goes on"),
        ("✅ 平滑  \n✅ 便宜", "✅ 平滑\n✅ 便宜"),
        ("1️⃣ \u202eone\x1b[2J", "1 one"),
    ],
)  # fmt: skip
def test_lines(source: str, shown: str) -> None:
    assert text(source) == shown


def test_a_small_table_keeps_its_columns() -> None:
    assert text("| 函数 | 值 |\n|:--|--:|\n| **σ** | $|x|$ |\n| a \\| b |") == (
        "    函数   值\n    ─────  ───\n    σ      |x|\n    a | b"
    )


def test_a_wide_table_becomes_a_list() -> None:
    long = "很长的一段说明文字，" * 4
    assert text(f"| 函数 | 说明 | note |\n|--|--|--|\n| ReLU | {long} | n |\n| ELU | | |") == (
        f"• ReLU\n  说明：{long}\n  note: n\n• ELU"
    )


def test_a_page_of_a_chat_is_readable() -> None:
    told = text(CHAT)
    assert "🎯 Softplus\n\n• 定义：ln(1 + eˣ)\n• 导数：\n\n  σ(x)\n\n  就是 Sigmoid\n" in told
    assert "    ReLU      max(0, x)   0 处有折\n" in told
    assert not any(mark in told for mark in ("**", "$", "```", "\\"))


def test_a_text_without_end_is_cut_where_a_line_ends() -> None:
    told = text("line\n" * LONGEST)
    assert len(told) <= LONGEST + 2
    assert told.endswith("line\n…")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("- **a**：x\n- **b:** y\n  - **c**：z", ("a", "b")),
        ("1. first\n2. [ ] second $x^2$", ("first", "second x²")),
        ("- alone", ()),
        ("no list", ()),
        ("\n".join(f"- {n}" for n in range(9)), ("0", "1", "2", "3", "4", "5")),
    ],
)
def test_points(source: str, found: tuple[str, ...]) -> None:
    assert points(rows(source)) == found


@pytest.mark.parametrize("line", ["[](a)", "`` ``", "<b></b>", r"$\,$"])
@pytest.mark.parametrize("above", ["- 一", "字" * 60])
def test_a_line_of_marks_alone_is_no_line(line: str, above: str) -> None:
    (question,) = read_note(f"### Q: x\n\n{above}\n{line}\n后\n").questions
    assert question.answer == read_note(f"### Q: x\n\n{above}\n后\n").questions[0].answer
