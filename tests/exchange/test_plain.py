"""Text from elsewhere: nothing in it reaches a terminal as anything but letters."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.mutate import in_time
from tutor.exchange.plain import REMOVED, in_line, plain, said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\x1b[31mred\x1b[0m and \x1b]0;title\x07plain", "red and plain"),
        ("a\u202eb\u200bc\x00d\x7fe\ud800f", "abcdef"),
        ("a  \n\n\n\n  b\t\n", "a\n\n  b"),
        ("x\ty", "x    y"),
        ("cafe\u0301", "café"),
        ("10⁻⁵ x² ½ ① 激活函数　的 ∂f/∂x", "10⁻⁵ x² ½ ① 激活函数　的 ∂f/∂x"),
        ("{= 1+1 } {x} [bold]b[/]", "{= 1+1 } {x} [bold]b[/]"),
        ("❤\ufe0f 👩\u200d🔬", "❤ 👩🔬"),
        ("กำ हिन्दी", "กำ हिन्दी"),
        ("\n \n", ""),
        ("\n\n    code\n  less", "    code\n  less"),
        ("   a", "a"),
    ],
)
def test_what_is_shown_of_a_text(text, shown):
    assert plain(text) == shown


@given(st.text())
def test_it_is_plain_and_stays_so(text):
    found = plain(text)
    assert not {char for char in found if char != "\n" and category(char) in REMOVED}
    assert plain(found) == found
    assert found.strip() == found or found.startswith("    ")
    assert "\n\n\n" not in found


def test_a_long_text_takes_no_time():
    for piece in (" ", "\t", "\n", "\x1b[", "\x1b]", "　", "́", "a \n"):
        with in_time(15):
            plain(piece * 300_000 + "x")


def test_one_line_and_both_languages():
    assert in_line(" a\n  b\tc ") == "a b c"
    assert said("{x}").zh == said("{x}").en == ("{x}",)
    assert said("").zh == ()
