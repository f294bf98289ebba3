"""A text in both languages, and which of them a learner sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en", "both"]
LANGUAGES: tuple[Language, ...] = ("zh", "en", "both")


@dataclass(frozen=True, slots=True)
class Text:
    """One statement, written once for each reader; equal when it holds no words (a formula)."""

    zh: str
    en: str

    @classmethod
    def same(cls, text: str) -> Text:
        """Return `text` for both languages: a formula, a number, a name."""
        return cls(text, text)

    def lines(self, language: Language) -> tuple[str, ...]:
        """Return the text as the learner asked for it: one entry, or both when they differ."""
        if language == "both":
            return (self.zh,) if self.zh == self.en else (self.zh, self.en)
        return (self.zh if language == "zh" else self.en,)

    def get(self, language: Language) -> str:
        """Return the text in one string; `both` joins the two with a line break."""
        return "\n".join(self.lines(language))


def next_language(language: Language) -> Language:
    """Return the language that the key L switches to: zh → en → both → zh."""
    return LANGUAGES[(LANGUAGES.index(language) + 1) % len(LANGUAGES)]
