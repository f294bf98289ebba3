"""The end of a quiz: the score, topic by topic, what was mixed up, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import Line, Span, clean, cut, line, measure, pad, paragraph, spaced
from tutor.ui.phrases import bar, scored, spent
from tutor.ui.screens.question import Body, labelled

if TYPE_CHECKING:
    from tutor.reports.quiz import Score, Topic
    from tutor.sessions.model import Session
    from tutor.text import Language
    from tutor.ui.scene import Scene
    from tutor.ui.theme import Role

BAR = 24
TITLE = 32  # cells of a topic's title at most
SHOWN = 5  # confusions listed
GOOD, FAIR = 0.8, 0.5


def body(scene: Scene) -> Body:
    """Return the score screen."""
    end = scene.score
    assert end is not None
    blocks = [
        _head(scene, end),
        labelled(scene, "quiz.topics", _topics(scene, end)),
        labelled(scene, "quiz.confusions", _confusions(scene, end)),
        _next(scene, end),
    ]
    return Body(tuple(spaced(blocks)))


def _head(scene: Scene, end: Score) -> list[Line]:
    full, rest = bar(end.share, min(scene.measure - 8, 40))
    percent = Span(f"  {round(100 * end.share)} %", "strong")
    told = scene.say("quiz.took", minutes=spent(end.minutes, scene.language))
    if not end.recorded:
        told += ("" if scene.language == "zh" else " ") + scene.say("quiz.not_recorded")
    return [
        *paragraph(scored(scene.session, end, scene.language), scene.measure, "title"),
        (Span(full, _role(end.share)), Span(rest, "rule"), percent),
        *paragraph(told, scene.measure, "dim"),
    ]


def _role(share: float) -> Role:
    return "right" if share >= GOOD else "notice" if share >= FAIR else "wrong"


def _topics(scene: Scene, end: Score) -> list[Line]:
    """Return a bar for each topic, the weakest first; the titles stand in a column of their own."""
    titles = [clean(topic.title.lines(scene.language)[0]).replace("\n", " ") for topic in end.topics]
    column = min(TITLE, max((measure(line(title)) for title in titles), default=0), max(8, scene.measure - 18))
    return [_topic(scene, topic, title, column) for topic, title in zip(end.topics, titles, strict=True)]


def _topic(scene: Scene, topic: Topic, title: str, column: int) -> Line:
    share = topic.right / topic.asked
    count = f"  {topic.right}/{topic.asked}"
    full, rest = bar(share, max(4, min(BAR, scene.measure - column - measure(line(count)) - 2)))
    name = pad(cut(line(title), column), column)
    return (*name, Span("  "), Span(full, _role(share)), Span(rest, "rule"), Span(count, "dim"))


def _confusions(scene: Scene, end: Score) -> list[Line]:
    lines: list[Line] = []
    for found in end.confusions[:SHOWN]:
        times = f" ×{found.times}" if found.times > 1 else ""
        lines += scene.text(found.name, lead=line(("· ", "notice")))
        if times:
            lines[-1] = (*lines[-1], Span(times, "notice"))
    return lines


def _next(scene: Scene, end: Score) -> list[Line]:
    """Return what can be done now, and how the same quiz is asked again."""
    missed = len(scene.session.missed)
    if missed:
        lines = paragraph(scene.say("quiz.read_missed", n=missed), scene.measure, "strong")
    else:
        lines = paragraph(scene.say("quiz.all_right"), scene.measure, "right")
    if end.again:
        lines += paragraph(scene.say("quiz.again", command=end.again), scene.measure, "dim")
    return lines


def farewell(session: Session, end: Score, language: Language) -> list[str]:
    """Return the lines that stay in the scrollback."""
    took = say("quiz.took", language, minutes=spent(end.minutes, language))
    lines = [scored(session, end, language) + ("" if language == "zh" else " ") + took]
    lines += [say("quiz.again", language, command=end.again)] if end.again else []
    return [clean(text) for text in lines]
