"""The activation functions: exact values, derivatives, and what is known about each.

`get("gelu")` returns a record with `.value(x)` and `.derivative(x, order=1)`; `ACTIVATIONS` holds
all in the order of the catalogue. `get_vector("softmax")` has `.value(v)` and `.jacobian(v)`.
Importing this package does not load numpy; computing does.
"""

from tutor.activations.catalogue import ACTIVATIONS, FAMILIES, VECTOR_FUNCTIONS, find, get, get_vector
from tutor.activations.record import Activation, Entry, Framework, Kink, Parameter, Source, VectorFunction

__all__ = [
    "ACTIVATIONS",
    "FAMILIES",
    "VECTOR_FUNCTIONS",
    "Activation",
    "Entry",
    "Framework",
    "Kink",
    "Parameter",
    "Source",
    "VectorFunction",
    "find",
    "get",
    "get_vector",
]
