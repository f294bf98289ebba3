"""Gradient telephone: set activation, gain and depth so that a message survives its way back through the layers.

The message is a gradient; the network is run for real. First one of the three is missing, later knobs may be tuned.
A puzzle is dealt only when some settings carry the message and some lose it; where an answer is final, beyond doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import sqrt
from typing import TYPE_CHECKING

from tutor.questions.generate.family import first
from tutor.sessions.games import telephone_knobs
from tutor.sessions.games.model import NOTHING, Choose, Game, Picked, Round, Told
from tutor.sessions.games.telephone_knobs import Tuning
from tutor.sessions.games.telephone_told import (
    CARDS,
    Kind,
    about,
    called,
    gain,
    option,
    per_layer,
    practised,
    reaction,
    relay,
    slopes,
    text,
)
from tutor.sessions.games.whispers import DEEPEST, NETWORKS, Call

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Card
    from tutor.sessions.games.model import Answer, Deal
    from tutor.text import Text

KINDS: tuple[Kind, ...] = ("gain", "ears", "depth", "dial", "ears", "gain", "depth", "board")
WORTH = (1, 1, 1, 3, 2, 2, 2, 3)
KNOWN = ("relu", "tanh", "sigmoid", "identity", "leaky_relu", "selu", "gelu")
EARS = (*KNOWN, "elu", "silu", "softsign", "hard_tanh", "sine", "mish", "relu6", "softplus")
ALIKE = (("relu", "leaky_relu", "relu6"), ("gelu", "silu"))  # two of them would rule each other out
KNOWN_UNTIL = 3  # rounds with well-known functions only
GAINS = (0.5, 0.7, 0.85, 1.0, 1.2, sqrt(2), 1.6, 2.0, 3.0)
DEPTHS = (2, 3, 5, 8, 12, 20, 30, 50)
OPTIONS = 4
MOST = 3  # settings of the knobs that carry the message
APART = 2  # places between the functions of neighbouring rounds: some make no puzzle, and the next one takes over
A_TURN = 4  # attempts at a puzzle about one function before the next has its turn
MESSAGES = 8


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A round with options: calls that differ in what is missing."""

    kind: Kind
    calls: tuple[Call, ...]
    message: int
    number: int  # of the round
    cards: tuple[Card, ...]

    @property
    def worth(self) -> int:
        """Return the points of the round."""
        return WORTH[(self.number - 1) % len(WORTH)]

    @property
    def first(self) -> bool:
        """Say whether nothing was explained yet."""
        return self.number == 1

    @property
    def right(self) -> Call:
        """Return the setting that arrives, of several the deepest."""
        return [call for call in self.calls if call.fate == "kept"][-1]


def deal(deal: Deal) -> Round:
    """Return a round: its kind goes by its number."""
    kind = KINDS[(deal.number - 1) % len(KINDS)]
    message = deal.game.shuffled(range(1, MESSAGES + 1), "messages")[(deal.number - 1) % MESSAGES]
    ears = turns(deal)
    match kind:
        case "dial":
            return telephone_knobs.asked(Tuning((first(partial(knob, ears), deal.luck),), message, deal.cards))
        case "board":
            return telephone_knobs.asked(Tuning(first(grid, deal.luck), message, deal.cards))
    make = {"gain": gains, "ears": hearers, "depth": depths}[kind]
    return asked(Puzzle(kind, first(partial(make, ears), deal.luck), message, deal.number, deal.cards))


def turns(deal: Deal) -> tuple[str, ...]:
    """Return the functions in the order in which this round tries them: another one first in every round."""
    known = deal.game.shuffled(KNOWN, "known")
    rest = deal.game.shuffled([name for name in EARS if name not in KNOWN], "rest")
    order = known if deal.number <= KNOWN_UNTIL else (*known, *rest)
    start = APART * (deal.number - 1) % len(order)
    return (*order[start:], *order[:start])


def gains(ears: Sequence[str], luck: Seed) -> tuple[Call, ...] | None:
    """Return calls that differ in the gain; exactly one arrives."""
    function, network = _turn(ears, luck), luck.pick(range(NETWORKS), "network")
    return _one_of([Call(function, gain, DEEPEST, network) for gain in GAINS], luck)


def hearers(ears: Sequence[str], luck: Seed) -> tuple[Call, ...] | None:
    """Return calls that differ in the activation; exactly one arrives."""
    gain, network = luck.pick(GAINS, "gain"), luck.pick(range(NETWORKS), "network")
    distinct = [function for function in ears if function not in _doubles(luck)]
    return _one_of([Call(function, gain, DEEPEST, network) for function in distinct], luck)


