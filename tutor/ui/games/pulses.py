"""Lines of life: facts of a patient, and one row for each course of things, high where much responds."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, isnan
from typing import TYPE_CHECKING

from tutor.text.numbers import percent
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, cut, indent, line, pad, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.sessions.games.exhibits import Beat, Look, Pulse
    from tutor.text import Language
    from tutor.ui.theme import Role

LEVELS = "▁▂▃▄▅▆▇█"
LOST = "×"
LONGEST = 40  # cells of a line of life
SHORTEST = 8
ROOMY = 56  # columns from which on facts stand in a column
TOLD = 5  # moments worth a number
ROLES: dict[Look, Role] = {"point": "accent", "hit": "right", "miss": "wrong"}


def lines(shown: Pulse, columns: int, language: Language) -> list[Line]:
    """Return the facts, then the lines of life below one another."""
    named = [(name.lines(language)[0], value.lines(language)[0]) for name, value in shown.facts]
    beats = [beat.name.lines(language)[0] for beat in shown.beats]
    lead = max(map(width, [*beats, *(name for name, _ in named if columns >= ROOMY)]))
    tail = max(width(beat.said.lines(language)[0]) for beat in shown.beats)
    room = min(LONGEST, columns - lead - tail - 4)
    facts = [row for name, value in named for row in _fact(name, value, lead if columns >= ROOMY else 0, columns)]
    return [*facts, *(row for beat in shown.beats for row in _beat(beat, (lead, room), columns, language))]


def _fact(name: str, value: str, lead: int, columns: int) -> list[Line]:
    """Return a fact behind its name; the facts of a roomy record stand in a column."""
    return paragraph(value, columns, "plain", line((name + " " * (max(0, lead - width(name)) + 2), "dim")))


def _beat(beat: Beat, cells: tuple[int, int], columns: int, language: Language) -> Iterator[Line]:
    """Yield a line of life behind its name; where that leaves no room, below it."""
    lead, room = cells
    name, said = line(beat.name.lines(language)[0]), line((beat.said.lines(language)[0], ROLES[beat.look]))
    if room >= SHORTEST:
        yield cut((*pad(name, lead + 2), *_drawn(beat, room), *line("  "), *said), columns)
        return
    yield cut((*name, *line("  "), *said), columns)
    yield indent(_drawn(beat, max(1, min(LONGEST, columns - 2))), 2)


def _drawn(beat: Beat, room: int) -> Line:
    return line(("".join(map(_level, moments(beat.shares, room))), ROLES[beat.look]))


def moments(shares: tuple[float, ...], room: int) -> list[float]:
    """Return `room` means, or fewer, of neighbouring moments."""
    count = min(room, len(shares))
    edges = [round(place * len(shares) / count) for place in range(count + 1)]
    return [sum(shares[start:end]) / (end - start) for start, end in pairwise(edges)]


def _level(share: float) -> str:
    if isnan(share):
        return LOST
    return LEVELS[min(len(LEVELS) - 1, ceil(share * len(LEVELS)))] if share > 0 else LEVELS[0]


def words(shown: Pulse, language: Language) -> Iterator[str]:
    """Yield the facts, and each line of life by its share at some moments."""
    for name, value in shown.facts:
        yield say("games.fact", language, name=name.lines(language)[0], value=value.lines(language)[0])
    for beat in shown.beats:
        told = [LOST if isnan(share) else percent(share) for share in moments(beat.shares, TOLD)]
        facts = {"name": beat.name.lines(language)[0], "said": beat.said.lines(language)[0]}
        yield say("games.beat", language, shares=say("games.then", language).join(told), **facts)
