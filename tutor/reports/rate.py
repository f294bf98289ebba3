"""A share with the number of observations it stands on: below twenty of them it is not told."""

from __future__ import annotations

from dataclasses import dataclass

ENOUGH = 20


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of `n` were right."""

    right: int
    n: int

    @property
    def share(self) -> float | None:
        """Return the share in [0, 1]; None when there are not enough to tell."""
        return self.right / self.n if self.n >= ENOUGH else None
