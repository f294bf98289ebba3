"""A question inside a lesson: drawn as in a review, with what the lesson has to say about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.sessions.lesson_model import guessed_before, missed_before, stages, verdict_of
from tutor.syllabus.model import Pretest, Recap
from tutor.text.words import say
from tutor.ui.lines import Line, line, paragraph, spaced
from tutor.ui.screens import frame
from tutor.ui.screens.question import PROMPT, Body, ask

INNER = str.maketrans('「」"', "『』'")

if TYPE_CHECKING:
    from tutor.sessions.lesson_model import LessonSession
    from tutor.sessions.model import Judged, Session
    from tutor.text import Language
    from tutor.ui.learn.scene import LessonScene
    from tutor.ui.theme import Role


def body(scene: LessonScene, question: Session) -> Body:
    """Return the question with a line above it that tells why it is asked here, and its hint once asked for."""
    if scene.view.card.page != "card":
        return frame.body(scene.page)
    verdict = verdict_of(question)
    if verdict is not None and isinstance(scene.state.step, Pretest):
        return _guess(scene, verdict)
    above = announced(scene) if verdict is None else _settled(scene)
    hint = _hint(scene, question)
    page = replace(scene.page, rows=scene.page.rows - len(above) - bool(above) - len(hint))
    content = frame.body(page)
    lead = [*above, ()] if above else []
    lines = [*lead, *content.lines, *([(), *hint] if hint else [])]
    keep = len(lines) - 1 if hint else content.keep + len(lead)
    cursor = content.cursor and (content.cursor[0] + len(lead), content.cursor[1])
    return Body(tuple(lines), keep, cursor)


def _settled(scene: LessonScene) -> list[Line]:
    """Return, beside the verdict, what was guessed before the lesson and what was the answer to it."""
    guess = guessed_before(scene.state)
    if guess is None:
        return []
    told = settled(scene.state, guess, scene.language)
    return announced(scene) if told is None else paragraph(told, scene.measure, "notice")


def settled(state: LessonSession, judged: Judged, language: Language) -> str | None:
    """Return the answer to a question from before the lesson; None when it is the very question asked now."""
    if _is_same(state, judged):
        return None
    asked, answer = (text.lines(language)[0] for text in (judged.showing.ask, judged.showing.answer))
    return say("lesson.settled", language, asked=asked, answer=answer.translate(INNER))


def _is_same(state: LessonSession, judged: Judged) -> bool:
    return state.place is not None and state.place[1] == judged.showing.card.id


def announced(scene: LessonScene) -> list[Line]:
    """Return why this question is asked here: before the lesson, again, or to close it."""
    state = scene.state
    guess = guessed_before(state)
    if guess is not None:
        return paragraph(earlier(state, guess, scene.language), scene.measure, "notice")
    place = {"n": state.stage + 1, "of": stages(state, state.at)}
    if missed_before(state):
        return paragraph(scene.say("lesson.missed_before", **place), scene.measure, "notice")
    match state.step:
        case Pretest():
            return paragraph(scene.say("lesson.pretest"), scene.measure, "dim")
        case Recap():
            return paragraph(scene.say("lesson.recap", **place), scene.measure, "dim")
        case _:
            return []


def earlier(state: LessonSession, judged: Judged, language: Language) -> str:
    """Return what was guessed before the lesson, as a sentence in the first language that is shown.

    Where another question about the same matter is asked now, the one from before is quoted.
    """
    verdict = judged.verdict
    about = "" if _is_same(state, judged) else "_about"
    asked = judged.showing.ask.lines(language)[0]
    if verdict is None or not (verdict.chosen or verdict.given):
        return say(f"lesson.unknown_before{about}", language, asked=quoted(asked))
    chosen = (judged.showing.options[place].text.lines(language)[0] for place in verdict.chosen)
    guess = verdict.given or " · ".join(chosen)
    return say(f"lesson.guessed_before{about}", language, guess=quoted(guess), asked=quoted(asked))


def quoted(text: str) -> str:
    """Return a text to stand between quotation marks: its own ones become the inner ones."""
    return text.translate(INNER)


def _guess(scene: LessonScene, judged: Judged) -> Body:
    """Return a pretest after its guess: whether it was right, but not the answer; the lesson comes first."""
    showing, verdict = judged.showing, judged.verdict
    rows: list[Line] = []
    chosen = verdict.chosen if verdict else ()
    for place, option in enumerate(showing.options):
        here = place in chosen
        role: Role = "strong" if here else "dim"
        lead = line(("› " if here else "  ", "mark"), (f"{place + 1}  ", role))
        rows += scene.page.text(option.text, role, lead)
    if verdict and verdict.given:
        rows = paragraph(verdict.given, scene.measure, lead=line((PROMPT, "dim")))
    right = judged.grade > 1
    head: Role = "right" if right else "notice"
    told = [
        *paragraph(
            scene.say(f"lesson.guess_{verdict_key(judged)}"), scene.measure, head, line(("✓ " if right else "○ ", head))
        ),
        *paragraph(scene.say("lesson.guess_later"), scene.measure, "dim", line("  ")),
    ]
    return Body(tuple(spaced([ask(scene.page, showing), rows, told])))


def verdict_key(judged: Judged) -> str:
    """Return how a guess went: right, wrong, or none at all."""
    if judged.grade > 1:
        return "right"
    verdict = judged.verdict
    return "wrong" if verdict is None or verdict.chosen or verdict.given else "none"


def _hint(scene: LessonScene, question: Session) -> list[Line]:
    """Return the author's hint once it was asked for."""
    if not scene.view.hinted or verdict_of(question) is not None:
        return []
    showing = getattr(question.phase, "showing", None)
    if showing is None or showing.hint is None:
        return paragraph(scene.say("lesson.no_hint"), scene.measure, "dim")
    lead = line((f"{scene.say('lesson.hint')}  ", "notice"))
    return scene.page.text(showing.hint, "plain", lead)
