"""A unit in trouble, and what remedies do to it: a small network is trained on, once for every remedy.

The patient is the first hidden unit of a network with one hidden layer; the same trouble befalls several networks
that differ in their chance. Whether a remedy works is what the simulation says, in all of them or in none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.functions import Unit, quick, unit
from tutor.labs.layers import Activate, Chain, Dense, Normalise
from tutor.labs.losses import squared_error
from tutor.labs.normals import normals
from tutor.labs.optimisers import Descent, clip
from tutor.labs.patients import (
    AFTER,
    BATCH,
    BEFORE,
    FEATURES,
    GENTLER,
    REMEDIES,
    RESPONDS,
    RUNS,
    SAMPLES,
    SHOCK_AT,
    SHORTEST,
    SLOPE,
    UNITS,
    Case,
    Course,
    Found,
    Remedy,
    Report,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.labs.normals import Array


@dataclass(slots=True)
class _State:
    """Networks in the middle of training, runs first: data, and all that is learned."""

    x: Array
    y: Array
    first: Array
    biases: Array
    last: Array
    offset: Array

    @property
    def arrays(self) -> tuple[Array, ...]:
        return self.x, self.y, self.first, self.biases, self.last, self.offset

    def copy(self) -> _State:
        return _State(*(array.copy() for array in self.arrays))

    @staticmethod
    def stacked(states: Sequence[_State]) -> _State:
        return _State(*(np.concatenate(arrays) for arrays in zip(*(one.arrays for one in states), strict=True)))


@dataclass(frozen=True, slots=True)
class _Arm:
    """One way to go on: the state to start from, the learning rate, and the norm to which gradients are clipped."""

    state: _State
    rate: float
    most: float = np.inf


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all arms of a training share: the function, the steps, the bad batch (−1: none), and normalisation."""

    unit: Unit
    steps: int
    shock_at: int
    shock: float
    norm: bool = False


def report(case: Case, seed: object) -> Report:
    """Return what befell the unit, what is found, and what every remedy comes to."""
    born, patient = _born(case, seed), quick(unit(case.function))
    plan = _Plan(patient, BEFORE, SHOCK_AT if case.shock else -1, case.shock)
    [before], after = _trained([_Arm(born, case.rate)], plan)
    start, again = (after, -1) if case.late else (born, plan.shock_at)
    plan = replace(plan, steps=AFTER, shock_at=again)
    plain = [remedy for remedy in REMEDIES if remedy not in ("norm", "leaky")]
    courses = dict(zip(plain, _trained([_treated(one, case, start, seed) for one in plain], plan)[0], strict=True))
    untouched = [_Arm(start, case.rate)]
    [courses["norm"]] = _trained(untouched, replace(plan, norm=True))[0]
    [courses["leaky"]] = _trained(untouched, replace(plan, unit=_leaky()))[0]
    return Report(before, _examined(after, patient), {remedy: courses[remedy] for remedy in REMEDIES})


def _draw(shape: tuple[int, ...], *seed: object) -> Array:
    return np.stack([normals(shape, "ward", *seed, run) for run in range(RUNS)])


def _usual() -> float:
    """Return the deviation of first weights (He et al. 2015)."""
    return float(np.sqrt(2 / FEATURES))


def _born(case: Case, seed: object) -> _State:
    """Return the networks at birth: a smooth target, and a patient whose output counts positively."""
    x = _draw((SAMPLES, FEATURES), "inputs", seed)
    y = np.tanh(x @ _draw((FEATURES, 1), "target", seed))
    x = np.abs(x) if case.positive else x + case.centre
    first = _draw((FEATURES, UNITS), "first", seed) * _usual()
    if case.signs != "any":
        first[:, :, 0] = np.abs(first[:, :, 0]) * (1 if case.signs == "up" else -1)
    first[:, :, 0] *= case.weights
    last = _draw((UNITS, 1), "last", seed) / np.sqrt(UNITS)
    last[:, 0, 0] = 1.0
    biases = np.zeros((RUNS, 1, UNITS))
    biases[:, 0, 0] = _bias(case, x @ first[:, :, :1])
    return _State(x, y, first, biases, last, np.zeros((RUNS, 1, 1)))


