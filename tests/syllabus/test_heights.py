"""Steps that do not fit a screen of 80 × 24."""

from __future__ import annotations

import pytest

from tests.questions.cards import words
from tutor.syllabus.heights import READING, ROWS, too_tall
from tutor.syllabus.model import Compare, Derive, DeriveLine, FormulaStep, PlotStep, Prose, Reading

LINE_ZH, LINE_EN = "字" * 38, "a" * 76  # exactly one row each


def lines(count, line=LINE_EN):
    return words("\n".join([line] * count))


@pytest.mark.parametrize("line", [LINE_ZH, LINE_EN])
def test_prose_may_fill_the_screen_and_no_row_more(line):
    assert too_tall(Prose("say", lines(ROWS, line))) is None
    assert too_tall(Prose("say", lines(ROWS + 1, line))) == (ROWS + 1, ROWS)


def test_the_longer_language_counts():
    assert too_tall(Prose("joke", words("短", "\n".join("abc" for _ in range(ROWS + 3))))) == (ROWS + 3, ROWS)


def test_a_sentence_under_a_plot_leaves_room_for_the_curves():
    fits, not_ = (PlotStep(("relu",), (-1, 1), (Reading("relu", lines(n)),)) for n in (READING, READING + 1))
    assert too_tall(fits) is None
    assert too_tall(not_) == (READING + 1, READING)


def test_a_derivation_counts_lines_and_reasons():
    step = Derive(tuple(DeriveLine("y = x", words("因为", "because")) for _ in range(9)))
    assert too_tall(step) == (18, ROWS)
    assert too_tall(Derive(step.lines[:8])) is None


def test_a_comparison_counts_its_longer_side():
    point = words("字" * 17, "a" * 34)
    assert too_tall(Compare((point,) * (ROWS - 1), (point,))) is None
    assert too_tall(Compare((point,), (point,) * ROWS)) == (ROWS + 1, ROWS)


def test_a_formula_is_never_too_tall():
    assert too_tall(FormulaStep("σ(x)")) is None
