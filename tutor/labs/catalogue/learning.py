"""Experiments about training compared: dead, train, evaluate."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.labs.model import Lab

RECORDS: tuple[Lab, ...] = ()
