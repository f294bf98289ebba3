"""Characters and typed numbers that a text of the course may not hold.

Joiners, variation selectors and combining marks have no width that terminals agree on; a decimal or
an exponent in a text is a number nobody computed. Whole numbers, ¼, 90 %, 2¹⁰ and x² may be typed.
"""

from __future__ import annotations

import re
from unicodedata import category, name

CHINESE = re.compile(r"[㐀-䶿一-鿿]")
CHINESE_MARK = re.compile(r"[㐀-䶿一-鿿、。「」『』《》（），：；！？]")
FORBIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Mc", "Zl", "Zp"})
DECIMAL = re.compile(
    r"(?:\d+\.\d+|(?<![\w.])\.\d+)(?:[eE][-+−]?\d+)?|\d[eE][-+−]?\d+|(?<![\d.])10(?=[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹])|×\s*10\^"
)
# A number that belongs to a name is no number: GPT-3.5, v2.1, Llama 3.1, §4.2, arXiv 1606.08415
NAMES = (
    "arxiv claude cuda deepseek falcon gemini gemma glm gpt grok jax keras llama mistral numpy olmo opset palm phi "
    "python pytorch qwen scipy tensorflow torch version yi"
)
DIGIT = re.compile(r"\d")
NAMED = re.compile(rf"(?:§\s?|\b[vV]|[A-Za-z]+-|\b(?:{'|'.join(NAMES.split())})[ :：-]?)$", re.IGNORECASE)


_known = {"\n"}  # characters that were found harmless; a course has about 2000


def forbidden(text: str) -> tuple[int, str] | None:
    """Return offset and name of the first character that no terminal can be trusted with."""
    unknown = set(text) - _known
    if not unknown:
        return None
    bad = [char for char in unknown if category(char) in FORBIDDEN]
    _known.update(unknown.difference(bad))
    if not bad:
        return None
    offset = min(map(text.index, bad))
    return offset, f"U+{ord(text[offset]):04X} {name(text[offset], '')}".strip()


def typed_number(text: str) -> tuple[int, str] | None:
    """Return offset and text of the first decimal or exponent that is not part of a name."""
    if not DIGIT.search(text):  # most texts, and ten times as fast
        return None
    for found in DECIMAL.finditer(text):
        if not NAMED.search(text[max(0, found.start() - 16) : found.start()]):
            return found.start(), found.group()
    return None
