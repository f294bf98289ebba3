"""Today's figures, read at the desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tutor.cli.outline import upcoming
from tutor.memory.fields import mastery, recall
from tutor.memory.state import NEW, Memory
from tutor.reports.today import DAYS_SHOWN, Asked, PartMastery, Today, Weak, idea, pace, question, weakest
from tutor.store.pace import days_studied, minutes, recent, seconds_a_card, was_asked
from tutor.store.progress import progress
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.cli.desk import Desk
    from tutor.reports.today import Pace
    from tutor.store.progress import Progress
    from tutor.syllabus.model import Lesson


@dataclass(slots=True)
class _Counted:
    """What was counted of the cards of a lesson or a part, suspended ones left out."""

    levels: list[float] = field(default_factory=list)
    firm: list[float] = field(default_factory=list)
    answers: int = 0


def glance(desk: Desk) -> Today:
    """Return today's figures."""
    config, day = desk.environment.config, desk.day
    events = desk.journal.connection
    due, new = desk.waiting.counts(day, config.reviews_per_day, config.new_per_day)
    seconds, found = seconds_a_card(events), pace(recent(events))
    parts, lessons, recalled, met = _counted(desk)
    taught, stands = desk.library.taught(), progress(events)
    waits = bool(due or new)
    all_met = met > 0 and met == sum(len(part.levels) for part in parts.values())
    return Today(
        day=day,
        due=due,
        new=new,
        waiting=desk.waiting.due_count(day),
        minutes=minutes(due + new, seconds),
        answered_today=desk.waiting.reviewed_today(day) + desk.waiting.new_today(day),
        parts=_parts(desk, parts),
        studied=_studied(desk),
        recall=recalled,
        met=met,
        next=upcoming(desk, taught),
        between=_between(due + new, seconds, found),
        pace=found,
        weakest=_weakest(taught, lessons),
        idea=idea(taught, stands, day),
        question=None if waits else _question(desk, taught, stands),
        all_met=all_met,
        others=() if waits and not all_met else _others(all_met=all_met),
    )


def _between(cards: int, seconds: float, found: Pace) -> tuple[int, int] | None:
    """Return the range of minutes by the quartiles of recent sessions; the estimate itself lies in it."""
    if found.quartiles is None or not cards:
        return None
    low, high = found.quartiles
    return minutes(cards, min(low, seconds)), minutes(cards, max(high, seconds))


def _counted(desk: Desk) -> tuple[dict[int, _Counted], dict[str, _Counted], float, int]:
    """Count the cards by part and by lesson; how many would be recalled now, and how many were met."""
    cards = desk.library.search()
    states = desk.journal.states([card.id for card in cards])
    parts: dict[int, _Counted] = {}
    lessons: dict[str, _Counted] = {}
    recalled, met = 0.0, 0
    for card in cards:
        state = states.get(card.id, NEW)
        if state.suspended:
            continue
        part = parts.setdefault(card.part, _Counted())
        memory = state.memory
        if not isinstance(memory, Memory):
            part.levels.append(0.0)
            continue
        level = mastery(state)
        met += 1
        recalled += recall(state, desk.day) or 0.0
        part.levels.append(level)
        for one in (part, lessons.setdefault(card.lesson, _Counted())):
            one.firm.append(level)
            one.answers += memory.reviews
    return parts, lessons, recalled, met


def _parts(desk: Desk, counted: Mapping[int, _Counted]) -> tuple[PartMastery, ...]:
    titles = {part.number: part.title for part in desk.library.all_parts()}
    nothing = _Counted()
    return tuple(
        PartMastery(number, titles.get(number, Text.same("")), _mean(own.levels), len(own.levels), len(own.firm))
        for number in sorted({*titles, *counted})
        for own in [counted.get(number, nothing)]
    )


def _weakest(taught: Sequence[Lesson], counted: Mapping[str, _Counted]) -> tuple[Weak, ...]:
    found = ((lesson, counted[lesson.id]) for lesson in taught if lesson.id in counted)
    return weakest(Weak(lesson.id, _short(lesson), _mean(own.firm), own.answers) for lesson, own in found)


def _short(lesson: Lesson) -> Text:
    """Return the title of a lesson, of one about a function its name alone."""
    title = lesson.title
    return Text(title.zh.partition("：")[0], title.en.partition(":")[0]) if lesson.function else title


def _mean(levels: list[float]) -> float:
    return sum(levels) / len(levels) if levels else 0.0


def _studied(desk: Desk) -> tuple[bool, ...]:
    """Return for each of the last days whether anything was answered, today last."""
    first = desk.day - DAYS_SHOWN + 1
    days = days_studied(desk.journal.connection, first)
    return tuple(day in days for day in range(first, desk.day + 1))


def _question(desk: Desk, taught: Sequence[Lesson], stands: Mapping[str, Progress]) -> Asked | None:
    """Return the question of the day: about a function whose lesson was finished."""
    known = [lesson.function for lesson in taught if lesson.function and lesson.id in stands and stands[lesson.id].done]
    found = question(known, desk.day)
    if found is None:
        return None
    function, seed = found
    return Asked(function, seed, was_asked(desk.journal.connection, function, desk.day))


def _others(*, all_met: bool) -> tuple[str, ...]:
    """Return commands for when nothing waits; interviews once everything was met, for they would spoil it."""
    return (*(("tutor interview",) if all_met else ()), "tutor game", "tutor quiz", "tutor lab")
