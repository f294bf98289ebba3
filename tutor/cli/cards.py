"""`tutor cards [QUERY]`: find cards by their text and by what they are today."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.desk import Desk, open_desk
from tutor.cli.expressions import restored
from tutor.errors import UsageError, near
from tutor.memory.fields import is_leech, review_fields

if TYPE_CHECKING:
    from collections.abc import Collection

    from tutor.store.filters import Filters
    from tutor.store.finding import Found, Order

ON_SCREEN = 300  # cards that a reader on a terminal may want to page through


def cards(
    context: typer.Context,
    query: Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", help=told("query"))] = None,
    part: Annotated[int | None, typer.Option(min=0, metavar="N", help=told("part"))] = None,
    lesson: Annotated[str, typer.Option(metavar="ID", help=told("lesson"))] = "",
    tag: Annotated[str, typer.Option(metavar="TAG", help=told("tag"))] = "",
    sort: Annotated[str, typer.Option(metavar="[-]NAME", help=told("sort"))] = "",
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help=told("limit_cards"))] = None,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """List cards with their review fields."""
    from tutor.cli.plan import Wanted

    filters, source = Wanted(part=part, lesson=lesson, tag=tag).filters, " ".join(map(restored, query or []))
    order = ordered(restored(sort))
    with open_desk(environment_of(context)) as desk:
        if json:
            from json import dumps

            rows, _ = found(desk, source, filters, order, limit or -1)
            print(dumps({"cards": [fields(row, desk.day) for row in rows]}, ensure_ascii=False, indent=2))
            return
        most = limit or (ON_SCREEN if sys.stdout.isatty() else -1)
        rows, total = found(desk, source, filters, order, most)
        from tutor.cli.printed_cards import print_cards

        print_cards(desk, rows, total, order)


def ordered(name: str) -> Order:
    """Return the order a name stands for, from the largest down with a `-` in front."""
    from tutor.reports.query import vocabulary
    from tutor.store.finding import IN_COURSE, SORTS, Order

    if not name:
        return IN_COURSE
    plain = vocabulary.canonical(name.removeprefix("-"))
    if plain not in SORTS:
        raise UsageError("query.no_sort", name=name, names=", ".join(SORTS), near=near(plain, list(SORTS)))
    return Order(plain, falling=name.startswith("-"))


def found(desk: Desk, source: str, filters: Filters, order: Order, most: int) -> tuple[tuple[Found, ...], int]:
    """Return the cards a query describes, `most` of them at most (all: −1), and how many there are."""
    from tutor.reports.query import parse
    from tutor.store import finding, ledger

    def known(field: str) -> Collection[str] | None:
        if field == "mistake":
            ledger.catch_up(desk.journal.connection)
        return desk.library.values(field)

    query = parse(source, known)
    rows = finding.find(desk.library, query, filters, desk.day, order=order, limit=most)
    full = len(rows) == most
    return rows, finding.count(desk.library, query, filters, desk.day) if full else len(rows)


def fields(found: Found, day: int) -> dict[str, Any]:
    """Return one row of `--json`."""
    row = found.row
    about = {"id": row.id, "lesson": row.lesson, "part": row.part, "kind": row.kind, "fact": row.fact}
    asked = {"ask": {"zh": row.ask.zh, "en": row.ask.en}, "tags": list(found.tags), "leech": is_leech(found.state)}
    return {**about, **review_fields(found.state, day), **asked}
