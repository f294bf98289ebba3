"""What the comparison of functions found, and how far it can be believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.curves import chart
from tutor.labs.model import Bar, Bars, Grid, Measure, Result
from tutor.labs.ranking import Ranking, changes, ranked
from tutor.labs.spread import spread
from tutor.labs.telling import called, clauses, listed, tell
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.labs.contest import Contest
    from tutor.labs.model import Finding
    from tutor.text import Text

Ranked = tuple["Contest", Ranking]


def result(contests: Sequence[Contest]) -> Result:
    """Return what is known by now; only problems whose race is over are judged."""
    over = [contest for contest in contests if contest.accuracy.size]
    pairs = len(over) * len(contests[0].units) * (len(contests[0].units) - 1) // 2
    found = [(contest, ranked(contest.accuracy, pairs)) for contest in over]
    running = next((one for one in reversed(contests) if one.losses or one.trying), None)
    findings: list[Finding] = [chart(running, _title(running))] if running else []
    findings += [bars(contest) for contest in over]
    findings += [gaps(found)] if found and len(contests[0].units) > 1 else []
    told = tuple(remarks(found, len(contests) - len(over)))
    return Result(tuple(measures(found)), tuple(findings), verdict(found), told, answer(found))


def _title(contest: Contest) -> Text:
    return tell("lab_train.losses" if contest.losses else "lab_train.trying", data=_called(contest))


def _called(contest: Contest) -> Text:
    return tell(f"lab_train.data_{contest.problem}")


def bars(contest: Contest) -> Bars:
    """Return the accuracy of every function with its spread over the runs."""
    parts = [spread(row) for row in contest.accuracy]
    made = (
        Bar(called(unit), 100 * part.mean, None if part.deviation is None else 100 * part.deviation)
        for unit, part in zip(contest.units, parts, strict=True)
    )
    return Bars(tell("lab_train.accuracy", data=_called(contest)), tuple(made), start=50.0, best="high")


def gaps(found: Sequence[Ranked]) -> Grid:
    """Return how far each function is behind the best of every problem, and what the noise allows."""
    units = found[0][0].units
    rows = ((called(unit), *(_gap(ranking, place) for _, ranking in found)) for place, unit in enumerate(units))
    headings = (tell("lab_train.function"), *(_called(contest) for contest, _ in found))
    return Grid(tell("lab_train.gaps"), headings, tuple(rows))


def _gap(ranking: Ranking, place: int) -> Text:
    if place == ranking.best:
        return tell("lab_train.first")
    gap = ranking.gaps[place]
    key = "lab_train.behind" if place in ranking.behind else "lab_train.level"
    return tell(key, gap=f"{100 * abs(gap.mean):.1f}", half=_points(gap.half))


def _points(share: float) -> str:
    return f"{100 * share:.1f}" if np.isfinite(share) else "∞"


def answer(found: Sequence[Ranked]) -> str:
    """Return the prediction that came true."""
    if not found or len(found[0][0].units) < 2 or found[0][0].rules.runs < 2:
        return ""
    if all(ranking.wins for _, ranking in found) and len({ranking.best for _, ranking in found}) == 1:
        return "one"
    return "some" if any(ranking.certain for _, ranking in found) else "none"


def verdict(found: Sequence[Ranked]) -> Text:
    """Return one sentence with its conditions."""
    said = answer(found)
    if not said:
        return tell("lab_train.verdict_alone" if found else "lab_train.verdict_not_yet")
    rules = found[0][0].rules
    facts = {
        "runs": rules.runs,
        "layers": rules.layers,
        "width": rules.width,
        "n": len(found[0][0].units),
        "tuned": _tuned(rules.rates),
        "best": called(found[0][0].units[found[0][1].best]),
        "where": clauses(_clause(contest, ranking) for contest, ranking in found),
        "data": listed(_called(contest) for contest, _ in found),
    }
    return tell(f"lab_train.verdict_{said}", **facts)


def _tuned(rates: Sequence[float]) -> Text:
    if len(rates) > 1:
        return tell("lab_train.tuned")
    return tell("lab_train.untuned", rate=significant(rates[0]))


def _clause(contest: Contest, ranking: Ranking) -> Text:
    names = [called(unit) for unit in contest.units]
    facts = {
        "data": _called(contest),
        "best": names[ranking.best],
        "behind": listed(names[place] for place in ranking.behind),
        "pairs": len(ranking.certain),
    }
    kind = "wins" if ranking.wins else "behind" if ranking.behind else "pairs" if ranking.certain else "level"
    return tell(f"lab_train.clause_{kind}", **facts)


def measures(found: Sequence[Ranked]) -> Iterator[Measure]:
    """Yield the widest gap and the noise of each problem, and how many pairs differ."""
    for contest, ranking in found:
        means = contest.accuracy.mean(axis=1)
        worst = int(means.argmin())
        names = {"best": called(contest.units[ranking.best]), "worst": called(contest.units[worst])}
        gap = spread(100 * (contest.accuracy[ranking.best] - contest.accuracy[worst]))
        if worst != ranking.best:
            name = tell("lab_train.measure_gap", data=_called(contest), **names)
            yield Measure(name, gap.mean, error=gap.error, runs=gap.runs)
        share = spread(contest.accuracy[ranking.best])
        if share.deviation is not None:
            chance = 100 * float(np.sqrt(share.mean * (1 - share.mean) / contest.rules.tests))
            name = tell("lab_train.measure_noise", data=_called(contest), best=names["best"])
            yield Measure(name, 100 * share.deviation, theory=chance, runs=share.runs)
    pairs = sum(ranking.pairs for _, ranking in found)
    if pairs and found[0][0].rules.runs > 1:
        likely = sum(ranking.likely for _, ranking in found)
        certain = sum(len(ranking.certain) for _, ranking in found)
        runs = found[0][0].rules.runs
        yield Measure(tell("lab_train.measure_likely", pairs=pairs), likely, theory=0.05 * pairs, runs=runs)
        yield Measure(tell("lab_train.measure_certain", pairs=pairs), certain, runs=runs)


def remarks(found: Sequence[Ranked], missing: int) -> Iterator[Text]:
    """Yield what else can be said, each with its condition."""
    if missing:
        yield tell("lab_train.told_missing", missing=missing)
    for contest, ranking in found:
        rules = contest.rules
        if len(contest.units) > 1 and rules.runs > 1:
            facts = {"data": _called(contest), "runs": rules.runs, "k": changes(contest.accuracy)}
            yield tell("lab_train.told_luck", half=significant(100 * ranking.resolution, 2), **facts)
    yield from _tuning([contest for contest, _ in found])
    if found:
        yield tell("lab_train.told_scope", layers=found[0][0].rules.layers, samples=found[0][0].rules.samples)


def _tuning(contests: Sequence[Contest]) -> Iterator[Text]:
    """Yield what tuning did: who gained most over one rate for all, and whose rate lies at the grid's edge."""
    tuned = [contest for contest in contests if len(contest.rules.rates) > 1]
    if not tuned:
        return
    gains = [contest.scores.max(axis=1) - contest.scores[:, contest.common] for contest in tuned]
    most = max(range(len(tuned)), key=lambda place: float(gains[place].max()))
    contest, place = tuned[most], int(gains[most].argmax())
    if gains[most][place] > 0:
        yield tell(
            "lab_train.told_tuning",
            data=_called(contest),
            tuning=contest.rules.tuning,
            name=called(contest.units[place]),
            rate=significant(contest.rules.rates[contest.common]),
            own=significant(contest.rates[place]),
            before=significant(100 * contest.scores[place, contest.common]),
            after=significant(100 * contest.scores[place].max()),
        )
    yield tell("lab_train.told_rates", tuning=tuned[0].rules.tuning)
    edge = [(one, called(unit)) for one in tuned for unit in one.at_edge]
    if edge:
        names = listed(tell("lab_train.at", name=name, data=_called(one)) for one, name in edge)
        yield tell("lab_train.told_edge", names=names)
