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

    def tried(self, answers: tuple[Answer, ...]) -> Call | None:
        """Return the last setting that was tried, None where there is none."""
        whole = answers[: len(answers) // self.knobs * self.knobs][-self.knobs :]
        places = [answer.place for answer in whole if isinstance(answer, Picked)]
        if not whole or len(places) < self.knobs:
            return None
        return self.rows[places[0] if self.knobs > 1 else 0][places[-1]]

    def hit(self, answers: tuple[Answer, ...]) -> bool:
        """Say whether the last answer completed a try that carries the message."""
        call = self.tried(answers)
        return len(answers) % self.knobs == 0 and call is not None and call.fate == "kept"

    def growing(self, answers: tuple[Answer, ...]) -> tuple[Exhibit, ...]:
        """Return what the last try came to; before the first one the slope of a function that is given."""
        call = self.tried(answers)
        if call is not None:
            return (relay((call,), self.message),)
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
    last = tuning.tried(answers) if isinstance(answers[-1], Picked) else None
    right = last is not None and last.fate == "kept"
    y, x = tuning.best
    best = last if right and last is not None else tuning.rows[y][x]
    tries = len(answers) // tuning.knobs
    said = text("tuned" if right else "could_have", name=called(best.function), option=option("dial", best))
    shown = relay((best,) if last is None or right else (last, best), tuning.message)
    why = (reaction(last or best, tuning.message), per_layer(last or best), about(best))
    points = TRIES + 1 - tries if right else 0
    return Told(right, points, said, why, (shown,), practised(tuning.kind, last, tuning.cards, right=right))
