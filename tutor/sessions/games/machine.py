"""The machine that plays any game: rules → asked → every part answered → told why → next → … → over.

`step(play, input, ms) -> (play, facts)`: time is an argument, chance came with the seed. A player is
never stuck (every turn can be passed) and never loses anything but a life where a game has lives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, assert_never

from tutor.events import Fact
from tutor.questions.answers import Unreadable, read_number, read_text
from tutor.questions.generate.family import Seed
from tutor.sessions.games.model import (
    NOTHING,
    Answer,
    Choose,
    Deal,
    Game,
    Part,
    Passed,
    Picked,
    Practised,
    Round,
    Told,
    Wrote,
)

if TYPE_CHECKING:
    from tutor.questions.model import Card
    from tutor.text import Text

MISS, PASS = 1, 3  # grades of a practised answer: Again and Good
REASON = "game"  # practice of this reason changes no state of a card
LONGEST = 60  # characters of an answer kept in an event
Ended = Literal["done", "lives", "left"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a game is played: the seed names it, `seconds` set a pace (None: nothing is timed).

    Whoever answers right within the pace is told so; nobody loses anything by it. `cards` come from the course,
    `record` is the best that was ever reached (None: never played).
    """

    seed: str
    rounds: int
    lives: int | None = None
    seconds: float | None = None
    cards: tuple[Card, ...] = ()
    record: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The option at a place was chosen."""

    place: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Pass:
    """Show me this one."""


@dataclass(frozen=True, slots=True)
class Back:
    """Take back the last part, as long as the turn is not judged."""


@dataclass(frozen=True, slots=True)
class Next:
    """Go on."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Enough for now."""


@dataclass(frozen=True, slots=True)
class Again:
    """Once more, with another seed."""

    seed: str


Input = Choice | Line | Pass | Back | Next | Leave | Again


