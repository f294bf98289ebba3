"""What plain mode says: labelled lines for a question, a verdict, the reasons and the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from tutor.questions.model import Flash, Multi
from tutor.questions.template import fill
from tutor.sessions.model import Asking, Contrasting, Grading, Judged, Over, Scored, Ticking
from tutor.text.intervals import interval
from tutor.text.words import say
from tutor.ui import card_plot, option_plot
from tutor.ui.phrases import GRADES, digits_wanted, scored, span, spent, untold
from tutor.ui.reasons import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.memory.scheduling import Outcome
    from tutor.questions.grading import Verdict
    from tutor.questions.showing import Showing
    from tutor.reports.quiz import Score
    from tutor.reports.summary import Summary
    from tutor.reports.why import Why
    from tutor.sessions.model import Session
    from tutor.syllabus.model import Mistake
    from tutor.text import Language, Text
    from tutor.ui.host import Host

LAID_OUT = re.compile(r"\n(?: |• |\d+\. )")


def subject(session: Session) -> object:
    """Return what makes a screen a new one: the question, its phase, its correction."""
    phase = session.phase
    match phase:
        case Over() | Scored():
            return (session.shown, type(phase))
        case Contrasting(mistake):
            return (session.shown, mistake)
    correction = phase.correction if isinstance(phase, Judged) else ""
    question = (phase.showing.card.id, dict(phase.showing.values), phase.showing.order)
    return (session.shown, question, type(phase), correction)


def notice(session: Session, language: Language) -> tuple[str, ...]:
    """Return the session's notice as a line, if there is one."""
    if session.notice is None:
        return ()
    return (say(session.notice.key, language, **dict(session.notice.facts)),)


def screen(session: Session, host: Host, language: Language) -> tuple[str, ...]:
    """Return the lines of the present screen: the question, or what follows the answer."""
    phase = session.phase
    match phase:
        case Asking(showing):
            return ("", _heading(session, showing, host, language), *question(showing, language))
        case Ticking(showing) | Grading(showing):
            return tuple(_answer(showing, language))
        case Judged():
            reading = question(phase.showing, language) if session.ended else ()
            return (*reading, *_verdict(phase, session, host, language))
        case Contrasting(mistake):
            return _contrast(host.mistake(mistake), language)
        case Scored():
            return score(host.score(session), session, language)
        case Over():
            return ()


def _contrast(mistake: Mistake | None, language: Language) -> tuple[str, ...]:
    """Return in words what clears a confusion up."""
    from tutor.ui.screens import contrast

    return ("", *contrast.in_words(mistake, language)) if mistake else ()


def score(end: Score, session: Session, language: Language) -> tuple[str, ...]:
    """Return what a quiz came to: the score, a line for each topic, what was mixed up."""
    lines = ["", scored(session, end, language), say("quiz.took", language, minutes=spent(end.minutes, language))]
    if not end.recorded:
        lines.append(say("quiz.not_recorded", language))
    lines += [
        say("quiz.topic_line", language, title=topic.title.lines(language)[0], right=topic.right, n=topic.asked)
        for topic in end.topics
    ]
    lines += [
        say("quiz.confusion_line", language, name=found.name.lines(language)[0], n=found.times)
        for found in end.confusions
    ]
    if not session.missed:
        lines.append(say("quiz.all_right", language))
    if end.again:
        lines.append(say("quiz.again", language, command=end.again))
    return tuple(lines)


def prompt(session: Session, language: Language, outcomes: tuple[Outcome, ...] = ()) -> str:
    """Return the prompt of the present phase, with the choices it takes and what each grade would do."""
    phase = session.phase
    match phase:
        case Asking(showing) if showing.options:
            key = "plain.choose_several" if isinstance(showing.card.body, Multi) else "plain.choose"
            return say(key, language, last=len(showing.options))
        case Asking(showing) if isinstance(showing.card.body, Flash):
            return say("plain.reveal", language)
        case Asking():
            return say("plain.type", language)
        case Ticking() | Grading():
            return say("plain.grade", language, **_intervals(outcomes, language))
        case Judged():
            return say(_done_key(phase), language)
        case Contrasting():
            return say("plain.done", language)
        case Scored():
            return say("quiz.prompt_missed" if session.missed else "quiz.prompt_close", language)
        case Over():
            return ""


def _intervals(outcomes: tuple[Outcome, ...], language: Language) -> dict[str, str]:
    """Return behind each grade's name when the card would come back."""
    whens = [f" {interval(outcome.interval, language)}" for outcome in outcomes] or [""] * len(GRADES)
    return dict(zip(GRADES, whens, strict=True))


