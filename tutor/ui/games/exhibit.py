"""What lies on the table of a game, drawn into the rows there are, or told in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.sessions.games.exhibits import Gallery, Plot, Pulse, Relay, Spread
from tutor.ui.games import gallery, heaps, plotted, pulses, relays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.sessions.games.exhibits import Exhibit
    from tutor.text import Language
    from tutor.ui.lines import Line

LOWEST = 8  # rows below which nothing can be recognised


def drawn(exhibits: tuple[Exhibit, ...], columns: int, rows: int, language: Language) -> list[Line]:
    """Return the exhibits one below the other in about `rows` lines."""
    from tutor.ui.lines import spaced

    if not exhibits:
        return []
    each = (rows + 1) // len(exhibits) - 1
    return spaced([_one(exhibit, columns, max(_lowest(exhibit), each), language) for exhibit in exhibits])


def _lowest(exhibit: Exhibit) -> int:
    """Return the rows below which an exhibit says nothing: then the body scrolls."""
    return relays.LOWEST if isinstance(exhibit, Relay) else LOWEST


def _one(exhibit: Exhibit, columns: int, rows: int, language: Language) -> list[Line]:
    match exhibit:
        case Plot():
            return plotted.lines(exhibit, columns, rows, language)
        case Gallery():
            return gallery.lines(exhibit, columns, rows, language)
        case Spread():
            return heaps.lines(exhibit, columns, rows, language)
        case Relay():
            return relays.lines(exhibit, columns, rows, language)
        case Pulse():
            return pulses.lines(exhibit, columns, language)
        case _:
            from tutor.ui.lab.drawing import fitted

            return fitted(exhibit, columns, rows, language)


def words(exhibits: tuple[Exhibit, ...], language: Language) -> Iterator[str]:
    """Yield what the exhibits show, in sentences."""
    for exhibit in exhibits:
        match exhibit:
            case Plot():
                yield from plotted.words(exhibit, language)
            case Gallery():
                yield from gallery.words(exhibit, language)
            case Spread():
                yield from heaps.words(exhibit, language)
            case Relay():
                yield from relays.words(exhibit, language)
            case Pulse():
                yield from pulses.words(exhibit, language)
            case _:
                from tutor.pictures.experiment import shown
                from tutor.pictures.spoken_shown import told

                yield from exhibit.title.lines(language)
                yield from told(shown(exhibit, language), language)
