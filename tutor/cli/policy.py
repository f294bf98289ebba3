"""How the learner wants to be asked, from the settings: what the scheduler is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.memory.scheduling import Policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.cli.desk import Desk

DUE_ON = "SELECT count(*) FROM card_states WHERE stability IS NOT NULL AND suspended = 0 AND due = ?"


def policy_of(desk: Desk) -> Policy:
    """Return the policy of the settings; days are weighed only where the learner wished it."""
    config = desk.environment.config
    policy = Policy(retention=config.retention, fuzz=config.fuzz)
    if not config.fuzz or not (config.load_balance or config.easy_days):
        return policy
    from dataclasses import replace

    from tutor.memory.balance import Balance

    return replace(policy, balance=Balance(_load(desk) if config.load_balance else None, config.shares))


def _load(desk: Desk) -> Callable[[int], int]:
    """Return what tells how many cards are due on a study day, as the journal has it now."""

    def due_on(day: int) -> int:
        count: int = desk.journal.connection.execute(DUE_ON, (day,)).fetchone()[0]
        return count

    return due_on
