"""The body of a screen after the answer: right or wrong, why, and when the card returns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.memory.state import Memory
from tutor.text.width import width
from tutor.ui.lines import Line, Span, clean, cut, line, measure, paragraph, spaced
from tutor.ui.phrases import returns
from tutor.ui.screens.question import FRAME_ROWS, PROMPT, WIDEST_PLOT, Body, ask, labelled

if TYPE_CHECKING:
    from tutor.questions.grading import Verdict
    from tutor.sessions.model import Judged
    from tutor.ui.scene import Scene
    from tutor.ui.theme import Role

LOWEST_OVERLAY = 10  # rows in which two curves can be told apart: below, the body scrolls


def judged(scene: Scene, phase: Judged) -> Body:
    """Return the question, what was answered, and the explanation; the verdict stays visible."""
    head = [ask(scene, phase.showing), _options(scene, phase)]
    verdict = phase.verdict
    if verdict is None:
        rest = [scene.text(phase.showing.answer), *_help(scene, phase), _returns(scene, phase)]
    elif verdict.right:
        told = [*_headline(scene, phase), *_note(scene, verdict), *_one_line_of_why(scene, phase)]
        rest = [told, *_help(scene, phase)]
    else:
        rest = _wrong(scene, phase, verdict)
        out_of_sight = len(spaced([*head, *rest])) - (scene.rows - FRAME_ROWS)
        if out_of_sight > len(head[0]):  # the first options are
            rest = _wrong(scene, phase, verdict, again=True)
    above = spaced(head)
    return Body(tuple(spaced([above, *rest])), keep=len(above) + 1)


def _headline(scene: Scene, phase: Judged) -> list[Line]:
    """Return the verdict, what the learner made of it, and when the card returns."""
    assert phase.verdict is not None
    right = phase.verdict.right
    unanswered = not (right or phase.verdict.chosen or phase.verdict.given)
    key = "screen.right" if right else "screen.unanswered" if unanswered else "screen.wrong"
    text = scene.say(f"screen.corrected_{phase.correction}") if phase.correction else scene.say(key)
    glyph, role = _sign(phase)
    lines = paragraph(text, scene.measure, role, line((f"{glyph} ", role)))
    when = returns(scene.session, phase, scene.day, scene.language)
    if when and measure(lines[-1]) + 3 + measure(line(when)) <= scene.measure:
        lines[-1] = (*lines[-1], Span(f"   {when}", "dim"))
    elif when:
        lines += paragraph(when, scene.measure, "dim", line("  "))
    return lines


def _sign(phase: Judged) -> tuple[str, Role]:
    """Return the glyph and the colour of what the verdict came to."""
    if phase.correction == "guessed":
        return "○", "notice"
    return ("✓", "right") if phase.grade > 1 else ("✗", "wrong")


def _returns(scene: Scene, phase: Judged) -> list[Line]:
    return paragraph(returns(scene.session, phase, scene.day, scene.language), scene.measure, "dim")


def _options(scene: Scene, phase: Judged) -> list[Line]:
    """Return the options with the right ones and the chosen ones marked, or what was typed."""
    chosen = phase.verdict.chosen if phase.verdict else ()
    if phase.verdict and phase.verdict.given:
        return paragraph(phase.verdict.given, scene.measure, lead=line((PROMPT, "dim")))
    lines: list[Line] = []
    for place, option in enumerate(phase.showing.options):
        role: Role = "right" if option.right else "wrong" if place in chosen else "dim"
        mark = "✓ " if option.right else "✗ " if place in chosen else "  "
        ticked = "" if phase.showing.card.kind != "multi" else "[x] " if place in chosen else "[ ] "
        lead = line((f"{mark}{place + 1}  ", role), (ticked, "plain"))
        lines += scene.text(option.told, "plain" if option.right or place in chosen else "dim", lead)
    return lines


def _note(scene: Scene, verdict: Verdict) -> list[Line]:
    if not verdict.note:
        return []
    return paragraph(scene.say(verdict.note, **dict(verdict.facts)), scene.measure, "notice", line("  "))


def _one_line_of_why(scene: Scene, phase: Judged) -> list[Line]:
    """Return one line of why in each language, whole sentences where one fits; the rest is behind the key i."""
    why = phase.showing.why
    more = f"  {scene.say('screen.more')}"
    lines: list[Line] = []
    for text in why.lines(scene.language) if why else ():
        first, *rest = paragraph(text, scene.measure, lead=line("  "))
        if rest:
            room = scene.measure - width(more)
            told = _sentences(text, room - 2)
            first = line("  ", told) if 2 * width(told) > room else cut(first, room)
            first = (*first, Span(more, "dim"))
        lines.append(first)
    return lines


def _sentences(text: str, columns: int) -> str:
    """Return as many whole sentences of `text` as fit, none when the first is too long."""
    told = ""
    for sentence in re.split(r"(?<=[。！？；])|(?<=[.!?;])(?=\s)", clean(text).replace("\n", " ")):
        if width(told + sentence) > columns:
            break
        told += sentence
    return told.rstrip()


def _wrong(scene: Scene, phase: Judged, verdict: Verdict, *, again: bool = False) -> list[list[Line]]:
    """Return the reason against the chosen option, the right answer, all of why, the formula.

    A right option is told once more with `again`.
    """
    showing = phase.showing
    top = [*_headline(scene, phase), *_yours(scene, phase, verdict), *_note(scene, verdict), *_cause(scene)]
    shown_above = showing.options and showing.card.kind != "myth" and not again
    right = [] if shown_above else scene.text(showing.answer, "strong")
    answer = labelled(scene, "screen.right_answer", right, "right")
    why = labelled(scene, "screen.why", scene.text(showing.why))
    formula = scene.formula(showing.card.formula)
    both = _overlay(scene, phase, len(spaced([top, answer])) + 1)
    return [top, answer, both, why, formula, *_help(scene, phase)]


def _overlay(scene: Scene, phase: Judged, above: int) -> list[Line]:
    """Return the learner's curve over the right one, after a wrong formula, below so many lines of the verdict."""
    if not scene.view.plot or phase.showing.card.kind != "formula":
        return []
    from tutor.ui import formula_plot

    found = formula_plot.asked(phase)
    if found is None:
        return []
    rows = min(formula_plot.ROWS, max(LOWEST_OVERLAY, scene.rows - FRAME_ROWS - above))
    return formula_plot.lines(found, min(scene.measure, WIDEST_PLOT), scene.language, rows)


