"""Events for tests: short hands, and histories drawn by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from tutor.events import Event

TODAY = 740_000  # a study day of the year 2027
KINDS = ("answered", "practised", "suspended", "resumed", "buried", "reset", "rescheduled", "seeded", "step", "later")
REASONS = ("again", "quiz", "ask", "cram", "pretest", "game", "generated", "unheard-of")


def event(number, kind, on=TODAY, card="c", instant=None, **body):
    """Make event `number` on study day `on`: later numbers are later in history."""
    return Event(f"{number:032x}", "here", number * 1000 if instant is None else instant, on, kind, card, body)


def answered(number, grade, day=TODAY, due=None, **body):
    return event(number, "answered", day, grade=grade, due=day + 5 if due is None else due, **body)


def undone(number, target, day=TODAY, card="c"):
    return event(number, "undone", day, card, event=f"{target:032x}")


@st.composite
def bodies(draw, kind):
    day = st.integers(TODAY - 5, TODAY + 30)
    body = {"grade": draw(st.integers(1, 4)), "due": draw(day)}
    if draw(st.integers(0, 9)) == 0:
        name = draw(st.sampled_from(("grade", "due", "guessed", "weights", "reason", "until", "stability", "day")))
        body[name] = draw(st.sampled_from((None, 0, 5, 2.0, True, "3", -1, 10**7, [], 1e300)))
    if draw(st.booleans()) and kind in {"answered", "regraded"}:
        body["guessed"] = draw(st.booleans())
    if kind == "practised":
        body["reason"] = draw(st.sampled_from(REASONS))
    if kind == "buried":
        body["until"] = draw(day)
    if kind == "seeded":
        body |= {"stability": draw(st.floats(0, 300)), "difficulty": draw(st.floats(0, 11)), "day": draw(day)}
        body["source"] = draw(st.sampled_from(("notes", "anki")))
    return body


@st.composite
def histories(draw, cards=("c",), most=14, *, forward=False):
    """Draw events in order of their numbers; instants and days may go backwards unless `forward`."""
    events = []
    day = TODAY
    for number in range(1, draw(st.integers(0, most)) + 1):
        day = day + draw(st.integers(0, 3)) if forward else draw(st.integers(TODAY - 3, TODAY + 3))
        instant = number * 1000 if forward else draw(st.integers(0, 6))
        card = draw(st.sampled_from(cards))
        kind = draw(st.sampled_from((*KINDS, "answered", "answered", "practised", "undone", "undone", "regraded")))
        body = draw(bodies(kind))
        if kind in {"undone", "regraded"}:
            body["event"] = f"{draw(st.integers(1, most)):032x}"
        events.append(event(number, kind, day, card, instant, **body))
    return events
