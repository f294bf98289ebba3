"""Myth buster: one sentence after the other, true or a myth; now and then three at once, with one myth among them.

Only the course's own words are heard: the two wordings of its myth cards. Whatever is shown, the truth
follows at once. A game goes from the foundations to the frontier, and meets no fact twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Literal

from tutor.errors import NotFoundError
from tutor.questions.model import Myth
from tutor.questions.showing import FACT, MYTH, draw, rebuild
from tutor.questions.template import fill
from tutor.sessions.games.model import NOTHING, Choose, Game, Picked, Practised, Round, Told

if TYPE_CHECKING:
    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Card
    from tutor.questions.showing import Showing
    from tutor.sessions.games.model import Answer, Deal
    from tutor.text import Text

Kind = Literal["one", "three"]
STAGES: tuple[tuple[int, ...], ...] = ((1, 2), (3, 4), (5, 6))  # parts of the course, a third of a game each
KINDS: tuple[Kind, ...] = ("one", "one", "one", "three")  # of the rounds in a stage
NEEDED: dict[Kind, int] = {"one": 1, "three": 3}
WORTH: dict[Kind, int] = {"one": 1, "three": 2}
SOURCES = 12
A_STAGE = sum(NEEDED[kind] for kind in KINDS)  # cards
ROUNDS = len(STAGES) * len(KINDS)


@dataclass(frozen=True, slots=True)
class Heard:
    """Sentences as they were heard; exactly one of three is a myth, one alone may be either."""

    kind: Kind
    showings: tuple[Showing, ...]

    @property
    def false(self) -> int | None:
        """Return the place of the myth, None where the one sentence is true."""
        return next((place for place, one in enumerate(self.showings) if one.order[0] == MYTH), None)

    @property
    def right(self) -> int:
        """Return the place of the right option: of the verdict on one sentence, or of the myth among several."""
        return self.showings[0].order[0] if self.kind == "one" or self.false is None else self.false


def deal(deal: Deal) -> Round:
    """Return a round; raises `NotFoundError` where the course has no myths."""
    heard = _heard(deal)
    first = heard.showings[0]
    alone = heard.kind == "one"
    options = (GAME.text("true"), GAME.text("false")) if alone else tuple(showing.ask for showing in heard.showings)
    return Round(
        first.ask if alone else GAME.text("ask_three"),
        (Choose(options),),
        partial(judge, heard),
        note=_source(deal) if alone else NOTHING,
        level=GAME.text(f"level_{first.card.part}" if alone else "level_three"),
        worth=WORTH[heard.kind],
        right=(Picked(heard.right),),
    )


def _source(deal: Deal) -> Text:
    """Return who says so; that tells nothing about whether it is true."""
    drawn = deal.game.shuffled(range(1, SOURCES + 1), "sources")
    return GAME.text(f"source_{drawn[(deal.number - 1) % SOURCES]}")


def _heard(deal: Deal) -> Heard:
    """Return the sentences of a round, drawn so that no fact comes twice before all have come."""
    times, place = divmod(deal.number - 1, ROUNDS)
    stage, turn = divmod(place, len(KINDS))
    cards = shuffled(deal.game, stage, deal.cards)
    kind = KINDS[turn] if len(cards) >= NEEDED["three"] else "one"
    start = times * A_STAGE + sum(NEEDED[one] for one in KINDS[:turn])
    drawn = [cards[(start + step) % len(cards)] for step in range(NEEDED[kind])]
    myth = deal.luck.pick(range(len(drawn)), "myth")
    if kind == "one" and not truths(deal.game.at("truth", times))[place]:
        myth = -1
    return Heard(kind, tuple(shown(card, MYTH if at == myth else FACT, deal.luck) for at, card in enumerate(drawn)))


@lru_cache(maxsize=16)
def shuffled(luck: Seed, stage: int, cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Return the cards of a stage in a drawn order, one for each fact; all where the course has none for a stage.

    Raises `NotFoundError` where there are none at all.
    """
    if not cards:
        raise NotFoundError("game_myth.no_cards")
    here = [card for card in cards if card.part in STAGES[stage]]
    found: dict[str, Card] = {}
    for card in luck.shuffled(here if len(here) >= A_STAGE else cards, f"stage {stage}"):
        found.setdefault(card.fact, card)
    return tuple(found.values())


@lru_cache(maxsize=16)
def truths(luck: Seed) -> tuple[bool, ...]:
    """Return for each round whether it holds a myth: about half of those with one sentence do, in a drawn order."""
    count = ROUNDS - len(STAGES) * KINDS.count("three")
    half = luck.pick((count // 2, count - count // 2), "half")
    singles = iter(luck.shuffled((True,) * half + (False,) * (count - half), "order"))
    return tuple(kind == "three" or next(singles) for kind in KINDS * len(STAGES))


def shown(card: Card, order: int, luck: Seed) -> Showing:
    """Return a card's true or false wording, its numbers filled in."""
    return rebuild(card, draw(card, *luck.parts).values, (order,))


def judge(heard: Heard, answers: tuple[Answer, ...]) -> Told:
    """Judge a round: the truth first, then why; who took a true sentence for a myth hears why that one is true."""
    right, picked = answers == (Picked(heard.right),), answers[-1]
    if heard.kind == "one":
        return _of_one(heard.showings[0], right=right)
    assert heard.false is not None
    myth = heard.showings[heard.false]
    blamed = heard.showings[picked.place] if isinstance(picked, Picked) and not right else None
    why = [GAME.text("was_said", claim=myth.ask), *_why(myth)]
    practised = [_practised(myth, right=right)]
    if blamed is not None:
        reasons = _why(blamed)
        why += [GAME.text("blamed", claim=blamed.ask), *reasons]
        practised.append(_practised(blamed, right=False))
    points = WORTH[heard.kind] if right else 0
    return Told(right, points, GAME.text("truth", truth=truth(myth)), tuple(why), practised=tuple(practised))


def _of_one(showing: Showing, *, right: bool) -> Told:
    key = "is_true" if showing.order[0] == FACT else "truth"
    said = GAME.text(key, truth=truth(showing))
    return Told(right, int(right), said, _why(showing), practised=(_practised(showing, right=right),))


def truth(showing: Showing) -> Text:
    """Return the true wording."""
    assert isinstance(showing.card.body, Myth)
    return fill(showing.card.body.true, showing.values)


def _why(showing: Showing) -> tuple[Text, ...]:
    return () if showing.why is None else (showing.why,)


def _practised(showing: Showing, *, right: bool) -> Practised:
    mistake = "" if right else next((option.mistake for option in showing.options if option.mistake), "")
    return Practised(showing.card.id, right, mistake)


def is_a_myth(card: Card) -> bool:
    """Say whether a card is one of the course's own myths."""
    return isinstance(card.body, Myth) and not card.is_own


GAME = Game("myth", deal, minutes=4, rounds=ROUNDS, counts="streak", cards=is_a_myth, aliases=("myth-buster", "myths"))
