"""Rounds of gradient telephone in which knobs are tuned: every try is run and heard before the next one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tutor.sessions.games.model import Choose, Picked, Round, Told
from tutor.sessions.games.telephone_told import (
    Kind,
    about,
    called,
    gain,
    option,
    per_layer,
    practised,
    reaction,
    relay,
    slopes,
    text,
)
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.questions.model import Card
    from tutor.sessions.games.exhibits import Exhibit
    from tutor.sessions.games.model import Answer
    from tutor.sessions.games.whispers import Call

TRIES = 3


@dataclass(frozen=True, slots=True)
class Tuning:
    """What can be set: a row of calls for each function, a column for each gain; one function alone has no knob."""

    rows: tuple[tuple[Call, ...], ...]
    message: int
    cards: tuple[Card, ...]

    @property
    def kind(self) -> Kind:
        """Return which round this is: with one knob or with two."""
        return "dial" if len(self.rows) == 1 else "board"

    @property
    def knobs(self) -> int:
        """Return how many parts make a try."""
        return min(2, len(self.rows))

    @property
    def best(self) -> tuple[int, int]:
        """Return the row and the column of a setting that carries the message."""
        found = ((y, x) for y, row in enumerate(self.rows) for x, call in enumerate(row) if call.fate == "kept")
        return next(found)

    @property
    def right(self) -> tuple[Answer, ...]:
        """Return the answers of a try that succeeds."""
        return tuple(map(Picked, self.best[2 - self.knobs :]))

    def tried(self, answers: tuple[Answer, ...]) -> tuple[Call, ...]:
        """Return the settings that were tried, the first one first."""
        places = [answer.place for answer in answers if isinstance(answer, Picked)]
        if self.knobs == 1:
            return tuple(self.rows[0][place] for place in places)
        return tuple(self.rows[y][x] for y, x in zip(places[::2], places[1::2], strict=False))

    def hit(self, answers: tuple[Answer, ...]) -> bool:
        """Say whether the last answer completed a try that carries the message."""
        calls = self.tried(answers)
        return len(answers) % self.knobs == 0 and bool(calls) and calls[-1].fate == "kept"

    def growing(self, answers: tuple[Answer, ...]) -> tuple[Exhibit, ...]:
        """Return what the tries came to; before the first one the slope of a function that is given."""
        calls = self.tried(answers)
        if calls:
            return (relay(calls[-1:], self.message, calls[:-1]),)
        return (slopes([self.rows[0][0].function]),) if self.kind == "dial" else ()


def asked(tuning: Tuning) -> Round:
    """Return the round."""
    call = tuning.rows[0][0]
    facts: dict[str, str | Text] = {
        "name": called(call.function),
        "n": str(call.depth),
        "message": text(f"say_{tuning.message}"),
    }
    return Round(
        text(f"ask_{tuning.kind}", **facts),
        _parts(tuning),
        partial(judge, tuning),
        level=text(f"level_{tuning.kind}"),
        worth=TRIES,
        right=tuning.right,
        growing=tuning.growing,
        hit=tuning.hit,
    )


def _parts(tuning: Tuning) -> tuple[Choose, ...]:
    """Return the knobs, as often as they may be tried."""
    gains = tuple(Text.same(gain(call.gain)) for call in tuning.rows[0])
    if tuning.kind == "dial":
        return tuple(Choose(gains, text("try", n=str(number))) for number in range(1, TRIES + 1))
    ears = tuple(called(row[0].function) for row in tuning.rows)
    return tuple(
        Choose(offered, text(knob, n=str(number)))
        for number in range(1, TRIES + 1)
        for offered, knob in ((ears, "try_ears"), (gains, "try_gain"))
    )


def judge(tuning: Tuning, answers: tuple[Answer, ...]) -> Told:
    """Judge the tries: a point less for each that was lost."""
    calls = tuning.tried(answers) if isinstance(answers[-1], Picked) else ()
    last = calls[-1] if calls else None
    right = last is not None and last.fate == "kept"
    y, x = tuning.best
    best = last if right and last is not None else tuning.rows[y][x]
    said = text("tuned" if right else "could_have", name=called(best.function), option=option("dial", best))
    shown = relay((best,) if last is None or right else (last, best), tuning.message, calls[:-1])
    why = (reaction(last or best, tuning.message), per_layer(last or best), about(best))
    points = TRIES + 1 - len(calls) if right else 0
    return Told(right, points, said, why, (shown,), practised(tuning.kind, last, tuning.cards, right=right))
