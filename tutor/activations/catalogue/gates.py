"""SiLU, GELU and the functions made in their manner."""

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
    second_formula="SiLU″(x) = β·σ(y)·σ(−y)·(2 − y·tanh(y/2)), y = βx",
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
    second_formula="GELU″(x) = (2 − x²)·φ(x)",
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
GELU_TANH = Activation(
    name="gelu_tanh",
    title=Text("GELU 的 tanh 近似", "GELU, tanh form"),
    symbol="GELU tanh",
    aliases=("gelu_new", "gelu_approximate"),
    formula="f(x) = x/2·(1 + tanh(√(2/π)·(x + 0.044715x³)))",
    derivative_formula="f′(x) = σ(y) + x·y′·σ(y)·σ(−y), y = 2√(2/π)·(x + 0.044715x³)",
    second_formula="f″(x) = σ(y)·σ(−y)·(2y′ + x·y″ − x·y′²·tanh(y/2)), y = 2√(2/π)·(x + 0.044715x³)",
    family="gate",
    module="gate_forms",
    limits=("0", "inf"),
    sources=(HENDRYCKS,),
    frameworks=(
        Framework("PyTorch", "nn.GELU", Text('需要 approximate="tanh"', 'with approximate="tanh"')),
        Framework("JAX", "jax.nn.gelu"),
        Framework("Keras", "gelu", Text("需要 approximate=True", "with approximate=True")),
    ),
    claims=("gelu_tanh(x) == x/2*(1+tanh(√(2/π)*(x+0.044715*x^3)))", "max(abs(gelu_tanh - gelu)) ≈ 4.73e-4"),
)
QUICK_GELU = Activation(
    name="quick_gelu",
    title=Text("GELU 的 Sigmoid 近似", "GELU, sigmoid form"),
    symbol="quick GELU",
    aliases=("gelu_sigmoid",),
    formula="f(x) = x·σ(1.702x)",
    derivative_formula="f′(x) = σ(y) + y·σ(y)·σ(−y), y = 1.702x",
    second_formula="f″(x) = 1.702·σ(y)·σ(−y)·(2 − y·tanh(y/2)), y = 1.702x",
    family="gate",
    module="gate_forms",
    limits=("0", "inf"),
    sources=(HENDRYCKS,),
    claims=("quick_gelu(x) == x*sigmoid(1.702*x)", "max(abs(quick_gelu - gelu)) ≈ 0.0203"),
)
MISH = Activation(
    name="mish",
    title=Text("Mish", "Mish"),
    symbol="Mish",
    formula="Mish(x) = x·tanh(softplus(x))",
    derivative_formula="Mish′(x) = tanh(s) + x·σ(x)·(1 − tanh²(s)), s = softplus(x)",
    second_formula="Mish″(x) = σ(x)·(1 − t²)·(2 + x·(σ(−x) − 2t·σ(x))), t = tanh(softplus(x))",
    family="gate",
    module="gate_forms",
    limits=("0", "inf"),
    sources=(Source(2019, "Misra", "Mish: a self regularized non-monotonic activation function"),),
    frameworks=(Framework("PyTorch", "nn.Mish"), Framework("JAX", "jax.nn.mish"), Framework("Keras", "mish")),
    claims=(
        "mish(x) == x*tanh(softplus(x))",
        "mish'(x) == tanh(softplus(x)) + x*sigmoid(x)*tanh'(softplus(x))",
        "(x*tanh(softplus(x)))''(x) == mish''(x)",
        "mish'(0) == 3/5",
    ),
)
ACON_C = Activation(
    name="acon_c",
    title=Text("ACON-C（学会开关的函数）", "ACON-C"),
    symbol="ACON-C",
    aliases=("acon",),
    formula="f(x) = (p₁ − p₂)x·σ(β(p₁ − p₂)x) + p₂x",
    derivative_formula="f′(x) = (p₁ − p₂)·(σ(y) + y·σ(y)·σ(−y)) + p₂, y = β(p₁ − p₂)x",
    second_formula="f″(x) = β(p₁ − p₂)²·σ(y)·σ(−y)·(2 − y·tanh(y/2)), y = β(p₁ − p₂)x",
    family="gate",
    module="gate_forms",
    parameters=(
        Parameter("p₁", "p1", 1.0, Text("右侧的斜率，可学习", "slope far right, learnt")),
        Parameter("p₂", "p2", 0.25, Text("左侧的斜率，可学习", "slope far left, learnt")),
        Parameter("β", "beta", 1.0, Text("0 是直线，∞ 是 max(p₁x, p₂x)", "0 gives a line, ∞ gives max(p₁x, p₂x)")),
    ),
    limits=("-inf*p2", "inf*p1"),
    sources=(Source(2021, "Ma, Zhang, Liu & Sun", "Activate or not: learning customized activation"),),
    claims=(
        "acon_c(x, p1=1, p2=0) == silu(x)",
        "acon_c(x, β=0) == (1+0.25)*x/2",
        "acon_c(x, β=1e9) == max(x, 0.25*x)",
    ),
)
RECORDS = (SILU, GELU, GELU_TANH, QUICK_GELU, MISH, ACON_C)
