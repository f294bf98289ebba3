"""The pictures by name: how each is made and what may be asked of it.

A maker's module is loaded when the picture is made: to list the pictures needs no numpy. The title of
a picture is the sentence `pictures.title_<name>`, its one line `pictures.about_<name>` (with _ for -).
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from tutor.errors import NotFoundError, UsageError, near
from tutor.pictures.request import Request
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tutor.pictures.request import Option
    from tutor.pictures.shown import Shown
    from tutor.text import Text

CURVES: tuple[Option, ...] = ("functions", "range", "param", "layout")
NETWORK: tuple[Option, ...] = ("functions", "gain", "units", "depth", "seed")
TABLE: tuple[Option, ...] = ("columns", "sort", "filter")


CourseUse = Literal["none", "links", "drawn"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A picture: its name, the maker, the options it understands, and what it takes from the course.

    `links` opens lessons and does without them, `drawn` is nothing without the course.
    """

    name: str
    make: Callable[[Request], Shown]
    options: tuple[Option, ...] = ()
    course: CourseUse = "none"

    @property
    def title(self) -> Text:
        """Return what stands above the picture."""
        return both(f"pictures.title_{self.name.replace('-', '_')}")

    @property
    def about(self) -> Text:
        """Return one line about the picture."""
        return both(f"pictures.about_{self.name.replace('-', '_')}")


def _from(module: str, function: str) -> Callable[[Request], Shown]:
    """Return a maker that loads its module when it is called."""

    def make(request: Request) -> Shown:
        made: Shown = getattr(import_module(f"tutor.pictures.{module}"), function)(request)
        return made

    return make


ENTRIES: tuple[Entry, ...] = (
    # curves
    Entry("curves", _from("curve_sheets", "curves"), CURVES),
    Entry("panels", _from("curve_sheets", "panels"), CURVES),
    Entry("relu-family", _from("curve_sheets", "relu_family"), CURVES),
    Entry("relu-swish-gelu", _from("curve_sheets", "relu_swish_gelu"), CURVES),
    Entry("grid", _from("curve_sheets", "grid"), CURVES),
    Entry("gradient-grid", _from("curve_sheets", "gradient_grid"), CURVES),
    Entry("gelu-forms", _from("curve_sheets", "gelu_forms"), ("range",)),
    # computed properties
    Entry("distribution", _from("distribution", "distribution"), ("functions",)),
    Entry("radar", _from("radar", "radar"), ("functions",)),
    Entry("gradient-flow", _from("gradient_flow", "gradient_flow"), NETWORK),
    Entry("dead-risk", _from("dead_risk", "dead_risk"), ("functions", *TABLE)),
    # trees, time, choosing
    Entry("family-tree", _from("family", "family_tree"), course="links"),
    Entry("mind-map", _from("mind_map", "mind_map"), course="links"),
    Entry("timeline", _from("timeline", "timeline"), ("functions",)),
    Entry("route", _from("flow", "route"), course="drawn"),
    Entry("decision-tree", _from("deciding", "decision_tree")),
    # tables
    Entry("cheat-sheet", _from("tables", "cheat_sheet"), ("functions", *TABLE)),
    Entry("gradients", _from("tables", "gradients"), ("functions", *TABLE)),
    Entry("derivative-cards", _from("tables", "derivative_cards"), ("functions", *TABLE)),
    Entry("with-without", _from("tables", "with_without"), TABLE),
    Entry("eras", _from("tables", "eras"), TABLE),
    Entry("choose-task", _from("tables", "choose_task"), TABLE),
    Entry("choose-architecture", _from("tables", "choose_architecture"), TABLE),
    Entry("choose-depth", _from("tables", "choose_depth"), TABLE),
    Entry("choose-hardware", _from("tables", "choose_hardware"), TABLE),
    Entry("models", _from("tables", "models"), TABLE),
    Entry("symptoms", _from("tables", "diagnosis"), TABLE),
    Entry("initialisation", _from("tables", "pairing"), ("functions", *TABLE)),
    Entry("glossary", _from("tables", "glossary"), TABLE, course="drawn"),
)
PICTURES: Mapping[str, Entry] = {entry.name: entry for entry in ENTRIES}


def find(name: str) -> Entry:
    """Return the picture called `name`; raises `NotFoundError` with a near name."""
    wanted = name.strip().casefold().replace("_", "-")
    if wanted not in PICTURES:
        raise NotFoundError("show.unknown", name=name, near=near(wanted, list(PICTURES)))
    return PICTURES[wanted]


def make(name: str, request: Request | None = None) -> Shown:
    """Return the picture called `name` as it is asked for.

    Raises `NotFoundError` for an unknown name, `UsageError` for what this picture cannot be asked.
    """
    entry, asked = find(name), request or Request()
    for option in asked.given():
        if option not in entry.options:
            raise UsageError(f"show.no_{option}", name=entry.name)
    return entry.make(asked)
