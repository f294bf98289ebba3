"""Quizzes in a real terminal: random learners answer rightly, wrongly and absurdly at several sizes, in both languages.

Nothing may crash, no screen may overflow its terminal, and the score must be what the learner counted.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import cycle
from random import Random
from typing import TYPE_CHECKING

import pexpect
import pyte
from wcwidth import wcwidth

from tests.soak.kills import ROOT
from tests.soak.seated import CALLS
from tutor.cli.desk import JOURNAL
from tutor.text.words import say
from tutor.ui.blessed_terminal import ESCAPE_WAIT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES = ((24, 80), (40, 120), (24, 40))  # rows, columns
PATIENCE = 30  # seconds after which a program that says nothing has failed
TRIES = 60  # calls before a program that does not answer has failed
MOST_KEYS = 600  # keys after which a quiz that does not end has failed
TITLE = "\x1b\\]2;[^\x07]*\x07"
ABSURD = (
    "7",
    "９",
    "k",
    "%",
    "\x1b[5~",
    "\x1b[Z",
    "\x1b[200~1\n2\n3\x1b[201~",
    "\x1b[200~" + "9" * 10_000 + "\x1b[201~",
)
NONSENSE = (
    "?!",
    "((((",
    "2^9^9^9^9^9",
    "σ(",
    "1/0",
    "𓀀",
    "x" * 3000,
    "\x1b[200~1\n\t2\x1b[201~",
    "Infinity",
    "　",
    "９9９9",
)
SIDEWAYS = ("l", "p", "i", "?", "\x1b[6~", "\x1b[5~", "!问 q?\r")  # nothing here answers


class Screen(pyte.Screen):
    """A screen that notices what runs over its right edge or scrolls it."""

    faults: list[str]

    def draw(self, data: str) -> None:
        """Draw, but never past the edge."""
        for char in data:
            cells = max(0, wcwidth(char))
            if self.cursor.x + cells > self.columns:
                self.faults.append(f"past the right edge in row {self.cursor.y + 1}: {char!r}")
            super().draw(char)

    def index(self) -> None:
        """Move down; from the last row this scrolls."""
        if self.cursor.y >= self.lines - 1:
            self.faults.append("the screen scrolled")
        super().index()


@dataclass
class Learner:
    """One learner at one quiz: what was seen, what was counted, what went wrong."""

    home: Path
    seed: int
    faults: list[str] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)  # what was answered, in order, and still stands
    calls: Iterator[str] = field(default_factory=lambda: cycle(CALLS.values()))

    def __post_init__(self) -> None:
        """Choose size, language and manners by the seed."""
        self.luck = Random(self.seed)
        self.size = SIZES[self.seed % 3]
        self.language = ("zh", "en", "both")[self.seed // 3 % 3]
        self.exam, self.recorded = self.seed % 5 == 4, self.seed % 7 != 6
        self.screen = Screen(self.size[1], self.size[0])
        self.screen.faults = self.faults
        self.stream = pyte.Stream(self.screen)

    def start(self, n: int) -> None:
        """Start the quiz."""
        words = ["--home", str(self.home), "--lang", self.language, "quiz", "-n", str(n), "--seed", str(self.seed)]
        words += ["--exam"] * self.exam + ["--no-record"] * (not self.recorded)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TUTOR_")}
        kept |= {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT)} | ({"NO_COLOR": "1"} if self.seed % 4 == 3 else {})
        self.child = pexpect.spawn(
            sys.executable, ["-m", "tests.soak.seated", *words], dimensions=self.size, encoding="utf-8",
            env=kept, timeout=PATIENCE, cwd=str(ROOT), echo=False,
        )  # fmt: skip

    def sees(self) -> dict:
        """Call until the program, having read every key, answers this call; return what it waits for.

        A call that comes before a question is drawn is forgotten with all other keys, and made again.
        """
        call, found = next(self.calls), {}
        for _ in range(TRIES):
            self.child.send(call)
            while self.child.expect([TITLE, pexpect.TIMEOUT], timeout=0.3) == 0:
                self.stream.feed(self.child.before)
                found = json.loads(self.child.after[4:-1])
                if found["call"] == call:
                    return found
        msg = f"no answer, last {found}"
        raise pexpect.TIMEOUT(msg)

    def key(self, keys: str) -> dict:
        """Press keys and return what the program waits for then."""
        self.child.send(keys)
        if keys.endswith("\x1b"):  # what follows at once would be part of a sequence
            self.child.expect([pexpect.TIMEOUT], timeout=2 * ESCAPE_WAIT)
        return self.sees()

    @property
    def text(self) -> str:
        """Return what is on the screen."""
        return "\n".join(row.rstrip() for row in self.screen.display)

    def run(self, n: int) -> Learner:
        """Take the whole quiz; say what went wrong."""
        self.start(n)
        try:
            self._take()
            self._score(n)
            self._leave()
            self._journal()
        except (pexpect.EOF, pexpect.TIMEOUT) as gone:
            self.faults.append(f"{type(gone).__name__}: {str(self.child.before)[-1500:]}")
        finally:
            self.child.close(force=True)
        return self

    def _take(self) -> None:
        now = self.sees()
        for _ in range(MOST_KEYS):
            if now["phase"] == "Scored":
                return
            now = self._turn(now)
        self.faults.append(f"no end: {now}")

    def _turn(self, now: dict) -> dict:
        match now["phase"]:
            case "Menu":
                return self.key("\r")
            case "Asking":
                return self._answer(now)
            case "Judged":
                return self._judged(now)
            case "Grading":
                return self.key("3")
            case _:
                return self.key(" ")

    def _answer(self, now: dict) -> dict:
        """Sometimes do something that is no answer, then answer; absurd lines may be judged, never rightly."""
        if self.luck.random() < 0.3:
            now = self._aside(now)
            if now["phase"] != "Asking":
                return now
        showing, wish = now["shown"], self.luck.choice(("right", "right", "wrong", "absurd", "unknown"))
        after = self._choose(now, wish) if "options" in now else self._type(now, wish)
        if after["phase"] == "Asking" and after["shown"] == showing:  # a hint: nothing was answered
            return self._unanswered(now, after)
        self.right.append(wish == "right")
        if after["phase"] == "Judged" and (after["grade"] > 1) != (wish == "right"):
            self.faults.append(f"{now['card']} {wish}: grade {after['grade']}\n{self.text}")
        return after

    def _aside(self, now: dict) -> dict:
        """Scroll, read help, write a report, change the size: the question must be the same afterwards."""
        after = now
        for keys in self.luck.sample(SIDEWAYS, 3):
            if after["typing"]:
                self.key("\x1b")  # leaves the field
            after = self.key(keys)
            while after.get("page", "card") != "card":
                after = self.key("\x1b")
        if self.luck.random() < 0.3:
            after = self._resized()
        if "typed" in after and not after["typing"] and now["kind"] != "flash":
            after = self.key("\r")  # back into the field
        if (after["phase"], after.get("card"), after["shown"]) != ("Asking", now["card"], now["shown"]):
            self.faults.append(f"{now['card']} was left by a key that answers nothing: {after}\n{self.text}")
        return after

    def _resized(self) -> dict:
        rows, columns = self.luck.choice(SIZES)
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)
        return self.sees()

    def _choose(self, now: dict, wish: str) -> dict:
        right, places = now["right"], range(1, now["options"] + 1)
        if wish == "absurd":
            return self.key(self.luck.choice(ABSURD))
        if wish == "unknown":
            return self.key("0")
        if not now["several"]:
            wrong = [place for place in places if place not in right]
            return self.key(str(right[0] if wish == "right" else self.luck.choice(wrong)))
        marked = right if wish == "right" else [place for place in places if (place in right) != (place == right[0])]
        for place in marked:
            self.key(str(place))
        return self.key("\r")

    def _type(self, now: dict, wish: str) -> dict:
        if now["kind"] == "flash":
            return self.key(" ")
        wrong = {"numeric": "-987654.5", "formula": "x^2 + 77", "cloze": "橘子 oranges"}[now["kind"]]
        text = {"right": now["typed"], "wrong": wrong, "absurd": self.luck.choice(NONSENSE), "unknown": ""}[wish]
        self.key("\x01\x0b" + text)
        after = self.key("\r")
        if wish == "unknown" and after["phase"] == "Asking" and after["shown"] == now["shown"]:
            after = self.key("\x01\x0b\r")
        return after

    def _unanswered(self, now: dict, after: dict) -> dict:
        """Clear the field after a hint; now and then put the question off."""
        if "typed" in now:
            after = self.key("\x01\x0b")
        return self.key("s") if now.get("several") and self.luck.random() < 0.1 else after

    def _judged(self, now: dict) -> dict:
        """Correct, take back, look around, or go on."""
        doing = self.luck.random()
        if doing < 0.15 and now["corrections"]:
            name = self.luck.choice(now["corrections"])
            after = self.key({"guessed": "g", "easy": "e", "disputed": "y"}[name])
            self.right[-1] = after["grade"] > 1
            if (after["grade"] > 1) != (name != "guessed"):
                self.faults.append(f"{now['card']} {name}: grade {after['grade']}")
        elif doing < 0.3:
            return self._taken_back(now)
        elif doing < 0.4:
            self.key(self.luck.choice("pl"))
        return self.key(self.luck.choice(" \r"))

    def _taken_back(self, now: dict) -> dict:
        """Undo; then redo, or answer the same question once more."""
        after = self.key("u")
        if (after["phase"], after.get("card")) != ("Asking", now["card"]):
            self.faults.append(f"undo of {now['card']} led to {after}")
        if self.luck.random() < 0.5:
            return self.key("\x12")  # redo
        self.right.pop()
        return after

    def _score(self, n: int) -> None:
        """Compare the score on the screen with the learner's own count."""
        right, flat = sum(self.right), "".join(self.text.split())
        told = [say("quiz.score", language, right=right, n=n) for language in ("zh", "en")]
        if not any("".join(sentence.split()) in flat for sentence in told):
            self.faults.append(f"not on the score screen: {told}\n{self.text}")
        if len(self.right) != n:
            self.faults.append(f"{len(self.right)} answers counted of {n}")

    def _leave(self) -> None:
        """Read some of the missed ones, then go; the program ends well."""
        now = self.key(" ")
        while now["phase"] == "Judged" and self.luck.random() < 0.8:
            now = self.key(" ")
        for _ in range(3):
            with suppress(pexpect.TIMEOUT):
                self.child.send("q")
                if self.child.expect([pexpect.EOF, TITLE]) == 0:
                    break
        self.child.close()
        if self.child.exitstatus != 0:
            self.faults.append(f"exit code {self.child.exitstatus}")

    def _journal(self) -> None:
        """Look whether the journal holds what was answered: as practice, or nothing at all."""
        with closing(sqlite3.connect(self.home / JOURNAL)) as journal:
            rows = journal.execute("SELECT id, kind, body FROM events ORDER BY seq DESC").fetchall()
        gone: set[str] = set()
        kinds: list[str] = []
        for name, kind, body in rows:
            if name not in gone and kind == "undone":  # of an answer, or of an undo
                gone.add(json.loads(body)["event"])
            elif name not in gone:
                kinds.append(kind)
        wanted = len(self.right) if self.recorded else 0
        if kinds.count("practised") != wanted or "answered" in kinds or (rows and not self.recorded):
            self.faults.append(f"the journal holds {kinds} after {len(self.right)} answers")


def quizzes_of(rounds: int, n: int, start: int, folder: Path) -> Iterator[Learner]:
    """Take so many quizzes of `n` questions, each in a home of its own."""
    for seed in range(start, start + rounds):
        home = folder / f"home-{seed}"
        home.mkdir()
        yield Learner(home, seed).run(n)
