"""Rescue the neuron: a unit is dying. Find the mildest remedy that wakes it, and leave it alone if it only sleeps.

Every remedy on offer is simulated. The right one is the mildest that works in all of several networks, while none
milder works in any of them; otherwise the patient is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from tutor.labs.patients import REMEDIES, Remedy
from tutor.questions.generate.family import first
from tutor.questions.generate.looks import Look
from tutor.sessions.games.model import Choose, Game, Picked, Practised, Round, Told
from tutor.sessions.games.rescue_cases import CARDS, CASES, ROUNDS, WARDS
from tutor.sessions.games.rescue_told import (
    archive,
    cause,
    complaint,
    headline,
    mistake,
    outcomes,
    record,
    text,
    too_little,
    too_much,
)

if TYPE_CHECKING:
    from tutor.labs.patients import Case, Report
    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Card
    from tutor.sessions.games.model import Answer, Deal
    from tutor.sessions.games.rescue_cases import Kind

CHANCES = ((1, 2, 7), (0, 3, 8), (4, 5, 6))  # of each ward: sets of networks in which its cases are simulated
OFFERED = 5  # remedies, waiting always among them
A_TURN = 15  # attempts at a puzzle of one kind before the next has its turn
BEDS = range(1, 41)
HARD = 6  # rounds from which on a patient is worth more


@dataclass(frozen=True, slots=True)
class Patient:
    """A case, the networks in which it is simulated, and the remedies on offer, the mildest first."""

    kind: Kind
    case: Case
    chance: int
    offered: tuple[Remedy, ...]
    bed: int = 0

    @property
    def report(self) -> Report:
        """Return what every remedy comes to."""
        return reported(self.case, self.chance)

    @property
    def right(self) -> Remedy:
        """Return the mildest remedy that works."""
        return next(remedy for remedy in self.offered if self.report.after[remedy].works)


@lru_cache(maxsize=128)
def reported(case: Case, chance: int) -> Report:
    """Simulate a case with every remedy."""
    from tutor.labs.ward import report

    return report(case, chance)


def deal(deal: Deal) -> Round:
    """Return a round: troubles grow more deceptive with its number."""
    bed = deal.game.shuffled(BEDS, "beds")[deal.number % len(BEDS)]
    patient = replace(first(partial(admitted, kinds(deal), CHANCES[ward(deal.number)[0]]), deal.luck), bed=bed)
    report, worth = patient.report, 1 if (deal.number - 1) % ROUNDS < HARD else 2
    name = Look(patient.case.function).called
    return Round(
        text("ask", bed=str(bed), name=name, complaint=complaint(patient.case, deal.game, deal.number)),
        (Choose(tuple(text(f"remedy_{remedy}") for remedy in patient.offered)),),
        partial(judge, patient, worth, deal.cards),
        shown=(record(patient.case, report, deal.number),),
        note=archive(patient.case),
        level=text(f"level_{ward(deal.number)[0] + 1}"),
        worth=worth,
        right=(Picked(patient.offered.index(patient.right)),),
    )


def ward(number: int) -> tuple[int, int]:
    """Return the ward of a round, from 0, and which of its rounds it is."""
    left = (number - 1) % ROUNDS
    for place, (_, count) in enumerate(WARDS):
        if left < count:
            return place, left
        left -= count
    raise AssertionError(number)


def kinds(deal: Deal) -> tuple[Kind, ...]:
    """Return the kinds of trouble in the order in which this round tries them."""
    place, start = ward(deal.number)
    order = deal.game.shuffled(WARDS[place][0], f"ward {place}")
    return (*order[start:], *order[:start])


def admitted(found: tuple[Kind, ...], chances: tuple[int, ...], luck: Seed) -> Patient | None:
    """Return a patient whose right remedy is beyond doubt, None to draw again."""
    attempt = luck.parts[-1]
    assert isinstance(attempt, int)
    kind = found[attempt // A_TURN % len(found)]
    case, chance = luck.pick(CASES[kind], "case"), luck.pick(chances, "chance")
    working = [remedy for remedy in REMEDIES if reported(case, chance).after[remedy].works]
    wanted = "wait" if kind == "asleep" else luck.pick(working, "wanted") if working else "fresh"
    others = [remedy for remedy in luck.shuffled(REMEDIES, "remedies") if remedy not in ("wait", wanted)]
    taken = {"wait", wanted, *others[: OFFERED - len({"wait", wanted})]}
    patient = Patient(kind, case, chance, tuple(remedy for remedy in REMEDIES if remedy in taken))
    return patient if is_plain(patient) else None


def is_plain(patient: Patient) -> bool:
    """Say whether the trouble is beyond doubt, and one remedy the mildest that works, with others beyond it."""
    report, sleeps = patient.report, patient.kind == "asleep"
    courses = [report.after[remedy] for remedy in patient.offered]
    if sleeps:
        return courses[0].works and report.found.darkest == 0
    place = next((place for place, course in enumerate(courses) if not course.fails), 0)
    crowned = place < len(courses) - 1 or patient.offered[place] == REMEDIES[-1]
    return report.before.fails and place > 0 and courses[place].works and crowned


def judge(patient: Patient, worth: int, cards: tuple[Card, ...], answers: tuple[Answer, ...]) -> Told:
    """Judge a round: how it went with every remedy, what the trouble was, and why another choice was not right."""
    right, kind, report = patient.right, patient.kind, patient.report
    chosen = patient.offered[answers[-1].place] if isinstance(answers[-1], Picked) else None
    found = chosen == right
    why = [cause(kind, report), text(f"right_{right}")]
    belief = ""
    if chosen is not None and not found:
        drastic = REMEDIES.index(chosen) > REMEDIES.index(right)
        belief = mistake(kind, chosen, right, drastic=drastic)
        why.append(too_much(chosen, right, report) if drastic else too_little(chosen, patient.case, report))
    known = CARDS.get(kind, "")
    card = known if any(one.id == known for one in cards) else ""
    said = headline(kind, right, patient.bed)
    shown = outcomes(patient.offered, report, right, chosen)
    return Told(found, worth if found else 0, said, tuple(why), (shown,), (Practised(card, found, belief),))


def is_about_dying(card: Card) -> bool:
    """Say whether a card of the course is practised by this game."""
    return card.id in CARDS.values()


GAME = Game("rescue", deal, minutes=4, rounds=ROUNDS, cards=is_about_dying, aliases=("rescue-the-neuron", "neuron"))
