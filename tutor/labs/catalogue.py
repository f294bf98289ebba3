"""The experiments by name. A lab's module is loaded when it runs: to list them needs no numpy.

Each lab's own record stands here, so that its options can be asked for without loading it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tutor.errors import NotFoundError, near
from tutor.labs.model import Lab, Option, Preset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tutor.labs.model import Step
    from tutor.labs.settings import Settings


def _from(module: str) -> Callable[[Settings], Iterator[Step]]:
    """Return the `run` of a module, loaded when the experiment starts."""

    def run(settings: Settings) -> Iterator[Step]:
        started: Iterator[Step] = import_module(f"tutor.labs.{module}").run(settings)
        return started

    return run


LABS: tuple[Lab, ...] = ()


def by_name() -> Mapping[str, Lab]:
    """Return the labs by name."""
    return {lab.name: lab for lab in LABS}


def find(name: str) -> Lab:
    """Return the lab called `name`; raises `NotFoundError` with a near name."""
    wanted = name.strip().casefold()
    labs = by_name()
    if wanted not in labs:
        raise NotFoundError("labs.unknown", name=name, near=near(wanted, list(labs)))
    return labs[wanted]
