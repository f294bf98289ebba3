"""`tutor check [PATH]`: what is wrong with the course, for authors and CI alike."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tutor.syllabus.coverage import Gap
    from tutor.syllabus.load import Loaded
    from tutor.syllabus.model import Problem
    from tutor.text import Language


def run(root: Path, *, json: bool, language: Language, only: str = "", coverage: bool = False) -> int:
    """Check the course in `root`, print its problems on stdout and a last line on stderr; return 0 or 1.

    `only` narrows what is printed to one file or folder, relative to `root`; the rest of the course is
    read all the same, because files refer to each other. `coverage` adds what the course does not teach
    yet, which is no problem of a file.
    """
    from tutor.syllabus.check import examine
    from tutor.syllabus.load import load

    loaded = load(root)
    found = [problem for problem in examine(loaded) if _meant(problem, only)]
    missing = _missing(loaded) if coverage else None
    if json:
        print_json(found, language, missing)
    else:
        print_lines(found, language)
        for line in _told(missing, language) if missing is not None else ():
            print(line)
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


def print_json(problems: list[Problem], language: Language, missing: tuple[Gap, ...] | None = None) -> None:
    """Print one JSON object with all problems, and what is missing when that was asked."""
    from json import dumps

    shown: dict[str, Any] = {"problems": [as_json(problem, language) for problem in problems]}
    if missing is not None:
        shown["missing"] = [{"kind": gap.kind, "name": gap.name, "part": gap.part or None} for gap in missing]
    print(dumps(shown, ensure_ascii=False, indent=2))


def _missing(loaded: Loaded) -> tuple[Gap, ...]:
    from tutor.syllabus.coverage import gaps

    return gaps(loaded)


def _told(missing: tuple[Gap, ...], language: Language) -> Iterator[str]:
    """Yield a line for each sort of gap in each part, or one that says that nothing is missing."""
    grouped: dict[tuple[int, str], list[str]] = {}
    for gap in missing:
        grouped.setdefault((gap.part, gap.kind), []).append(gap.name)
    for (part, kind), names in sorted(grouped.items()):
        where = say("coverage.part", language, part=part) if part else say("coverage.anywhere", language)
        yield f"{where} {say(f'coverage.{kind}', language, n=len(names), names=' '.join(names))}"
    if not grouped:
        yield say("coverage.complete", language)


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
