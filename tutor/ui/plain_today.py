"""Today as lines of text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.reports.today import Today
    from tutor.text import Language


def lines(today: Today, language: Language) -> tuple[str, ...]:
    """Return today's lines: what waits, how far each part is, what to do next."""
    shown = [say("today.date", language, day=date.fromordinal(today.day).isoformat())]
    waits = today.due or today.new
    facts = {"due": today.due, "new": today.new, "minutes": today.minutes}
    shown.append(say("due.line" if waits else "due.nothing", language, **facts))
    if today.waiting > today.due:
        shown.append(say("today.backlog", language, n=today.waiting))
    for part in (part for part in today.parts if part.cards):
        title = part.title.lines(language)[0]
        facts_of_part = {"number": part.number, "title": title, "met": part.met, "cards": part.cards}
        shown.append(say("today.part", language, mastery=f"{part.mastery:.2f}", **facts_of_part))
    shown.append(say("today.studied", language, n=sum(today.studied), days=len(today.studied)))
    if today.met:
        shown.append(say("today.recall", language, n=round(today.recall), met=today.met))
    shown.append(say("today.next_review" if waits else "today.next_tomorrow", language))
    if today.next is not None:
        lesson = today.next.lesson
        told = {"title": lesson.title.lines(language)[0], "minutes": str(lesson.minutes)}
        shown.append(f"{say(f'today.lesson_{today.next.reason}', language, **told)} (tutor learn {lesson.id})")
    return tuple(shown)
