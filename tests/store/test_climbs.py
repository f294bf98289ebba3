"""Depths told from the journal alone: what was taken back or corrected counts as it stands now."""

from itertools import count

import pytest

from tests.sessions.interviews import DYING, SCALE
from tutor.events import Fact
from tutor.store.climbs import climbs
from tutor.store.journal import Journal

DAY = 739_940
RUNGS = (*DYING.rungs, *SCALE.rungs)


@pytest.fixture
def journal(tmp_path):
    instants, ids = count(1), count(1)
    with Journal(tmp_path / "journal.sqlite3", "", lambda: next(instants), lambda: f"{next(ids):032x}") as opened:
        yield opened


def says(journal, rung, grade=3, *, climb="1", ladder=DYING, day=DAY, **more):
    card = ladder.rungs[rung - 1]
    place = {"ladder": ladder.id, "rung": rung, "below": rung - 1, "climb": climb}
    return journal.record(Fact("answered", card.id, {"grade": grade, **place, **more}), day).event


def depths(journal, ladder=DYING):
    return [(climb.depth, climb.broken) for climb in climbs(journal, RUNGS).get(ladder.id, ())]


def test_a_climb_is_as_deep_as_the_last_rung_that_was_passed(journal):
    says(journal, 1)
    says(journal, 2)
    assert depths(journal) == [(2, 0)]
    says(journal, 3, grade=1)
    assert depths(journal) == [(2, 3)]


def test_each_climb_counts_for_itself_the_oldest_first(journal):
    says(journal, 1, grade=1, climb="1")
    says(journal, 1, climb="2", day=DAY + 1)
    says(journal, 2, climb="2", day=DAY + 1)
    says(journal, 1, climb="3", ladder=SCALE)
    found = climbs(journal, RUNGS)
    assert [(one.depth, one.day) for one in found["dying-relu"]] == [(0, DAY), (2, DAY + 1)]
    assert [one.depth for one in found["attention-scale"]] == [1]


def test_a_ladder_begun_higher_up_counts_the_rungs_below(journal):
    says(journal, 3, grade=1)
    assert depths(journal) == [(2, 3)]


def test_what_was_taken_back_is_gone_and_comes_back(journal):
    says(journal, 1)
    says(journal, 2, grade=1)
    journal.undo(DAY)
    assert depths(journal) == [(1, 0)]
    journal.redo(DAY)
    assert depths(journal) == [(1, 2)]
    journal.undo(DAY)
    journal.undo(DAY)
    assert depths(journal) == []


def test_a_guess_breaks_and_a_dispute_mends(journal):
    event = says(journal, 1)
    journal.record(Fact("regraded", DYING.rungs[0].id, {"event": event.id, "grade": 1, "guessed": True}), DAY)
    assert depths(journal) == [(0, 1)]
    other = says(journal, 2, grade=1, climb="2")
    journal.record(Fact("regraded", DYING.rungs[1].id, {"event": other.id, "grade": 3, "disputed": True}), DAY)
    assert depths(journal)[1] == (2, 0)


@pytest.mark.parametrize("body", [{}, {"climb": 7}, {"climb": "1", "ladder": "other"}, {"ladder": "dying-relu"}])
def test_ordinary_and_odd_answers_are_no_climb(journal, body):
    journal.record(Fact("answered", DYING.rungs[0].id, {"grade": 3, **body}), DAY)
    assert climbs(journal, RUNGS) == {}


def test_numbers_that_are_none_count_as_zero(journal):
    says(journal, 1, grade=1, below="x")
    assert depths(journal) == [(0, 1)]
