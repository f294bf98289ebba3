"""Experiments about functions that learn, mix or are searched for: learnable, mixed, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.labs.model import Lab

RECORDS: tuple[Lab, ...] = ()
