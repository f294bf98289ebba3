"""Sentences of generated questions: a key and its facts, which may differ between the languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.questions.model import Wording
from tutor.text import Text
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

CHINESE = "\u3000-\u9fff\uff00-\uffef"
CLOSE = re.compile(f"(?<=[{CHINESE}]) (?=[{CHINESE}])")  # a Chinese name between Chinese words takes no spaces


def said(key: str, /, **facts: str | Text) -> Wording:
    """Return the sentence `key` in both languages, filled; a `Text` gives each its own side."""
    return wording(spoken(key, **facts))


def spoken(key: str, /, **facts: str | Text) -> Text:
    """Return the sentence `key` as a text, to be a fact of another sentence."""
    zh = {name: fact.zh if isinstance(fact, Text) else fact for name, fact in facts.items()}
    en = {name: fact.en if isinstance(fact, Text) else fact for name, fact in facts.items()}
    return Text(CLOSE.sub("", say(key, "zh", **zh)), say(key, "en", **en))


def wording(text: Text) -> Wording:
    """Return a text without holes as a wording."""
    return Wording((text.zh,), (text.en,))


def listed(parts: Iterable[str]) -> Text:
    """Return formulas one after the other, with each language's own semicolon."""
    told = list(parts)
    return Text("；".join(told), "; ".join(told))


def plain(text: str) -> Wording:
    """Return a number or a formula, the same for both readers."""
    return wording(Text.same(text))