def _yours(scene: Scene, phase: Judged, verdict: Verdict) -> list[Line]:
    """Return what was answered, with the reason against each wrong choice."""
    if not verdict.chosen:
        return [row for because in verdict.because for row in scene.text(because, lead=line("  "))]
    lines: list[Line] = []
    for place in verdict.chosen:
        option = phase.showing.options[place]
        if not option.right and option.because:
            lines += scene.text(option.because, lead=line((f"  {place + 1}  ", "wrong")))
    missed = [place for place in phase.showing.right_options if place not in verdict.chosen]
    if phase.showing.card.kind == "multi" and missed:
        places = " ".join(str(place + 1) for place in missed)
        lines += paragraph(scene.say("screen.missed", places=places), scene.measure, "plain", line("  "))
        for place in missed:
            lines += scene.text(phase.showing.options[place].because, lead=line((f"  {place + 1}  ", "right")))
    return lines


def _cause(scene: Scene) -> list[Line]:
    """Return the name of the mistake that was made."""
    if scene.mistake is None:
        return []
    return scene.text(scene.mistake.name, "dim", line((f"  {scene.say('screen.cause')}", "dim")))


def _help(scene: Scene, phase: Judged) -> list[list[Line]]:
    """Return the contrast of a lasting confusion, and the lesson to a leech."""
    blocks: list[list[Line]] = []
    if phase.contrast and scene.mistake:
        blocks.append(labelled(scene, "screen.contrast", scene.text(scene.mistake.contrast), "notice"))
    if phase.leech:
        entry = scene.session.current
        memory = entry.state.memory if entry else None
        lapses = memory.lapses if isinstance(memory, Memory) else 0
        title = scene.title.lines(scene.language)[0]
        if scene.mistake and not phase.contrast:
            blocks.append(labelled(scene, "screen.contrast", scene.text(scene.mistake.contrast), "notice"))
        key = "screen.leech_own" if entry and entry.card.is_own else "screen.leech"
        blocks.append(paragraph(scene.say(key, n=lapses, title=title), scene.measure, "notice"))
    return blocks
