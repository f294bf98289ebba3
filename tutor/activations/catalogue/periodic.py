"""Sine and Snake."""

from __future__ import annotations

from tutor.activations.record import Activation, Parameter, Source
from tutor.text import Text

SINE = Activation(
    name="sine",
    title=Text("正弦", "Sine"),
    symbol="sin",
    aliases=("sin", "siren"),
    formula="f(x) = sin(ωx)",
    derivative_formula="f′(x) = ω·cos(ωx)",
    second_formula="f″(x) = −ω²·sin(ωx)",
    family="periodic",
    module="periodic",
    parameters=(Parameter("ω", "omega", 1.0, Text("频率；SIREN 用 30", "frequency; SIREN takes 30")),),
    limits=("", ""),
    sources=(
        Source(
            2020,
            "Sitzmann, Martel, Bergman, Lindell & Wetzstein",
            "Implicit neural representations with periodic activation functions",
        ),
    ),
    claims=("sine''(x) == -sine(x)", "E(sine^2) == (1-exp(-2))/2"),
)
SNAKE = Activation(
    name="snake",
    title=Text("Snake（带周期的直线）", "Snake"),
    symbol="Snake",
    formula="f(x) = x + sin²(ax)/a",
    derivative_formula="f′(x) = 1 + sin(2ax)",
    second_formula="f″(x) = 2a·cos(2ax)",
    family="periodic",
    module="periodic",
    parameters=(Parameter("a", "a", 1.0, Text("频率，可学习", "frequency, learnt")),),
    limits=("-inf", "inf"),
    sources=(
        Source(2020, "Ziyin, Hartwig & Ueda", "Neural networks fail to learn periodic functions and how to fix it"),
    ),
    claims=("snake(x) == x + sin(x)^2", "snake'(x) == 1 + sin(2*x)", "range(snake') == [0, 2]"),
)
RECORDS = (SINE, SNAKE)
