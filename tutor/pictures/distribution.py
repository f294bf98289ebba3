"""What goes in and what comes out: the histogram of a standard normal z and those of f(z).

The shares are exact: z falls into a bin of f where f(z) lies between its edges, and Φ tells how often.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.pictures.table import Column, Table, number, same
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.activations.record import Activation
    from tutor.pictures.request import Request
    from tutor.pictures.table import Cell
    from tutor.text import Text

USUAL = ("sigmoid", "tanh", "relu", "gelu")
STEP, REACH = 0.25, 12  # bins of z and f(z): 0 is the middle of one, so many lie on each side
FLAT = 0.01  # a slope below counts as saturated


@dataclass(frozen=True, slots=True)
class Histogram:
    """The share of each bin, lowest first, and what lies below and above them all."""

    name: str
    shares: tuple[float, ...]
    below: float
    above: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """Histograms over the same bins, `step` wide around the `centres`; z comes first. `facts` has the means."""

    centres: tuple[float, ...]
    step: float
    histograms: tuple[Histogram, ...]
    facts: Table
    notes: tuple[Text, ...] = ()


def distribution(request: Request) -> Distribution:
    """Return the histograms of z and of the functions asked for."""
    from tutor.activations.catalogue import get

    records = [get(name) for name in request.functions or USUAL]
    centres = tuple(STEP * place for place in range(-REACH, REACH + 1))
    histograms = (histogram(None, centres), *(histogram(record, centres) for record in records))
    return Distribution(centres, STEP, histograms, facts(records), (both("pictures.note_distribution", share=FLAT),))


def histogram(record: Activation | None, centres: Sequence[float]) -> Histogram:
    """Return the histogram of f(z), of z itself without a function."""
    import numpy as np

    from tutor.activations.calculus.shares import shares

    edges = np.array([*(centre - STEP / 2 for centre in centres), centres[-1] + STEP / 2])
    found = shares(lambda z: np.searchsorted(edges, record.value(z) if record else z, side="right"), edges.size + 1)
    below, *inside, above = found.tolist()
    return Histogram(f"{record.symbol}(z)" if record else "z", tuple(inside), below, above)


def facts(records: Sequence[Activation]) -> Table:
    """Return means, spread and how often there is no gradient, or hardly any."""
    columns = (
        Column("function", both("pictures.column_function")),
        Column("mean", both("pictures.column_mean"), "right"),
        Column("spread", both("pictures.column_spread"), "right"),
        Column("dead", both("pictures.column_dead"), "right"),
        Column("flat", both("pictures.column_flat", share=FLAT), "right"),
    )
    return Table(columns, tuple(map(row, records)))


def row(record: Activation) -> tuple[Cell, ...]:
    """Return the cells of one function."""
    import numpy as np

    from tutor.activations.calculus.shares import share
    from tutor.activations.propagation import gaussian_facts

    known = gaussian_facts(record)
    flat = share(lambda z: np.abs(record.derivative(z)) < FLAT)
    cells = map(number, (known.mean, known.variance**0.5, known.dead, flat))
    return (same(f"{record.symbol}(z)", record.name), *cells)
