"""What an interview can ask: the ladders of the course, how deep each was climbed, and which of them are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from tutor.errors import NotFoundError, near
from tutor.memory.state import NEW, Memory
from tutor.sessions.interview_choice import Role, Standing, order
from tutor.sessions.interview_model import Ladder
from tutor.store.climbs import climbs
from tutor.store.filters import Filters
from tutor.text import Text
from tutor.text.fold import fold_words
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tutor.cli.desk import Desk
    from tutor.memory.state import CardState
    from tutor.questions.model import Card
    from tutor.store.climbs import Climbed

TAG = "interview"
LESSON = "interview-"  # what the lessons of ladders are called
LENGTH = 3
SHORTEST = 4  # letters that name a role
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the learner asked for ("" and None: no wish); `seed` names the interview.

    With a seed the same ladders are asked whatever was climbed before; without one, what is needed most.
    """

    n: int = LENGTH
    minutes: float | None = None
    topic: str = ""
    lesson: str = ""
    role: Role | None = None
    seed: str = ""
    report: str = ""

    @property
    def command(self) -> str:
        """Return the command that asks the same ladders again, "" for an interview without a seed."""
        if not self.seed:
            return ""
        words = ["tutor interview"]
        words += [f"--{name} {value}" for name in ("topic", "lesson", "role") if (value := getattr(self, name))]
        words += [f"--minutes {self.minutes:g}"] if self.minutes is not None else [f"-n {self.n}"]
        return " ".join([*words, f"--seed {self.seed}"])


@dataclass(frozen=True, slots=True)
class Known:
    """A whole ladder of the course with every climb of it; `asked` leaves out what was suspended."""

    whole: Ladder
    asked: Ladder | None
    climbs: tuple[Climbed, ...] = ()
    due: bool = False

    @property
    def depth(self) -> int | None:
        """Return how deep the last climb went, None when there was none."""
        return self.climbs[-1].depth if self.climbs else None

    @property
    def best(self) -> int | None:
        """Return how deep the deepest climb went, None when there was none."""
        return max((climb.depth for climb in self.climbs), default=None)

    @property
    def day(self) -> int | None:
        """Return the study day of the last climb, None when there was none."""
        return self.climbs[-1].day if self.climbs else None


def known(desk: Desk) -> tuple[Known, ...]:
    """Return every ladder of the course in syllabus order, with what is known of it."""
    rungs = rungs_of(desk)
    climbed = climbs(desk.journal, rungs)
    states = desk.journal.states([card.id for card in rungs])
    return tuple(_known(ladder, climbed, states, desk.day) for ladder in ladders(rungs))


def topic(desk: Desk, lesson: str) -> Text:
    """Return what the ladders of a lesson are about: its title without the words all those titles begin with."""
    title = desk.library.title(lesson) or Text.same(lesson)
    zh, en = title.zh.partition("：")[2] or title.zh, title.en.partition(": ")[2] or title.en
    return Text(zh, en[:1].upper() + en[1:])


def rungs_of(desk: Desk) -> tuple[Card, ...]:
    """Return every card of the course that is a rung."""
    rows = desk.library.search(filters=Filters(tags=(TAG,)))
    return tuple(card for card in desk.library.cards([row.id for row in rows]) if card.ladder is not None)


def ladders(rungs: Iterable[Card]) -> tuple[Ladder, ...]:
    """Return the ladders that `rungs` make, each with its lowest rung first; one without a headline is none."""
    found: dict[str, dict[int, Card]] = {}
    for card in rungs:
        if card.ladder is not None:
            found.setdefault(card.ladder[0], {})[card.ladder[1]] = card
    return tuple(
        Ladder(name, tuple(card for _, card in sorted(numbered.items())), max(numbered))
        for name, numbered in found.items()
        if 1 in numbered
    )


