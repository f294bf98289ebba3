"""Small pasts and small decks, written down where they are read."""

import numpy as np

from tests.reports.learner import write
from tutor.events import Event
from tutor.reports.all_cards import Cards
from tutor.store import answers
from tutor.store.journal import Journal
from tutor.syllabus.model import Item, Part
from tutor.text import Text

DAY = 740_000
PARTS = (
    Part(1, "one", Text("第一", "First"), (Item("1.1", Text("甲", "A")), Item("1.2", Text("乙", "B")))),
    Part(2, "two", Text("第二", "Second"), (Item("2.1", Text("丙", "C")),)),
    Part(3, "three", Text("第三", "Third"), (Item("3.1", Text("丁", "D")),)),
)


def answered(tmp_path, log):
    """Return the answers of a log of (days ago, card, grade), in the order in which they were given."""
    events = [
        Event(
            f"{place:032x}",
            "d",
            10**15 + place * 10**6,
            DAY - ago,
            "answered",
            card,
            {"grade": grade, "due": DAY - ago + 2},
        )
        for place, (ago, card, grade) in enumerate(log)
    ]
    with Journal(tmp_path / "journal.sqlite3", "d", lambda: 0, lambda: "") as journal:
        return answers.read(write(journal, events).connection)


def deck(*rows):
    """Return cards from (id, part, lesson, stability or None, days ago, {more}), in that order."""
    lessons = tuple(dict.fromkeys(row[2] for row in rows))
    more = [row[5] if len(row) > 5 else {} for row in rows]

    def column(name, default, kind=np.int64):
        return np.array([one.get(name, default) for one in more], dtype=kind)

    met = [row[3] is not None for row in rows]
    return Cards(
        lessons,
        tuple(row[0] for row in rows),
        np.array([row[1] for row in rows], dtype=np.int64),
        np.array([lessons.index(row[2]) for row in rows], dtype=np.int64),
        np.array([row[3] for row in rows], dtype=np.float64),
        np.where(met, column("difficulty", 5.0, np.float64), np.nan),
        last_day=np.array([DAY - row[4] if row[3] is not None else 0 for row in rows], dtype=np.int64),
        due=np.zeros(len(rows), np.int64),
        reviews=np.where(met, column("reviews", 1), 0),
        lapses=column("lapses", 0),
        suspended=column("suspended", False, np.bool_),
    )
