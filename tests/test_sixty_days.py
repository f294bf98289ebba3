"""Sixty days through the real command line; `python -m tests.soak days` lives them with more learners."""

from __future__ import annotations

from tests.soak.days import REVIEWS, sixty_days


def test_sixty_days_keep_every_promise(tmp_path):
    """Counts, due days, siblings, undo and redo, suspended cards and the doctor agree with a second opinion."""
    watch = sixty_days(tmp_path, seed=1)
    assert watch.faults == []
    assert watch.answers > 1000
    assert watch.practised > 100
    assert watch.most_due > REVIEWS  # a week away makes a backlog, and no new cards
