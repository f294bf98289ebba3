"""What a learner answered, as read from a line: options, a number, words, or nothing to judge.

A line that cannot be read is not a wrong answer: it becomes a hint and nothing is recorded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isfinite, isinf, isnan
from typing import TYPE_CHECKING
from unicodedata import category

from tutor.text.fold import fold, fold_key

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 400  # characters of a typed answer; a pasted page is refused with a hint
LETTERS = "abcdef"
UNREADABLE = frozenset({"Cc", "Cs", "Cn"})  # controls (escape codes among them), halves of characters, no characters
THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?")
DECIMAL_COMMA = re.compile(r"([+-]?[0-9]+),([0-9]+)")
TIMES_TEN = re.compile(r"(?<=[0-9.])[xX]10(?=[\^*⁻⁰¹²³⁴⁵⁶⁷⁸⁹])")
SEPARATORS = " \t\n\r,;/+&.、，；和与及跟"
AND = re.compile(r"(?<![a-z])and(?![a-z])")
VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅑": "1/9", "⅒": "1/10",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """The positions of the chosen options, from 0, in ascending order."""

    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed answer as written."""

    text: str


@dataclass(frozen=True, slots=True)
class DontKnow:
    """The learner asks to be shown the answer: counts as Again."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that answers nothing: the key of a hint and its facts."""

    key: str
    facts: Mapping[str, str]


def hinted(key: str, **facts: str) -> Unreadable:
    """Return a hint with its facts, safe to print."""
    return Unreadable(key, {name: _printable(text) for name, text in facts.items()})


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "·" for char in text)


def read_text(text: str) -> str | Unreadable:
    """Return what was typed on one line without invisible marks; escape codes and whole pages are a hint."""
    if len(text) > LONGEST:
        return hinted("question.too_long", most=str(LONGEST))
    line = "".join(" " if char.isspace() else char for char in text if category(char) != "Cf")
    if any(category(char) in UNREADABLE for char in line):
        return hinted("question.odd_characters")
    return line.strip()


def read_choice(line: str, count: int, *, several: bool) -> Chosen | DontKnow | Unreadable:
    """Read `2`, `b`, `bd`, `B, D`, `１３`; `0` is "I don't know".

    Anything else, an option that is not there, or two options where one is asked for, is a hint.
    """
    marks = [char for char in AND.sub(" ", fold_key(line).casefold()) if char not in SEPARATORS]
    if marks == ["0"]:
        return DontKnow()
    places = {_place(mark) for mark in marks}
    if not marks or len(marks) > LONGEST or not all(0 <= place < count for place in places):
        return Unreadable("question.choose_several" if several else "question.choose_one", {"last": str(count)})
    if not several and len(places) > 1:
        return Unreadable("question.only_one", {"last": str(count)})
    return Chosen(tuple(sorted(places)))


def _place(mark: str) -> int:
    if mark in LETTERS:
        return LETTERS.index(mark)
    return int(mark) - 1 if mark.isascii() and mark.isdigit() else -1


def read_number(text: str) -> float | Unreadable:
    """Read a number in any usual notation: 4.5e-5, 4.54×10⁻⁵, 1/4, ¼, 25 %, or an expression."""
    line = read_text(text)
    if isinstance(line, Unreadable):
        return line
    folded = fold(line).strip().lstrip("=≈~ ")
    scale = 0.01 if folded.endswith("%") else 1.0
    folded = _as_usual(folded.rstrip("% ").replace(" ", ""))
    if DECIMAL_COMMA.fullmatch(folded):
        return hinted("question.decimal_comma", text=folded.replace(",", "."))
    try:
        value = float(folded)
    except ValueError:
        return _calculated(folded, scale, text)
    overflow = isinf(value) and "inf" not in folded.casefold()
    return _unreadable(text) if "_" in folded or isnan(value) or overflow else value * scale


def _as_usual(folded: str) -> str:
    """Return other ways to write a number in one way: 1,024 and 2.5x10^-1 and ∞."""
    if THOUSANDS.fullmatch(folded):
        folded = folded.replace(",", "")
    return TIMES_TEN.sub("*10", folded).replace("∞", "inf")


def _unreadable(text: str) -> Unreadable:
    return hinted("question.not_a_number", text=text.strip()[:40])


def _calculated(folded: str, scale: float, text: str) -> float | Unreadable:
    """Evaluate what is not a plain number; ¼ behind a whole number adds (1¼)."""
    from tutor.activations.expression import calculate
    from tutor.errors import TutorError

    source = "".join(f"({VULGAR[c]})" if c in VULGAR else c for c in folded)
    if any(c in VULGAR for c in folded[1:]) and folded[0].isdigit():
        source = source.replace("(", "+(", 1)
    try:
        value = calculate(source)
        readable = not isinstance(value, bool) and (isfinite(value) or "inf" in source)
        return float(value) * scale if readable else _unreadable(text)
    except (TutorError, TypeError, ValueError, OverflowError):
        return _unreadable(text)


def decimal_comma(text: str) -> str:
    """Return a number like 1,024 with its comma as the decimal point, "" when it has no single comma."""
    folded = fold(text).strip()
    return folded.replace(",", ".") if DECIMAL_COMMA.fullmatch(folded) else ""


def asks_the_core(text: str) -> str:
    """Return the function that an expression leaves the work to, "" when it holds none: arithmetic is fair."""
    from tutor.activations.expression import parse
    from tutor.errors import TutorError
    from tutor.questions.used import core_work

    try:
        return core_work(parse(_as_usual(fold(text).strip().lstrip("=≈~ ").rstrip("% "))))
    except (TutorError, RecursionError):
        return ""
