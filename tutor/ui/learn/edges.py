"""The top and the bottom of a lesson's screens: title, step and progress; notices and the keys of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.sessions.derivation import left_side
from tutor.sessions.lesson_model import can_correct, number, verdict_of
from tutor.syllabus.model import (
    Ask,
    Compare,
    Derive,
    FormulaStep,
    PlotStep,
    Pretest,
    Prose,
    Recap,
    ShowStep,
    TableStep,
)
from tutor.ui.learn import curves
from tutor.ui.lines import Line, Span, beside, clean, line, measure, paragraph
from tutor.ui.phrases import bar
from tutor.ui.screens import footer
from tutor.ui.view import typing

if TYPE_CHECKING:
    from tutor.sessions.model import Session
    from tutor.syllabus.model import Step
    from tutor.ui.learn.scene import LessonScene
    from tutor.ui.screens.footer import Key

KINDS: dict[type, str] = {
    Pretest: "pretest",
    Ask: "ask",
    Recap: "recap",
    FormulaStep: "formula",
    PlotStep: "plot",
    Derive: "derive",
    Compare: "compare",
    TableStep: "table",
    ShowStep: "show",
}
BACK: tuple[Key, ...] = (("←", "lesson.key_back"), ("o", "lesson.key_outline"), ("s", "lesson.key_skip"))
LANGUAGE: Key = ("L", "language")
PUT_AWAY = frozenset({"-", "@", "s"})
CORRECTING = frozenset({"g", "e", "y"})


def kind(step: Step | None) -> str:
    """Return the key of a step's kind: "lesson.kind_say"."""
    name = "end" if step is None else step.role if isinstance(step, Prose) else KINDS[type(step)]
    return f"lesson.kind_{name}"


def top(scene: LessonScene) -> list[Line]:
    """Return the title with the step, and the rule whose bright part lies behind."""
    at, of = number(scene.state)
    count = line((f"{at}/{of}", "dim"))
    title = clean(scene.state.lesson.title.lines(scene.language)[0]).replace("\n", " ")
    told = line((scene.say(kind(scene.state.step)), "accent"), "  ")
    right = (*told, *count) if not scene.state.ended else count
    if measure(right) > scene.page.measure // 2:
        right = count
    full, rest = bar(at / max(1, of), scene.page.measure)
    return [beside(line((title, "title")), right, scene.page.measure), (Span(full, "accent"), Span(rest, "rule"))]


def notices(scene: LessonScene) -> list[Line]:
    """Return what the lesson, its question and the screen have to say."""
    lines = footer.notices(scene.page) if scene.state.question is not None and scene.view.page == "step" else []
    own = [scene.state.notice]
    if scene.state.question is None:
        own.append(scene.view.card.notice)
    for notice in own:
        if notice is not None:
            said = scene.say(notice.key, **dict(notice.facts))
            lines += paragraph(said, scene.page.measure, "notice", line(("▪ ", "notice")))
    return lines


def below(scene: LessonScene) -> list[Line]:
    """Return notices and, where a grade is asked for, the four grades."""
    question = scene.state.question is not None and scene.view.page == "step"
    return [*notices(scene), *(footer.grades(scene.page) if question else [])]


def keys(scene: LessonScene) -> list[Line]:
    """Return the row of keys."""
    return footer.row(scene.page, *_of_moment(scene))


def _of_moment(scene: LessonScene) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Return the keys that are never cut, and the others in order of importance."""
    view = scene.view
    if view.page == "try":
        return (("esc", "back"),), (("enter", "lesson.key_see"), *_sliding(scene), ("↑↓", "lesson.key_zoom"))
    if view.page != "step":
        return (("esc", "back"),), (("↑↓", "scroll"), LANGUAGE)
    if view.attempting:
        return (("esc", "back"),), (("enter", "lesson.key_compare"), ("ctrl-l", "language"))
    if scene.state.ended:
        following = (("enter", "lesson.key_next"),) if scene.end and scene.end.next else ()
        return (("q", "leave"),), (*following, ("o", "lesson.key_outline"), LANGUAGE)
    if scene.state.question is not None:
        return _at_question(scene, scene.state.question)
    return footer.FIXED, of_step(scene)


def _sliding(scene: LessonScene) -> tuple[Key, ...]:
    trial = scene.view.trial
    if trial is None or not trial.live.sliders:
        return ()
    return (("tab", "lesson.key_sliders"), *((("← →", "lesson.key_slide"),) if trial.sliding else ()))


def _at_question(scene: LessonScene, question: Session) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    card = scene.view.card
    if card.page == "report":
        return (("enter", "send"), ("esc", "back")), ()
    if card.page != "card":
        return (("esc", "back"),), (("↑↓", "scroll"), LANGUAGE)
    if typing(question, card):
        return (("esc", "commands"),), (("enter", "submit"), ("ctrl-l", "language"))
    return footer.FIXED, of_question(scene, question)


def of_question(scene: LessonScene, question: Session) -> tuple[Key, ...]:
    """Return the keys at a question, without those that put a card away."""
    if verdict_of(question) is not None and isinstance(scene.state.step, Pretest):
        return (("space", "lesson.key_forward"), ("u", "undo"), *BACK[:2], LANGUAGE)
    gone = PUT_AWAY | {"i"} if isinstance(scene.state.step, Pretest) else PUT_AWAY  # a guess has no schedule
    found = [key for key in footer.with_plot(scene.page, footer.of_phase(scene.page)) if key[0] not in gone]
    found = [("space", "lesson.key_forward") if key == ("space", "next") else key for key in found]
    if verdict_of(question) is not None and not can_correct(verdict_of(question)):
        found = [key for key in found if key[0] not in CORRECTING]
    if verdict_of(question) is None:
        place = next((at for at, key in enumerate(found) if key in footer.PUT_AWAY), len(found))
        hint: list[Key] = [("h", "lesson.key_hint")] if has_hint(question) else []
        found[place:place] = [*hint, ("s", "lesson.key_skip"), ("←", "lesson.key_back")]
    return (*found, ("o", "lesson.key_outline"))


def has_hint(question: Session) -> bool:
    """Say whether the author gave the question a hint."""
    showing = getattr(question.phase, "showing", None)
    return showing is not None and showing.hint is not None


def of_step(scene: LessonScene) -> tuple[Key, ...]:
    """Return the keys of a step that tells or shows something."""
    state, step = scene.state, scene.state.step
    own: list[Key] = []
    match step:
        case Prose(role="deeper"):
            folded = state.at not in state.unfolded
            own = [("d", "lesson.key_unfold" if folded else "lesson.key_fold")]
        case Derive(lines) if state.stage + 1 < len(lines) and left_side(lines[state.stage + 1]):
            own = [("g", "lesson.key_guess")]
        case PlotStep() | FormulaStep() if curves.to_try(state) is not None:
            own = [("t", "lesson.key_try")]
        case _:
            pass
    plot: tuple[Key, ...] = ()
    if not isinstance(step, PlotStep) and curves.near(state) is not None:
        plot = (("p", "lesson.key_plot"),)
    return (("space", "lesson.key_forward"), *own, BACK[0], *plot, *BACK[1:], LANGUAGE)
