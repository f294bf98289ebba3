"""Every sentence of the program, by area and language: `say("review.right", "zh")`.

An area is one module in each of `zh/` and `en/`, loaded when one of its sentences is spoken.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

TYPE_CHECKING = False  # not imported: typing is too heavy for `tutor due`
if TYPE_CHECKING:
    from tutor.text.bilingual import Language

REASONS = frozenset({"why", "reason", "detail", "what"})  # facts in which the system may speak, in English


@cache
def sentences(area: str, language: str) -> dict[str, str]:
    """Return the sentences of one area in one language (`zh` or `en`)."""
    table: dict[str, str] = import_module(f"tutor.text.words.{language}.{area}").SENTENCES
    return table


def say(key: str, language: Language, /, **facts: object) -> str:
    """Return the sentence `key` ("area.name") filled with `facts`; `both` speaks Chinese.

    `{n:answer|answers}` in a sentence counts; a tuple is listed; a reason that the system gives in English is said in `language`.
    Raises `KeyError` for an unknown key: a test asserts that every key used has both languages.
    """
    area = key.partition(".")[0]
    sentence = sentences(area, "en" if language == "en" else "zh")[key]
    facts = {name: _listed(fact, language) if isinstance(fact, tuple) else fact for name, fact in facts.items()}
    if REASONS.intersection(facts):
        facts = {name: _reason(fact, language) if name in REASONS else fact for name, fact in facts.items()}
    if "|" in sentence:
        facts = {name: Counted(fact) for name, fact in facts.items()}
    return sentence.format(**facts)


class Counted:
    """A fact that may be a number of things: `{n:answer|answers}` is "1 answer" or "2 answers"."""

    __slots__ = ("fact",)

    def __init__(self, fact: object) -> None:
        """Hold a fact of a sentence."""
        self.fact = fact

    def __format__(self, spec: str) -> str:
        """Return the fact and what there is of it, or the fact in any other format."""
        one, many, more = spec.partition("|")
        if not many:
            return format(self.fact, spec)
        return f"{self.fact} {one if str(self.fact) == '1' else more}"


def _listed(names: tuple[object, ...], language: Language) -> str:
    """Return several names as they stand in a sentence."""
    return (", " if language == "en" else "、").join(map(str, names))


def _reason(fact: object, language: Language) -> object:
    """Return why something failed in the words of `language`, where it is known in them."""
    from tutor.text.reasons import key_of

    key = key_of(fact) if isinstance(fact, str) else None
    return fact if key is None else say(key, language)
