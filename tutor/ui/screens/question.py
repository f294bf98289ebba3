"""The body of a screen before the verdict: the question, its options, the field, a flash card's answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.questions.model import Multi
from tutor.questions.template import fill
from tutor.sessions.model import Asking, Grading, Judged, Ticking
from tutor.ui.lines import BLANK, Line, Span, line, measure, paragraph, spaced
from tutor.ui.phrases import digits_wanted
from tutor.ui.screens import option_curves
from tutor.ui.screens.footer import beside_the_answer
from tutor.ui.view import typed, typing

if TYPE_CHECKING:
    from tutor.questions.showing import Showing
    from tutor.ui.scene import Scene
    from tutor.ui.theme import Role

PROMPT = "› "
LOWEST_PLOT = 8  # rows below which a curve cannot be recognised: then the body scrolls
WIDEST_PLOT = 64
READ_AT_LENGTH = 24  # rows of an answer from which on its points come first
FRAME_ROWS = 6  # header, footer and the empty lines between


@dataclass(frozen=True, slots=True)
class Body:
    """Lines of a body; `keep` is the line that must stay visible, `cursor` where text is typed."""

    lines: tuple[Line, ...]
    keep: int = 0
    cursor: tuple[int, int] | None = None


def ask(scene: Scene, showing: Showing, below: int = 0) -> list[Line]:
    """Return the question in bold, what a number must look like, and its curves above `below` more lines."""
    lines = scene.text(showing.ask, "strong")
    digits = showing.digits_wanted
    wanted = "" if digits is None else digits_wanted(digits, scene.language)
    unit = showing.unit.lines(scene.language)[0] if showing.unit else ""
    if wanted or unit:
        lines += paragraph(f"{wanted} {unit}".strip(), scene.measure, "dim")
    return spaced([lines, _curves(scene, showing, len(lines) + below)])


def _curves(scene: Scene, showing: Showing, others: int) -> list[Line]:
    """Return the plot that belongs to the question, as high as the screen allows; named once it is answered."""
    answered = isinstance(scene.session.phase, Judged)
    plot = showing.card.curves if answered else showing.card.plot
    if not scene.view.plot:
        return []
    if any(option.curve for option in showing.options):
        return option_curves.plot(scene, showing, others)
    if plot is None:
        return []
    from tutor.ui import card_plot

    named = replace(plot, labels=True) if answered else plot
    rows = min(card_plot.ROWS, max(LOWEST_PLOT, scene.rows - FRAME_ROWS - others))
    return card_plot.lines(named, min(scene.measure, WIDEST_PLOT), scene.language, rows)


def asking(scene: Scene, phase: Asking) -> Body:
    """Return the question with its options or its field."""
    showing = phase.showing
    if typed(scene.session):
        return _with_field(scene, ask(scene, showing, 4))
    if not showing.options:
        told = paragraph(scene.say("screen.recall"), scene.measure, "dim")
        return Body(tuple(spaced([ask(scene, showing, len(told) + 2), told])))
    if any(option.curve for option in showing.options):
        return _among_curves(scene, phase)
    several = isinstance(showing.card.body, Multi)
    rows = [_choice(scene, place, phase, several=several) for place in range(len(showing.options))]
    if several and scene.view.cursor is not None:
        rows.append(_row(scene, len(rows), " ", [line((scene.say("screen.submit_row"), "key"))]))
    rows.append(_row(scene, len(showing.options) + several, "0", [line((scene.say("screen.dont_know"), "dim"))]))
    question = ask(scene, showing, sum(map(len, rows)) + 2)
    keep = 0
    if scene.view.cursor is not None:
        keep = len(question) + 1 + sum(map(len, rows[: scene.view.cursor + 1])) - 1
    said = hint(scene)
    lines = spaced([question, [part for row in rows for part in row], said])
    return Body(tuple(lines), len(lines) - 1 if said else keep)


def _among_curves(scene: Scene, phase: Asking) -> Body:
    """Return the question with the curves that are its options, and their numbers in one row."""
    rows = option_curves.row(scene, phase)
    question = ask(scene, phase.showing, len(rows) + 2)
    said = hint(scene)
    lines = spaced([question, rows, said])
    pointed = scene.view.cursor is not None
    return Body(tuple(lines), len(lines) - 1 if said or pointed else 0)


def _choice(scene: Scene, place: int, phase: Asking, *, several: bool) -> list[Line]:
    option = phase.showing.options[place]
    box = ("[x] " if place in phase.marked else "[ ] ") if several else ""
    return _row(scene, place, f"{place + 1}", option.text.lines(scene.language), box)


def _row(scene: Scene, place: int, label: str, texts: list[Line] | tuple[str, ...], box: str = "") -> list[Line]:
    """Return one selectable row: pointer, label, box, text."""
    here = scene.view.cursor == place
    lead = line(("▸ " if here else "  ", "mark"), (label, "key"), "  ", (box, "mark" if "x" in box else "dim"))
    lines: list[Line] = []
    for text in texts:
        first = lead if not lines else line(" " * measure(lead))
        if isinstance(text, str):
            lines += paragraph(text, scene.measure, "strong" if here else "plain", first)
        else:
            lines.append((*first, *text))
    return lines


def _with_field(scene: Scene, question: list[Line]) -> Body:
    """Return a question with the line that is being typed."""
    open_now = typing(scene.session, scene.view)
    shown, at = scene.view.field.window(max(4, scene.measure - measure(line(PROMPT))))
    row: Line = (Span(PROMPT, "key" if open_now else "dim"), Span(shown, "plain" if open_now else "dim"))
    if not open_now and not shown:
        row = line((PROMPT + scene.say("screen.enter_types"), "dim"))
    lines = [*question, BLANK, row, _baseline(scene)]
    place = len(question) + 1
    lines += hint(scene)
    return Body(tuple(lines), len(lines) - 1, (place, measure(line(PROMPT)) + at) if open_now else None)


def hint(scene: Scene) -> list[Line]:
    """Return what is to be mended in the answer, where the answer is given."""
    notice = scene.session.notice
    if notice is None or not beside_the_answer(scene, notice):
        return []
    return paragraph(scene.say(notice.key, **dict(notice.facts)), scene.measure, "notice", line(("▪ ", "notice")))


def _baseline(scene: Scene) -> Line:
    return line(("─" * min(scene.measure, 44), "rule"))


def revealed(scene: Scene, phase: Ticking | Grading) -> Body:
    """Return a flash card's answer: points to tick first, the why once they are ticked.

    An answer to be read at length, such as a whole note, comes after its points.
    """
    showing = phase.showing
    question = ask(scene, showing)
    answer = labelled(scene, "screen.answer", scene.text(showing.answer))
    points, at = _points(scene, phase) if isinstance(phase, Ticking) else (_ticked(scene, phase), 0)
    is_long = len(answer) > READ_AT_LENGTH and bool(points)
    above = [question, points] if is_long else [question, answer, points]
    told = [*above, *([answer] if is_long else []), model_answer(scene, showing)]
    if isinstance(phase, Ticking):
        return Body(tuple(spaced(told)), sum(len(block) + 1 for block in above[:-1]) + at)
    return Body(tuple(spaced([*told, scene.text(showing.why)])))


def _points(scene: Scene, phase: Ticking) -> tuple[list[Line], int]:
    """Return the points to tick, and the row among them that the cursor is at."""
    rows = paragraph(scene.say("screen.tick"), scene.measure, "dim")
    at = 0
    for place, point in enumerate(phase.showing.points):
        mark = "[x] " if place in phase.marked else "[ ] "
        rows += _row(scene, place, f"{place + 1}", point.lines(scene.language), mark)
        if place == scene.view.cursor:
            at = len(rows) - 1
    return rows, at


def model_answer(scene: Scene, showing: Showing) -> list[Line]:
    """Return what an interviewer would like to hear in half a minute, folded until it is asked for."""
    quick = showing.card.quick
    if quick is None:
        return []
    if not scene.view.model:
        return paragraph(scene.say("interview.fold"), scene.measure, "dim")
    return labelled(scene, "interview.quick", scene.text(fill(quick, showing.values)))


def _ticked(scene: Scene, phase: Grading) -> list[Line]:
    """Return the points as they were ticked."""
    lines: list[Line] = []
    for place, point in enumerate(phase.showing.points):
        marked = place in phase.marked
        lead = line(("  [x] " if marked else "  [ ] ", "right" if marked else "dim"))
        lines += scene.text(point, lead=lead)
    return lines


def labelled(scene: Scene, key: str, lines: list[Line], role: Role = "accent") -> list[Line]:
    """Return lines below a small heading."""
    return [*paragraph(scene.say(key), scene.measure, role), *lines] if lines else []
