"""The section of `tutor stats` about interviews: how deep each ladder was climbed, which points were missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.cli.interview import values
from tutor.cli.interview_host import missed_before
from tutor.cli.interview_plan import known, topic
from tutor.cli.stats_section import Section
from tutor.questions.showing import draw
from tutor.questions.template import fill
from tutor.ui.stats import interview as screen

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.cli.interview_plan import Known
    from tutor.text import Text

MOST = 5  # points


def interview(desk: Desk) -> Section:
    """Return the depths reached."""
    everything = known(desk)
    rows = tuple(
        screen.Row(
            draw(one.whole.headline, "headline").ask,
            topic(desk, one.whole.headline.lesson),
            one.whole.of,
            one.depth,
            one.best,
            len(one.climbs),
        )
        for one in everything
    )
    points = _missed(everything)
    return Section(
        values={
            "ladders": [values(one) for one in everything],
            "missed": [{"point": {"zh": point.zh, "en": point.en}, "times": times} for point, times in points],
        },
        lines=lambda language, columns: screen.lines(rows, points, language, columns),
        told=lambda language: screen.told(rows, points, language),
    )


def _missed(everything: tuple[Known, ...]) -> tuple[tuple[Text, int], ...]:
    """Return the points missed more than once, the most often missed first."""
    cards = {card.id: card for one in everything for card in one.whole.rungs}
    often = [(times, place) for place, times in missed_before(everything).items() if times > 1]
    ordered = sorted(often, key=lambda item: (-item[0], item[1]))
    return tuple(
        (fill(cards[card].body.points[place], draw(cards[card], "point").values), times)  # type: ignore[union-attr]
        for times, (card, place) in ordered[:MOST]
    )
