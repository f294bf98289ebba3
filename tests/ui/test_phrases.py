"""Phrases that screens share."""

from __future__ import annotations

from tutor.ui.phrases import digits_wanted


def test_one_digit_is_one_digit():
    assert digits_wanted(1, "en") == "(1 significant digit)"
    assert digits_wanted(3, "en") == "(3 significant digits)"
    assert digits_wanted(1, "zh") == "（1 位有效数字）"
