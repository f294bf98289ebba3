"""Texts of the course in both languages, and expressions inside and beside them.

A text is `{zh, en}` or one bare string for both. It must be quoted, hold only characters that
terminals agree on, type no number that the core can compute, and fill its holes from drawn values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from tutor.errors import TutorError
from tutor.questions import template
from tutor.questions.model import Hole, Wording
from tutor.syllabus import characters
from tutor.syllabus.fields import Fields, items, scalar
from tutor.syllabus.nodes import Mapping, Scalar
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.questions.model import Piece
    from tutor.syllabus.nodes import Node
    from tutor.syllabus.notes import Notes

QUOTED = ('"', "|", ">")
EMPTY = Wording((), ())


@dataclass(frozen=True, slots=True)
class Names:
    """What an expression may name besides catalogue functions: drawn values, and x where a curve or claim runs."""

    drawn: frozenset[str] = frozenset()
    running: bool = False

    def over_x(self) -> Names:
        """Return these names and x."""
        return replace(self, running=True)

    def missing(self, names: Iterable[str]) -> list[str]:
        """Return the names that nobody binds."""
        return sorted(set(names) - self.drawn - ({"x"} if self.running else set()))


NO_NAMES = Names()
X = Names(running=True)


def wording(node: Node | None, notes: Notes, names: Names = NO_NAMES) -> Wording:
    """Return the text at `node`; an empty one after a fault or when it is not there."""
    match node:
        case None:
            return EMPTY
        case Mapping():
            fields = Fields(node, notes)
            result = sides(fields, notes, names)
            fields.close()
            return result
        case _:
            found = scalar(node, notes)
            return EMPTY if found is None else same(found, notes, names)


def same(node: Scalar, notes: Notes, names: Names = NO_NAMES) -> Wording:
    """Return one string for both languages; it may hold no Chinese."""
    pieces = side(node, notes, names)
    if characters.CHINESE_MARK.search(node.text):
        notes.fault(node, "text-needs-both")
    return Wording(pieces, pieces)


def sides(fields: Fields, notes: Notes, names: Names = NO_NAMES) -> Wording:
    """Return the text whose `zh` and `en` stand among the keys of `fields`."""
    zh, en = (scalar(fields.need(language), notes) for language in ("zh", "en"))
    if zh is not None and not characters.CHINESE.search(zh.text):
        notes.remark(zh, "zh-without-chinese")
    if en is not None and (found := characters.CHINESE_MARK.search(en.text)):
        notes.remark(en, "en-with-chinese", offset=found.start(), text=found.group())
    return Wording(*(() if node is None else side(node, notes, names) for node in (zh, en)))


def side(node: Scalar, notes: Notes, names: Names = NO_NAMES) -> tuple[Piece, ...]:
    """Return the pieces of one language."""
    quoted(node, notes)
    text = trimmed(node)
    if not text:
        notes.fault(node, "text-empty")
    if found := characters.forbidden(text):
        notes.fault(node, "character", offset=found[0], name=found[1])
    try:
        pieces = template.parse(text)
    except template.TemplateError as error:
        notes.fault(node, error.key.removeprefix("problem."), offset=error.offset)
        return ()
    _numbers(node, text, pieces, notes)
    for hole in (piece for piece in pieces if isinstance(piece, Hole)):
        _check_hole(node, hole, notes, names)
    return pieces


def trimmed(node: Scalar) -> str:
    """Return a scalar's text without the line break that ends a block."""
    return node.text.strip("\n") if node.style in ("|", ">") else node.text


def quoted(node: Scalar, notes: Notes) -> None:
    """Note a text or expression that YAML may have read otherwise than it was meant."""
    if node.style not in QUOTED:
        notes.remark(node, "not-quoted", text=node.text[:40])


def _numbers(node: Scalar, text: str, pieces: tuple[Piece, ...], notes: Notes) -> None:
    for piece in pieces:
        if isinstance(piece, str) and (found := characters.typed_number(piece)):
            start = text.find(piece)
            offset = start + found[0] if start >= 0 else -1
            notes.remark(node, "number-typed", offset=offset, text=found[1])


def _check_hole(node: Scalar, hole: Hole, notes: Notes, names: Names) -> None:
    if hole.digits is None:
        if hole.expression not in names.drawn:
            notes.fault(node, "hole-not-drawn", offset=node.text.find("{" + hole.expression), name=hole.expression)
    else:
        check_expression(node, hole.expression, node.text.find(hole.expression), notes, names)


def check_expression(node: Scalar, source: str, offset: int, notes: Notes, names: Names) -> None:
    """Note an expression that cannot be parsed or names what nobody drew; `offset` is its start in `node`."""
    try:
        free = free_names(source)
    except TutorError as error:
        start = offset + int(getattr(error, "position", 0)) if offset >= 0 else -1
        notes.fault(node, "expression", offset=start, text=source, **reason(error))
        return
    for name in names.missing(free):
        start = offset + max(0, source.find(name)) if offset >= 0 else -1
        notes.fault(node, "name-not-drawn", offset=start, name=name, text=source)


def reason(error: BaseException) -> dict[str, Any]:
    """Return an error as facts of a problem: the key of its sentence and what fills it."""
    if not isinstance(error, TutorError):
        return {"reason": type(error).__name__}
    return {"reason": error.key, **{f"reason.{name}": value for name, value in error.facts.items()}}


@cache
def free_names(source: str) -> frozenset[str]:
    """Return the names in `source` that belong to no function; raises `ExpressionError`."""
    from tutor.activations.expression import names_in, parse

    return names_in(parse(source))


def expression(node: Node | None, notes: Notes, names: Names = NO_NAMES) -> str:
    """Return the expression at `node`, empty when there is none."""
    found = scalar(node, notes)
    if found is None:
        return ""
    quoted(found, notes)
    source = found.text.strip()
    check_expression(found, source, found.text.find(source), notes, names)
    return source


def expressions(node: Node | None, notes: Notes, names: Names = NO_NAMES) -> tuple[str, ...]:
    """Return a list of expressions."""
    return tuple(expression(item, notes, names) for item in items(node, notes))


def line(node: Node | None, notes: Notes) -> str:
    """Return a formula in one Unicode line: no holes, but constants may be written out."""
    found = scalar(node, notes)
    if found is None:
        return ""
    quoted(found, notes)
    if bad := characters.forbidden(found.text.strip()):
        notes.fault(found, "character", offset=bad[0], name=bad[1])
    return found.text.strip()


def plain(node: Node | None, notes: Notes) -> Text:
    """Return a text without drawn values; its computed numbers are filled in at once."""
    before = notes.faults
    found = wording(node, notes)
    if node is None or notes.faults > before:
        return Text("", "")
    return filled(node, found, notes)


def filled(node: Node, found: Wording, notes: Notes) -> Text:
    """Return `found` with its numbers computed; one that cannot be computed is a fault."""
    try:
        return template.fill(found, {})
    except (TutorError, ArithmeticError, TypeError, ValueError) as error:
        notes.fault(node, "expression-fails", text="", **reason(error))
        return Text("", "")


def forms(node: Node | None, notes: Notes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return `{zh: […], en: […]}`: further accepted forms, as written; either may be left out."""
    if node is None:
        return (), ()
    fields = Fields(node, notes)
    result = tuple(tuple(line(item, notes) for item in items(fields.take(side), notes)) for side in ("zh", "en"))
    fields.close()
    return result[0], result[1]
