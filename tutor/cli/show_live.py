"""Pictures that answer: trees that fold and open lessons, a decision tree that asks, on the screen or in lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tutor.pictures.decision import Advice, Decision
from tutor.pictures.tree import Tree

if TYPE_CHECKING:
    from tutor.cli.environment import Environment
    from tutor.pictures.shown import Shown


def play(shown: Shown, environment: Environment, *, ascii_only: bool) -> bool:
    """Let the learner move in a picture, and open the lesson chosen there; return False for one that only shows."""
    if not isinstance(shown, Tree | Decision):
        return False
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.signs import in_ascii

    look = look_of(environment)
    match in_ascii(shown) if ascii_only else shown:
        case Tree() as shown:
            from tutor.ui.tree_live import run as walk

            lesson = walk(shown, terminal_of(environment), look, environment.language, ascii_only=ascii_only)
            if lesson:
                from tutor.cli.outline import learn

                learn(environment, lesson, as_json=False)
        case Decision() as shown:
            from tutor.ui.decision_live import run as decide

            decide(shown, terminal_of(environment), look, environment.language, ascii_only=ascii_only)
    return True


def ask_in_lines(shown: Shown, environment: Environment) -> bool:
    """Ask the questions of a decision tree, a line each; return False when there is none or nobody answers."""
    if not isinstance(shown, Decision):
        return False
    from tutor.ui.decision_live import Live, plain, replied

    live = Live(shown)
    while True:
        *told, last = plain(live, environment.language)
        print("\n".join(told))
        if isinstance(live.asked, Advice):
            print(last)
            return True
        print(last, end="", flush=True)
        given = sys.stdin.readline()
        print()
        if not given:
            return bool(live.way.taken)
        after = replied(live, given)
        if after is None:
            return True
        live = after
