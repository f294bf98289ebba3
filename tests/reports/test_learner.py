"""The simulated learner is a fair one: its answers stand on its own memory, its clock on its own place."""

from datetime import UTC, datetime
from itertools import count
from zoneinfo import ZoneInfo

from tests.reports.learner import TODAY, Learner, live, write
from tutor.memory import fold
from tutor.memory.state import Memory
from tutor.store import states
from tutor.store.journal import Journal

SHORT = Learner(days=60, away=(range(20, 27),), trips=((30, 40, "Europe/Berlin"),))


def test_the_same_seed_lives_the_same_life():
    assert live(SHORT) == live(SHORT)
    assert live(SHORT) != live(Learner(days=60, seed=2))


def test_nothing_happens_while_away_and_today_is_the_last_day():
    days = {event.day for event in live(SHORT)}
    assert not days & set(range(SHORT.first_day + 20, SHORT.first_day + 27))
    assert max(days) <= TODAY
    assert len(days) > 30


def test_the_study_day_is_that_of_the_place_where_the_learner_is():
    """Local time minus four hours has the date of the study day, in Shanghai and in Berlin."""
    for event in live(SHORT):
        zone = ZoneInfo("Europe/Berlin" if 30 <= event.day - SHORT.first_day <= 40 else "Asia/Shanghai")
        local = datetime.fromtimestamp(event.instant / 1e6, UTC).astimezone(zone)
        assert event.day == local.toordinal() - (local.hour < 4)


def test_the_states_follow_from_the_events(tmp_path):
    """The cache written beside the journal is the fold of what was lived, undos and guesses included."""
    events, ids = live(SHORT), count()
    with Journal(tmp_path / "journal.sqlite3", "d", lambda: 0, lambda: f"{next(ids):032x}") as journal:
        kept = dict(states.read_all(write(journal, events).connection))
    folded = fold.fold(events)
    assert {card: one.state.memory.due for card, one in kept.items()} == {c: s.memory.due for c, s in folded.items()}
    assert all(isinstance(one.state.memory, Memory) for one in kept.values())


def test_a_biased_memory_is_right_less_often_than_predicted():
    def right(learner):
        later = [e for e in live(learner) if e.kind == "answered" and e.day > learner.first_day + 15]
        return sum(e.body["grade"] > 1 for e in later) / len(later)

    assert right(Learner(days=120, bias=-0.15)) < right(Learner(days=120)) - 0.05
