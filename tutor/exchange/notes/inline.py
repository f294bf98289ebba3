"""What stands within a line of Markdown, as plain text: emphasis off, links to their words, formulas readable.

Code, formulas and escaped signs are set aside first, so that nothing in them is taken for a mark. Every step takes
time in proportion to the line.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from tutor.exchange.formulas import formula, passages
from tutor.exchange.formulas.pieces import Piece, lowered, raised

if TYPE_CHECKING:
    from collections.abc import Callable

ASIDE = re.compile("\ue000(\\d+)\ue001")  # characters for private use: `cleaned` leaves none in a note
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKED = re.compile(r"[*_~=\[<&\\`$]")
RUNS = re.compile(r"\*{1,3}|_{1,3}|~~|==")
LINK = re.compile(r"(!?)\[([^\[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]\n]*\])")
WIKI = re.compile(r"(!?)\[\[([^\[\]\n|]*)(?:\|([^\[\]\n]*))?\]\]")
ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]*)>")
RAISED = re.compile(r"<(sup|sub)>([^<>]{1,20})</\1>", re.IGNORECASE)
BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|code|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|s|small|span|strong"
    r"|strike|sub|summary|sup|u|ul)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


class Aside:
    """What was set aside of a text, and what of it is to be shown."""

    def __init__(self) -> None:
        self.sources: list[str] = []
        self.shown: list[str] = []

    def put(self, source: str, shown: str) -> str:
        """Set a source aside; return what stands for it."""
        self.sources.append(source)
        self.shown.append(shown)
        return f"\ue000{len(self.sources) - 1}\ue001"

    def source(self, text: str) -> str:
        """Return a text with the sources back in their places."""
        return ASIDE.sub(lambda found: self.sources[int(found.group(1))], text)

    def readable(self, text: str) -> str:
        """Return a text with what is to be shown in its place; rows of a formula stand below one another."""
        return ASIDE.sub(lambda found: self.shown[int(found.group(1))], text)


def set_aside(text: str, aside: Aside) -> str:
    """Return `text` with code, formulas and escaped signs set aside."""
    if "`" in text or "$" in text or "\\" in text:
        text = "".join(
            part if kind == "text" else aside.put(part, code(part) if kind == "code" else _formula(part, source))
            for kind, part, source in passages(text)
        )
    return ESCAPED.sub(lambda found: aside.put(found.group(), found.group(1)), text) if "\\" in text else text


def _formula(part: str, source: str) -> str:
    """Return a formula as text; a quoted one has marks at the beginning of its lines."""
    if "\n" not in source:
        return formula(source)
    quoted = all(line.lstrip().startswith(">") for line in part.split("\n")[1:])
    if quoted:
        source = "\n".join(line.lstrip().removeprefix(">") for line in source.split("\n"))
    return formula(source, "\n")


def code(part: str) -> str:
    """Return code within a line without its backticks."""
    inner = part.strip("`")
    spaced = inner[:1] == inner[-1:] == " " and inner.strip()
    return inner[1:-1] if spaced else inner


def inline(text: str) -> str:
    """Return a line, or a few, as plain text."""
    if not MARKED.search(text):
        return text
    aside = Aside()
    return aside.readable(without_marks(set_aside(text, aside)))


def without_marks(text: str) -> str:
    """Return a text, from which code and formulas are set aside, without marks of Markdown and HTML."""
    if "[" in text:
        text = WIKI.sub(_wiki, text)
        text = LINK.sub(_link, text)
    if "<" in text:
        text = ADDRESS.sub(r"\1", text)
        text = RAISED.sub(_script, text)
        text = TAG.sub("", BREAK.sub("\n", text))
    if "&" in text:
        text = ENTITY.sub(_entity, text)
    return emphasis_off(text) if RUNS.search(text) else text


def _wiki(found: re.Match[str]) -> str:
    picture, page, alias = found.groups()
    return f"[{alias or page}]" if picture else alias or page


def _link(found: re.Match[str]) -> str:
    return f"[{found.group(2)}]" if found.group(1) else found.group(2)


def _script(found: re.Match[str]) -> str:
    how: Callable[[Piece], str] = raised if found.group(1).lower() == "sup" else lowered
    return how(Piece(found.group(2).strip()))


def _entity(found: re.Match[str]) -> str:
    text = unescape(found.group()).replace("\xa0", " ")
    return text if text.isprintable() and "\ue000" not in text and "\ue001" not in text else ""


def emphasis_off(text: str) -> str:
    """Return a text without the marks of bold, italic, struck and highlighted words; marks without a partner stay."""
    openers: dict[str, re.Match[str]] = {}
    gone: list[tuple[int, int]] = []
    for found in RUNS.finditer(text):
        start, end = found.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        mark = found.group()
        if _inside_word(mark, before, behind):
            continue
        if mark in openers and before.strip():
            gone += [openers.pop(mark).span(), (start, end)]
        elif behind.strip():
            openers[mark] = found
    if not gone:
        return text
    parts: list[str] = []
    place = 0
    for start, end in sorted(gone):
        parts.append(text[place:start])
        place = end
    return "".join([*parts, text[place:]])


def _inside_word(mark: str, before: str, behind: str) -> bool:
    """Say whether a mark is a sign within a word or a product: a_b, 2*3; Chinese does not count."""
    between = before.isascii() and before.isalnum() and behind.isascii() and behind.isalnum()
    return between and mark in {"_", "__", "___", "*", "=="}
