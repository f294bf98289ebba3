"""Checks across files: ids used twice, references to nothing, needs that go in circles.

They work on names with places alone, so the library can repeat them after one file changed
without reading the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import near
from tutor.syllabus.model import Problem
from tutor.syllabus.order import circle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tutor.syllabus.notes import Name
    from tutor.syllabus.order import Head

HOMES = {"item": "course.yaml", "mistake": "mistakes.yaml", "erratum": "errata.yaml"}


def check_links(defined: Iterable[Name], referred: Iterable[Name], heads: Iterable[Head]) -> tuple[Problem, ...]:
    """Return what is wrong between the files of a course."""
    names = sorted(defined, key=lambda name: (name.file, name.line, name.column))
    references = tuple(referred)
    return (*_twice(names), *_unknown(names, references), *_needs(references, tuple(heads)))


def _problem(at: Name, rule: str, /, **facts: str) -> Problem:
    return Problem(at.file, at.line, at.column, rule, tuple(facts.items()))


def _twice(names: list[Name]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Name] = {}
    for name in names:
        other = first.setdefault((name.kind, name.id), name)
        if other is not name:
            yield _problem(name, "id-twice", name=name.id, file=other.file, line=str(other.line))
    for name in names:
        if name.kind == "former card" and (other_card := first.get(("card", name.id))):
            yield _problem(name, "was-exists", name=name.id, file=other_card.file, line=str(other_card.line))


def _unknown(names: list[Name], references: Iterable[Name]) -> Iterator[Problem]:
    known: dict[str, set[str]] = {}
    for name in names:
        known.setdefault(name.kind, set()).add(name.id)
    for name in references:
        if name.id in known.get(name.kind, ()):
            continue
        close = near(name.id, sorted(known.get(name.kind, ())))
        home = HOMES.get(name.kind, "")
        facts = {fact: value for fact, value in (("near", close), ("home", home)) if value}
        yield _problem(name, f"{name.kind}-unknown{'-near' if close else ''}", name=name.id, **facts)


def _needs(references: Iterable[Name], heads: tuple[Head, ...]) -> Iterator[Problem]:
    by_id = {head.id: head for head in heads}
    turning = circle(heads)
    for name in references:
        stem = name.file.rpartition("/")[2].removesuffix(".yaml")
        here = by_id.get(stem)
        if name.kind != "lesson" or here is None or name.id not in here.needs or name.id not in by_id:
            continue
        if by_id[name.id].part > here.part:
            yield _problem(name, "needs-later-part", name=name.id)
        elif name.id in turning and stem in turning:
            yield _problem(name, "needs-circle", name=name.id)
