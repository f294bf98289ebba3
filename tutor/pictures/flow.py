"""Stations joined by arrows: the learning route through the parts and lessons of the course."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.errors import NotFoundError
from tutor.pictures.table import both
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.pictures.request import CourseFacts, Request
    from tutor.syllabus.model import Part


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing at a station; `lesson` is the id of a lesson, "" for a matter without one yet."""

    name: Text
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class Station:
    """A box of the route with its stops in order."""

    number: int
    name: Text
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Stations in the order in which they are passed."""

    stations: tuple[Station, ...]
    notes: tuple[Text, ...] = ()


def route(request: Request) -> Flow:
    """Return the way through the course: parts as stations, lessons as stops, in the order they build on each other.

    Raises `NotFoundError` when there is no course.
    """
    course = request.course
    if course is None or not course.parts:
        raise NotFoundError("table.no_course", near="")
    stations = tuple(_station(part, course) for part in course.parts)
    return Flow(stations, (Text("tutor learn 从上次停下的地方继续。", "tutor learn goes on where you stopped."),))


def _station(part: Part, course: CourseFacts) -> Station:
    lessons = [lesson for lesson in course.lessons if lesson.part == part.number]
    covered = {item for lesson in lessons for item in lesson.covers}
    stops = [Stop(lesson.title, lesson.id) for lesson in lessons]
    stops += [Stop(item.title) for item in part.items if item.id not in covered and not lessons]
    return Station(part.number, part.title, tuple(stops))


def as_json(shown: Flow) -> dict[str, Any]:
    """Return the route for programs."""
    return {"stations": [_plain(station) for station in shown.stations], "notes": [both(note) for note in shown.notes]}


def _plain(station: Station) -> dict[str, Any]:
    stops = [{"name": both(stop.name), "lesson": stop.lesson or None} for stop in station.stops]
    return {"number": station.number, "name": both(station.name), "stops": stops}
