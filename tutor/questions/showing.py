"""One showing of a card: values drawn, texts filled, options in their order.

The same seed gives the same showing; `rebuild` gives back a showing from what an event recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from tutor import chance
from tutor.questions.model import Choice, Cloze, Flash, Formula, Multi, Myth, Numeric
from tutor.questions.template import fill
from tutor.text import Text
from tutor.text.numbers import significant
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.questions.model import Card, Option, Wording

ATTEMPTS = 100  # draws tried before giving up on telling the options apart; `tutor check` lists such cards
FACT, MYTH = 0, 1


@dataclass(frozen=True, slots=True)
class ShownOption:
    """An option as the learner sees it, with what it stands for.

    `curve` is the expression of an option that is a curve; `told` is what any option turns out to be once answered.
    """

    text: Text
    right: bool
    mistake: str = ""
    because: Text | None = None
    curve: str = ""
    name: Text | None = None

    @property
    def told(self) -> Text:
        """Return the option after the answer: a curve by its name, any other as it was."""
        return self.name or self.text


@dataclass(frozen=True, slots=True)
class Showing:
    """A question ready for the screen.

    `values` are the drawn values as written, `order` tells which authored option stands where (for a
    myth: which wording is shown), `expected` is the number a numeric card asks for.
    """

    card: Card
    values: Mapping[str, str]
    order: tuple[int, ...]
    ask: Text
    answer: Text
    options: tuple[ShownOption, ...] = ()
    points: tuple[Text, ...] = ()
    why: Text | None = None
    hint: Text | None = None
    expected: float | None = None
    unit: Text | None = None

    @property
    def guesses(self) -> int | None:
        """Return n when a blind guess is right with chance 1/n, else None."""
        if not self.options:
            return None
        return 2 ** len(self.options) - 1 if isinstance(self.card.body, Multi) else len(self.options)

    @property
    def digits_wanted(self) -> int | None:
        """Return how many digits are asked for, None when the number asked for is whole or none is."""
        body = self.card.body
        if not isinstance(body, Numeric) or self.expected is None or self.expected == round(self.expected):
            return None
        return body.digits

    @property
    def right_options(self) -> tuple[int, ...]:
        """Return the positions of the right options, from 0."""
        return tuple(place for place, option in enumerate(self.options) if option.right)


def draw(card: Card, *seed: object) -> Showing:
    """Draw values and order from `seed`; a draw at which two options look alike is drawn again."""
    showing = None
    for attempt in range(ATTEMPTS):
        parts = (*seed, card.id, attempt)
        values = {drawn.name: chance.pick(drawn.candidates, *parts, drawn.name) for drawn in card.draws}
        order = chance.shuffled(range(_places(card)), *parts, "order")
        showing = rebuild(card, values, order[:1] if isinstance(card.body, Myth) else order)
        if told_apart(showing):
            break
    assert showing is not None
    return showing


def told_apart(showing: Showing) -> bool:
    """Say whether no two options look alike in either language."""
    options = showing.options
    return all(len({getattr(option.told, side) for option in options}) == len(options) for side in ("zh", "en"))


def rebuild(card: Card, values: Mapping[str, str], order: Sequence[int]) -> Showing:
    """Return the showing with exactly these values and this order."""
    body = card.body
    why, hint = _filled(card.why, values), _filled(card.hint, values)
    match body:
        case Myth():
            return replace(_myth(card, body, values, tuple(order) or (FACT,)), why=why, hint=hint)
        case Choice() | Multi():
            drawn = [body.options[place] for place in _valid(order, len(body.options))]
            options = tuple(_shown(option, values, place) for place, option in enumerate(drawn, 1))
            answer = _joined([option.told for option in options if option.right])
            return Showing(card, values, tuple(order), _ask(card, values), answer, options, why=why, hint=hint)
        case Flash():
            points = tuple(fill(point, values) for point in body.points)
            answer = fill(body.answer, values)
            return Showing(card, values, (), _ask(card, values), answer, points=points, why=why, hint=hint)
        case Numeric():
            return replace(_numeric(card, body, values), why=why, hint=hint)
        case Formula():
            from tutor.questions.printing import printed

            answer = Text.same(printed(body.expression, values))
            return Showing(card, values, (), _ask(card, values), answer, why=why, hint=hint)
        case Cloze():
            return Showing(card, values, (), _ask(card, values), body.gap, why=why, hint=hint)


def recorded(card: Card, body: Mapping[str, Any]) -> Showing | None:
    """Return the showing that an answer's record describes, None when the card was rewritten since.

    Then it has other options, draws other values or is of another kind: the old answer cannot be shown on it.
    """
    values, order = body.get("values", {}), tuple(body.get("order", ()))
    if body.get("kind", card.kind) != card.kind or set(values) != {drawn.name for drawn in card.draws}:
        return None
    places = range(_places(card))
    fits = order in {(), (0,), (1,)} if isinstance(card.body, Myth) else sorted(order) == list(places)
    return rebuild(card, values, order) if fits and all(place in places for place in body.get("chosen", ())) else None


def numbers(values: Mapping[str, str]) -> dict[str, float]:
    """Return drawn values as numbers, for expressions; a true minus reads as a minus."""
    return {name: float(text.replace("−", "-")) for name, text in values.items()}


def computed(expression: str, values: Mapping[str, str]) -> float:
    """Return the value of an expression of the course at the drawn values.

    Without drawn values the library holds the number itself, and NumPy stays unloaded.
    """
    try:
        return float(expression)
    except ValueError:
        pass
    from tutor.activations.expression import calculate

    return float(calculate(expression, numbers(values)))


def _places(card: Card) -> int:
    match card.body:
        case Choice(options) | Multi(options):
            return len(options)
        case Myth():
            return 2
        case _:
            return 0


def _valid(order: Sequence[int], count: int) -> Sequence[int]:
    """Return `order`, or the authored one when the card was edited since."""
    return order if sorted(order) == list(range(count)) else range(count)


def _ask(card: Card, values: Mapping[str, str]) -> Text:
    assert card.ask is not None
    return fill(card.ask, values)


def _filled(wording: Wording | None, values: Mapping[str, str]) -> Text | None:
    return None if wording is None else fill(wording, values)


def _shown(option: Option, values: Mapping[str, str], place: int) -> ShownOption:
    if option.wording is not None:
        text = fill(option.wording, values)
    else:
        text = Text.same(significant(computed(option.expression, values), option.digits))
    shown = ShownOption(text, option.right, option.mistake, _filled(option.because, values))
    if not option.curve:
        return shown
    label = Text(say("question.curve", "zh", n=place), say("question.curve", "en", n=place))
    return replace(shown, text=label, curve=option.curve, name=text)


def _joined(texts: list[Text]) -> Text:
    return Text("；".join(t.zh for t in texts), "; ".join(t.en for t in texts))


def _myth(card: Card, body: Myth, values: Mapping[str, str], order: tuple[int, ...]) -> Showing:
    """Show the true or the false wording; the options are always fact, then myth."""
    told = body.true if order[0] == FACT else body.false
    labels = [Text(say(key, "zh"), say(key, "en")) for key in ("question.fact", "question.myth")]
    mistakes = ("", body.mistake) if order[0] == FACT else (body.mistake, "")
    options = tuple(ShownOption(labels[at], at == order[0], mistakes[at]) for at in (FACT, MYTH))
    true = fill(body.true, values)
    return Showing(card, values, order[:1], fill(told, values), true, options)


def _numeric(card: Card, body: Numeric, values: Mapping[str, str]) -> Showing:
    expected = computed(body.expression, values)
    unit = _filled(body.unit, values)
    shown = significant(expected, body.digits)
    answer = Text(*(f"{shown} {side}" for side in (unit.zh, unit.en))) if unit else Text.same(shown)
    ask = _ask(card, values)
    return Showing(card, values, (), ask, answer, expected=expected, unit=unit)


def all_draws(card: Card, most: int) -> list[dict[str, str]]:
    """Return every combination of drawn values, or the first `most` of them."""
    combinations: list[dict[str, str]] = [{}]
    for drawn in card.draws:
        combinations = list(
            chain.from_iterable([{**given, drawn.name: text} for text in drawn.candidates] for given in combinations)
        )[:most]
    return combinations
