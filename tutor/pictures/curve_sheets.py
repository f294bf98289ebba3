"""Sheets of curves: some on one sheet, families, small multiples of the whole catalogue, the forms of GELU."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.activations.catalogue import ACTIVATIONS, get
from tutor.errors import NotFoundError, UsageError, near
from tutor.pictures.curves import BESIDE, arranged, check_range, lines_of, panel, picture
from tutor.pictures.model import LAYOUTS, Picture, Wanted
from tutor.pictures.sheet import Sheet
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.pictures.model import Layout, Panel
    from tutor.pictures.request import Request

SIX = ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu")
PAIR = ("sigmoid", "tanh", "relu", "gelu")
FAMILY = ("relu", "leaky_relu", "elu", "selu")
LEAK = 0.1  # the slope that is drawn for Leaky ReLU: its usual 0.01 could not be seen
THREE = ("relu", "silu", "gelu")
GELU_FORMS = ("gelu", "gelu_tanh", "quick_gelu")
GELU_ERRORS = {"gelu_tanh(x) - gelu(x)": "GELU tanh − GELU", "quick_gelu(x) - gelu(x)": "quick GELU − GELU"}
TALLER = 5  # rows that narrow panels gain by standing beside one another
SMALL, WIDE = 4.0, 10.0  # how far a small panel reaches to either side
MULTIPLES = 4  # small panels beside one another where there is room


def curves(request: Request) -> Sheet:
    """Return functions on one sheet, six when none is named, a single one with its derivative."""
    alone = len(request.functions) == 1 and not request.parameters
    return _sheet(request, SIX, "overlay", int(alone))


def panels(request: Request) -> Sheet:
    """Return functions on the left, their derivatives on the right."""
    return _sheet(request, PAIR, "panels", 1)


def relu_family(request: Request) -> Sheet:
    """Return ReLU and its kin; Leaky ReLU with a leak that can be seen."""
    if request.functions or request.parameters:
        return _sheet(request, FAMILY, "panels", 1, (-3.0, 3.0))
    wanted = Wanted(x=request.x or (-3.0, 3.0), order=1, layout=layout_of(request, "panels"))
    check_range(wanted.x)
    lines = [line for name in FAMILY for line in lines_of([name], 1, {"α": (LEAK,)} if name == FAMILY[1] else {})]
    groups = arranged(lines, wanted)
    made = Picture(tuple(panel(group, wanted) for group in groups), BESIDE[wanted.layout])
    return Sheet(made, (both("pictures.note_relu_family"),), extra=TALLER)


def relu_swish_gelu(request: Request) -> Sheet:
    """Return ReLU, Swish and GELU with their slopes; the lows are marked."""
    made = _sheet(request, THREE, "panels", 1, (-4.0, 4.0), marks=True)
    return replace(made, notes=(both("pictures.note_relu_swish_gelu"),))


def grid(request: Request) -> Sheet:
    """Return every function in a small panel of its own."""
    return _multiples(request, 0)


def gradient_grid(request: Request) -> Sheet:
    """Return every derivative in a small panel of its own."""
    return _multiples(request, 1)


def gelu_forms(request: Request) -> Sheet:
    """Return the three forms of GELU and, each on a scale of its own, the errors of two of them."""
    forms = picture(GELU_FORMS, Wanted(x=request.x or (-3.0, 3.0)), {}).panels
    errors = [_error(source, Wanted(x=request.x or (-5.0, 5.0), marks=("max", "min"))) for source in GELU_ERRORS]
    return Sheet(Picture((*forms, *errors), 3), (both("pictures.note_gelu_forms"),), extra=TALLER)


def _error(source: str, wanted: Wanted) -> Panel:
    """Return the panel of one error, named by what is subtracted from what."""
    drawn = picture([source], wanted, {}).panels[0]
    return replace(drawn, curves=(replace(drawn.curves[0], name=GELU_ERRORS[source]),))


def _sheet(
    request: Request,
    usual: Sequence[str],
    layout: Layout,
    order: int,
    x: tuple[float, float] = (-6.0, 6.0),
    *,
    marks: bool = False,
) -> Sheet:
    """Return the functions asked for, or the usual ones, in a layout."""
    wanted = Wanted(x=request.x or x, order=order, layout=layout_of(request, layout), marks=("min",) if marks else ())
    made = picture(request.functions or usual, wanted, dict(request.parameters))
    return Sheet(made, extra=TALLER if made.beside > 1 else 0)


def layout_of(request: Request, usual: Layout) -> Layout:
    """Return the layout asked for; raises `UsageError` for an unknown one."""
    for layout in LAYOUTS:
        if request.layout == layout:
            return layout
    if request.layout:
        raise UsageError("plot.layout", given=request.layout, near=near(request.layout, list(LAYOUTS)))
    return usual


def _multiples(request: Request, order: int) -> Sheet:
    """Return one small panel for each function, of its derivative of the given order."""
    wanted = Wanted(x=request.x or (-SMALL, SMALL), layout="grid")
    check_range(wanted.x)
    names = request.functions or tuple(record.name for record in ACTIVATIONS)
    parameters: Mapping[str, tuple[float, ...]] = dict(request.parameters)
    sources = {f"{name}'" if order and _is_name(name) else name: name for name in names}
    groups = arranged(lines_of(list(sources), 0, parameters), wanted)
    framed = [replace(wanted, x=request.x or _frame(sources[group[0].member.source])) for group in groups]
    made = Picture(tuple(map(panel, groups, framed)), MULTIPLES)
    return Sheet(made, small=True)


def _frame(name: str) -> tuple[float, float]:
    """Return the range of a small panel: wider where a function bends further out, as ReLU6 does at 6."""
    kinks = get(name).kinks if _is_name(name) else ()
    farthest = max((abs(kink.at) for kink in kinks if isinstance(kink.at, int | float)), default=0.0)
    side = WIDE if farthest >= SMALL else SMALL
    return -side, side


def _is_name(text: str) -> bool:
    try:
        get(text)
    except NotFoundError:
        return False
    return True


assert BESIDE["panels"] == 2  # functions left, derivatives right
