"""Random lines against real sessions, course files with random damage, random expressions: nothing may break.

Every trial runs in a fork with an alarm, so that a crash or a hang of one is a finding and not the end.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.questions import cards
from tests.soak.doctor import disagreement
from tests.soak.life import MORNING, Life, Student
from tutor.activations.expression import calculate
from tutor.cli.desk import JOURNAL
from tutor.errors import TutorError
from tutor.questions.answers import Typed, Unreadable
from tutor.questions.grading import judge
from tutor.questions.showing import draw
from tutor.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import StringIO

    Trial = Callable[[Path, int], str]

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds for one trial
SESSIONS, LINES = 6, 80  # of one learner; lines of one session
EXPRESSIONS = 300  # of one trial
ANSWERS = 100  # of one trial, each to four cards
MARKS = (
    "|",
    "|x|",
    "ˣ",
    "⁻ˣ",
    "cosh(",
    "sech²(",
    "y =",
    "if",
    "ln x",
    "2x",
    "\ud800",
    "\u200b",
    "\x1b[A",
    "saturation",
    "梯度消失",
    "和",
)
SLOW = 0.2  # seconds an expression may take (design, section 6)
# fmt: off
WORDS = (
    "", "", "", "0", "1", "2", "3", "4", "b", "bd", "1 2", "0.25", "-1e5", "1/4", "¼", "２", "：u", ":s", "u", "r", "s", "i",
    "?", "l", "!", "! odd", "-", "@", "g", "e", "y", "q?", "9" * 500, "\x1b[2J", "[bold]x[/]", "饱和", "\u202e", "\x00", "x*σ(x)",
)
TOKENS = (
    "x", "a", "e", "pi", "inf", "sigmoid", "tanh", "relu", "gelu", "silu", "σ", "Φ", "phi", "softmax", "max", "argmax", "E",
    "limit", "root", "range", "sqrt", "exp", "log", "′", "''", "'", "(", ")", "(", ")", "[", "]", ",", "+", "-", "−", "*", "×",
    "/", "^", "**", "==", "<", "<=", "=", "0", "1", "2.5", "1e308", "1e-320", "10⁻⁵", "½", "²", "9" * 30, ";", ":", "->", "…",
    "b=1", "β=2", "alpha", "_", "__class__", "lambda", "import", " ", "  ", "\n", "\\", '"', "{", "}", "%", "!", "∞", "·",
)
JUNK = (b"\t", b"\xff\xfe", b"{" * 40, b"[", b'"', b"'", b": ", b"\n- ", b"&a *a", b"!!x", b"\x00", b"")
# fmt: on


class Monkey(Student):
    """Standard input that types anything, and leaves at last."""

    def __init__(self, screen: StringIO, chance: Random, knows: float) -> None:
        super().__init__(screen, chance, knows)
        self.lines = chance.randint(1, LINES)

    def readline(self, size: int = -1, /) -> str:
        """Type something; what helps now and then, so that a session gets on."""
        if self.lines == 0:
            return self.chance.choice(("", "q\n", ":q\n"))
        self.lines -= 1
        if self.chance.random() < 0.5:
            return super().readline(size)
        return f"{self.chance.choice(WORDS)}\n"


def sessions(folder: Path, seed: int) -> str:
    """Let a monkey hold some sessions, with a clock that jumps both ways and commands between them."""
    chance = Random(seed)
    life = Life(folder, chance, student=Monkey).begin(60)
    for _ in range(SESSIONS):
        life.now = MORNING + timedelta(hours=chance.randint(-2000, 2000))
        for words in (("--plain", "review"), (chance.choice(("undo", "redo", "due", "cards", "doctor")),)):
            said = life.tutor(*words)
            if said.code not in {0, 1} or (said.code == 1 and words != ("doctor",)):
                return f"{words} ended with {said.code}: {said.err}"
        wrong = disagreement(folder / "home" / JOURNAL)
        if wrong:
            return wrong
    return ""


def course(folder: Path, seed: int) -> str:
    """Damage one file of the real course; the cards of all others must be there, and nothing may raise."""
    chance = Random(seed)
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    library = Library.open(folder / "home" / "library.sqlite3", content, "fuzz")
    library.refresh()
    files = sorted(content.rglob("*.yaml"))
    for _ in range(3):
        path = chance.choice(files)
        others = _cards(library, path.relative_to(content).as_posix())
        whole = path.read_bytes()
        path.write_bytes(damaged(whole, chance))
        library.refresh()
        lost = others - _cards(library, "")
        path.write_bytes(whole)
        if lost:
            return f"damage to {path.name} lost cards of other files: {sorted(lost)[:3]}"
    library.refresh()
    library.close()
    return ""


def _cards(library: Library, but: str) -> set[str]:
    """Return the ids of all cards that are not in the file `but`."""
    return {card for (card,) in library.connection.execute("SELECT id FROM cards WHERE file <> ?", (but,))}


def damaged(data: bytes, chance: Random) -> bytes:
    """Return a file with one to five pieces cut, doubled, moved or put in."""
    for _ in range(chance.randint(1, 5)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((1, 1, 3, 30, 300, 5000)))
        piece = data[start:end]
        junk = chance.choice((piece * 2, *JUNK))
        data = data[:start] + junk + data[end:]
    return data


def expressions(folder: Path, seed: int) -> str:
    """Evaluate token soup: a number, a truth, or a sentence about what is wrong, within the time allowed."""
    del folder
    chance = Random(seed)
    calculate("sigmoid'(1)")  # numpy is loaded
    for _ in range(EXPRESSIONS):
        text = "".join(chance.choice(TOKENS) for _ in range(chance.choice((2, 5, 9, 20, 60))))
        before = time.perf_counter()
        try:
            calculate(text)
        except TutorError as error:
            str(error)
        taken = time.perf_counter() - before
        if taken > SLOW:
            return f"{text!r} took {taken:.2f} s"
    return ""


def answers(folder: Path, seed: int) -> str:
    """Judge what a monkey types on cards of every typed kind: a verdict or a hint that can be printed, in time."""
    del folder
    chance = Random(seed)
    showings = [
        draw(card, seed)
        for card in (cards.numeric(), cards.formula(), cards.formula("2*sigmoid(2*x)-1"), cards.cloze())
    ]
    judge(showings[1], Typed("x"))  # numpy is loaded
    for _ in range(ANSWERS):
        text = "".join(chance.choice((*TOKENS, *WORDS, *MARKS)) for _ in range(chance.choice((1, 2, 4, 9, 25, 80))))
        for showing in showings:
            before = time.perf_counter()
            found = judge(showing, Typed(text))
            taken = time.perf_counter() - before
            if taken > 5 * SLOW:
                return f"{text!r} took {taken:.2f} s"
            facts = found.facts if isinstance(found, Unreadable) else dict(found.facts)
            if not all(fact.isprintable() for fact in facts.values()):
                return f"{text!r} leaves {dict(facts)} to be printed"
    return ""


TRIALS: dict[str, Trial] = {"sessions": sessions, "course": course, "expressions": expressions, "answers": answers}


def guarded(trial: Trial, seed: int) -> str:
    """Run a trial in a fork; return its fault, what it raised, or how it died."""
    with tempfile.TemporaryDirectory() as folder:
        finding = Path(folder) / "finding"
        child = os.fork()
        if child == 0:
            _run(trial, Path(folder) / "trial", seed, finding)
        status = os.waitpid(child, 0)[1]
        if finding.exists():
            return finding.read_text(encoding="utf-8")
        return f"died with status {status}"


def _run(trial: Trial, folder: Path, seed: int, finding: Path) -> None:
    try:
        signal.alarm(PATIENCE)
        folder.mkdir()
        try:
            told = trial(folder, seed)
        except Exception:  # noqa: BLE001 - whatever it raises is the finding
            told = traceback.format_exc()
        finding.write_text(told, encoding="utf-8", errors="backslashreplace")
    finally:
        sys.stdout = sys.stderr = None  # type: ignore[assignment]
        os._exit(0)


def findings(rounds: int, seed: int) -> dict[str, list[str]]:
    """Run every kind of trial `rounds` times; return the faults by kind."""
    found: dict[str, list[str]] = {}
    for name, trial in TRIALS.items():
        told = [(number, guarded(trial, number)) for number in range(seed, seed + rounds)]
        found[name] = [f"{name}, seed {number}: {fault}" for number, fault in told if fault]
    return found
