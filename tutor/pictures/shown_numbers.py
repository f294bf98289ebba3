"""Any picture as plain numbers, for programs: what `tutor show NAME --json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from tutor.pictures import bars, decision, flow, heat, numbers, table, timeline, tree
from tutor.pictures.bars import Bars
from tutor.pictures.decision import Decision
from tutor.pictures.distribution import Distribution
from tutor.pictures.flow import Flow
from tutor.pictures.heat import Heat
from tutor.pictures.radar import Radar
from tutor.pictures.sheet import Sheet
from tutor.pictures.table import Table
from tutor.pictures.timeline import Timeline
from tutor.pictures.tree import Tree

if TYPE_CHECKING:
    from tutor.pictures.catalogue import Entry
    from tutor.pictures.shown import Shown


def as_json(entry: Entry, shown: Shown) -> dict[str, Any]:
    """Return the picture with its name and title."""
    return {"picture": entry.name, "title": table.both(entry.title), **figures(shown)}


def listed(entries: tuple[Entry, ...]) -> dict[str, Any]:
    """Return the list of pictures: what each is and what may be asked of it."""
    return {"pictures": [_listed(entry) for entry in entries]}


def _listed(entry: Entry) -> dict[str, Any]:
    title, about = table.both(entry.title), table.both(entry.about)
    return {"name": entry.name, "title": title, "about": about, "options": list(entry.options)}


def figures(shown: Shown) -> dict[str, Any]:
    """Return the numbers of a picture of any kind."""
    match shown:
        case Sheet():
            facts = {"facts": table.as_json(shown.facts)} if shown.facts else {}
            notes = [table.both(note) for note in shown.notes]
            return {"kind": "curves", **numbers.as_numbers(shown.picture), **facts, "notes": notes}
        case Table():
            return {"kind": "table", **table.as_json(shown)}
        case Distribution():
            return {"kind": "distribution", **_distribution(shown)}
        case Radar():
            return {"kind": "radar", **_radar(shown)}
        case Tree():
            return {"kind": "tree", **tree.as_json(shown)}
        case Timeline():
            return {"kind": "timeline", **timeline.as_json(shown)}
        case Flow():
            return {"kind": "flow", **flow.as_json(shown)}
        case Decision():
            return {"kind": "decision", **decision.as_json(shown)}
        case Bars() | Heat():
            return bars.as_json(shown) if isinstance(shown, Bars) else heat.as_json(shown)
        case _:
            assert_never(shown)


def _distribution(shown: Distribution) -> dict[str, Any]:
    histograms = [
        {"name": one.name, "shares": list(one.shares), "below": one.below, "above": one.above}
        for one in shown.histograms
    ]
    bins = {"centres": list(shown.centres), "step": shown.step}
    notes = [table.both(note) for note in shown.notes]
    return {**bins, "histograms": histograms, "facts": table.as_json(shown.facts), "notes": notes}


def _radar(shown: Radar) -> dict[str, Any]:
    keys = [axis.key for axis in shown.axes]
    axes = [
        {"key": axis.key, "title": table.both(axis.title), "definition": table.both(axis.definition)}
        for axis in shown.axes
    ]
    scored = [
        {"function": one.function, "symbol": one.name, **dict(zip(keys, one.scores, strict=True))}
        for one in shown.scored
    ]
    return {"axes": axes, "functions": scored, "notes": [table.both(note) for note in shown.notes]}
