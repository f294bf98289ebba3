"""What happened to a card, told from its events: corrected, practised, early, taken back."""

import pytest

from tutor.events import Event
from tutor.memory.fold import fold
from tutor.reports.past import happenings, reviews_since_reset

DAY = 740_000


def event(number, day, kind="answered", **body):
    return Event(f"{number:032x}", "here", number * 10, DAY + day, kind, "c", body)


def told(*events):
    from tutor.memory.fold import fallen

    return happenings(events, fallen(events))


def test_first_answer_practice_and_an_early_one():
    """Good, due in 3 days; the same day once more; two days later, a day early, a miss."""
    first, again, early = told(
        event(1, 0, grade=3, due=DAY + 3, ms=4000),
        event(2, 0, grade=3, due=DAY + 9),
        event(3, 2, grade=1, due=DAY + 3, mistake="m"),
    )
    assert (first.kind, first.grade, first.interval, first.before, first.ms) == ("answered", 3, 3, None, 4000)
    assert first.stability == pytest.approx(2.3065)
    assert (again.kind, again.interval, again.stability, again.marks) == ("practised", None, None, ("again",))
    assert (early.early, early.interval, early.mistake) == (1, 1, "m")
    assert early.before == pytest.approx(0.9095, abs=1e-4), "(1 + 0.9803 · 2/2.3065)^−0.1542"


def test_a_correction_stands_in_its_answer_and_an_undone_answer_is_marked():
    """Right but guessed; then an answer taken back, and given again."""
    answers = told(
        event(1, 0, grade=3, due=DAY + 2),
        event(2, 0, "regraded", event=f"{1:032x}", grade=1, due=DAY + 1, guessed=True),
        event(3, 1, grade=1, due=DAY + 2),
        event(4, 1, "undone", event=f"{3:032x}"),
        event(5, 1, grade=3, due=DAY + 4),
    )
    assert [(one.kind, one.grade, one.interval, one.stands, one.marks) for one in answers] == [
        ("answered", 1, 1, True, ("guessed",)),
        ("answered", 1, 1, False, ()),
        ("answered", 3, 3, True, ()),
    ]
    assert [one.rated for one in answers] == [True, False, True]


def test_a_reset_begins_anew_and_other_deeds_are_told():
    past = told(
        event(1, 0, grade=3, due=DAY + 2),
        event(2, 1, "suspended"),
        event(3, 1, "resumed"),
        event(4, 2, "buried"),
        event(5, 3, "reset"),
        event(6, 3, grade=4, due=DAY + 11),
        event(7, 3, "step"),
    )
    assert [one.kind for one in past] == ["answered", "suspended", "resumed", "buried", "reset", "answered"]
    assert past[3].interval == 1
    assert [one.grade for one in reviews_since_reset(past)] == [4]


def test_the_last_stability_is_that_of_the_fold():
    """A clock set back and a foreign body: what the fold makes of them is what is told."""
    events = (
        event(1, 5, grade=3, due=DAY + 7),
        event(2, 3, grade=3, due=DAY + 9),
        event(3, 9, grade="x"),
        event(4, 12, grade=2, due=DAY + 20),
    )
    state = fold(events)["c"]
    assert reviews_since_reset(told(*events))[-1].stability == state.memory.stability
    assert [one.early for one in told(*events)] == [0, 4, 0, 0]


def test_no_events_no_past():
    assert told() == ()
