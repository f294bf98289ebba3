"""The files that frame the lessons: course, glossary, mistakes, errata.

Each reader takes the file's bytes and returns its objects with the notes; a broken entry is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tutor.syllabus import texts
from tutor.syllabus.fields import Fields, identifier, interval, items, scalar, switch, whole
from tutor.syllabus.model import Course, Erratum, Item, Mistake, Part, Term
from tutor.syllabus.nodes import Scalar, read
from tutor.syllabus.notes import Notes
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.syllabus.nodes import Node

T = TypeVar("T", Term, Mistake, Erratum)
PARTS = 20


def read_course(source: bytes, file: str) -> tuple[Course | None, Notes]:
    """Return the course with its parts and items, None when the file cannot be used."""
    node, problems = read(source, file)
    notes = Notes(file, list(problems))
    if node is None:
        return None, notes
    fields = Fields(node, notes)
    name = texts.plain(fields.need("name"), notes)
    nodes = items(fields.need("parts"), notes, most=PARTS)
    parts = tuple(_part(number, item, notes) for number, item in enumerate(nodes, 1))
    fields.close()
    return Course(name, parts), notes


def _part(number: int, node: Node, notes: Notes) -> Part:
    fields = Fields(node, notes)
    id = _new("part", fields, notes)  # noqa: A001
    title = texts.plain(fields.need("title"), notes)
    found = tuple(_item(item, number, notes) for item in items(fields.need("items"), notes))
    fields.close()
    return Part(number, id, title, found)


def _item(node: Node, part: int, notes: Notes) -> Item:
    fields = Fields(node, notes)
    id = _new("item", fields, notes)  # noqa: A001
    if id and not id.startswith(f"{part}."):
        notes.remark(node, "item-part", name=id, part=part)
    title = texts.plain(fields.need("title"), notes)
    fields.close()
    return Item(id, title)


def _new(kind: str, fields: Fields, notes: Notes) -> str:
    """Return the id that `fields` defines."""
    node = fields.need("id")
    found = _erratum_id(node, notes) if kind == "erratum" else identifier(node, notes)
    if found and isinstance(node, Scalar):
        notes.define(kind, node)
    return found


def _erratum_id(node: Node | None, notes: Notes) -> str:
    """Return an id such as E01."""
    found = scalar(node, notes)
    if found is None:
        return ""
    if not (found.text[:1] == "E" and found.text[1:].isascii() and found.text[1:].isdigit()):
        notes.fault(found, "erratum-id", name=found.text[:60])
        return ""
    return found.text


def _entries(source: bytes, file: str, key: str, entry: Callable[[Fields, Notes], T]) -> tuple[tuple[T, ...], Notes]:
    """Return the entries of a file that is one list under `key`, without the broken ones."""
    node, problems = read(source, file)
    notes = Notes(file, list(problems))
    if node is None:
        return (), notes
    outer = Fields(node, notes)
    found: dict[str, T] = {}
    for item in items(outer.need(key), notes, most=10_000):
        before = notes.faults
        fields = Fields(item, notes)
        new = entry(fields, notes)
        fields.close()
        if notes.faults == before:
            found.setdefault(new.id, new)  # `links` notes the second of one id
    outer.close()
    return tuple(found.values()), notes


def read_glossary(source: bytes, file: str) -> tuple[tuple[Term, ...], Notes]:
    """Return the terms of the glossary."""
    return _entries(source, file, "terms", _term)


def _term(fields: Fields, notes: Notes) -> Term:
    id = _new("term", fields, notes)  # noqa: A001
    wording = texts.sides(fields, notes)
    accept = texts.forms(fields.take("accept"), notes)
    avoid = texts.forms(fields.take("avoid"), notes)
    definition = texts.plain(fields.need("define"), notes)
    return Term(id, texts.filled(fields.node, wording, notes), definition, *accept, *avoid)


def read_mistakes(source: bytes, file: str) -> tuple[tuple[Mistake, ...], Notes]:
    """Return the named mistakes."""
    return _entries(source, file, "mistakes", _mistake)


def _mistake(fields: Fields, notes: Notes) -> Mistake:
    id = _new("mistake", fields, notes)  # noqa: A001
    name = texts.plain(fields.need("name"), notes)
    node = fields.need("contrast")
    if node is None:
        return Mistake(id, name, Text("", ""))
    inner = Fields(node, notes)
    curves = texts.expressions(inner.take("curves"), notes, texts.X)
    found = interval(inner.take("range"), notes) or (-6.0, 6.0)
    contrast = texts.filled(node, texts.sides(inner, notes), notes)
    inner.close()
    return Mistake(id, name, contrast, curves, found)


def read_errata(source: bytes, file: str) -> tuple[tuple[Erratum, ...], Notes]:
    """Return the claims that learners meet elsewhere, each as its true statement."""
    return _entries(source, file, "errata", _erratum)


def _erratum(fields: Fields, notes: Notes) -> Erratum:
    id = _new("erratum", fields, notes)  # noqa: A001
    truth = texts.wording(fields.need("truth"), notes)
    part = whole(fields.need("part"), notes, least=1, most=PARTS, default=1)
    teach = switch(fields.need("teach"), notes, default=False)
    return Erratum(id, truth, part, teach, *texts.forms(fields.take("avoid"), notes))
