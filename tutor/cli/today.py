"""`tutor`: today at a glance, and one key to start."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING

from tutor.cli.desk import Desk, open_desk
from tutor.cli.outline import upcoming
from tutor.memory.fields import mastery, recall
from tutor.memory.state import NEW, Memory
from tutor.reports.today import DAYS_SHOWN, PartMastery, Today
from tutor.store.pace import days_studied, minutes, seconds_a_card
from tutor.text import Text
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.cli.environment import Environment


def today(environment: Environment, *, as_json: bool = False) -> None:
    """Show today; on a terminal enter starts the review, c the next lesson."""
    if not as_json:
        ready = _welcomed(environment)
        if ready is None:
            return
        environment = ready
    with open_desk(environment) as desk:
        shown = glance(desk)
        if desk.library.has_problems():
            print(say("today.problems", environment.language), file=sys.stderr)
        if as_json:
            print(_json(shown))
            return
        if environment.plain:
            from tutor.ui.plain_today import lines

            print("\n".join(lines(shown, environment.language)))
            return
        from tutor.cli.printed import print_today

        pressed = print_today(desk, shown)
    if pressed == "start":
        from tutor.cli.plan import Wanted
        from tutor.cli.review import run

        run(environment, Wanted())
    elif pressed == "lesson" and shown.next:
        from tutor.cli.outline import learn

        learn(environment, shown.next.lesson.id, as_json=False)


def _welcomed(environment: Environment) -> Environment | None:
    """Welcome a new learner on a full screen; return the environment to go on with, None when done for now."""
    if environment.plain or (environment.pretending and not environment.explicit_home):
        return environment
    from tutor.cli.welcome import welcome

    with open_desk(environment) as desk:
        greeted = welcome(desk)
    return None if greeted is None else greeted.environment


def _json(shown: Today) -> str:
    from json import dumps

    found = shown.next
    facts = {**asdict(replace(shown, next=None)), "day": date.fromordinal(shown.day).isoformat()}
    facts["next"] = None if found is None else {"lesson": found.lesson.id, "why": found.reason}
    return dumps(facts, ensure_ascii=False, indent=2)


def glance(desk: Desk) -> Today:
    """Return today's figures at the desk."""
    config, day = desk.environment.config, desk.day
    due, new = desk.waiting.counts(day, config.reviews_per_day, config.new_per_day)
    parts, recalled, met = _parts(desk)
    return Today(
        day=day,
        due=due,
        new=new,
        waiting=desk.waiting.due_count(day),
        minutes=minutes(due + new, seconds_a_card(desk.journal.connection)),
        answered_today=desk.waiting.reviewed_today(day) + desk.waiting.new_today(day),
        parts=parts,
        studied=_studied(desk),
        recall=recalled,
        met=met,
        next=upcoming(desk),
    )


def _parts(desk: Desk) -> tuple[tuple[PartMastery, ...], float, int]:
    """Return mastery per part without suspended cards, and how many of the met cards would be recalled."""
    cards = desk.library.search()
    states = desk.journal.states([card.id for card in cards])
    titles = {part.number: part.title for part in desk.library.parts()}
    levels: dict[int, list[float]] = {number: [] for number in titles}
    met: dict[int, int] = dict.fromkeys(titles, 0)
    recalled = 0.0
    for card in cards:
        state = states.get(card.id, NEW)
        if state.suspended:
            continue
        levels.setdefault(card.part, []).append(mastery(state))
        met[card.part] = met.get(card.part, 0) + isinstance(state.memory, Memory)
        recalled += recall(state, desk.day) or 0.0
    parts = tuple(
        PartMastery(number, titles.get(number, Text.same("")), _mean(level), len(level), met[number])
        for number, level in sorted(levels.items())
    )
    return parts, recalled, sum(met.values())


def _mean(levels: list[float]) -> float:
    return sum(levels) / len(levels) if levels else 0.0


def _studied(desk: Desk) -> tuple[bool, ...]:
    """Return for each of the last days whether anything was answered, today last."""
    first = desk.day - DAYS_SHOWN + 1
    days = days_studied(desk.journal.connection, first)
    return tuple(day in days for day in range(first, desk.day + 1))
