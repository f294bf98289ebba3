"""Real review sessions killed with SIGKILL at random moments: no answer whose verdict was shown may be lost.

A typist answers through pipes as fast as the program asks; a timer kills the process somewhere between
its start and its end. Afterwards the journal must hold every answer after which a further line was read,
at most the one answer more that was on its way, and nothing else; card states must equal the fold.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from threading import Timer
from typing import TYPE_CHECKING

from tests.bench.course import write_course
from tests.soak.doctor import disagreement
from tutor.cli.desk import JOURNAL
from tutor.store import history
from tutor.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
START = datetime(2026, 1, 5, 8, tzinfo=UTC)
CARDS = 240
EARLIEST, LATEST = 0.05, 0.75  # seconds after the start at which a session is killed
EXAMINED_EVERY = 5  # kills between two comparisons of all card states with the fold
SETTINGS = "new_per_day = 40\nreviews_per_day = 200\n"
REPLIES = {"choose": "1", "type": "1", "grade": "3", "enter": ""}  # by the first word of a prompt
ANSWERS = frozenset({"choose", "type", "grade"})


@dataclass(slots=True)
class Typed:
    """What a typist sent that is an answer, in order, and how many of these were replied to."""

    answers: list[str] = field(default_factory=list)
    replied: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """One killed session: answers sent, replied to and found in the journal; `fault` is "" when all is well."""

    sent: int
    replied: int
    found: int
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Learner:
    """A home and a course for sessions that will be killed."""

    root: Path

    def prepare(self) -> Learner:
        """Write the course and the settings."""
        write_course(self.root / "content", CARDS)
        (self.root / "home").mkdir()
        (self.root / "home" / "config.toml").write_text(SETTINGS, encoding="utf-8")
        return self

    def environment(self, day: int) -> dict[str, str]:
        """Return what a process needs to know on the given day of this life."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TUTOR_")}
        mine = {"TUTOR_HOME": str(self.root / "home"), "TUTOR_CONTENT": str(self.root / "content"), "TUTOR_LANG": "en"}
        return kept | mine | {"TUTOR_NOW": (START + timedelta(days=day)).isoformat(), "PYTHONPATH": str(ROOT)}

    @property
    def journal(self) -> Path:
        """Return the journal's place."""
        return self.root / "home" / JOURNAL


def kill_sessions(learner: Learner, kills: int, seed: int) -> Iterator[Outcome]:
    """Kill `kills` sessions, one a day; yield what became of each."""
    chance = Random(seed)
    known = 0
    for day in range(kills):
        typed = killed_session(learner, day, chance.uniform(EARLIEST, LATEST))
        recorded = recorded_answers(learner, known)
        known += len(recorded)
        fault = compare(typed, recorded)
        if day % EXAMINED_EVERY == 0 or day == kills - 1:
            fault = fault or disagreement(learner.journal)
        yield Outcome(len(typed.answers), typed.replied, len(recorded), fault)


def killed_session(learner: Learner, day: int, delay: float) -> Typed:
    """Answer a real session until a timer kills it `delay` seconds after its start; return what was typed."""
    typed = Typed()
    words = (sys.executable, "-m", "tutor", "review", "--plain")
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=learner.environment(day), bufsize=0
    ) as process:
        timer = Timer(delay, process.kill)
        timer.start()
        try:
            _answer_all(process, typed)
        finally:
            timer.cancel()
            process.kill()
    return typed


def _answer_all(process: subprocess.Popen[bytes], typed: Typed) -> None:
    """Reply to every prompt until the process is gone."""
    assert process.stdin
    assert process.stdout
    for line in process.stdout:
        typed.replied = len(typed.answers)  # whatever is read now came after the last answer
        text = line.decode().strip()
        word = text.partition(" ")[0].rstrip(":")
        if not text.endswith(">") or word not in REPLIES:
            continue
        if word in ANSWERS:
            typed.answers.append(f"{word} {REPLIES[word]}")
        try:
            process.stdin.write(f"{REPLIES[word]}\n".encode())
        except BrokenPipeError:
            return


def recorded_answers(learner: Learner, known: int) -> list[str]:
    """Return the answers in the journal behind the first `known`, as they were typed."""
    if not learner.journal.exists():
        return []
    with closing(opened(learner.journal)) as journal:
        rows = journal.connection.execute(
            f"SELECT {history.COLUMNS} FROM events WHERE kind IN ('answered', 'practised') ORDER BY seq"
        ).fetchall()
    return [_as_typed(history.from_row(row).body) for row in rows[known:]]


def _as_typed(body: dict[str, object]) -> str:
    if body["kind"] == "flash":
        return f"grade {body['grade']}"
    if "given" in body:
        return f"type {body['given']}"
    return f"choose {','.join(str(place + 1) for place in body['chosen'])}"


def compare(typed: Typed, recorded: list[str]) -> str:
    """Return what is wrong with a journal that holds `recorded` after `typed`, "" when nothing is."""
    if len(recorded) < typed.replied:
        return f"lost: {typed.replied} answers were replied to, {len(recorded)} are kept"
    if recorded != typed.answers[: len(recorded)]:
        return f"other answers are kept than were typed: {recorded} instead of {typed.answers}"
    return ""


def opened(path: Path) -> Journal:
    """Open a journal to look into it."""
    return Journal(path, "", lambda: 0, lambda: "0" * 32)
