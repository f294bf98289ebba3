"""The section about interviews: nothing yet, some ladders, on narrow and wide screens and in words."""

from __future__ import annotations

import pytest

from tutor.text import Text
from tutor.text.width import width
from tutor.ui.lines import text_of
from tutor.ui.stats.interview import Row, lines, told

FUNCTIONS, OUTPUTS = (
    Text("函数题，问到底为止", "Functions, down to the bottom"),
    Text("从出口问起", "Starting at the exit"),
)
ROWS = (
    Row(Text("什么是死神经元？为什么会死，怎么办？", "What is a dying ReLU?"), FUNCTIONS, 5, 5, 5, 3),
    Row(Text("激活函数的输出为什么最好以零为中心？有多重要？", "Why centre outputs?"), FUNCTIONS, 4, 1, 3, 2),
    Row(Text("ReLU 在 0 处不可导。", "ReLU at 0."), FUNCTIONS, 5, 0, 0, 1),
    Row(Text("softmax 怎么写才数值稳定？", "How is softmax written stably?"), OUTPUTS, 6, None, None, 0),
)
POINTS = ((Text("先量死的比例", "measure the dead share first"), 3),)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_how_it_looks(columns, language, golden):
    drawn = [text_of(row) for row in lines(ROWS, POINTS, language, columns)]
    assert all(width(row) <= columns for row in drawn)
    golden(f"stats-interview-{columns}-{language}", drawn)


def test_before_the_first_interview():
    rows = (ROWS[-1],)
    assert "tutor interview" in "".join(text_of(row) for row in lines(rows, (), "en", 80))
    assert list(told(rows, (), "en")) == [
        "Interviews: how deep each topic went",
        "No interview yet. To begin one: tutor interview",
    ]


def test_in_words():
    assert list(told(ROWS, POINTS, "en"))[1:] == [
        "3 of 4 ladders climbed; 1 to the top.",
        "What is a dying ReLU? (last 5 of 5, deepest 5, 3 tries)",
        "Why centre outputs? (last 1 of 4, deepest 3, 2 tries)",
        "ReLU at 0. (last 0 of 5, deepest 0, 1 try)",
        "Points missed most: measure the dead share first (3 times)",
        "Starting at the exit · not tried yet: 1",
    ]
