"""Texts of several lines: lists hang, code stays, nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.text.passages import is_as_written, laid_out
from tutor.text.width import width, wrap

LIST = "分三步：\n1. 减去均值，让每个通道以 0 为中心\n2. 除以标准差\n   • 加一点 ε 防止除以零\n  引文也缩进"
CODE = "see\n    def f(x):\n        return x * sigmoid(x)"


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        (LIST, 23, [
            "分三步：", "1. 减去均值，让每个通道", "   以 0 为中心", "2. 除以标准差", "   • 加一点 ε 防止除以", "     零", "  引文也缩进",
        ]),
        (CODE, 40, ["see", "    def f(x):", "        return x * sigmoid(x)"]),
        (CODE, 20, ["see", "    def f(x):", "        return x * ›", "  › sigmoid(x)"]),
        ("a\n\nb", 20, ["a", "", "b"]),
        ("one\n    • nested is no code, it wraps", 20, ["one", "    • nested is no", "      code, it wraps"]),
        ("one\n        • too deep", 14, ["one", "• too deep"]),
    ],
)  # fmt: skip
def test_rows(text, columns, rows):
    assert laid_out(text, columns) == rows


def test_rows_that_show_a_line_as_it_is_are_known():
    assert [is_as_written(row) for row in laid_out(CODE, 20)] == [False, True, True, True]
    assert not any(is_as_written(row) for row in laid_out(LIST, 24))


@given(st.text(max_size=100).filter(lambda text: "\n" not in text), st.integers(2, 80))
def test_one_line_is_wrapped_as_ever(text, columns):
    assert laid_out(text, columns) == wrap(text, columns)


TEXTS = st.lists(
    st.sampled_from(["word", "中文，", " ", "    ", "\n", "• ", "1. ", "- ", "x" * 30, "\u0301"]), max_size=40
)


@given(TEXTS.map("".join), st.integers(2, 80))
def test_rows_fit_and_lose_nothing(text, columns):
    rows = laid_out(text, columns)
    assert all(width(row) <= columns for row in rows)
    assert "".join("".join(rows).replace("›", "").split()) == "".join(text.split())