@dataclass(frozen=True, slots=True)
class Ready:
    """The rules are on the table; nothing is asked yet."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A turn waits for an answer; `hint` says what was wrong with the last line: the key of a sentence and its facts.

    `since` is when it was asked, in running milliseconds.
    """

    since: int
    hint: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A turn was judged."""

    told: Told
    quick: bool = False


@dataclass(frozen=True, slots=True)
class Over:
    """The game is over."""

    why: Ended


@dataclass(frozen=True, slots=True)
class Result:
    """What a turn came to; `said` is the headline of its verdict."""

    points: int
    of: int
    right: bool
    ms: int
    passed: bool = False
    quick: bool = False
    said: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Play:
    """A game being played: the present turn with the parts answered so far, and what came before."""

    game: Game
    settings: Settings
    turn: Round
    phase: Ready | Asked | Heard | Over = Ready()
    given: tuple[Answer, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def number(self) -> int:
        """Return the number of the present turn, from 1."""
        return len(self.results) + isinstance(self.phase, Asked)

    @property
    def part(self) -> Part | None:
        """Return the part that waits, None when none does."""
        open_now = isinstance(self.phase, Asked) and len(self.given) < len(self.turn.parts)
        return self.turn.parts[len(self.given)] if open_now else None

    @property
    def points(self) -> int:
        """Return the points so far."""
        return sum(result.points for result in self.results)

    @property
    def of(self) -> int:
        """Return the points there were to earn so far."""
        return sum(result.of for result in self.results)

    @property
    def right(self) -> int:
        """Return how many turns were right."""
        return sum(result.right for result in self.results)

    @property
    def quick(self) -> int:
        """Return how many turns were right within the pace."""
        return sum(result.quick for result in self.results)

    @property
    def streak(self) -> int:
        """Return how many turns in a row were right just now."""
        return next((back for back, result in enumerate(reversed(self.results)) if not result.right), len(self.results))

    @property
    def longest(self) -> int:
        """Return the longest run of right turns."""
        best = run = 0
        for result in self.results:
            run = run + 1 if result.right else 0
            best = max(best, run)
        return best

    @property
    def lives(self) -> int | None:
        """Return how many misses are still free, None where a game has no lives."""
        if self.settings.lives is None:
            return None
        return max(0, self.settings.lives - sum(not result.right for result in self.results))

    @property
    def score(self) -> int:
        """Return what counts in this game."""
        return self.points if self.game.counts == "points" else self.longest

    @property
    def is_record(self) -> bool:
        """Say whether this is better than ever before."""
        return self.score > (self.settings.record or 0)


def begin(game: Game, settings: Settings) -> Play:
    """Return a game before its first turn."""
    return Play(game, settings, dealt(game, settings, 1))


def dealt(game: Game, settings: Settings, number: int) -> Round:
    """Return a turn of a game: the same for the same seed, whatever was answered before."""
    return game.deal(Deal(Seed(("game", game.name, settings.seed)), number, settings.rounds, settings.cards))


def step(play: Play, given: Input, ms: int) -> tuple[Play, tuple[Fact, ...]]:
    """Return the game after an input, and what is to be recorded before it is shown; what means nothing is ignored."""
    match given:
        case Leave():
            return _over(play, "left") if not isinstance(play.phase, Over) else (play, ())
        case Again(seed):
            return (_anew(play, seed, ms), ()) if isinstance(play.phase, Over) else (play, ())
        case Next():
            return _next(play, ms)
        case Back():
            return _back(play), ()
        case Pass():
            return _passed(play, ms)
        case Choice() | Line():
            return _answered(play, given, ms)
        case _:
            assert_never(given)


def _back(play: Play) -> Play:
    """Take back the last part of an open turn; what a try has shown is not unseen again."""
    open_now = isinstance(play.phase, Asked) and play.turn.hit is None
    return replace(play, given=play.given[:-1]) if open_now else play


def _passed(play: Play, ms: int) -> tuple[Play, tuple[Fact, ...]]:
    """Pass the turn, or only its open part where parts stand for themselves."""
    if not isinstance(play.phase, Asked):
        return play, ()
    if not play.turn.loose:
        return _judged(play, (Passed(),), ms)
    return _taken(play, Passed(), ms)


def _answered(play: Play, given: Choice | Line, ms: int) -> tuple[Play, tuple[Fact, ...]]:
    """Take in an answer to the open part; what cannot be read is a hint."""
    part, phase = play.part, play.phase
    if part is None or not isinstance(phase, Asked):
        return play, ()
    answer = read(part, given)
    if isinstance(answer, Unreadable):
        return replace(play, phase=replace(phase, hint=answer)), ()
    return _taken(play, answer, ms)


def _taken(play: Play, answer: Answer, ms: int) -> tuple[Play, tuple[Fact, ...]]:
    """Keep the answer to the open part; the turn is judged with its last part, or with the try that hits."""
    assert isinstance(play.phase, Asked)
    answers, hit = (*play.given, answer), play.turn.hit
    if len(answers) == len(play.turn.parts) or (hit is not None and hit(answers)):
        return _judged(play, answers, ms)
    return replace(play, given=answers, phase=replace(play.phase, hint=None)), ()


def read(part: Part, given: Choice | Line) -> Answer | Unreadable:
    """Read an answer to a part; what is none is a hint."""
    match part, given:
        case Choose(options), Choice(place) if 0 <= place < len(options):
            return Picked(place)
        case Choose(options), _:
            return Unreadable("question.choose_one", {"last": str(len(options))})
        case _, Choice():
            return Unreadable("question.type_number", {})
        case _, Line(text):
            return _wrote(part, text)
    raise AssertionError(part, given)


def _wrote(part: Part, text: str) -> Answer | Unreadable:
    line = read_text(text)
    if isinstance(line, Unreadable):
        return line
    is_number = not isinstance(part, Choose) and part.kind == "number"
    if not line:
        return Unreadable("question.type_number" if is_number else "question.type_words", {})
    if not is_number:
        return Wrote(line)
    value = read_number(line)
    return value if isinstance(value, Unreadable) else Wrote(line, value)


def _judged(play: Play, answers: tuple[Answer, ...], ms: int) -> tuple[Play, tuple[Fact, ...]]:
    """Judge the turn; what it says about cards and mistakes is to be recorded."""
    assert isinstance(play.phase, Asked)
    told, passed = play.turn.judge(answers), all(isinstance(answer, Passed) for answer in answers)
    spent = max(0, ms - play.phase.since)
    pace = play.settings.seconds
    quick = told.right and pace is not None and spent <= 1000 * pace
    result = Result(told.points, play.turn.worth, told.right, spent, passed, quick, told.said)
    said = [replace(one, mistake="") if passed or one.right else one for one in told.practised]
    facts = tuple(_practised(play, one, spent) for one in said if one.card or one.mistake)
    given = play.given if passed else answers
    return replace(play, given=given, results=(*play.results, result), phase=Heard(told, quick)), facts


def _practised(play: Play, one: Practised, ms: int) -> Fact:
    """Return the fact that a card was practised in a game; a mistake without a card is the game's own."""
    body: dict[str, object] = {"grade": PASS if one.right else MISS, "reason": REASON, "game": play.game.name, "ms": ms}
    if one.mistake:
        body["mistake"] = one.mistake
    return Fact("practised", one.card or play.game.card, body)


def _next(play: Play, ms: int) -> tuple[Play, tuple[Fact, ...]]:
    """Ask the first turn, deal the next one, or end the game."""
    if isinstance(play.phase, Ready):
        return replace(play, phase=Asked(ms)), ()
    if not isinstance(play.phase, Heard):
        return play, ()
    if play.lives == 0:
        return _over(play, "lives")
    if len(play.results) >= play.settings.rounds:
        return _over(play, "done")
    turn = dealt(play.game, play.settings, len(play.results) + 1)
    return replace(play, turn=turn, given=(), phase=Asked(ms)), ()


def _over(play: Play, why: Ended) -> tuple[Play, tuple[Fact, ...]]:
    """End the game and have its score recorded, if anything was answered."""
    ended = replace(play, phase=Over(why), given=())
    return ended, (_played(ended, why),) if play.results else ()


def _played(play: Play, why: Ended) -> Fact:
    """Return the fact that a game was played: what scores are read back from."""
    body = {
        "game": play.game.name,
        "seed": play.settings.seed,
        "score": play.score,
        "points": play.points,
        "of": play.of,
        "right": play.right,
        "turns": len(play.results),
        "streak": play.longest,
        "ms": sum(result.ms for result in play.results),
        "ended": why,
    }
    return Fact("step", play.game.card, body)


def _anew(play: Play, seed: str, ms: int) -> Play:
    """Return the same game from the start with another seed; the record is the best so far."""
    best = max(play.score, play.settings.record or 0)
    fresh = begin(play.game, replace(play.settings, seed=seed, record=best))
    return replace(fresh, phase=Asked(ms))
