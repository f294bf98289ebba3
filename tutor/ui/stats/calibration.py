"""Predicted and actual recall side by side: one sentence on what it means, and a bar for each bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.reports.calibration import MANY
from tutor.reports.rate import ENOUGH
from tutor.text.numbers import percent
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, flow, line, paragraph, spaced
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
        facts = {"range": _range(one, language), "n": one.n, "enough": ENOUGH}
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
    ranges = [_range(one, language) for one in bins]
    numbers = [_numbers(one, language) for one in bins]
    size, behind = max(map(width, ranges)), max(map(width, numbers))
    bar = room - size - behind - 4
    if bar < NARROWEST:
        return spaced([_stacked(*row, room) for row in zip(bins, ranges, numbers, strict=True)])
    found: list[Line] = []
    for one, name, told in zip(bins, ranges, numbers, strict=True):
        label = Span(" " * (size - width(name)) + name, "dim")
        drawn = (Span(" " * bar),) if one.predicted is None else _bar(one, bar)
        found.append((label, Span("  "), *drawn, Span("  "), Span(told, "dim" if one.predicted is None else "plain")))
    return found


def _stacked(one: Bin, name: str, told: str, room: int) -> list[Line]:
    """Return the range over its numbers and its bar."""
    if one.predicted is None:
        return [*paragraph(name, room, "strong"), *paragraph(told, room, "dim")]
    return [*paragraph(name, room, "strong"), *paragraph(told, room), _bar(one, room)]


def _range(one: Bin, language: Language) -> str:
    key = "knowing.shares_between" if one.low else "knowing.shares_under"
    return say(key, language, low=round(100 * one.low), high=round(100 * one.high))


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
    actual = line((FULL, "accent"), " ", (say("knowing.key_actual", language), "dim"))
    predicted = line((MARK, "strong"), " ", (say("knowing.key_predicted", language), "dim"))
    return flow([actual, predicted], room)


def _error(shown: Calibration, language: Language) -> str:
    if shown.rmse is None:
        return say("knowing.rmse_little", language, n=shown.n, enough=MANY)
    return say("knowing.rmse", language, value=f"{100 * shown.rmse:.1f} %")


def _rmse(shown: Calibration, language: Language, room: int) -> list[Line]:
    return paragraph(_error(shown, language), room, "dim")
