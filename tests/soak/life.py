"""A learner's life through the real command line, in this process: TUTOR_NOW moves, lines go in, lines come out."""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

from tests.bench.course import write_course
from tutor.cli.desk import JOURNAL
from tutor.cli.main import run
from tutor.store import history, states
from tutor.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from random import Random

    from tutor.events import Event
    from tutor.memory.keeping import Kept

MORNING = datetime(2026, 1, 5, 8, tzinfo=UTC)
FIRST_DAY = MORNING.toordinal()
RIGHT = ("right in the middle", "the slope at x = ")  # how the right option of a choice begins


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return its output as JSON."""
        return json.loads(self.out)


class Student(StringIO):
    """Standard input that looks at the screen: right with chance `knows`, else wrong or ignorant."""

    def __init__(self, screen: StringIO, chance: Random, knows: float) -> None:
        super().__init__()
        self.screen, self.chance, self.knows = screen, chance, knows
        self.read_to = 0

    def readline(self, size: int = -1, /) -> str:
        """Answer the last prompt on the screen."""
        del size
        shown = self.screen.getvalue()
        text, self.read_to = shown[self.read_to :], len(shown)
        *_, prompt = text.strip().splitlines()
        known = self.chance.random() < self.knows
        match prompt.partition(" ")[0].rstrip(":"):
            case "choose":
                return f"{self._option(text, known=known)}\n"
            case "type":
                return "0.25\n" if known else "0.5\n"
            case "grade":
                return "3\n" if known else "1\n"
            case _:
                return "\n"

    def _option(self, text: str, *, known: bool) -> int:
        """Return the number of the right option, or of another one."""
        if "steepest in the middle." in text or "steepest at the ends." in text:
            right = 1 if "steepest in the middle." in text else 2
            return right if known else 3 - right
        options = [line for line in text.splitlines() if line[1:3] == ") "]
        right = next((place for place, line in enumerate(options, 1) if line[3:].startswith(RIGHT)), 1)
        return right if known else right % max(1, len(options)) + 1  # after a hint the options are not told again


@dataclass(slots=True)
class Life:
    """A home and a course, and the moment that is now; it lives on, hence not frozen."""

    root: Path
    chance: Random
    knows: float = 0.85
    now: datetime = MORNING
    student: type[Student] = Student
    suspended: set[str] = field(default_factory=set)

    def begin(self, cards: int) -> Life:
        """Write a course of `cards` cards."""
        write_course(self.root / "content", cards)
        return self

    @property
    def day(self) -> int:
        """Return the study day: rollover at 04:00."""
        return (self.now - timedelta(hours=4)).toordinal()

    def wake(self, day: int) -> None:
        """Go to the morning of a day of this life, from 0."""
        self.now = MORNING + timedelta(days=day)

    def tutor(self, *words: str) -> Said:
        """Run a command as if typed."""
        out, err = StringIO(), StringIO()
        self.now += timedelta(seconds=20)
        with self._world(self.student(out, self.chance, self.knows)), redirect_stdout(out), redirect_stderr(err):
            code = run(words)
        return Said(code, out.getvalue(), err.getvalue())

    @contextmanager
    def _world(self, student: Student) -> Iterator[None]:
        mine = {
            "TUTOR_HOME": str(self.root / "home"),
            "TUTOR_CONTENT": str(self.root / "content"),
            "TUTOR_NOW": self.now.isoformat(),
            "TUTOR_LANG": "en",
            "TUTOR_SEED": str(self.day),
        }
        before, stdin = dict(os.environ), sys.stdin
        os.environ |= mine
        sys.stdin = student
        try:
            yield
        finally:
            sys.stdin = stdin
            for name in mine:
                os.environ.pop(name)
            os.environ |= {name: before[name] for name in mine if name in before}

    def look(self, into: Callable[[Journal], Any]) -> Any:
        """Open the journal and look into it."""
        path = self.root / "home" / JOURNAL
        with closing(Journal(path, "", lambda: 0, lambda: "0" * 32)) as journal:
            return into(journal)

    def states(self) -> dict[str, Kept]:
        """Return every cached card state."""
        return self.look(lambda journal: dict(states.read_all(journal.connection)))

    def events(self, day: int) -> list[Event]:
        """Return the events of a study day, in the order in which they were recorded."""
        find = f"SELECT {history.COLUMNS} FROM events WHERE day = ? ORDER BY seq"
        return self.look(lambda journal: [history.from_row(row) for row in journal.connection.execute(find, (day,))])
