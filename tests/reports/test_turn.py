"""Why a card comes today, or what it waits for."""

from dataclasses import replace

import pytest

from tutor.memory.scheduling import Policy, next_outcomes
from tutor.memory.state import NEW, CardState, Memory
from tutor.reports.turn import Turn, reasons
from tutor.reports.why import Because, explain, reasons_in_session, rules_of
from tutor.text import Text

DAY = 740_000
TITLE = Text("课", "lesson")
KNOWN = Memory(5.0, 5.0, DAY, DAY - 30, DAY - 5, 4, 1, (3, 3, 3, 3))


def met(**changes):
    return CardState(replace(KNOWN, **changes))


def told(state, **facts):
    return [one.name for one in reasons(Turn(state, DAY, TITLE, room=60, cap=60, new_a_day=8, fresh=8, **facts))]


@pytest.mark.parametrize(
    ("state", "facts", "names"),
    [
        (met(), {}, ["reason_due"]),
        (met(due=DAY - 3), {}, ["overdue"]),
        (met(due=DAY - 3), {"due": 61}, ["overdue", "backlog"]),
        (met(), {"sibling": "s"}, ["sibling_seen"]),
        (met(due=DAY + 1), {"sibling": "s"}, ["not_yet"]),
        (met(last_day=DAY, due=DAY + 4), {}, ["rated_today"]),
        (met(), {"pulled": True}, ["reason_due", "pulled"]),
        (met(lapses=4), {}, ["reason_due", "leech"]),
        (replace(met(), suspended=True), {}, ["suspended"]),
        (replace(met(), buried_until=DAY + 1), {}, ["buried"]),
        (replace(met(), buried_until=DAY), {}, ["reason_due"]),
        (NEW, {}, ["fresh", "next_new"]),
        (NEW, {"origin": "taught"}, ["fresh_taught", "next_new"]),
        (NEW, {"origin": "own"}, ["fresh_own", "next_new"]),
        (NEW, {"ahead": 8}, ["fresh", "ahead"]),
        (NEW, {"due": 61}, ["fresh", "no_new"]),
        (NEW, {"sibling": "s"}, ["fresh", "sibling_seen"]),
        (NEW, {"before": "b"}, ["locked", "not_met"]),
        (NEW, {"before": "b", "lasts": 2.5}, ["locked", "lasts"]),
    ],
)
def test_what_decides(state, facts, names):
    assert told(state, **facts) == names


def test_when_a_new_cards_turn_comes():
    """Eight a day, three left today: nine before it, so six too many, tomorrow; twelve before it, in two days."""
    turn = Turn(NEW, DAY, TITLE, fresh=3, new_a_day=8, ahead=9)
    assert reasons(turn)[-1] == Because("ahead", days=1, n=9, of=8)
    assert reasons(replace(turn, ahead=12))[-1].days == 2
    assert reasons(replace(turn, new_a_day=0, fresh=0))[-1].name == "none_a_day"


def test_a_session_names_its_reason_in_full():
    late = met(due=DAY - 2)
    assert reasons_in_session("due", late, DAY, title=TITLE) == (Because("overdue", days=2),)
    assert reasons_in_session("new", NEW, DAY, title=TITLE, origin="taught")[0].name == "new_taught"
    assert reasons_in_session("new", NEW, DAY, title=TITLE, origin="own")[0].name == "new_own"
    assert reasons_in_session("again", met(), DAY, title=TITLE)[0].name == "reason_again"


def test_rules_follow_the_policy():
    outcomes = next_outcomes("c", met(), DAY, 4)
    rules = rules_of(Policy(), outcomes, 4)
    assert (rules.wished, rules.luck, rules.balanced) == (0.9, 0.25, False)
    assert rules.aim == pytest.approx(0.925)
    assert rules.first <= outcomes[2].interval <= rules.last
    still = rules_of(Policy(fuzz=False), outcomes, None)
    assert (still.first, still.aim, still.luck) == (still.last, 0.9, None)
    assert rules_of(Policy(), (), None) is None


def test_what_is_known_of_a_new_card_and_of_one_that_was_met():
    assert explain("c", "new", NEW, (), DAY).stability is None
    found = explain("c", "due", met(due=DAY - 2), (), DAY)
    assert (found.days_ago, found.due, found.reviews, found.lapses) == (5, -2, 4, 1)
    assert found.recall == pytest.approx(0.9)
    assert found.reasons == (Because("reason_due"),)
