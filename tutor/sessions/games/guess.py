"""Guess the curve: an unlabelled plot, four names; harder with only the slope, only the outputs, only a crop near 0.

Names are offered together only where an eye can tell their curves apart in the very picture that is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from tutor.questions.generate import by_curve, looks
from tutor.questions.generate.family import first
from tutor.questions.generate.misread import misread
from tutor.questions.generate.readings import right_side
from tutor.questions.generated import card_id
from tutor.questions.model import Choice
from tutor.sessions.games import heaping, subjects
from tutor.sessions.games.exhibits import Curve, Plot
from tutor.sessions.games.model import NOTHING, Choose, Game, Picked, Practised, Round, Told
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.generate.family import Seed
    from tutor.questions.generate.looks import Look, Range
    from tutor.questions.model import Card
    from tutor.sessions.games.exhibits import Exhibit
    from tutor.sessions.games.model import Answer, Deal

Level = Literal["curve", "slope", "outputs", "near"]
LEVELS: tuple[Level, ...] = (
    "curve",
    "curve",
    "curve",
    "slope",
    "outputs",
    "curve",
    "slope",
    "outputs",
    "near",
    "near",
)  # fmt: skip  (of the rounds, from the first)
WORTH: dict[Level, int] = {"curve": 1, "slope": 2, "outputs": 2, "near": 3}
SPANS: dict[Level, tuple[Range, ...]] = {
    "curve": by_curve.RANGES,
    "slope": ((-6, 6), (-5, 5), (-4, 4), (-3, 3)),
    "outputs": ((-3, 3),),
    "near": ((-1, 1), (-0.5, 0.5), (-1.5, 1.5), (-1, 2), (-2, 1)),
}
RIVALS, FEWEST = 3, 2
NEAREST = 7  # of the functions that can be told apart, those among which names are drawn
AIR = 0.05  # of the height, above and below
LEVEL_LINE = 1e-6  # of the height: a curve flatter than that shows nothing


@dataclass(frozen=True, slots=True)
class Puzzle:
    """What a round shows: the curve, the wrong names beside the right one, in the order offered."""

    level: Level
    right: Look
    names: tuple[Look, ...]
    span: Range
    card: str

    @property
    def place(self) -> int:
        """Return the place of the right name."""
        return self.names.index(self.right)

    def shown(self, chosen: Look | None = None, *, named: bool = False) -> Exhibit:
        """Return the picture, with another curve over it where one was chosen."""
        drawn = [self.right, *([chosen] if chosen else [])]
        names = [look.labelled if look.order else look.called for look in drawn] if named else []
        if self.level == "outputs":
            return heaping.spread(drawn, names)
        called = names or [Text.same("")]
        curves = tuple(Curve(look.expression, name) for look, name in zip(drawn, called, strict=True))
        return Plot(curves, self.span, self.frame(chosen) if chosen else None)

    def frame(self, chosen: Look) -> Range:
        """Return the heights that show both curves, without letting the wrong one dwarf the right one."""
        low, high = looks.frame([self.right], self.span)
        least, most = looks.frame([self.right, chosen], self.span)
        tall = max(high - low, looks.SMALLEST)
        air = AIR * (min(most, high + tall) - max(least, low - tall))
        return max(least, low - tall) - air, min(most, high + tall) + air


def deal(deal: Deal) -> Round:
    """Return a round."""
    level = LEVELS[(deal.number - 1) % len(LEVELS)]
    order = subjects.order(deal.game.shuffled(by_curve.known(), "functions"), deal.number)
    puzzle = first(lambda luck: _drawn(order, level, luck, deal.cards), deal.luck)
    options = tuple(look.called for look in puzzle.names)
    asked = f"ask_{level}"
    low, high = map(significant, puzzle.span)
    return Round(
        GAME.text(asked, low=low, high=high),
        (Choose(options),),
        partial(judge, puzzle),
        shown=(puzzle.shown(),),
        note=GAME.text(f"note_{level}") if level == "outputs" or LEVELS.index(level) + 1 == deal.number else NOTHING,
        level=GAME.text(f"level_{level}"),
        worth=WORTH[level],
        right=(Picked(puzzle.place),),
    )


def _drawn(order: Sequence[str], level: Level, luck: Seed, cards: tuple[Card, ...]) -> Puzzle | None:
    """Return a puzzle about the function whose turn it is in this attempt, None where nothing could be told apart."""
    attempt = luck.parts[-1]
    assert isinstance(attempt, int)
    spans = SPANS[level]
    function = order[attempt // len(spans) % len(order)]
    span = luck.at("span", attempt // len(spans)).shuffled(spans, "order")[attempt % len(spans)]
    right = _as(level, subjects.look(function, luck.at(function)))
    if not worth_showing(level, right, span):
        return None
    others = [_as(level, subjects.look(name, luck.at(name))) for name in by_curve.known() if name != function]
    rivals = _rivals(level, right, others, span, luck)
    if len(rivals) < FEWEST:
        return None
    names = luck.shuffled((right, *rivals), "names")
    return Puzzle(level, right, names, span, card_of(level, right, cards))


def _as(level: Level, look: Look) -> Look:
    return replace(look, order=1) if level == "slope" else look


def worth_showing(level: Level, look: Look, span: Range) -> bool:
    """Say whether a picture shows its function: more than a level line, and no better known one is the same."""
    if level == "outputs":
        return True
    values = looks.heights(look, span)
    if float(values.max() - values.min()) < LEVEL_LINE:
        return False
    return level != "curve" or by_curve.revealing(look, span)


def _rivals(level: Level, right: Look, others: Sequence[Look], span: Range, luck: Seed) -> list[Look]:
    """Return names to offer beside the right one: near it, but every two of all told apart in the picture."""
    near = _near(level, right, others, span)[:NEAREST]
    taken: list[Look] = []
    for other in luck.shuffled(near, "rivals"):
        if len(taken) < RIVALS and all(told_apart(level, other, one, right, span) for one in (right, *taken)):
            taken.append(other)
    return taken


def _near(level: Level, right: Look, others: Sequence[Look], span: Range) -> list[Look]:
    """Return those that an eye tells from the right one, the nearest first."""
    seen = [other for other in others if told_apart(level, other, right, right, span)]
    if level == "outputs":
        return sorted(seen, key=lambda other: heaping.distance(right, other))
    return by_curve.nearest(right, seen, span, looks.frame([right], span))


def told_apart(level: Level, one: Look, other: Look, right: Look, span: Range) -> bool:
    """Say whether an eye tells two candidates apart in the picture of the right one."""
    if level == "outputs":
        return heaping.apart(one, other)
    return looks.apart(one, other, span, looks.frame([right], span))


def card_of(level: Level, look: Look, cards: tuple[Card, ...]) -> str:
    """Return the card that asks the same: the course's own, else the one that the core makes; "" for none."""
    if level == "outputs":
        return ""
    own = (card.id for card in cards if _is_of(card, look))
    family = "derivative-of-a-curve" if level == "slope" else "name-of-a-curve"
    return next(own, card_id(family, look.function))


