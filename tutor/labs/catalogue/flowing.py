"""Experiments about signals and gradients through deep networks: flow, vanishing, selu, norm."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.labs.model import Lab

RECORDS: tuple[Lab, ...] = ()
