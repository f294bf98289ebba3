"""Rounds of games as they are dealt, and what may be wrong with one."""

from __future__ import annotations

from tests.ui.games.fake import material
from tutor.sessions.games import machine
from tutor.sessions.games.model import Choose, Passed, Picked


def settings(game, seed):
    return machine.Settings(str(seed), game.rounds, game.lives, cards=material(game))


def rounds(game, seeds, first=0):
    """Yield one round for each seed, all numbers of rounds in turn."""
    for seed in range(first, first + seeds):
        yield machine.dealt(game, settings(game, seed), 1 + seed % game.rounds)


def faults(turn):
    """Yield what is wrong: the stated answer is right and worth its points, passing is not, options differ."""
    told = turn.judge(turn.right)
    if not told.right or told.points != turn.worth:
        yield f"{turn.ask}: its answer {turn.right} is judged {told.right}, {told.points} of {turn.worth}"
    if turn.judge((Passed(),)).right:
        yield f"{turn.ask}: passing is right"
    if len(turn.parts) == 1 and isinstance(turn.parts[0], Choose):
        options = turn.parts[0].options
        if not 2 <= len(options) <= 9:
            yield f"{turn.ask}: {len(options)} options"
        if len({text.zh for text in options}) < len(options) or len({text.en for text in options}) < len(options):
            yield f"{turn.ask}: two options read alike"
        if sum((Picked(place),) == turn.right for place in range(len(options))) != 1:
            yield f"{turn.ask}: not one right option"
