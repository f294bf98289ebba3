"""Every sentence of the program, by area and language: `say("review.right", "zh")`.

An area is one module in each of `zh/` and `en/`, loaded when one of its sentences is spoken.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

TYPE_CHECKING = False  # not imported: typing is too heavy for `tutor due`
if TYPE_CHECKING:
    from tutor.text.bilingual import Language


@cache
def sentences(area: str, language: str) -> dict[str, str]:
    """Return the sentences of one area in one language (`zh` or `en`)."""
    table: dict[str, str] = import_module(f"tutor.text.words.{language}.{area}").SENTENCES
    return table


def say(key: str, language: Language, /, **facts: object) -> str:
    """Return the sentence `key` ("area.name") filled with `facts`; `both` speaks Chinese.

    Raises `KeyError` for an unknown key: a test asserts that every key used has both languages.
    """
    area = key.partition(".")[0]
    table = sentences(area, "en" if language == "en" else "zh")
    return table[key].format(**facts)
