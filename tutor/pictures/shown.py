"""Everything `tutor show` can show: a closed union, so that whoever draws cannot forget a kind."""

from __future__ import annotations

from tutor.pictures.bars import Bars
from tutor.pictures.decision import Decision
from tutor.pictures.distribution import Distribution
from tutor.pictures.flow import Flow
from tutor.pictures.heat import Heat
from tutor.pictures.radar import Radar
from tutor.pictures.sheet import Sheet
from tutor.pictures.table import Table
from tutor.pictures.timeline import Timeline
from tutor.pictures.tree import Tree

Shown = Sheet | Distribution | Radar | Table | Tree | Timeline | Flow | Decision | Bars | Heat
