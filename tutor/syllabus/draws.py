"""`with`: values drawn afresh at every showing, as lists of candidates or ranges, kept as written."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tutor.questions.model import Draw
from tutor.syllabus.fields import NUMBER, Fields, scalar
from tutor.syllabus.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from tutor.syllabus.nodes import Node
    from tutor.syllabus.notes import Notes

MOST = 1000  # candidates of one value
RESERVED = ("x", "e", "E", "pi", "π", "inf", "∞")


def draws(node: Node | None, notes: Notes) -> tuple[Draw, ...]:
    """Return the drawn values of a card in the order of the file."""
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        notes.fault(node, "shape-mapping")
        return ()
    return tuple(Draw(key.text, _candidates(value, notes)) for key, value in node.pairs if _free(key, notes))


def _free(key: Scalar, notes: Notes) -> bool:
    """Say whether a name can be bound: an identifier that no expression knows already."""
    from tutor.activations.expression.vocabulary import meaning

    if not key.text.isidentifier():
        notes.fault(key, "with-name", name=key.text[:60])
    elif key.text in RESERVED or meaning(key.text) is not None:
        notes.fault(key, "with-shadows", name=key.text)
    else:
        return True
    return False


def _candidates(node: Node, notes: Notes) -> tuple[str, ...]:
    """Return the candidates of one value: at least two, all different numbers."""
    before = notes.faults
    if isinstance(node, Mapping):
        found = _range(node, notes)
    elif isinstance(node, Sequence):
        found = tuple(_number(item, notes) for item in node.items[:MOST])
    else:
        notes.fault(node, "with-shape")
        return ("0",)
    if notes.faults > before:
        return ("0",)
    if len(found) < 2:
        notes.fault(node, "with-too-few")
    elif len({text.replace("−", "-") for text in found}) < len(found):
        notes.fault(node, "with-repeats")
    return found


def _number(node: Node, notes: Notes) -> str:
    found = scalar(node, notes)
    if found is None:
        return "0"
    if not NUMBER.fullmatch(found.text):
        notes.fault(found, "not-a-number", text=found.text[:60])
        return "0"
    return found.text


def _range(node: Mapping, notes: Notes) -> tuple[str, ...]:
    """Return from, from + step, … to; in decimals, so that 0.1 + 0.2 is written 0.3."""
    fields = Fields(node, notes)
    low, high = _decimal(fields.need("from"), notes), _decimal(fields.need("to"), notes)
    step = _decimal(fields.take("step"), notes, "1")
    fields.close()
    if not (low < high and step > 0 and (high - low) / step <= MOST):
        notes.fault(node, "with-range", most=MOST)
        return ()
    return tuple(f"{low + index * step:f}" for index in range(int((high - low) / step) + 1))


def _decimal(node: Node | None, notes: Notes, default: str = "0") -> Decimal:
    return Decimal(default if node is None else _number(node, notes).replace("−", "-"))
