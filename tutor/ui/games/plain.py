"""A game as linear text: every prompt reads one line.

Digits choose, a line answers what is typed, an empty line goes on; q ? l work wherever a line is no
answer, with a leading colon everywhere. End of input leaves with everything kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.sessions.games.machine import Asked, Heard, Leave, Over, Ready
from tutor.sessions.games.model import NOTHING, Choose
from tutor.text.bilingual import next_language
from tutor.text.words import say
from tutor.ui.games import ending, exhibit
from tutor.ui.games.loop import perform
from tutor.ui.games.view import line_meaning
from tutor.ui.learn.view import NOBODY
from tutor.ui.lines import text_of
from tutor.ui.scene import Scene
from tutor.ui.view import View as PageView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.sessions.games.machine import Play
    from tutor.text import Language, Text
    from tutor.ui.games.loop import Host
    from tutor.ui.lines import Line
    from tutor.ui.plain import Lines

ENDLESS = 10_000  # columns: whoever prints wraps


class Unwrapped(Scene):
    """A page whose lines are as long as what they say."""

    __slots__ = ()

    @property
    def measure(self) -> int:
        """Return the cells of text in a line."""
        return ENDLESS


def run(play: Play, host: Host, lines: Lines) -> Play:
    """Play to the end or until the player leaves; return the last state."""
    language, shown = host.language, None
    while True:
        if shown is not play:
            lines.say(*screen(play, shown, language))
            shown = play
        if isinstance(play.phase, Over) and play.phase.why == "left":
            return play
        line = lines.read(prompt(play, language))
        found = Leave() if line is None else line_meaning(play, line)
        match found:
            case "l":
                language, shown = next_language(language), None
            case "?":
                lines.say(*_texts(ending.rules(play, page_of(language))), *_part(play, language))
            case str():
                lines.say(say("games.plain_hint", language))
            case Leave() if isinstance(play.phase, Over):
                return play
            case _:
                play = perform(play, found, host)


def page_of(language: Language) -> Scene:
    """Return a page as wide as any text."""
    return Unwrapped(NOBODY, PageView(language), ENDLESS, 24, 0, NOTHING)


def _texts(rows: list[Line]) -> list[str]:
    return [text_of(row).rstrip() for row in rows]


def _said(text: Text, language: Language) -> tuple[str, ...]:
    return text.lines(language) if text.en else ()


def screen(play: Play, before: Play | None, language: Language) -> Iterator[str]:
    """Yield what there is to hear of a moment: of a turn that was begun only its next part."""
    page = page_of(language)
    match play.phase:
        case Ready():
            yield from play.game.text("title").lines(language)
            yield from _texts(ending.rules(play, page))
        case Asked(hint=hint) if hint is not None and before is not None:
            yield say(hint.key, language, **hint.facts)
        case Asked():
            if before is None or before.turn is not play.turn or not isinstance(before.phase, Asked):
                yield from _turn(play, page)
            elif play.turn.hit is not None and before.given != play.given:
                yield from exhibit.words(play.turn.table(play.given), language)
            yield from _part(play, language)
        case Heard():
            yield from _heard(play, play.phase, page)
        case Over():
            yield ""
            yield from (row for row in _texts(ending.lines(play, play.phase, page)) if row)


def _turn(play: Play, page: Scene) -> Iterator[str]:
    """Yield the question with what lies on the table."""
    language = page.language
    level = "".join(f" · {text}" for text in _said(play.turn.level, language)[:1])
    yield ""
    yield f"{ending.standing(play, page)}{level}"
    yield from play.turn.ask.lines(language)
    yield from _said(play.turn.note, language)
    yield from exhibit.words(play.turn.table(()), language)


def _part(play: Play, language: Language) -> Iterator[str]:
    """Yield the open part: its options by number, in one line where there are several parts and they are short."""
    part = play.part
    if not isinstance(part, Choose):
        return
    options = [f"{place}) {' / '.join(option.lines(language))}" for place, option in enumerate(part.options, 1)]
    if len(play.turn.parts) == 1:
        yield from (*_said(part.ask, language), *options)
        return
    name = say("games.answered", language, part=part.ask.lines(language)[0])
    yield from (name.rstrip(), *options) if part.listed else (name + "  ".join(options),)


def _heard(play: Play, phase: Heard, page: Scene) -> Iterator[str]:
    language = page.language
    yield from _texts(ending.verdict(play, phase, page))
    yield from _said(phase.told.said, language)
    yield from exhibit.words(phase.told.shown, language)
    for text in phase.told.why:
        yield from text.lines(language)


def prompt(play: Play, language: Language) -> str:
    """Return what a line is asked for."""
    match play.phase:
        case Ready():
            return say("games.prompt_begin", language)
        case Asked():
            part = play.part
            if isinstance(part, Choose):
                key = "games.prompt_part" if play.turn.loose else "games.prompt_choose"
                return say(key, language, last=len(part.options))
            name = part.name.lines(language)[0] if part else ""
            return say("games.prompt_type", language, name=name)
        case Heard():
            return say("games.prompt_next", language)
        case Over():
            return say("games.prompt_over", language)
