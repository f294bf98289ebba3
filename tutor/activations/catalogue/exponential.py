"""ELU, SELU, CELU, xIELU."""

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
    second_formula="ELU″(x) = 0 (x > 0), αeˣ (x < 0)",
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
SELU = Activation(
    name="selu",
    title=Text("SELU（自归一化）", "SELU"),
    symbol="SELU",
    aliases=("scaled_elu",),
    formula="SELU(x) = λx (x > 0), λα(eˣ − 1) (x ≤ 0)",
    derivative_formula="SELU′(x) = λ (x > 0), λαeˣ (x ≤ 0)",
    second_formula="SELU″(x) = 0 (x > 0), λαeˣ (x < 0)",
    family="exponential",
    module="exponential",
    limits=("-1.0507009873554805*1.6732632423543772", "inf"),
    kinks=(
        Kink(
            0.0,
            Text(
                "斜率从左侧 λα 跳到右侧 λ，约定取左侧", "the slope jumps from λα on the left to λ; the left one is used"
            ),
        ),
    ),
    sources=(Source(2017, "Klambauer, Unterthiner, Mayr & Hochreiter", "Self-normalizing neural networks"),),
    frameworks=(Framework("PyTorch", "nn.SELU"), Framework("JAX", "jax.nn.selu"), Framework("Keras", "selu")),
    claims=(
        "selu(x) == 1.0507009873554805*elu(x, α=1.6732632423543772)",
        "E(selu) == 0",
        "E(selu^2) == 1",
    ),
)
CELU = Activation(
    name="celu",
    title=Text("CELU（连续可导的 ELU）", "CELU"),
    symbol="CELU",
    aliases=("continuously_differentiable_elu",),
    formula="CELU(x) = x (x > 0), α(e^(x/α) − 1) (x ≤ 0)",
    derivative_formula="CELU′(x) = 1 (x > 0), e^(x/α) (x ≤ 0)",
    second_formula="CELU″(x) = 0 (x > 0), e^(x/α)/α (x < 0)",
    family="exponential",
    module="exponential",
    parameters=(
        Parameter("α", "alpha", 1.0, Text("左侧趋向 −α，斜率始终连续", "left limit −α; the slope never jumps")),
    ),
    limits=("-α", "inf"),
    kinks=(Kink(0.0, Text("只有二阶导数跳变，约定取左侧 1/α", "only f″ jumps, and the left side's 1/α is used")),),
    sources=(Source(2017, "Barron", "Continuously differentiable exponential linear units"),),
    frameworks=(Framework("PyTorch", "nn.CELU"), Framework("JAX", "jax.nn.celu"), Framework("Keras", "celu")),
    claims=("celu(x) == elu(x)", "celu(x, α=2) == 2*elu(x/2)"),
)
XIELU = Activation(
    name="xielu",
    title=Text("xIELU（由积分得到）", "xIELU"),
    symbol="xIELU",
    formula="f(x) = α_p·x² + x/2 (x > 0), α_n(eˣ − 1 − x) + x/2 (x ≤ 0)",
    derivative_formula="f′(x) = 2α_p·x + ½ (x > 0), α_n(eˣ − 1) + ½ (x ≤ 0)",
    second_formula="f″(x) = 2α_p (x > 0), α_n·eˣ (x < 0)",
    family="exponential",
    module="exponential",
    parameters=(
        Parameter("α_p", "alpha_p", 0.8, Text("右侧的弯曲，可学习", "bend on the right, learnt")),
        Parameter("α_n", "alpha_n", 0.8, Text("左侧的弯曲，可学习", "bend on the left, learnt")),
    ),
    limits=("inf*(α_n-0.5)", "inf"),
    kinks=(Kink(0.0, Text("只有二阶导数跳变，约定取左侧 α_n", "only f″ jumps, and the left side's α_n is used")),),
    sources=(Source(2024, "Huang & Schlag", "Deriving activation functions using integration"),),
    claims=("xielu'(0) == 0.5", "xielu(x, α_p=0, α_n=0) == x/2"),
)
RECORDS = (ELU, SELU, CELU, XIELU)
