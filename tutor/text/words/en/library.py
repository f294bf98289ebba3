"""Sentences of the compiled library."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "library.own": "Your own notes and decks",
    "library.no_card": "There is no card {id}.",
    "library.no_card_near": "There is no card {id}. Did you mean {near}?",
    "library.no_lesson": "There is no lesson {id}.",
    "library.no_lesson_near": "There is no lesson {id}. Did you mean {near}?",
}
