"""The steps of a lesson: one key names the step, its value is read by that step's reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import near
from tutor.syllabus import texts
from tutor.syllabus.fields import Fields, identifier, identifiers, interval, items, scalar, word, words
from tutor.syllabus.model import (
    Ask,
    Compare,
    Derive,
    DeriveLine,
    FormulaStep,
    PlotStep,
    Pretest,
    Prose,
    Reading,
    Recap,
    ShowStep,
    TableStep,
)
from tutor.syllabus.nodes import Mapping, Scalar
from tutor.syllabus.source import Claim

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from tutor.syllabus.model import Step
    from tutor.syllabus.nodes import Node
    from tutor.syllabus.notes import Notes

PICTURES = """curves panels relu-family relu-swish-gelu grid gradient-grid gelu-forms distribution radar gradient-flow
    family-tree mind-map timeline route decision-tree cheat-sheet gradients derivative-cards with-without eras
    choose-task choose-architecture choose-depth choose-hardware models symptoms initialisation dead-risk glossary
    """.split()  # noqa: SIM905  (thirty strings in quotes would hide the names)


def step(node: Node, notes: Notes) -> tuple[Step | None, tuple[Claim, ...]]:
    """Return the step at `node`, None after a fault, and the expressions it proves."""
    before = notes.faults
    if not isinstance(node, Mapping) or len(node.pairs) != 1:
        notes.fault(node, "step-shape")
        return None, ()
    key, value = node.pairs[0]
    reader = READERS.get(key.text)
    if reader is None:
        close = near(key.text, list(READERS))
        notes.fault(key, "step-unknown", name=key.text, near=close or " ".join(READERS))
        return None, ()
    found, claims = reader(value, notes)
    return (found if notes.faults == before else None), claims


Found = tuple["Step", tuple[Claim, ...]]


def _card(node: Node, notes: Notes) -> str:
    found = identifier(node, notes)
    if found and isinstance(node, Scalar):
        notes.refer("card", node)
    return found


def _pretest(node: Node, notes: Notes) -> Found:
    return Pretest(_card(node, notes)), ()


def _ask(node: Node, notes: Notes) -> Found:
    return Ask(_card(node, notes)), ()


def _recap(node: Node, notes: Notes) -> Found:
    return Recap(identifiers(node, notes, "card")), ()


def _prose(role: Literal["say", "analogy", "joke", "deeper"]) -> Callable[[Node, Notes], Found]:
    return lambda node, notes: (Prose(role, texts.wording(node, notes)), ())


def _formula(node: Node, notes: Notes) -> Found:
    fields = Fields(node, notes)
    show = texts.line(fields.need("show"), notes)
    check, claims = _check(fields, notes)
    fields.close()
    return FormulaStep(show, check), claims


def _check(fields: Fields, notes: Notes) -> tuple[str, tuple[Claim, ...]]:
    """Return the expression under `check` as text and as a claim at its place."""
    node = scalar(fields.take("check"), notes)
    if node is None:
        return "", ()
    source = texts.expression(node, notes, texts.X)
    return source, (Claim(source, node.line, node.column),)


def _plot(node: Node, notes: Notes) -> Found:
    fields = Fields(node, notes)
    curves = texts.expressions(fields.need("curves"), notes, texts.X)
    found = interval(fields.take("range"), notes) or (-6.0, 6.0)
    read = tuple(_reading(item, curves, notes) for item in items(fields.take("read"), notes))
    fields.close()
    return PlotStep(curves, found, read), ()


def _reading(node: Node, curves: tuple[str, ...], notes: Notes) -> Reading:
    fields = Fields(node, notes)
    curve = scalar(fields.take("curve"), notes)
    if curve is not None and curve.text not in curves:
        notes.fault(curve, "curve-not-drawn", name=curve.text)
    wording = texts.sides(fields, notes)
    fields.close()
    return Reading(curve.text if curve else "", wording)


def _derive(node: Node, notes: Notes) -> Found:
    lines: list[DeriveLine] = []
    claims: tuple[Claim, ...] = ()
    for item in items(node, notes):
        fields = Fields(item, notes)
        show = texts.line(fields.need("show"), notes)
        because = fields.take("because")
        check, proved = _check(fields, notes)
        fields.close()
        claims += proved
        lines.append(DeriveLine(show, None if because is None else texts.wording(because, notes), check))
    return Derive(tuple(lines)), claims


def _compare(node: Node, notes: Notes) -> Found:
    fields = Fields(node, notes)
    pros, cons = (
        tuple(texts.wording(item, notes) for item in items(fields.need(side), notes)) for side in ("pros", "cons")
    )
    kind = _compared(fields.take("kind"), notes)
    fields.close()
    return Compare(pros, cons, kind), ()


def _compared(node: Node | None, notes: Notes) -> Literal["arguments", "answers"]:
    """Return what is set side by side; arguments for and against when nothing is said."""
    match word(node, notes):
        case "answers":
            return "answers"
        case "" | "arguments":
            return "arguments"
        case other:
            assert node is not None
            notes.fault(node, "compare-kind", name=other)
            return "arguments"


def _table(node: Node, notes: Notes) -> Found:
    fields = Fields(node, notes)
    columns = words(fields.need("columns"), notes)
    rows = items(fields.need("rows"), notes)
    fields.close()
    return TableStep(columns, tuple(function(row, notes) for row in rows)), ()


def function(node: Node | None, notes: Notes) -> str:
    """Return the canonical name of a function of the catalogue, empty when there is none."""
    from tutor.activations import get
    from tutor.errors import NotFoundError

    name = word(node, notes)
    if node is None or not name:
        return ""
    try:
        return get(name).name
    except NotFoundError as error:
        notes.fault(node, "function-unknown", name=name, near=error.facts.get("near") or "–")
        return ""


def _show(node: Node, notes: Notes) -> Found:
    name = word(node, notes)
    if name not in PICTURES:
        notes.fault(node, "picture-unknown", name=name, near=near(name, PICTURES) or " ".join(PICTURES))
    return ShowStep(name), ()


READERS: dict[str, Callable[[Node, Notes], Found]] = {
    "pretest": _pretest,
    "say": _prose("say"),
    "formula": _formula,
    "plot": _plot,
    "derive": _derive,
    "compare": _compare,
    "table": _table,
    "show": _show,
    "analogy": _prose("analogy"),
    "joke": _prose("joke"),
    "deeper": _prose("deeper"),
    "ask": _ask,
    "recap": _recap,
}
