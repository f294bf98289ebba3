"""The state of a session, a review or a quiz: what waits, what comes back, what is on the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tutor.memory.scheduling import Policy

if TYPE_CHECKING:
    from tutor.memory.scheduling import Outcome
    from tutor.memory.state import CardState
    from tutor.questions.grading import Verdict
    from tutor.questions.model import Card
    from tutor.questions.showing import Showing

Reason = Literal["due", "new", "again", "cram", "undone", "quiz"]
Correction = Literal["", "guessed", "easy", "disputed"]
RETURNS = 3  # a missed card comes back at most three times a session (Rawson & Dunlosky 2018: once right is enough)
GAP = 3  # after three other cards


@dataclass(frozen=True, slots=True)
class Entry:
    """A card in the session, why it is here and how often it came back or was skipped."""

    card: Card
    state: CardState
    why: Reason
    returned: int = 0
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Returning:
    """A missed card that comes back once `at` questions have been shown."""

    entry: Entry
    at: int


@dataclass(frozen=True, slots=True)
class Settings:
    """How this session schedules; `minutes` (None: no limit) ends it between two questions.

    A quiz asks every question once and scores at the end; an exam is a quiz that tells nothing
    before its end, and an answer given after `minutes` does not count. `missed` is when a missed
    card comes back: after three others, at the end of its lesson, or no more today.
    """

    policy: Policy = field(default_factory=Policy)
    seed: str = ""
    cram: bool = False
    minutes: float | None = None
    quiz: bool = False
    exam: bool = False
    missed: Literal["soon", "at_end", "tomorrow"] = "soon"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the learner: its key and facts."""

    key: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """The question is on the screen since `since` milliseconds; `marked` are ticked options."""

    showing: Showing
    since: int
    marked: frozenset[int] = frozenset()
    hinted: bool = False


@dataclass(frozen=True, slots=True)
class Ticking:
    """The answer of a flash card is shown with its key points to tick."""

    showing: Showing
    ms: int
    marked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Grading:
    """The answer of a flash card is shown; a grade is asked for."""

    showing: Showing
    ms: int
    marked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict stands. `event` is the recorded answer's id, "" until the journal replied.

    `outcomes` are the four that were open before the answer; `correction` is what the learner made
    of the verdict, `contrast` asks for the lasting confusion to be shown, `leech` for help.
    """

    showing: Showing
    verdict: Verdict | None
    grade: int
    outcomes: tuple[Outcome, ...]
    event: str = ""
    practice: bool = False
    correction: Correction = ""
    contrast: bool = False
    leech: bool = False

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Return the corrections that fit: once a verdict, none where nothing was answered."""
        verdict = self.verdict
        if verdict is None or self.correction:
            return ()
        if verdict.right:
            return ("guessed",) if self.practice else ("guessed", "easy")
        return ("disputed",) if verdict.chosen or verdict.given else ()

    @property
    def first_grade(self) -> int:
        """Return the grade of the verdict itself, before any correction."""
        if self.verdict is None:
            return self.grade
        return 3 if self.verdict.right else 1


@dataclass(frozen=True, slots=True)
class Contrasting:
    """A confusion met more than once is cleared up before the first question."""

    mistake: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A quiz is at its end and its score on the screen; `why` it ended."""

    why: Literal["done", "time", "left"]


@dataclass(frozen=True, slots=True)
class Over:
    """Nothing is left, the time is up, or the learner left."""

    why: Literal["done", "time", "left"]


Question = Asking | Ticking | Grading | Judged  # a question is on the screen
Phase = Question | Contrasting | Scored | Over


@dataclass(frozen=True, slots=True)
class Done:
    """One answer of this session: mastery before and after, `practice` when it did not rate."""

    event: str
    card: str
    lesson: str
    part: int
    grade: int
    ms: int
    practice: bool
    why: Reason
    returned: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of a quiz with its verdict, kept for the end."""

    entry: Entry
    judged: Judged


@dataclass(frozen=True, slots=True)
class Session:
    """A session between two inputs.

    `contrasts` are mistakes to be cleared up first. A quiz keeps its `answers`; while its missed ones
    are read again, `reading` are those still to come and `ended` remembers why it was over. `rested` once
    the learner was told that this is a good place to stop.
    """

    settings: Settings
    started: int
    waiting: tuple[Entry, ...]
    phase: Phase
    current: Entry | None = None
    returning: tuple[Returning, ...] = ()
    shown: int = 0
    done: tuple[Done, ...] = ()
    notice: Notice | None = None
    contrasts: tuple[str, ...] = ()
    answers: tuple[Answered, ...] = ()
    reading: tuple[Answered, ...] = ()
    ended: Literal["", "done", "time", "left"] = ""
    rested: bool = False

    @property
    def left(self) -> int:
        """Return how many cards are still to come, the present one included."""
        if self.ended:
            return len(self.reading)
        open_now = self.current is not None and isinstance(self.phase, Asking | Ticking | Grading)
        return len(self.waiting) + len(self.returning) + open_now

    @property
    def missed(self) -> tuple[Answered, ...]:
        """Return the answers of a quiz that were not right, those guessed among them."""
        return tuple(answer for answer in self.answers if answer.judged.grade == 1)
