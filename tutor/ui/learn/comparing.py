"""Steps that set things side by side: arguments for and against, and tables computed from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tutor.ui.lines import BLANK, Line, Span, line, pad, paragraph, spaced
from tutor.ui.screens.question import Body

if TYPE_CHECKING:
    from tutor.syllabus.model import Compare, TableStep
    from tutor.ui.learn.scene import LessonScene
    from tutor.ui.theme import Role

GAP = 3
BESIDE = 60  # cells from which two columns can be read


def compare(scene: LessonScene, step: Compare) -> Body:
    """Return arguments for beside those against; one below the other where the screen is narrow."""
    if scene.measure < BESIDE:
        return Body(tuple(spaced([_side(scene, "pros", step), _side(scene, "cons", step)])))
    half = (scene.measure - GAP) // 2
    inner = scene.narrowed(scene.measure - half)
    left, right = _side(inner, "pros", step), _side(inner, "cons", step)
    rows = max(len(left), len(right))
    left, right = ([*side, *[BLANK] * (rows - len(side))] for side in (left, right))
    return Body(tuple((*pad(one, half), Span(" │ ", "rule"), *other) for one, other in zip(left, right, strict=True)))


def _side(scene: LessonScene, name: Literal["pros", "cons"], step: Compare) -> list[Line]:
    """Return one side with its heading."""
    arguments = step.pros if name == "pros" else step.cons
    role: Role = "right" if name == "pros" else "wrong"
    glyph = "+ " if name == "pros" else "− "
    blocks = [scene.told(wording, "plain", line((glyph, role))) for wording in arguments]
    return spaced([[line((scene.say(f"lesson.{name}_{step.kind}"), role))], *blocks])


def table(scene: LessonScene, step: TableStep) -> Body:
    """Return the table of a step."""
    from tutor.pictures.lesson_table import table as computed
    from tutor.ui.table_picture import lines

    told = paragraph(scene.say("lesson.table_computed"), scene.measure, "dim")
    shown = lines(computed(step), scene.measure, None, scene.language)
    return Body((*shown, BLANK, *told))
