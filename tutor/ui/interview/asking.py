"""A rung answered in own words: the question with an unhurried clock, the answer, key points, model answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.template import fill
from tutor.text.width import width
from tutor.ui.interview.legend import first_time
from tutor.ui.interview.scene import clock
from tutor.ui.lines import BLANK, Line, Span, cut, line, paragraph, spaced
from tutor.ui.screens.question import PROMPT, Body, ask, labelled

if TYPE_CHECKING:
    from tutor.questions.model import Wording
    from tutor.questions.showing import Showing
    from tutor.sessions.model import Asking, Grading, Ticking
    from tutor.ui.interview.scene import InterviewScene

HALF, WHOLE = 30, 120  # seconds of the two spoken answers
LONGEST_RULER = 60
SHORTEST_RULER = 24
SHOWN = 5  # lines of the learner's own words below the question
BASELINE = 44


def asking(scene: InterviewScene, phase: Asking) -> Body:
    """Return the question, how to answer it, and the clock; the field while the answer is written."""
    first = scene.state.climb is None or scene.state.climb.at == 0
    question = ask(scene.page, phase.showing, 8)
    if scene.view.writing:
        return _field(scene, question)
    key = "interview.aloud" if first else "interview.aloud_follow"
    told = paragraph(scene.say(key), scene.measure, "dim")
    how = paragraph(scene.say("interview.how"), scene.measure, "dim") if first_time(scene.state) else []
    return Body(tuple(spaced([question, told, how, _written(scene), ruler(scene)])))


def ruler(scene: InterviewScene) -> list[Line]:
    """Return the time that went by on a rule of two minutes; it only shows, nothing happens at its end."""
    seconds = scene.seconds or 0
    told = f"{clock(seconds)}  "
    size = min(LONGEST_RULER, scene.measure - len(told))
    if size < SHORTEST_RULER:
        return [line((told.strip(), "dim"))]
    half = round(size * HALF / WHOLE)
    at = min(size, round(size * seconds / WHOLE))
    cells = "".join("┿" if place == half else "━" for place in range(size))
    rest = "".join("┼" if place == half else "─" for place in range(size))
    rule: Line = (Span(told, "strong"), Span(cells[:at], "accent"), Span(rest[at:], "rule"))
    left, right = scene.say("interview.half"), scene.say("interview.two")
    start = len(told) + half - width(left) // 2
    gap = len(told) + size - width(right) - start - width(left)
    names = line((" " * start + left + " " * max(1, gap) + right, "dim"))
    return [rule, names]


def _written(scene: InterviewScene) -> list[Line]:
    """Return what was written so far, when the field was left."""
    return [row for text in scene.view.written.split("\n") if text for row in _said(scene, text)]


def _said(scene: InterviewScene, text: str) -> list[Line]:
    return paragraph(text, scene.measure, "plain", line(("│ ", "rule")))


def _field(scene: InterviewScene, question: list[Line]) -> Body:
    """Return the lines that were written and the one that is being written, the clock in one row."""
    shown, at = scene.view.card.field.window(max(4, scene.measure - len(PROMPT)))
    rows = [row for text in scene.view.lines for row in _said(scene, text)]
    row: Line = (Span(PROMPT, "key"), Span(shown))
    told = line((f"{clock(scene.seconds or 0)}  ", "strong"), (scene.say("interview.writing"), "dim"))
    lines = [*question, BLANK, *rows, row, line(("─" * min(scene.measure, BASELINE), "rule")), cut(told, scene.measure)]
    place = len(question) + 1 + len(rows)
    return Body(tuple(lines), len(lines) - 1, (place, len(PROMPT) + at))


def ticking(scene: InterviewScene, phase: Ticking) -> Body:
    """Return what was said, and the key points to tick; those it seems to hold are ticked already."""
    question = ask(scene.page, phase.showing)
    yours = own_words(scene)
    key = "interview.tick_seems" if scene.state.said and phase.marked else "interview.tick"
    head = spaced([question, yours, paragraph(scene.say(key), scene.measure, "dim")])
    rows: list[Line] = []
    keep = len(head)
    for place, point in enumerate(phase.showing.points):
        here = place == scene.view.card.cursor
        box = "[x] " if place in phase.marked else "[ ] "
        lead = line(
            ("▸ " if here else "  ", "mark"), (f"{place + 1}", "key"), "  ", (box, "mark" if "x" in box else "dim")
        )
        rows += scene.page.text(point, "strong" if here else "plain", lead)
        if here:
            keep = len(head) + 1 + len(rows)
    return Body((*head, BLANK, *rows), keep)


def own_words(scene: InterviewScene) -> list[Line]:
    """Return the learner's words, the first lines of a long answer, and how long they took."""
    key = "interview.wrote" if scene.state.said else "interview.spoke"
    took = scene.say(key, time=clock(scene.seconds or 0))
    if not scene.state.said:
        return paragraph(took, scene.measure, "dim")
    rows = [row for text in scene.state.said.split("\n") for row in _said(scene, text)]
    if len(rows) > SHOWN:
        more = line((scene.say("interview.more_lines", n=len(rows) - SHOWN + 1), "dim"))
        rows = [*rows[: SHOWN - 1], more]
    head = line((scene.say("interview.yours"), "accent"), (f"  {took}", "dim"))
    return [head, *rows]


def grading(scene: InterviewScene, phase: Grading) -> Body:
    """Return the model answers of a headline, or the answer of another rung, with the points as they were ticked."""
    showing = phase.showing
    card = showing.card
    blocks: list[list[Line]] = [ask(scene.page, showing)]
    if card.quick is None and card.full is None:
        blocks.append(labelled(scene.page, "interview.answer", scene.page.text(showing.answer)))
    blocks += [
        _told(scene, "interview.quick", card.quick, showing),
        _told(scene, "interview.full", card.full, showing),
        labelled(scene.page, "interview.points", _ticked(scene, phase)),
        labelled(scene.page, "interview.why", scene.page.text(showing.why)),
    ]
    return Body(tuple(spaced(blocks)))


def _told(scene: InterviewScene, key: str, wording: Wording | None, showing: Showing) -> list[Line]:
    if wording is None:
        return []
    return labelled(scene.page, key, scene.page.text(fill(wording, showing.values)))


def _ticked(scene: InterviewScene, phase: Grading) -> list[Line]:
    rows: list[Line] = []
    for place, point in enumerate(phase.showing.points):
        marked = place in phase.marked
        rows += scene.page.text(point, lead=line(("  [x] " if marked else "  [ ] ", "right" if marked else "dim")))
    return rows
