"""The settings as a learner reads them: name, value, default and what else it may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    `value` and `default` are what a settings file would hold; a number lies from `low` to `high`,
    anything else is one of `choices` (none where days of the week are meant).
    """

    name: str
    value: object
    default: object
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the learner chose something else than the default."""
        return self.value != self.default
