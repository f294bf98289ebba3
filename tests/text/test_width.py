"""Width and wrapping: nothing is lost, nothing is too wide, Chinese punctuation stays where it belongs."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tutor.text.width import CLOSING, OPENING, may_break, pad, truncate, width, wrap

TEXT = st.text(alphabet=st.sampled_from("σ(x)=1/ ，。；：abcde函数饱和区（）「」|x|→½×10⁻⁵🎯 "), max_size=120)


def test_chinese_lines_are_full_and_do_not_start_with_punctuation():
    lines = wrap(
        "Sigmoid 函数将任意实数输入压缩到 (0,1) 区间，因此常用于二分类问题的输出层；但当 |x| 很大时，其导数趋近于 0。",
        40,
    )
    assert lines == [
        "Sigmoid 函数将任意实数输入压缩到 (0,1)",
        "区间，因此常用于二分类问题的输出层；但当",
        "|x| 很大时，其导数趋近于 0。",
    ]


def test_english_words_stay_whole_and_long_ones_are_cut():
    assert wrap("a slope of one quarter", 10) == ["a slope of", "one", "quarter"]
    assert wrap("abcdefghijkl", 5) == ["abcde", "fghij", "kl"]


def test_a_formula_stays_in_one_line_when_it_fits():
    assert wrap("和固定时，两数相等乘积最大：½ × ½ = ¼，而 σ = ½ 在 0 处。", 38) == [
        "和固定时，两数相等乘积最大：",
        "½ × ½ = ¼，而 σ = ½ 在 0 处。",
    ]
    assert wrap("a = b + c + d + e + f + g", 10) == ["a = b + c", "+ d + e +", "f + g"]


def test_line_breaks_in_the_text_are_kept():
    assert wrap("one\n\ntwo", 20) == ["one", "", "two"]


@given(TEXT, st.integers(4, 60))
def test_no_line_is_wider_than_asked(text, columns):
    assert all(width(line) <= columns for line in wrap(text, columns))


@given(TEXT, st.integers(4, 60))
def test_nothing_but_spaces_is_lost(text, columns):
    assert "".join(wrap(text, columns)).replace(" ", "") == text.replace(" ", "")


@given(TEXT)
def test_width_agrees_with_rich(text):
    assert width(text) == cell_len(text)


@given(st.text(max_size=40), st.integers(2, 40))
def test_any_text_is_cut_to_what_fits(text, columns):
    assert width(truncate(text, columns)) <= columns
    assert width(text) == sum(width(char) for char in text)


@given(TEXT, st.integers(2, 40))
def test_pad_fills_exactly(text, columns):
    assert width(pad(text, columns)) == columns


def test_truncate_says_that_something_is_missing():
    assert truncate("激活函数", 8) == "激活函数"
    assert truncate("激活函数", 7) == "激活函…"
    assert truncate("激活函数", 6) == "激活…"


def test_breaks_respect_brackets():
    assert not may_break("（", "函")
    assert not may_break("数", "）")
    assert may_break("数", "（")
    assert may_break("数", "x")
    assert not may_break("a", "b")
    assert not (OPENING & CLOSING)
