"""A whole screen: header, body, footer in exactly the rows there are; a longer body scrolls with a cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.sessions.model import Asking, Contrasting, Grading, Judged, Over, Scored, Ticking
from tutor.ui.lines import BLANK, Line, Span, cut, indent, line, measure
from tutor.ui.screens import footer, header, help, report, score, summary, why  # noqa: A004
from tutor.ui.screens.question import FRAME_ROWS, Body, asking, revealed
from tutor.ui.screens.verdict import judged

if TYPE_CHECKING:
    from tutor.ui.scene import Scene

LOW = 6  # rows below which the header is left out


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen of exactly `rows` lines.

    `cursor` is (row, column) of the typing cursor or None; `height`, `most` and `start` say how many
    body lines there are room for, how far the body can scroll and where it stands.
    """

    lines: tuple[Line, ...]
    cursor: tuple[int, int] | None
    height: int
    most: int
    start: int


def body(scene: Scene) -> Body:
    """Return the body of the present page or phase."""
    match scene.view.page:
        case "why":
            return why.body(scene)
        case "help":
            return help.body(scene)
        case "report":
            return report.body(scene)
    match scene.session.phase:
        case Asking() as phase:
            return asking(scene, phase)
        case Ticking() | Grading() as phase:
            return revealed(scene, phase)
        case Judged() as phase:
            return judged(scene, phase)
        case Contrasting():
            return contrasting(scene)
        case Scored():
            return score.body(scene)
        case Over():
            return summary.body(scene)


def contrasting(scene: Scene) -> Body:
    """Return a confusion met more than once beside what clears it up."""
    from tutor.ui.screens import contrast

    if scene.mistake is None:
        return Body(())
    return Body(tuple(contrast.lines(scene.mistake, scene.measure, scene.rows - FRAME_ROWS, scene.language)))


@dataclass(frozen=True, slots=True)
class Parts:
    """What a screen is made of: the lines above the body, the body, notices below it, the keys."""

    top: list[Line]
    content: Body
    below: list[Line]
    keys: list[Line]


def compose(scene: Scene) -> Frame:
    """Return the screen of a scene."""
    top = header.lines(scene) if scene.rows >= LOW else []
    below = [*footer.notices(scene), *footer.grades(scene)]
    return laid_out(scene, Parts(top, body(scene), below, footer.keys(scene)))


def laid_out(scene: Scene, parts: Parts) -> Frame:
    """Return the parts in exactly the rows there are; a body that is too long scrolls."""
    content, top, below, keys = parts.content, parts.top, parts.below, parts.keys
    room = scene.rows - len(top) - len(below) - 1 - len(keys)
    air = 1 + bool(below)  # empty lines under the header and above the grades, when the body leaves room
    if len(content.lines) + air <= room:
        top, below, room = [*top, BLANK], [BLANK, *below] if below else [], room - air
    height = max(1, room)
    most = max(0, len(content.lines) - height)
    start = _start(scene, content, height, most)
    seen = content.lines[start : start + height]
    lines = [*top, *seen, *[BLANK] * (height - len(seen))]
    lines += [*below, _cue(scene, start, most - start), *keys]
    shown = tuple(indent(cut(spans, scene.measure), scene.margin) for spans in lines)[-scene.rows :]
    cursor = None
    if content.cursor and 0 <= content.cursor[0] - start < height:
        row = len(top) + content.cursor[0] - start
        cursor = (row, scene.margin + content.cursor[1])
    return Frame(shown, cursor, height, most, start)


def _start(scene: Scene, content: Body, height: int, most: int) -> int:
    """Return the first visible line: the learner's, or the first from which `keep` can be seen."""
    if scene.view.scroll is not None:
        return min(max(scene.view.scroll, 0), most)
    if isinstance(scene.session.phase, Judged) and scene.view.page == "card":
        return min(most, max(0, content.keep - 1))
    return min(most, max(0, content.keep - height + 2))


def _cue(scene: Scene, above: int, below: int) -> Line:
    """Return the rule above the keys; it tells how much of the body is out of sight."""
    told = "  ".join(part for part in (f"↑ {above}" if above else "", f"↓ {below}" if below else "") if part)
    if not told:
        return line(("─" * scene.measure, "rule"))
    text = f" {told} {scene.say('screen.lines')} "
    side = max(0, scene.measure - measure(line(text)) - 2)
    return (Span("─" * side, "rule"), Span(text, "accent"), Span("──", "rule"))
