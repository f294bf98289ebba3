"""Steps that tell: prose with a look for each role, a formula set large, a derivation line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.sessions.derivation import left_side
from tutor.text.width import width, wrap
from tutor.ui.learn import curves
from tutor.ui.lines import BLANK, Line, Span, line, measure, paragraph, spaced
from tutor.ui.screens.question import FRAME_ROWS, PROMPT, Body

if TYPE_CHECKING:
    from tutor.sessions.lesson_model import Tried
    from tutor.syllabus.model import Derive, DeriveLine, FormulaStep, Prose
    from tutor.ui.learn.scene import LessonScene
    from tutor.ui.theme import Role

ROLES: dict[str, Role] = {"analogy": "notice", "joke": "due", "deeper": "accent"}
GUESS_ROWS = 2  # below a derivation whose next line may be guessed
GLYPHS = {"analogy": "≈", "joke": "^_^"}
BAR = "│ "
JOINED = re.compile(r"(?<=[,;，；])\s{2,}")  # between two formulas in one line
TOP_LEVEL = re.compile(r"[+−=·,;<>≤≥≈×]| [-] ")  # signs that keep a quotient from being all of a side


def prose(scene: LessonScene, step: Prose) -> Body:
    """Return a paragraph or more: told plainly, as an analogy, as a joke, or folded until it is asked for."""
    if step.role == "say":
        return Body(tuple(spaced(scene.paragraphs(step.wording))))
    if step.role == "deeper":
        return _deeper(scene, step)
    role = ROLES[step.role]
    head = line((f"{GLYPHS[step.role]} ", role), (scene.say(f"lesson.{step.role}"), role))
    return Body(tuple(spaced([[head], _barred(scene, step, role)])))


def _barred(scene: LessonScene, step: Prose, role: Role) -> list[Line]:
    """Return the paragraphs beside a coloured bar."""
    inner = scene.narrowed(width(BAR))
    rows = spaced(inner.paragraphs(step.wording))
    return [(Span(BAR if row else BAR.rstrip(), role), *row) for row in rows]


def _deeper(scene: LessonScene, step: Prose) -> Body:
    unfolded = scene.state.at in scene.state.unfolded
    head = line(("▾ " if unfolded else "▸ ", "mark"), (scene.say("lesson.deeper"), "accent"))
    if unfolded:
        return Body(tuple(spaced([[head], *scene.paragraphs(step.wording)])))
    first = scene.paragraphs(step.wording)[0]
    told = [*first[:1]] if len(first) == 1 else [(*first[0], Span(" …", "dim"))]
    invited = paragraph(scene.say("lesson.deeper_invites"), scene.measure, "dim")
    return Body(tuple(spaced([[head], told, invited])))


def formula(scene: LessonScene, step: FormulaStep) -> Body:
    """Return a formula in the middle of the screen, a quotient with its bar."""
    rows = fitted(step.show, scene.measure)
    wide = max(map(width, rows))
    air = " " * min(3, (scene.measure - wide - 2) // 2)
    inside = wide + 2 * len(air)
    left = max(0, (scene.measure - inside - 2) // 2)
    pad = " " * left
    boxed = [
        line(f"{pad}╭{'─' * inside}╮"),
        line(f"{pad}│{' ' * inside}│"),
        *(line(f"{pad}│{air}", (f"{row}{' ' * (wide - width(row))}", "formula"), f"{air}│") for row in rows),
        line(f"{pad}│{' ' * inside}│"),
        line(f"{pad}╰{'─' * inside}╯"),
    ]
    framed = [tuple(Span(span.text, "rule") if span.role == "plain" else span for span in row) for row in boxed]
    if curves.to_try(scene.state) is None:
        return Body((BLANK, *framed))
    invited = scene.say("lesson.try_invites")
    told = [line(" " * max(0, (scene.measure - width(invited)) // 2), (invited, "dim"))]
    if width(invited) > scene.measure:
        told = paragraph(invited, scene.measure, "dim")
    return Body((BLANK, *framed, BLANK, *told))


def fitted(show: str, columns: int) -> list[str]:
    """Return a formula in lines that fit a box of `columns`: with a bar, else apart where two are joined, else broken.

    What stands in a narrow box has one cell of air at each side, and three where there is room.
    """
    for rows in (stacked(show), [part.strip() for part in JOINED.split(show)]):
        if max(map(width, rows)) + 4 <= columns:
            return rows
    return [row for part in JOINED.split(show) for row in wrap(part.strip(), max(2, columns - 4))]


def stacked(show: str) -> list[str]:
    """Return a formula `f(x) = a / (b)` in three lines with a bar, any other in its own one."""
    left, equals, right = show.partition(" = ")
    above, slash, below = right.partition(" / ")
    if not (equals and slash) or not (_whole(above) and _whole(below)):
        return [show]
    above, below = _bare(above), _bare(below)
    wide = max(width(above), width(below)) + 2
    head = f"{left} = "
    return [
        " " * width(head) + _centred(above, wide),
        head + "─" * wide,
        " " * width(head) + _centred(below, wide),
    ]


def _centred(text: str, columns: int) -> str:
    before = (columns - width(text)) // 2
    return " " * before + text + " " * (columns - width(text) - before)


def _whole(text: str) -> bool:
    """Say whether a text is one factor: in brackets as a whole, or without any sign of its own outside them."""
    depth, outside = 0, ""
    for char in text:
        depth -= char == ")"
        outside += char if depth == 0 and char not in "()" else ""
        depth += char == "("
    return depth == 0 and " / " not in text and not TOP_LEVEL.search(outside)


def _bare(text: str) -> str:
    """Return a factor without the brackets around all of it."""
    if not (text.startswith("(") and text.endswith(")")):
        return text
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0 and place < len(text) - 1:
            return text
    return text[1:-1]


def derive(scene: LessonScene, step: Derive) -> Body:
    """Return the lines so far, each with its reason; below, the next one to be guessed or what a guess came to.

    Whether they stand apart is decided by the whole derivation, so that no line moves when the next one opens.
    """
    stage = scene.state.stage
    whole = [_derived(scene, shown, now=place == stage) for place, shown in enumerate(step.lines)]
    guessed = GUESS_ROWS if any(left_side(shown) for shown in step.lines[1:]) else 0
    airy = sum(len(block) + 1 for block in whole) - 1 + guessed <= scene.page.rows - FRAME_ROWS
    blocks = whole[: stage + 1]
    lines = spaced(blocks) if airy else [row for block in blocks for row in block]
    if scene.state.tried is not None:
        lines = [*lines, BLANK, *_tried(scene, scene.state.tried)]
    if stage + 1 >= len(step.lines):
        return Body(tuple(lines), keep=len(lines) - 1)
    left = left_side(step.lines[stage + 1])
    if scene.view.attempting and left:
        return _field(scene, lines, left)
    asked = [BLANK, *paragraph(scene.say("lesson.attempt_invites", left=left), scene.measure, "dim")] if left else []
    return Body((*lines, *asked), keep=len(lines) + len(asked) - 1)


def _derived(scene: LessonScene, shown: DeriveLine, *, now: bool) -> list[Line]:
    """Return one line of a derivation above its reason; those before the present one are dim."""
    rows = paragraph(shown.show, scene.measure, "formula", line(("▸ " if now else "  ", "mark")))
    if shown.because is not None:
        rows += scene.told(shown.because, "plain" if now else "dim", line("    "))
    return rows


def _tried(scene: LessonScene, tried: Tried) -> list[Line]:
    role: Role = "right" if tried.right else "notice"
    glyph = "✓ " if tried.right else "▪ "
    return [
        *paragraph(tried.text, scene.measure, "dim", line((PROMPT, "dim"))),
        *paragraph(scene.say(tried.key, **dict(tried.facts)), scene.measure, role, line((glyph, role))),
    ]


def _field(scene: LessonScene, lines: list[Line], left: str) -> Body:
    """Return the lines with the field in which the next one is typed."""
    lead = line((f"{left} = ", "formula"))
    if measure(lead) > scene.measure // 2:
        lines = [*lines, BLANK, *paragraph(f"{left} =", scene.measure, "formula")]
        lead = line((PROMPT, "key"))
    else:
        lines = [*lines, BLANK]
    shown, at = scene.view.card.field.window(max(4, scene.measure - measure(lead)))
    told = paragraph(scene.say("lesson.attempt_how"), scene.measure, "dim")
    rows = [*lines, (*lead, Span(shown)), *told]
    return Body(tuple(rows), len(rows) - 1, (len(lines), measure(lead) + at))
