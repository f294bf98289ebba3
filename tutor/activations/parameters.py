"""The parameters of a function: both spellings, defaults, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import UsageError, near

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.activations.record import Entry, Parameter


def find_parameter(entry: Entry, name: str) -> Parameter:
    """Return the parameter called `name` (`β` or `beta`).

    Raises `UsageError` with a near name when the function has no such parameter.
    """
    for parameter in entry.parameters:
        if name in (parameter.name, parameter.ascii):
            return parameter
    known = [spelling for parameter in entry.parameters for spelling in (parameter.name, parameter.ascii)]
    key = "activation.unknown_parameter" if known else "activation.no_parameters"
    raise UsageError(
        key,
        name=name,
        function=entry.name,
        known=", ".join(parameter.name for parameter in entry.parameters),
        near=near(name, known),
    )


def settled(entry: Entry, given: Mapping[str, float]) -> dict[str, float]:
    """Return every parameter's value by its name: the given ones, else the defaults.

    Raises `UsageError` for a name the function does not have.
    """
    values = {parameter.name: parameter.default for parameter in entry.parameters}
    values.update({find_parameter(entry, name).name: float(value) for name, value in given.items()})
    return values
