"""Whether typed words are one of the accepted terms, or such a term with a slip of the fingers.

A slip is never another word: negations, opposites, endings, digits and names of functions do not slip,
and a Chinese character slips only to one that is commonly written in its place (阀值 for 阈值).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.text.fold import fold, fold_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ONE_SLIP, TWO_SLIPS = 5, 9  # letters from which so many slips leave a word recognisable
OPENING = 2  # letters that carry a negation or a direction: un-, in-/de-, max-/min-, upper/lower
ENDING = 2  # letters that tell derivative from derivation, where two slips are allowed
ARTICLES = frozenset({"a", "an", "the"})
AMERICAN = re.compile(r"iz(ation|e|ed|er|ing)$")
DIGITS = re.compile(r"[0-9]+")
SCHOOL_NAMES = frozenset({"arctan", "arctanh", "arcsin", "arcsinh", "arccos", "artanh", "arsinh", "cosine"})
LIST = 2  # words from which each word is compared by itself
# Characters that input methods and pens confuse, in the terms of this subject; each pair both ways.
ALIKE = (
    "和合", "阈阀域", "函涵", "归规", "梯递剃", "度渡", "活话", "爆暴", "消销", "性形", "称成", "滑划", "截节", "初出",
    "始使", "控空", "修休", "微维", "值植", "激击", "敛练", "逻罗", "泄泻", "噪躁",
)  # fmt: skip
TWIN = {one: group for group in ALIKE for one in group}


def matching(given: str, forms: Sequence[str]) -> tuple[str, bool] | None:
    """Return the form that was typed and whether it is spelt so, ("", False) for another word, None for nothing."""
    if not any(map(str.isalnum, given)):
        return None
    exact = next((form for form in forms if _same(given, form)), "")
    if exact:
        return exact, True
    return next((form for form in forms if is_slip(given, form)), ""), False


def _same(given: str, form: str) -> bool:
    """Say whether two terms are one: case, width, spaces, hyphens, an article and a plural s do not matter."""
    if fold_words(given) == fold_words(form):
        return True
    one, other = words(given), words(form)
    return bool(one) and "".join(map(_singular, one)) == "".join(map(_singular, other))


def words(text: str) -> list[str]:
    """Return the words of a term: folded, without articles and marks."""
    parts = re.split(r"[\s\-_/·,]+", fold(text).casefold())
    found = [word for part in parts if (word := fold_words(part))]
    return [word for word in found if word not in ARTICLES] or found


def _singular(word: str) -> str:
    """Return a word without its plural s, spelt the British way."""
    word = AMERICAN.sub(lambda found: "is" + found[1], word).replace("center", "centre")
    plural = word.isascii() and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


def is_slip(given: str, form: str) -> bool:
    """Say whether `given` is `form` with a slip of spelling, and not another word."""
    one, other = words(given), words(form)
    if not one or not other or _is_name("".join(one)):
        return False
    if len(one) == len(other) >= LIST:
        wrong = [pair for pair in zip(one, other, strict=True) if _singular(pair[0]) != _singular(pair[1])]
        return len(wrong) == 1 and _slips(*wrong[0])
    return _slips("".join(one), "".join(other))


def _is_name(word: str) -> bool:
    """Say whether a word is the name of a function, which is never a slip of another."""
    from tutor.activations.expression.vocabulary import meaning

    return meaning(word) is not None or word in SCHOOL_NAMES


def _slips(given: str, form: str) -> bool:
    if DIGITS.findall(given) != DIGITS.findall(form):
        return False
    if not (given.isascii() and form.isascii()):
        return _slips_in_chinese(given, form)
    distance = typing_distance(given, form)
    if distance == 1 and len(form) >= ONE_SLIP:
        return given[:OPENING] == form[:OPENING] or sorted(given) == sorted(form)
    kept = given[:OPENING] == form[:OPENING] and given[-ENDING:] == form[-ENDING:]
    return distance == 2 and len(form) >= TWO_SLIPS and kept


def _slips_in_chinese(given: str, form: str) -> bool:
    """Say whether one character stands for one that is often confused with it, two are swapped, or one is doubled."""
    if len(given) == len(form):
        wrong = [(a, b) for a, b in zip(given, form, strict=True) if a != b]
        twins = len(wrong) == 1 and wrong[0][1] in TWIN.get(wrong[0][0], "")
        return twins or (len(form) >= 4 and typing_distance(given, form) == 1 and sorted(given) == sorted(form))
    doubled = any(given == form[:place] + form[place] + form[place:] for place in range(len(form)))
    return len(form) >= 2 and doubled


def typing_distance(one: str, other: str) -> int:
    """Return how many letters were put in, left out, mistaken or swapped with their neighbour (Damerau 1964)."""
    if abs(len(one) - len(other)) > 2:
        return abs(len(one) - len(other))
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, a in enumerate(one, 1):
        line = [row]
        for column, b in enumerate(other, 1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (a != b))
            if row > 1 and column > 1 and a == other[column - 2] and one[row - 2] == b:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return last[-1]


def confusable(forms: Iterable[str], others: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs in which another term would pass for a slip of an accepted form: there must be none."""
    accepted = list(forms)
    return [(other, form) for other in others for form in accepted if is_slip(other, form)]
