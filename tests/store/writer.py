"""A process that answers cards as fast as it can and tells each verdict once the journal has it.

Run as `python -m tests.store.writer FOLDER DAY CARD…`; it goes round the cards until it is killed, or
once with `--once`. A line is: event id, kind, card.
"""

from __future__ import annotations

import secrets
import sys
import time
from itertools import cycle
from pathlib import Path

from tests.store.homes import answer, opened


def main(folder, day, *cards):
    once = cards[0] == "--once"
    with opened(Path(folder), clock=lambda: time.time_ns() // 1000, new_id=lambda: secrets.token_hex(16)) as journal:
        for card in cards[1:] if once else cycle(cards):
            done = journal.record(answer(card, due=int(day) + 3), int(day))
            print(done.event.id, done.event.kind, card, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