def _doubles(luck: Seed) -> set[str]:
    """Return all but one of the functions that are alike."""
    return {function for alike in ALIKE for function in luck.shuffled(alike, "alike")[1:]}


def depths(ears: Sequence[str], luck: Seed) -> tuple[Call, ...] | None:
    """Return calls that differ in depth, the shortest first: some arrive, longer ones do not."""
    function, gain, network = _turn(ears, luck), luck.pick(GAINS, "gain"), luck.pick(range(NETWORKS), "network")
    calls = [Call(function, gain, depth, network) for depth in DEPTHS]
    kept = [call for call in calls if call.fate == "kept" and call.sure]
    lost = [call for call in calls if call.fate != "kept" and call.sure]
    short = luck.pick(range(1, OPTIONS), "short")
    chosen = (*kept[-short:], *lost[: OPTIONS - short])
    turns_once = kept and lost and kept[-1].depth < min(call.depth for call in calls if call.fate != "kept")
    return chosen if len(chosen) == OPTIONS and turns_once else None


def knob(ears: Sequence[str], luck: Seed) -> tuple[Call, ...] | None:
    """Return calls for every gain; some arrive, most do not."""
    function, network = _turn(ears, luck), luck.pick(range(NETWORKS), "network")
    calls = tuple(Call(function, gain, DEEPEST, network) for gain in GAINS)
    return calls if 1 <= sum(call.fate == "kept" for call in calls) <= MOST else None


def grid(luck: Seed) -> tuple[tuple[Call, ...], ...] | None:
    """Return calls for four functions by four gains; some arrive, most do not."""
    ears, network = luck.shuffled(EARS, "ears")[:OPTIONS], luck.pick(range(NETWORKS), "network")
    chosen = sorted(luck.shuffled(GAINS, "gains")[:OPTIONS])
    rows = tuple(tuple(Call(function, gain, DEEPEST, network) for gain in chosen) for function in ears)
    return rows if 1 <= sum(call.fate == "kept" for row in rows for call in row) <= MOST else None


def _turn(ears: Sequence[str], luck: Seed) -> str:
    """Return the function whose turn it is in this attempt: the first, as long as it may make a puzzle."""
    attempt = luck.parts[-1]
    assert isinstance(attempt, int)
    return ears[attempt // A_TURN % len(ears)]


def _one_of(calls: Sequence[Call], luck: Seed) -> tuple[Call, ...] | None:
    """Return one call that arrives among some that do not, in the order given; None where there are not enough."""
    kept: list[Call] = []
    lost: list[Call] = []
    for call in luck.shuffled(calls, "calls"):
        side, room = (kept, 1) if call.fate == "kept" else (lost, OPTIONS - 1)
        if len(side) < room and call.sure:
            side.append(call)
    return tuple(call for call in calls if call in (*kept, *lost)) if len(kept + lost) == OPTIONS else None


def asked(puzzle: Puzzle) -> Round:
    """Return a round with options."""
    kind, right = puzzle.kind, puzzle.right
    return Round(
        text(f"ask_{kind}", message=text(f"say_{puzzle.message}"), **_facts(right)),
        (Choose(tuple(option(kind, call) for call in puzzle.calls)),),
        partial(judge, puzzle),
        shown=(slopes(tuple(dict.fromkeys(call.function for call in puzzle.calls))),),
        note=text("note") if puzzle.first else NOTHING,
        level=text(f"level_{kind}"),
        worth=puzzle.worth,
        right=(Picked(puzzle.calls.index(right)),),
    )


def _facts(call: Call) -> dict[str, str | Text]:
    return {"name": called(call.function), "gain": gain(call.gain), "n": str(call.depth)}


def judge(puzzle: Puzzle, answers: tuple[Answer, ...]) -> Told:
    """Judge a round with options: what became of the message as it was set, and as it should have been set."""
    kind, right, message = puzzle.kind, puzzle.right, puzzle.message
    chosen = puzzle.calls[answers[-1].place] if isinstance(answers[-1], Picked) else None
    found, heard = chosen == right, chosen or right
    why = (reaction(heard, message), per_layer(heard), about(right))
    if heard != right and heard.fate == "kept":
        why = (text("could_be_longer"), per_layer(right), about(right))
    shown = relay((right,) if heard == right else (heard, right), message)
    said = text(f"it_was_{kind}", option=option(kind, right), **_facts(right))
    practice = practised(kind, chosen, puzzle.cards, right=found)
    return Told(found, puzzle.worth if found else 0, said, why, (shown,), practice)


def asks_for_a_setting(card: Card) -> bool:
    """Say whether a card of the course is practised by this game."""
    return card.id in CARDS.values()


GAME = Game("telephone", deal, minutes=4, rounds=len(KINDS), cards=asks_for_a_setting, aliases=("gradient-telephone",))
