"""Everything in one JSON object: what was written comes back, what was changed by hand is judged."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.mutate import in_time
from tests.exchange.reading import left, read_whole, told
from tutor.errors import TutorError
from tutor.events import Event
from tutor.exchange import json_stream
from tutor.exchange.event_json import event_of, event_to_json
from tutor.exchange.foreign import Head, chosen, flash, gapped
from tutor.exchange.json_stream import BrokenError, members
from tutor.exchange.whole import survey, written
from tutor.questions.codec import card_to_json
from tutor.syllabus.deck import Deck

HEAD = Head("csv-1", "csv-deck", ("t",), "why", "hint")
DECK = Deck(
    "csv-deck",
    "A deck",
    "csv",
    (
        flash(HEAD, "q {x}", "a\nb", ("point",)),
        gapped(replace(HEAD, id="csv-2"), "the ", "gap", "!", ("hole",)),
        chosen(replace(HEAD, id="csv-3"), "which", [("a", True), ("b", False)]),
        chosen(replace(HEAD, id="csv-4"), "which", [("a", True), ("b", True), ("c", False)]),
    ),
)
EVENT = Event(
    "0" * 31 + "1", "d" * 32, 1_760_000_000_000_000, 739_000, "answered", "csv-1", {"grade": 3, "due": 739_003}
)
SETTINGS = {"new_per_day": 5, "easy_days": {"sat": 0.5}}


def file_of(decks=(DECK,), notes=(), cards=(), events=(EVENT,), **head):
    return "".join(written({"settings": SETTINGS, **head}, decks, notes, cards, events))


def read(text):
    return read_whole(text.encode(), "all.json")


def test_decks_and_events_come_back_as_they_were():
    text = file_of(notes=[{"id": "n"}], cards=[{"id": "sigmoid.peak"}])
    found = read(text)
    assert found.decks == (DECK,)
    assert found.events == (EVENT,)
    assert left(found) == {"notes": 1}
    assert survey(lambda: io.StringIO(text), "all.json").settings == SETTINGS


def test_it_is_one_json_object_with_a_line_for_each_event():
    text = file_of(events=[replace(EVENT, id=f"{number:032x}") for number in range(3)])
    whole = json.loads(text)
    assert (whole["format"], whole["version"], len(whole["events"])) == ("tutor", 1, 3)
    assert sum('"instant"' in line for line in text.splitlines()) == 3
    assert json.loads(file_of((), (), (), ()))["events"] == []


def test_the_layout_of_the_json_does_not_matter():
    whole = json.loads(file_of())
    for layout in (
        json.dumps(whole),
        json.dumps(whole, indent=4),
        json.dumps(dict(reversed(whole.items())), sort_keys=True),
    ):
        assert read(layout) == read(file_of())
    assert read("\ufeff" + file_of()) == read(file_of())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{}", "other_json"),
        ('{"format": "other"}', "other_json"),
        ('{"decks": []}', "other_json"),
        ('{"format": "tutor", "version": 2}', "newer"),
        ('{"format": "tutor", "version": 1', "broken_json"),
        ('{"format": "tutor", "version": 1} x', "broken_json"),
        ('{"format": "tutor", "x": NaN}', "broken_json"),
        ('{"format": "tutor", "x": [1, 2,]}', "broken_json"),
        ('{"format": "tutor", 3: 4}', "broken_json"),
        ("[]", "broken_json"),
        ("", "broken_json"),
        ('{"x": ' + "[" * 100_000, "broken_json"),
        (file_of()[:-20], "broken_json"),
    ],
)
def test_what_is_not_such_a_file_is_refused(text, key):
    with pytest.raises(TutorError) as error:
        read(text)
    assert error.value.key == f"importing.{key}"


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("instant", 0, -1),
        ("instant", 253_402_300_800_000_000, 253_402_300_800_000_001),
        ("day", 1, 0),
        ("day", 3_652_059, 3_652_060),
        ("card", "x" * 200, "x" * 201),
        ("device", "x", ""),
        ("body", {"x": 2**53 - 1}, {"x": 2**53}),
        ("body", {"x": 1 - 2**53}, {"x": -(2**53)}),
        ("body", {"x": "y" * (65_536 - 3)}, {"x": "y" * (65_536 - 2)}),
        ("body", {"x": [0] * 7280}, {"x": [0] * 7282}),
        ("body", {"x": [[[[[[[1]]]]]]]}, {"x": [[[[[[[[1]]]]]]]]}),
    ],
)
def test_the_limits_of_an_event(name, good, bad):
    known = event_to_json(EVENT)
    assert event_of({**known, name: good}) is not None
    assert event_of({**known, name: bad}) is None


@pytest.mark.parametrize("body", [{"ms": 1.5, "flag": True, "none": None, "deep": {"list": [1, "x"]}}, {}])
def test_bodies_of_plain_values_come_back(body):
    assert event_of(event_to_json(replace(EVENT, body=body))) == replace(EVENT, body=body)


def test_a_break_is_told_with_its_line():
    text = file_of().replace('"grade":3', '"grade":')
    with pytest.raises(TutorError) as error:
        read(text)
    assert text.splitlines()[error.value.facts["line"] - 1].count('"grade":') == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("id", value) for value in ("x" * 32, "0" * 31, 7, None)),
        *(("instant", value) for value in (-1, 1e9, True, 10**18, "1")),
        *(("day", value) for value in (0, 4_000_000, 1.5)),
        *(("kind", value) for value in ("deleted", None, ["answered"])),
        *(("card", value) for value in ("", "x" * 201, "a\nb", 3)),
        *(("device", value) for value in ("", "\x1b[2J")),
        *(("body", value) for value in ([], None, {"x": "y" * 70_000}, {"x": 2**60}, {"x": [{"y": -(2**60)}]})),
        *(("body", value) for value in ({"x": float("inf")}, {"x": [[[[[[[[[1]]]]]]]]]})),
    ],
)
def test_an_event_that_no_journal_may_hold_is_left_out(name, value):
    good = event_to_json(EVENT)
    assert event_of(good) == EVENT
    assert event_of({**good, name: value}) is None
    assert event_of([good]) is None
    if value == {"x": float("inf")}:
        return  # no JSON: 1e999 is how it comes
    assert left(read(json.dumps({"format": "tutor", "version": 1, "events": [good, {**good, name: value}]}))) == {
        "events": 1
    }


def test_decks_are_made_anew_of_what_is_plain_in_them():
    card = card_to_json(DECK.cards[0])
    strange = [
        {**card, "id": "../etc"},
        {**card, "id": "csv-9", "ask": [["x", ["1+1", 3]], "y"]},
        {**card, "id": "csv-9", "kind": "numeric", "body": {"expr": "9**9**9", "digits": 3}},
        {**card, "id": "csv-9", "body": None},
        {**card, "id": "csv-9", "ask": "\u202e"},
        "no card",
    ]
    escape = {**card, "id": "csv-8", "ask": "a\x1b[2Jb"}
    whole = {
        "format": "tutor",
        "version": 1,
        "decks": [{"deck": "d", "title": "T\n", "source": "odd", "cards": [escape, *strange]}],
    }
    found = read(json.dumps(whole))
    assert told(found) == ["= T", "flash | ab | a / b | why: why | hint: hint | tags: t"]
    assert found.decks[0].source == "json"
    assert left(found) == {"cards": 6}
    for bad in (
        {},
        [],
        {"deck": "../x", "title": "t", "source": "csv", "cards": []},
        {"deck": "x", "title": 3, "source": "csv", "cards": []},
    ):
        assert left(read(json.dumps({"format": "tutor", "version": 1, "decks": [bad]}))) == {"decks": 1}


def test_a_card_that_stands_in_two_decks_belongs_to_the_first():
    found = read(file_of([DECK, replace(DECK, id="csv-other"), DECK]))
    assert [deck.id for deck in found.decks] == ["csv-deck"]
    assert left(found) == {"twice": 8}


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), PLAIN, max_size=4), st.sampled_from([1, 2, 7, 1 << 18]))
def test_the_stream_reads_what_the_standard_library_reads(value, chunk):
    before, json_stream.CHUNK = json_stream.CHUNK, chunk
    try:
        found = list(members(io.StringIO(json.dumps(value, indent=1))))
    finally:
        json_stream.CHUNK = before
    expected = [(key, one) for key, inner in value.items() for one in (inner if isinstance(inner, list) else [inner])]
    assert found == expected


def test_a_number_is_read_to_its_end():
    text = '{"x": 123456, "y": [12, 345]}'
    before, json_stream.CHUNK = json_stream.CHUNK, 1
    try:
        assert list(members(io.StringIO(text))) == [("x", 123456), ("y", 12), ("y", 345)]
        with pytest.raises(BrokenError):
            list(members(io.StringIO('{"x": 12')))
    finally:
        json_stream.CHUNK = before


@pytest.mark.parametrize("piece", ["[", "{", '{"a":', '"', " ", "1", "[1,", "null,"])
def test_broken_json_takes_no_time(piece):
    with in_time(15), pytest.raises(TutorError):
        read('{"format": "tutor", "x": ' + piece * 100_000)
