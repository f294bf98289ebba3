"""Anki's backend as a process that answers commands with nanoseconds: `queue`, `answer`, one per line.

Run by path with an interpreter that has the package `anki`; it imports nothing of this project.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from anki.collection import AddNoteRequest, Collection
from anki.scheduler_pb2 import CardAnswer

AT_ONCE = 5000
DUE_SHARE = 0.03
MAKE_REVIEWS = """UPDATE cards SET type = 2, queue = 2, reps = 4, factor = 2500, ivl = 30 + id % 300,
    due = CASE WHEN abs(random() % 1000) < ? THEN ? - abs(random() % 5) ELSE ? + 1 + abs(random() % 300) END,
    data = '{"s":' || (30 + id % 300) || ',"d":5.0,"dr":0.9}'"""


def collection(path: Path, cards: int) -> Collection:
    """Open a copy of a collection of `cards` review cards with FSRS on; 3 % of them are due."""
    used = path.with_name(f"used-{path.name}")
    if not path.exists():
        make(path, cards)
    shutil.copy(path, used)
    return Collection(str(used))


def make(path: Path, cards: int) -> None:
    """Make the collection."""
    col = Collection(str(path))
    col.set_config("fsrs", val=True)
    kind = col.models.by_name("Basic")
    for start in range(0, cards, AT_ONCE):
        notes = []
        for number in range(start, min(start + AT_ONCE, cards)):
            note = col.new_note(kind)
            note["Front"], note["Back"] = f"Question {number}: where is the curve steepest?", "in the middle"
            notes.append(AddNoteRequest(note, 1))
        col.add_notes(notes)
    config = col.decks.config_dict_for_deck_id(1)
    config["rev"]["perDay"] = config["new"]["perDay"] = 9999
    col.decks.update_config(config)
    today = col.sched.today
    col.db.execute(MAKE_REVIEWS, int(DUE_SHARE * 1000), today, today)
    col.close()


def first_queue(col: Collection) -> tuple[Collection, int]:
    """Return the collection opened anew, and the time of its first queue."""
    col.close()
    col = Collection(col.path)
    before = time.perf_counter_ns()
    queued = col._backend.get_queued_cards(fetch_limit=1, intraday_learning_only=False)
    after = time.perf_counter_ns()
    assert queued.cards
    return col, after - before


def one_answer(col: Collection) -> tuple[int, int]:
    """Fetch the next card and answer it with Good; return the time of `answer_card` and of the whole turn.

    The four outcomes are computed when the card is fetched.
    """
    start = time.perf_counter_ns()
    (queued,) = col._backend.get_queued_cards(fetch_limit=1, intraday_learning_only=False).cards
    card = col.get_card(queued.card.id)
    card.start_timer()
    given = col.sched.build_answer(card=card, states=queued.states, rating=CardAnswer.GOOD)
    before = time.perf_counter_ns()
    col.sched.answer_card(given)
    end = time.perf_counter_ns()
    return end - before, end - start


def main() -> None:
    """Serve commands until the end of input."""
    col = collection(Path(sys.argv[1]), int(sys.argv[2]))
    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() == "queue":
            col, took = first_queue(col)
            print(took, flush=True)
        else:
            print(*one_answer(col), flush=True)
    col.close()


main()
