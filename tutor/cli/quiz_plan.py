"""What a quiz asks: cards of the course and questions made on the spot, chosen by a seed alone.

The same wish with the same seed gives the same quiz, whatever the learner did before; only suspended
cards are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor import chance
from tutor.errors import NotFoundError, near
from tutor.memory.state import NEW
from tutor.questions.generated import address, is_generated
from tutor.questions.model import KINDS, KindName
from tutor.sessions.model import Entry
from tutor.sessions.queue import apart
from tutor.store.filters import Filters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.cli.desk import Desk
    from tutor.events import Event
    from tutor.questions.model import Card

LENGTH = 10
LONGEST = 200
JUDGED: tuple[KindName, ...] = tuple(kind for kind in KINDS if kind != "flash")  # a flash card judges nothing
SEEDS = 1 << 31


@dataclass(frozen=True, slots=True)
class Wish:
    """What the learner asked for ("" and None: no wish); `seed` names the quiz.

    `minutes` limits an exam; a quiz that is not to be recorded leaves no trace.
    """

    n: int = LENGTH
    part: int | None = None
    lesson: str = ""
    function: str = ""
    kind: str = ""
    seed: str = ""
    exam: bool = False
    minutes: float | None = None
    record: bool = True

    @property
    def kinds(self) -> tuple[KindName, ...]:
        """Return the kinds of questions asked for: all that can be judged, unless one was named."""
        return tuple(kind for kind in KINDS if kind == self.kind) or JUDGED

    @property
    def command(self) -> str:
        """Return the command that asks the same quiz again."""
        words = ["tutor quiz", f"-n {self.n}"]
        words += [f"--part {self.part}"] if self.part is not None else []
        words += [f"--{name} {value}" for name in ("lesson", "function", "kind") if (value := getattr(self, name))]
        words += ["--exam"] * self.exam + ([f"--minutes {self.minutes:g}"] if self.minutes else [])
        return " ".join([*words, f"--seed {self.seed}"])


def checked(desk: Desk, wish: Wish) -> Wish:
    """Return the wish with the function's own name. Raises `NotFoundError` for what does not exist."""
    if wish.kind and wish.kind not in KINDS:
        raise NotFoundError("quiz.no_kind", name=wish.kind, kinds=", ".join(KINDS), near=near(wish.kind, list(KINDS)))
    if wish.lesson:
        desk.library.must_have_lesson(wish.lesson)
    if wish.part is not None and wish.part not in {part.number for part in desk.library.all_parts()}:
        raise NotFoundError("cli.no_part", name=wish.part)
    if wish.function:
        from tutor.activations import find

        return replace(wish, function=find(wish.function).name)
    return wish


def entries(desk: Desk, wish: Wish) -> tuple[Entry, ...]:
    """Return the questions of a quiz in their order, topics mixed. Raises `NotFoundError` when there are none."""
    functions = desk.library.functions()
    written, made = _written(desk, wish, functions), _made(wish, functions)
    half = wish.n // 2
    from_course = written[: max(half, wish.n - len(made))]
    chosen = (*from_course, *made[: wish.n - len(from_course)])
    if not chosen:
        raise NotFoundError("quiz.nothing")
    order = apart(chosen, lambda card: card.lesson, "quiz", wish.seed, "order")
    states = desk.journal.states([card.id for card in order if not is_generated(card.id)])
    return tuple(Entry(card, states.get(card.id, NEW), "quiz") for card in order)


def _written(desk: Desk, wish: Wish, functions: Mapping[str, str]) -> tuple[Card, ...]:
    """Return cards of the course in the quiz's order, at most one for a fact."""
    lessons: tuple[str, ...] = (wish.lesson,) if wish.lesson else ()
    if wish.function:
        lessons = tuple(name for name, function in functions.items() if function == wish.function)
    filters = Filters(() if wish.part is None else (wish.part,), lessons, wish.kinds)
    rows = () if wish.function and not lessons else desk.library.search(filters=filters)
    states = desk.journal.states([row.id for row in rows])
    facts: set[str] = set()
    kept: list[str] = []
    for row in chance.shuffled(rows, "quiz", wish.seed, "cards"):
        if row.fact not in facts and not states.get(row.id, NEW).suspended:
            facts.add(row.fact)
            kept.append(row.id)
    return desk.library.cards(kept[: wish.n])


def _made(wish: Wish, functions: Mapping[str, str]) -> tuple[Card, ...]:
    """Return questions made on the spot, family after family, a function's lesson as their topic."""
    if not set(wish.kinds) & {"choice", "numeric", "formula", "multi"}:
        return ()
    from tutor.questions import generate

    wanted = (wish.function,) if wish.function else ()
    if wish.lesson:
        wanted = (functions[wish.lesson],) if functions.get(wish.lesson) else ("",)
    parts = () if wish.part is None else (wish.part,)
    pairs = generate.families(parts=parts, functions=wanted, kinds=wish.kinds)
    lesson_of = {function: lesson for lesson, function in functions.items()}
    return tuple(
        with_topic(generate.card(family, function, chance.number("quiz", wish.seed, place) % SEEDS), lesson_of)
        for place, (family, function) in enumerate(_drawn(pairs, wish))
    )


def _drawn(pairs: Sequence[tuple[str, str]], wish: Wish) -> list[tuple[str, str]]:
    """Return as many (family, function) pairs as asked for: the families take turns, functions come by luck."""
    of_family: dict[str, list[str]] = {}
    for family, function in pairs:
        of_family.setdefault(family, []).append(function)
    order = chance.shuffled(tuple(of_family), "quiz", wish.seed, "families")
    turns = {name: chance.shuffled(of_family[name], "quiz", wish.seed, name) for name in order}
    drawn: list[tuple[str, str]] = []
    for place in range(wish.n if order else 0):
        turn, at = divmod(place, len(order))
        functions = turns[order[at]]
        drawn.append((order[at], functions[turn % len(functions)]))
    return drawn


def restored(desk: Desk, event: Event) -> Card | None:
    """Return the generated question of an event as it was asked, None when it can no longer be made."""
    from tutor.questions import generate

    card = generate.restored(event.card, event.body.get("values", {}))
    lesson_of = {function: lesson for lesson, function in desk.library.functions().items()}
    return None if card is None else with_topic(card, lesson_of)


def with_topic(card: Card, lesson_of: Mapping[str, str]) -> Card:
    """Return a generated card below the lesson about its function, when the course has one."""
    place = address(card.id)
    return card if place is None else replace(card, lesson=lesson_of.get(place[1], card.lesson))
