"""The state of an interview between two inputs: the ladders to come, the one that is climbed, what was heard.

A ladder is a headline question with its follow-ups. Depth is the number of the last rung that was passed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tutor.sessions.model import Asking, Grading, Judged, Settings, Ticking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.memory.state import CardState
    from tutor.questions.model import Card
    from tutor.sessions.model import Notice, Session
    from tutor.text import Text

BROKEN = 1  # the grade of a rung that was not passed


@dataclass(frozen=True, slots=True)
class Ladder:
    """A headline question and its follow-ups, lowest first; `of` is the number of its highest rung."""

    id: str
    rungs: tuple[Card, ...]
    of: int

    @property
    def headline(self) -> Card:
        """Return the card of the question it begins with."""
        return self.rungs[0]

    def number(self, place: int) -> int:
        """Return the number of the rung at `place` (from 0), 0 below the first."""
        ladder = self.rungs[place].ladder if 0 <= place < len(self.rungs) else None
        return ladder[1] if ladder else 0

    def above(self, depth: int) -> int | None:
        """Return the place of the first rung above `depth`, None when there is none."""
        return next((place for place in range(len(self.rungs)) if self.number(place) > depth), None)


@dataclass(frozen=True, slots=True)
class Climb:
    """One try at a ladder, by a `key` of its own: begun at rung place `first`, now at place `at`."""

    ladder: Ladder
    key: str
    first: int = 0
    at: int = 0

    @property
    def rung(self) -> int:
        """Return the number of the rung that is asked now."""
        return self.ladder.number(self.at)

    @property
    def depth(self) -> int:
        """Return the number of the rung below: how deep it went so far."""
        return self.ladder.number(self.at - 1)


@dataclass(frozen=True, slots=True)
class Heard:
    """One rung that was answered: how it was graded, which key points were ticked, what was typed, what mixed up.

    `question` is the rung as it was asked, `climb` where it was asked; `event` is the recorded answer's id.
    """

    event: str
    climb: Climb
    question: Session
    grade: int
    ms: int
    points: tuple[Text, ...] = ()
    marked: frozenset[int] = frozenset()
    said: str = ""
    mistake: str = ""

    @property
    def fresh(self) -> bool:
        """Say whether the card was met for the first time."""
        return self.question.current is not None and self.question.current.why == "new"

    @property
    def card(self) -> str:
        """Return the id of the rung's card."""
        return self.climb.ladder.rungs[self.climb.at].id


@dataclass(frozen=True, slots=True)
class Landing:
    """How far a climb got: at `broken`, the number of a rung, it ended (0: at the top, or the learner left it)."""

    climb: Climb
    depth: int
    broken: int = 0

    @property
    def top(self) -> bool:
        """Say whether the highest rung was passed."""
        return self.depth >= self.climb.ladder.of


@dataclass(frozen=True, slots=True)
class Choosing:
    """A remembered depth: the learner chooses the rung to begin with."""

    ladder: Ladder
    depth: int


@dataclass(frozen=True, slots=True)
class Climbing:
    """A rung is on the screen: asked, ticked, graded or judged."""


@dataclass(frozen=True, slots=True)
class Landed:
    """A climb is over; how deep it went is told."""

    landing: Landing


@dataclass(frozen=True, slots=True)
class Reported:
    """Nothing more is asked; the report is on the screen. `why` it ended."""

    why: Literal["done", "time", "left"]


@dataclass(frozen=True, slots=True)
class Over:
    """The learner left."""


Phase = Choosing | Climbing | Landed | Reported | Over


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview between two inputs.

    `n` headlines are asked at most, none is begun after `minutes`; `before` are the depths remembered from
    earlier days. While a rung is asked, `question` is a session of one card, and `said` what was typed for it.
    """

    settings: Settings
    n: int
    minutes: float | None
    started: int
    waiting: tuple[Ladder, ...]
    states: Mapping[str, CardState] = field(default_factory=dict)
    before: Mapping[str, int] = field(default_factory=dict)
    phase: Phase = field(default_factory=Climbing)
    climb: Climb | None = None
    question: Session | None = None
    said: str = ""
    heard: tuple[Heard, ...] = ()
    landings: tuple[Landing, ...] = ()
    notice: Notice | None = None

    @property
    def verdict(self) -> Judged | None:
        """Return the verdict on the screen, None where there is none."""
        phase = self.question.phase if self.question is not None and isinstance(self.phase, Climbing) else None
        return phase if isinstance(phase, Judged) else None

    @property
    def asking(self) -> bool:
        """Say whether a rung waits for its answer or its grade."""
        question = self.question if isinstance(self.phase, Climbing) else None
        return question is not None and isinstance(question.phase, Asking | Ticking | Grading)

    @property
    def number(self) -> int:
        """Return which headline this is, counted from 1."""
        open_now = isinstance(self.phase, Choosing | Climbing)
        return len(self.landings) + open_now