def _known(
    ladder: Ladder, climbed: Mapping[str, tuple[Climbed, ...]], states: Mapping[str, CardState], day: int
) -> Known:
    """Return a ladder with its climbs; without its headline it is not asked, other suspended rungs are left out."""
    kept = tuple(card for card in ladder.rungs if not states.get(card.id, NEW).suspended)
    asked = Ladder(ladder.id, kept, ladder.of) if ladder.headline in kept else None
    tries = climbed.get(ladder.id, ())
    depth = tries[-1].depth if tries else 0
    met = [
        states.get(card.id, NEW).memory for place, card in enumerate(ladder.rungs) if ladder.number(place) <= depth + 1
    ]
    due = any(isinstance(memory, Memory) and memory.due <= day for memory in met)
    return Known(ladder, asked, tries, due)


def chosen(desk: Desk, everything: Iterable[Known], wish: Wish, luck: str) -> tuple[Known, ...]:
    """Return the ladders of a wish in the order in which they are asked, by its seed or else by `luck`.

    Raises `NotFoundError` where there is none.
    """
    meant = _meant(desk, [one for one in everything if one.asked is not None], wish)
    by_name = {one.whole.id: one for one in meant}
    standings = [Standing(name, one.whole.of) for name, one in by_name.items()]
    if not wish.seed:
        standings = [Standing(name, one.whole.of, one.depth, one.day, one.due) for name, one in by_name.items()]
    return tuple(by_name[name] for name in order(standings, desk.day, wish.seed or luck, role=wish.role))


def _meant(desk: Desk, everything: list[Known], wish: Wish) -> list[Known]:
    if wish.lesson:
        desk.library.must_have_lesson(wish.lesson)
        everything = [one for one in everything if one.whole.headline.lesson == wish.lesson]
    if wish.topic:
        everything = about(everything, wish.topic)
    if not everything:
        raise NotFoundError("interview.nothing")
    return everything


def about(everything: list[Known], topic: str) -> list[Known]:
    """Return the ladders about a topic: by a lesson's or a ladder's name, a tag, or a word of the headline.

    The first of these that fits anything decides. Raises `NotFoundError` with a near name.
    """
    wanted = fold_words(topic)
    for named in (_lesson, _ladder, _tags, _headline):
        found = [one for one in everything if wanted and named(one, wanted)]
        if found:
            return found
    names = {name for one in everything for name in (_short(one), one.whole.id, *one.whole.headline.tags)}
    close = near(topic, sorted(names))
    raise NotFoundError(f"interview.topic_{'near' if close else 'none'}", name=topic, near=close)


def _short(one: Known) -> str:
    return one.whole.headline.lesson.removeprefix(LESSON)


def _lesson(one: Known, wanted: str) -> bool:
    return wanted in {fold_words(_short(one)), fold_words(one.whole.headline.lesson)}


def _ladder(one: Known, wanted: str) -> bool:
    words = {fold_words(word) for word in one.whole.id.split("-")}
    return wanted in words or wanted in fold_words(one.whole.id)


def _tags(one: Known, wanted: str) -> bool:
    return wanted in {fold_words(tag) for tag in one.whole.headline.tags}


def _headline(one: Known, wanted: str) -> bool:
    from tutor.questions.showing import draw

    asked = draw(one.whole.headline, "topic").ask
    return wanted in fold_words(asked.zh) or wanted in fold_words(asked.en)


def role(name: str) -> Role | None:
    """Return a role by its name in either language, None for no wish. Raises `NotFoundError` for another name."""
    if not name:
        return None
    found = next((role for role in ROLES if _names(role, name.casefold())), None)
    if found is None:
        raise NotFoundError("interview.role_none", name=name, roles=ROLES)
    return found


def _names(role: Role, name: str) -> bool:
    """Say whether a name is a role's: in Chinese, or in English with another ending (engineer)."""
    chinese = say(f"interview.role_{role}", "zh").partition("（")[0]
    if name in {chinese, chinese.removesuffix("岗")}:
        return True
    return len(name) >= SHORTEST and (role.startswith(name) or name.startswith(role))
