"""Today at a glance, printed: what is due, how far each part is, the days studied, an idea, what to do next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tutor.questions.template import fill
from tutor.reports.today import EVIDENCE as ENOUGH
from tutor.text.words import say
from tutor.ui.lines import (
    BLANK,
    Line,
    Span,
    beside,
    clean,
    cut,
    flow,
    indent,
    line,
    measure,
    pad,
    paragraph,
    spaced,
    text_of,
)
from tutor.ui.outline import words
from tutor.ui.phrases import bar, part_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.reports.outline import Next
    from tutor.reports.today import Idea, PartMastery, Today
    from tutor.text import Language, Text
    from tutor.ui.theme import Role

MARGIN = 2
WIDEST = 76
STACKED = 52  # cells below which a part's bar stands under its title
BAR, LEAST_BAR = 24, 12
ROUND_BAR = 7  # cells of a row that are neither title nor bar nor figures
LEAST_COUNT = 7  # cells of "cards met": most parts of a course have fewer than 1000
IDEAS: dict[str, Role] = {"joke": "due", "analogy": "notice", "deeper": "accent"}
EMOJI = {"joke": "😄", "analogy": "💡", "deeper": "🔍", "question": "🧩", "done": "🎉"}


def lines(
    today: Today, language: Language, columns: int, rows: int | None = None, *, keys: bool = False, emoji: bool = False
) -> list[Line]:
    """Return the screen in lines of at most `columns` cells, if possible fewer than `rows` of them.

    `keys` tells which keys start something, `emoji` lets some headings begin with one.
    """
    room = max(2, min(WIDEST, columns - 2 * MARGIN))
    head, due = _head(today, language, room), _due(today, language, room, emoji=emoji)
    parts, past = _parts(today, language, room), [*_days(today, language, room), *_weakest(today, language, room)]
    thought = _idea(today.idea, language, room, emoji=emoji) if today.idea else []
    then = _next(today, language, room, keys=keys, emoji=emoji)
    start = _keys(today, language, room, named=room >= STACKED) if keys and today.waits else then
    ways = [
        [BLANK, *spaced([head, due, parts, past, thought, then])],
        spaced([[*head, *due], parts, past, thought, then]),
        spaced([[*head, *due], parts, past, thought, start]),
        spaced([[*head, *due], parts, [*past, *thought], start]),
        spaced([[*head, *due], parts, past, then]),
        spaced([[*head, *due], parts, past, start]),
        spaced([[*head, *due], _brief(today), past, start]),
        spaced([[*head, *due], _brief(today), _days(today, language, room), start]),
    ]
    chosen = next((told for told in ways if rows is None or len(told) < rows), ways[-1] if keys else ways[0])
    return [cut(indent(spans, MARGIN), columns) for spans in chosen]


def _marked(name: str, *, emoji: bool) -> str:
    return f"{EMOJI[name]} " if emoji else ""


def _head(today: Today, language: Language, room: int) -> list[Line]:
    day = date.fromordinal(today.day).isoformat()
    return [
        beside(line((say("screen.today", language), "title")), line((day, "dim")), room),
        line(("─" * room, "rule")),
    ]


def _due(today: Today, language: Language, room: int, *, emoji: bool) -> list[Line]:
    """Return what a session would hold now, and calmly what waits beyond it."""
    if not today.waits:
        key = "screen.today_done" if today.answered_today else "screen.today_free"
        mark = _marked("done", emoji=emoji) if today.answered_today else ""
        told = paragraph(mark + say(key, language, n=today.answered_today), room, "strong")
        return [*told, *(paragraph(say("today.all_met", language), room, "dim") if today.all_met else [])]
    told = paragraph(_held(today, language), room, "strong")
    more = [say("screen.today_waiting", language, n=today.waiting - today.due)] if today.waiting > today.due else []
    more += [say("screen.today_answered", language, n=today.answered_today)] if today.answered_today else []
    more += [say("today.no_pace", language)] if today.pace.answers < ENOUGH else []
    return [*told, *paragraph((" " if language == "en" else "").join(more), room, "dim")] if more else told


def _held(today: Today, language: Language) -> str:
    """Return how much there is and how long it takes, as a range where the learner's sessions tell one."""
    found = [say(f"today.{name}", language, n=n) for name, n in (("due", today.due), ("new", today.new)) if n]
    low, high = today.between or (today.minutes, today.minutes)
    if low < high:
        found.append(say("today.range", language, low=low, high=high))
    else:
        found.append(say("today.minute" if today.minutes == 1 else "today.minutes", language, n=today.minutes))
    comma, stop = (", ", ".") if language == "en" else ("，", "。")
    return comma.join(found) + stop


