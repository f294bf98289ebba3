"""The caret stands under the token, in both languages, whatever the width of the characters before it."""

import pytest

from tutor.activations.expression import ExpressionError, calculate, parse
from tutor.text.width import width
from tutor.text.words import sentences


def refused(source, names=None):
    with pytest.raises(ExpressionError) as caught:
        calculate(source, names)
    return caught.value


def test_english():
    assert refused("1 + sigmod(2)").show("en") == (
        "There is no function sigmod. Did you mean sigmoid?\n"
        "1 + sigmod(2)\n"
        "    ^^^^^^"
    )  # fmt: skip


def test_chinese():
    assert refused("2x + 1").show("zh") == (
        "乘号不能省略，请写成 2*x。\n"
        "2x + 1\n"
        " ^"
    )  # fmt: skip


def test_wide_characters_move_the_caret_by_two_cells():
    assert refused("１＋sigmod(2)").caret().splitlines() == ["１＋sigmod(2)", "    ^^^^^^"]


def test_a_long_source_is_shown_around_the_token():
    error = refused("1+" * 40 + "a*2" + "+1" * 5)
    line, caret = error.caret().splitlines()
    assert width(line) <= 62
    assert line[len(caret) - 1] == "a"


def test_escape_codes_are_shown_as_dots():
    assert refused("\x1b[31m1").caret().splitlines()[0] == "·[31m1"


def test_the_error_carries_what_a_screen_needs():
    error = refused("a + 1", {"b": 1})
    assert (error.key, error.source, error.position, error.length) == ("expression.unknown_name", "a + 1", 0, 1)
    assert error.exit_code == 2


@pytest.mark.parametrize("area", ["expression", "activation"])
def test_both_languages_have_the_same_sentences(area):
    assert sentences(area, "zh").keys() == sentences(area, "en").keys()


def test_the_end_of_a_source_has_a_caret_too():
    with pytest.raises(ExpressionError) as caught:
        parse("1 +")
    assert caught.value.caret() == "1 +\n   ^"
