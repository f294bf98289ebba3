"""Texts cut into units that can be compared: terms of a lexicon, words, numbers, Chinese characters and their pairs.

Each unit says whether its clause denies it ("不是…", "not …"), so that the opposite of a statement is not taken
for the statement. It understands nothing: it compares words, and a word that is not in the lexicon has no synonym.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

Lexicon = tuple[tuple[str, tuple[str, ...]], ...]  # a term's id, and the forms it has in both languages

SENTENCE = re.compile(r"\n+|[!?;]+|\.(?!\d)")
LINKS = "所以|因此|于是|但是|不过|而是|而且|并且"
CLAUSE = re.compile(rf"[,:()\[\]\"]+|--|→|{LINKS}|\b(?:so|and|but|because|hence|therefore|then|while)\b")
DENYING_ZH = frozenset("不没未非无别勿")
NOT_DENYING = "不同|不变|不等|不断|不仅|不但|不只|不光|不管|不论|不少|非常|无穷|无论|无限|没错|差不多"
EMPTY_ZH = frozenset("的了是在和与就也都把被个这那着吗呢吧啊而及或还再又便才其它们我你则之等些")
DENIALS = "no non not never none cannot without neither nor hardly n't"
EMPTY = """a an the of to in is are be was were it its and or for with by as at on from that this these those than then
    so but if do does did has have had can could may might will would there which what when where how why you your
    we they i he she them their our us also just only very more much many such"""
DENYING_EN, EMPTY_EN = frozenset(DENIALS.split()), frozenset(EMPTY.split())
FRACTIONS = {"¼": "1/4", "½": "1/2", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "四分之一": "1/4", "三分之一": "1/3"}
FRACTIONS |= {"二分之一": "1/2", "一半": "1/2", "quarter": "1/4", "half": "1/2"}
NOT = ("非", "不", "无", "non", "not")  # before a form: the opposite, no kind of it
HEAD = {True: 7, False: 3}  # letters, characters of a form that means one thing at the end of a longer one
REACH = 5  # words or characters behind a denial that it denies
STEM = 5  # letters by which English words are compared: saturates, saturation; exists, existence
TERM, FOREIGN, WORD, LETTER, CHARACTER = 1.5, 1.5, 1.0, 0.5, 0.5  # what a unit tells: a term more than a word


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its name, what it tells, and whether it is denied where it stands."""

    name: str
    weight: float
    denied: bool = False


def sentences(text: str, lexicon: Lexicon = ()) -> list[list[Unit]]:
    """Return the units of each sentence of `text`."""
    folded = fold(text).casefold().replace("′", "'")
    found = [[unit for clause in CLAUSE.split(part) for unit in _clause(clause, lexicon)] for part in _parts(folded)]
    return [units for units in found if units]


def _parts(text: str) -> list[str]:
    return [part for part in SENTENCE.split(text) if part.strip()]


def _clause(text: str, lexicon: Lexicon) -> Iterator[Unit]:
    """Yield the units of a clause; a denial reaches a few words forward, a second one takes it back."""
    denied = 0
    mixed = any("一" <= char <= "鿿" for char in text)
    for match in _pattern(lexicon).finditer(text):
        units = _read(match, lexicon, mixed=mixed)
        if units is None:
            denied = 0 if denied else REACH
            continue
        yield from (Unit(name, weight, denied > 0) for name, weight in units)
        denied = max(0, denied - bool(units))


def _read(match: re.Match[str], lexicon: Lexicon, *, mixed: bool) -> list[tuple[str, float]] | None:
    """Return the names of a match with their weights, nothing for what tells nothing, None for a denial."""
    text = match.group()
    match match.lastgroup:
        case "term":
            parts = [(name, 0.0) for name in _inside(text)]  # said with the term, but no more than the term
            name = _names(lexicon)[_key(text)]
            return [(name, TERM), *((kind, 0.0) for kind in _kinds(lexicon).get(name, ())), *parts]
        case "kept":
            return [(text, WORD)]
        case "number":
            return [(_number(text), WORD)]
        case "word":
            return _word(text, mixed=mixed)
        case _:
            return _character(match)