def _parts(today: Today, language: Language, room: int) -> list[Line]:
    """Return a bar of mastery for each part that has cards."""
    parts = [part for part in today.parts if part.cards]
    if not parts:
        return []
    titles = [clean(part.title.lines(language)[0]) for part in parts]
    widest = max(measure(line(title)) for title in titles)
    counts = [f"{part.met}/{part.cards}" for part in parts]
    figures = [_figures(part, count, max(map(len, counts))) for part, count in zip(parts, counts, strict=True)]
    rows: list[Line] = []
    for part, title, told in zip(parts, titles, figures, strict=True):
        rows += _stacked(part, title, told, room) if room < STACKED else [_row(part, title, told, widest, room)]
    return rows


def _figures(part: PartMastery, count: str, size: int) -> Line:
    """Return mastery and cards met, as wide in every row."""
    return line((f"{part.mastery:.2f}", "strong"), (f"  {count:<{max(size, LEAST_COUNT)}}", "dim"))


def _row(part: PartMastery, title: str, figures: Line, widest: int, room: int) -> Line:
    """Return number, title, bar, mastery and cards met in one line."""
    around = ROUND_BAR + measure(figures)
    cells = min(BAR, max(LEAST_BAR, room - widest - around))
    titles = min(widest, room - cells - around)
    full, rest = bar(part.mastery, cells)
    padded = [(span.text, span.role) for span in pad(line(title), titles)]
    head = line((f"{part_mark(part.number)}  ", "dim"), *padded, "  ")
    return (*head, Span(full, "accent"), Span(rest, "rule"), Span("  "), *figures)


def _stacked(part: PartMastery, title: str, told: Line, room: int) -> list[Line]:
    """Return the title, and the bar below it."""
    head = paragraph(title, room, lead=line((f"{part_mark(part.number)}  ", "dim")))
    figures = (Span("  "), *told)
    beside_bar = room - 3 - measure(figures)
    full, rest = bar(part.mastery, beside_bar if beside_bar >= 8 else room - 3)
    drawn: Line = (Span("   "), Span(full, "accent"), Span(rest, "rule"))
    return [*head, (*drawn, *figures)] if beside_bar >= 8 else [*head, drawn, (Span(" "), *figures)]


def _brief(today: Today) -> list[Line]:
    """Return number, bar and mastery of each part, for a screen that has no room for titles."""
    shown = [part for part in today.parts if part.cards]
    drawn = [(part_mark(part.number), f"{part.mastery:.2f}", bar(part.mastery, BAR)) for part in shown]
    return [
        line((f"{mark}  ", "dim"), (full, "accent"), (rest, "rule"), (f"  {mastery}", "strong"))
        for mark, mastery, (full, rest) in drawn
    ]


def _days(today: Today, language: Language, room: int) -> list[Line]:
    """Return thirty dots, today last, and how much would be recalled now; a day without study is a pale dot."""
    marks = [Span("●", "accent") if studied else Span("·", "dim") for studied in today.studied]
    if not marks:
        return []
    label = line((say("screen.today_studied", language), "accent"), "  ")
    said = line((f"  {say('today.days', language, n=sum(today.studied))}", "dim"))
    if measure(label) + len(marks) + measure(said) <= room:
        told: list[Line] = [(*label, *marks, *said)]
    else:
        told = [(*label, *said), *(tuple(marks[at : at + room]) for at in range(0, len(marks), room))]
    if today.met:
        told += paragraph(say("screen.today_recall", language, n=round(today.recall), met=today.met), room, "dim")
    return told


