"""An outline in SVG: well-formed, every text inside its block, joints between parents and children."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from tutor.exchange.outline_svg import LETTER, block
from tutor.pictures import deciding, family, timeline
from tutor.pictures.outline import Item, outline
from tutor.pictures.request import Request
from tutor.text import Text
from tutor.text.width import width

MAKERS = (family.family_tree, timeline.timeline, deciding.decision_tree)


def texts(drawn):
    root = ET.fromstring(f"<g>{drawn.body}</g>")
    return [(float(node.get("x")), float(node.get("y")), node.text) for node in root.iter("text")]


@pytest.mark.parametrize("language", ["zh", "en", "both"])
@pytest.mark.parametrize("make", MAKERS)
def test_every_text_lies_inside_and_none_on_another(make, language):
    drawn = block(outline(make(Request())), language)
    rows = {}
    for x, y, text in texts(drawn):
        assert x >= 0
        assert x + width(text) * LETTER <= drawn.wide + 0.01
        assert 0 < y <= drawn.high
        assert x >= rows.get(y, -1), text
        rows[y] = x + width(text) * LETTER


def test_names_that_look_like_markup_are_escaped():
    drawn = block((Item(Text.same("<b> & co")),), "en")
    assert texts(drawn)[0][2] == "<b> & co"
    assert "<b>" not in drawn.body


def test_children_are_joined_to_their_parent():
    items = (Item(Text.same("parent"), below=(Item(Text.same("one")), Item(Text.same("two")))),)
    root = ET.fromstring(f"<g>{block(items, 'en').body}</g>")
    (path,) = root.iter("path")
    assert path.get("d").count("M") == 3
