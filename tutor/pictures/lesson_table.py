"""The table of a lesson: functions in rows, columns named by a property or computed from an expression in f.

A column is a word (`name`, `range`, `year` …) or an expression such as `f′(3)` or `max(f′)`, in which f
stands for the function of the row. Nothing in it is typed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.pictures import facts
from tutor.pictures.table import NONE, Cell, Column, Table, number, same
from tutor.syllabus.columns import computed
from tutor.text import Text
from tutor.text.numbers import significant
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tutor.activations.record import Activation
    from tutor.syllabus.model import TableStep

NAME = "name"
# what a search or an integral returns may be a rounding error beside 0; a value at a point is what it is
SEARCHED = re.compile(r"\b(E|Var|gain|chi1|max|min|argmax|argmin|root|limit)\(")
FACTS: Mapping[str, Callable[[Activation], Cell]] = {
    NAME: facts.called,
    "range": facts.values,
    "slopes": facts.slopes,
    "year": facts.year,
    "source": facts.source,
    "direction": facts.direction,
    "saturation": facts.saturation,
    "smoothness": facts.smoothness,
    "formula": lambda record: same(record.formula),
    "derivative": lambda record: same(record.derivative_formula),
}


@lru_cache(maxsize=32)  # a screen is drawn again at every key
def table(step: TableStep) -> Table:
    """Return the table of a step; what has no number is a dash."""
    from tutor.activations import get

    records = [get(name) for name in step.rows]
    names = (NAME, *(name for name in step.columns if name != NAME))
    return Table(
        tuple(Column(name, heading(name), whole=name in {"formula", "derivative"}) for name in names),
        tuple(tuple(cell(name, record) for name in names) for record in records),
    )


def heading(name: str) -> Text:
    """Return what stands above a column: words for a property, the expression itself."""
    if name not in FACTS:
        return Text.same(name)
    return Text(say(f"lesson.column_{name}", "zh"), say(f"lesson.column_{name}", "en"))


def cell(name: str, record: Activation) -> Cell:
    """Return one cell; a dash where the expression has no number for this function."""
    if name in FACTS:
        return FACTS[name](record)
    found = computed(name, record.name)
    if found is None:
        return NONE
    return number(found) if SEARCHED.search(name) else same(significant(found), found)
