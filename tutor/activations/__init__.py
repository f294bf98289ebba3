"""The activation functions: exact values, derivatives, and what is known about each.

`get("gelu")` returns a record with `.value(x)` and `.derivative(x, order=1)`; `ACTIVATIONS` holds
all in the order of the catalogue. Importing this package does not load numpy; computing does.
"""

from tutor.activations.catalogue import ACTIVATIONS, FAMILIES, get
from tutor.activations.record import Activation, Framework, Kink, Parameter, Source

__all__ = ["ACTIVATIONS", "FAMILIES", "Activation", "Framework", "Kink", "Parameter", "Source", "get"]
