"""What a query says, as data: whoever reads cards decides how it is looked up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The question, the id or the fact holds this text."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """One of the values stands in the field `name`: id, tag, part, lesson, kind, mistake."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """A number of the card, beside a value: `sign` is one of <, <=, =, >=, >."""

    name: str
    sign: str
    value: float


@dataclass(frozen=True, slots=True)
class State:
    """The card is in this state today: due, new, leech, suspended, buried, young, mature."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """What is not so."""

    part: Query


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; no part at all: every card."""

    parts: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Query, ...]


Query = Words | Field | Compare | State | Not | All | Any
