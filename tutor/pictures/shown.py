"""Everything `tutor show` can show: a closed union, so that whoever draws cannot forget a kind."""

from __future__ import annotations

from tutor.pictures.sheet import Sheet
from tutor.pictures.table import Table

Shown = Sheet | Table
