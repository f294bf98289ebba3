"""The sheets of all functions: the cheat sheet, the gradient table, the speed cards of derivatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.activations.catalogue import ACTIVATIONS, VECTOR_FUNCTIONS
from tutor.pictures import facts
from tutor.pictures.table import NONE, Cell, Column, Table, number, same
from tutor.pictures.uses import COSTS, USES
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.activations.record import Activation, Entry

FUNCTION = Column("function", Text("函数", "function"))
FORMULA = Column("formula", Text("公式", "formula"), whole=True)
KINKS = Text(
    "折点处按本课程的约定取值（ReLU′(0) = 0）；α、β 等取默认值。",
    "At kinks the course's convention counts (ReLU′(0) = 0); parameters have their usual values.",
)
NORMAL = Text("z 服从标准正态分布 N(0, 1)。", "z is standard normal, N(0, 1).")
SATURATED = Text("饱和：从某处起 |f′| 一直小于 0.01。", "Saturated: from some place on |f′| stays below 0.01.")
VECTOR_RANGES = {
    "softmax": "(0, 1), Σ = 1",
    "log_softmax": "(−∞, 0)",
    "sparsemax": "[0, 1], Σ = 1",
    **dict.fromkeys(("maxout", "glu", "reglu", "geglu", "swiglu", "bilinear"), "ℝ"),
}


def _entries(names: Sequence[str], vectors: bool) -> tuple[Entry, ...]:  # noqa: FBT001
    """Return the functions asked for, by any of their names, all of them for none."""
    from tutor.activations.catalogue import find

    if names:
        return tuple(find(name) for name in names)
    return (*ACTIVATIONS, *VECTOR_FUNCTIONS) if vectors else ACTIVATIONS


def _numbers(entry: Entry, cell: Callable[[Activation], Cell]) -> Cell:
    """Return a computed cell, a dash for a function of vectors."""
    from tutor.activations.record import Activation

    return cell(entry) if isinstance(entry, Activation) else NONE


def cheat_sheet(names: Sequence[str] = ()) -> Table:
    """Return all functions with everything that is usually compared; numbers come from the core."""
    columns = (
        FUNCTION,
        FORMULA,
        Column("range", Text("值域", "range"), whole=True),
        Column("slopes", Text("导数范围", "range of f′"), whole=True),
        Column("mean", Text("E f(z)", "E f(z)"), "right"),
        Column("monotone", Text("单调", "monotone")),
        Column("saturates", Text("饱和", "saturates")),
        Column("smooth", Text("光滑", "smooth")),
        Column("cost", Text("代价", "cost")),
        Column("use", Text("用处", "used in")),
        Column("year", Text("年份", "year"), "right"),
    )
    notes = (
        NORMAL,
        Text("E f(z) 越接近 0，输出越以零为中心。", "The nearer E f(z) is to 0, the more the output is zero-centred."),
        SATURATED,
        Text(
            "代价：算一个值要几次特殊函数；真正的快慢取决于硬件，请实测。",
            "Cost counts special functions per value; what is fast depends on the hardware: measure it.",
        ),
        KINKS,
    )
    return Table(columns, tuple(map(_sheet_row, _entries(names, vectors=True))), notes)


def _sheet_row(entry: Entry) -> tuple[Cell, ...]:
    count, cost = COSTS[entry.name]
    spread = _numbers(entry, facts.values)
    return (
        facts.called(entry),
        same(entry.formula, entry.formula),
        same(VECTOR_RANGES[entry.name]) if entry.name in VECTOR_RANGES else spread,
        _numbers(entry, facts.slopes),
        _numbers(entry, lambda one: number(facts.gaussian(one).mean)),
        _numbers(entry, facts.direction),
        _numbers(entry, facts.saturation),
        _numbers(entry, facts.smoothness),
        Cell(cost, count),
        Cell(USES[entry.name]),
        facts.year(entry),
    )


def gradients(names: Sequence[str] = ()) -> Table:
    """Return what the derivatives of all functions do."""
    columns = (
        FUNCTION,
        Column("derivative", Text("导数", "derivative"), whole=True),
        Column("slopes", Text("导数范围", "range of f′"), whole=True),
        Column("at_zero", Text("f′(0)", "f′(0)"), "right"),
        Column("steepest", Text("最陡处", "steepest at"), "right"),
        Column("lipschitz", Text("max |f′|", "max |f′|"), "right"),
        Column("mean_square", Text("E f′(z)²", "E f′(z)²"), "right"),
        Column("dead", Text("P(f′ = 0)", "P(f′ = 0)"), "right"),
        Column("left", Text("左侧饱和", "flat left of"), "right"),
        Column("right", Text("右侧饱和", "flat right of"), "right"),
    )
    notes = (
        NORMAL,
        SATURATED,
        Text(
            "一层的梯度平方约乘以 σ_w²·E f′(z)²：只看斜率的范围不够。",
            "One layer multiplies squared gradients by about σ_w²·E f′(z)²: the range of slopes alone does not tell.",
        ),
        KINKS,
    )
    activations = [entry for entry in _entries(names, vectors=False) if _is_scalar(entry)]
    return Table(columns, tuple(map(_gradient_row, activations)), notes)


def _is_scalar(entry: Entry) -> bool:
    from tutor.activations.record import Activation

    return isinstance(entry, Activation)


def _gradient_row(entry: Entry) -> tuple[Cell, ...]:
    from tutor.activations.catalogue import get

    one = get(entry.name)
    found, normal = facts.known(one), facts.gaussian(one)
    steep = found.slope_supremum.place
    return (
        facts.called(one),
        same(one.derivative_formula, one.derivative_formula),
        facts.slopes(one),
        number(one.derivative(0.0)),
        facts.place(steep),
        number(found.lipschitz),
        number(normal.slope_second_moment),
        number(normal.dead),
        facts.place(found.saturates_left),
        facts.place(found.saturates_right),
    )


def derivative_cards(names: Sequence[str] = ()) -> Table:
    """Return one speed card for every function: its formula, then its derivative and two numbers to remember."""
    columns = (
        FUNCTION,
        FORMULA,
        Column("derivative", Text("导数", "derivative"), whole=True),
        Column("at_zero", Text("f′(0) =", "f′(0) =")),
        Column("slopes", Text("范围", "range")),
    )
    rows = tuple(map(_card_row, _entries(names, vectors=True)))
    return Table(
        columns,
        rows,
        (Text("先遮住第二行，自己写出导数。", "Cover the second line and write it yourself."), KINKS),
        "cards",
    )


def _card_row(entry: Entry) -> tuple[Cell, ...]:
    return (
        facts.called(entry),
        same(entry.formula, entry.formula),
        same(entry.derivative_formula, entry.derivative_formula),
        _numbers(entry, lambda one: number(one.derivative(0.0))),
        _numbers(entry, facts.slopes),
    )
