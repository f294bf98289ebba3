"""One card of a lesson file: what every kind may have, around the body of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.errors import near
from tutor.questions.model import KINDS, Card, Curves
from tutor.syllabus import texts
from tutor.syllabus.bodies import READERS
from tutor.syllabus.draws import draws
from tutor.syllabus.fields import Fields, identifier, identifiers, interval, items, scalar, switch, whole, word
from tutor.syllabus.nodes import Mapping, Scalar, Sequence
from tutor.syllabus.source import CardSource, Claim
from tutor.syllabus.texts import Names

if TYPE_CHECKING:
    from tutor.questions.model import Body, Draw, KindName, Wording
    from tutor.syllabus.nodes import Node
    from tutor.syllabus.notes import Notes


@dataclass(frozen=True, slots=True)
class Home:
    """What a card inherits from the lesson it stands in."""

    lesson: str
    part: int
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    created: str = ""


@dataclass(frozen=True, slots=True)
class _Core:
    """What makes a card the card it is."""

    id: str
    fact: str
    draws: tuple[Draw, ...]
    body: Body
    ask: Wording | None


@dataclass(frozen=True, slots=True)
class _Extras:
    """The optional keys of every kind, read."""

    why: Wording | None
    hint: Wording | None
    plot: Curves | None
    tags: tuple[str, ...]
    source: str
    corrects: tuple[str, ...]
    claims: tuple[Claim, ...]
    was: tuple[str, ...]
    ladder: tuple[str, int] | None
    quick: Wording | None
    full: Wording | None


def card(node: Node, notes: Notes, home: Home) -> CardSource | None:
    """Return the card at `node`, or None after a fault; what was found is noted either way."""
    before = notes.faults
    fields = Fields(node, notes)
    id_node = fields.need("id")
    id = identifier(id_node, notes)  # noqa: A001
    if isinstance(id_node, Scalar) and id:
        notes.define("card", id_node)  # even a broken card exists for those who refer to it
    kind = _kind(fields.need("kind"), notes)
    fact = identifier(fields.take("fact"), notes) or id
    drawn = draws(fields.take("with"), notes)
    names = Names(frozenset(draw.name for draw in drawn))
    if kind is None or not isinstance(node, Mapping):
        return None
    body, ask = READERS[kind](fields, notes, names)
    extras = _extras(fields, notes, names)
    fields.close()
    if extras.corrects and not (extras.claims or extras.source or _computed(fields.node)):
        notes.remark(fields.keys["corrects"], "corrects-without-ground")
    if notes.faults > before:
        return None
    assert isinstance(id_node, Scalar)
    made = _assembled(_Core(id, fact, drawn, body, ask), extras, home)
    return CardSource(made, id_node.line, id_node.column, extras.claims, extras.was)


def _kind(node: Node | None, notes: Notes) -> KindName | None:
    found = scalar(node, notes)
    if found is None:
        return None
    for kind in KINDS:
        if found.text == kind:
            return kind
    close = near(found.text, list(KINDS))
    notes.fault(found, "kind", name=found.text[:60], near=close or " ".join(KINDS))
    return None


def _extras(fields: Fields, notes: Notes, names: Names) -> _Extras:
    why = _optional(fields.take("why"), notes, names)
    if why is None:
        notes.remark(fields.node, "why-missing")
    ladder, quick, full = _ladder(fields.take("ladder"), notes, names)
    return _Extras(
        why=why,
        hint=_optional(fields.take("hint"), notes, names),
        plot=_plot(fields.take("plot"), notes, names),
        tags=identifiers(fields.take("tags"), notes),
        source=word(fields.take("source"), notes),
        corrects=_corrects(fields.take("corrects"), notes),
        claims=claims(fields.take("claim"), notes),
        was=_was(fields.take("was"), notes),
        ladder=ladder,
        quick=quick,
        full=full,
    )


def _optional(node: Node | None, notes: Notes, names: Names) -> Wording | None:
    return None if node is None else texts.wording(node, notes, names)


def _plot(node: Node | None, notes: Notes, names: Names) -> Curves | None:
    if node is None:
        return None
    fields = Fields(node, notes)
    curves = texts.expressions(fields.need("curves"), notes, names.over_x())
    found = interval(fields.take("range"), notes) or (-6.0, 6.0)
    labels = switch(fields.take("labels"), notes, default=True)
    fields.close()
    return Curves(curves, found, labels)


def _corrects(node: Node | None, notes: Notes) -> tuple[str, ...]:
    found = [item for item in items(node, notes) if isinstance(item, Scalar)]
    for item in found:
        notes.refer("erratum", item)
    return tuple(item.text for item in found)


def claims(node: Node | None, notes: Notes) -> tuple[Claim, ...]:
    """Return expressions that must be true: one, or a list of them.

    They are read when they are tried, by `tutor check`: no session needs them, and a sixth of all
    expressions of a course are claims.
    """
    nodes = (node,) if isinstance(node, Scalar) else items(node, notes)
    return tuple(_claim(item, notes) for item in nodes)


def _claim(node: Node, notes: Notes) -> Claim:
    found = scalar(node, notes)
    if found is not None:
        texts.quoted(found, notes)
    return Claim(found.text.strip() if found else "", node.line, node.column)


def _was(node: Node | None, notes: Notes) -> tuple[str, ...]:
    if isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Scalar):
                notes.define("former card", item)
    return identifiers(node, notes)


def _ladder(
    node: Node | None, notes: Notes, names: Names
) -> tuple[tuple[str, int] | None, Wording | None, Wording | None]:
    if node is None:
        return None, None, None
    fields = Fields(node, notes)
    id = identifier(fields.need("id"), notes)  # noqa: A001
    rung = whole(fields.need("rung"), notes, least=1, most=20, default=1)
    quick, full = (_optional(fields.take(key), notes, names) for key in ("quick", "full"))
    fields.close()
    return (id, rung), quick, full


def _computed(node: Node) -> bool:
    """Say whether some answer of the card is an `{expr: …}`."""
    match node:
        case Mapping():
            return any(key.text == "expr" or _computed(value) for key, value in node.pairs)
        case Scalar():
            return False
        case _:
            return any(_computed(item) for item in node.items)


def _assembled(core: _Core, extras: _Extras, home: Home) -> Card:
    return Card(
        id=core.id,
        lesson=home.lesson,
        part=home.part,
        fact=core.fact,
        body=core.body,
        ask=core.ask,
        why=extras.why,
        hint=extras.hint,
        draws=core.draws,
        tags=tuple(dict.fromkeys((*home.tags, *extras.tags))),
        related=home.related,
        created=home.created,
        source=extras.source,
        plot=extras.plot,
        ladder=extras.ladder,
        quick=extras.quick,
        full=extras.full,
    )
