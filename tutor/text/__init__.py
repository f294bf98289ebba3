"""Bilingual texts, the words of the program, display width and numbers for people."""

from tutor.text.bilingual import Language, Text

__all__ = ["Language", "Text"]
