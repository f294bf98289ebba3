"""SiLU and GELU."""

from __future__ import annotations

from tutor.activations.record import Activation, Framework, Parameter, Source
from tutor.text import Text

HENDRYCKS = Source(2016, "Hendrycks & Gimpel", "Gaussian error linear units (GELUs)")

SILU = Activation(
    name="silu",
    title=Text("SiLU / Swish", "SiLU / Swish"),
    symbol="SiLU",
    aliases=("swish",),
    formula="SiLU(x) = x·σ(βx)",
    derivative_formula="SiLU′(x) = σ(βx) + βx·σ(βx)·σ(−βx)",
    family="gate",
    module="gates",
    parameters=(
        Parameter(
            "β",
            "beta",
            1.0,
            Text("β = 1 是 SiLU；β → ∞ 趋向 ReLU，β = 0 是 x/2", "1 is SiLU; towards ∞ ReLU, at 0 x/2"),
        ),
    ),
    limits=("0", "inf"),
    sources=(
        HENDRYCKS,
        Source(
            2017,
            "Elfwing, Uchibe & Doya",
            "Sigmoid-weighted linear units for neural network function approximation in reinforcement learning",
        ),
        Source(2017, "Ramachandran, Zoph & Le", "Searching for activation functions"),
    ),
    frameworks=(
        Framework("PyTorch", "nn.SiLU"),
        Framework("JAX", "jax.nn.silu"),
        Framework("Keras", "silu"),
    ),
    claims=(
        "silu(x) == x*sigmoid(x)",
        "silu'(x) == sigmoid(x)*(1+x*sigmoid(-x))",
        "silu(x) - silu(-x) == x",
        "silu'(x) + silu'(-x) == 1",
        "swish(x, β=0) == x/2",
    ),
)
GELU = Activation(
    name="gelu",
    title=Text("GELU（高斯误差线性单元）", "GELU"),
    symbol="GELU",
    aliases=("gelu_erf", "gaussian_error_linear_unit"),
    formula="GELU(x) = x·Φ(x)",
    derivative_formula="GELU′(x) = Φ(x) + x·φ(x)",
    family="gate",
    module="gates",
    limits=("0", "inf"),
    sources=(HENDRYCKS,),
    frameworks=(
        Framework("PyTorch", "nn.GELU"),
        Framework(
            "JAX",
            "jax.nn.gelu",
            Text("默认用 tanh 近似（approximate=True）", "the tanh form unless approximate=False is given"),
        ),
        Framework("Keras", "gelu"),
    ),
    claims=(
        "gelu(x) == x*Phi(x)",
        "gelu'(x) == Phi(x)+x*phi(x)",
        "gelu''(x) == (2-x^2)*phi(x)",
        "gelu(x) - gelu(-x) == x",
        "gelu'(x) + gelu'(-x) == 1",
    ),
)
RECORDS = (SILU, GELU)
