"""What the tests of packages share: the real Anki in a process of its own, today, and cards that leave."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from tests.questions import cards
from tutor.cli.clock import study_day
from tutor.events import Event
from tutor.exchange.anki.reading import read_package
from tutor.exchange.leaving import Leaving
from tutor.memory.fold import fold
from tutor.text import Text

ORACLE = Path(__file__).with_name("oracle.py")
DAY = 86_400_000_000  # microseconds
NOW = datetime.now().astimezone()  # Anki asks the clock, so its judge must
TODAY = study_day(NOW)
INSTANT = int(NOW.timestamp() * 1_000_000)
KINDS = (
    cards.flash("c.flash", points=("one", "two")),
    cards.choice("c.choice"),
    cards.multi("c.multi"),
    cards.numeric("c.numeric", unit="%"),
    cards.formula("c.formula"),
    cards.cloze("c.cloze"),
    cards.myth("c.myth"),
)


def ask(*words):
    """Let the real Anki do something; return what it saw."""
    command = [sys.executable, str(ORACLE), *map(str, words)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def leaving(cards, states=None, events=(), language="en"):
    places = {card.lesson: (Text("第一部分", "Part one"), Text("课", "Lesson")) for card in cards}
    return Leaving(tuple(cards), places, states or {}, tuple(events), TODAY, INSTANT, language)


def answered(number, card, ago, grade, *, due=None, kind="answered", **body):
    """Return an answer `ago` days before today, due in `due` days from then on."""
    said = {"grade": grade, **body} | ({"due": TODAY - ago + due} if due else {})
    return Event(f"{number:032x}", "here", INSTANT - ago * DAY + number * 1000, TODAY - ago, kind, card, said)


def here(instant):
    """Return the study day of an instant on this machine."""
    return study_day(datetime.fromtimestamp(instant / 1_000_000).astimezone())


def read(path):
    return read_package(path, TODAY, here)


def states(imported):
    return fold(imported.events)


def by_id(imported):
    return {card.id: card for deck in imported.decks for card in deck.cards}
