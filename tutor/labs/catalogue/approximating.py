"""Experiments about what functions can and cannot represent: approx, softmax, quant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.labs.model import Lab

RECORDS: tuple[Lab, ...] = ()
