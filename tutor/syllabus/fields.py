"""Mappings read by key: what is there, what is missing, what nobody knows.

Every reader of the format takes its keys from a `Fields` and closes it; the keys that are left are
problems with a near name. A value of the wrong shape is noted once and read as empty.
"""

from __future__ import annotations

import re
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from tutor.errors import near
from tutor.syllabus.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from tutor.syllabus.nodes import Node
    from tutor.syllabus.notes import Notes

ID = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*")
NUMBER = re.compile(r"[-−+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII)
TRUE, FALSE = ("yes", "true"), ("no", "false")
SHAPES = {Scalar: "shape-text", Sequence: "shape-list", Mapping: "shape-mapping"}


class Fields:
    """The keys of one mapping, each taken at most once."""

    def __init__(self, node: Node, notes: Notes) -> None:
        self.node = node
        self.notes = notes
        if not isinstance(node, Mapping):
            notes.fault(node, "shape-mapping")
        pairs = node.pairs if isinstance(node, Mapping) else ()
        self.keys = {key.text: key for key, _ in pairs}
        self.left = {key.text: value for key, value in pairs}
        self.asked: list[str] = []

    def take(self, key: str) -> Node | None:
        """Return the value of `key`, or None when it is not there."""
        self.asked.append(key)
        return self.left.pop(key, None)

    def need(self, key: str) -> Node | None:
        """Return the value of `key`; its absence is a fault."""
        node = self.take(key)
        if node is None and isinstance(self.node, Mapping):
            self.notes.fault(self.node, "key-missing", name=key)
        return node

    def close(self) -> None:
        """Note every key that nobody took."""
        for key in self.left:
            close = near(key, self.asked)
            if close:
                self.notes.remark(self.keys[key], "key-unknown-near", name=key, near=close)
            else:
                self.notes.remark(self.keys[key], "key-unknown", name=key)


def scalar(node: Node | None, notes: Notes) -> Scalar | None:
    """Return `node` when it is a scalar; anything else is a fault."""
    if node is None or isinstance(node, Scalar):
        return node
    notes.fault(node, "shape-text")
    return None


def items(node: Node | None, notes: Notes, *, most: int = 1000) -> tuple[Node, ...]:
    """Return the items of a list; anything else, or more than `most`, is a fault."""
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        notes.fault(node, "shape-list")
        return ()
    if len(node.items) > most:
        notes.fault(node, "too-many", most=most)
    return node.items[:most]


def identifier(node: Node | None, notes: Notes) -> str:
    """Return an id: small letters, digits, joined by single `-`, `_` or `.`; empty when it is none."""
    found = scalar(node, notes)
    if found is None:
        return ""
    if not ID.fullmatch(found.text):
        notes.fault(found, "id-form", name=found.text[:60])
        return ""
    return found.text


def identifiers(node: Node | None, notes: Notes, kind: str = "") -> tuple[str, ...]:
    """Return a list of ids; each refers to something of `kind`, when one is named."""
    found = []
    for item in items(node, notes):
        name = identifier(item, notes)
        if name:
            found.append(name)
            if kind and isinstance(item, Scalar):
                notes.refer(kind, item)
    return tuple(dict.fromkeys(found))


def word(node: Node | None, notes: Notes) -> str:
    """Return a scalar as written, without surrounding space: a name, a source, a curve."""
    found = scalar(node, notes)
    return found.text.strip() if found is not None else ""


def words(node: Node | None, notes: Notes) -> tuple[str, ...]:
    """Return a list of scalars as written."""
    return tuple(word(item, notes) for item in items(node, notes))


def number(node: Node | None, notes: Notes, default: float = 0.0) -> float:
    """Return a finite number."""
    found = scalar(node, notes)
    if found is None:
        return default
    if NUMBER.fullmatch(found.text):
        value = float(found.text.replace("−", "-"))
        if isfinite(value):
            return value
    notes.fault(found, "not-a-number", text=found.text[:60])
    return default


def whole(node: Node | None, notes: Notes, *, least: int, most: int, default: int) -> int:
    """Return a whole number from `least` to `most`."""
    found = scalar(node, notes)
    if found is None:
        return default
    if found.text.isascii() and found.text.isdigit() and least <= int(found.text[:9]) <= most:
        return int(found.text)
    notes.fault(found, "not-a-whole-number", text=found.text[:60], least=least, most=most)
    return default


def switch(node: Node | None, notes: Notes, *, default: bool) -> bool:
    """Return yes or no."""
    found = scalar(node, notes)
    if found is None:
        return default
    if found.text not in TRUE + FALSE:
        notes.fault(found, "not-yes-or-no", text=found.text[:60])
    return found.text in TRUE


def interval(node: Node | None, notes: Notes) -> tuple[float, float] | None:
    """Return `[low, high]` with low < high, or None when it is not there."""
    ends = items(node, notes)
    if node is None:
        return None
    low, high = (number(end, notes) for end in ends) if len(ends) == 2 else (0.0, 0.0)
    if not low < high:
        notes.fault(node, "not-a-range")
        return None
    return low, high


def day(node: Node | None, notes: Notes) -> str:
    """Return an ISO date as written."""
    found = scalar(node, notes)
    if found is None:
        return ""
    try:
        return date.fromisoformat(found.text).isoformat()
    except ValueError:
        notes.fault(found, "not-a-date", text=found.text[:60])
        return ""
