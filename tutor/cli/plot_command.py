"""`tutor plot` as a command."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.expressions import restored
from tutor.cli.plot import run
from tutor.cli.plot_options import EVERYWHERE, OVERLAY, Drawing, Numbers


def plot(
    context: typer.Context,
    expressions: Annotated[list[str], typer.Argument(metavar="EXPR...", help=told("plot_expressions"))],
    derivatives: Annotated[int, typer.Option("-d", count=True, help=told("plot_d"))] = 0,
    x: Annotated[str, typer.Option("--range", metavar="A:B", help=told("plot_range"))] = EVERYWHERE,
    y: Annotated[str, typer.Option("--y", metavar="A:B", help=told("plot_y"))] = "",
    param: Annotated[list[str] | None, typer.Option(metavar="K=V[,V]", help=told("plot_param"))] = None,
    layout: Annotated[str, typer.Option(metavar="overlay|panels|grid", help=told("plot_layout"))] = OVERLAY,
    mark: Annotated[list[str] | None, typer.Option(metavar="max,min,zero", help=told("plot_mark"))] = None,
    width: Annotated[int | None, typer.Option(min=1, max=500, metavar="N", help=told("plot_width"))] = None,
    height: Annotated[int | None, typer.Option(min=1, max=500, metavar="N", help=told("plot_height"))] = None,
    ascii_only: Annotated[bool, typer.Option("--ascii", help=told("plot_ascii"))] = False,
    live: Annotated[bool, typer.Option("-i", help=told("plot_i"))] = False,
    save: Annotated[str, typer.Option(metavar="FILE", help=told("plot_save"))] = "",
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Plot functions."""
    numbers = Numbers(x, y, tuple(param or ()), layout, tuple(mark or ()), derivatives)
    in_words = bool(context.find_root().params.get("plain"))
    drawing = Drawing(width, height, ascii_only, save, as_json=json, in_words=in_words, live=live)
    run(environment_of(context), [restored(word) for word in expressions], numbers, drawing)
