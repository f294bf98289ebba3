"""What a person types, folded to what the program compares.

Full-width forms and Chinese punctuation become ASCII by table. Never NFKC: it turns 10⁻⁵ into 10−5.
"""

from __future__ import annotations

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
TABLE: dict[int, int | str] = {**FULL_WIDTH, 0x3000: " ", **str.maketrans("。、’‘′−–「」", ".,'''--[]")}


def fold(text: str) -> str:
    """Return `text` with full-width characters, Chinese punctuation, primes and dashes as ASCII."""
    return text.translate(TABLE)


def fold_key(text: str) -> str:
    """Return a typed key or command folded, without surrounding space."""
    return fold(text).strip()


def fold_words(text: str) -> str:
    """Return a typed term for comparison: folded, lower case, no space, no separators."""
    return "".join(char for char in fold(text).casefold() if char.isalnum() or char in "+*/^=<>'.")
