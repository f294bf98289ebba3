"""Draw from memory: signs, ends and heights at five places, then the true curve through your points.

First the signs of f, then its two ends and three heights, then the same for the slope. Every number is computed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from math import ceil, floor, inf, isfinite, isinf
from typing import TYPE_CHECKING, Literal

from tutor.questions.generate.by_curve import known
from tutor.questions.generate.family import first
from tutor.questions.generate.looks import PRIMES, STEP, Look, frame
from tutor.questions.generated import card_id
from tutor.sessions.games import subjects
from tutor.sessions.games.exhibits import Curve, Dot, Plot
from tutor.sessions.games.model import Choose, Game, Passed, Picked, Practised, Round, Told, Type, Wrote
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.generate.family import Seed
    from tutor.sessions.games.exhibits import Range
    from tutor.sessions.games.model import Answer, Deal, Part

Asked = Literal["sign", "value", "end"]
Level = Literal["signs", "heights", "slope_signs", "slope_heights"]
LEVELS: tuple[Level, ...] = ("signs", "heights", "signs", "heights", "slope_signs", "slope_heights")
SPAN: Range = (-4.0, 4.0)
PLACES = (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
SIGN_PLACES = (-4.0, -3.0, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0, 4.0)
SIGNS, A_SIDE = 5, 2
SIGNED = 1e-2  # a value nearer to 0 has no sign that a memory could hold, unless it is 0
CLOSE, RELATIVE, LEAST = 0.06, 0.25, 0.05  # of the paper's height, of the value, in any case: how near is near enough
DECOYS = (0.5, 1.5)  # of an unusual end
USUAL_ENDS = (-inf, -1.0, 0.0, 1.0, inf)
NOT_HERE = frozenset({"sine", "snake", "identity", "log_sigmoid", "tanhshrink"})  # no ends, or nothing to remember
SAME = 1e-9
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing to say: at `x` (±∞ for an end) the curve has `value`."""

    asked: Asked
    x: float
    value: float

    @property
    def choices(self) -> tuple[float, ...]:
        """Return what an end may be: the usual ones; an unusual one does not stand there alone."""
        usual = [end for end in USUAL_ENDS if end == self.value or abs(end - self.value) > SAME]
        others = () if self.value in USUAL_ENDS else (self.value * share for share in DECOYS)
        return tuple(sorted({*usual, self.value, *others}))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A curve to be drawn on a paper of fixed height, from left to right."""

    level: Level
    look: Look
    spots: tuple[Spot, ...]

    @property
    def paper(self) -> Range:
        """Return the heights of the paper: whole numbers around the curve, never flatter than from −1 to 1."""
        low, high = frame([self.look], SPAN)
        return min(-1.0, floor(low)), max(1.0, ceil(high))

    @property
    def blank(self) -> Range:
        """Return the heights while the curve is unknown: asked for signs, as much below the axis as above."""
        low, high = self.paper
        most = max(-low, high)
        return (-most, most) if self.level.endswith("signs") else (low, high)

    @property
    def name(self) -> str:
        """Return how the curve is written with its argument left out: `f′`."""
        return f"f{PRIMES[self.look.order]}"

    def near(self, spot: Spot, value: float) -> bool:
        """Say whether a height is near enough: by the paper, but never so lax that 0 would do for a dip."""
        low, high = self.paper
        allowed = max(LEAST, min(CLOSE * (high - low), RELATIVE * abs(spot.value)))
        return abs(value - spot.value) <= allowed


def deal(deal: Deal) -> Round:
    """Return a round."""
    level = LEVELS[(deal.number - 1) % len(LEVELS)]
    names = [name for name in deal.game.shuffled(known(), "functions") if name not in NOT_HERE]
    order = subjects.order(names, deal.number)
    sheet = first(lambda luck: _drawn(order, level, luck), deal.luck)
    low, high = map(significant, SPAN)
    return Round(
        GAME.text("ask_slope" if sheet.look.order else "ask", name=sheet.look.called),
        tuple(_part(sheet, spot) for spot in sheet.spots),
        partial(judge, sheet),
        shown=(table(sheet, ()),),
        note=GAME.text(f"note_{level.removeprefix('slope_')}", low=low, high=high),
        level=GAME.text(f"level_{level}"),
        worth=len(sheet.spots),
        right=tuple(_right(spot) for spot in sheet.spots),
        growing=lambda given: (table(sheet, given),),
        loose=True,
    )


def _drawn(order: Sequence[str], level: Level, luck: Seed) -> Sheet | None:
    """Return a sheet about the function whose turn it is in this attempt, None to draw again."""
    attempt = luck.parts[-1]
    assert isinstance(attempt, int)
    look = subjects.look(order[attempt % len(order)], luck)
    if level.startswith("slope"):
        look = replace(look, order=1)
        if look.function in subjects.LEVEL:
            return None
    spots = _signs(look, luck) if level.endswith("signs") else _heights(look, luck)
    return Sheet(level, look, spots) if spots else None


def _breaks(look: Look) -> tuple[float, ...]:
    """Return the places where a height would be a convention."""
    jumps = bool(look.order) or look.function == STEP
    return look.record.breaks(**dict(look.parameters)) if jumps else ()


def _signs(look: Look, luck: Seed) -> tuple[Spot, ...]:
    """Return five places with a sign that can be told, from left to right."""
    heights = dict(zip(SIGN_PLACES, look.over(SIGN_PLACES), strict=True))
    breaks = _breaks(look)
    told = [x for x, y in heights.items() if x not in breaks and (y == 0 or abs(y) >= SIGNED)]
    told = list(luck.shuffled(told, "places"))
    sides = [*[x for x in told if x < 0][:A_SIDE], *[x for x in told if x > 0][:A_SIDE]]
    taken = sorted([*sides, *[x for x in told if x not in sides][:1]])
    return tuple(Spot("sign", x, heights[x]) for x in taken) if len(taken) == SIGNS else ()


def _heights(look: Look, luck: Seed) -> tuple[Spot, ...]:
    """Return both ends and three heights between them, one on each side of 0 among them."""
    left, right = ends(look)
    breaks = _breaks(look)
    places = [x for x in PLACES if x not in breaks]
    one, other = luck.pick([x for x in places if x < 0], "left"), luck.pick([x for x in places if x > 0], "right")
    between = luck.pick([x for x in places if x not in (one, other)], "between")
    taken = sorted({one, other, between})
    if any(value != value for value in (left, right)):  # noqa: PLR0124 - nan: the curve has no end there
        return ()
    inner = tuple(Spot("value", x, look.at(x)) for x in taken)
    return (Spot("end", -inf, left), *inner, Spot("end", inf, right))


@lru_cache(maxsize=128)
def ends(look: Look) -> tuple[float, float]:
    """Return the limits at both ends, nan where there is none."""
    from tutor.activations.calculus.limits import end_values
    from tutor.activations.compute import curve_of

    left, right = end_values(curve_of(look.record, look.order, dict(look.parameters)))
    return left + 0.0, right + 0.0


def _part(sheet: Sheet, spot: Spot) -> Part:
    """Return what is asked at a spot."""
    match spot.asked:
        case "sign":
            x = Text.same(f"{sheet.name}({significant(spot.x)})")
            return Choose((GAME.text("minus"), GAME.text("zero"), GAME.text("plus")), x)
        case "end":
            options = tuple(Text.same(significant(value)) for value in spot.choices)
            return Choose(options, Text.same(f"x → {significant(spot.x)}"))
        case "value":
            return Type(Text.same(f"{sheet.name}({significant(spot.x)}) ="))


def _right(spot: Spot) -> Answer:
    match spot.asked:
        case "sign":
            return Picked(1 + (spot.value > 0) - (spot.value < 0))
        case "end":
            return Picked(spot.choices.index(spot.value))
        case "value":
            return Wrote(significant(spot.value), spot.value)


def hit(sheet: Sheet, spot: Spot, answer: Answer) -> bool:
    """Say whether an answer is right at a spot; a height need only be near."""
    if spot.asked == "value":
        return isinstance(answer, Wrote) and sheet.near(spot, answer.value)
    return answer == _right(spot)


def height(sheet: Sheet, spot: Spot, answer: Answer, *, judged: bool = True) -> float | None:
    """Return where an answer puts the point, None where it puts none.

    A sign knows no height: before the verdict the point stands half-way up or down, then as far from 0 as the curve.
    """
    match answer:
        case Wrote(_, value):
            return value
        case Picked(place) if spot.asked == "end":
            return spot.choices[place]
        case Picked(place) if judged:
            return (place - 1) * (abs(spot.value) or HALF)
        case Picked(place):
            low, high = sheet.blank
            return HALF * (low, 0.0, high)[place]
        case Passed():
            return None


def table(sheet: Sheet, given: tuple[Answer, ...], *, judged: bool = False) -> Plot:
    """Return the paper with the points given so far; judged, with the curve and each point right or wrong."""
    dots: list[Dot] = []
    for spot, answer in zip(sheet.spots, given, strict=False):
        y = height(sheet, spot, answer, judged=judged)
        if y is not None:
            x = max(SPAN[0], min(SPAN[1], spot.x))
            look = ("hit" if hit(sheet, spot, answer) else "miss") if judged else "point"
            dots.append(Dot(x, y, look))  # type: ignore[arg-type]
    curves = (Curve(sheet.look.expression, labelled(sheet)),) if judged else ()
    return Plot(curves, SPAN, sheet.paper if judged else sheet.blank, tuple(dots))


def labelled(sheet: Sheet) -> Text:
    """Return what the curve is called."""
    return sheet.look.labelled if sheet.look.order else sheet.look.called


def judge(sheet: Sheet, answers: tuple[Answer, ...]) -> Told:
    """Judge a round: a point for each hit, the curve through the points, what was true at each place."""
    hits = [hit(sheet, spot, answer) for spot, answer in zip(sheet.spots, answers, strict=False)]
    points, whole = sum(hits), len(sheet.spots)
    mistake = next(
        (made for spot, answer in zip(sheet.spots, answers, strict=False) if (made := slip(sheet, spot, answer))), ""
    )
    card = card_id("slope-at-a-point" if sheet.look.order else "value-at-a-point", sheet.look.function)
    record = sheet.look.record
    formula = record.derivative_formula if sheet.look.order else record.formula
    return Told(
        points == whole,
        points,
        GAME.text("hits", name=labelled(sheet), n=str(points), of=str(whole)),
        (_told(sheet, answers), GAME.text("formula", formula=formula.partition(";")[0])),
        (table(sheet, answers, judged=True),),
        (Practised(card, points == whole, mistake),),
    )


def _told(sheet: Sheet, answers: tuple[Answer, ...]) -> Text:
    """Return every place with what was said and what is true."""
    given = (*answers, *[Passed()] * (len(sheet.spots) - len(answers)))
    told = [_spot(sheet, spot, answer) for spot, answer in zip(sheet.spots, given, strict=True)]
    return Text("；".join(text.zh for text in told) + "。", "; ".join(text.en for text in told) + ".")


def _spot(sheet: Sheet, spot: Spot, answer: Answer) -> Text:
    at = f"x → {significant(spot.x)}" if isinf(spot.x) else f"{sheet.name}({significant(spot.x)})"
    facts: dict[str, str | Text] = {"at": at, "value": significant(spot.value)}
    if hit(sheet, spot, answer):
        return GAME.text("spot_hit", **facts)
    if isinstance(answer, Passed):
        return GAME.text("spot_open", **facts)
    part = _part(sheet, spot)
    yours = part.options[answer.place] if isinstance(part, Choose) and isinstance(answer, Picked) else None
    return GAME.text("spot_missed", yours=yours or Text.same(getattr(answer, "text", "")), **facts)


def slip(sheet: Sheet, spot: Spot, answer: Answer) -> str:
    """Return the mistake that explains a wrong answer, "" when none is known."""
    y = height(sheet, spot, answer)
    if y is None or hit(sheet, spot, answer):
        return ""
    if spot.asked == "end":
        return "left-tail-overlooked" if spot.x < 0 else "right-tail-overlooked"
    if spot.asked == "sign":
        return "negative-side-forgotten" if spot.value < 0 and spot.x < 0 else ""
    other = replace(sheet.look, order=1 - sheet.look.order).at(spot.x)
    if isfinite(y) and sheet.near(replace(spot, value=other), y):
        return "value-for-slope" if sheet.look.order else "slope-for-value"
    return "sign-flipped" if sheet.near(spot, -y) else ""


GAME = Game("draw", deal, minutes=5, rounds=6, aliases=("draw-from-memory", "memory"))
