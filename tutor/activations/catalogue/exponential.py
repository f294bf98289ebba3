"""ELU."""

from __future__ import annotations

from tutor.activations.record import Activation, Framework, Kink, Parameter, Source
from tutor.text import Text

ELU = Activation(
    name="elu",
    title=Text("ELU（指数线性单元）", "ELU"),
    symbol="ELU",
    aliases=("exponential_linear_unit",),
    formula="ELU(x) = x (x > 0), α(eˣ − 1) (x ≤ 0)",
    derivative_formula="ELU′(x) = 1 (x > 0), αeˣ (x ≤ 0)",
    family="exponential",
    module="exponential",
    parameters=(Parameter("α", "alpha", 1.0, Text("左侧趋向 −α", "the left side settles at −α")),),
    limits=("-α", "inf"),
    kinks=(
        Kink(
            0.0,
            Text(
                "α = 1 时一阶导数连续、二阶导数跳变；α ≠ 1 时斜率跳变，约定取左侧 α",
                "with α = 1 only f″ jumps at 0; otherwise the slope does, and the left one, α, is used",
            ),
        ),
    ),
    sources=(
        Source(
            2015,
            "Clevert, Unterthiner & Hochreiter",
            "Fast and accurate deep network learning by exponential linear units (ELUs)",
        ),
    ),
    frameworks=(Framework("PyTorch", "nn.ELU"), Framework("JAX", "jax.nn.elu"), Framework("Keras", "elu")),
    claims=("elu(x) == max(0, x) + min(0, exp(x)-1)", "elu'(x) == min(1, elu(x)+1)"),
)
RECORDS = (ELU,)
