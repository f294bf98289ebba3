"""A remark about the question on the screen, typed in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.ui.lines import BLANK, Line, Span, line, measure, paragraph
from tutor.ui.screens.question import PROMPT, Body

if TYPE_CHECKING:
    from tutor.ui.scene import Scene


def body(scene: Scene) -> Body:
    """Return the page on which a remark is typed."""
    told = paragraph(scene.say("screen.report_ask"), scene.measure, "strong")
    shown, at = scene.view.field.window(max(4, scene.measure - measure(line(PROMPT))))
    row: Line = (Span(PROMPT, "key"), Span(shown))
    below = line(("─" * min(scene.measure, 44), "rule"))
    note = paragraph(scene.say("screen.report_note"), scene.measure, "dim")
    place = len(told) + 1
    return Body((*told, BLANK, row, below, BLANK, *note), place, (place, measure(line(PROMPT)) + at))
