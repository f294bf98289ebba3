"""Colours: the sixteen every terminal has, and none where none is wanted."""

from __future__ import annotations

import pytest

from tutor.ui.lines import line
from tutor.ui.paint import CODES, painted
from tutor.ui.theme import COLOURS, MONOCHROME, Look


def test_a_line_is_painted_span_by_span():
    assert painted(line("a ", ("key", "key"), ("!", "wrong")), Look()) == "a \x1b[1;36mkey\x1b[0m\x1b[1;31m!\x1b[0m"


def test_without_colour_weight_remains():
    spans = line(("✗", "wrong"), ("again", "again"), ("small", "dim"))
    assert painted(spans, Look(colour=False)) == "\x1b[1m✗\x1b[0magain\x1b[2msmall\x1b[0m"


@pytest.mark.parametrize("roles", [COLOURS, MONOCHROME])
def test_every_role_has_a_style_that_can_be_painted(roles):
    assert set(roles) == set(COLOURS)
    assert {word for style in roles.values() for word in style.split()} <= set(CODES)


def test_no_colour_vanishes_on_a_light_or_a_dark_ground():
    """Neither white nor black nor yellow is ever asked for."""
    assert not {"white", "black", "yellow"} & {word for style in COLOURS.values() for word in style.split()}