def _done_key(phase: Judged) -> str:
    """Return the prompt after a verdict: it offers the corrections that fit."""
    if "easy" in phase.corrections:
        return "plain.done_right"
    return "plain.done_wrong" if "disputed" in phase.corrections else "plain.done"


def graded(before: Session, after: Session, outcomes: tuple[Outcome, ...], language: Language) -> tuple[str, ...]:
    """Return what grading a recalled card came to, as a line."""
    if not isinstance(before.phase, Grading) or len(after.done) <= len(before.done):  # fewer after an undo
        return ()
    done = after.done[-1]
    grade = say(f"grade.{GRADES[done.grade - 1]}", language)
    if done.practice or not outcomes:
        return (say("plain.graded", language, grade=grade, when=say("plain.practice", language)),)
    when = say("plain.returns", language, interval=span(outcomes[done.grade - 1].interval, language))
    return (say("plain.graded", language, grade=grade, when=when),)


def _heading(session: Session, showing: Showing, host: Host, language: Language) -> str:
    title = host.lesson_title(showing.card.lesson).lines(language)[0]
    kind = say(f"question.kind_{showing.card.kind}", language)
    why = say(f"plain.why_{session.current.why}", language) if session.current else ""
    key = "plain.heading_quiz" if session.settings.quiz else "plain.heading"
    return say(key, language, title=title, kind=kind, why=why, left=session.left)


def question(showing: Showing, language: Language) -> Iterator[str]:
    """Yield a question with its options and its curves in words."""
    yield from labelled("plain.question", showing.ask, language)
    if showing.digits_wanted is not None:
        yield digits_wanted(showing.digits_wanted, language)
    yield from labelled("plain.unit", showing.unit, language)
    if any(option.curve for option in showing.options):
        yield from option_plot.in_words(showing, language)
        return
    if showing.card.plot is not None:
        yield from card_plot.in_words(showing.card.plot, language)
    for place, option in enumerate(showing.options, 1):
        yield f"{place}) " + " / ".join(option.text.lines(language))


def labelled(key: str, text: Text | None, language: Language) -> Iterator[str]:
    """Yield a text behind its label, a line per language, each with a label in its own."""
    for line, spoken in zip(text.lines(language), ("zh", "en"), strict=False) if text is not None else ():
        below = f"\n{line}" if LAID_OUT.search(line) else line  # a list or code stands below its label
        yield say(key, cast("Language", spoken) if language == "both" else language, text=below)


def _answer(showing: Showing, language: Language) -> Iterator[str]:
    yield from labelled("plain.answer", showing.answer, language)
    for place, point in enumerate(untold(showing), 1):
        yield from (f"  {place}. {line}" for line in point.lines(language))
    quick = showing.card.quick
    if quick is not None:
        yield from labelled("interview.plain_quick", fill(quick, showing.values), language)
    yield from labelled("plain.because", showing.why, language)


def _verdict(phase: Judged, session: Session, host: Host, language: Language) -> Iterator[str]:
    """Right: the verdict and a line of why; wrong: the option's own reason, the right one, why, formula."""
    showing, verdict = phase.showing, phase.verdict
    if verdict is None:  # a flash card stays on the screen only for the help
        yield returns(session, phase, language)
        yield from _help_for_confusion(phase, host, language)
        return
    if phase.correction:
        yield say(f"plain.{phase.correction}", language, when=returns(session, phase, language))
        return
    yield say(
        "plain.right" if verdict.right else "plain.wrong", language, when=returns(session, phase, language)
    ).rstrip()
    if showing.card.kind == "myth":
        kind = showing.options[showing.right_options[0]].text
        yield from labelled("plain.it_is", kind, language)
    if session.ended and verdict.given:
        yield say("quiz.given", language, text=verdict.given)
    if verdict.note:
        yield say(verdict.note, language, **dict(verdict.facts))
    yield from _overlaid(phase, language)
    if not verdict.right:
        yield from _chosen(showing, verdict, language)
        yield from _missed(showing, verdict, language)
        yield from _cause(verdict, host, language)
    if not verdict.right or not showing.options or showing.card.kind == "myth":
        yield from labelled("plain.answer", showing.answer, language)
    yield from labelled("plain.because", showing.why, language)
    if not verdict.right and showing.card.formula:
        yield say("plain.formula", language, text=showing.card.formula)
    yield from _help_for_confusion(phase, host, language)