def _is_of(card: Card, look: Look) -> bool:
    """Say whether a card shows this very curve and its right answer names the function."""
    usual = tuple((one.ascii, one.default) for one in look.record.parameters) == look.parameters
    bare = f"{look.function}{looks.PRIMES[look.order]}"
    shown = card.plot is not None and card.plot.curves in ((look.expression,), (bare,) if usual else ())
    return shown and any(name in _right_words(card) for name in (look.record.symbol.casefold(), look.function))


def _right_words(card: Card) -> str:
    """Return the right answer of a card in English, "" for one without a wording."""
    right = next((option.wording for option in getattr(card.body, "options", ()) if option.right), None)
    return " ".join(piece for piece in right.en if isinstance(piece, str)).casefold() if right else ""


def asks_for_a_name(card: Card) -> bool:
    """Say whether a card shows one curve without its name and asks about it."""
    return (
        isinstance(card.body, Choice)
        and card.plot is not None
        and not card.plot.labels
        and len(card.plot.curves) == 1
        and not any(option.curve for option in card.body.options)
    )


def judge(puzzle: Puzzle, answers: tuple[Answer, ...]) -> Told:
    """Judge a round: the name, the wrong guess over the truth, and where the two part."""
    chosen = puzzle.names[answers[-1].place] if isinstance(answers[-1], Picked) else None
    right = chosen == puzzle.right
    said = GAME.text("it_was", name=puzzle.right.called)
    if right or chosen is None:
        why: tuple[Text, ...] = (_formula(puzzle),)
        practised = (Practised(puzzle.card, right),) if puzzle.card else ()
        shown = puzzle.shown(named=True)
        return Told(right, WORTH[puzzle.level] if right else 0, said, why, (shown,), practised)
    mistake, told = _parting(puzzle, chosen)
    shown = puzzle.shown(chosen, named=True)
    return Told(False, 0, said, (told, _formula(puzzle)), (shown,), (Practised(puzzle.card, False, mistake),))  # noqa: FBT003


def _formula(puzzle: Puzzle) -> Text:
    record = puzzle.right.record
    slope = puzzle.level == "slope"
    formula = right_side(record.derivative_formula if slope else record.formula)
    return GAME.text(f"formula_{puzzle.level}", name=puzzle.right.called, formula=formula)


def _parting(puzzle: Puzzle, chosen: Look) -> tuple[str, Text]:
    """Return the mistake that was made, and where the guess and the truth part."""
    right, span = puzzle.right, puzzle.span
    names: dict[str, str | Text] = {"theirs": chosen.called, "right": right.called}
    if puzzle.level == "outputs":
        return "", GAME.text("parts_outputs", **names, **_parting_bin(right, chosen))
    if puzzle.level == "slope":
        x = looks.telling_place(right, chosen, span, puzzle.frame(chosen))
        mistake = "derivative-of-a-relative"
    else:
        mistake, x = misread(right, chosen, span, puzzle.frame(chosen))
    facts = {"x": significant(x), "there": significant(chosen.at(x)), "here": significant(right.at(x))}
    return mistake, GAME.text(f"parts_{puzzle.level}", **names, **facts)


def _parting_bin(right: Look, chosen: Look) -> dict[str, str]:
    """Return the bin in which two histograms differ most."""
    shown = heaping.spread([right, chosen])
    ours, theirs = (heap.shares for heap in shown.heaps)
    place = max(range(len(ours)), key=lambda at: abs(ours[at] - theirs[at]))
    share = {"here": ours[place], "there": theirs[place]}
    return {"x": significant(shown.centres[place]), **{name: f"{100 * part:.0f} %" for name, part in share.items()}}


GAME = Game("guess", deal, minutes=4, cards=asks_for_a_name, aliases=("guess-the-curve", "curve"))
