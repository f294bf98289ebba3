"""Every importer with whole files to damage: `tests/exchange/test_fuzz.py` and `python -m tests.soak imports` read them.

To add one: a function from (bytes, name) to whatever it makes, and files by name. What it makes is used, too:
`used` stores and shows every card, as a home would.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.exchange import samples
from tests.exchange.reading import read_whole
from tutor.errors import TutorError
from tutor.events import Event
from tutor.exchange.hascard import looks_like_hascard, read_hascard
from tutor.exchange.hashcards import looks_like_hashcards, read_hashcards
from tutor.exchange.html_text import text_of
from tutor.exchange.imported import Imported
from tutor.exchange.markdown import cards_of, read_note
from tutor.exchange.notes import front_matter, front_place
from tutor.exchange.related_block import Link, refreshed
from tutor.exchange.separated import read_separated
from tutor.exchange.separated_rows import agreement, has_headers
from tutor.memory.seeding import seed_of
from tutor.questions.codec import card_from_json, card_to_json
from tutor.questions.showing import draw
from tutor.store.history import to_row
from tutor.syllabus.deck import Deck, deck_from_json, deck_to_json
from tutor.text.width import wrap
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Importer:
    read: Callable[[bytes, str], object]
    files: Mapping[str, bytes]


def used(imported):
    """Do with what was imported what a home does: keep it, read it back, ask it, tell what is missing."""
    seen = set()
    for deck in imported.decks:
        assert deck_from_json(json.loads(json.dumps(deck_to_json(deck)))) == deck
        assert deck.title.isprintable()
        for card in deck.cards:
            assert card.id not in seen
            seen.add(card.id)
            assert card_from_json(json.loads(json.dumps(card_to_json(card)))) == card
            _shown(draw(card, "fuzz"))
    for event in imported.events:
        assert isinstance(event, Event)
        to_row(event)
    for one in imported.left_out:
        assert one.count > 0
        assert say(f"importing.left_{one.reason}", "zh", count=one.count)
    return imported


def _shown(showing):
    """Check that what is asked fits a terminal."""
    for text in (showing.ask, showing.answer, *(option.text for option in showing.options)):
        for side in (text.zh, text.en):
            assert all(char.isprintable() or char in "\n\u3000\xa0" or char.isspace() for char in side), side
            wrap(side, 40)
    assert showing.ask.zh


def text(source, name):
    """Read a text in whatever format it seems to be, as `tutor import` does."""
    told = source.decode("utf-8", "replace")
    found = (looks_like_hashcards(told), looks_like_hascard(told), has_headers(told), agreement(told[:5000]) > 0.5)
    return used(read_separated(source, name)), found


def html(source, name):
    """Read a text as the HTML of a card of the file `name`."""
    found = text_of(source.decode("utf-8", "replace"))
    assert found.media >= 0, name
    return found


TODAY = 740_000
FIELDS = {
    "last_reviewed": TODAY,
    "next_review": TODAY + 9,
    "review_count": 12,
    "difficulty": "hard",
    "mastery_level": 0.37,
}


def note(source, name):
    """Read a note as `tutor notes add` does, write its fields back, and link it: each twice is once."""
    found = read_note(source, name)
    cards = cards_of(found, [f"card-{place}" for place in range(len(found.questions))], "note-1")
    used(Imported((Deck("note-1", " ".join(found.title.split()), "note", cards),)))
    front = front_matter.read(source)
    seed_of(front.written, TODAY)
    links = [Link("[标题]", "a (1).md", 33, ("标签",))]
    linked = refreshed(source, links)
    assert refreshed(linked, links) == linked
    try:
        after = front_matter.rewritten(source, FIELDS)
    except TutorError as refused:
        return front, say(refused.key, "zh", **refused.facts)
    assert front.troubles == ()
    again = front_matter.read(after)
    assert {field: getattr(again.written, field) for field in FIELDS} == FIELDS
    assert again.written.tags == front.written.tags
    assert front_matter.rewritten(after, FIELDS) == after
    place = front_place.located(source.decode())
    rest = source.removeprefix(b"\xef\xbb\xbf") if place is None else source.decode()[place.end :].encode()
    assert after.endswith(rest)
    return front, after


IMPORTERS: dict[str, Importer] = {
    "hashcards": Importer(lambda source, name: used(read_hashcards(source, name)), samples.HASHCARDS),
    "hascard": Importer(lambda source, name: used(read_hascard(source, name)), samples.HASCARD),
    "separated": Importer(lambda source, name: used(read_separated(source, name)), samples.SEPARATED),
    "whole": Importer(lambda source, name: used(read_whole(source, name)), samples.WHOLE),
    "any": Importer(text, samples.HASHCARDS | samples.HASCARD | samples.SEPARATED | samples.WHOLE),
    "note": Importer(note, samples.NOTES),
    "html": Importer(html, samples.HTML),
}
