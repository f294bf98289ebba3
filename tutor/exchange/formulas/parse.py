"""Reads the tokens of a LaTeX formula into pieces. Total: what it does not know stays readable, nothing raises.

Groups open at most `DEEPEST` levels; braces below that are only marks, so that no source can exhaust the stack.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.exchange.formulas import signs
from tutor.exchange.formulas.characters import BINARY, accented, bar, character, in_words, letters, named, sign, styled
from tutor.exchange.formulas.pieces import (
    GAP,
    ROW,
    Piece,
    Weight,
    enclosed,
    fraction,
    joined,
    lowered,
    raised,
    root,
)
from tutor.exchange.formulas.rows import one_after_another, table
from tutor.exchange.formulas.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

DEEPEST = 24  # a formula a person reads nests four or five levels
TAKES_NO_SCRIPT = frozenset({"binary", "dot", "relation", "comma", "open", "row", "cell", "space"})


class Reader:
    """One pass over the tokens of a formula."""

    def __init__(self, source: str, newline: str) -> None:
        self.tokens = tokens(source)
        self.at = 0
        self.depth = 0
        self.newline = newline  # between the rows of an aligned formula

    def all(self) -> str:
        """Return the whole formula as text; a brace or an end too many stays as it is."""
        pieces: list[Piece] = []
        while self.at < len(self.tokens):
            pieces += self.sequence()
            if self.at < len(self.tokens):
                pieces.append(Piece(_stray(self.tokens[self.at])))
                self.at += 1
        return self.rows(pieces).strip()

    def peek(self) -> str:
        """Return the next token, "" at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def sequence(self, end: str = "}") -> list[Piece]:
        """Read pieces up to `end`, the end of an environment, or the end of the formula."""
        pieces: list[Piece] = []
        while self.at < len(self.tokens):
            part = self.tokens[self.at]
            if part == end or part.startswith("\\end"):
                break
            if part == "}" and self.depth:
                break
            if part in {"^", "_"}:
                self.script(pieces)
            elif part[0] == "'":
                self.at += 1
                _attach(pieces, {2: "″", 3: "‴"}.get(len(part), "′" * len(part)))
            else:
                pieces += self.item()
        return pieces

    def script(self, pieces: list[Piece]) -> None:
        """Put a superscript or subscript behind the last piece."""
        mark = self.tokens[self.at]
        self.at += 1
        argument = self.script_argument()
        _attach(pieces, raised(argument) if mark == "^" else lowered(argument))

    def script_argument(self) -> Piece:
        """Read what is raised or lowered: a group, or a single thing with its sign."""
        self.skip_gap()
        if self.peek() in {"-", "+"}:
            plus = BINARY[self.peek()]
            self.at += 1
            following = self.peek()
            if following[:1].isalnum() or following[1:] in signs.GREEK:
                return Piece(plus + self.argument(whole_number=True).text, "plain", Weight.PRODUCT)
            return Piece(plus)
        return self.argument(whole_number=True)

    def skip_gap(self) -> None:
        """Pass over white space."""
        if self.peek().isspace():
            self.at += 1

    def argument(self, *, whole_number: bool = False) -> Piece:
        """Read the argument of a command: a group, or the next single letter, digit or command."""
        self.skip_gap()
        part = self.peek()
        if self.depth >= DEEPEST and part:
            self.at += 1
            return Piece(part.strip("{\\"))
        if not part or part in {"}", "&"} or part.startswith(("\\end", "\\\\")):
            return Piece("")
        if part == "{":
            return joined(self.group())
        if part.isascii() and len(part) > 1 and (part.isalpha() or (part[0].isdecimal() and not whole_number)):
            self.tokens[self.at] = part[1:]
            return letters(part[0])
        self.depth += 1
        piece = joined(self.item())
        self.depth -= 1
        return piece

    def group(self) -> list[Piece]:
        """Read a group in braces."""
        self.at += 1
        if self.depth >= DEEPEST:
            return [Piece("{")]
        self.depth += 1
        pieces = self.sequence()
        self.depth -= 1
        if self.peek() == "}":
            self.at += 1
        return pieces

    def item(self) -> list[Piece]:
        """Read one thing: a character, a group, a command with its arguments."""
        part = self.tokens[self.at]
        if part == "{":
            pieces = self.group()
            followed = self.peek() in {"^", "_"}
            return [enclosed(joined(pieces))] if followed or len(pieces) == 1 else pieces
        self.at += 1
        if part.startswith("\\"):
            return self.command(part[1:].rstrip("*") or part[1:])
        return [character(part)]

    def command(self, name: str) -> list[Piece]:
        """Read a command behind its backslash."""
        if name.startswith("begin") and name.endswith("}"):
            return self.environment(name[name.index("{") + 1 : -1].rstrip("*"))
        if name in {"\\", "cr"}:
            self.height()
            return [ROW]
        if name in signs.SILENT:
            return self.delimiter(name)
        known = sign(name)
        return [known] if known is not None else self.with_arguments(name)

    def delimiter(self, name: str) -> list[Piece]:
        r"""Read what stands behind \left and \right when it is not a bracket: a point for none, a bar."""
        following = self.peek()
        if name not in {"left", "right", "middle"} or following not in {".", "|", "\\|"}:
            return []
        self.at += 1
        return [] if following == "." else [bar("|" if following == "|" else "‖", name)]

    def with_arguments(self, name: str) -> list[Piece]:  # noqa: C901, PLR0912 one line per command
        """Read a command that changes what stands behind it; an unknown one keeps its name."""
        match name:
            case "frac" | "dfrac" | "tfrac" | "cfrac":
                return [fraction(self.argument(), self.argument())]
            case "sqrt":
                degree = self.option()
                return [root(self.argument(), degree)]
            case "binom" | "dbinom" | "tbinom":
                return [Piece(f"C({self.argument().text}, {self.argument().text})")]
            case "pmod":
                return [Piece(f" (mod {self.argument().text})", "words")]
            case "overset" | "stackrel":
                over, base = self.argument(), self.argument()
                return [replace(base, text=base.text + raised(over))]
            case "underset":
                under, base = self.argument(), self.argument()
                return [replace(base, text=base.text + lowered(under))]
            case "not":
                negated = self.argument()
                return [replace(negated, text=signs.NEGATED.get(negated.text, f"¬{negated.text}"))]
            case "tag":
                return [Piece(f"  ({self.argument().text})", "words")]
            case "substack":
                return [Piece(self.rows(self.group() if self.peek() == "{" else []))]
            case _ if name in signs.WORDS:
                return [Piece(self.verbatim(), "words", function=True)]
            case _ if name in signs.PLAIN:
                return [named(self.argument(), name)]
            case _ if name in signs.STYLED:
                return [styled(self.argument(), signs.STYLED[name])]
            case _ if name in signs.ACCENTS:
                return [accented(self.argument(), name)]
            case _ if name in signs.UNSHOWN:
                self.argument()
                return []
            case _ if name.startswith("end"):
                return []
            case _:
                return [Piece(name, "name" if name.isalpha() else "plain", function=True), *self.in_parentheses()]

    def in_parentheses(self) -> list[Piece]:
        r"""Read the groups behind an unknown command: \foo{a}{b} is foo(a)(b)."""
        found: list[Piece] = []
        while self.peek() == "{" and self.depth < DEEPEST:
            found += [Piece("(", "open"), joined(self.group()), Piece(")", "close")]
        return found

    def option(self) -> str:
        r"""Read an optional argument in brackets: that of \sqrt[3]{x}."""
        if self.peek() != "[" or "]" not in (near := self.tokens[self.at : self.at + 8]):
            return ""
        end = near.index("]")
        self.at += end + 1
        return "".join(near[1:end]).strip()

    def height(self) -> None:
        r"""Pass over the height of a row: \\[2pt]."""
        near = self.tokens[self.at : self.at + 5]
        if near[:1] == ["["] and "]" in near and {"pt", "em", "ex", "mm", "cm"} & set(near):
            self.at += near.index("]") + 1

    def verbatim(self) -> str:
        r"""Read the argument of \text as it is written, signs by command included."""
        if self.peek() != "{":
            return self.argument().text
        self.at += 1
        parts: list[str] = []
        depth = 0
        while self.at < len(self.tokens):
            part = self.tokens[self.at]
            self.at += 1
            depth += (part == "{") - (part == "}")
            if depth < 0:
                break
            parts.append(in_words(part))
        return "".join(parts)

    def environment(self, name: str) -> list[Piece]:
        r"""Read from \begin to its \end: cases as { x, x > 0; 0, x ≤ 0 }, matrices as [a, b; c, d]."""
        if self.depth >= DEEPEST:
            return [Piece(name)]
        if name in {"array", "tabular", "alignedat", "alignat"} and self.peek() == "{":
            self.group()
        self.depth += 1
        pieces = self.sequence("\\end")
        self.depth -= 1
        if self.peek().startswith("\\end"):
            self.at += 1
        brackets = signs.MATRICES.get(name)
        return pieces if brackets is None else [table(pieces, brackets)]

    def rows(self, pieces: Sequence[Piece]) -> str:
        """Return aligned rows one after another."""
        return one_after_another(pieces, self.newline)


def _attach(pieces: list[Piece], script: str) -> None:
    """Put a script or primes behind the last piece."""
    while pieces and pieces[-1] is GAP:
        pieces.pop()
    base = pieces.pop() if pieces and pieces[-1].role not in TAKES_NO_SCRIPT else Piece("")
    if base.weight >= Weight.FRACTION or base.text.startswith("√"):
        base = enclosed(replace(base, weight=Weight.SUM))
    pieces.append(replace(base, text=base.text + script))


def _stray(part: str) -> str:
    return part if part == "}" else ""
