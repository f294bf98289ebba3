"""Any picture as an SVG document with its title, numbers and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tutor.exchange import bars_svg, distribution_svg, heat_svg, outline_svg, radar_svg, svg, table_svg
from tutor.exchange.page_svg import Block, page
from tutor.pictures.bars import Bars
from tutor.pictures.decision import Decision
from tutor.pictures.distribution import Distribution
from tutor.pictures.flow import Flow
from tutor.pictures.heat import Heat
from tutor.pictures.outline import outline
from tutor.pictures.radar import Radar
from tutor.pictures.sheet import Sheet
from tutor.pictures.spoken_shown import told
from tutor.pictures.table import Table
from tutor.pictures.timeline import Timeline
from tutor.pictures.tree import Tree

if TYPE_CHECKING:
    from tutor.pictures.shown import Shown
    from tutor.text import Language, Text


def document(title: Text, shown: Shown, language: Language) -> str:
    """Return a picture of any kind as a whole SVG document."""
    return page(title, " ".join(told(shown, language)), blocks(shown, language), shown.notes, language)


def blocks(shown: Shown, language: Language) -> list[Block]:
    """Return the parts of a picture from top to bottom."""
    match shown:
        case Sheet():
            facts = [table_svg.block(shown.facts, language)] if shown.facts else []
            return [svg.block(shown.picture, language), *facts]
        case Table():
            return [table_svg.block(shown, language)]
        case Distribution():
            return [distribution_svg.block(shown), table_svg.block(shown.facts, language)]
        case Radar():
            return [radar_svg.block(shown, language)]
        case Tree() | Timeline() | Flow() | Decision():
            return [outline_svg.block(outline(shown), language)]
        case Bars():
            return [bars_svg.block(shown, language)]
        case Heat():
            return [heat_svg.block(shown, language)]
        case _:
            assert_never(shown)
