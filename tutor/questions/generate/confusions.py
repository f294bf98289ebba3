"""Which functions learners take for one another, and the name of that mistake in the course."""

from __future__ import annotations

COUSIN = "cousin-for-it"
SMOOTH = "relu-for-smooth"
TANH, SIGMOID = "tanh-for-sigmoid", "sigmoid-for-tanh"

CONFUSED: dict[str, tuple[tuple[str, str], ...]] = {
    "identity": (("relu", COUSIN), ("tanh", COUSIN)),
    "step": (("relu", COUSIN), ("sigmoid", COUSIN)),
    "sigmoid": (("tanh", TANH), ("hard_sigmoid", COUSIN), ("softplus", COUSIN)),
    "tanh": (("sigmoid", SIGMOID), ("softsign", COUSIN), ("hard_tanh", COUSIN)),
    "softplus": (("relu", SMOOTH), ("sigmoid", COUSIN), ("silu", COUSIN)),
    "log_sigmoid": (("sigmoid", COUSIN), ("softplus", COUSIN)),
    "lecun_tanh": (("tanh", COUSIN), ("sigmoid", SIGMOID)),
    "tanhshrink": (("tanh", COUSIN), ("identity", COUSIN)),
    "softsign": (("tanh", COUSIN), ("hard_tanh", COUSIN), ("sigmoid", COUSIN)),
    "erf": (("tanh", COUSIN), ("softsign", COUSIN), ("sigmoid", COUSIN)),
    "dyt": (("tanh", COUSIN), ("sigmoid", SIGMOID)),
    "relu": (("leaky_relu", COUSIN), ("softplus", COUSIN), ("relu6", COUSIN)),
    "leaky_relu": (("relu", COUSIN), ("prelu", COUSIN), ("elu", COUSIN)),
    "prelu": (("relu", COUSIN), ("leaky_relu", COUSIN), ("elu", COUSIN)),
    "squared_relu": (("relu", COUSIN), ("silu", COUSIN)),
    "star_relu": (("relu", COUSIN), ("squared_relu", COUSIN)),
    "apl": (("relu", COUSIN), ("leaky_relu", COUSIN)),
    "elu": (("relu", SMOOTH), ("selu", COUSIN), ("leaky_relu", COUSIN)),
    "selu": (("elu", COUSIN), ("relu", SMOOTH)),
    "celu": (("elu", COUSIN), ("relu", SMOOTH)),
    "xielu": (("elu", COUSIN), ("silu", COUSIN)),
    "silu": (("relu", SMOOTH), ("gelu", COUSIN), ("softplus", COUSIN), ("mish", COUSIN)),
    "gelu": (("relu", SMOOTH), ("silu", COUSIN), ("elu", COUSIN)),
    "gelu_tanh": (("relu", SMOOTH), ("silu", COUSIN)),
    "quick_gelu": (("relu", SMOOTH), ("silu", COUSIN)),
    "mish": (("relu", SMOOTH), ("silu", COUSIN), ("gelu", COUSIN)),
    "acon_c": (("silu", COUSIN), ("leaky_relu", COUSIN)),
    "hard_sigmoid": (("sigmoid", COUSIN), ("hard_tanh", COUSIN)),
    "hard_tanh": (("tanh", COUSIN), ("hard_sigmoid", COUSIN)),
    "relu6": (("relu", COUSIN), ("hard_sigmoid", COUSIN)),
    "hard_swish": (("silu", COUSIN), ("hard_sigmoid", COUSIN), ("relu6", COUSIN)),
    "sine": (("tanh", COUSIN), ("snake", COUSIN)),
    "snake": (("sine", COUSIN), ("identity", COUSIN)),
}
# x·gate(x): the product rule gives the slope two terms, and the first one, the gate, is often thought to be all.
GATES: dict[str, str] = {"silu": "σ(βx)", "gelu": "Φ(x)", "quick_gelu": "σ(1.702x)", "mish": "tanh(softplus(x))"}
