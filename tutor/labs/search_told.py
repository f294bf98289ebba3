"""What search found: the best candidates, how much of their lead was luck, and who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.model import Bar, Bars, Grid, Measure, Result
from tutor.labs.points import points
from tutor.labs.search_luck import (
    MARGIN,
    answer,
    audition_leads,
    best_of,
    crossed,
    final_leads,
    lead_of,
    luck,
    together,
    twins,
)
from tutor.labs.search_space import known
from tutor.labs.spread import spread
from tutor.labs.telling import listed, tell
from tutor.text import Text
from tutor.text.numbers import percent, significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.labs.functions import Unit
    from tutor.labs.search import Found

SHOWN = 8  # candidates in the picture of the auditions


def result(found: Found) -> Result:
    """Return what is known by now."""
    if not len(found.scores):
        return Result((), (), both("lab_search.not_yet" if found.space.units else "lab_search.empty"))
    if not found.finals:
        return Result((), (auditioned(found),), both("lab_search.no_final"), (_space(found), _partial(found)))
    findings = (leads(found), final(found), auditioned(found))
    return Result(_measures(found), findings, _verdict(found), _told(found), answer(found))


# -- numbers and pictures ---------------------------------------------------------------------


def _measures(found: Found) -> tuple[Measure, ...]:
    announced, lead = audition_leads(found), final_leads(found, found.problems[0])
    all_, first = spread(100 * lead.mean(axis=0)), spread(100 * lead[0])
    theory = 100 * luck(found) if found.settings.whole("runs") > 1 else None
    runs = found.settings.whole("auditions")
    return (
        Measure(both("lab_search.measure_first"), 100 * float(announced[0]), theory=theory, runs=runs),
        Measure(both("lab_search.measure_first_final"), first.mean, error=first.error, runs=first.runs),
        Measure(both("lab_search.measure_all", n=len(announced)), 100 * float(announced.mean()), runs=runs),
        Measure(both("lab_search.measure_all_final", n=len(announced)), all_.mean, error=all_.error, runs=all_.runs),
        *_shrinkage(found),
    )


def _shrinkage(found: Found) -> tuple[Measure, ...]:
    runs = found.settings.whole("auditions")
    if runs < 2:
        return ()
    names = [both(f"lab_search.measure_{key}", n=len(found.finalists)) for key in ("own", "other")]
    return tuple(Measure(name, 100 * lead, runs=runs) for name, lead in zip(names, crossed(found), strict=True))


def label(name: str, symbols: dict[str, str]) -> Text:
    """Return how a candidate is written, and its name in the catalogue if it has one that this does not show."""
    symbol = symbols.get(name, "")
    return both("lab_search.is", name=name, symbol=symbol) if symbol not in name else Text.same(name)


def auditioned(found: Found) -> Bars:
    """Return the best of those heard so far."""
    order = np.argsort(-found.scores, kind="stable")[:SHOWN].tolist()
    symbols = known([found.space.units[place] for place in order])
    scores = np.concatenate(found.heard[1:])
    bars = []
    for place in order:
        here = spread(100 * scores[place])
        bars.append(Bar(label(found.space.units[place].name, symbols), here.mean, here.deviation))
    bars += [
        Bar(both("lab_search.reference", name=unit.name), 100 * float(score.mean()))
        for unit, score in zip(found.references, found.heard[0], strict=True)
    ]
    return Bars(tell("lab_search.auditioned", data=_data(found.problems[0])), tuple(bars), 50.0, "high")


def leads(found: Found) -> Bars:
    """Return each finalist's lead in the auditions and in the final, side by side."""
    bars = []
    announced, lead = audition_leads(found), final_leads(found, found.problems[0])
    symbols = known(_finalists(found))
    for one, before, after in zip(_finalists(found), announced, lead, strict=True):
        here = spread(100 * after)
        bars.append(Bar(tell("lab_search.before", name=label(one.name, symbols)), 100 * float(before)))
        bars.append(Bar(tell("lab_search.after", name=label(one.name, symbols)), here.mean, here.deviation))
    return Bars(tell("lab_search.leads", data=_data(found.problems[0])), tuple(bars), best="high")


def _finalists(found: Found) -> list[Unit]:
    return [found.space.units[place] for place in found.finalists]


def _data(problem: str) -> Text:
    return both(f"lab_search.data_{problem}")


