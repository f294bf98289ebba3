"""A question as its author wrote it, in plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.syllabus.identity import Asked

if TYPE_CHECKING:
    from tutor.questions.model import KindName

SHORT = 40  # characters of a question that a sentence repeats


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what it is to be answered.

    `answer` of a choice are its right options, of a cloze its gap, which `ask` shows as ⟦…⟧; `why` explains.
    `whole` is a note that is asked for itself: `ask` is its title.
    """

    kind: KindName
    ask: str
    answer: str
    line: int
    points: tuple[str, ...] = ()
    options: tuple[tuple[str, bool], ...] = ()
    why: str = ""
    author: str = ""
    whole: bool = False

    @property
    def asked(self) -> Asked:
        """Return the question as it is recognised when the note has changed."""
        return Asked(self.kind, self.ask, self.answer, self.author)


def short(text: str) -> str:
    """Return the beginning of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"
