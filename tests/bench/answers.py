"""One answer and one queue at a large home, in turns with Anki's backend on the same disk."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.home import home_of
from tests.bench.rounds import Row, middle, spread
from tests.bench.starts import LARGE
from tutor.cli import environment
from tutor.cli.desk import open_desk
from tutor.cli.host import SessionHost
from tutor.cli.plan import Wanted, entries
from tutor.questions.answers import Chosen, Typed
from tutor.sessions.flow import start
from tutor.sessions.inputs import Grade, Next, Reveal
from tutor.sessions.model import Judged, Settings
from tutor.ui.plain import perform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.home import Home
    from tutor.cli.desk import Desk
    from tutor.questions.showing import Showing
    from tutor.sessions.inputs import Input
    from tutor.sessions.model import Session

PEER = Path(__file__).with_name("anki_peer.py")
ANKI = "TUTOR_BENCH_ANKI"  # an interpreter that has the package `anki`
ANSWERS = 50  # of each, a round: a session
GOOD = Grade(3)
NAMES: dict[str, tuple[str, str, float | None]] = {
    "answer": ("one answer: graded, scheduled, durable", "Anki `answer_card`", 1),
    "turn": ("the same and the next card drawn", "Anki next card, its outcomes, `answer_card`", None),
    "queue": ("due queue, 100 000 cards", "Anki first `get_queued_cards`", 1),
}
NO_ANKI = "Anki is not installed here (extra `test`, or name an interpreter that has it in TUTOR_BENCH_ANKI)"


class Anki:
    """Anki's backend in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._line()

    def seconds(self, wish: str) -> tuple[float, ...]:
        """Return how long one `answer` and its whole turn, or the first `queue` took."""
        assert self.process.stdin
        self.process.stdin.write(f"{wish}\n")
        self.process.stdin.flush()
        return tuple(int(number) * 1e-9 for number in self._line().split())

    def _line(self) -> str:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "Anki's process ended"
        return line.strip()


@contextmanager
def anki(folder: Path, cards: int) -> Iterator[Anki | None]:
    """Start Anki's backend on a collection of `cards` cards; None when it is not installed."""
    interpreter = os.environ.get(ANKI) or (sys.executable if find_spec("anki") else "")
    if not interpreter:
        yield None
        return
    words = (interpreter, str(PEER), str(folder / f"anki-{cards}.anki2"), str(cards))
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Anki(process)
        assert process.stdin
        process.stdin.close()


@contextmanager
def desk_in(home: Home) -> Iterator[Desk]:
    """Open the desk of `home`, as a command does."""
    os.environ |= home.environment
    made = environment.make(home=None, content=None, lang=None, plain=True, no_color=True)
    with open_desk(made, write=True) as desk:
        yield desk


def answer_seconds(session: Session, host: SessionHost) -> tuple[Session, tuple[float, float]]:
    """Answer the card on the screen; return the session at its next card and the times to verdict and next card."""
    given = right_answer(session.phase.showing)
    before = time.perf_counter()
    session = perform(perform(session, host, Reveal()), host, given) if given == GOOD else perform(session, host, given)
    taken = time.perf_counter() - before
    session = perform(session, host, Next()) if isinstance(session.phase, Judged) else session
    return session, (taken, time.perf_counter() - before)


def right_answer(showing: Showing) -> Input:
    """Return what answers the question well: a missed card would come back and be practised."""
    if showing.options:
        return Chosen(showing.right_options)
    return GOOD if showing.expected is None else Typed(str(showing.expected))


def queue_seconds(home: Home) -> float:
    """Return the time from an open desk to a session's cards, read and in order."""
    with desk_in(home) as desk:
        before = time.perf_counter()
        found = entries(desk, Wanted(), "bench")
        taken = time.perf_counter() - before
    assert found
    return taken


def answering(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure answers and queues of both programs by turns."""
    home = home_of(LARGE, folder)
    mine: dict[str, list[float]] = {"answer": [], "turn": [], "queue": []}
    peer: dict[str, list[float]] = {"answer": [], "turn": [], "queue": []}
    with anki(folder, LARGE) as backend:
        for _ in range(rounds):
            mine["queue"].append(queue_seconds(home))
            _keep(mine, _answers(home))
            if backend is not None:
                peer["queue"] += backend.seconds("queue")
                _keep(peer, [backend.seconds("answer") for _ in range(ANSWERS)])
    return tuple(_row(*NAMES[key], tuple(mine[key]), tuple(peer[key])) for key in NAMES)


def _keep(times: dict[str, list[float]], taken: list[tuple[float, ...]]) -> None:
    for answer, turn in taken:
        times["answer"].append(answer)
        times["turn"].append(turn)


def _answers(home: Home) -> list[tuple[float, ...]]:
    """Return the times of some answers in a session of cards that were due; what follows the first is warm."""
    with desk_in(home) as desk:
        host = SessionHost(desk)
        desk.journal.make_ready()  # as a session does
        session = start(entries(desk, Wanted(limit=ANSWERS + 1), "bench"), Settings(seed="bench"), host.now())
        times: list[tuple[float, ...]] = []
        for _ in range(ANSWERS + 1):
            session, taken = answer_seconds(session, host)
            times.append(taken)
        _take_back(desk, len(times))
    return times[1:]


def _take_back(desk: Desk, answers: int) -> None:
    """Undo a round's answers, so that the next one finds as many cards due."""
    for _ in range(answers):
        desk.journal.undo(desk.day)


def _row(name: str, floor: str, budget: float | None, mine: tuple[float, ...], peer: tuple[float, ...]) -> Row:
    if not peer:
        return Row(name, middle(mine), note=f"{spread(mine)}; {NO_ANKI}")
    return Row(name, middle(mine), floor, middle(peer), budget, f"{spread(mine)} against {spread(peer)}")
