"""A session as linear text: every prompt reads one line, and a line means one thing per prompt.

For screen readers, pipes and dumb terminals: no colours, no boxes, no cursor movement. It shares the
machine with the full screen and keeps nothing of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.questions.answers import DontKnow, Typed, Unreadable, read_choice
from tutor.questions.model import Cloze, Flash, Formula, Multi
from tutor.sessions import review
from tutor.sessions.inputs import (
    Bury,
    Grade,
    Guessed,
    Leave,
    Next,
    Redo,
    Repeat,
    Reread,
    Reveal,
    Skip,
    Suspend,
    TooEasy,
    Undo,
    WasRight,
)
from tutor.sessions.model import Asking, Contrasting, Grading, Judged, Over, Scored, Ticking
from tutor.text.bilingual import next_language
from tutor.text.fold import fold_key
from tutor.text.words import say
from tutor.ui import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.sessions.inputs import Input
    from tutor.sessions.model import Session
    from tutor.text import Language
    from tutor.ui.host import Host

COMMANDS: dict[str, Input] = {
    "u": Undo(),
    "r": Redo(),
    "q": Leave(),
    "s": Skip(),
    "-": Bury(),
    "@": Suspend(),
}
TALK = frozenset("i?l")  # commands that only say something
CORRECTIONS: dict[str, Input] = {"g": Guessed(), "e": TooEasy(), "y": WasRight()}


@dataclass(frozen=True, slots=True)
class Lines:
    """Where lines come from (None at the end of input), where they go, and how wide they may be."""

    read: Callable[[str], str | None]
    write: Callable[[str], None]
    columns: int | None = None

    def say(self, *lines: str) -> None:
        """Write lines, wrapped when the width is known."""
        for line in lines:
            for piece in line.split("\n") if self.columns is None else _wrapped(line, self.columns):
                self.write(piece)


def _wrapped(line: str, columns: int) -> list[str]:
    from tutor.text.passages import laid_out  # wcwidth's tables are for terminals only

    return laid_out(line, columns)


def run(session: Session, host: Host, lines: Lines) -> Session:
    """Run the session to its end and say what it came to; return its last state."""
    language = host.language
    shown: object = None
    while not isinstance(session.phase, Over):
        lines.say(*plain_text.notice(session, language))
        if plain_text.subject(session) != shown:
            shown = plain_text.subject(session)
            lines.say(*plain_text.screen(session, host, language))
        outcomes = review.outcomes(session, host.now())
        line = lines.read(plain_text.prompt(session, language, outcomes))
        given = Leave() if line is None else meaning(session, line)
        if isinstance(given, str):
            language, shown = _talk(session, host, lines, given, (language, shown))
            session = replace(session, notice=None)
            continue
        before, session = session, perform(session, host, given)
        lines.say(*plain_text.graded(before, session, outcomes, language))
        if isinstance(session.phase, Ticking):  # points are listed, not ticked: a line means one thing
            session = perform(session, host, Reveal())
    lines.say(*plain_text.notice(session, language))
    if not session.answers:  # a quiz has told its score
        lines.say(*plain_text.summary(host.summary(session), session, language))
    return session


def perform(session: Session, host: Host, given: Input) -> Session:
    """Return the session after `given`, its effects recorded and their replies taken in."""
    session, effects = review.step(session, given, host.now())
    while effects:
        replies = [host.perform(effect) for effect in effects]
        effects = ()
        for reply in replies:
            session, more = review.step(session, reply, host.now())
            effects = (*effects, *more)
    return session


def _talk(
    session: Session, host: Host, lines: Lines, command: str, held: tuple[Language, object]
) -> tuple[Language, object]:
    """Answer a command that only says something; return the language and what counts as shown."""
    language, shown = held
    match command[0]:
        case "l":
            return next_language(language), None
        case "i":
            lines.say(*plain_text.why(host.why(session), session, language))
        case "!" if not command[1:].strip():
            lines.say(say("plain.hint_report", language))
        case "!":
            name = host.report(session, command[1:].strip())
            lines.say(say("plain.reported", language, file=name))
        case _:
            lines.say(*plain_text.help_lines(session, language))
    return language, shown


def meaning(session: Session, line: str) -> Input | str:
    """Return what a line means at the present prompt: an input, or a command that only says something."""
    phase = session.phase
    text = fold_key(line)
    typing = isinstance(phase, Asking) and _types(phase)
    if isinstance(phase, Scored) and text.casefold() == "r" and session.missed:
        return Repeat()
    if text.startswith(":") or not typing:
        command = _command(text.removeprefix(":").strip())
        if command is not None:
            return command
    match phase:
        case Asking():
            return _answer(phase, line, text)
        case Ticking():
            return Reveal()
        case Grading():
            return _grade(text)
        case Judged():
            return _after(text)
        case Contrasting():
            return Unreadable("plain.hint_done", {}) if text else Next()
        case Scored():
            return _at_score(session, text)
        case _:
            return Leave()


def _types(phase: Asking) -> bool:
    return not phase.showing.options and not isinstance(phase.showing.card.body, Flash)


def _command(text: str) -> Input | str | None:
    if text.startswith("!"):
        return text
    name = text.casefold()
    return name if name in TALK else COMMANDS.get(name)


def _answer(phase: Asking, line: str, text: str) -> Input:
    """Read a line at CHOOSE, TYPE or REVEAL; an empty line after a hint is "I don't know"."""
    body = phase.showing.card.body
    if isinstance(body, Flash):
        return Unreadable("plain.hint_reveal", {}) if text else Reveal()
    if not text and phase.hinted:
        return DontKnow()
    if phase.showing.options:
        return read_choice(text, len(phase.showing.options), several=isinstance(body, Multi))
    if not text:
        kind = "words" if isinstance(body, Cloze) else "formula" if isinstance(body, Formula) else "number"
        return Unreadable(f"question.type_{kind}", {})
    return Typed(line)


def _grade(text: str) -> Input:
    if text in {"", "1", "2", "3", "4"}:
        return Grade(int(text or 3))
    return Unreadable("plain.hint_grade", {})


def _at_score(session: Session, text: str) -> Input:
    """Read a line at the end of a quiz: read the missed ones, or go."""
    if text:
        return Unreadable("quiz.hint_prompt", {})
    return Reread() if session.missed else Leave()


def _after(text: str) -> Input:
    """Read a line after an automatic verdict; anything unknown stays with a hint."""
    if not text:
        return Next()
    return CORRECTIONS.get(text.casefold(), Unreadable("plain.hint_done", {}))
