"""ReLU and its straight kin."""

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
    second_formula="ReLU″(x) = 0 (x ≠ 0)",
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
    second_formula="f″(x) = 0 (x ≠ 0)",
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
        Framework("JAX", "jax.nn.leaky_relu", Text("0 处取右侧斜率 1", "takes the right slope 1 at 0")),
        Framework("Keras", "leaky_relu", Text("默认 α = 0.2", "α = 0.2 unless given")),
    ),
    claims=("leaky_relu(x) == max(x, 0.01*x)", "leaky_relu(x, α=0) == relu(x)", "leaky_relu(x, α=1) == x"),
)
LEFT_SLOPE = Text("在 0 处不可导，约定取左侧斜率", "no derivative at 0; by convention the left slope is used")
PRELU = Activation(
    name="prelu",
    title=Text("PReLU（参数化 ReLU）", "PReLU"),
    symbol="PReLU",
    aliases=("parametric_relu",),
    formula="f(x) = x (x > 0), αx (x ≤ 0)",
    derivative_formula="f′(x) = 1 (x > 0), α (x < 0);  ∂f/∂α = min(0, x)",
    second_formula="f″(x) = 0 (x ≠ 0)",
    family="rectifier",
    module="rectifiers",
    parameters=(
        Parameter("α", "alpha", 0.25, Text("左侧斜率，从 0.25 开始学习", "slope on the left, learnt from 0.25 on")),
    ),
    limits=("-inf*α", "inf"),
    kinks=(Kink(0.0, LEFT_SLOPE),),
    sources=(
        Source(
            2015,
            "He, Zhang, Ren & Sun",
            "Delving deep into rectifiers: surpassing human-level performance on ImageNet classification",
        ),
    ),
    frameworks=(
        Framework("PyTorch", "nn.PReLU"),
        Framework("Keras", "layers.PReLU", Text("默认从 α = 0 开始", "starts from α = 0 unless told otherwise")),
    ),
    claims=("prelu(x, α=0.01) == leaky_relu(x)",),
)
RRELU = Activation(
    name="rrelu",
    title=Text("RReLU（随机 ReLU，评估时）", "RReLU (in evaluation)"),
    symbol="RReLU",
    aliases=("randomized_relu",),
    formula="f(x) = x (x > 0), (l + u)/2·x (x ≤ 0)",
    derivative_formula="f′(x) = 1 (x > 0), (l + u)/2 (x < 0)",
    second_formula="f″(x) = 0 (x ≠ 0)",
    family="rectifier",
    module="rectifiers",
    parameters=(
        Parameter("l", "lower", 0.125, Text("训练时斜率的下限", "lowest slope drawn in training")),
        Parameter("u", "upper", 1 / 3, Text("训练时斜率的上限", "highest slope drawn in training")),
    ),
    limits=("-inf*(lower+upper)", "inf"),
    kinks=(Kink(0.0, LEFT_SLOPE),),
    sources=(
        Source(2015, "Xu, Wang, Chen & Li", "Empirical evaluation of rectified activations in convolutional network"),
    ),
    frameworks=(Framework("PyTorch", "nn.RReLU"),),
    claims=("rrelu(x) == leaky_relu(x, α=11/48)",),
)
SQUARED_RELU = Activation(
    name="squared_relu",
    title=Text("ReLU²（平方 ReLU）", "Squared ReLU"),
    symbol="ReLU²",
    aliases=("relu2", "relu_squared"),
    formula="f(x) = max(0, x)²",
    derivative_formula="f′(x) = 2·max(0, x)",
    second_formula="f″(x) = 2 (x > 0), 0 (x < 0)",
    family="rectifier",
    module="rectifiers",
    limits=("0", "inf"),
    kinks=(Kink(0.0, Text("只有二阶导数跳变，约定取左侧的 0", "only f″ jumps, and the left side's 0 is used")),),
    sources=(Source(2021, "So et al.", "Primer: searching for efficient transformers for language modeling"),),
    claims=("squared_relu(x) == relu(x)^2", "squared_relu'(x) == 2*relu(x)"),
)
STAR_RELU = Activation(
    name="star_relu",
    title=Text("StarReLU", "StarReLU"),
    symbol="StarReLU",
    formula="f(x) = s·max(0, x)² + b",
    derivative_formula="f′(x) = 2s·max(0, x)",
    second_formula="f″(x) = 2s (x > 0), 0 (x < 0)",
    family="rectifier",
    module="rectifiers",
    parameters=(
        Parameter("s", "s", 0.8944, Text("缩放，使方差约为 1", "scale, for a variance of about 1")),
        Parameter("b", "b", -0.4472, Text("偏移，使均值约为 0", "shift, for a mean of about 0")),
    ),
    limits=("b", "inf"),
    kinks=(Kink(0.0, Text("只有二阶导数跳变，约定取左侧的 0", "only f″ jumps, and the left side's 0 is used")),),
    sources=(Source(2022, "Yu et al.", "MetaFormer baselines for vision"),),
    claims=("star_relu(x) == 0.8944*relu(x)^2 - 0.4472",),
)
APL = Activation(
    name="apl",
    title=Text("APL（自适应分段线性，一个折点）", "APL (one hinge)"),
    symbol="APL",
    aliases=("adaptive_piecewise_linear",),
    formula="f(x) = max(0, x) + a·max(0, b − x)",
    derivative_formula="f′(x) = 1[x > 0] − a·1[x < b]",
    second_formula="f″(x) = 0 (x ≠ 0, x ≠ b)",
    family="rectifier",
    module="rectifiers",
    parameters=(
        Parameter("a", "a", -0.2, Text("折点左侧的斜率（取负），可学习", "minus the slope left of the hinge, learnt")),
        Parameter("b", "b", 1.0, Text("折点的位置，可学习", "place of the hinge, learnt")),
    ),
    limits=("inf*a", "inf"),
    kinks=(Kink(0.0, LEFT_SLOPE), Kink("b", LEFT_SLOPE)),
    sources=(
        Source(
            2014,
            "Agostinelli, Hoffman, Sadowski & Baldi",
            "Learning activation functions to improve deep neural networks",
        ),
    ),
    claims=("apl(x, a=-0.2, b=0) == leaky_relu(x, α=0.2)", "apl(x) == max(0, x) - 0.2*max(0, 1-x)"),
)
RECORDS = (RELU, LEAKY_RELU, PRELU, RRELU, SQUARED_RELU, STAR_RELU, APL)
