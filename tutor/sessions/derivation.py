"""The next line of a derivation as the learner would write it: judged by its meaning, never scored.

A line can be attempted when its proof is an equation in x and what it shows uses no other letters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.questions.answers import Unreadable
from tutor.questions.formula import differs
from tutor.sessions.lesson_model import Tried
from tutor.text.fold import fold
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.syllabus.model import DeriveLine

LETTERS = re.compile(r"[A-Za-zα-ωΑ-Ω]+")
EQUATION = "=="


def left_side(line: DeriveLine) -> str:
    """Return what the next line is about, as it is shown: "σ′(x)"; "" when nobody can be asked for it."""
    if line.check.count(EQUATION) != 1 or "=" not in line.show:
        return ""
    shown, _, rest = line.show.partition("=")
    return shown.strip() if all(_is_known(word) for word in LETTERS.findall(rest)) else ""


def _is_known(word: str) -> bool:
    """Say whether a word of a shown formula is x, e or a function of the language."""
    from tutor.activations.expression.vocabulary import VARIABLE, meaning

    known = word == VARIABLE or meaning(word) is not None
    return known or (word.endswith(VARIABLE) and meaning(word.removesuffix(VARIABLE)) is not None)


def attempted(line: DeriveLine, text: str) -> Tried:
    """Return what the learner's right-hand side came to.

    The left-hand side itself means the same, but is no step; what cannot be read is said, nothing more.
    """
    left, _, right = line.check.partition(EQUATION)
    given = fold(text).strip().rpartition("=")[2].strip()
    if _same_written(given, left):
        return Tried(text, right=False, key="lesson.attempt_left")
    found = differs(given, right.strip(), None, {})
    if isinstance(found, Unreadable):
        return Tried(text, right=False, key=found.key, facts=tuple(found.facts.items()))
    if found is not None:
        facts = {"x": significant(found.x), "yours": significant(found.yours), "right": significant(found.right)}
        return Tried(text, right=False, key="lesson.attempt_differs", facts=tuple(facts.items()))
    return Tried(text, right=True, key="lesson.attempt_right")


def _same_written(given: str, other: str) -> bool:
    """Say whether two expressions are the same tree, however they are spaced."""
    from tutor.activations.expression import parse
    from tutor.errors import TutorError
    from tutor.questions.notation import usual

    try:
        written = usual(given)
        return not isinstance(written, Unreadable) and _shape(parse(written)) == _shape(parse(other.strip()))
    except TutorError:
        return False


def _shape(node: object) -> str:
    """Return a tree in text, with one spelling for each function."""
    from tutor.activations.expression.vocabulary import meaning

    return re.sub(r"Name\(name='([^']*)'\)", lambda found: f"Name({meaning(found[1]) or found[1]})", repr(node))