def _inside(text: str) -> Iterator[str]:
    """Yield the words, or the characters and their pairs, of a term."""
    if text.isascii():
        yield from (stem(word) for word in re.split(r"[\s-]+", text))
        return
    yield from text
    yield from (text[at : at + 2] for at in range(len(text) - 1))


def _word(text: str, *, mixed: bool) -> list[tuple[str, float]] | None:
    if text in DENYING_EN or text.endswith("n't"):
        return None
    if text in EMPTY_EN:
        return []
    return [(text, LETTER)] if len(text) == 1 else [(stem(text), FOREIGN if mixed else WORD)]


def _number(text: str) -> str:
    """Return one name for the forms of a number: ¼, 1/4 and 0.25."""
    try:
        return str(Fraction(FRACTIONS.get(text, text)))
    except (ValueError, ZeroDivisionError):
        return text


def _character(match: re.Match[str]) -> list[tuple[str, float]] | None:
    """Return a Chinese character, and its pair with the one behind it when that one tells something, too."""
    char = match.group()
    if char in DENYING_ZH:
        return None
    if char in EMPTY_ZH:
        return []
    behind = match.string[match.end() : match.end() + 1]
    pairs = "一" <= behind <= "鿿" and behind not in DENYING_ZH and behind not in EMPTY_ZH
    return [(char, CHARACTER), (char + behind, CHARACTER)] if pairs else [(char, CHARACTER)]


def stem(word: str) -> str:
    """Return what the forms of an English word share."""
    word = word.removesuffix("'s").replace("'", "")
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:STEM]


def _key(form: str) -> str:
    return re.sub(r"[\s-]+", "", fold(form).casefold())


@lru_cache(maxsize=4)
def _names(lexicon: Lexicon) -> dict[str, str]:
    """Return the term of each form; of two terms with one form the first has it."""
    found: dict[str, str] = {}
    for term, forms in lexicon:
        for form in forms:
            for written in (form, f"{form}s"):
                found.setdefault(_key(written), f"[{term}]")
    return found


@lru_cache(maxsize=4)
def _kinds(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Return of which other terms each term is a kind, by its last words: BN is a normalisation."""
    heads: dict[str, set[str]] = {}
    for term, forms in lexicon:
        for form in forms:
            if len(form) >= HEAD[form.isascii()]:
                heads.setdefault(form.casefold(), set()).add(f"[{term}]")
    return {
        f"[{term}]": tuple(sorted({name for form in forms for tail in _tails(form) for name in heads.get(tail, ())}))
        for term, forms in lexicon
    }


def _tails(form: str) -> Iterator[str]:
    """Yield the last words of a form of several, those that stand behind a denial left out."""
    whole = form.casefold()
    for cut in range(1, len(whole)):
        before, tail = whole[:cut], whole[cut:]
        parted = not tail.isascii() or before.endswith((" ", "-"))
        if parted and before.strip(" -") and not before.strip(" -").endswith(NOT):
            yield tail


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Return what finds the next unit, the longest form of a term first."""
    forms = sorted({form for _, all_forms in lexicon for form in all_forms if _key(form)}, key=lambda form: -len(form))
    terms = "|".join(map(_form, forms)) or r"(?!)"
    return re.compile(
        rf"(?P<term>{terms})|(?P<kept>{NOT_DENYING})|(?P<number>\d+(?:[./]\d+)*|{'|'.join(FRACTIONS)})"
        r"|(?P<word>[a-zα-ω√∞λσφ][a-zα-ω√']*)|(?P<char>[一-鿿])"
    )


def _form(form: str) -> str:
    """Return a pattern for one form: Latin ones as whole words, also in the plural, with or without a hyphen."""
    parts = [re.escape(part) for part in re.split(r"[\s-]+", fold(form).casefold()) if part]
    body = r"[\s-]*".join(parts)
    if form.isascii():
        return rf"(?<![a-z]){body}s?(?![a-z])"
    return body
