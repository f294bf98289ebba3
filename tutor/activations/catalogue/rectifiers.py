"""ReLU and leaky ReLU."""

from __future__ import annotations

from tutor.activations.record import Activation, Framework, Kink, Parameter, Source
from tutor.text import Text

RELU = Activation(
    name="relu",
    title=Text("ReLU（修正线性单元）", "ReLU"),
    symbol="ReLU",
    aliases=("rectifier", "rectified_linear_unit"),
    formula="ReLU(x) = max(0, x)",
    derivative_formula="ReLU′(x) = 1 (x > 0), 0 (x < 0)",
    family="rectifier",
    module="rectifiers",
    limits=("0", "inf"),
    kinks=(
        Kink(
            0.0,
            Text(
                "在 0 处不可导；次梯度是 [0, 1]，各框架约定取 0",
                "no derivative at 0; the subgradients are [0, 1], and by convention 0 is used",
            ),
        ),
    ),
    sources=(
        Source(
            1969,
            "Fukushima",
            "Visual feature extraction by a multilayered network of analog threshold elements",
        ),
        Source(2010, "Nair & Hinton", "Rectified linear units improve restricted Boltzmann machines"),
    ),
    frameworks=(Framework("PyTorch", "nn.ReLU"), Framework("JAX", "jax.nn.relu"), Framework("Keras", "relu")),
    claims=("relu(x) == max(0, x)", "relu(x) == (x+abs(x))/2", "relu(x) - relu(-x) == x", "relu(3*x) == 3*relu(x)"),
)
LEAKY_RELU = Activation(
    name="leaky_relu",
    title=Text("Leaky ReLU（渗漏 ReLU）", "Leaky ReLU"),
    symbol="LReLU",
    aliases=("lrelu", "leaky"),
    formula="f(x) = x (x > 0), αx (x ≤ 0)",
    derivative_formula="f′(x) = 1 (x > 0), α (x < 0)",
    family="rectifier",
    module="rectifiers",
    parameters=(Parameter("α", "alpha", 0.01, Text("左侧斜率，固定不学习", "slope on the left, fixed, not learnt")),),
    limits=("-inf*α", "inf"),
    kinks=(
        Kink(
            0.0,
            Text("在 0 处不可导，约定取左侧斜率 α", "no derivative at 0; by convention the left slope α is used"),
        ),
    ),
    sources=(Source(2013, "Maas, Hannun & Ng", "Rectifier nonlinearities improve neural network acoustic models"),),
    frameworks=(
        Framework("PyTorch", "nn.LeakyReLU"),
        Framework("JAX", "jax.nn.leaky_relu"),
        Framework("Keras", "leaky_relu", Text("默认 α = 0.2", "α = 0.2 unless given")),
    ),
    claims=("leaky_relu(x) == max(x, 0.01*x)", "leaky_relu(x, α=0) == relu(x)", "leaky_relu(x, α=1) == x"),
)
RECORDS = (RELU, LEAKY_RELU)
