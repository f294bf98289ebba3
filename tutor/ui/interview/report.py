"""The end of an interview: depths, points missed, words better not said, what to review; on the screen and in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, clean, cut, line, pad, paragraph, spaced
from tutor.ui.phrases import bar, span, spent
from tutor.ui.screens.question import Body

if TYPE_CHECKING:
    from tutor.reports.interview import Again, InterviewReport, Reached
    from tutor.sessions.interview_model import Interview
    from tutor.text import Language, Text

SHOWN = 6  # points and questions listed
BAR = 12  # cells of the bar of one depth
WIDE = 56  # columns from which a depth stands beside its question


def body(state: Interview, report: InterviewReport, language: Language, columns: int, command: str = "") -> Body:
    """Return the last screen of an interview."""
    title = [line((say(key_of(state), language), "title")), *sums(report, language, columns)]
    end = paragraph(say("interview.command", language, command=command), columns, "dim") if command else []
    return Body(tuple(spaced([title, *blocks(report, language, columns), end])))


def key_of(state: Interview) -> str:
    """Return the key of the headline: why the interview ended."""
    why = getattr(state.phase, "why", "done")
    return {"time": "interview.report_time", "left": "interview.report_left"}.get(why, "interview.report")


def sums(report: InterviewReport, language: Language, columns: int) -> list[Line]:
    """Return how many questions were answered in which time, and how many of them are new cards."""
    facts = {"n": report.answers, "minutes": spent(report.minutes, language)}
    rows = paragraph(say("interview.sums", language, **facts), columns, "dim")
    return rows + (paragraph(say("interview.fresh", language, n=report.fresh), columns, "dim") if report.fresh else [])


def blocks(report: InterviewReport, language: Language, columns: int) -> list[list[Line]]:
    """Return the sections of a report that hold anything."""
    found = [
        _part("interview.depths", [row for one in report.reached for row in depth(one, language, columns)], language),
        _part("interview.missed_most", _missed(report, language, columns), language),
        _part("interview.better", _better(report, language, columns), language),
        _part("interview.again", _again(report, language, columns), language),
    ]
    if report.whole and not report.better:
        found.append(paragraph(say("interview.all_good", language), columns, "right"))
    if report.lesson is not None:
        name, title = report.lesson
        found.append(paragraph(say("interview.lesson", language, title=one_line(title, language), id=name), columns))
    return found


def _part(key: str, rows: list[Line], language: Language) -> list[Line]:
    return [line((say(key, language), "accent")), *rows] if rows else []


def one_line(text: Text, language: Language) -> str:
    """Return a text in the first language that is shown, in one line."""
    return clean(text.lines(language)[0]).replace("\n", " ")


def depth(one: Reached, language: Language, columns: int) -> list[Line]:
    """Return how deep one ladder went: its headline, a bar, "4/6"."""
    full, rest = bar(one.depth / one.of, BAR)
    told = f"{one.depth}/{one.of}"
    gained = f" ({one.gained:+d})".replace("-", "−") if one.gained else ""
    right = (
        Span(full, "right" if one.top else "accent"),
        Span(rest, "rule"),
        Span(f"  {told}", "strong"),
        Span(gained, "dim"),
    )
    asked = one_line(one.ask, language)
    if columns < WIDE:
        return [*paragraph(asked, columns, lead=line("  ")), (Span("  "), *right)]
    room = columns - BAR - len("  9/9 (+9)") - 4
    return [(Span("  "), *pad(line(asked), room), Span("  "), *right)]


def _missed(report: InterviewReport, language: Language, columns: int) -> list[Line]:
    rows: list[Line] = []
    for miss in report.missed[:SHOWN]:
        times = f"  {say('interview.times', language, n=miss.times)}" if miss.times > 1 else ""
        rows += paragraph(one_line(miss.point, language) + times, columns, lead=line(("  · ", "notice")))
    if len(report.missed) > SHOWN:
        rows.append(line((f"    {say('interview.missed_more', language, n=len(report.missed) - SHOWN)}", "dim")))
    return rows


def _better(report: InterviewReport, language: Language, columns: int) -> list[Line]:
    rows: list[Line] = []
    for one in report.better:
        rows += paragraph(say("interview.said", language, said=one.said), columns, "notice", line("  "))
        rows += paragraph(
            say("interview.right", language, right=one_line(one.right, language)), columns, lead=line("  ")
        )
    return rows


def _again(report: InterviewReport, language: Language, columns: int) -> list[Line]:
    rows: list[Line] = []
    marks = [say("interview.stuck" if one.broken else "interview.partly", language) for one in report.again[:SHOWN]]
    wide = max(map(width, marks), default=0)
    for one, mark in zip(report.again[:SHOWN], marks, strict=True):
        back = back_in(one, language)
        room = columns - wide - width(back) - 6
        text = one_line(one.ask, language)
        lead = (Span("  "), *pad(line((mark, "notice" if one.broken else "dim")), wide), Span("  "))
        if room >= WIDE // 2:
            rows.append((*lead, *pad(line(text), room), Span(f"  {back}", "dim")))
        else:
            rows += [cut((*lead, Span(text)), columns), line((" " * (wide + 4) + back, "dim"))]
    return rows


def back_in(one: Again, language: Language) -> str:
    """Return when a question comes back by itself."""
    if one.days is None:
        return ""
    if one.days <= 1:
        return say("interview.back_tomorrow" if one.days == 1 else "interview.back_today", language)
    return say("interview.back_in", language, when=span(one.days, language))


def told(state: Interview, report: InterviewReport, language: Language, command: str = "") -> list[str]:
    """Return the report as lines of text."""
    facts = {"n": report.answers, "minutes": spent(report.minutes, language)}
    lines = ["", say(key_of(state), language), say("interview.sums", language, **facts)]
    lines += [say("interview.fresh", language, n=report.fresh)] if report.fresh else []
    lines += [depth_told(one, language) for one in report.reached]
    for miss in report.missed[:SHOWN]:
        times = f" ({say('interview.times', language, n=miss.times)})" if miss.times > 1 else ""
        lines.append(say("interview.plain_missed", language, text=one_line(miss.point, language)) + times)
    for one in report.better:
        lines.append(say("interview.said", language, said=one.said))
        lines.append(say("interview.right", language, right=one_line(one.right, language)))
    if report.again:
        lines.append(say("interview.again", language))
    for review in report.again[:SHOWN]:
        mark = say("interview.stuck" if review.broken else "interview.partly", language)
        lines.append(
            " · ".join(part for part in (mark, one_line(review.ask, language), back_in(review, language)) if part)
        )
    if report.whole and not report.better:
        lines.append(say("interview.all_good", language))
    if report.lesson is not None:
        lines.append(say("interview.lesson", language, title=one_line(report.lesson[1], language), id=report.lesson[0]))
    return [*lines, say("interview.command", language, command=command)] if command else lines


def depth_told(one: Reached, language: Language) -> str:
    """Return how deep one ladder went, as a line of text."""
    return say("interview.plain_depth", language, ask=one_line(one.ask, language), depth=one.depth, of=one.of)


def farewell(report: InterviewReport | None, language: Language) -> list[str]:
    """Return the lines that stay in the scrollback after an interview."""
    if report is None:
        return [say("interview.farewell_none", language)]
    depths = [
        say("interview.farewell_one", language, ask=one_line(one.ask, language), depth=one.depth, of=one.of)
        for one in report.reached
    ]
    told = say("interview.comma", language).join(depths)
    return [*([say("interview.farewell", language, depths=told)] if told else []), say("interview.resume", language)]
