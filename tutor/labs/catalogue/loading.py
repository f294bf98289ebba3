"""How a lab's code is found when it starts."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tutor.labs.model import Step
    from tutor.labs.settings import Settings


def run_of(module: str) -> Callable[[Settings], Iterator[Step]]:
    """Return the `run` of a module of `tutor.labs`, loaded when the experiment starts."""

    def run(settings: Settings) -> Iterator[Step]:
        started: Iterator[Step] = import_module(f"tutor.labs.{module}").run(settings)
        return started

    return run
