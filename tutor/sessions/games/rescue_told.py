"""What rescue the neuron says: the patient's record, the trouble, and why a remedy was too little or too much."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from tutor.labs.patients import AFTER, BATCH, BEFORE, RUNS, SAMPLES, SHOCK_AT
from tutor.questions.generate.looks import Look
from tutor.questions.generate.wording import spoken
from tutor.sessions.games.exhibits import Beat, Pulse
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.labs.patients import Case, Course, Remedy, Report
    from tutor.questions.generate.family import Seed
    from tutor.sessions.games.exhibits import Look as Marked
    from tutor.sessions.games.rescue_cases import Kind
    from tutor.text import Text

DIGITS = 2  # of what a record tells
QUIETS, HITS, INTERNS = 7, 6, 4  # things that patients say, and the intern
WITH_THE_SLOPE = frozenset({"wait", "rate", "clip"})  # remedies that fail as the slope is 0, or next to it


def text(key: str, /, **facts: str | Text) -> Text:
    """Return a sentence of the game."""
    return spoken(f"game_rescue.{key}", **facts)


def short(number: float) -> str:
    """Return a number as a record tells it: what is next to 0 is 0."""
    return significant(round(number, DIGITS), DIGITS)


def record(case: Case, report: Report, number: int) -> Pulse:
    """Return the record of a patient: what was found, and the line of life until now; the intern varies by round."""
    found = report.found
    ends = {"low": short(found.reach[0]), "high": short(found.reach[1])}
    weights = {"low": short(found.weights[0]), "high": short(found.weights[1]), "bias": short(found.bias)}
    inputs = {"mean": short(found.inputs[0]), "deviation": short(found.inputs[1]), "lowest": short(found.lowest)}
    facts = [
        (text("unit"), text("unit_is", name=Look(case.function).called, rate=significant(case.rate))),
        (text("inputs"), text("inputs_are", **inputs)),
        (text("weights"), text("weights_are", **weights)),
        (text("reach"), text("reach_is", **ends)),
        (
            text("responds"),
            text("responds_to", n=str(found.responds), of=str(SAMPLES)),
        ),
    ]
    if case.shock:
        losses = {"before": short(report.before.losses[SHOCK_AT - 1]), "after": short(report.before.losses[SHOCK_AT])}
        facts.append((text("shock", step=str(SHOCK_AT)), text("shock_is", **losses)))
    if not found.darkest:
        facts.append((text("intern"), text(f"intern_says_{1 + (number - 1) % INTERNS}", n=str(BATCH))))
    line = Beat(text("pulse"), report.before.shares[0], text("steps", n=str(BEFORE)))
    return Pulse((line,), tuple(facts))


def outcomes(offered: tuple[Remedy, ...], report: Report, right: Remedy, chosen: Remedy | None) -> Pulse:
    """Return the lines of life under every remedy on offer, the right one and a wrong choice marked."""
    marks = {chosen: "✗", right: "✓"}
    return Pulse(
        tuple(
            _beat(f"{marks.get(remedy, ' ')} {place}", remedy, report.after[remedy])
            for place, remedy in enumerate(offered, 1)
        )
    )


def _beat(number: str, remedy: Remedy, course: Course) -> Beat:
    look: Marked = "hit" if course.works else "miss" if course.fails else "point"
    name = text("numbered", n=number, name=text(f"short_{remedy}"))
    return Beat(name, course.shares[0], text("awake", n=str(course.awake), of=str(RUNS)), look)


def cause(kind: Kind, report: Report) -> Text:
    """Return what the trouble was."""
    found = report.found
    return text(f"cause_{kind}", high=short(found.reach[1]), mean=short(found.inputs[0]), n=str(found.responds))


def complaint(case: Case, game: Seed, number: int) -> Text:
    """Return what the patient says: what it remembers of an accident, else anything but the trouble."""
    kind, count = ("hit", HITS) if case.shock else ("quiet", QUIETS)
    order = game.shuffled(range(1, count + 1), kind)
    return text(f"{kind}_{order[number % count]}", step=str(SHOCK_AT))


def headline(kind: Kind, right: Remedy, bed: int) -> Text:
    """Return what was right."""
    if kind == "asleep":
        return text("it_was_asleep", bed=str(bed))
    return text("it_was", bed=str(bed), remedy=text(f"short_{right}"))


def archive(case: Case) -> Text:
    """Return from where treatment starts."""
    return text("from_now" if case.late or not case.shock else "from_before", step=str(SHOCK_AT))


def too_little(remedy: Remedy, case: Case, report: Report) -> Text:
    """Return why a remedy did not work: nothing reaches a dead unit, or the accident came again, or all was lost."""
    again = case.shock and not case.late
    if report.after[remedy].lost[0] and not again:
        return lost(remedy, report)
    faint = case.function != "relu" and remedy in WITH_THE_SLOPE
    return text(f"little_{remedy}_{'again' if again else 'faint' if faint else 'dead'}", steps=str(AFTER))


def lost(remedy: Remedy, report: Report) -> Text:
    """Return that the network did not stand what the remedy set free, and when it broke down."""
    shares = report.after[remedy].shares[0]
    return text("lost", chosen=text(f"short_{remedy}"), step=str(sum(not isnan(share) for share in shares)))


def too_much(chosen: Remedy, right: Remedy, report: Report) -> Text:
    """Return that a milder remedy would have done."""
    if report.after[chosen].lost[0]:
        return lost(chosen, report)
    names = {"chosen": text(f"short_{chosen}"), "right": text(f"short_{right}")}
    course = report.after[chosen]
    key = "much" if course.works else "much_in_vain" if course.fails else "much_perhaps"
    return text(key, **names, n=str(course.awake), of=str(RUNS))


def mistake(kind: Kind, chosen: Remedy, right: Remedy, *, drastic: bool) -> str:
    """Return the belief behind a wrong choice, "" where none is plain."""
    if kind == "asleep":
        return "dead-at-first-zero"
    if drastic:
        return "cure-before-diagnosis"
    return "scale-moves-the-sign" if chosen == "scale" and kind in ("pixels", "heavy") and right != "scale" else ""
