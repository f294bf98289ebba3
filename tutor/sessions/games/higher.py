"""Higher or lower: two functions, one x. Whose slope is larger there?

At least every second round holds a trap: the function that lies higher, or whose steepest slope is larger, is
the flatter one here. The gap shrinks from round to round, but an eye could always see it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from tutor.questions.generate.family import first
from tutor.questions.generate.readings import right_side
from tutor.questions.generated import card_id
from tutor.sessions.games import subjects
from tutor.sessions.games.exhibits import Curve, Dot, Plot
from tutor.sessions.games.model import Choose, Game, Passed, Picked, Practised, Round, Told
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.questions.generate.family import Seed
    from tutor.questions.generate.looks import Look
    from tutor.sessions.games.model import Answer, Deal

PLACES = tuple(step / 2 for step in range(-8, 9))
GAPS = (0.4, 0.25, 0.15, 0.1)  # least difference of the slopes, smaller every few rounds
ROUNDS_A_GAP = 4
NEAR = 1e-6  # of a kink: there the slope is a convention, not a slope
TAIL = 1.5  # from here on a slope's peak says little about it
NOTICED = 0.05  # of a slope downwards that is not next to flat
FLAT = 0.3  # of its peak: the largest slope that has flattened out
AROUND = 3.0  # x to both sides in the plot afterwards


@dataclass(frozen=True, slots=True)
class Pair:
    """Two functions in the order shown, and the place at which their slopes are compared."""

    one: Look
    other: Look
    x: float

    @property
    def slopes(self) -> tuple[float, float]:
        """Return both slopes, computed."""
        return slope(self.one).at(self.x), slope(self.other).at(self.x)

    @property
    def higher(self) -> int:
        """Return the place of the function with the larger slope."""
        first_one, second = self.slopes
        return int(second > first_one)

    @property
    def trap(self) -> str:
        """Return the mistake that leads to the other function, "" when none does."""
        steep, flat = (self.one, self.other) if self.higher == 0 else (self.other, self.one)
        if abs(self.x) >= TAIL and peak(flat) > peak(steep):
            return "peak-for-tail"
        return "value-for-slope" if flat.at(self.x) > steep.at(self.x) else ""


def slope(look: Look) -> Look:
    """Return the derivative of a curve."""
    return replace(look, order=1)


@lru_cache(maxsize=64)
def peak(look: Look) -> float:
    """Return the steepest slope within the places that are asked about."""
    return max(slope(look).over([step / 20 for step in range(-80, 81)]))


def deal(deal: Deal) -> Round:
    """Return a round."""
    gap = GAPS[min(len(GAPS) - 1, (deal.number - 1) // ROUNDS_A_GAP)]
    pair = first(lambda luck: _drawn(deal.game, luck, deal.number, gap), deal.luck)
    names = tuple(GAME.text("option", name=one.called, formula=_value(one)) for one in (pair.one, pair.other))
    ask = GAME.text("ask", x=significant(pair.x))
    right = (Picked(pair.higher),)
    return Round(ask, (Choose(names),), partial(judge, pair), note=GAME.text("note"), right=right)


def _drawn(game: Seed, luck: Seed, number: int, gap: float) -> Pair | None:
    """Return a pair whose slopes are far enough apart, None to draw again."""
    one, other = subjects.pair(game, luck, number)
    pair = Pair(subjects.look(one, luck), subjects.look(other, luck), luck.pick(PLACES, "x"))
    kinks = [place for look in (pair.one, pair.other) for place in look.record.breaks(**dict(look.parameters))]
    if any(abs(place - pair.x) < NEAR for place in kinks):
        return None
    near, far = sorted(pair.slopes)
    wanted = not number % 2
    return pair if far - near >= gap and (pair.trap or not wanted) else None


def judge(pair: Pair, answers: tuple[Answer, ...]) -> Told:
    """Judge a round: both numbers, both slopes in one plot."""
    steeper = pair.one if pair.higher == 0 else pair.other
    right = answers == (Picked(pair.higher),)
    mistake = "" if right or isinstance(answers[-1], Passed) else pair.trap
    card = card_id("slope-at-a-point", steeper.function)
    why = [_numbers(pair), *([_why(pair)] if pair.trap else [])]
    said = GAME.text("steeper", name=steeper.called, x=significant(pair.x))
    return Told(right, int(right), said, tuple(why), (_plot(pair),), (Practised(card, right, mistake),))


def _numbers(pair: Pair) -> Text:
    """Return both slopes with the formula of each."""
    told = [
        GAME.text("number", at=subjects.at(slope(look), pair.x), formula=_formula(look))
        for look in (pair.one, pair.other)
    ]
    return Text("\n".join(text.zh for text in told), "\n".join(text.en for text in told))


def _value(look: Look) -> str:
    """Return the formula of a function without its name and without other forms."""
    return right_side(look.record.formula)


def _formula(look: Look) -> str:
    """Return the formula of a slope alone: some records tell more."""
    return look.record.derivative_formula.partition(";")[0]


def _why(pair: Pair) -> Text:
    """Return why the other function only seemed to have the larger slope."""
    if pair.trap == "value-for-slope":
        return GAME.text("why_value_for_slope", **_facts(pair))
    flat = pair.other if pair.higher == 0 else pair.one
    there, most = slope(flat).at(pair.x), FLAT * peak(flat)
    key = "then_down" if there < -NOTICED else "for_tail" if there <= most else "elsewhere"
    return GAME.text(f"why_peak_{key}", **_facts(pair))


def _facts(pair: Pair) -> dict[str, str | Text]:
    steep, flat = (pair.one, pair.other) if pair.higher == 0 else (pair.other, pair.one)
    return {
        "steep": steep.called,
        "flat": flat.called,
        "high": significant(flat.at(pair.x)),
        "low": significant(steep.at(pair.x)),
        "peak": significant(peak(flat)),
        "slope": significant(slope(flat).at(pair.x)),
        "x": significant(pair.x),
    }


def _plot(pair: Pair) -> Plot:
    """Return both slopes around the place, with the points compared."""
    curves = tuple(Curve(slope(look).expression, slope(look).labelled) for look in (pair.one, pair.other))
    low, high = min(pair.x - AROUND, -AROUND), max(pair.x + AROUND, AROUND)
    dots = tuple(Dot(pair.x, value, "hit") for value in pair.slopes)
    return Plot(curves, (low, high), dots=dots)


GAME = Game("higher", deal, minutes=3, rounds=15, lives=3, counts="streak", aliases=("higher-or-lower",))
