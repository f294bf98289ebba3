"""Tests whose docstring is the input: YAML, then the expected problems as `=> line:column rule`.

`@of_lesson` reads the docstring as the file 2-families/tiny.yaml, `@of_card` as one card in such a
file (lines count from the card). The test gets what was read and may claim more about it.
"""

from __future__ import annotations

from functools import wraps
from inspect import getdoc
from typing import TYPE_CHECKING

from tutor.syllabus.lessons import read_lesson

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.syllabus.source import LessonFile

FILE = "2-families/tiny.yaml"
HEAD = 'lesson: tiny\ntitle: "T"\ncards:\n'


def split(document: str) -> tuple[str, list[str]]:
    """Return the YAML and the expected problems of a docstring."""
    lines = document.splitlines()
    yaml = "\n".join(line for line in lines if not line.startswith("=>"))
    return yaml + "\n", [line.removeprefix("=>").strip() for line in lines if line.startswith("=>")]


def found(file: LessonFile, skip: int = 0) -> list[str]:
    """Return the problems of a file as `line:column rule`."""
    problems = sorted(file.problems, key=lambda p: (p.line, p.column, p.rule))
    return [f"{p.line - skip}:{p.column} {p.rule}" for p in problems]


def of_lesson(test: Callable[[LessonFile], None]) -> Callable[[], None]:
    """Turn a test of a lesson file into one without arguments."""
    return _example(test, "", 0)


def of_card(test: Callable[[LessonFile], None]) -> Callable[[], None]:
    """Turn a test of one card into one without arguments."""
    return _example(test, HEAD, HEAD.count("\n"))


def _example(test: Callable[[LessonFile], None], head: str, skip: int) -> Callable[[], None]:
    @wraps(test)
    def run() -> None:
        yaml, expected = split(getdoc(test) or "")
        file = read_lesson((head + yaml).encode(), FILE)
        got = found(file, skip)
        assert got == expected, (
            f"found\n{chr(10).join(got)}\nmissing {set(expected) - set(got)} beyond {set(got) - set(expected)}"
        )
        test(file)

    del run.__wrapped__  # or pytest would look for a fixture called `file`
    return run
