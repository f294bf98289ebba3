"""The end of a session: how it went, what rose, what tomorrow holds; and the three lines that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.sessions.model import Over
from tutor.text.words import say
from tutor.ui.lines import Line, Span, clean, line, measure, pad, paragraph, spaced
from tutor.ui.phrases import bar, spent
from tutor.ui.screens.question import Body, labelled

if TYPE_CHECKING:
    from tutor.reports.summary import Rise, Summary
    from tutor.sessions.model import Session
    from tutor.text import Language
    from tutor.ui.scene import Scene

SHOWN = 6  # lessons listed


def body(scene: Scene) -> Body:
    """Return the summary screen."""
    end = scene.summary
    assert end is not None
    head = line((_headline(scene.session, end, scene.language), "title"))
    blocks = [[head], _figures(scene, end), labelled(scene, "screen.rose", _rises(scene, end)), _tomorrow(scene, end)]
    return Body(tuple(spaced(blocks)))


def _headline(session: Session, end: Summary, language: Language) -> str:
    why: str = session.phase.why if isinstance(session.phase, Over) else "left"
    if why == "done" and end.left:
        why = "more"
    key = f"screen.over_{why}" if session.done else "screen.over_empty" if session.shown else "screen.over_nothing"
    return say(key, language, n=end.left)


def _figures(scene: Scene, end: Summary) -> list[Line]:
    """Return how many were answered, how many right, how long it took."""
    if not scene.session.done:
        return []
    share = end.right / end.answers if end.answers else 0.0
    lines: list[Line] = []
    if end.answers:
        lines += paragraph(scene.say("screen.answered", n=end.answers, right=end.right), scene.measure)
        full, rest = bar(share, min(scene.measure - 8, 40))
        lines.append((Span(full, "right"), Span(rest, "rule"), Span(f"  {round(100 * share)} %", "strong")))
    facts = {"minutes": spent(end.minutes, scene.language)}
    lines += paragraph(scene.say("screen.took", **facts), scene.measure, "dim")
    if end.practice:
        lines += paragraph(scene.say("summary.practice", n=end.practice), scene.measure, "dim")
    return lines


def _rises(scene: Scene, end: Summary) -> list[Line]:
    """Return the lessons that rose with a bar of their mastery now."""
    lines: list[Line] = []
    for rise in end.rises[:SHOWN]:
        change = f"{rise.before:.2f} → {rise.after:.2f}"
        title = clean(rise.title.lines(scene.language)[0]).replace("\n", " ")
        room = scene.measure - len(change) - 3
        if room < 24:
            lines += [*paragraph(title, scene.measure), line((f"  {change}", "dim"))]
            continue
        names = min(max(measure(line(r.title.lines(scene.language)[0])) for r in end.rises[:SHOWN]), room - 14)
        cells = min(24, room - names - 2)
        lines.append((*pad(line(title), names), Span("  "), *_gain(rise, cells), Span("  "), Span(change, "dim")))
    return lines


def _gain(rise: Rise, columns: int) -> Line:
    """Return a bar of the mastery before, what was gained, and what is left."""
    before, _ = bar(rise.before, columns)
    after, rest = bar(rise.after, columns)
    return (Span(before, "accent"), Span(after[len(before) :], "right"), Span(rest, "rule"))


def _tomorrow(scene: Scene, end: Summary) -> list[Line]:
    said = scene.say(
        "screen.tomorrow" if end.tomorrow else "screen.tomorrow_free", n=end.tomorrow, minutes=end.tomorrow_minutes
    )
    return paragraph(said, scene.measure, "strong")


def farewell(session: Session, end: Summary, language: Language) -> list[str]:
    """Return the three lines that stay in the scrollback."""
    lines = [_headline(session, end, language)]
    if session.done:
        key = "screen.answered" if end.answers else "screen.practised"
        answered = say(key, language, n=end.answers or end.practice, right=end.right)
        took = say("screen.took", language, minutes=spent(end.minutes, language))
        lines.append(answered + ("" if language == "zh" else " ") + took)
    lines.append(
        say(
            "screen.tomorrow" if end.tomorrow else "screen.tomorrow_free",
            language,
            n=end.tomorrow,
            minutes=end.tomorrow_minutes,
        )
    )
    return [clean(text) for text in lines]
