"""The experiments by name. A lab's module is loaded when it runs: to list them needs no numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import NotFoundError, near
from tutor.labs.catalogue import adapting, approximating, flowing, learning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.labs.model import Lab

LABS: tuple[Lab, ...] = (*flowing.RECORDS, *learning.RECORDS, *approximating.RECORDS, *adapting.RECORDS)
BY_NAME: Mapping[str, Lab] = {lab.name: lab for lab in LABS}


def find(name: str) -> Lab:
    """Return the lab called `name`; raises `NotFoundError` with a near name."""
    wanted = name.strip().casefold()
    if wanted not in BY_NAME:
        raise NotFoundError("labs.unknown", name=name, near=near(wanted, list(BY_NAME)))
    return BY_NAME[wanted]
