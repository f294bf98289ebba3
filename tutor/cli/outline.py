"""`tutor learn`: the course as a tree, and the lesson that is taken from it."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tutor.cli.desk import Desk, open_desk
from tutor.errors import NotFoundError
from tutor.memory.fields import mastery
from tutor.memory.state import NEW, Memory
from tutor.reports.outline import Known, LessonLine, Outline, outline
from tutor.store.pace import seconds_a_card
from tutor.store.progress import progress
from tutor.syllabus.model import Course
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.cli.environment import Environment
    from tutor.reports.outline import Next
    from tutor.syllabus.model import Lesson
    from tutor.text import Text

CHROME = 10  # rows of the screen that are not the tree


def learn(environment: Environment, name: str, *, as_json: bool) -> None:
    """Show the outline, or take the lesson that `name` means; on the way back the outline is shown again."""
    with open_desk(environment, write=not as_json) as desk:
        if as_json:
            print(_json(look(desk), name))
            return
        if desk.library.has_problems():
            print(say("today.problems", environment.language), file=sys.stderr)
        if environment.plain:
            _in_lines(desk, name)
            return
        from tutor.cli.welcome import welcome

        greeted = desk if name else welcome(desk)
        if greeted is not None:
            _on_screen(greeted, name)


def look(desk: Desk) -> Outline:
    """Return the course as a tree with what the learner did in it."""
    return _outline(desk, known(desk))


def _outline(desk: Desk, known: Mapping[str, Known], lessons: Sequence[Lesson] | None = None) -> Outline:
    library, events = desk.library, desk.journal.connection
    course = Course(library.name(), library.parts())
    taught = library.taught() if lessons is None else lessons
    return outline(course, taught, progress(events), known, seconds_a_card(events))


def upcoming(desk: Desk, lessons: Sequence[Lesson] | None = None) -> Next | None:
    """Return the recommended lesson (of `lessons`, when they were read already).

    All cards are looked at only when every lesson is done.
    """
    found = _outline(desk, {}, lessons).next
    return look(desk).next if found is not None and found.reason == "weakest" else found


def known(desk: Desk) -> dict[str, Known]:
    """Return mean mastery without suspended cards, cards and met cards of every lesson that has cards."""
    rows = desk.library.search()
    states = desk.journal.states([row.id for row in rows])
    levels: dict[str, list[float]] = {}
    met: dict[str, int] = {}
    for row in rows:
        state = states.get(row.id, NEW)
        if not state.suspended:
            levels.setdefault(row.lesson, []).append(mastery(state))
            met[row.lesson] = met.get(row.lesson, 0) + isinstance(state.memory, Memory)
    return {lesson: Known(sum(level) / len(level), len(level), met[lesson]) for lesson, level in sorted(levels.items())}


def _on_screen(desk: Desk, name: str) -> None:
    """Walk between the outline and its lessons until the learner leaves."""
    from tutor.cli.learn import take
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.outline.loop import run
    from tutor.ui.outline.plain import named
    from tutor.ui.outline.tree import opened

    found = named(look(desk), name) if name else None
    language, terminal = desk.environment.language, terminal_of(desk.environment)
    part = None if found is None or isinstance(found, LessonLine) else found.number
    lesson = found.id if isinstance(found, LessonLine) else ""
    while True:
        if lesson and take(desk, lesson) != "outline":
            return
        tree = opened(look(desk), language, terminal.size()[1] - CHROME, part)
        chosen = run(tree, terminal, look_of(desk.environment))
        lesson, language, part = chosen.lesson, chosen.tree.language, None
        desk = replace(desk, environment=replace(desk.environment, language=language))
        if not lesson:
            return


def _in_lines(desk: Desk, name: str) -> None:
    """Print the tree and read a line: a lesson, a part, or nothing for what is recommended."""
    from tutor.cli.learn import take
    from tutor.cli.review import read_line
    from tutor.ui.outline import plain

    language = desk.environment.language
    found = plain.named(look(desk), name) if name else None
    part = None if found is None or isinstance(found, LessonLine) else found.number
    if isinstance(found, LessonLine) and take(desk, found.id) != "outline":
        return
    tree = look(desk)
    print("\n".join(plain.lines(tree, language, part)))
    while (line := read_line(plain.prompt(tree, language, part))) is not None:
        try:
            meant = plain.meant(tree, line, part)
        except NotFoundError as error:
            print(say(error.key, language, **error.facts))
            continue
        if meant is None:
            return
        if isinstance(meant, LessonLine):
            if take(desk, meant.id) != "outline":
                return
            tree, part = look(desk), None
        else:
            part = meant.number
        print("\n".join(plain.lines(tree, language, part)))


def _json(tree: Outline, name: str) -> str:
    """Return the lessons, those of one lesson or part when it is named, with what comes next."""
    from json import dumps

    from tutor.ui.outline.plain import named

    wanted = named(tree, name) if name else None
    lessons = tree.lessons if wanted is None else (wanted,) if isinstance(wanted, LessonLine) else wanted.lessons
    found = tree.next
    following = None if found is None else {"lesson": found.lesson.id, "why": found.reason}
    return dumps({"lessons": [_fields(lesson) for lesson in lessons], "next": following}, ensure_ascii=False, indent=2)


def _fields(lesson: LessonLine) -> dict[str, Any]:
    return {
        "id": lesson.id,
        "part": lesson.part,
        "title": _both(lesson.title),
        "state": lesson.stands,
        "step": lesson.at,
        "steps": lesson.steps,
        "times_done": lesson.times_done,
        "minutes": lesson.minutes,
        "mastery_level": round(lesson.known.mastery, 2),
        "cards": lesson.known.cards,
        "met": lesson.known.met,
        "needs": list(lesson.needs),
        "missing": list(lesson.missing),
        "covers": [item.id for item in lesson.covers],
        "tags": list(lesson.tags),
    }


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
