"""Sigmoid, tanh and softplus."""

from __future__ import annotations

from tutor.activations.record import Activation, Framework, Parameter, Source
from tutor.text import Text

SIGMOID = Activation(
    name="sigmoid",
    title=Text("Sigmoid（S 型函数）", "Sigmoid"),
    symbol="σ",
    aliases=("σ", "logistic", "expit"),
    formula="σ(x) = 1 / (1 + e⁻ˣ)",
    derivative_formula="σ′(x) = σ(x)·σ(−x)",
    second_formula="σ″(x) = σ′(x)·(1 − 2σ(x))",
    family="sigmoid",
    module="logistic",
    limits=("0", "1"),
    sources=(Source(1986, "Rumelhart, Hinton & Williams", "Learning representations by back-propagating errors"),),
    frameworks=(
        Framework("PyTorch", "nn.Sigmoid"),
        Framework("JAX", "jax.nn.sigmoid"),
        Framework("Keras", "sigmoid"),
    ),
    claims=(
        "sigmoid(x) == 1/(1+exp(-x))",
        "sigmoid(x) + sigmoid(-x) == 1",
        "sigmoid'(x) == sigmoid(x)*sigmoid(-x)",
        "sigmoid''(x) == sigmoid'(x)*(1-2*sigmoid(x))",
    ),
)
TANH = Activation(
    name="tanh",
    title=Text("Tanh（双曲正切）", "Tanh"),
    symbol="tanh",
    aliases=("hyperbolic_tangent",),
    formula="tanh(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)",
    derivative_formula="tanh′(x) = 1 − tanh²(x)",
    second_formula="tanh″(x) = −2·tanh(x)·(1 − tanh²(x))",
    family="sigmoid",
    module="logistic",
    limits=("-1", "1"),
    sources=(Source(1998, "LeCun, Bottou, Orr & Müller", "Efficient BackProp"),),
    frameworks=(Framework("PyTorch", "nn.Tanh"), Framework("JAX", "jax.nn.tanh"), Framework("Keras", "tanh")),
    claims=(
        "tanh(x) == (exp(x)-exp(-x))/(exp(x)+exp(-x))",
        "tanh(x) == 2*sigmoid(2*x)-1",
        "tanh'(x) == 1-tanh(x)^2",
        "tanh''(x) == -2*tanh(x)*tanh'(x)",
    ),
)
SOFTPLUS = Activation(
    name="softplus",
    title=Text("Softplus（平滑 ReLU）", "Softplus"),
    symbol="softplus",
    aliases=("smooth_relu",),
    formula="softplus(x) = ln(1 + e^(βx)) / β",
    derivative_formula="softplus′(x) = σ(βx)",
    second_formula="softplus″(x) = β·σ(βx)·σ(−βx)",
    family="sigmoid",
    module="logistic",
    parameters=(Parameter("β", "beta", 1.0, Text("越大越贴近 ReLU", "the larger, the closer to ReLU")),),
    limits=("0", "inf"),
    sources=(
        Source(
            2000,
            "Dugas, Bengio, Bélisle, Nadeau & Garcia",
            "Incorporating second-order functional knowledge for better option pricing",
        ),
    ),
    frameworks=(
        Framework(
            "PyTorch",
            "nn.Softplus",
            Text("βx > 20 时直接返回 x", "returns x itself where βx > 20"),
        ),
        Framework("JAX", "jax.nn.softplus"),
        Framework("Keras", "softplus"),
    ),
    claims=("softplus(x) == log(1+exp(x))", "softplus'(x) == sigmoid(x)", "softplus(x) - softplus(-x) == x"),
)
RECORDS = (SIGMOID, TANH, SOFTPLUS)
