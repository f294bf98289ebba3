"""Messages that a deep random network hands on: how much of one is left in each layer, and what it sounds like.

The network is run for real. What a message is about, and who asks, is no matter here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, isnan
from typing import TYPE_CHECKING, Literal

from tutor import chance
from tutor.questions.generate.wording import spoken
from tutor.sessions.games.exhibits import Wire
from tutor.text import Text
from tutor.text.width import width

if TYPE_CHECKING:
    from tutor.labs.deep import Net

Fate = Literal["kept", "faint", "loud"]
UNITS, DEEPEST = 64, 50  # of every network
NETWORKS = 3  # that messages are sent through, all different, all random
ARRIVED = 1.0  # power of ten to either side: a tenth to ten times its size
SAFE, GONE = 0.8, 1.3  # powers of ten beyond doubt: arrived, not arrived
SILENT = 4.0  # powers of ten down: not a word is left; as many up, and every word is a scream
DEAFENING = 8.0
LOST = "·"


@dataclass(frozen=True, slots=True)
class Call:
    """A message through a network: what each layer applies, the gain of its weights, how many layers, and which."""

    function: str
    gain: float
    depth: int
    network: int

    @property
    def powers(self) -> tuple[float, ...]:
        """Return how large the message is, as a power of ten, from the last layer (0) to the inputs."""
        return _powers(self)

    @property
    def power(self) -> float:
        """Return how large the message arrives."""
        return self.powers[-1]

    @property
    def fate(self) -> Fate:
        """Return what became of the message."""
        if isnan(self.power) or self.power > ARRIVED:
            return "loud"
        return "kept" if self.power >= -ARRIVED else "faint"

    @property
    def sure(self) -> bool:
        """Say whether there is no doubt about its fate: every network tells the same, and by a margin."""
        others = [replace(self, network=number) for number in range(NETWORKS)]
        return all(one.fate == self.fate and one.is_plain for one in others)

    @property
    def is_plain(self) -> bool:
        """Say whether the message has clearly arrived, or clearly not."""
        size = abs(self.power)
        return isnan(size) or (size <= SAFE if self.fate == "kept" else size >= GONE)

    @property
    def factor(self) -> float:
        """Return by what a layer multiplies the message, on geometric average; nan when it cannot be told."""
        return float(10.0 ** (self.power / self.depth))


@lru_cache(maxsize=4096)
def _powers(call: Call) -> tuple[float, ...]:
    from tutor.labs.deep import Net, measured
    from tutor.labs.functions import quick, unit
    from tutor.labs.pacing import finished

    whole = _network(call.network)
    net = Net(whole.weights[: call.depth], whole.inputs, whole.gradients)
    sizes = finished(measured(quick(unit(call.function)), (call.gain,), net))
    return tuple(sizes.gradients[0, ::-1].tolist())


@lru_cache(maxsize=NETWORKS)
def _network(number: int) -> Net:
    from tutor.labs.deep import net
    from tutor.labs.pacing import finished

    return finished(net(DEEPEST, UNITS, ("telephone", number)))


def wire(call: Call, name: Text, message: Text) -> Wire:
    """Return a message on its way."""
    heard = tuple(sounding(message, power) for power in call.powers)
    return Wire(name, call.powers, heard)


def sounding(message: Text, power: float) -> Text:
    """Return what a message of this size sounds like: letters are lost, or grow louder, in proportion to the power."""
    if isnan(power) or power >= DEAFENING:
        return spoken("game_telephone.deafening")
    if power <= -SILENT:
        return spoken("game_telephone.silence")
    share = min(1.0, (abs(power) - ARRIVED) / (SILENT - ARRIVED))
    if share <= 0:
        return message
    if power < 0:
        return Text(_faint(message.zh, share), _faint(message.en, share))
    return Text(_loud(message.zh, share, "！"), _loud(message.en, share, "!"))


def _touched(text: str, share: float) -> frozenset[int]:
    """Return the places of the letters that change: the more, the larger the share, and never fewer for more."""
    letters = [place for place, char in enumerate(text) if char.isalnum()]
    order = chance.shuffled(letters, "whisper", text)
    return frozenset(order[: ceil(share * len(letters))])


def _faint(text: str, share: float) -> str:
    gone = _touched(text, share)
    return "".join(LOST * width(char) if place in gone else char for place, char in enumerate(text))


def _loud(text: str, share: float, mark: str) -> str:
    raised = _touched(text, share)
    times = 1 + ceil(2 * share)
    screamed = "".join(char.upper() * times if place in raised else char for place, char in enumerate(text))
    return screamed + mark * ceil(5 * share)
