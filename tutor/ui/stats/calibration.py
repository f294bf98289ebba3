"""Predicted and actual recall side by side: one sentence on what it means, and a bar for each bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.reports.rate import ENOUGH
from tutor.text.numbers import percent
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, cut, flow, line, paragraph
from tutor.ui.stats.hints import joined, with_command
from tutor.ui.stats.section import room_of, section

if TYPE_CHECKING:
    from tutor.reports.calibration import Bin, Calibration
    from tutor.text import Language

NARROWEST = 10  # cells of a bar beside its numbers
REMEDY = "tutor config retention"
FULL, REST, MARK = "━", "─", "┃"


def lines(shown: Calibration, language: Language, columns: int) -> list[Line]:
    """Return the comparison in lines of at most `columns` cells."""
    room = room_of(columns)
    why = paragraph(say("knowing.calibration_why", language), room, "dim")
    bins = [one for one in shown.bins if one.n]
    blocks = [_verdict(shown, language, room), why]
    if shown.verdict != "little":
        blocks += [_bins(bins, language, room), _key(language, room), _rmse(shown, language, room)]
    return section(say("knowing.calibration", language), blocks, room)


def told(shown: Calibration, language: Language) -> tuple[str, ...]:
    """Return the comparison as lines of text."""
    title, why = say("knowing.calibration", language), say("knowing.calibration_why", language)
    text, command = _meaning(shown, language)
    rows = [title, joined(text, command), why]
    if shown.verdict == "little":
        return tuple(rows)
    rows.append(_counts(shown, language))
    for one in (one for one in shown.bins if one.n):
        facts = {"low": round(100 * one.low), "high": round(100 * one.high), "n": one.n, "enough": ENOUGH}
        if one.predicted is None or one.recalled is None:
            rows.append(say("knowing.bin_line_little", language, **facts))
        else:
            shares = {"predicted": percent(one.predicted), "recalled": percent(one.recalled)}
            rows.append(say("knowing.bin_line", language, **facts, **shares))
    return (*rows, _error(shown, language))


def _meaning(shown: Calibration, language: Language) -> tuple[str, str]:
    """Return what the comparison means, and the command it may lead to."""
    if shown.predicted is None or shown.recalled is None:
        return say("knowing.little", language, n=shown.n, enough=ENOUGH), ""
    facts = {"predicted": percent(shown.predicted), "recalled": percent(shown.recalled)}
    return say(f"knowing.verdict_{shown.verdict}", language, **facts), REMEDY if shown.verdict == "less" else ""


def _counts(shown: Calibration, language: Language) -> str:
    told = say("knowing.calibration_n", language, n=shown.n)
    if not shown.early:
        return told
    return told + say("knowing.comma", language) + say("knowing.calibration_early", language, n=shown.early)


def _verdict(shown: Calibration, language: Language, room: int) -> list[Line]:
    text, command = _meaning(shown, language)
    told = with_command(text, command, room) if command else paragraph(text, room)
    strong = [tuple(Span(part.text, "strong" if part.role == "plain" else part.role) for part in row) for row in told]
    return strong if shown.verdict == "little" else [*strong, *paragraph(_counts(shown, language), room, "dim")]


def _bins(bins: list[Bin], language: Language, room: int) -> list[Line]:
    """Return a row for each bin: its range, a bar, and the two shares with n; stacked where it is narrow."""
    ranges = [say("knowing.bin", language, low=round(100 * one.low), high=round(100 * one.high)) for one in bins]
    numbers = [_numbers(one, language) for one in bins]
    size, behind = max(map(width, ranges)), max(map(width, numbers))
    bar = room - size - behind - 4
    found: list[Line] = []
    for one, name, told in zip(bins, ranges, numbers, strict=True):
        label = Span(" " * (size - width(name)) + name, "dim")
        text = Span(told, "plain" if one.predicted is not None else "dim")
        if bar < NARROWEST:
            found += (
                [cut((label, Span("  "), text), room)]
                if size + 2 + width(told) <= room
                else [(label,), *paragraph(told, room, text.role)]
            )
            found += [_bar(one, room)] if one.predicted is not None else []
        else:
            drawn = _bar(one, bar) if one.predicted is not None else (Span(" " * bar),)
            found.append((label, Span("  "), *drawn, Span("  "), text))
    return found


def _numbers(one: Bin, language: Language) -> str:
    if one.predicted is None or one.recalled is None:
        return say("knowing.bin_little", language, n=one.n, enough=ENOUGH)
    shares = (("predicted", one.predicted), ("recalled", one.recalled))
    told = [say(f"knowing.{name}", language, share=f"{round(100 * share):>2} %") for name, share in shares]
    return "  ".join([*told, say("knowing.n", language, n=one.n)])


def _bar(one: Bin, room: int) -> Line:
    """Return the share that was recalled as a bar, with a mark where the prediction stands."""
    full = round(room * (one.recalled or 0.0))
    mark = min(room - 1, round(room * (one.predicted or 0.0)))
    before = line((FULL * min(full, mark), "accent"), (REST * (mark - min(full, mark)), "rule"))
    after = line((FULL * max(0, full - mark - 1), "accent"), (REST * (room - max(full, mark + 1)), "rule"))
    return (*before, Span(MARK, "strong"), *after)


def _key(language: Language, room: int) -> list[Line]:
    signs = ((FULL, "knowing.key_actual"), (MARK, "knowing.key_predicted"))
    return flow([line((sign, "accent"), " ", (say(words, language), "dim")) for sign, words in signs], room)


def _error(shown: Calibration, language: Language) -> str:
    return say("knowing.rmse", language, value=percent_to_a_tenth(shown.rmse or 0.0))


def percent_to_a_tenth(share: float) -> str:
    """Return a small share in percent with one decimal."""
    return f"{100 * share:.1f} %"


def _rmse(shown: Calibration, language: Language, room: int) -> list[Line]:
    return paragraph(_error(shown, language), room, "dim")
