"""Write values.json: what JAX says of the functions of the catalogue, with first and second derivatives.

    pip install jax && python tests/activations/framework/make_values.py

JAX is no dependency of the tests; this is run by hand when the catalogue or its defaults change.
"""

from __future__ import annotations

import json
from pathlib import Path

import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
nn = jax.nn

# Name in the catalogue, parameters there, the same function in JAX. No point lies on a kink.
POINTS = [-7.3, -4.1, -2.9, -1.7, -1.05, -0.6, -0.15, -1e-3, 1e-3, 0.2, 0.8, 1.3, 2.2, 3.4, 5.6, 7.9]
ELEMENTWISE = [
    ("identity", {}, lambda x: x * 1.0),
    ("sigmoid", {}, nn.sigmoid),
    ("tanh", {}, jnp.tanh),
    ("softplus", {}, nn.softplus),
    ("log_sigmoid", {}, nn.log_sigmoid),
    ("softsign", {}, nn.soft_sign),
    ("erf", {}, jax.scipy.special.erf),
    ("relu", {}, nn.relu),
    ("leaky_relu", {}, nn.leaky_relu),
    ("leaky_relu", {"α": 0.2}, lambda x: nn.leaky_relu(x, 0.2)),
    ("squared_relu", {}, lambda x: nn.relu(x) ** 2),
    ("elu", {}, nn.elu),
    ("elu", {"α": 1.5}, lambda x: nn.elu(x, 1.5)),
    ("celu", {"α": 2.0}, lambda x: nn.celu(x, 2.0)),
    ("selu", {}, nn.selu),
    ("silu", {}, nn.silu),
    ("silu", {"β": 1.5}, lambda x: x * nn.sigmoid(1.5 * x)),
    ("gelu", {}, lambda x: nn.gelu(x, approximate=False)),
    ("gelu_tanh", {}, lambda x: nn.gelu(x, approximate=True)),
    ("mish", {}, nn.mish),
    ("hard_sigmoid", {}, nn.hard_sigmoid),
    ("hard_tanh", {}, nn.hard_tanh),
    ("relu6", {}, nn.relu6),
    ("hard_swish", {}, nn.hard_swish),
]
ROWS = [[1.0, 2.0, 3.0], [0.5, 1.0, 0.1], [-3.0, 4.0, 0.0, 2.5]]
VECTORS = [
    ("softmax", {}, nn.softmax),
    ("softmax", {"T": 2.0}, lambda x: nn.softmax(x / 2)),
    ("log_softmax", {}, nn.log_softmax),
    ("glu", {}, nn.glu),
    ("geglu", {}, lambda x: x[: len(x) // 2] * nn.gelu(x[len(x) // 2 :], approximate=False)),
    ("swiglu", {}, lambda x: x[: len(x) // 2] * nn.silu(x[len(x) // 2 :])),
]
PAIRED = ("glu", "geglu", "swiglu")  # they halve their vector
# Where both take the same slope at a kink; where JAX takes another, the catalogue says so.
KINKS = [
    ("relu", {}, nn.relu, [0.0]),
    ("relu6", {}, nn.relu6, [0.0, 6.0]),
    ("hard_sigmoid", {}, nn.hard_sigmoid, [-3.0, 3.0]),
    ("hard_swish", {}, nn.hard_swish, [-3.0, 3.0]),
    ("elu", {"α": 2.0}, lambda x: nn.elu(x, 2.0), [0.0]),
    ("selu", {}, nn.selu, [0.0]),
    ("celu", {"α": 2.0}, lambda x: nn.celu(x, 2.0), [0.0]),
]


def elementwise(name: str, parameters: dict[str, float], function) -> dict[str, object]:
    """Return value, first and second derivative at the points."""
    xs = jnp.array(POINTS)
    orders = [function, jax.grad(function), jax.grad(jax.grad(function))]
    return {
        "name": name,
        "parameters": parameters,
        "derivatives": [[float(order(x)) for x in xs] for order in orders],
    }


def vector(name: str, parameters: dict[str, float], function) -> dict[str, object]:
    """Return value and Jacobian at each row."""
    rows = [row for row in ROWS if name not in PAIRED or len(row) % 2 == 0]
    return {
        "name": name,
        "parameters": parameters,
        "rows": rows,
        "values": [function(jnp.array(row)).tolist() for row in rows],
        "jacobians": [jax.jacobian(function)(jnp.array(row)).tolist() for row in rows],
    }


def kink(name: str, parameters: dict[str, float], function, places: list[float]) -> dict[str, object]:
    """Return the slope taken at each kink."""
    slopes = [float(jax.grad(function)(place)) for place in places]
    return {"name": name, "parameters": parameters, "places": places, "slopes": slopes}


if __name__ == "__main__":
    values = {
        "made_with": f"jax {jax.__version__}",
        "points": POINTS,
        "elementwise": [elementwise(*case) for case in ELEMENTWISE],
        "vectors": [vector(*case) for case in VECTORS],
        "kinks": [kink(*case) for case in KINKS],
    }
    Path(__file__).with_name("values.json").write_text(json.dumps(values, ensure_ascii=False) + "\n")
