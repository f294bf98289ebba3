"""Why a card comes and why on that day, in sentences: the same on the full screen, in lines and in JSON."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tutor.questions.generated import is_generated
from tutor.text.intervals import MONTH
from tutor.text.numbers import percent, significant
from tutor.text.words import say
from tutor.ui.phrases import GRADES, span

if TYPE_CHECKING:
    from tutor.memory.scheduling import Outcome
    from tutor.reports.why import Because, Why
    from tutor.text import Language

SHORTEST = 0.1  # days of stability that are told as they are


def now(why: Why, language: Language) -> tuple[str, ...]:
    """Return why the card comes now, or what it waits for."""
    return tuple(sentence(reason, why.card, language) for reason in why.reasons)


def sentence(reason: Because, card: str, language: Language) -> str:
    """Return one reason as a sentence."""
    days = span(round(reason.days, 1), language) if reason.days else ""
    title = reason.title.lines(language)[0] if reason.title else ""
    facts = {"days": days, "n": reason.n, "of": reason.of, "other": reason.card, "title": title, "card": card}
    if reason.name in {"buried", "rated_today", "not_yet", "overdue"} and reason.days == 1:
        return say(f"why.{reason.name}_one", language, **facts)
    return say(f"why.{reason.name}", language, **facts)


def memory(why: Why, language: Language) -> tuple[str, ...]:
    """Return last seen, stability, predicted recall and counts, a sentence each."""
    if is_generated(why.card):
        return (say("why.made", language),)
    if why.stability is None or why.recall is None or why.days_ago is None:
        return (say("why.never", language),)
    lasts = span(round(why.stability, 1), language) if why.stability >= SHORTEST else span(SHORTEST, language)
    ago = span(why.days_ago, language)
    return (
        say("why.seen", language, ago=ago) if why.days_ago else say("why.seen_today", language),
        say("why.stability", language, stability=lasts),
        say("why.recalled", language, recall=percent(why.recall)),
        say("why.counts", language, reviews=why.reviews, lapses=why.lapses),
    )


def interval(why: Why, language: Language) -> tuple[str, ...]:
    """Return what the next day is computed from: the recall wished for, lucky guesses, the spread of days."""
    rules = why.rules
    if rules is None:
        return ()
    told = [say("why.aim", language, wished=percent(rules.wished))]
    if rules.luck is not None:
        told.append(say("why.luck", language, luck=percent(rules.luck), aim=percent(rules.aim)))
    if rules.first < rules.last and not why.practice:
        key = "why.balanced" if rules.balanced else "why.fuzz"
        after = say("why.after_right" if why.judged else "why.after_good", language)
        told.append(say(key, language, after=after, days=_between(rules.first, rules.last, language)))
    return tuple(told)


def _between(first: int, last: int, language: Language) -> str:
    """Return two numbers of days, the unit said once while both are told in days."""
    low = str(first) if last < MONTH else span(first, language)
    return say("why.between" if last < MONTH else "why.between_spans", language, first=low, last=span(last, language))


def ladder(why: Why, language: Language) -> tuple[str, ...]:
    """Return the rung of an interview ladder, the question that heads it, and how deep it was climbed."""
    rung = why.rung
    if rung is None:
        return ()
    key = "why.depth" if rung.depth else "why.depth_none"
    climbed = () if rung.depth is None else (say(key, language, depth=rung.depth, of=rung.of),)
    if rung.headline is None:
        return (say("why.headline", language, of=rung.of), *climbed)
    headline = rung.headline.lines(language)[0]
    return (say("why.rung", language, rung=rung.rung, of=rung.of, headline=headline), *climbed)


def practice(why: Why, language: Language) -> str:
    """Return why no grade would move the memory."""
    if why.reason == "cram":
        return say("why.practice_cram", language)
    if why.stability is None:
        return say("why.practice_made" if is_generated(why.card) else "why.practice_unlearned", language)
    return say("why.practice", language)


def grades(why: Why, language: Language) -> tuple[tuple[str, str, str], ...]:
    """Return each grade with its key and what it would do; of a card that judges itself what each answer would do."""
    if why.practice:
        return ()
    found = zip(("1", "2", "3", "4"), GRADES, why.outcomes, strict=False)
    if why.judged:
        return tuple(
            ("", say(f"why.answer_{name}", language), does(outcome, language))
            for _, name, outcome in found
            if name != "hard"
        )
    return tuple((key, say(f"grade.{name}", language), does(outcome, language)) for key, name, outcome in found)


def does(outcome: Outcome, language: Language) -> str:
    """Return what one grade would do."""
    when, lasts = span(outcome.interval, language), span(float(significant(outcome.stability, 2)), language)
    day = date.fromordinal(min(outcome.due, date.max.toordinal())).isoformat()
    return say("why.grade_does", language, when=when, day=day, stability=lasts)


def told(why: Why, language: Language) -> tuple[str, ...]:
    """Return everything in lines of text."""
    lines = [*ladder(why, language), *now(why, language), *memory(why, language), *interval(why, language)]
    if why.practice:
        return (*lines, practice(why, language))
    key = "why.answer" if why.judged else "why.grade"
    return (*lines, *(say(key, language, grade=name, does=text) for _, name, text in grades(why, language)))
