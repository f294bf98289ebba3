"""What an interview should be about and how long, asked when the command did not say; with the depths reached."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.cli.interview_plan import LENGTH, ROLES, topic
from tutor.cli.quiz_wishes import choose
from tutor.text.words import say
from tutor.ui.menu import Item

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.cli.interview_plan import Known, Wish

LENGTHS = (LENGTH, 1, 5)
MINUTES = (15, 30, 45)
MANY = 50  # headlines: more than any minutes hold


def asked_for(desk: Desk, everything: tuple[Known, ...], wish: Wish) -> Wish | None:
    """Return the wish with what was left open filled in by the learner; None when the learner left."""
    found = _topic(desk, everything, wish)
    return None if found is None else _length(desk, found)


def _topic(desk: Desk, everything: tuple[Known, ...], wish: Wish) -> Wish | None:
    language = desk.environment.language
    lessons = list(dict.fromkeys(one.whole.headline.lesson for one in everything if one.asked is not None))
    wishes = [
        wish,
        *(replace(wish, lesson=lesson) for lesson in lessons),
        *(replace(wish, role=role) for role in ROLES),
    ]
    items = [Item(say("interview.mixed", language), note(everything, desk))]
    for lesson in lessons:
        own = tuple(one for one in everything if one.whole.headline.lesson == lesson)
        items.append(Item(topic(desk, lesson).lines(language)[0], note(own, desk)))
    items += [Item(say("interview.role", language, role=say(f"interview.role_{role}", language))) for role in ROLES]
    place = choose(desk, "interview.menu", items)
    return None if place is None else wishes[place]


def note(ladders: tuple[Known, ...], desk: Desk) -> str:
    """Return how many rungs of some ladders were reached, or how many ladders wait."""
    language = desk.environment.language
    depth = sum(one.depth or 0 for one in ladders)
    if not any(one.climbs for one in ladders):
        return say("interview.note_new", language, n=len(ladders))
    return say("interview.note_depth", language, depth=depth, of=sum(one.whole.of for one in ladders))


def _length(desk: Desk, wish: Wish) -> Wish | None:
    language = desk.environment.language
    wishes = [replace(wish, n=n) for n in LENGTHS] + [replace(wish, n=MANY, minutes=float(n)) for n in MINUTES]
    items = [Item(say("interview.length", language, n=n)) for n in LENGTHS]
    items += [Item(say("interview.length_minutes", language, n=n)) for n in MINUTES]
    place = choose(desk, "interview.menu_length", items)
    return None if place is None else wishes[place]
