"""Hard sigmoid, hard tanh, ReLU6, hard swish."""

from __future__ import annotations

from tutor.activations.record import Activation, Framework, Kink, Source
from tutor.text import Text

FLAT = Text("不可导，约定取外侧平坦段的斜率 0", "no derivative; by convention the 0 of the flat side is used")
OUTER = Text(
    "斜率跳变 ½；本课程取外侧直线段的斜率，JAX 也这样取",
    "the slope jumps by ½; this course takes the outer straight piece's, as JAX does",
)
MOBILE = Source(2019, "Howard et al.", "Searching for MobileNetV3")

HARD_SIGMOID = Activation(
    name="hard_sigmoid",
    title=Text("Hard Sigmoid（分段线性）", "Hard sigmoid"),
    symbol="hard σ",
    formula="f(x) = min(max((x + 3)/6, 0), 1)",
    derivative_formula="f′(x) = 1/6 (|x| < 3), 0 (|x| > 3)",
    second_formula="f″(x) = 0 (|x| ≠ 3)",
    family="hard",
    module="hard",
    limits=("0", "1"),
    kinks=(Kink(-3.0, FLAT), Kink(3.0, FLAT)),
    sources=(
        Source(
            2015,
            "Courbariaux, Bengio & David",
            "BinaryConnect: training deep neural networks with binary weights during propagations",
        ),
        MOBILE,
    ),
    frameworks=(
        Framework("PyTorch", "nn.Hardsigmoid"),
        Framework("JAX", "jax.nn.hard_sigmoid"),
        Framework(
            "Keras",
            "hard_sigmoid",
            Text("Keras 2 用的是 clip(0.2x + 0.5, 0, 1)", "Keras 2 used clip(0.2x + 0.5, 0, 1)"),
        ),
    ),
    claims=("hard_sigmoid(x) == relu6(x+3)/6",),
)
HARD_TANH = Activation(
    name="hard_tanh",
    title=Text("Hard Tanh（分段线性）", "Hard tanh"),
    symbol="hard tanh",
    formula="f(x) = min(max(x, −1), 1)",
    derivative_formula="f′(x) = 1 (|x| < 1), 0 (|x| > 1)",
    second_formula="f″(x) = 0 (|x| ≠ 1)",
    family="hard",
    module="hard",
    limits=("-1", "1"),
    kinks=(Kink(-1.0, FLAT), Kink(1.0, FLAT)),
    frameworks=(
        Framework("PyTorch", "nn.Hardtanh"),
        Framework("JAX", "jax.nn.hard_tanh", Text("±1 处取内侧斜率 1", "takes the inner slope 1 at ±1")),
        Framework("Keras", "hard_tanh"),
    ),
    claims=("hard_tanh(x) == relu(x+1) - relu(x-1) - 1",),
)
RELU6 = Activation(
    name="relu6",
    title=Text("ReLU6（上限为 6）", "ReLU6"),
    symbol="ReLU6",
    formula="f(x) = min(max(0, x), 6)",
    derivative_formula="f′(x) = 1 (0 < x < 6), 0 (x < 0, x > 6)",
    second_formula="f″(x) = 0 (x ≠ 0, x ≠ 6)",
    family="hard",
    module="hard",
    limits=("0", "6"),
    kinks=(Kink(0.0, FLAT), Kink(6.0, FLAT)),
    sources=(Source(2010, "Krizhevsky", "Convolutional deep belief networks on CIFAR-10"),),
    frameworks=(Framework("PyTorch", "nn.ReLU6"), Framework("JAX", "jax.nn.relu6"), Framework("Keras", "relu6")),
    claims=("relu6(x) == relu(x) - relu(x-6)",),
)
HARD_SWISH = Activation(
    name="hard_swish",
    title=Text("Hard Swish", "Hard swish"),
    symbol="hard swish",
    aliases=("hard_silu",),
    formula="f(x) = x·min(max(x + 3, 0), 6)/6",
    derivative_formula="f′(x) = 0 (x < −3), (2x + 3)/6 (|x| < 3), 1 (x > 3)",
    second_formula="f″(x) = 1/3 (|x| < 3), 0 (|x| > 3)",
    family="hard",
    module="hard",
    limits=("0", "inf"),
    kinks=(Kink(-3.0, OUTER), Kink(3.0, OUTER)),
    sources=(MOBILE,),
    frameworks=(
        Framework("PyTorch", "nn.Hardswish"),
        Framework("JAX", "jax.nn.hard_swish"),
        Framework("Keras", "hard_swish"),
    ),
    claims=("hard_swish(x) == x*hard_sigmoid(x)", "min(hard_swish) == -3/8", "hard_swish(x) - hard_swish(-x) == x"),
)
RECORDS = (HARD_SIGMOID, HARD_TANH, RELU6, HARD_SWISH)
