"""Sentences with parts that differ from language to language: lists of names, clauses one after another."""

from __future__ import annotations

import re
from math import floor, isfinite
from typing import TYPE_CHECKING

from tutor.text import Text
from tutor.text.numbers import SUPERSCRIPT, significant
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.labs.functions import Unit

BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]) (?=[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef])")


def tell(key: str, /, **facts: object) -> Text:
    """Return the sentence `key`; a fact that is a Text is put in each language in its own words.

    A space before a fact is for facts in Latin letters: between Chinese characters it goes.
    """
    zh = {name: fact.zh if isinstance(fact, Text) else fact for name, fact in facts.items()}
    en = {name: fact.en if isinstance(fact, Text) else fact for name, fact in facts.items()}
    return Text(BETWEEN.sub("", say(key, "zh", **zh)), say(key, "en", **en))


def listed(parts: Iterable[Text | str]) -> Text:
    """Return names one after another: A、B、C, or A, B, C."""
    return _joined(parts, "、", ", ")


def clauses(parts: Iterable[Text | str]) -> Text:
    """Return clauses of one sentence one after another, divided by semicolons."""
    return _joined(parts, "；", "; ")


def _joined(parts: Iterable[Text | str], zh: str, en: str) -> Text:
    texts = [part if isinstance(part, Text) else Text.same(part) for part in parts]
    return Text(zh.join(text.zh for text in texts), en.join(text.en for text in texts))


def size(power: float, digits: int = 2) -> str:
    """Return 10 to the `power` as people read it: 0.025, 3.8×10⁻³², 0 for −∞; also where 10^power is no float."""
    if not isfinite(power):
        return significant(10.0**power if power < 0 else power)
    if abs(power) < 300:
        return significant(10.0**power, digits)
    whole = floor(power)
    return f"{significant(10.0 ** (power - whole), digits)}×10{str(whole).translate(SUPERSCRIPT)}"


def called(unit: Unit) -> Text:
    """Return what a function is called in a sentence: its symbol where that is a name, else the head of its title."""
    record = unit.record
    if record is None or (len(unit.name) > 1 and unit.name[0].isupper()):
        return Text.same(unit.name)
    return Text(record.title.zh.partition("（")[0], record.title.en.partition(" (")[0])
