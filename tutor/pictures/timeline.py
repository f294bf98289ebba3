"""The timeline: when each function and the ideas around it appeared, by whom, and what it mended.

Years and authors of functions are those of their records.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.activations.catalogue import find
from tutor.pictures import facts
from tutor.pictures.table import both
from tutor.pictures.turning_points import FIXED, MILESTONES

if TYPE_CHECKING:
    from tutor.pictures.request import Request
    from tutor.text import Text


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a year; `function` names the record of a function, "" for an idea around them."""

    year: int
    name: Text
    authors: str
    fixed: Text
    function: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events, oldest first."""

    events: tuple[Event, ...]
    notes: tuple[Text, ...] = ()


def timeline(request: Request) -> Timeline:
    """Return the functions asked for, or all of them with the ideas around them."""
    names = [find(name).name for name in request.functions] or list(FIXED)
    ideas = [] if request.functions else [Event(*milestone) for milestone in MILESTONES]
    events = sorted([*ideas, *(_event(name) for name in names if name in FIXED)], key=lambda event: event.year)
    return Timeline(tuple(events))


def _event(name: str) -> Event:
    entry = find(name)
    source = FIXED[name][0] or entry.sources[0]
    return Event(source.year, facts.called(entry).text, source.authors, FIXED[name][1], name)


def as_json(shown: Timeline) -> dict[str, Any]:
    """Return the timeline for programs."""
    return {"events": [_plain(event) for event in shown.events], "notes": [both(note) for note in shown.notes]}


def _plain(event: Event) -> dict[str, Any]:
    told: dict[str, Any] = {"year": event.year, "name": both(event.name), "authors": event.authors}
    told["fixed"] = both(event.fixed)
    return {**told, "function": event.function} if event.function else told
