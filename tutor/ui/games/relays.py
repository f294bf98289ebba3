"""A message passed on from layer to layer: a row for some of the layers, with a dial of its size and what is heard.

The dial goes by powers of ten; between two marks the message has arrived.
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from tutor.labs.telling import size
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, beside, cut, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.sessions.games.exhibits import Relay, Wire
    from tutor.text import Language
    from tutor.ui.theme import Role

REACH = 5  # powers of ten to either side of the middle
ROOMY = 56  # columns from which on the dial is fine, and sizes stand beside it in figures
MOST, FEWEST = 11, 3  # layers of a wire that are shown
LOWEST = FEWEST + 2  # rows of one wire
FIGURES = 9  # cells of a size in figures
GUTTER = 4  # cells of the number of a layer
MARK, BEYOND_LEFT, BEYOND_RIGHT, EDGE = "●", "◂", "▸", "┊"
TOLD = 6  # layers worth a sentence


def lines(shown: Relay, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the wires one below the other in about `rows` lines; of one that is past, a line tells its end."""
    long = [wire for wire in shown.wires if len(wire.powers) > 1]
    past = len(shown.wires) - len(long)
    each = max(FEWEST, min(MOST, (rows - past - 1) // max(1, len(long)) - 1))
    found: list[Line] = []
    for wire in shown.wires:
        if len(wire.powers) == 1:
            name = line((wire.name.lines(language)[0], "dim"))
            found.append(_row(wire.powers[0], shown, columns, " " * GUTTER, name))
        else:
            found += [_head(wire, shown, columns, language), *_rows(wire, shown, columns, each, language)]
    return [*found, _axis(columns)]


def arrived(power: float, shown: Relay) -> bool:
    """Say whether a message of this size has arrived."""
    return shown.low <= power <= shown.high


def _role(power: float, shown: Relay) -> Role:
    return "right" if arrived(power, shown) else "wrong"


def _head(wire: Wire, shown: Relay, columns: int, language: Language) -> Line:
    """Return what the wire is made of, with what became of the message at the right."""
    last = wire.powers[-1]
    short = "" if columns >= ROOMY else "short_"
    told = say(f"games.wire_{short}{_fate(last, shown)}", language, size=_size(last))
    return beside(line((wire.name.lines(language)[0], "strong")), line((told, _role(last, shown))), columns)


def _fate(power: float, shown: Relay) -> str:
    if isnan(power) or power > shown.high:
        return "loud"
    return "kept" if power >= shown.low else "faint"


def _size(power: float) -> str:
    return "∞" if isnan(power) else size(power)


def _layers(count: int, each: int) -> list[int]:
    """Return places along a wire, both ends among them, evenly."""
    wanted = min(count, each)
    return [round(place * (count - 1) / max(1, wanted - 1)) for place in range(wanted)]


def _rows(wire: Wire, shown: Relay, columns: int, each: int, language: Language) -> Iterator[Line]:
    """Yield a row for some layers: its number, the dial, what is heard."""
    depth = len(wire.powers) - 1
    for place in _layers(len(wire.powers), each):
        number, heard = f"{depth - place:>{GUTTER - 1}} ", line(wire.heard[place].lines(language)[0])
        yield _row(wire.powers[place], shown, columns, number, heard)


def _row(power: float, shown: Relay, columns: int, number: str, heard: Line) -> Line:
    role = _role(power, shown)
    figures = f"{_size(power):>{FIGURES}} " if columns >= ROOMY else ""
    return cut((*line((number, "dim"), *_dial(power, shown, _step(columns)), (f"{figures} ", role)), *heard), columns)


def _step(columns: int) -> float:
    """Return the powers of ten of one cell."""
    return 0.5 if columns >= ROOMY else 1.0


def _dial(power: float, shown: Relay, step: float) -> list[tuple[str, Role]]:
    """Return a dial with its mark; off the scale stands an arrow."""
    cells = round(2 * REACH / step) + 1
    edges = {_cell(shown.low, step), _cell(shown.high, step)}
    at = cells - 1 if isnan(power) else _cell(max(-REACH, min(REACH, power)), step)
    sign = BEYOND_RIGHT if isnan(power) or power > REACH else BEYOND_LEFT if power < -REACH else MARK
    return [
        (sign, _role(power, shown)) if cell == at else (EDGE if cell in edges else " ", "rule") for cell in range(cells)
    ]


def _cell(power: float, step: float) -> int:
    return round((power + REACH) / step)


def _axis(columns: int) -> Line:
    """Return the sizes below the dial, as powers of ten at its ends."""
    step = _step(columns)
    text = " " * (_cell(REACH, step) + 2 * GUTTER)
    for power, label in ((-REACH, "10⁻⁵"), (-1, "0.1"), (1, "10"), (REACH, "10⁵")) if step < 1 else ((0, "1"),):
        start = GUTTER + _cell(power, step) - width(label) // 2
        text = text[:start] + label + text[start + len(label) :]
    return cut((Span(text.rstrip(), "dim"),), columns)


def words(shown: Relay, language: Language) -> Iterator[str]:
    """Yield what each wire came to, and what was heard on the way."""
    for wire in shown.wires:
        last = wire.powers[-1]
        told = say(f"games.wire_{_fate(last, shown)}", language, size=_size(last))
        yield say("games.fact", language, name=wire.name.lines(language)[0], value=told)
        depth = len(wire.powers) - 1
        for place in _layers(len(wire.powers), TOLD) if depth else ():
            facts = {"size": _size(wire.powers[place]), "text": wire.heard[place].lines(language)[0]}
            yield say("games.wire_layer", language, layer=depth - place, **facts)
