"""The patients of the ward: kinds of trouble from the plain to the deceptive, each in several degrees."""

from __future__ import annotations

from typing import Literal

from tutor.labs.patients import Case

Kind = Literal["birth", "leap", "asleep", "shifted", "outlier", "late", "saturated", "pixels", "heavy"]
CASES: dict[Kind, tuple[Case, ...]] = {
    "birth": (Case(sunk=1.0), Case(sunk=4.0), Case(sunk=12.0), Case("sigmoid", sunk=8.0), Case("tanh", sunk=6.0)),
    "leap": tuple(
        Case(signs="up", lit=0.6, positive=True, shock=shock, rate=rate)
        for shock, rate in ((20.0, 0.05), (10.0, 0.1), (6.0, 0.15))
    ),
    "asleep": (Case(lit=0.1, rate=0.01), Case(lit=0.14, rate=0.01), Case(lit=0.14, rate=0.02)),
    "shifted": (
        Case(signs="down", centre=3.0, rate=0.01),
        Case(signs="down", centre=5.0, rate=0.01),
        Case(signs="up", centre=-4.0, rate=0.01),
    ),
    "outlier": tuple(Case(signs="up", lit=0.6, positive=True, shock=shock) for shock in (100.0, 200.0, 300.0)),
    "late": tuple(
        Case(signs="up", lit=0.6, positive=True, shock=shock, rate=rate, late=True)
        for shock, rate in ((20.0, 0.05), (40.0, 0.02), (10.0, 0.05))
    ),
    "saturated": tuple(Case(function, weights=times) for function in ("sigmoid", "tanh") for times in (200.0, 400.0)),
    "pixels": (Case(signs="down", positive=True, rate=0.02), Case(signs="down", positive=True)),
    "heavy": tuple(Case(signs="down", positive=True, weights=times) for times in (5.0, 10.0, 20.0)),
}
WARDS: tuple[tuple[tuple[Kind, ...], int], ...] = (
    (("birth", "leap", "asleep"), 3),
    (("shifted", "outlier", "late", "saturated"), 3),
    (("pixels", "heavy", "late", "asleep"), 2),
)  # kinds, and how many rounds they fill
ROUNDS = sum(count for _, count in WARDS)
CARDS: dict[Kind, str] = {
    "birth": "dying-relu.bias-alone",
    "leap": "dying-relu.mildest-first",
    "outlier": "dying-relu.mildest-first",
    "late": "dying-relu.two-deaths",
    "asleep": "dying-relu.samples-needed",
    "heavy": "dying-relu.decay-wakes",
}
