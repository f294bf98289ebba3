"""What a game is: rounds dealt from a seed, each answered in one part or several and judged once.

A round knows its right answer; a game knows its rounds. Nothing here counts, waits or prints: the
machine plays, screens show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tutor.questions.generate.wording import spoken
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Card
    from tutor.sessions.games.exhibits import Exhibit

CARD = "game:"  # the card under which a game's own events stand
NOTHING = Text.same("")


@dataclass(frozen=True, slots=True)
class Choose:
    """A part that is answered with one of two to nine options; `ask` is what stands above them ("" for nothing).

    Short options of one part among several stand beside one another, unless they are to be `listed`.
    """

    options: tuple[Text, ...]
    ask: Text = NOTHING
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Type:
    """A part that is answered with a number (any notation) or a line of words; `name` is what is asked for."""

    name: Text
    kind: Literal["number", "words"] = "number"


Part = Choose | Type


@dataclass(frozen=True, slots=True)
class Picked:
    """The place of the option that was chosen, from 0."""

    place: int


@dataclass(frozen=True, slots=True)
class Wrote:
    """A line as typed, with the number it stands for (0 for words)."""

    text: str
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Passed:
    """The player would rather be shown this one."""


Answer = Picked | Wrote | Passed


@dataclass(frozen=True, slots=True)
class Practised:
    """What an answer says about a card: its id, or "" for one that is only the game's; and the mistake made, if any."""

    card: str = ""
    right: bool = True
    mistake: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a player hears after an answer.

    `points` of `Round.worth` were earned; `said` is the headline (what was right), `why` the reasons, `shown`
    what now lies on the table instead of the question's exhibits. `practised` goes into the journal.
    """

    right: bool
    points: int
    said: Text
    why: tuple[Text, ...] = ()
    shown: tuple[Exhibit, ...] = ()
    practised: tuple[Practised, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One turn: what is asked, its parts, and how it is judged once every part is answered.

    `level` says what is harder this time ("" for nothing), `note` what to know before answering. `growing` is
    what the table shows while parts are answered, where that is more than `shown`. Where parts are `loose` each
    stands for itself: passing one leaves the others (otherwise `judge` gets one `Passed`). Where parts are tries at the
    same thing, `hit` says whether the answers so far have it: then the turn is judged at once, and no try is taken
    back. `right` are the answers that `judge` finds right, for a turn with exactly one; empty where answers are scored.
    """

    ask: Text
    parts: tuple[Part, ...]
    judge: Callable[[tuple[Answer, ...]], Told]
    shown: tuple[Exhibit, ...] = ()
    note: Text = NOTHING
    level: Text = NOTHING
    worth: int = 1
    right: tuple[Answer, ...] = ()
    growing: Callable[[tuple[Answer, ...]], tuple[Exhibit, ...]] | None = None
    loose: bool = False
    hit: Callable[[tuple[Answer, ...]], bool] | None = None

    def table(self, given: tuple[Answer, ...]) -> tuple[Exhibit, ...]:
        """Return what lies on the table after the answers given so far."""
        return self.growing(given) if self.growing else self.shown


@dataclass(frozen=True, slots=True)
class Deal:
    """What a round is made from: luck of its own, its number from 1, how many there will be, cards of the course.

    `game` is the luck that all rounds of a game share: whatever must not come twice is shuffled with it.
    """

    game: Seed
    number: int
    rounds: int
    cards: tuple[Card, ...] = ()

    @property
    def luck(self) -> Seed:
        """Return the luck of this round alone."""
        return self.game.at("round", self.number)


@dataclass(frozen=True, slots=True)
class Game:
    """A game: its sentences stand in the area `game_<name>` (`title`, `pitch`, `rules`, and its own).

    It ends after `rounds`, or after `lives` misses where that is set. `counts` is what its high score is:
    the points, or the longest run of right answers. `cards` says which cards of the course it deals from
    (None: none are loaded), `minutes` how long it takes.
    """

    name: str
    deal: Callable[[Deal], Round]
    minutes: int
    rounds: int = 10
    lives: int | None = None
    counts: Literal["points", "streak"] = "points"
    cards: Callable[[Card], bool] | None = None
    aliases: tuple[str, ...] = field(default=())

    @property
    def area(self) -> str:
        """Return the area of the game's sentences."""
        return f"game_{self.name.replace('-', '_')}"

    @property
    def card(self) -> str:
        """Return the card of the game's own events."""
        return f"{CARD}{self.name}"

    def text(self, key: str, /, **facts: str | Text) -> Text:
        """Return a sentence of this game in both languages; a fact that is a text gives each its own side."""
        return spoken(f"{self.area}.{key}", **facts)
