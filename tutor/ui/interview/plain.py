"""An interview as linear text: every prompt reads one line, and a line means one thing per prompt.

At a question in own words an empty line says that it was answered aloud; anything else is the first line of a
typed answer, which an empty line ends. It shares the machine with the full screen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.questions.answers import Unreadable
from tutor.sessions.inputs import Leave, Mark, Next, Redo, Reveal, Skip, Undo
from tutor.sessions.interview_inputs import Begin
from tutor.sessions.interview_model import Choosing, Climbing, Landed, Over, Reported
from tutor.sessions.model import Ticking
from tutor.text.bilingual import next_language
from tutor.text.fold import fold_key
from tutor.text.words import say
from tutor.ui import plain, plain_text
from tutor.ui.interview import plain_told as told
from tutor.ui.interview.keys import spoken
from tutor.ui.interview.loop import perform
from tutor.ui.interview.loop import told as answer_told
from tutor.ui.interview.report import farewell
from tutor.ui.interview.view import question_of

if TYPE_CHECKING:
    from tutor.sessions.interview_inputs import InterviewInput
    from tutor.sessions.interview_model import Interview
    from tutor.text import Language
    from tutor.ui.interview.host import InterviewHost
    from tutor.ui.plain import Lines

COMMANDS: dict[str, InterviewInput] = {"u": Undo(), "r": Redo(), "q": Leave(), "s": Skip()}
TALK = frozenset("i?l")  # commands that only say something


def run(state: Interview, host: InterviewHost, lines: Lines) -> Interview:
    """Hold the interview line by line to its end; return its last state."""
    language = host.language
    shown: object = None
    while not isinstance(state.phase, Over):
        lines.say(*told.notices(state, language))
        if told.subject(state) != shown:
            shown = told.subject(state)
            lines.say(*told.screen(state, host, language))
        line = lines.read(told.prompt(state, host, language))
        state = _heard(state)
        given = Leave() if line is None else meaning(state, line)
        if isinstance(given, str) and given[:1] in TALK | {"!"}:
            language, shown = _talk(state, host, lines, given, (language, shown))
            continue
        if isinstance(given, tuple):  # the first line of a typed answer, or the points that were named
            state = _several(state, host, lines, given, language)
        elif not isinstance(given, str):
            state = perform(state, host, given)
    lines.say(*farewell(host.outcome(state) if state.heard else None, language))
    return state


def _heard(state: Interview) -> Interview:
    """Return the interview without what has been said."""
    question = state.question
    if question is not None and question.notice is not None:
        question = replace(question, notice=None)
    return replace(state, notice=None, question=question)


def _several(
    state: Interview, host: InterviewHost, lines: Lines, given: tuple[str, object], language: Language
) -> Interview:
    """Read a typed answer to its end, or tick the named points and go on to the model answers."""
    what, value = given
    if what == "typed":
        return perform(state, host, answer_told(state, _typed(lines, str(value), language), host))
    phase = question_of(state).phase
    assert isinstance(phase, Ticking)
    wanted = phase.marked if value is None else value
    assert isinstance(wanted, frozenset)
    for place in phase.marked ^ wanted:
        state = perform(state, host, Mark(place))
    return perform(state, host, Reveal())


def _typed(lines: Lines, first: str, language: Language) -> str:
    """Read the rest of a typed answer: up to an empty line, or to the end of input."""
    answer = [first]
    while line := lines.read(say("interview.prompt_more", language)):
        if not line.strip():
            break
        answer.append(line.strip())
    return "\n".join(answer)


def meaning(state: Interview, line: str) -> InterviewInput | str | tuple[str, object]:
    """Return what a line means at the present prompt: an input, a command that only says something, an answer."""
    text = fold_key(line)
    typing = spoken(state) and len(text) > 1 and not text.startswith((":", "!"))
    command = None if typing else _command(text.removeprefix(":").strip())
    if command is not None:
        return command
    match state.phase:
        case Choosing(ladder, depth):
            places = {"": 0, "1": 0, "2": ladder.above(depth) or 0}
            return Begin(places[text]) if text in places else Unreadable("interview.hint_begin", {})
        case Climbing():
            return _at_rung(state, line, text)
        case Landed() | Reported():
            return Unreadable("plain.hint_done", {}) if text else Next()
        case _:
            return Leave()


def _command(text: str) -> InterviewInput | str | None:
    if text.startswith("!"):
        return text
    name = text.casefold()
    return name if name in TALK else COMMANDS.get(name)


def _at_rung(state: Interview, line: str, text: str) -> InterviewInput | str | tuple[str, object]:
    """Read a line at a rung: an answer in own words, the points it held, or what it means in a review."""
    question = question_of(state)
    if spoken(state):
        return ("typed", line.strip()) if text else Reveal()
    if isinstance(question.phase, Ticking):
        return _ticks(question.phase, text)
    return plain.meaning(question, line)


def _ticks(phase: Ticking, text: str) -> InterviewInput | tuple[str, object]:
    """Read the numbers of points; empty for those that are suggested, 0 for none."""
    if not text:
        return ("ticks", None)
    numbers = [int(char) for char in text if char.isdigit()]
    if not all(char.isdigit() or char in " ,;/" for char in text) or any(
        n > len(phase.showing.points) for n in numbers
    ):
        return Unreadable("interview.hint_tick", {})
    return ("ticks", frozenset(n - 1 for n in numbers if n))


def _talk(
    state: Interview, host: InterviewHost, lines: Lines, command: str, held: tuple[Language, object]
) -> tuple[Language, object]:
    """Answer a command that only says something; return the language and what counts as shown."""
    language, shown = held
    question = question_of(state)
    match command[0]:
        case "l":
            return next_language(language), None
        case "i" if question.current is not None:
            lines.say(*plain_text.why(host.why(question), question, language))
        case "!" if question.current is not None and command[1:].strip():
            lines.say(say("plain.reported", language, file=host.report(question, command[1:].strip())))
        case "!":
            lines.say(say("plain.hint_report", language))
        case _:
            lines.say(told.prompt(state, host, language), say("interview.plain_help", language))
    return language, shown
