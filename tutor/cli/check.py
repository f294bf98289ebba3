"""`tutor check [PATH]`: what is wrong with the course, for authors and CI alike."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tutor.text.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.syllabus.load import Loaded
    from tutor.syllabus.model import Problem
    from tutor.text import Language


def run(root: Path, *, json: bool, language: Language, only: str = "") -> int:
    """Check the course in `root`, print its problems on stdout and a last line on stderr; return 0 or 1.

    `only` narrows what is printed to one file or folder, relative to `root`; the rest of the course is
    read all the same, because files refer to each other.
    """
    from tutor.syllabus.check import examine
    from tutor.syllabus.load import load

    loaded = load(root)
    found = [problem for problem in examine(loaded) if _meant(problem, only)]
    if json:
        print_json(found, language)
    else:
        print_lines(found, language)
        print(_summary(loaded, len(found), language), file=sys.stderr)
    return 1 if found else 0


def content_of(path: Path) -> tuple[Path, str]:
    """Return the content folder that `path` is or lies in, and the rest of the path ("" for all).

    The folder is the nearest one upward that holds course.yaml; without one, `path` itself.
    """
    absolute = path.absolute()
    for folder in (absolute, *absolute.parents):
        if (folder / "course.yaml").is_file():
            rest = absolute.relative_to(folder).as_posix()
            return folder, "" if rest == "." else rest
    return absolute, ""


def print_lines(problems: list[Problem], language: Language) -> None:
    """Print one line per problem, as compilers do."""
    from tutor.syllabus.sentences import line

    for problem in problems:
        print(line(problem, language))


def print_json(problems: list[Problem], language: Language) -> None:
    """Print one JSON object with all problems."""
    from json import dumps

    print(dumps({"problems": [as_json(problem, language) for problem in problems]}, ensure_ascii=False, indent=2))


def as_json(problem: Problem, language: Language) -> dict[str, Any]:
    """Return a problem with its names in `--json`."""
    from tutor.syllabus.sentences import sentence

    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "message": sentence(problem, language),
    }


def _meant(problem: Problem, only: str) -> bool:
    return not only or problem.file == only or problem.file.startswith(f"{only.rstrip('/')}/")


def _summary(loaded: Loaded, count: int, language: Language) -> str:
    cards = sum(len(lesson.cards) for lesson in loaded.lessons)
    facts = {"lessons": len(loaded.lessons), "cards": cards, "count": count}
    return say("problem.some" if count else "problem.none", language, **facts)
