"""Tags in one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.exchange.tags import LONGEST, MOST, Tags, normalised


def test_the_tags_of_document_002():
    """One of them is the path of a note."""
    found = normalised(["深度学习", "深度学习/激活函数的作用和必要性.md"])
    assert found == Tags(("深度学习",), ("激活函数的作用和必要性",))


@pytest.mark.parametrize(
    ("written", "tags", "outlines"),
    [
        (["  ReLU ", "relu", "#ReLU", "＃ＲｅＬＵ"], ("relu",), ()),
        (["深度 \t学习", "深度 学习"], ("深度 学习",), ()),
        (["a//b/", "./a/b", "a\\b"], ("a/b",), ()),
        (["notes/dl/GELU.MD"], ("notes/dl",), ("GELU",)),
        (["gelu.md", "../x.markdown"], (), ("gelu", "x")),
        ([None, True, 2024, 1.5, ["x"], "", "#", "~"], ("2024", "1.5"), ()),
        ("relu, gelu；池化、ReLU", ("relu", "gelu", "池化"), ()),
        ("#relu #gelu  #深度 学习", ("relu", "gelu", "深度 学习"), ()),
        ("two words", ("two words",), ()),
        (["bell\x07", "\x1b[2J", "/"], ("bell", "[2j"), ()),
        ("", (), ()),
    ],
)
def test_a_spelling(written, tags, outlines):
    assert normalised(written) == Tags(tags, outlines)


@given(st.one_of(st.text(), st.lists(st.one_of(st.text(), st.integers(), st.floats(), st.none()))))
def test_asking_again_changes_nothing_and_limits_hold(written):
    found = normalised(written)
    assert normalised(found.tags).tags == found.tags
    assert len(set(found.tags)) == len(found.tags) <= MOST
    assert all(tag == tag.strip() and 0 < len(tag) <= LONGEST and tag.isprintable() for tag in found.tags)
