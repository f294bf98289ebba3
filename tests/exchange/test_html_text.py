"""HTML of flashcards as lines: what a person reads, whatever the markup; pictures and sounds are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.mutate import in_time
from tutor.exchange.html_text import Readable, looks_like_html, text_of

PIECES = (
    *("<!--", '<a "', "<a '=\"", "<", "&", "<![", "</a", "<?", "&#", "<a b", "</", "<a =", "<script>", "<a\n", "<sup>"),
    *(
        "<ul><li>",
        "[sound:",
        "[anki:",
        "[$]",
        "<pre>",
        "<p>",
        "&amp;",
        "<i>a",
        "<td>",
        "<img src=",
        "</ul>",
        "<style>x",
    ),
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("def f(x):<br>&nbsp;&nbsp;&nbsp;&nbsp;return x&nbsp;&nbsp;# y", "def f(x):\n    return x  # y"),
        ("typed&nbsp; &nbsp;in an editor &nbsp;", "typed in an editor"),
        ("What is&nbsp;ReLU?<br>x &lt; 0 &amp;&amp; y", "What is ReLU?\nx < 0 && y"),
        ("one<div>two</div><div>three</div>four", "one\ntwo\nthree\nfour"),
        ("<p>a</p><p>b</p>c", "a\n\nb\n\nc"),
        ("<h2>Title</h2>text  <b>bold</b>\n<i>still</i>", "Title\n\ntext bold still"),
        ("<ul><li>a<li>b<ol><li>x</li><li>y</li></ol></li></ul>after", "• a\n• b\n  1. x\n  2. y\nafter"),
        ("<li>alone</li>", "• alone"),
        ("x<sup>2</sup> e<sup>-x</sup> W<sub>ij</sub> z<sub>Q</sub> a<sup>QR</sup>", "x² e⁻ˣ Wᵢⱼ z_Q a^(QR)"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b\n1 | 2"),
        ("so: <pre>def f(x):\n    return x</pre>end", "so:\n\n    def f(x):\n        return x\n\nend"),
        ("<pre>a<br>b   <b>c</b></pre>", "    a\n    b   c"),
        (r"\(\frac{1}{1+e^{-x}}\) and [$]a &lt; b[/$] [latex]$x^2$[/latex]", "1/(1 + e⁻ˣ) and a < b x²"),
        ("<style>.a{}</style><script>if (x<y) {}</script>hi<!-- no --><!doctype html>", "hi"),
        ("<script>never closed", "never closed"),
        ("a < b and c > d, <3, <b", "a < b and c > d, <3, <b"),
        ('<a href="http://x.y/?a>b">link</a>', "link"),
        ("{{c1::x}} stays", "{{c1::x}} stays"),
        ("&#x1b;[2J&#0;&lt;b&gt;", "[2J\ufffd<b>"),
        ("<SPAN STYLE='x'>上</SPAN>下", "上下"),
        ("&unknown; &copy", "&unknown; ©"),
        ("", ""),
    ],
)
def test_what_a_person_reads(html, text):
    assert text_of(html) == Readable(text, 0)


def test_pictures_are_named_and_counted_with_sounds():
    found = text_of('<img src="a/paste-12.png"> <img alt="S curve" src=x> [sound:a.mp3]<video src=v.mp4></video><img>')
    assert found == Readable("[paste-12.png] [S curve] [v.mp4]", 5)


def test_html_is_told_from_text_that_only_has_its_signs():
    assert all(map(looks_like_html, ("a<br>b", "<div class='x'>a</div>", "x&nbsp;y", "x<sup>2</sup>", "</b>")))
    assert not any(map(looks_like_html, ("a < b > c", "std::vector<int> x;", "AT&T; R&D", "List<String>", "x <- y")))


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_can_be_read(html):
    text_of(html)


@pytest.mark.parametrize("piece", PIECES)
def test_broken_markup_takes_no_time(piece):
    with in_time(15):
        text_of((piece * 100_000)[:100_000])
