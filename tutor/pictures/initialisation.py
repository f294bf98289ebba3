"""Which initialisation goes with which activation, and what it does to the signal: computed, not remembered."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from tutor.activations.catalogue import get
from tutor.pictures import facts
from tutor.pictures.sheets import FUNCTION, NORMAL
from tutor.pictures.table import NONE, Cell, Column, Table, number, same
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LECUN = Text("LeCun：1/n", "LeCun: 1/n")
XAVIER = Text("Xavier：2/(n + m)", "Xavier: 2/(n + m)")
HE = Text("He：2/n", "He: 2/n")
HE_LEAKY = Text("He：2/((1 + α²)n)", "He: 2/((1 + α²)n)")


@dataclass(frozen=True, slots=True)
class Pairing:
    """An initialisation with the σ_w² = n·Var(w) it means in a square layer, and why it is taken."""

    initialisation: Text
    sigma_squared: float
    why: Text


LINEAR = Text("推导假设 f′(0) = 1", "derived for a slope of 1 at 0")
PAIRINGS: Mapping[str, Pairing] = {
    "sigmoid": Pairing(
        XAVIER,
        1.0,
        Text("斜率至多 ¼，没有残差、归一化时梯度照样消失", "slopes of at most ¼ still vanish in deep plain nets"),
    ),
    "tanh": Pairing(XAVIER, 1.0, LINEAR),
    "softsign": Pairing(XAVIER, 1.0, LINEAR),
    "relu": Pairing(HE, 2.0, Text("恰好：E f² = E f′² = ½", "exact: E f² = E f′² = ½")),
    "leaky_relu": Pairing(HE_LEAKY, 2 / (1 + 0.01**2), Text("按斜率修正的 He", "He, corrected for the slope")),
    "prelu": Pairing(HE_LEAKY, 2 / (1 + 0.25**2), Text("从 α = 0.25 算起", "for the α = 0.25 it starts from")),
    "relu6": Pairing(HE, 2.0, Text("小输入时与 ReLU 相同", "the same as ReLU for small inputs")),
    "elu": Pairing(HE, 2.0, Text("略偏大，常配归一化", "a little large; usually normalised")),
    "selu": Pairing(
        LECUN, 1.0, Text("不动点的条件：均值 0、方差 1", "the fixed point asks for it: mean 0, variance 1")
    ),
    "silu": Pairing(
        HE, 2.0, Text("没有归一化与残差，信号会逐层衰减", "collapses in deep plain nets: normalise, add residuals")
    ),
    "gelu": Pairing(
        HE, 2.0, Text("没有归一化与残差，信号会逐层衰减", "collapses in deep plain nets: normalise, add residuals")
    ),
    "mish": Pairing(
        HE, 2.0, Text("没有归一化与残差，信号会逐层衰减", "collapses in deep plain nets: normalise, add residuals")
    ),
}
# the factors of torch.nn.init.calculate_gain
FRAMEWORK: Mapping[str, float] = {
    "sigmoid": 1.0,
    "tanh": 5 / 3,
    "relu": sqrt(2),
    "leaky_relu": sqrt(2 / (1 + 0.01**2)),
    "selu": 3 / 4,
}


def initialisation(names: Sequence[str] = ()) -> Table:
    """Return the pairings; forward and backward are the factors of one layer on squared signals."""
    columns = (
        FUNCTION,
        Column("pair", Text("配什么（方差）", "pair with (variance)"), whole=True),
        Column("forward", Text("前向每层 ×", "forward ×"), "right"),
        Column("backward", Text("反向每层 ×", "backward ×"), "right"),
        Column("gain", Text("精确增益", "exact gain"), "right"),
        Column("framework", Text("PyTorch 增益", "PyTorch gain"), "right"),
        Column("why", Text("说明", "why")),
    )
    notes = (
        Text(
            "n 是输入数，m 是输出数（这里 m = n）。前向 σ_w²·E f(z)²，反向 σ_w²·E f′(z)²：越接近 1 越稳。",
            "n inputs, m outputs (here m = n). Forward σ_w²·E f(z)², backward σ_w²·E f′(z)²: best near 1.",
        ),
        Text(
            "精确增益 = 1/√E f(z)²：使平方均值保持 1。",
            "The exact gain 1/√E f(z)² keeps the mean square at 1.",
        ),
        NORMAL,
    )
    chosen = [get(name).name for name in names] or list(PAIRINGS)
    return Table(columns, tuple(_row(name) for name in chosen if name in PAIRINGS), notes)


def _row(name: str) -> tuple[Cell, ...]:
    one, pairing = get(name), PAIRINGS[name]
    normal = facts.gaussian(one)
    factor = FRAMEWORK.get(name)
    return (
        facts.called(one),
        Cell(pairing.initialisation),
        number(pairing.sigma_squared * normal.second_moment),
        number(pairing.sigma_squared * normal.slope_second_moment),
        number(normal.gain),
        same(significant(factor), factor) if factor is not None else NONE,
        Cell(pairing.why),
    )