def _overlaid(phase: Judged, language: Language) -> Iterator[str]:
    """Yield where a wrong formula is farthest from the right one."""
    if phase.showing.card.kind == "formula":
        from tutor.ui import formula_plot

        found = formula_plot.asked(phase)
        yield from formula_plot.in_words(found, language) if found else ()


def _chosen(showing: Showing, verdict: Verdict, language: Language) -> Iterator[str]:
    """Yield each option that was chosen, with the reason against a wrong one."""
    for place in verdict.chosen:
        option = showing.options[place]
        yield from labelled("plain.chosen", option.told, language)
        if not option.right:
            yield from labelled("plain.against", option.because, language)


def _cause(verdict: Verdict, host: Host, language: Language) -> Iterator[str]:
    """Yield the reason against what was typed, and the name of the mistake that was made."""
    for because in () if verdict.chosen else verdict.because:
        yield from labelled("plain.against", because, language)
    mistake = host.mistake(verdict.mistake) if verdict.mistake else None
    yield from labelled("plain.cause", mistake.name if mistake else None, language)


def _missed(showing: Showing, verdict: Verdict, language: Language) -> Iterator[str]:
    """Yield each right option of several that was not chosen, with its reason."""
    if not verdict.chosen or showing.card.kind != "multi":
        return
    for place in showing.right_options:
        if place not in verdict.chosen:
            option = showing.options[place]
            yield from labelled("plain.missed", option.told, language)
            yield from labelled("plain.because", option.because, language)


def _help_for_confusion(phase: Judged, host: Host, language: Language) -> Iterator[str]:
    """Yield the contrast of a lasting confusion, and the lesson to a leech."""
    showing, verdict = phase.showing, phase.verdict
    if not (phase.contrast or phase.leech):
        return
    mistake = host.mistake(verdict.mistake) if verdict and verdict.mistake else None
    if mistake is not None:
        yield from labelled("plain.contrast", mistake.contrast, language)
    if phase.leech:
        title = host.lesson_title(showing.card.lesson).lines(language)[0]
        yield say("plain.leech_own" if showing.card.is_own else "plain.leech", language, title=title)


def returns(session: Session, phase: Judged, language: Language) -> str:
    """Return when the card comes back, as a phrase; "" when it is only read again."""
    if session.ended or not (phase.practice or phase.outcomes):
        return ""
    if phase.contrast:
        return say("plain.returns_tomorrow", language)
    if phase.grade == 1 and not session.settings.quiz and session.settings.missed != "tomorrow":
        return say("plain.returns_soon" if session.settings.missed == "soon" else "lesson.back_at_end", language)
    if phase.practice:
        return say("plain.practice", language)
    return say("plain.returns", language, interval=span(phase.outcomes[phase.grade - 1].interval, language))


def why(reasons: Why | None, session: Session, language: Language) -> tuple[str, ...]:
    """Return in words what the engine knows about the card on the screen."""
    if reasons is None:
        return ()
    lines = [say("why.card", language, card=reasons.card), *told(reasons, language)]
    phase = session.phase
    if isinstance(phase, Judged | Grading | Ticking):
        lines.extend(labelled("plain.because", phase.showing.why, language))
        if phase.showing.card.source:
            lines.append(say("why.source", language, text=phase.showing.card.source))
    return tuple(lines)


def help_lines(session: Session, language: Language) -> tuple[str, ...]:
    """Return what can be typed at the present prompt."""
    return (prompt(session, language), say("plain.help", language))


def summary(end: Summary, session: Session, language: Language) -> tuple[str, ...]:
    """Return the last lines of a session."""
    if not session.done:
        key = "summary.nothing_done" if session.shown else "summary.nothing_due"
        return (say(key, language), say("summary.tomorrow", language, n=end.tomorrow, minutes=end.tomorrow_minutes))
    lines = []
    if end.answers:
        lines.append(say("summary.line", language, n=end.answers, right=end.right, minutes=_minutes(end.minutes)))
    if end.practice:
        lines.append(say("summary.practice", language, n=end.practice))
    for rise in end.rises[:5]:
        title = rise.title.lines(language)[0]
        lines.append(say("summary.rise", language, title=title, before=f"{rise.before:.2f}", after=f"{rise.after:.2f}"))
    over: str = session.phase.why if isinstance(session.phase, Over) else "left"
    if over == "done" and end.left:
        over = "more"
    lines.append(say(f"summary.{over}", language, n=end.tomorrow, minutes=end.tomorrow_minutes, left=end.left))
    return tuple(lines)


def _minutes(minutes: float) -> str:
    return "< 1" if minutes < 1 else f"{round(minutes)}"
