"""Small pictures of curves side by side: a name, a curve as high as it needs to be, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.text.width import truncate
from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, line, pad, paragraph, spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.model import MarkKind, Panel
    from tutor.sessions.games.exhibits import Frame, Gallery, Look, Range
    from tutor.text import Language
    from tutor.ui.theme import Role

GAP = 2  # cells between two pictures
NARROWEST, WIDEST = 15, 22  # cells of a picture
LOWEST, HIGHEST = 3, 7  # rows of a curve
SIGNS: dict[Look, str] = {"hit": "◆", "miss": "✗"}
ROLES: dict[Look, Role] = {"point": "strong", "hit": "right", "miss": "wrong"}


def lines(shown: Gallery, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the pictures in bands: all in one where there is room for that, else two or one beside one another."""
    count = len(shown.frames)
    beside = next((n for n in (count, 2) if (columns + GAP) // n - GAP >= NARROWEST), 1)
    numbered = list(enumerate(shown.frames, 1))
    bands = [numbered[start : start + beside] for start in range(0, count, beside)]
    across = max(1, min(WIDEST, (columns + GAP) // beside - GAP))
    said = max(len(_note(frame, across, language)) for frame in shown.frames)
    height = max(LOWEST, min(HIGHEST, (rows + 1) // len(bands) - 2 - said))
    return spaced([_band(band, shown.x, (across, height), language) for band in bands])


def _band(frames: list[tuple[int, Frame]], x: Range, room: tuple[int, int], language: Language) -> list[Line]:
    """Return pictures beside one another, their notes on the same lines."""
    blocks = [_one(number, frame, x, room, language) for number, frame in frames]
    tall = max(map(len, blocks))
    filled = [[*block, *[BLANK] * (tall - len(block))] for block in blocks]
    return [_joined(parts, room[0]) for parts in zip(*filled, strict=True)]


def _joined(parts: tuple[Line, ...], across: int) -> Line:
    row: Line = BLANK
    for part in parts[:-1]:
        row = (*row, *pad(part, across + GAP))
    return (*row, *parts[-1])


def _one(number: int, frame: Frame, x: Range, room: tuple[int, int], language: Language) -> list[Line]:
    from tutor.ui.canvas import Grid
    from tutor.ui.plot_cells import compose, spans
    from tutor.ui.strokes import Style

    across, height = room
    name = truncate(f"{SIGNS.get(frame.look, number)} {frame.name.lines(language)[0]}", across)
    found = panel(frame, x)
    canvas = compose(found, Grid(across, height, found.x, found.y), Style(language))
    picture: list[Line] = [tuple(spans(row)) for row in canvas.cells]
    return [line((name, ROLES[frame.look])), *picture, *_note(frame, across, language)]


def _note(frame: Frame, across: int, language: Language) -> list[Line]:
    role: Role = "dim" if frame.look == "point" else ROLES[frame.look]
    return paragraph(frame.note.lines(language)[0], across, role) if frame.note.en else []


@lru_cache(maxsize=64)  # a screen is drawn again at every key
def panel(frame: Frame, x: Range) -> Panel:
    """Return the curve with its points, the x-axis in sight."""
    from tutor.pictures.curves import picture
    from tutor.pictures.model import Axis, Mark, Wanted

    found = picture([frame.expression], Wanted(x=x, labels=False, told=False), {}).panels[0]
    low, high = min(found.y.low, 0.0), max(found.y.high, 0.0)
    kind: MarkKind = "miss" if frame.look == "miss" else "hit"
    marks = tuple(Mark(kind, place, _height(found, place)) for place in frame.places if x[0] <= place <= x[1])
    return replace(found, y=Axis(low, high), curves=(replace(found.curves[0], marks=marks),))


def _height(found: Panel, x: float) -> float:
    """Return the height at which a curve is drawn at x."""
    points = [point for segment in found.curves[0].segments for point in segment]
    return min(points, key=lambda point: abs(point[0] - x))[1]


def words(shown: Gallery, language: Language) -> Iterator[str]:
    """Yield what is said of each curve, or what it does where nothing is said of it."""
    from tutor.pictures.curves import picture
    from tutor.pictures.model import Wanted
    from tutor.pictures.spoken import sentence

    for number, frame in enumerate(shown.frames, 1):
        name = f"{SIGNS.get(frame.look, number)} {frame.name.lines(language)[0]}"
        if frame.note.en:
            yield say("games.fact", language, name=name, value=frame.note.lines(language)[0])
        else:
            [curve] = picture([frame.expression], Wanted(x=shown.x, labels=False), {}).curves
            yield sentence(replace(curve, name=name), language, 0)
