"""The entries of a front matter: each key of its mapping with the exact span of its value.

Read from the event stream, so that nesting and aliases cost nothing; what stands deeper than a list of the
top is the author's own matter. A front matter that cannot be read as one mapping raises `TroubledError`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.exchange.notes.front_place import line_of
from tutor.exchange.trouble import Trouble, TroubledError
from tutor.syllabus.nodes import DEPTH, RefusedError, events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.exchange.notes.front_place import Place

LARGEST = 256 * 1024  # characters; the fields of a note take a few hundred
PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+|\Z))*")  # an anchor and a tag in front of a value


@dataclass(frozen=True, slots=True)
class Value:
    """A value as written: `texts` of a list or of the one scalar that it is; no text at all is a mapping's.

    `quote` is the style of a scalar (`'`, `"`, `|`, `>`, empty for a plain one), `[` that of a list.
    """

    quote: str
    texts: tuple[str, ...]

    @property
    def is_null(self) -> bool:
        """Whether nothing is written, or one of YAML's words for it."""
        return self.quote == "" and self.texts in {("",), ("~",), ("null",), ("Null",), ("NULL",)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, the span of the value in the text of the note, and the line of the key."""

    key: str
    value: Value
    begin: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Entries:
    """All entries in order; `flow` tells that they stand in braces, which end before `end`, `column` how far in."""

    all: tuple[Entry, ...] = ()
    flow: bool = False
    column: int = 0
    end: int = 0

    def get(self, key: str) -> Entry | None:
        """Return the entry of a key, None when there is none."""
        return next((entry for entry in self.all if entry.key == key), None)


def entries(text: str, place: Place) -> Entries:
    """Return the entries of the front matter at `place` of a note's text."""
    if place.end - place.begin > LARGEST:
        raise TroubledError(Trouble("notes.front_large", 1, (("most", f"{LARGEST // 1024} KiB"),)))
    try:
        return _Reader(text, place).read()
    except RefusedError as refused:
        problem = refused.problem
        reason = (("reason", dict(problem.facts).get("reason", "")),)
        key = "notes.front_syntax" if problem.rule == "yaml-syntax" else "notes.front_character"
        raise TroubledError(Trouble(key, problem.line + _before(text, place), reason)) from None


def _before(text: str, place: Place) -> int:
    return line_of(text, place.begin) - 1


class _Reader:
    """Takes events from the parser, one entry after the other."""

    def __init__(self, text: str, place: Place) -> None:
        self.text, self.place = text, place
        self.events = self._checked(events(text[place.begin : place.end], ""))

    def read(self) -> Entries:
        import yaml

        root: Any = self._next_node()
        if root is None:
            return Entries()
        if type(root) is not yaml.MappingStartEvent:
            raise self._trouble(root, "notes.front_no_mapping")
        found: dict[str, Entry] = {}
        key: Any
        while type(key := next(self.events)) is not yaml.MappingEndEvent:
            if type(key) is not yaml.ScalarEvent:
                raise self._trouble(key, "notes.front_key")
            if key.value in found:
                raise self._trouble(key, "notes.front_twice", key=key.value, first=str(found[key.value].line))
            found[key.value] = self._entry(key)
        end = self._end(key)
        if (second := self._next_node()) is not None:
            raise self._trouble(second, "notes.front_no_mapping")
        return Entries(tuple(found.values()), bool(root.flow_style), _column(root), end)

    def _next_node(self) -> Any:
        """Return the first event of the next document, None when there is no further one."""
        import yaml

        passing = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)
        return next((event for event in self.events if type(event) not in passing), None)

    def _entry(self, key: Any) -> Entry:
        import yaml

        first = event = next(self.events)
        texts: list[str] = []
        depth = 0
        while True:
            if type(event) is yaml.ScalarEvent:
                texts.append(event.value)
            else:
                depth += -1 if type(event) in (yaml.SequenceEndEvent, yaml.MappingEndEvent) else 1
            if depth == 0:
                break
            event = next(self.events)
        begin, end = self.place.begin + first.start_mark.index, self._end(event)
        begin += _length_of_properties(self.text[begin:end])
        end = begin + len(self.text[begin:end].rstrip())
        value = _value(first, tuple(texts))
        return Entry(key.value, value, begin, end, self._line(key))

    def _checked(self, found: Iterator[Any]) -> Iterator[Any]:
        """Pass events on; aliases and depth end the reading."""
        import yaml

        depth = 0
        for event in found:
            kind = type(event)
            if kind is yaml.AliasEvent:
                raise self._trouble(event, "notes.front_alias")
            if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                depth += 1
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                depth -= 1
            if depth > DEPTH:
                raise self._trouble(event, "notes.front_deep", most=str(DEPTH))
            yield event

    def _end(self, event: Any) -> int:
        end: int = self.place.begin + event.end_mark.index
        return end

    def _line(self, event: Any) -> int:
        line: int = event.start_mark.line + 1
        return line + _before(self.text, self.place)

    def _trouble(self, event: Any, key: str, /, **facts: str) -> TroubledError:
        return TroubledError(Trouble(key, self._line(event), tuple(facts.items())))


def _column(event: Any) -> int:
    column: int = event.start_mark.column
    return column


def _length_of_properties(text: str) -> int:
    found = PROPERTIES.match(text)
    return found.end() if found else 0


def _value(first: Any, texts: tuple[str, ...]) -> Value:
    import yaml

    if type(first) is yaml.ScalarEvent:
        return Value(first.style or "", texts)
    return Value("[", texts) if type(first) is yaml.SequenceStartEvent else Value("{", ())
