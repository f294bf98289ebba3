"""Twenty real sessions are killed; `python -m tests.soak kills` kills five hundred."""

from __future__ import annotations

from tests.soak.kills import Learner, Typed, compare, kill_sessions


def test_every_answer_whose_verdict_was_shown_survives_kill_9(tmp_path):
    learner = Learner(tmp_path).prepare()
    outcomes = list(kill_sessions(learner, 20, seed=20))
    assert [outcome.fault for outcome in outcomes if outcome.fault] == []
    assert sum(outcome.replied for outcome in outcomes) > 20  # the sessions were alive when they were killed


def test_a_lost_answer_would_be_noticed():
    typed = Typed(["choose 1", "grade 3"], replied=2)
    assert compare(typed, ["choose 1", "grade 3"]) == ""
    assert compare(typed, ["choose 1"]).startswith("lost")
    assert compare(Typed(["choose 1"], replied=0), []) == ""
    assert compare(Typed(["choose 1"], replied=0), ["choose 2"]).startswith("other answers")
