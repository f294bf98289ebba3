"""An experiment in lines: its question, and what it found in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.labs.outcome import command
from tutor.pictures.experiment import shown
from tutor.pictures.measures import heading, measures
from tutor.pictures.spoken_shown import rows, told
from tutor.text.fold import fold_key
from tutor.text.numbers import percent
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.model import Lab
    from tutor.labs.outcome import Outcome
    from tutor.text import Language, Text
    from tutor.ui.plain import Lines


def question(lab: Lab, language: Language, options: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the title, the question, the settings it is about where they are not the usual ones, and its answers."""
    yield from lab.text("title").lines(language)
    yield ""
    yield from lab.text("question").lines(language)
    if options:
        yield say("labs.asked_with", language, options=" ".join(options))
    yield say("labs.unscored", language)
    for place, answer in enumerate(lab.answers, 1):
        yield f"{place}) {' / '.join(lab.text(f'answer_{answer}').lines(language))}"


def ask(lab: Lab, lines: Lines, language: Language, options: tuple[str, ...] = ()) -> str:
    """Ask for a prediction until a line can be read; return "" for none."""
    lines.say(*question(lab, language, options))
    while True:
        given = lines.read(say("labs.prompt", language, last=len(lab.answers)))
        found = "" if given is None else read(lab, given)
        if found is not None:
            return found
        lines.say(say("labs.hint", language, last=len(lab.answers)))


def read(lab: Lab, given: str) -> str | None:
    """Return the answer that a line names by number or id; "" for none, None for what cannot be read."""
    text = fold_key(given).casefold()
    if text in {"", "0"}:
        return ""
    if text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= len(lab.answers):
        return lab.answers[int(text) - 1]
    return text if text in lab.answers else None


def spoken(outcome: Outcome, language: Language) -> Iterator[str]:
    """Yield what was found in sentences."""
    result = outcome.result
    yield from outcome.lab.text("title").lines(language)
    if not outcome.complete:
        yield say("labs.partial", language, share=percent(outcome.done))
    for finding in result.findings:
        yield ""
        yield from finding.title.lines(language)
        yield from told(shown(finding, language), language)
    if result.measures:
        table = measures(result.measures)
        yield from ("", say(f"labs.heading_{heading(result.measures)}", language))
        yield from rows(table, language)
        yield from (text for note in table.notes for text in note.lines(language))
    yield ""
    yield from guess(outcome, language)
    yield from _headed("verdict", [result.verdict], language)
    yield from _headed("told", result.told, language)
    yield from tries(outcome.lab, language)
    yield ""
    yield say("labs.repeat", language, command=command(outcome.lab, outcome.settings))


def guess(outcome: Outcome, language: Language) -> Iterator[str]:
    """Yield what was expected and what came true."""
    for key, text in (("expected", outcome.expected), ("found", outcome.found)):
        for said in text.lines(language) if text else ():
            yield say(f"labs.{key}", language, answer=said)
    if outcome.complete and not outcome.found:
        yield say("labs.undecided", language)


def _headed(name: str, texts: tuple[Text, ...] | list[Text], language: Language) -> Iterator[str]:
    if texts:
        yield say(f"labs.heading_{name}", language)
        yield from (said for text in texts for said in text.lines(language))


def tries(lab: Lab, language: Language) -> Iterator[str]:
    """Yield what would change the outcome, and the lessons that explain it."""
    if lab.tries:
        yield from ("", say("labs.heading_tries", language))
    for place, typed in enumerate(lab.tries, 1):
        yield f"tutor lab {lab.name} {typed}"
        yield from lab.text(f"try_{place}").lines(language)
    if lab.lessons:
        yield from ("", say("labs.heading_lessons", language))
        yield from (say("labs.lesson", language, id=name) for name in lab.lessons)
        yield say("labs.cards", language, id=lab.lessons[0])
