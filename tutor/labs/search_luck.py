"""How far the best of a search lead functions that nobody picked, and how much of a lead is luck."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.activations.functions.gates import normal_share
from tutor.labs.moments import DENSITY, GRID
from tutor.labs.search import REFERENCES
from tutor.labs.search_space import mirrored
from tutor.labs.spread import Difference, paired

if TYPE_CHECKING:
    from tutor.labs.normals import Array
    from tutor.labs.search import Found

MARGIN = 0.02  # of accuracy: what the question calls winning


def audition_leads(found: Found) -> Array:
    """Return how far ahead of the references each finalist was in the auditions."""
    return found.scores[list(found.finalists)] - found.reference


def final_leads(found: Found, problem: str) -> Array:
    """Return how far ahead of the references each finalist is in the final, run by run, (finalists, runs)."""
    scores = found.finals[problem]
    leads: Array = scores[: -len(REFERENCES)] - scores[-len(REFERENCES) :].mean(axis=0)
    return leads


def together(found: Found) -> Difference:
    """Return the lead that all finalists together have in the final on the problem of the auditions."""
    leads = final_leads(found, found.problems[0]).mean(axis=0)
    return paired(leads, np.zeros_like(leads))


def best_of(count: int) -> float:
    """Return the mean of the largest of so many independent standard normal numbers."""
    density = count * normal_share(GRID) ** (count - 1) * DENSITY
    return float(GRID @ density)


def luck(found: Found) -> float:
    """Return by how much the best of equally good candidates would lead the others in auditions, by luck alone.

    With normal noise of the deviation that single runs of the finalists show against the references.
    """
    noise = final_leads(found, found.problems[0]).std(axis=1, ddof=1).mean()
    return float(noise) / sqrt(found.settings.whole("auditions")) * best_of(len(found.space.units))


def crossed(found: Found) -> tuple[float, float]:
    """Return how far the best on one seed of the auditions lead the middle, on that seed and on the others.

    The best are as many as go to the final; means over all seeds that can pick. On the others they are not picked.
    """
    scores = np.concatenate(found.heard[1:])
    scores = scores - np.median(scores, axis=0)
    own, other = [], []
    for seed in range(scores.shape[1]):
        top = np.argsort(-scores[:, seed], kind="stable")[: len(found.finalists)]
        own.append(scores[top, seed].mean())
        other.append(np.delete(scores[top], seed, axis=1).mean())
    return float(np.mean(own)), float(np.mean(other))


def twins(found: Found) -> tuple[int, float]:
    """Return how many pairs of mirror images were auditioned, and how far apart two were on average."""
    pairs = np.array(mirrored(found.space.units), dtype=np.intp).reshape(-1, 2)
    if not pairs.size:
        return 0, float("nan")
    return len(pairs), float(np.abs(found.scores[pairs[:, 0]] - found.scores[pairs[:, 1]]).mean())


def answer(found: Found) -> str:
    """Return how the finalists as a whole do against the references: win or lose beyond noise and by the margin."""
    if found.settings.whole("runs") < 2:
        return ""
    lead = together(found)
    if not lead.tells or abs(lead.mean) < MARGIN:
        return "tie"
    return "win" if lead.mean > 0 else "lose"


def lead_of(found: Found, problem: str, place: int) -> Difference:
    """Return a finalist's lead on a problem, at the level that all finalists and problems share."""
    lead = final_leads(found, problem)[place]
    return paired(lead, np.zeros_like(lead), len(found.finalists) * len(found.problems))
