"""Runs of labs for tests: settings as typed, the steps, the last result."""

from tutor.labs.catalogue import find
from tutor.labs.settings import settled


def steps(lab, seed="1", preset="", **given):
    found = find(lab)
    return list(found.run(settled(found, given, seed, preset)))


def outcome(lab, seed="1", preset="", **given):
    return steps(lab, seed, preset, **given)[-1].result()


def stopped(lab, share, **given):
    """Return what is known when a run is left alone after at least `share` of it."""
    found = find(lab)
    run = found.run(settled(found, given, "1"))
    step = next(step for step in run if step.done >= share)
    run.close()
    return step.result()


def measure(result, words):
    """Return the one measure whose English name holds `words`."""
    (found,) = [one for one in result.measures if words in one.name.en]
    return found


def every_text(result):
    yield result.verdict
    yield from result.told
    for one in result.measures:
        yield one.name
    for finding in result.findings:
        yield finding.title
