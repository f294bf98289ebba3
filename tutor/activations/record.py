"""What is known about an activation function, and the door to its numbers.

A record is data: it knows no numpy. `compute` finds the functions that belong to it by name
(`f`, `d_f`, `dd_f`, `f_by_alpha` in `functions/<module>.py`) when the first number is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from tutor.text import Text


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that shapes a function: `α`, also written `alpha`."""

    name: str
    ascii: str
    default: float
    meaning: Text


@dataclass(frozen=True, slots=True)
class Kink:
    """A place where the function or one of its first two derivatives jumps, and what is used there.

    `at` is a number, or the name of the parameter whose value is the place.
    """

    at: float | str
    convention: Text


@dataclass(frozen=True, slots=True)
class Source:
    """Where a function was published."""

    year: int
    authors: str
    paper: str


@dataclass(frozen=True, slots=True)
class Framework:
    """What a library calls the function; `differs` says where its default is another."""

    library: str
    name: str
    differs: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every function of the catalogue has: names, formulas in one Unicode line, history."""

    name: str
    title: Text
    symbol: str
    formula: str
    derivative_formula: str
    family: str
    module: str
    aliases: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    sources: tuple[Source, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """Return the year of the first source, None when nobody can be named."""
        return self.sources[0].year if self.sources else None

    @property
    def authors(self) -> str:
        """Return the authors of the first source."""
        return self.sources[0].authors if self.sources else ""

    @property
    def paper(self) -> str:
        """Return the title of the first source."""
        return self.sources[0].paper if self.sources else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activation(Entry):
    """A function that acts on each number by itself.

    `limits` are expressions in the parameters: the values at −∞ and +∞, empty where there is none.
    """

    second_formula: str
    limits: tuple[str, str]
    kinks: tuple[Kink, ...] = ()

    @overload
    def value(self, x: float, **parameters: float) -> float: ...
    @overload
    def value(self, x: ArrayLike, **parameters: float) -> NDArray[Any]: ...
    def value(self, x: ArrayLike, **parameters: float) -> float | NDArray[Any]:
        """Return f(x), of the shape of x; float32 stays float32, everything else becomes float64.

        Raises `UsageError` for a parameter the function does not have.
        """
        return self.derivative(x, 0, **parameters)

    @overload
    def derivative(self, x: float, order: int = 1, **parameters: float) -> float: ...
    @overload
    def derivative(self, x: ArrayLike, order: int = 1, **parameters: float) -> NDArray[Any]: ...
    def derivative(self, x: ArrayLike, order: int = 1, **parameters: float) -> float | NDArray[Any]:
        """Return f′(x), or f″(x) with `order` 2, of the shape of x; at a kink, by its convention.

        Raises `UsageError` for an order above 2 or a parameter the function does not have.
        """
        from tutor.activations import compute

        return compute.derivative(self, x, order, parameters)

    @overload
    def parameter_gradient(self, x: float, name: str, **parameters: float) -> float: ...
    @overload
    def parameter_gradient(self, x: ArrayLike, name: str, **parameters: float) -> NDArray[Any]: ...
    def parameter_gradient(self, x: ArrayLike, name: str, **parameters: float) -> float | NDArray[Any]:
        """Return ∂f/∂(the parameter `name`) at x, of the shape of x.

        Raises `UsageError` for a parameter the function does not have.
        """
        from tutor.activations import compute

        return compute.parameter_gradient(self, x, name, parameters)

    def breaks(self, **parameters: float) -> tuple[float, ...]:
        """Return the places of the kinks, in ascending order.

        Raises `UsageError` for a parameter the function does not have.
        """
        from tutor.activations.parameters import settled

        values = settled(self, parameters)
        return tuple(sorted(values[kink.at] if isinstance(kink.at, str) else kink.at for kink in self.kinks))


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorFunction(Entry):
    """A function of a whole vector, the last axis of what it is given."""

    def value(self, x: ArrayLike, **parameters: float) -> NDArray[Any]:
        """Return f(x); float32 stays float32, everything else becomes float64.

        Raises `UsageError` for an unknown parameter, an empty vector or (gated units) an odd length.
        """
        from tutor.activations import compute

        return compute.of_vector(self, "", x, parameters)

    def jacobian(self, x: ArrayLike, **parameters: float) -> NDArray[Any]:
        """Return ∂fᵢ/∂xⱼ with i and j as the last two axes; raises as `value` does."""
        from tutor.activations import compute

        return compute.of_vector(self, "j_", x, parameters)