def _weakest(today: Today, language: Language, room: int) -> list[Line]:
    """Return the lessons that sit least firmly, none without evidence."""
    if not today.weakest:
        return []
    told = [
        say("today.weak_one", language, title=_one(one.title, language), mastery=f"{one.mastery:.2f}", n=one.answers)
        for one in today.weakest
    ]
    items = [line((text, "dim")) for text in told]
    lead = line((say("today.weakest", language), "accent"), "  ")
    beside_it = flow([(*lead, *items[0]), *items[1:]], room)
    if len(beside_it) == 1:
        return beside_it
    apart = any(measure(item) > room - 2 for item in items)  # wrapped, not cut: the figures stand at the end
    below = [row for text in told for row in paragraph(text, room - 2, "dim")] if apart else flow(items, room - 2)
    return [lead, *(indent(row, 2) for row in below)]


def _one(title: Text, language: Language) -> str:
    return clean(title.lines(language)[0])


def _idea(thought: Idea, language: Language, room: int, *, emoji: bool) -> list[Line]:
    """Return a joke, an analogy or a deeper why of a lesson that the learner knows."""
    role = IDEAS[thought.kind]
    name = _marked(thought.kind, emoji=emoji) + say(f"today.idea_{thought.kind}", language)
    source = line((say("today.idea_from", language, title=_one(thought.title, language)), "dim"))
    text = fill(thought.prose.wording, {}).lines(language)[0]
    rows = [row for part in text.split("\n") if part.strip() for row in paragraph(part.strip(), room - 2)]
    heading = line((name, role), "  ")
    both = (*heading, *source)
    head = [both] if measure(both) <= room else [heading, *paragraph(text_of(source), room, "dim")]
    return [*head, *((Span("│ ", role), *row) for row in rows)]


def _next(today: Today, language: Language, room: int, *, keys: bool, emoji: bool) -> list[Line]:
    """Return what to do next: the commands, and the keys on a terminal."""
    told: list[Line] = []
    if today.waits:
        told += _way("tutor review", say("screen.next_review", language), room)
    elif today.question is not None:
        told += _question(today, language, room, emoji=emoji)
    if today.next is not None:
        told += _way("tutor learn ", _lesson(today.next, language), room)
    if today.others:
        told += _others(today.others, language, room)
    if keys and today.recommended:
        told += _keys(today, language, room)
    return told


def _question(today: Today, language: Language, room: int, *, emoji: bool) -> list[Line]:
    assert today.question is not None
    if today.question.done:
        return paragraph(say("today.question_done", language), room, "dim")
    name = _marked("question", emoji=emoji) + say("today.question", language)
    return _way(name, say("today.question_told", language), room)


def _way(name: str, does: str, room: int) -> list[Line]:
    """Return a name and what it does, on a narrow screen below it."""
    if room < STACKED:
        return [line((name.rstrip(), "key")), *(indent(row, 2) for row in paragraph(does, room - 2))]
    return paragraph(does, room, lead=line((name, "key"), "  "))


def _others(commands: Sequence[str], language: Language, room: int) -> list[Line]:
    lead = line((say("today.others", language), "dim"))
    items = [line((command, "key")) for command in commands]
    if room < STACKED:
        return [lead, *(indent(row, 2) for one in commands for row in paragraph(one, room - 2, "key"))]
    return flow([(*lead, *items[0]), *items[1:]], room)


def _lesson(found: Next, language: Language) -> str:
    """Return the next lesson in one sentence."""
    title = words.title(found.lesson, language)
    return say(f"today.lesson_{found.reason}", language, title=title, minutes=found.lesson.minutes)


def _keys(today: Today, language: Language, room: int, *, named: bool = False) -> list[Line]:
    """Return what the keys start: enter what is recommended, c the lesson (`named`: which) where that is another."""
    does = {"review": "screen.do_start", "question": "today.do_question", "lesson": "today.do_lesson"}
    items = [line((say("screen.key_enter", language), "key"), f" {say(does[today.recommended], language)}")]
    if today.next is not None and today.recommended != "lesson":
        lesson = _lesson(today.next, language) if named else say("today.do_lesson", language)
        items.append(line(("c", "key"), f" {lesson}"))
    return flow([*items, line(("q", "key"), f" {say('screen.do_leave', language)}")], room)
