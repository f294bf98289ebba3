"""YAML files as a small tree of our own: scalars as raw text, sequences, mappings, each with its place.

Built from the event stream as it comes, so that a bomb of brackets or aliases is refused at the event
that shows it: composing 50 000 nested `[` with the C loader kills the process (measured). Nothing is
guessed: `no` is a text, 2.10 is not 2.1. This module knows nothing about courses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from tutor.syllabus.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DEPTH = 30
LARGEST = 2 * 1024 * 1024  # bytes; the longest lesson has 60 KiB


class Scalar(NamedTuple):
    """A text as written; `style` is its quote (`"`, `'`, `|`, `>`) or empty for a plain one.

    `exact` tells that the source holds the same characters in one line, so that an offset in the
    text is an offset in the line. A tuple, since a course has 100 000 of them and a frozen
    dataclass takes 2.4 times as long to make (measured).
    """

    text: str
    style: str
    line: int
    column: int
    exact: bool = False

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character `offset`, or of the scalar when it cannot be told."""
        if self.exact:
            return self.line, self.column + offset + bool(self.style)
        if self.style == "|":
            return self.line + 1 + self.text.count("\n", 0, offset), 1
        return self.line, self.column


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Pairs of a scalar key and a node, every key once."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class RefusedError(Exception):
    """The file cannot be a tree: the reason as a problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def read(source: bytes, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the tree of one YAML document and what is wrong with it; never raises for its content.

    The tree is None when the file cannot be read at all; a repeated key only loses its repetition.
    """
    try:
        builder = _Builder(file)
        return builder.tree(events(_decoded(source, file), file)), tuple(builder.problems)
    except RefusedError as refused:
        return None, (refused.problem,)


def _decoded(source: bytes, file: str) -> str:
    if len(source) > LARGEST:
        raise RefusedError(Problem(file, 1, 1, "file-too-large", (("most", f"{LARGEST // 1024 // 1024} MiB"),)))
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = source[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        raise RefusedError(Problem(file, before.count(b"\n") + 1, column, "file-not-utf8")) from None
    if not text.strip():
        raise RefusedError(Problem(file, 1, 1, "file-empty"))
    return text


def events(text: str, file: str) -> Iterator[Any]:
    """Yield the parser's events; a fault of the syntax raises `RefusedError` with its place.

    The parser is asked itself: `yaml.parse` would put one more generator between (measured: 15 % of the reading).
    """
    import yaml

    parser: Any = None
    try:
        parser = yaml.CSafeLoader(text)
        while (event := parser.get_event()) is not None:
            yield event
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if error.position > 0 else text.partition("\x00")[0]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise RefusedError(Problem(file, line, column, "yaml-character")) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = (("reason", str(error.problem or error.context)),)
        raise RefusedError(Problem(file, line, column, "yaml-syntax", reason)) from None
    finally:
        if parser is not None:
            parser.dispose()


class _Builder:
    """Turns events into nodes with a stack of its own, so that depth costs no recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.stack: list[tuple[Any, list[Node]]] = []  # the first event of what is open, and its nodes
        self.documents: list[Node] = []

    def tree(self, events: Iterable[Any]) -> Node | None:
        import yaml

        takers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.MappingEndEvent: self._close_mapping,
            yaml.SequenceStartEvent: self._open,
            yaml.SequenceEndEvent: self._close_sequence,
            yaml.AliasEvent: self._alias,
        }
        for event in events:
            taker = takers.get(type(event))
            if taker is not None:
                taker(event)
        if not self.documents:
            raise self._refusal(None, "file-empty")
        return self.documents[0]

    def _scalar(self, event: Any) -> None:
        self._check(event)
        node = _scalar(event)
        if self.stack:
            self.stack[-1][1].append(node)
        else:
            self._add(node, event)

    def _open(self, event: Any) -> None:
        self._check(event)
        if len(self.stack) >= DEPTH:
            raise self._refusal(event, "yaml-depth", most=str(DEPTH))
        self.stack.append((event, []))

    def _close_mapping(self, _: Any) -> None:
        start, nodes = self.stack.pop()
        self._add(self._mapping(start, nodes), start)

    def _close_sequence(self, _: Any) -> None:
        start, nodes = self.stack.pop()
        self._add(Sequence(tuple(nodes), *_place(start)), start)

    def _alias(self, event: Any) -> None:
        raise self._refusal(event, "yaml-alias")

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            raise self._refusal(event, "yaml-alias")
        if event.tag is not None:
            raise self._refusal(event, "yaml-tag")

    def _add(self, node: Node, event: Any) -> None:
        if self.stack:
            self.stack[-1][1].append(node)
        elif self.documents:
            raise self._refusal(event, "yaml-documents")
        else:
            self.documents.append(node)

    def _mapping(self, start: Any, nodes: list[Node]) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise RefusedError(Problem(self.file, key.line, key.column, "yaml-key"))
            if key.text in pairs:
                facts = (("name", key.text), ("line", str(pairs[key.text][0].line)))
                self.problems.append(Problem(self.file, key.line, key.column, "key-twice", facts))
            else:
                pairs[key.text] = (key, value)
        return Mapping(tuple(pairs.values()), *_place(start))

    def _refusal(self, event: Any, rule: str, **facts: str) -> RefusedError:
        line, column = _place(event) if event is not None else (1, 1)
        return RefusedError(Problem(self.file, line, column, rule, tuple(facts.items())))


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _scalar(event: Any) -> Scalar:
    start, end, text, style = event.start_mark, event.end_mark, event.value, event.style or ""
    line, column = start.line, start.column
    length = len(text) + 2 * (style in ("'", '"'))
    exact = style not in ("|", ">") and line == end.line and end.column - column == length
    return Scalar(text, style, line + 1, column + 1, exact)
