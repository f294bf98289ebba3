"""The outline on a whole screen: what is recommended, the tree, what is known of the row pointed at, the keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.reports.outline import LessonLine, PartLine
from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, Span, beside, cut, flow, indent, line, measure, paragraph, rule
from tutor.ui.outline import words
from tutor.ui.outline.tree import key_of, pointed, rows
from tutor.ui.phrases import bar

if TYPE_CHECKING:
    from tutor.reports.outline import Stands
    from tutor.text import Language
    from tutor.ui.outline.tree import Row, Tree
    from tutor.ui.theme import Role

WIDEST = 76
STACKED = 56  # cells below which a lesson's figures stand under its title
LOW, HIGH = 14, 20  # rows below which only the tree is shown; from which the details keep their place
SPARE = 32  # rows from which a narrow screen has room for the details too
DETAILS = 3
BAR = 8
FIGURES = 9  # cells for where a lesson stands: "step 12/19" is cut only beyond nine steps of three digits
GAP = 3
MARKS: dict[Stands, tuple[str, Role]] = {"new": ("○", "dim"), "begun": ("◐", "accent"), "done": ("●", "right")}


@dataclass(frozen=True, slots=True)
class Page:
    """A screen of exactly so many lines, and where the cursor of the search field stands."""

    lines: tuple[Line, ...]
    cursor: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """The text's place on a terminal: its cells, its margin, and the rows there are."""

    columns: int
    margin: int
    rows: int

    @classmethod
    def of(cls, size: tuple[int, int]) -> Room:
        """Return the room on a terminal of that size."""
        columns, height = size
        margin = max(2, (columns - WIDEST) // 2) if columns >= 32 else 0
        return cls(max(2, min(WIDEST, columns - 2 * margin)), margin, height)


def compose(tree: Tree, size: tuple[int, int]) -> Page:
    """Return the screen of a tree."""
    room = Room.of(size)
    top = [*_head(tree, room), *(_recommended(tree, room) if room.rows >= LOW else [])]
    if tree.typing or tree.field.text:
        top = [*_head(tree, room), _search(tree, room)]
    below = _details(tree, room) if room.rows >= (LOW if room.columns >= STACKED else SPARE) else []
    keys = _keys(tree, room)
    height = max(1, room.rows - len(top) - len(below) - 1 - len(keys))
    body, here = _help(tree, room) if tree.help else _body(tree, room)
    start = _start(len(body), here, height)
    seen = body[start : start + height]
    cue = _cue(start, max(0, len(body) - start - height), room, tree.language)
    whole = [*top, *seen, *[BLANK] * (height - len(seen)), *below, cue, *keys]
    shown = tuple(indent(cut(spans, room.columns), room.margin) for spans in whole)[: room.rows]
    return Page(shown, _cursor(tree, room) if tree.typing and not tree.help else None)


def _head(tree: Tree, room: Room) -> list[Line]:
    """Return the course's name, how many lessons are done, and that share as a rule."""
    lessons = tree.outline.lessons
    done = sum(lesson.done for lesson in lessons)
    name = tree.outline.name.lines(tree.language)[0] or say("learn.title", tree.language)
    told = say("learn.done_of", tree.language, done=done, all=len(lessons)) if lessons else ""
    full, rest = bar(done / len(lessons) if lessons else 0.0, room.columns)
    head = beside(line((name, "title")), line((told, "dim")), room.columns)
    return [head, (Span(full, "accent"), Span(rest, "rule"))]


def _recommended(tree: Tree, room: Room) -> list[Line]:
    """Return the recommended lesson and why, between empty lines where there is room."""
    found = tree.outline.next
    air = [BLANK] if room.rows >= HIGH else []
    if found is None:
        return [*air, *paragraph(say("learn.no_lessons", tree.language), room.columns, "dim"), *air]
    lead = line((f"{say(f'learn.{found.reason}', tree.language)}  ", "accent"))
    heading = paragraph(words.title(found.lesson, tree.language), room.columns, "strong", lead)
    reason = paragraph(words.why(found, tree.language), room.columns, "dim")
    return [*air, *heading, *reason, *air]


def _search(tree: Tree, room: Room) -> Line:
    """Return the search field."""
    return (*_prompt(tree), Span(_window(tree, room)[0], "strong"))


def _window(tree: Tree, room: Room) -> tuple[str, int]:
    """Return the part of what is searched for that fits, and the cursor's column in it."""
    return tree.field.window(max(2, room.columns - measure(_prompt(tree)) - 1))


def _prompt(tree: Tree) -> Line:
    return line((f"{say('learn.search', tree.language)} ", "accent"), ("/ ", "key"))


def _cursor(tree: Tree, room: Room) -> tuple[int, int]:
    return 2, room.margin + measure(_prompt(tree)) + _window(tree, room)[1]


def _body(tree: Tree, room: Room) -> tuple[list[Line], tuple[int, int]]:
    """Return the rows as lines, and which lines (first, last) the pointed row fills."""
    told: list[Line] = []
    here = (0, 0)
    for row in rows(tree):
        drawn = _part(tree, row, room) if isinstance(row, PartLine) else _lesson(tree, row, room)
        if key_of(row) == tree.cursor:
            here = (len(told), len(told) + len(drawn) - 1)
        told += drawn
    if not told:
        told = paragraph(say("learn.found_nothing", tree.language), room.columns, "dim")
    return told, here


def _pointer(tree: Tree, row: Row) -> Span:
    return Span("▸ " if key_of(row) == tree.cursor else "  ", "mark")


def _part(tree: Tree, part: PartLine, room: Room) -> list[Line]:
    """Return a part with how many of its lessons are done; one without lessons stays calm."""
    fold = " " if not part.lessons else "+" if part.number in tree.closed and not tree.field.text else "−"
    lead = (_pointer(tree, part), Span(f"{fold} {part.number}  ", "dim"))
    if not part.lessons:
        right = line((say("learn.soon", tree.language), "dim"))
    else:
        key = "learn.part_done" if room.columns >= STACKED else "learn.part_done_short"
        right = line((say(key, tree.language, done=part.done, all=len(part.lessons)), "dim"))
    role: Role = "title" if part.lessons else "dim"
    return _beside(words.title(part, tree.language), role, lead, right, room)


def _lesson(tree: Tree, lesson: LessonLine, room: Room) -> list[Line]:
    """Return a lesson: its mark, title, where it stands, and its mastery once a card was met."""
    mark, role = MARKS[lesson.stands]
    lead = (_pointer(tree, lesson), Span("   "), Span(f"{mark} ", role))
    told: Role = "strong" if key_of(lesson) == tree.cursor else "dim" if lesson.missing else "plain"
    status = words.stands(lesson, tree.language)
    space = Span(" " * max(0, FIGURES - measure(line(status))))
    figures: Line = (space, Span(status, "dim"), Span("  "), *_mastery(lesson, room))
    if room.columns >= STACKED:
        return _beside(words.title(lesson, tree.language), told, lead, figures, room)
    heading = paragraph(words.title(lesson, tree.language), room.columns, told, lead)
    below: Line = (Span(" " * measure(lead)), Span(f"{status}  ", "dim"), *_mastery(lesson, room))
    return [*heading, below]


def _mastery(lesson: LessonLine, room: Room) -> Line:
    if not lesson.known.met:
        return (Span(" " * (BAR + 5)),) if room.columns >= STACKED else BLANK
    full, rest = bar(lesson.known.mastery, BAR)
    return (Span(full, "accent"), Span(rest, "rule"), Span(f" {lesson.known.mastery:.2f}"))


def _beside(text: str, role: Role, lead: Line, right: Line, room: Room) -> list[Line]:
    """Return a title in as many lines as it needs, with `right` at the edge of the first."""
    space = room.columns - measure(right) - 2
    first, *rest = paragraph(text, max(measure(lead) + 8, space), role, lead)
    return [beside(first, right, room.columns), *rest]


def _details(tree: Tree, room: Room) -> list[Line]:
    """Return what is known of the row pointed at, always as many lines on a high screen."""
    told: list[Line] = []
    row = pointed(tree)
    if isinstance(row, LessonLine) and not tree.help:
        for text, most in ((words.needs(tree.outline, row, tree.language), 1), (words.covers(row, tree.language), 2)):
            told += _at_most(paragraph(text, room.columns, "dim"), most, room) if text else []
    elif isinstance(row, PartLine) and row.items and not tree.help:
        told = paragraph(say("learn.items", tree.language, items=row.items), room.columns, "dim")
    told = told[:DETAILS]
    if room.rows < HIGH:
        return told
    return [BLANK, *told, *[BLANK] * (DETAILS - len(told))]


def _at_most(told: list[Line], most: int, room: Room) -> list[Line]:
    """Return so many lines at most; the last one tells that more was cut."""
    if len(told) <= most:
        return told
    last = cut((*told[most - 1], Span(" …", "dim")), room.columns)
    return [*told[: most - 1], last]


def _start(count: int, here: tuple[int, int], height: int) -> int:
    """Return the first visible line: the pointed row stays in view, in the middle where it can."""
    most = max(0, count - height)
    middle = (here[0] + here[1]) // 2 - height // 2
    return min(max(middle, here[1] - height + 1, 0), most, here[0])


def _cue(above: int, below: int, room: Room, language: Language) -> Line:
    """Return the rule above the keys; it tells how many lines are out of sight."""
    told = "  ".join(part for part in (f"↑ {above}" if above else "", f"↓ {below}" if below else "") if part)
    if not told:
        return rule(room.columns)
    text = f" {told} {say('screen.lines', language)} "
    side = max(0, room.columns - measure(line(text)) - 2)
    return (Span("─" * side, "rule"), Span(text, "accent"), Span("──", "rule"))


def _keys(tree: Tree, room: Room) -> list[Line]:
    """Return the keys of the moment, those that fit, in at most two rows; the way out is never cut."""
    enter, esc = (say(f"screen.key_{key}", tree.language) for key in ("enter", "esc"))
    if tree.help:
        last, others = [(esc, "screen.do_back")], []
    elif tree.typing or tree.field.text:
        last, others = [(esc, "learn.do_clear")], [("↑↓", "learn.do_move"), (enter, "learn.do_open")]
    else:
        last = [("?", "screen.do_help"), ("q", "screen.do_leave")]
        others = [("c", "learn.do_continue")] if tree.outline.next else []
        others += [(enter, "learn.do_open"), ("↑↓", "learn.do_move"), ("/", "learn.do_search")]
        others += [("←→", "learn.do_fold"), ("L", "screen.do_language")]
    most = 2 if room.columns < STACKED and room.rows >= HIGH else 1
    end = [line((key, "key"), (f" {say(does, tree.language)}", "dim")) for key, does in last]
    kept: list[Line] = []
    for key, does in others:
        item = line((key, "key"), (f" {say(does, tree.language)}", "dim"))
        if len(flow([*kept, item, *end], room.columns, GAP)) <= most:
            kept.append(item)
    return flow([*kept, *end], room.columns, GAP)[:most]


def _help(tree: Tree, room: Room) -> tuple[list[Line], tuple[int, int]]:
    """Return every key with what it does."""
    enter = say("screen.key_enter", tree.language)
    table = [("c", "learn.help_continue"), (enter, "learn.help_open"), ("← →", "learn.help_fold")]
    table += [("1-9", "learn.help_part"), ("/", "learn.help_search"), ("L", "screen.do_language_long")]
    wide = max(measure(line(key)) for key, _ in table) + 2
    told: list[Line] = [BLANK]
    for key, does in table:
        lead = line((key, "key"), " " * (wide - measure(line(key))))
        told += paragraph(say(does, tree.language), room.columns, lead=lead)
    told += [BLANK, *paragraph(say("learn.help_marks", tree.language), room.columns, "dim")]
    return told, (0, 0)
