"""The tables by what was asked of them: functions, columns, order, filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import NotFoundError
from tutor.pictures import choosing, comparing, initialisation, practice, sheets, symptoms
from tutor.pictures.glossary import glossary as terms
from tutor.pictures.table import arranged

if TYPE_CHECKING:
    from tutor.pictures.request import Request
    from tutor.pictures.table import Table


def cheat_sheet(request: Request) -> Table:
    """Return all functions, or those asked for, with everything that is usually compared."""
    return _asked(sheets.cheat_sheet(request.functions), request)


def gradients(request: Request) -> Table:
    """Return what the derivatives do."""
    return _asked(sheets.gradients(request.functions), request)


def derivative_cards(request: Request) -> Table:
    """Return the speed cards of derivatives."""
    return _asked(sheets.derivative_cards(request.functions), request)


def with_without(request: Request) -> Table:
    """Return what an activation between layers changes."""
    return _asked(comparing.with_without(), request)


def eras(request: Request) -> Table:
    """Return three eras beside one another."""
    return _asked(comparing.eras(), request)


def choose_task(request: Request) -> Table:
    """Return the choice by task."""
    return _asked(choosing.task(), request)


def choose_architecture(request: Request) -> Table:
    """Return the choice by architecture."""
    return _asked(choosing.architecture(), request)


def choose_depth(request: Request) -> Table:
    """Return the choice by depth."""
    return _asked(choosing.depth(), request)


def choose_hardware(request: Request) -> Table:
    """Return the choice by hardware."""
    return _asked(choosing.hardware(), request)


def models(request: Request) -> Table:
    """Return what well-known models use."""
    return _asked(practice.models(), request)


def diagnosis(request: Request) -> Table:
    """Return symptoms and remedies."""
    return _asked(symptoms.symptoms(), request)


def pairing(request: Request) -> Table:
    """Return the initialisation that goes with each activation."""
    return _asked(initialisation.initialisation(request.functions), request)


def glossary(request: Request) -> Table:
    """Return the words of the course. Raises `NotFoundError` when there is no course."""
    if request.course is None or not request.course.terms:
        raise NotFoundError("table.no_terms", near="")
    return _asked(terms(request.course.terms), request)


def _asked(table: Table, request: Request) -> Table:
    return arranged(table, request.sort, request.columns, request.filters)
