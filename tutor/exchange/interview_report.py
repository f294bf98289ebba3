"""The report of an interview as Markdown: depths, what was missed, what to review; every question with its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.reports.interview import BROKEN
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tutor.reports.interview import InterviewReport, RungHeard
    from tutor.text import Language, Text

SPECIAL = frozenset("\\`*_[]<>|#~")  # characters that Markdown would take for its own


def markdown(report: InterviewReport, language: Language, day: date) -> str:
    """Return the whole report; it stands by itself, in one language or both."""
    return "\n\n".join("\n".join(block) for block in _blocks(report, language, day) if block) + "\n"


def _blocks(report: InterviewReport, language: Language, day: date) -> Iterator[list[str]]:
    yield [f"# {say('interview.md_title', language, day=day.isoformat())}"]
    yield [f"## {say('interview.depths', language)}"]
    yield [
        f"- {plain(one.ask, language)} **{say('interview.md_rung', language, depth=one.depth, of=one.of)}**"
        for one in report.reached
    ]
    yield from _part(
        "missed_most",
        [f"- {plain(miss.point, language)}{_times(miss.times, language)}" for miss in report.missed],
        language,
    )
    said = [
        f"- {_escaped(say('interview.said', language, said=one.said))} "
        f"{_escaped(say('interview.right', language, right=one_line(one.right, language)))}"
        for one in report.better
    ]
    yield from _part("better", said, language)
    again = [f"- {plain(one.ask, language)} (`tutor card {one.card}`)" for one in report.again]
    yield from _part("again", again, language)
    if report.lesson is not None:
        name, title = report.lesson
        yield [_escaped(say("interview.lesson", language, title=one_line(title, language), id=name))]
    yield from _part("md_heard", [row for one in report.heard for row in _heard(one, language)], language)


def _heard(one: RungHeard, language: Language) -> Iterator[str]:
    """Yield a rung: its question, whether it was passed, and what was typed."""
    passed = say("interview.md_broken" if one.grade == BROKEN else "interview.md_passed", language)
    yield f"- {plain(one.ask, language)} **{passed}**"
    yield from (f"  > {_escaped(row)}" for row in one.said.splitlines())


def _part(key: str, rows: list[str], language: Language) -> Iterator[list[str]]:
    if rows:
        yield [f"## {say(f'interview.{key}', language)}"]
        yield rows


def _times(times: int, language: Language) -> str:
    return f" ({say('interview.times', language, n=times)})" if times > 1 else ""


def one_line(text: Text, language: Language) -> str:
    """Return a text in one line; both languages are parted by a slash."""
    return " / ".join(" ".join(side.split()) for side in text.lines(language))


def plain(text: Text, language: Language) -> str:
    """Return a text in one line that Markdown shows as it stands."""
    return _escaped(one_line(text, language))


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in SPECIAL else char for char in text)
