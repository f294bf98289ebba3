"""Options of a question: what is right, and wrong answers that people really give."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.questions.model import Hole, Option
from tutor.syllabus import texts
from tutor.syllabus.fields import Fields, identifier, items, whole
from tutor.syllabus.nodes import Scalar
from tutor.text.width import width

if TYPE_CHECKING:
    from tutor.questions.model import Piece, Wording
    from tutor.syllabus.nodes import Node
    from tutor.syllabus.notes import Notes
    from tutor.syllabus.texts import Names

HOLE_CELLS = 4  # a computed number in a text counts as this wide
SHORT = 12  # up to this width a length gives nothing away
EXACT = 15  # digits of a wrong number that is compared, not shown
MOST_OPTIONS = 6  # the keys are 1–6


def choice(fields: Fields, notes: Notes, names: Names) -> tuple[Option, ...]:
    """Return the options of a choice, the right one first; 2–3 wrong ones, each a named mistake."""
    right = fields.need("right")
    found = [] if right is None else [option(right, notes, names, right=True)]
    wrong = _wrong(fields, notes, names, named=True)
    if wrong and not 2 <= len(wrong) <= 3:
        notes.fault(fields.node, "wrong-count", count=len(wrong))
    _even(fields.node, (*found, *wrong), notes)
    return (*found, *wrong)


def multi(fields: Fields, notes: Notes, names: Names) -> tuple[Option, ...]:
    """Return the options of a multi, the right ones first; at least one of each, six in all."""
    right = tuple(option(node, notes, names, right=True) for node in items(fields.need("right"), notes))
    wrong = _wrong(fields, notes, names, named=False)
    if not (right and wrong and len(right) + len(wrong) <= MOST_OPTIONS):
        notes.fault(fields.node, "multi-count", most=MOST_OPTIONS)
    _even(fields.node, (*right, *wrong), notes)
    return (*right, *wrong)


def slips(fields: Fields, notes: Notes, names: Names) -> tuple[Option, ...]:
    """Return the wrong answers, each a named mistake, that a typed question knows about; none is no fault."""
    if "wrong" not in fields.left:
        return ()
    return tuple(replace(slip, digits=EXACT) for slip in _wrong(fields, notes, names, named=True))


def _wrong(fields: Fields, notes: Notes, names: Names, *, named: bool) -> tuple[Option, ...]:
    found = []
    for node in items(fields.need("wrong"), notes):
        wrong = option(node, notes, names, right=False)
        if named and not wrong.mistake:
            notes.remark(node, "mistake-missing")
        if wrong.because is None:
            notes.remark(node, "because-missing")
        found.append(wrong)
    return tuple(found)


def option(node: Node, notes: Notes, names: Names, *, right: bool) -> Option:
    """Return one option: a text, `text` for both languages, or `expr` shown to `digits`."""
    if isinstance(node, Scalar):
        return Option(right, texts.same(node, notes, names))
    fields = Fields(node, notes)
    wording, expression, digits = _shown(fields, notes, names)
    named = mistake(fields, notes)
    because = fields.take("because")
    fields.close()
    return Option(
        right=right,
        wording=wording,
        expression=expression,
        digits=digits,
        mistake=named,
        because=None if because is None else texts.wording(because, notes, names),
    )


def mistake(fields: Fields, notes: Notes) -> str:
    """Return the mistake that is named, "" where none is."""
    node = fields.take("mistake")
    if isinstance(node, Scalar):
        notes.refer("mistake", node)
    return identifier(node, notes)


def _shown(fields: Fields, notes: Notes, names: Names) -> tuple[Wording | None, str, int]:
    """Return wording, expression and digits: exactly one of the first two."""
    given = [key for key in ("expr", "text", "zh") if key in fields.left]
    if len(given) != 1:
        notes.fault(fields.node, "option-shape")
    if "expr" in fields.left:
        expression = texts.expression(fields.take("expr"), notes, names)
        return None, expression, whole(fields.take("digits"), notes, least=1, most=15, default=3)
    if "text" in fields.left:
        node = fields.take("text")
        return texts.wording(node, notes, names), "", 3
    return texts.sides(fields, notes, names) if given else texts.EMPTY, "", 3


def _even(node: Node, options: tuple[Option, ...], notes: Notes) -> None:
    """Note authored texts of which one is more than twice as long as another."""
    wordings = [option.wording for option in options if option.wording is not None]
    for language in ("zh", "en"):
        lengths = [_length(getattr(wording, language)) for wording in wordings]
        if lengths and max(lengths) > SHORT and max(lengths) > 2 * min(lengths):
            notes.remark(node, "option-lengths", language=language, least=min(lengths), most=max(lengths))


def _length(pieces: tuple[Piece, ...]) -> int:
    return sum(HOLE_CELLS if isinstance(piece, Hole) else width(piece) for piece in pieces)
