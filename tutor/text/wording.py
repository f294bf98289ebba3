"""Sentences from the words of the program, in both languages at once."""

from __future__ import annotations

from tutor.text import Text
from tutor.text.words import say


def both(key: str, /, **facts: object) -> Text:
    """Return the sentence `key`, filled with `facts`, in Chinese and English."""
    return Text(say(key, "zh", **facts), say(key, "en", **facts))