def final(found: Found) -> Grid:
    """Return accuracy in the auditions and on every problem of the final, with a mark beyond noise."""
    symbols = known(_finalists(found))
    headings = (both("lab_search.column_what"), both("lab_search.column_audition"), *map(_data, found.finals))
    heard = [*found.scores[list(found.finalists)], *found.heard[0].mean(axis=1)]
    names = [label(one.name, symbols) for one in _finalists(found)]
    names += [both("lab_search.reference", name=one.name) for one in found.references]
    rows = []
    for place, (name, score) in enumerate(zip(names, heard, strict=True)):
        cells = [_cell(found, problem, place) for problem in found.finals]
        rows.append((name, Text.same(points(float(score))), *cells))
    return Grid(both("lab_search.finals"), headings, tuple(rows))


def _cell(found: Found, problem: str, place: int) -> Text:
    accuracy = points(float(found.finals[problem][place].mean()))
    if place >= len(found.finalists) or found.settings.whole("runs") < 2:
        return Text.same(accuracy)
    gap = lead_of(found, problem, place)
    return Text.same(accuracy + ((" ↑" if gap.mean > 0 else " ↓") if gap.tells else ""))


# -- sentences --------------------------------------------------------------------------------


def _verdict(found: Found) -> Text:
    if found.settings.whole("runs") < 2:
        return both("lab_search.one_run")
    lead = together(found)
    wide = answer(found) == "tie" and lead.mean + lead.half >= MARGIN
    return tell(
        f"lab_search.verdict_{'unclear' if wide else answer(found)}",
        all=len(found.space.units),
        data=_data(found.problems[0]),
        auditions=found.settings.whole("auditions"),
        steps=found.settings.whole("steps"),
        n=len(found.finalists),
        announced=points(float(audition_leads(found).mean())),
        runs=found.settings.whole("runs"),
        kept=points(lead.mean),
        half=points(lead.half),
    )


def _told(found: Found) -> tuple[Text, ...]:
    told = [_space(found)]
    if found.settings.whole("runs") > 1:
        told += [_by_luck(found), _elsewhere(found)]
    if found.settings.whole("auditions") > 1:
        own, other = crossed(found)
        key = "shrinks" if other < own else "holds"
        told.append(both(f"lab_search.{key}", n=len(found.finalists), own=points(own), other=points(other)))
    pairs, apart = twins(found)
    if pairs:
        told.append(both("lab_search.twins", n=pairs, apart=points(apart)))
    told += [_pattern(found), both("lab_search.conditions", rate=significant(found.settings.number("rate")))]
    missing = [problem for problem in found.problems if problem not in found.finals]
    if missing:
        told.append(tell("lab_search.missing", data=listed(map(_data, missing))))
    return tuple(told)


def _space(found: Found) -> Text:
    """Say how large the space is, and what of it everybody knows."""
    built = found.space
    names = dict.fromkeys(known(built.units).values())
    facts = {"unary": built.unary, "binary": built.binary, "writings": built.writings, "all": len(built.units)}
    return tell("lab_search.space", known=listed(names) if names else Text.same("–"), **facts)


def _partial(found: Found) -> Text:
    return both("lab_search.partial", heard=len(found.scores), all=len(found.space.units))


def _by_luck(found: Found) -> Text:
    """Say how large a lead luck alone would make."""
    first, alone = float(audition_leads(found)[0]), luck(found)
    key = "luck_enough" if first <= alone else "luck_short"
    facts = {"all": len(found.space.units), "deviations": significant(best_of(len(found.space.units)))}
    return both(f"lab_search.{key}", first=points(first), luck=points(alone), **facts)


def _elsewhere(found: Found) -> Text:
    """Say how often a finalist is ahead of, or behind, the references on the other problems."""
    others = [problem for problem in found.finals if problem != found.problems[0]]
    gaps = [lead_of(found, problem, place) for problem in others for place in range(len(found.finalists))]
    ahead = sum(gap.tells and gap.mean > 0 for gap in gaps)
    behind = sum(gap.tells and gap.mean < 0 for gap in gaps)
    if not others:
        return both("lab_search.no_others")
    return tell("lab_search.elsewhere", data=listed(map(_data, others)), all=len(gaps), ahead=ahead, behind=behind)


def _pattern(found: Found) -> Text:
    """Say how many of the best tenth are written with x as it is, beside how many of all are."""
    raw = found.space.raw
    top = np.argsort(-found.scores, kind="stable")[: max(1, len(raw) // 10)].tolist()
    share = percent(sum(raw) / len(raw))
    return both("lab_search.pattern", top=len(top), raw=sum(raw[place] for place in top), share=share)
