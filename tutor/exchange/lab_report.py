"""What an experiment found, as a Markdown report: question, settings, drawings, tables, verdict, how to repeat it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.exchange.shown_markdown import ESCAPED, table
from tutor.labs.model import Bars, Chart, Grid, Heat
from tutor.labs.outcome import command
from tutor.pictures import bars, heat
from tutor.pictures.experiment import grid
from tutor.pictures.measures import heading, measures
from tutor.text.numbers import percent
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.labs.model import Finding
    from tutor.labs.outcome import Outcome
    from tutor.text import Language, Text

FENCE = "```"


def report(outcome: Outcome, drawings: Sequence[Sequence[str]], language: Language) -> str:
    """Return the report; `drawings` are the findings in lines of text, an empty one for a table."""
    blocks = [
        *_opening(outcome, language),
        *_findings(outcome, drawings, language),
        *_closing(outcome, language),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _opening(outcome: Outcome, language: Language) -> Iterator[list[str]]:
    lab = outcome.lab
    yield [f"# {_joined(lab.text('title'), language)}"]
    yield [_joined(lab.text("question"), language)]
    yield [f"{place}. {_joined(lab.text(f'answer_{answer}'), language)}" for place, answer in enumerate(lab.answers, 1)]
    yield _guess(outcome, language)
    if not outcome.complete:
        yield [f"**{say('labs.partial', language, share=percent(outcome.done))}**"]
    yield _heading("verdict", language)
    yield [f"> **{_joined(outcome.result.verdict, language)}**"]
    yield [f"- {_joined(text, language)}" for text in outcome.result.told]


def _guess(outcome: Outcome, language: Language) -> list[str]:
    return [
        f"- {say(f'labs.{key}', language, answer=_joined(text, language))}"
        for key, text in (("expected", outcome.expected), ("found", outcome.found))
        if text
    ]


def _findings(outcome: Outcome, drawings: Sequence[Sequence[str]], language: Language) -> Iterator[list[str]]:
    """Yield measures as a table, then each finding as a drawing and, where it is no curve, as a table."""
    if outcome.result.measures:
        found = measures(outcome.result.measures)
        yield _heading(heading(outcome.result.measures), language)
        yield table(found, language)
        yield [_joined(note, language) for note in found.notes]
    for finding, drawing in zip(outcome.result.findings, drawings, strict=True):
        yield [f"## {_joined(finding.title, language)}"]
        yield [f"{FENCE}text", *drawing, FENCE] if drawing else []
        yield _numbers(finding, language)


def _numbers(finding: Finding, language: Language) -> list[str]:
    match finding:
        case Chart():
            return []
        case Bars():
            return table(bars.table(bars.bars(finding)), language)
        case Heat():
            return table(heat.table(heat.heat(finding)), language)
        case Grid():
            return table(grid(finding), language)


def _closing(outcome: Outcome, language: Language) -> Iterator[list[str]]:
    """Yield the settings, what would change the outcome, and how to repeat it."""
    lab = outcome.lab
    yield _heading("settings", language)
    yield [f"- `--{name} {value}`" for name, value in outcome.settings.typed]
    if lab.tries:
        yield _heading("tries", language)
        yield [
            f"- `tutor lab {lab.name} {typed}`: {_joined(lab.text(f'try_{place}'), language)}"
            for place, typed in enumerate(lab.tries, 1)
        ]
    if lab.lessons:
        yield _heading("lessons", language)
        commands = [say("labs.lesson", language, id=name) for name in lab.lessons]
        yield [f"- `{command}`" for command in (*commands, say("labs.cards", language, id=lab.lessons[0]))]
    yield [say("labs.repeat", language, command=f"`{command(lab, outcome.settings)}`")]


def _heading(name: str, language: Language) -> list[str]:
    return [f"## {say(f'labs.heading_{name}', language)}"]


def _joined(text: Text, language: Language) -> str:
    return " / ".join(" ".join(said.translate(ESCAPED).split()) for said in text.lines(language))
