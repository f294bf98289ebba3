"""The cards that are hardest for this learner, and what to do about each.

Only what does not hold yet: a card that was forgotten often but lasts three weeks by now is no trouble any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np  # noqa: TID253  (reports over all cards, loaded for statistics only)

from tutor.memory.fields import LEECH_CURED
from tutor.reports.mistakes import OFTEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tutor.reports.all_cards import Cards
    from tutor.reports.mistakes import Made
    from tutor.syllabus.model import Mistake
    from tutor.text import Text

Advice = Literal["contrast", "lesson", "quiz", "wait"]

DIFFICULT = 8.0  # of 10, as FSRS counts


@dataclass(frozen=True, slots=True)
class Hard:
    """A card, how often it was forgotten of how many rated answers, its memory, and what to do.

    `stability` in days, `difficulty` 1–10, `recall` predicted for today; `mistake` is what goes with "contrast".
    """

    card: str
    lesson: str
    part: int
    lapses: int
    reviews: int
    stability: float
    difficulty: float
    recall: float
    leech: bool
    advice: Advice
    mistake: Mistake | None = None

    @property
    def confusion(self) -> Text | None:
        """Return the name of what is mixed up, when that is the advice."""
        return None if self.mistake is None else self.mistake.name


@dataclass(frozen=True, slots=True)
class Hardest:
    """The hardest cards, worst first; of all `met` ones `forgotten` were forgotten at least once.

    Of those `held` last three weeks by now, and `leeches` were forgotten four times or more and do not.
    """

    cards: tuple[Hard, ...]
    met: int
    forgotten: int
    held: int
    leeches: int


def hardest(cards: Cards, made: Iterable[Made], known: Mapping[str, Mistake], day: int, most: int = 10) -> Hardest:
    """Return the `most` hardest cards on study day `day`, without suspended ones."""
    active = cards.active()
    cards = active.where(active.met)
    forgotten, leech = cards.lapses > 0, cards.leech
    holds = cards.stability >= LEECH_CURED
    order = np.lexsort((cards.stability, -cards.difficulty, -cards.lapses, ~leech))
    hard = (forgotten | (cards.difficulty >= DIFFICULT)) & ~holds
    chosen = [place for place in order.tolist() if hard[place]][:most]
    recall, mixed = cards.recall(day), _mixed(made, known)
    found = tuple(_hard(cards, place, float(recall[place]), mixed.get(cards.card[place])) for place in chosen)
    return Hardest(found, len(cards), int(forgotten.sum()), int((forgotten & holds).sum()), int(leech.sum()))


def _mixed(made: Iterable[Made], known: Mapping[str, Mistake]) -> dict[str, Mistake]:
    """Return for each card what is mixed up there most, of what was mixed up twice or more."""
    often = sorted((one for one in made if one.times >= OFTEN and one.mistake in known), key=lambda one: one.times)
    return {card: known[one.mistake] for one in often for card in one.cards}


def _hard(cards: Cards, place: int, recall: float, mistake: Mistake | None) -> Hard:
    lapses, leech = int(cards.lapses[place]), bool(cards.leech[place])
    advice = _advice(lapses, leech=leech, mixed=mistake is not None)
    return Hard(
        card=cards.card[place],
        lesson=cards.lessons[cards.lesson[place]],
        part=int(cards.part[place]),
        lapses=lapses,
        reviews=int(cards.reviews[place]),
        stability=float(cards.stability[place]),
        difficulty=float(cards.difficulty[place]),
        recall=recall,
        leech=leech,
        advice=advice,
        mistake=mistake if advice == "contrast" else None,
    )


def _advice(lapses: int, *, leech: bool, mixed: bool) -> Advice:
    if mixed:
        return "contrast"
    return "lesson" if leech else "quiz" if lapses >= OFTEN else "wait"