def _bias(case: Case, z: Array) -> Array | float:
    """Return the patient's bias, from its pre-activations without one."""
    if case.sunk is not None:
        found: Array = -z.max(axis=(1, 2)) - case.sunk
        return found
    return 0.0 if case.lit is None else -np.quantile(z, 1 - case.lit, axis=(1, 2))


def _leaky() -> Unit:
    return Unit("leaky", lambda x: np.where(x > 0, x, SLOPE * x), lambda x: np.where(x > 0, 1.0, SLOPE))


def _treated(remedy: Remedy, case: Case, start: _State, seed: object) -> _Arm:
    """Return how training goes on with a remedy that leaves the layers as they are."""
    state = start.copy()
    match remedy:
        case "rate":
            return _Arm(state, case.rate / GENTLER)
        case "clip":
            return _Arm(state, case.rate, SHORTEST)
        case "bias":
            state.biases[:, 0, 0] = 0.0
        case "scale":
            size = np.sqrt(np.mean(state.first[:, :, 0] ** 2, axis=1, keepdims=True))
            state.first[:, :, 0] *= _usual() / size
        case "inputs":
            state.x = (state.x - state.x.mean(axis=1, keepdims=True)) / state.x.std(axis=1, keepdims=True)
        case "fresh":
            state.first[:, :, 0] = _draw((FEATURES,), "fresh", seed) * _usual()
            state.biases[:, 0, 0] = state.last[:, 0, 0] = 0.0
    return _Arm(state, case.rate)


def _trained(arms: Sequence[_Arm], plan: _Plan) -> tuple[list[Course], _State]:
    """Train all arms side by side on all samples at every step; return each arm's course and the state they end in."""
    state = _State.stacked([arm.state for arm in arms])
    first, last = Dense(state.first.copy(), state.biases.copy()), Dense(state.last.copy(), state.offset.copy())
    hidden = Activate(plan.unit)
    network = Chain([first, *([Normalise(len(state.x), UNITS, axis=1)] if plan.norm else []), hidden, last])
    optimiser = Descent(network.parameters(), np.repeat([arm.rate for arm in arms], RUNS))
    most = np.repeat([arm.most for arm in arms], RUNS)
    enough = RESPONDS * _steepest(plan.unit)
    shares, losses = [], []
    with np.errstate(all="ignore"):
        for step in range(plan.steps + 1):
            outputs = network.forward(state.x)
            shares.append(np.mean(plan.unit.slope(hidden.inputs[:, :, 0]) > enough, axis=1))
            loss, gradient = squared_error(outputs, state.y - plan.shock if step == plan.shock_at else state.y)
            losses.append(loss)
            network.backward(gradient)
            clip(network.parameters(), most)
            optimiser.step()
    ended = _State(state.x, state.y, first.weights.value, first.biases.value, last.weights.value, last.biases.value)
    told = np.array(losses).T
    return _courses(np.where(np.isfinite(told), np.array(shares).T, np.nan), told), ended


def _steepest(one: Unit) -> float:
    return float(one.slope(np.linspace(-1.0, 1.0, 201)).max())


def _courses(shares: Array, losses: Array) -> list[Course]:
    """Return the course of every arm, whose runs stand one after another."""
    found = []
    for start in range(0, len(shares), RUNS):
        part, told = shares[start : start + RUNS], losses[start : start + RUNS]
        lost = tuple(bool(one) for one in ~np.isfinite(told[:, -1]))
        found.append(Course(tuple(map(tuple, part.tolist())), lost, tuple(told[0].tolist())))
    return found


def _examined(state: _State, patient: Unit) -> Found:
    """Return what the first network's unit looks like."""
    weights, x = state.first[0, :, 0], state.x[0]
    bias = float(state.biases[0, 0, 0])
    z = x @ weights + bias
    responds = patient.slope(z) > RESPONDS * _steepest(patient)
    return Found(
        weights=(float(weights.min()), float(weights.max())),
        bias=bias,
        reach=(float(z.min()), float(z.max())),
        inputs=(float(x.mean()), float(x.std())),
        lowest=float(x.min()),
        responds=int(responds.sum()),
        darkest=int(responds.reshape(-1, BATCH).sum(axis=1).min()),
    )
