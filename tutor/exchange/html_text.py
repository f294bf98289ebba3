r"""HTML of a flashcard as readable lines: paragraphs, lists, tables, indices, formulas; media are counted.

Tags are found by a scan of our own: the one of the standard library takes time that grows with the square of the
text on broken markup (measured: 19 s for 50 kB of `<a` and line breaks), and raises on some of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from tutor.exchange.formulas import readable
from tutor.exchange.formulas.signs import LOWERED, RAISED
from tutor.exchange.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*+)/?>""")
SILENT = re.compile(r"<[!?][^<>]*+>")
ATTRIBUTE = re.compile(r"""\b(alt|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
SOUND = re.compile(r"\[sound:[^\[\]\n]*+\]")
SPEECH = re.compile(r"\[/?anki:[^\[\]\n]*+\]")
HARD = "\xa0"
SPACE = re.compile(r"[ \t\n\r\f\xa0]+")
LOOKS = re.compile(
    r"</?(?:br|div|p|b|i|u|em|strong|span|img|ul|ol|li|su[bp]|code|pre|table|tr|td)\b[^<>]*>|&[a-z]{2,6};",
    re.IGNORECASE,
)
LINES = frozenset(
    {
        "div",
        "li",
        "tr",
        "ul",
        "ol",
        "table",
        "tbody",
        "thead",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "figure",
        "center",
    }
)
PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "hr"})
UNREAD = frozenset({"script", "style", "title", "head"})
MATHS = {"[$$]": "\\[", "[/$$]": "\\]", "[$]": "\\(", "[/$]": "\\)", "[latex]": "", "[/latex]": ""}
MATH = re.compile("|".join(map(re.escape, MATHS)))
CELL = " | "
CODE = "    "  # before every line of it
NAMED = 24  # characters of the name of a picture that nobody described
DEEPEST = 8  # lists within lists that are indented


@dataclass(frozen=True, slots=True)
class Readable:
    """The lines of a text and how many pictures and sounds were in it."""

    text: str
    media: int


def text_of(html: str) -> Readable:
    """Return what a person reads on a card; it never raises, and takes time linear in the text."""
    page = _Page()
    for text, closes, tag, rest in _pieces(MATH.sub(lambda found: MATHS[found[0]], html)):
        if tag:
            page.tag(tag, rest, closes=closes)
        else:
            page.write(text)
    text, sounds = SOUND.subn("", SPEECH.sub("", page.text()))
    return Readable(plain(readable(text)), page.pictures + sounds)


def looks_like_html(text: str) -> bool:
    """Say whether a text was written as HTML."""
    return LOOKS.search(text) is not None


def _pieces(html: str) -> Iterator[tuple[str, bool, str, str]]:
    """Yield texts (with an empty tag) and tags (closing or not, name, attributes), without comments and scripts."""
    at = start = 0
    open_ended = set[str]()  # what was looked for in vain once is not looked for again
    while (at := html.find("<", at)) >= 0:
        found = TAG.match(html, at)
        end = found.end() if found else _silent(html, at, open_ended)
        if end is None:
            at += 1
            continue
        yield unescape(html[start:at]), False, "", ""
        if found:
            name = found[2].lower()
            yield "", bool(found[1]), name, found[3]
            if name in UNREAD and not found[1]:
                end = _behind(html, f"</{name}>", end, open_ended) or end
        at = start = end
    yield unescape(html[start:]), False, "", ""


def _silent(html: str, at: int, open_ended: set[str]) -> int | None:
    """Return where a comment or a declaration at `at` ends, None when there is none."""
    if html.startswith("<!--", at):
        return _behind(html, "-->", at + 4, open_ended)
    found = SILENT.match(html, at)
    return found.end() if found else None


def _behind(html: str, mark: str, at: int, open_ended: set[str]) -> int | None:
    """Return the place behind the next `mark`, None when there is none."""
    place = -1 if mark in open_ended else html.find(mark, at)
    if place < 0:
        open_ended.add(mark)
        return None
    return place + len(mark)


class _Page:
    """Lines that grow: what is written goes to the end of the last one."""

    def __init__(self) -> None:
        self.lines = [""]
        self.pictures = 0
        self._lists: list[int | None] = []  # the number of the last point, None in a list without numbers
        self._raised: list[tuple[str, int, int]] = []  # tag, line and place where an index began
        self._kept = 0  # depth of <pre>
        self._lead = ""  # stands before the next text of a point

    def text(self) -> str:
        """Return the lines."""
        return "\n".join(self.lines).replace(HARD, " ")

    def write(self, text: str) -> None:
        """Add text; space is one space except where it is kept, or made of nothing but hard spaces."""
        if self._kept:
            first, *rest = text.split("\n")
            self.lines[-1] = (self.lines[-1] or CODE) + first
            self.lines += [CODE + line for line in rest]
            return
        text = SPACE.sub(_space, text)
        if not self.lines[-1].strip() or self.lines[-1].endswith(" "):
            text = text.removeprefix(" ")
        if text:
            self.lines[-1] += self._lead + text
            self._lead = ""

    def tag(self, name: str, rest: str, *, closes: bool) -> None:
        """Do what a tag asks for; most of them ask for nothing that can be seen."""
        if name == "br":
            self.lines.append("")
        elif name in {"img", "audio", "video"}:
            self._picture(rest, closes=closes)
        elif name in {"sub", "sup"}:
            self._index(name, closes=closes)
        elif name in {"td", "th"}:
            if not closes and self.lines[-1].strip():
                self.lines[-1] = self.lines[-1].rstrip() + CELL
        elif name in LINES or name in PARAGRAPHS:
            self._block(name, closes=closes)

    def _block(self, name: str, *, closes: bool) -> None:
        if self.lines[-1].strip():
            self.lines.append("")
        if name in PARAGRAPHS and self.lines[-2:-1] not in ([], [""]):
            self.lines.append("")
        if name == "pre":
            self._kept = max(0, self._kept - 1 if closes else self._kept + 1)
        elif name in {"ul", "ol"}:
            self._nest(name, closes=closes)
        elif name == "li":
            self._lead = "" if closes else self._point()

    def _nest(self, name: str, *, closes: bool) -> None:
        if not closes:
            self._lists.append(0 if name == "ol" else None)
        elif self._lists:
            self._lists.pop()

    def _point(self) -> str:
        """Return what stands before a point of a list, and count it."""
        indent = "  " * (min(len(self._lists), DEEPEST) - 1)
        if not self._lists or self._lists[-1] is None:
            return f"{indent}• "
        self._lists[-1] += 1
        return f"{indent}{self._lists[-1]}. "

    def _picture(self, rest: str, *, closes: bool) -> None:
        if closes:
            return
        self.pictures += 1
        said = {
            found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in ATTRIBUTE.finditer(rest)
        }
        name = said.get("alt", "").strip() or said.get("src", "").rpartition("/")[2][-NAMED:]
        if name:
            self.write(f"[{name}]")

    def _index(self, name: str, *, closes: bool) -> None:
        """Raise or lower what stands between <sup> and </sup>, <sub> and </sub>."""
        if not closes:
            self._raised.append((name, len(self.lines), len(self.lines[-1])))
            return
        opened = self._raised.pop() if self._raised else ("", 0, 0)
        if opened[:2] == (name, len(self.lines)):
            line = self.lines[-1]
            self.lines[-1] = line[: opened[2]] + _moved(line[opened[2] :], name)


def _space(found: re.Match[str]) -> str:
    """Return what a run of space is: hard spaces alone indent code, mixed with others an editor put them there."""
    return " " if len(found[0]) == 1 or found[0].strip(HARD) else found[0]


def _moved(text: str, name: str) -> str:
    """Return a text as an index, in signs where Unicode has all of them."""
    signs: Mapping[str, str] = RAISED if name == "sup" else LOWERED
    if all(char in signs for char in text):
        return "".join(signs[char] for char in text)
    mark = "^" if name == "sup" else "_"
    return f"{mark}{text}" if len(text) == 1 else f"{mark}({text})"
