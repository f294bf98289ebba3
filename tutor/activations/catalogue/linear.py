"""Identity and step."""

from __future__ import annotations

from tutor.activations.record import Activation, Framework, Kink, Source
from tutor.text import Text

IDENTITY = Activation(
    name="identity",
    title=Text("恒等函数", "Identity"),
    symbol="id",
    aliases=("linear",),
    formula="f(x) = x",
    derivative_formula="f′(x) = 1",
    second_formula="f″(x) = 0",
    family="linear",
    module="linear",
    limits=("-inf", "inf"),
    frameworks=(
        Framework("PyTorch", "nn.Identity"),
        Framework("JAX", "jax.nn.identity"),
        Framework("Keras", "linear"),
    ),
    claims=("identity(x) == x", "E(identity^2) == 1"),
)
STEP = Activation(
    name="step",
    title=Text("阶跃函数", "Step"),
    symbol="H",
    aliases=("heaviside", "threshold"),
    formula="H(x) = 1 (x > 0), 0 (x ≤ 0)",
    derivative_formula="H′(x) = 0 (x ≠ 0)",
    second_formula="H″(x) = 0 (x ≠ 0)",
    family="linear",
    module="linear",
    limits=("0", "1"),
    kinks=(
        Kink(
            0.0,
            Text(
                "在 0 处跳变；本课程约定 H(0) = 0，与 ReLU′(0) = 0 一致",
                "jumps at 0; this course takes H(0) = 0, as it takes ReLU′(0) = 0",
            ),
        ),
    ),
    sources=(Source(1943, "McCulloch & Pitts", "A logical calculus of the ideas immanent in nervous activity"),),
    frameworks=(
        Framework(
            "PyTorch",
            "torch.heaviside",
            Text("0 处的值由调用者给出", "the value at 0 is given by the caller"),
        ),
    ),
    claims=("step(x) == relu'(x)",),
)
RECORDS = (IDENTITY, STEP)
