"""The words of the course: a text uses the glossary's forms, not those that an entry tells to avoid.

An English form counts as a whole word, in any case; a Chinese form wherever it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.questions.model import Wording
from tutor.syllabus.walk import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from tutor.questions.model import Piece
    from tutor.syllabus.model import Term


def avoided(value: Any, glossary: Sequence[Term]) -> Iterator[tuple[str, str]]:
    """Yield each form to be avoided that stands in the texts of `value`, with the form to use."""
    zh, en = _joined(value)
    for term in glossary:
        yield from ((form, term.text.zh) for form in term.avoid_zh if form in zh)
        yield from ((form, term.text.en) for form in term.avoid_en if _word(form).search(en))


def _joined(value: Any) -> tuple[str, str]:
    """Return all texts in Chinese and in English, drawn and computed values left out."""
    wordings = [part for part in parts_of(value) if isinstance(part, Wording)]
    return "\n".join(_text(one.zh) for one in wordings), "\n".join(_text(one.en) for one in wordings)


def _text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece for piece in pieces if isinstance(piece, str))


@lru_cache(maxsize=256)
def _word(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE)
