"""The learner's terminal: how it looks and what its keys are, from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.ui.theme import Look

if TYPE_CHECKING:
    from tutor.cli.environment import Environment
    from tutor.ui.blessed_terminal import BlessedTerminal


def look_of(environment: Environment) -> Look:
    """Return how this run's screens look."""
    return Look(colour=environment.colour, theme=environment.config.theme)


def terminal_of(environment: Environment) -> BlessedTerminal:
    """Return the terminal of this run with the learner's keys."""
    from tutor.ui.blessed_terminal import BlessedTerminal

    return BlessedTerminal(vim=True) if environment.config.keys == "vim" else BlessedTerminal()
