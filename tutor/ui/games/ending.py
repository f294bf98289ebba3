"""What is said around the turns: rules before the first, the verdict of each, the score after the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.ui.lines import Line, flow, line, paragraph, spaced
from tutor.ui.phrases import spent

if TYPE_CHECKING:
    from tutor.sessions.games.machine import Heard, Over, Play, Result
    from tutor.ui.scene import Scene

RECALLED = 6  # missed turns that are told again at the end
STREAK = 3  # right answers in a row that are worth a word
MILESTONES = (5, 8, 10, 15)  # those that are worth more than a word
MINUTE = 60_000


def standing(play: Play, page: Scene) -> str:
    """Return the turn, what counts so far, and the lives in short: `3/10  5 points`."""
    facts = {"n": max(1, play.number), "of": play.settings.rounds}
    told = [page.say("games.turn", **facts)]
    if play.game.counts == "points":
        told.append(page.say("games.points", score=play.points))
    else:
        told.append(page.say("games.streak", run=play.streak))
        told += [page.say("games.streak_best", best=play.longest)] if play.longest > play.streak else []
    if play.lives is not None:
        told.append(page.say("games.lives", n=play.lives))
    return "  ".join(told)


def rules(play: Play, page: Scene) -> list[Line]:
    """Return what the game is about, how it is played, and the best so far."""
    game, settings = play.game, play.settings
    facts = {"rounds": settings.rounds, "minutes": game.minutes}
    about = [page.say("games.length", **facts)]
    if settings.lives is not None:
        about.append(page.say("games.has_lives", n=settings.lives))
    about.append(page.say("games.unhurried") if settings.seconds is None else pace(play, page))
    if settings.record:
        about.append(page.say(f"games.record_{game.counts}", n=settings.record))
    blocks = [
        page.text(game.text("pitch"), "strong"),
        page.text(game.text("rules")),
        [row for text in about for row in paragraph(text, page.measure, "dim")],
    ]
    return spaced(blocks)


def pace(play: Play, page: Scene) -> str:
    """Return the pace in a sentence."""
    return page.say("games.pace", seconds=f"{play.settings.seconds:g}")


def verdict(play: Play, phase: Heard, page: Scene) -> list[Line]:
    """Return right or not, the points of the turn, a run that is worth a word, and a quick answer."""
    told, result = phase.told, play.results[-1]
    if result.passed:
        return [line(("· ", "notice"), (page.say("games.passed"), "notice"))]
    points = page.say("games.earned", n=told.points) if told.points else ""
    part = told.points and not told.right
    key = "games.right" if told.right else "games.partly" if part else "games.wrong"
    items = [
        line((("✓ " if told.right else "◐ " if part else "✗ ") + page.say(key), "right" if told.right else "wrong"))
    ]
    items += [line((points, "accent"))] if points else []
    if play.streak >= STREAK:
        key = f"games.run_{play.streak}" if play.streak in MILESTONES else "games.run"
        items.append(line((page.say(key, n=play.streak), "accent")))
    if phase.quick:
        items.append(line((page.say("games.quick", seconds=f"{result.ms / 1000:.1f}"), "accent")))
    return flow(items, page.measure)


def lines(play: Play, phase: Over, page: Scene) -> list[Line]:
    """Return the end of a game: why it ended, the score, how each turn went, and how to play the same again."""
    if not play.results:
        return paragraph(page.say("games.nothing_played"), page.measure)
    blocks = [
        paragraph(page.say(f"games.ended_{phase.why}"), page.measure, "strong"),
        scores(play, page),
        [*marks(play, page), *missed(play, page)],
        page.text(play.game.text(f"end_{grade(play)}")),
        paragraph(page.say("games.same_again", command=command(play)), page.measure, "dim"),
    ]
    return spaced(blocks)


def scores(play: Play, page: Scene) -> list[Line]:
    """Return points, longest run, time, and whether it is a record."""
    minutes = spent(sum(result.ms for result in play.results) / MINUTE, page.language)
    facts = {"points": play.points, "of": play.of, "right": play.right, "n": len(play.results), "run": play.longest}
    rows = paragraph(page.say("games.score", **facts), page.measure)
    rows += paragraph(page.say("games.longest", time=minutes, **facts), page.measure)
    if play.settings.seconds is not None:
        rows += paragraph(page.say("games.quick_ones", n=play.quick), page.measure)
    if play.is_record and play.score:
        rows += paragraph(page.say("games.new_record", n=play.score), page.measure, "right", line(("★ ", "right")))
    elif play.settings.record:
        key = f"games.record_{play.game.counts}"
        rows += paragraph(page.say(key, n=play.settings.record), page.measure, "dim")
    return rows


def marks(play: Play, page: Scene) -> list[Line]:
    """Return a mark for each turn."""
    return flow(
        [line((mark(result), "right" if result.right else "wrong")) for result in play.results], page.measure, 1
    )


def missed(play: Play, page: Scene) -> list[Line]:
    """Return what was right in the last few turns that were not."""
    told = [(number, result.said) for number, result in enumerate(play.results, 1) if not result.right]
    rows: list[Line] = []
    for number, said in told[-RECALLED:]:
        lead = line((f"{number:>3}  ", "dim"))
        rows += page.text(said, "plain", lead) if said.en else []
    return rows


def mark(result: Result) -> str:
    """Return how a turn went: right, partly, wrong, passed."""
    return "✓" if result.right else "·" if result.passed else "◐" if result.points else "✗"


def grade(play: Play) -> str:
    """Return how it went on the whole: well, fair or hard."""
    share = play.points / max(1, play.of)
    return "well" if share >= 0.8 else "fair" if share >= 0.45 else "hard"


def command(play: Play) -> str:
    """Return the command that plays the same game again."""
    rounds = "" if play.settings.rounds == play.game.rounds else f" --rounds {play.settings.rounds}"
    return f"tutor game {play.game.name} --seed {play.settings.seed}{rounds}"
