"""A lesson as linear text: every prompt reads one line; an empty one goes on.

Shares the machine with the full screen. At a question a line means what it means in a review, and the
commands of a lesson need a colon where letters are answers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.sessions.inputs import Guessed, Leave, Mark, Next, Redo, Reveal, Skip, TooEasy, Undo, WasRight
from tutor.sessions.lesson_inputs import Attempt, Back, Forward, Quit, Unfold
from tutor.sessions.lesson_model import is_open
from tutor.sessions.model import Ticking
from tutor.syllabus.model import Derive, Pretest
from tutor.text.bilingual import next_language
from tutor.text.fold import fold_key
from tutor.text.words import say
from tutor.ui import plain, plain_text
from tutor.ui.learn import plain_steps as told
from tutor.ui.learn.loop import perform
from tutor.ui.view import typed

if TYPE_CHECKING:
    from tutor.sessions.lesson_inputs import LessonInput
    from tutor.sessions.lesson_model import LessonSession
    from tutor.sessions.model import Session
    from tutor.text import Language
    from tutor.ui.learn.host import LessonHost
    from tutor.ui.plain import Lines

COMMANDS: dict[str, LessonInput] = {
    "u": Undo(),
    "r": Redo(),
    "q": Leave(),
    "s": Skip(),
    "b": Back(),
    "o": Quit("outline"),
    "d": Unfold(),
}
TALK = frozenset("l?hpi")  # commands that only say something
WITH_TEXT = frozenset("gt!")  # commands that are followed by a text
CORRECTIONS = (Guessed, TooEasy, WasRight)


@dataclass(frozen=True, slots=True)
class Said:
    """A command that only says something, and the text behind it."""

    name: str
    text: str = ""


def run(state: LessonSession, host: LessonHost, lines: Lines) -> LessonSession:
    """Take the lesson line by line until the learner leaves; return its last state."""
    language = host.language
    shown: object = None
    lines.say(*told.opening(state, language))
    while state.left is None:
        lines.say(*told.notices(state, language))
        if told.subject(state) != shown:
            lines.say(*told.screen(state, shown, host, language))
            shown = told.subject(state)
        line = lines.read(told.prompt(state, host, language))
        given = Leave() if line is None else meaning(state, line)
        state = _heard(state)
        if isinstance(given, Said):
            language, shown = _talk(state, host, lines, given, (language, shown))
            continue
        before, state = state, perform(state, host, given)
        lines.say(*told.graded(before, state, host, language))
        if state.question is not None and isinstance(state.question.phase, Ticking):
            state = perform(state, host, Reveal())  # points are listed, not ticked: a line means one thing
    if state.left == "left":
        lines.say(*told.farewell(state, language))
    return state


def _heard(state: LessonSession) -> LessonSession:
    """Return the lesson without what has been said."""
    place, question = state.place, state.question
    state = replace(state, notice=None, tried=None)
    if place is None or question is None or question.notice is None:
        return state
    return replace(state, asked={**state.asked, place: replace(question, notice=None)})


def meaning(state: LessonSession, line: str) -> LessonInput | Said:
    """Return what a line means at the present prompt."""
    text = fold_key(line)
    question = state.question
    answering = question is not None and is_open(question)
    unlike_answers = not typed(question) and text.casefold() in {"h", "o", "p"} if question is not None else False
    if text.startswith(":") or not answering or unlike_answers:
        found = command(state, text.removeprefix(":").strip())
        if found is not None:
            return found
    if question is not None:
        return _at_question(state, question, line)
    if state.ended:
        return Quit("next") if text.casefold() == "n" else Leave() if not text else Said("unknown")
    return Forward() if not text else Said("unknown")


def command(state: LessonSession, text: str) -> LessonInput | Said | None:
    """Return the command that a text is, None when it is none."""
    name, rest = text[:1].casefold(), text[1:].strip()
    if name in WITH_TEXT and (rest or name != "g" or state.question is None):
        if name == "g":
            return Attempt(rest) if rest and isinstance(state.step, Derive) else Said("unknown")
        return Said(name, rest)
    if rest or not name:
        return None
    return Said(name) if name in TALK else COMMANDS.get(name)


def _at_question(state: LessonSession, question: Session, line: str) -> LessonInput | Said:
    """Read a line at a question as a review does; what puts a card away means nothing here."""
    found = plain.meaning(question, line)
    pretest = isinstance(state.step, Pretest)
    match found:
        case str():
            return Said(found[:1], found[1:].strip())
        case Next():
            return Forward()
        case _ if pretest and isinstance(found, CORRECTIONS):
            return Said("unknown")
        case _ if isinstance(found, (*CORRECTIONS, Leave, Undo, Redo, Skip)) or _answers(question, found):
            return found
        case _:
            return Said("unknown")


def _answers(question: Session, found: object) -> bool:
    """Say whether an input is an answer, or a hint about one."""
    return is_open(question) and type(found).__name__ not in {"Bury", "Suspend"} and not isinstance(found, Mark)


def _talk(
    state: LessonSession, host: LessonHost, lines: Lines, said: Said, held: tuple[Language, object]
) -> tuple[Language, object]:
    """Answer a command that only says something; return the language and what counts as shown."""
    language, shown = held
    match said.name:
        case "l":
            return next_language(language), None
        case "?":
            lines.say(told.prompt(state, host, language), say("lesson.plain_help", language))
        case "h":
            lines.say(*told.hint(state, language))
        case "p":
            lines.say(*told.plot_again(state, language))
        case "t":
            lines.say(*told.trial(state, said.text, language))
        case "i" if state.question is not None:
            lines.say(*plain_text.why(host.why(state.question), state.question, language))
        case "!" if state.question is not None and said.text:
            lines.say(say("plain.reported", language, file=host.report(state.question, said.text)))
        case _:
            lines.say(say("lesson.plain_unknown", language))
    return language, shown
