"""`tutor show [NAME]` as a command."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.expressions import restored
from tutor.cli.show import run
from tutor.cli.show_options import Showing, Typed


def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="[NAME]", help=told("show_name"))] = "",
    functions: Annotated[list[str] | None, typer.Argument(metavar="[FUNCTION...]", help=told("show_functions"))] = None,
    x: Annotated[str, typer.Option("--range", metavar="A:B", help=told("plot_range"))] = "",
    param: Annotated[list[str] | None, typer.Option(metavar="K=V[,V]", help=told("plot_param"))] = None,
    layout: Annotated[str, typer.Option(metavar="overlay|panels|grid", help=told("plot_layout"))] = "",
    columns: Annotated[list[str] | None, typer.Option(metavar="A,B", help=told("show_columns"))] = None,
    sort: Annotated[str, typer.Option(metavar="COLUMN", help=told("show_sort"))] = "",
    filter_: Annotated[list[str] | None, typer.Option("--filter", metavar="TEXT", help=told("show_filter"))] = None,
    gain: Annotated[list[str] | None, typer.Option(metavar="V,V", help=told("show_gain"))] = None,
    units: Annotated[int | None, typer.Option(min=2, max=512, metavar="N", help=told("show_units"))] = None,
    depth: Annotated[int | None, typer.Option(min=2, max=200, metavar="N", help=told("show_depth"))] = None,
    seed: Annotated[str, typer.Option(metavar="TEXT", help=told("show_seed"))] = "",
    width: Annotated[int | None, typer.Option(min=20, max=500, metavar="N", help=told("plot_width"))] = None,
    ascii_only: Annotated[bool, typer.Option("--ascii", help=told("plot_ascii"))] = False,
    save: Annotated[str, typer.Option(metavar="FILE", help=told("show_save"))] = "",
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Show a picture."""
    typed = Typed(
        functions=tuple(restored(word) for word in functions or ()),
        x=x,
        parameters=tuple(param or ()),
        layout=layout,
        columns=tuple(columns or ()),
        sort=sort,
        filters=tuple(filter_ or ()),
        gains=tuple(gain or ()),
        units=units,
        depth=depth,
        seed=seed,
    )
    in_words = bool(context.find_root().params.get("plain"))
    run(environment_of(context), name, typed, Showing(width, ascii_only, save, as_json=json, in_words=in_words))
