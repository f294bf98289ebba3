"""The small languages inside a package: templates, gaps, protobuf, fields as HTML; and the estimate for old cards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questions import cards
from tutor.exchange.anki import template
from tutor.exchange.anki.cloze import gapped
from tutor.exchange.anki.faces import html, note
from tutor.exchange.anki.history import estimated
from tutor.exchange.anki.protobuf import message, text
from tutor.exchange.anki.schema11 import bare, checksum
from tutor.exchange.anki.template import MOST, parse, rendered

VALUES = {"Front": "f", "Back": "b", "Empty": "  "}


def show(source, values=VALUES):
    filled = {name: bool(value.strip()) for name, value in values.items()}
    return rendered(parse(source), filled, lambda name, filters: "".join([*filters, values.get(name, "")]))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{Front}} – {{ Back }}", "f – b"),
        ("{{FrontSide}}|{{Unknown}}", "|"),
        ("{{hint:text:Back}}", "texthintb"),
        ("{{#Front}}yes{{/Front}}{{^Front}}no{{/Front}}", "yes"),
        ("{{#Empty}}yes{{/Empty}}{{^Empty}}no{{/Empty}}", "no"),
        ("{{#Front}}a{{#Empty}}b{{Front}}{{/Empty}}c{{/Front}}d", "acd"),
        ("{{!a comment}}x", "x"),
        ("{{/Front}}x{{#Empty}}never closed", "x"),
        ("{{unclosed {Front} }}", "{{unclosed {Front} }}"),
        ("", ""),
    ],
)
def test_templates(source, shown):
    assert show(source) == shown


def test_a_side_that_grows_without_end_is_refused():
    assert show("{{Front}}" * 200, {"Front": "x" * 1000}) is None
    assert show("{{Front}}", {"Front": "x" * MOST}) is not None


def test_fields_under_a_filter():
    assert template.names(parse("{{Front}}{{type:Back}}{{type:cloze:Text}}"), "type") == ("Back", "Text")


@pytest.mark.parametrize(
    ("source", "number", "shown", "gaps"),
    [
        ("a {{c1::b}} c", 1, "a _ c", [("b", "")]),
        ("a {{c1::b::hint}} {{c2::d}}", 1, "a _ d", [("b", "hint")]),
        ("a {{c1::b::hint}} {{c2::d}}", 2, "a b _", [("d", "")]),
        ("{{c1::x {{c2::y}} z}}", 1, "_", [("x y z", "")]),
        ("{{c1::x {{c2::y}} z}}", 2, "x _ z", [("y", "")]),
        ("{{c1::a}} {{c1::b}}", 1, "_ _", [("a", ""), ("b", "")]),
        ("{{c1,3::a}}", 3, "_", [("a", "")]),
        ("{{c1::std::vector}} a::b", 1, "_ a::b", [("std", "vector")]),
        ("never {{c1::closed", 1, "never closed", []),
        ("no gap }} here", 1, "no gap }} here", []),
    ],
)
def test_gaps(source, number, shown, gaps):
    found = gapped(source, number, "_")
    assert (found.text, list(found.gaps)) == (shown, gaps)


def test_gaps_without_end_take_no_time():
    gapped("{{c1::" * 20_000 + "}}" * 20_000, 1, "_")
    parse("{{#a}}" * 20_000 + "{{" * 20_000)


def test_fields_of_a_message():
    """Field 1 a number, 2 a text, 15 of eight bytes, 3 of four; then one that is cut off."""
    data = b"\x08\x96\x01" + b"\x12\x03abc" + b"\x79" + bytes(8) + b"\x1d" + bytes(4)
    assert message(data) == {1: 150, 2: b"abc", 15: bytes(8), 3: bytes(4)}
    assert text(message(data), 2) == "abc"
    assert text(message(data), 1) == ""
    assert message(data + b"\x12\x7fshort") == message(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_some_message(data):
    message(data)


@given(st.text(max_size=60))
def test_html_shows_the_text_it_was_made_from(written):
    shown = bare(html(written).replace("<br>", "\n"))
    assert shown == written.replace("\xa0", " ")


def test_answers_are_typed_with_a_keyboard():
    tiny = cards.numeric(expression="sigmoid′(10)", draws=())
    assert note(tiny, "en")[1]["Answer"] == "4.54e-5"
    assert note(tiny, "en")[1]["Shown"] == "4.54×10⁻⁵"
    assert note(cards.numeric(expression="-1/2", draws=(), unit="%"), "en")[1]["Answer"] == "-0.5"
    assert note(cards.formula(), "zh")[1]["Answer"] == "x*σ(x)"


def test_the_same_card_shows_the_same_values():
    drawn = cards.numeric()
    assert note(drawn, "zh") == note(drawn, "zh")
    assert "{" not in note(drawn, "zh")[1]["Question"]


def test_every_kind_says_what_it_is_in_both_languages():
    for card in (cards.flash(), cards.choice(), cards.multi(), cards.cloze(), cards.myth()):
        zh, en, two = (note(card, language)[1] for language in ("zh", "en", "both"))
        ask = next(name for name in ("Question", "Text", "Statement") if name in zh)
        assert zh[ask] != en[ask]
        assert zh[ask] in two[ask]
        assert en[ask] in two[ask]


def test_a_curve_to_recognise_is_drawn_without_its_name():
    from dataclasses import replace

    from tutor.questions.model import Curves

    plotted = replace(cards.choice(), plot=Curves(("tanh",), labels=False))
    drawn = note(plotted, "en")[1]["Plot"]
    assert drawn.startswith("<svg")
    assert drawn.endswith("</svg>")
    assert "tanh" not in drawn.partition("<desc>")[2]
    broken = replace(cards.choice(), plot=Curves(("no_such(x)",)))
    assert "Plot" not in note(broken, "en")[1]


def test_options_that_are_curves_are_drawn_with_their_letters():
    from dataclasses import replace

    from tutor.questions.model import Choice, Curves, Option

    options = tuple(
        Option(right=name == "tanh", wording=cards.words(name), curve=f"{name}(x)")
        for name in ("tanh", "relu", "sigmoid")
    )
    asked = replace(cards.choice(), body=Choice(options), plot=Curves(("softplus(x)",)))
    fields = note(asked, "en")[1]
    drawn = fields["Plot"]
    assert all(f">{letter}<" in drawn for letter in "ABC")
    assert "relu" not in drawn.replace("desc", "")
    assert fields["Right"] in {"A", "B", "C"}
    assert fields[f"Why {fields['Right']}"] == "tanh"
    alone = note(replace(asked, plot=None), "en")[1]["Plot"]
    assert len(alone) < len(drawn)


def test_what_anki_finds_duplicates_by():
    """The digest of the text without its tags: "a" has the SHA-1 86f7e437…"""
    assert checksum("<b>a</b>") == 0x86F7E437


@pytest.mark.parametrize(
    ("days", "ease", "stability", "difficulty"),
    [
        (40, 2100, 40.0, 7.225),
        (1, 2500, 1.0, 8.216),
        (400, 1300, 400.0, 9.489),
        (10, 3000, 10.0, 5.552),
        (3, 2500, 3.0, 7.657),
        (36_000, 2500, 36_000.0, 1.0),
    ],
)
def test_a_card_of_the_older_algorithm_is_estimated_as_anki_does(days, ease, stability, difficulty):
    """Figures of Anki 26.9.3 for a card with one review left in its log."""
    found = estimated(days, ease)
    assert found == pytest.approx((stability, difficulty), abs=5e-4)
    assert estimated(0, 2500) is None
