"""What gradient telephone says: names of settings, what became of a message and why, what a wrong setting tells."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite, sqrt
from typing import TYPE_CHECKING, Literal

from tutor.labs.telling import size
from tutor.questions.generate.looks import Look
from tutor.questions.generate.wording import spoken
from tutor.sessions.games.exhibits import Curve, Plot, Relay
from tutor.sessions.games.model import Practised
from tutor.sessions.games.whispers import wire
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.model import Card
    from tutor.sessions.games.whispers import Call

Kind = Literal["gain", "ears", "depth", "dial", "board"]
SLOPES = (-4.0, 4.0)  # x of the slope that is shown
HE = sqrt(2)
FACTOR_DIGITS = 4  # enough for its 50th power to give what is told
HALVING = ("relu", "leaky_relu", "relu6")
BOUNDED = ("tanh", "softsign", "hard_tanh", "sigmoid", "sine", "relu6")
CARDS: dict[Kind, str] = {
    "gain": "edge-of-chaos.find-the-edge",
    "ears": "edge-of-chaos.which-are-critical",
    "depth": "edge-of-chaos.depth-scale",
    "dial": "edge-of-chaos.find-the-edge",
    "board": "edge-of-chaos.find-the-edge",
}


def text(key: str, /, **facts: str | Text) -> Text:
    """Return a sentence of the game."""
    return spoken(f"game_telephone.{key}", **facts)


def called(function: str) -> Text:
    """Return the name of a function."""
    return Look(function).called


def gain(value: float) -> str:
    """Return a gain as it is written."""
    return "√2" if value == HE else significant(value)


def option(kind: Kind, call: Call) -> Text:
    """Return what a setting has that the others on offer have not."""
    match kind:
        case "gain" | "dial" | "board":
            return Text.same(f"g = {gain(call.gain)}")
        case "ears":
            return called(call.function)
        case "depth":
            return text("layers", n=str(call.depth))


def slopes(functions: Sequence[str]) -> Plot:
    """Return the slopes of functions: what a gradient is multiplied by, besides the weights."""
    looks = [Look(function, order=1) for function in functions]
    return Plot(tuple(Curve(look.expression, look.labelled) for look in looks), SLOPES)


def relay(calls: tuple[Call, ...], message: int, past: tuple[Call, ...] = ()) -> Relay:
    """Return messages on their way, below those of the past."""
    before, now = ([wire(call, setting(call), text(f"say_{message}")) for call in some] for some in (past, calls))
    return Relay((*(replace(one, powers=one.powers[-1:], heard=one.heard[-1:]) for one in before), *now))


def setting(call: Call) -> Text:
    """Return a whole setting in one line."""
    return text("setting", name=called(call.function), gain=gain(call.gain), n=str(call.depth))


def reaction(call: Call, message: int) -> Text:
    """Return what the first layer does about what it heard."""
    return text(f"{call.fate}_{message}")


def per_layer(call: Call) -> Text:
    """Return by what each layer multiplies, and what that makes of all of them."""
    if not isfinite(call.power):
        return text("off_the_scale")
    return text("per_layer", factor=significant(call.factor, FACTOR_DIGITS), n=str(call.depth), size=size(call.power))


def about(call: Call) -> Text:
    """Return why a function treats messages as it does."""
    return text(f"about_{call.function}")


def mistake(call: Call) -> str:
    """Return the belief that leads to a lost message, "" where none is plain."""
    if call.fate == "loud" and call.function in BOUNDED and call.gain > 1:
        return "bounded-means-tame"
    if call.gain == HE and call.function not in HALVING:
        return "he-for-lecun" if call.function == "selu" else "he-for-all"
    return "weights-forgotten" if call.gain == 1 and call.function in HALVING else ""


def practised(kind: Kind, lost: Call | None, cards: tuple[Card, ...], *, right: bool) -> tuple[Practised, ...]:
    """Return what an answer says about the card of this kind, where the course has it."""
    known = CARDS[kind] if any(card.id == CARDS[kind] for card in cards) else ""
    return (Practised(known, right, "" if right or lost is None else mistake(lost)),)
