"""Today as lines of text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tutor.questions.template import fill
from tutor.reports.today import EVIDENCE
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.reports.today import Today
    from tutor.text import Language


def lines(today: Today, language: Language) -> tuple[str, ...]:
    """Return today's lines: what waits, how far each part is, what is weak, an idea, what to do next."""
    shown = [say("today.date", language, day=date.fromordinal(today.day).isoformat())]
    shown += _waiting(today, language)
    for part in (part for part in today.parts if part.cards):
        title = part.title.lines(language)[0]
        facts_of_part = {"number": part.number, "title": title, "met": part.met, "cards": part.cards}
        key = "today.part" if part.number else "today.own"
        shown.append(say(key, language, mastery=f"{part.mastery:.2f}", **facts_of_part))
    shown.append(say("today.studied", language, n=sum(today.studied), days=len(today.studied)))
    if today.met:
        shown.append(say("today.recall", language, n=round(today.recall), met=today.met))
    return (*shown, *_weakest(today, language), *_idea(today, language), *_next(today, language))


def _waiting(today: Today, language: Language) -> list[str]:
    """Return what waits and how long it takes."""
    facts = {"due": today.due, "new": today.new, "minutes": today.minutes}
    shown = [say("due.line" if today.waits else "due.nothing", language, **facts)]
    if today.waits and today.between and today.between[0] != today.between[1]:
        low, high = today.between
        shown.append(say("today.minutes_between", language, sessions=today.pace.sessions, low=low, high=high))
    elif today.waits and today.pace.answers < EVIDENCE:
        shown.append(say("today.no_pace", language))
    if today.waiting > today.due:
        shown.append(say("today.backlog", language, n=today.waiting))
    if not today.waits and today.all_met:
        shown.append(say("today.all_met", language))
    return shown


def _weakest(today: Today, language: Language) -> list[str]:
    told = [
        say("today.weak_one", language, title=one.title.lines(language)[0], mastery=f"{one.mastery:.2f}", n=one.answers)
        for one in today.weakest
    ]
    return [f"{say('today.weakest', language)}{'：' if language != 'en' else ': '}{' · '.join(told)}"] if told else []


def _idea(today: Today, language: Language) -> list[str]:
    thought = today.idea
    if thought is None:
        return []
    source = say("today.idea_from", language, title=thought.title.lines(language)[0])
    text = fill(thought.prose.wording, {}).lines(language)[0]
    rows = [f"  {row.strip()}" for row in text.split("\n") if row.strip()]
    return [f"{say(f'today.idea_{thought.kind}', language)} {source}", *rows]


def _next(today: Today, language: Language) -> list[str]:
    """Return what to do next."""
    shown: list[str] = []
    if today.waits:
        shown.append(say("today.next_review", language))
    elif today.question is not None and not today.question.done:
        shown.append(say("today.next_question", language, command=today.question.command))
    else:
        shown.append(say("today.next_tomorrow", language))
    if today.next is not None:
        lesson = today.next.lesson
        told = {"title": lesson.title.lines(language)[0], "minutes": str(lesson.minutes)}
        shown.append(f"{say(f'today.lesson_{today.next.reason}', language, **told)} (tutor learn {lesson.id})")
    if today.others:
        shown.append(say("today.others", language) + " · ".join(today.others))
    return shown
