"""The memory that a history from elsewhere stands for: dates, a count or a mastery in the front matter of a note.

The history of a note is one for all its questions, so each of its cards begins with the same memory.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from tutor.events import Event
from tutor.memory.fields import MASTERED, Difficulty
from tutor.memory.fold import FROM_NOTE, LAST_DAY

if TYPE_CHECKING:
    from tutor.memory.written import Written

DEVICE = FROM_NOTE  # whose events the seeds are, whichever device read the note
DIFFICULTIES: dict[Difficulty, float] = {"easy": 2.1, "medium": 6.4, "hard": 8.8}  # FSRS difficulty, 1–10
MOST = 36_500  # days; the longest interval
EPOCH = 719_163  # 1970-01-01 as a proleptic ordinal
DAY, NOON = 86_400_000_000, 43_200_000_000  # microseconds

Body = dict[str, Any]


def seed_of(written: Written, today: int) -> Body | None:
    """Return the body of the `seeded` event for each card of a note, None when its fields tell no history.

    With a count and both dates S is the days between them, at least 1. With a mastery m only, S = 91^m − 1 days;
    the day of the last review is then the one that is written, else S days before the next review, else S
    days ago: the card is due today, since nobody knows whether it still holds. A difficulty that is not
    written is medium. A last review in the future was today.
    """
    last, due = written.last_reviewed, written.next_review
    if written.review_count and last is not None and due is not None:
        stability = float(min(max(1, due - last), MOST))
    elif written.mastery_level:
        stability = (MASTERED + 1) ** written.mastery_level - 1
        lasts = max(1, round(stability))
        last = last if last is not None else (due if due is not None else today) - lasts
        due = due if due is not None else last + lasts
    else:
        return None
    last = min(max(last, 1), today)
    body: Body = {"stability": stability, "difficulty": DIFFICULTIES[written.difficulty or "medium"]}
    body |= {"day": last, "due": min(max(due, last + 1), LAST_DAY), "source": DEVICE}
    return body | ({"reviews": written.review_count} if written.review_count else {})


def seeded(card: str, body: Body) -> Event:
    """Return the event that starts `card` with a memory.

    Its id and its instant (noon of its last day) follow from the card and the memory: two devices that read the
    same note write the same event, and it stands before every answer that was given since.
    """
    day: int = body["day"]
    name = blake2b(f"{DEVICE} {card} {day} {sorted(body.items())}".encode(), digest_size=16).hexdigest()
    return Event(name, DEVICE, (day - EPOCH) * DAY + NOON, day, "seeded", card, body)
