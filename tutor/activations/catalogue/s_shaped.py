"""More S-shaped functions: log-sigmoid, LeCun's tanh, tanhshrink, softsign, erf, DyT."""

from __future__ import annotations

from tutor.activations.record import Activation, Framework, Kink, Parameter, Source
from tutor.text import Text

LOG_SIGMOID = Activation(
    name="log_sigmoid",
    title=Text("对数 Sigmoid", "Log-sigmoid"),
    symbol="ln σ",
    formula="f(x) = ln σ(x) = −softplus(−x)",
    derivative_formula="f′(x) = σ(−x)",
    second_formula="f″(x) = −σ(x)·σ(−x)",
    family="sigmoid",
    module="s_shaped",
    limits=("-inf", "0"),
    frameworks=(
        Framework("PyTorch", "nn.LogSigmoid"),
        Framework("JAX", "jax.nn.log_sigmoid"),
        Framework("Keras", "log_sigmoid"),
    ),
    claims=("log_sigmoid(x) == log(sigmoid(x))", "log_sigmoid(x) == -softplus(-x)", "log_sigmoid'(x) == sigmoid(-x)"),
)
LECUN_TANH = Activation(
    name="lecun_tanh",
    title=Text("LeCun tanh（缩放的双曲正切）", "LeCun's tanh"),
    symbol="LeCun tanh",
    aliases=("scaled_tanh",),
    formula="f(x) = 1.7159·tanh(2x/3)",
    derivative_formula="f′(x) = 1.1439·(1 − tanh²(2x/3))",
    second_formula="f″(x) = −1.5252·tanh(2x/3)·(1 − tanh²(2x/3))",
    family="sigmoid",
    module="s_shaped",
    limits=("-1.7159", "1.7159"),
    sources=(Source(1998, "LeCun, Bottou, Orr & Müller", "Efficient BackProp"),),
    claims=("lecun_tanh(x) == 1.7159*tanh(2*x/3)", "lecun_tanh(1) ≈ 1.00000"),
)
TANHSHRINK = Activation(
    name="tanhshrink",
    title=Text("Tanhshrink", "Tanhshrink"),
    symbol="tanhshrink",
    formula="f(x) = x − tanh(x)",
    derivative_formula="f′(x) = tanh²(x)",
    second_formula="f″(x) = 2·tanh(x)·(1 − tanh²(x))",
    family="sigmoid",
    module="s_shaped",
    limits=("-inf", "inf"),
    frameworks=(Framework("PyTorch", "nn.Tanhshrink"), Framework("Keras", "tanh_shrink")),
    claims=("tanhshrink(x) == x - tanh(x)", "tanhshrink'(x) == tanh(x)^2"),
)
SOFTSIGN = Activation(
    name="softsign",
    title=Text("Softsign", "Softsign"),
    symbol="softsign",
    formula="f(x) = x / (1 + |x|)",
    derivative_formula="f′(x) = 1 / (1 + |x|)²",
    second_formula="f″(x) = −2·sign(x) / (1 + |x|)³",
    family="sigmoid",
    module="s_shaped",
    limits=("-1", "1"),
    kinks=(
        Kink(
            0.0,
            Text("二阶导数在 0 处从 2 跳到 −2，约定取 0", "f″ jumps from 2 to −2 at 0, where 0 is used"),
        ),
    ),
    sources=(Source(2009, "Turian, Bergstra & Bengio", "Quadratic features and deep architectures for chunking"),),
    frameworks=(
        Framework("PyTorch", "nn.Softsign"),
        Framework("JAX", "jax.nn.soft_sign"),
        Framework("Keras", "softsign"),
    ),
    claims=("softsign(x) == x/(1+abs(x))", "softsign'(x) == 1/(1+abs(x))^2"),
)
ERF = Activation(
    name="erf",
    title=Text("误差函数 erf", "Error function"),
    symbol="erf",
    aliases=("error_function",),
    formula="erf(x) = 2/√π·∫₀ˣ e^(−t²) dt",
    derivative_formula="erf′(x) = 2/√π·e^(−x²)",
    second_formula="erf″(x) = −4x/√π·e^(−x²)",
    family="sigmoid",
    module="s_shaped",
    limits=("-1", "1"),
    claims=("erf(x) == 2*Phi(√2*x) - 1", "erf'(x) == 2/√π*exp(-x^2)"),
)
DYT = Activation(
    name="dyt",
    title=Text("DyT（动态 tanh）", "DyT (dynamic tanh)"),
    symbol="DyT",
    aliases=("dynamic_tanh",),
    formula="DyT(x) = tanh(αx)",
    derivative_formula="DyT′(x) = α·(1 − tanh²(αx))",
    second_formula="DyT″(x) = −2α²·tanh(αx)·(1 − tanh²(αx))",
    family="sigmoid",
    module="s_shaped",
    parameters=(
        Parameter(
            "α",
            "alpha",
            0.5,
            Text(
                "可学习的陡缓；原层另有逐通道的缩放与平移",
                "learnt steepness; the layer adds a scale and a shift per channel",
            ),
        ),
    ),
    limits=("-1", "1"),
    sources=(Source(2025, "Zhu, Chen, He, LeCun & Liu", "Transformers without normalization"),),
    claims=("dyt(x, α=1) == tanh(x)",),
)
RECORDS = (LOG_SIGMOID, LECUN_TANH, TANHSHRINK, SOFTSIGN, ERF, DYT)
