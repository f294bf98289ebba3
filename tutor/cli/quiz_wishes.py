"""What a quiz should be about and how long, asked when the command did not say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.cli.quiz_plan import JUDGED
from tutor.text.words import say
from tutor.ui.menu import Item, Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.cli.desk import Desk
    from tutor.cli.quiz_plan import Wish

LENGTHS = (10, 5, 20, 40)
Choice = tuple[Item, "Callable[[Desk, Wish], Wish | None]"]


def asked(desk: Desk, wish: Wish, n: int | None) -> Wish | None:
    """Return the wish with what was left open filled in by the learner; None when the learner left."""
    open_topic = wish.part is None and not (wish.lesson or wish.function or wish.kind)
    found: Wish | None = wish
    if open_topic:
        found = _topic(desk, wish)
    if found is not None and n is None:
        found = _length(desk, found)
    return found


def _topic(desk: Desk, wish: Wish) -> Wish | None:
    """Ask for a topic; leaving a list of lessons, functions or kinds returns to the first list."""
    while True:
        choices = _topics(desk)
        place = choose(desk, "quiz.ask_topic", [item for item, _ in choices])
        if place is None:
            return None
        found = choices[place][1](desk, wish)
        if found is not None:
            return found


def _topics(desk: Desk) -> list[Choice]:
    language = desk.environment.language
    choices: list[Choice] = [(_item(desk, "quiz.everything"), lambda _, wish: wish)]
    for part in desk.library.all_parts():
        title = part.title.lines(language)[0]
        label = say("quiz.part", language, number=part.number, title=title) if part.number else title
        choices.append((Item(label), _of_part(part.number)))
    choices += [
        (_item(desk, "quiz.one_lesson"), _lesson),
        (_item(desk, "quiz.one_function"), _function),
        (_item(desk, "quiz.one_kind"), _kind),
    ]
    return choices


def _item(desk: Desk, key: str) -> Item:
    return Item(say(key, desk.environment.language))


def _of_part(number: int) -> Callable[[Desk, Wish], Wish | None]:
    return lambda _, wish: replace(wish, part=number)


def _lesson(desk: Desk, wish: Wish) -> Wish | None:
    lessons = desk.library.lessons()
    place = choose(desk, "quiz.ask_lesson", [Item(row.title.lines(desk.environment.language)[0]) for row in lessons])
    return None if place is None else replace(wish, lesson=lessons[place].id)


def _function(desk: Desk, wish: Wish) -> Wish | None:
    from tutor.activations import ACTIVATIONS

    items = [Item(record.title.lines(desk.environment.language)[0], record.name) for record in ACTIVATIONS]
    place = choose(desk, "quiz.ask_function", items)
    return None if place is None else replace(wish, function=ACTIVATIONS[place].name)


def _kind(desk: Desk, wish: Wish) -> Wish | None:
    items = [_item(desk, f"question.kind_{kind}") for kind in (*JUDGED, "flash")]
    place = choose(desk, "quiz.ask_kind", items)
    return None if place is None else replace(wish, kind=(*JUDGED, "flash")[place])


def _length(desk: Desk, wish: Wish) -> Wish | None:
    language = desk.environment.language
    place = choose(desk, "quiz.ask_length", [Item(say("quiz.length", language, n=n)) for n in LENGTHS])
    return None if place is None else replace(wish, n=LENGTHS[place])


def choose(desk: Desk, title: str, items: list[Item]) -> int | None:
    """Let the learner choose on the full screen or in lines; return the place, None when they left."""
    from tutor.ui import menu

    environment = desk.environment
    shown = Menu(say(title, environment.language), tuple(items))
    if environment.plain:
        from tutor.cli.review import read_line
        from tutor.ui.plain import Lines

        return menu.ask(shown, Lines(read_line, print), environment.language)
    from tutor.cli.screen import look_of, terminal_of

    return menu.run(shown, terminal_of(environment), look_of(environment), environment.language)
