"""The end of a lesson: what can be done now, what was missed, what returns tomorrow, which lesson is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import Line, Span, clean, cut, line, paragraph, spaced
from tutor.ui.phrases import bar
from tutor.ui.screens.question import Body, labelled

if TYPE_CHECKING:
    from tutor.reports.lesson_end import LessonEnd
    from tutor.sessions.lesson_model import LessonSession
    from tutor.text import Language, Text
    from tutor.ui.learn.scene import LessonScene

LISTED = ((9, 3), (9, 2), (4, 3), (4, 2), (3, 1), (2, 1))  # items learned and questions missed, as many as fit
EDGES = 4  # header, rule and keys
BAR = 40


def body(scene: LessonScene) -> Body:
    """Return the last screen of a lesson; where it is low, the lists are cut before the next lesson is out of sight."""
    end = scene.end
    assert end is not None
    lines: list[Line] = []
    for able, again in LISTED:
        lines = spaced(_blocks(scene, end, able, again))
        if len(lines) <= scene.page.rows - EDGES:
            break
    return Body(tuple(lines))


def _blocks(scene: LessonScene, end: LessonEnd, able: int, again: int) -> list[list[Line]]:
    return [
        paragraph(scene.say("lesson.done"), scene.measure, "title"),
        labelled(scene.page, "lesson.able", _listed(scene, end.able, able, "✓ ", "lesson.able_more")),
        _score(scene, end),
        labelled(scene.page, "lesson.again", _listed(scene, end.again, again, "○ ", "lesson.again_more")),
        paragraph(scene.say(tomorrow(end), n=end.tomorrow), scene.measure),
        _next(scene, end),
    ]


def _listed(scene: LessonScene, texts: tuple[Text, ...], most: int, glyph: str, more: str) -> list[Line]:
    """Return so many texts at most, each in one line, and how many there are besides."""
    rows = [row for text in texts[:most] for row in _item(scene, text, glyph)]
    if len(texts) > most:
        rows += paragraph(scene.say(more, n=len(texts) - most), scene.measure, "dim", line("  "))
    return rows


def _item(scene: LessonScene, text: Text, glyph: str) -> list[Line]:
    role = "right" if glyph == "✓ " else "notice"
    lead = line((glyph, "right" if role == "right" else "notice"))
    return [cut((*lead, Span(one_line(text, scene.language))), scene.measure)]


def one_line(text: Text, language: Language) -> str:
    """Return a text in the first language that is shown, in one line."""
    return clean(text.lines(language)[0]).replace("\n", " ")


def _score(scene: LessonScene, end: LessonEnd) -> list[Line]:
    if not end.asked:
        return []
    told = paragraph(scene.say(answered(end), n=end.asked, right=end.right), scene.measure)
    full, rest = bar(end.right / end.asked, min(BAR, scene.measure))
    return [*told, (Span(full, "right"), Span(rest, "rule"))]


def answered(end: LessonEnd) -> str:
    """Return the key of the sentence about the answers."""
    return "lesson.answered_one" if end.asked == 1 else "lesson.answered"


def tomorrow(end: LessonEnd) -> str:
    """Return the key of the sentence about tomorrow."""
    return "lesson.tomorrow" if end.tomorrow > 1 else "lesson.tomorrow_one" if end.tomorrow else "lesson.tomorrow_none"


def _next(scene: LessonScene, end: LessonEnd) -> list[Line]:
    if end.next is None:
        return paragraph(scene.say("lesson.no_next"), scene.measure, "dim")
    return paragraph(scene.say("lesson.next", title=one_line(end.next, scene.language)), scene.measure, "strong")


def farewell(state: LessonSession, number: tuple[int, int], language: Language) -> list[str]:
    """Return the lines that stay in the scrollback after a lesson was left."""
    title = one_line(state.lesson.title, language)
    if state.ended:
        return [say("lesson.farewell_done", language, title=title)]
    at, of = number
    return [
        say("lesson.farewell", language, title=title, at=at, of=of),
        say("lesson.resume", language, command=f"tutor learn {state.lesson.id}"),
    ]
