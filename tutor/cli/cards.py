"""`tutor cards [QUERY]`: find cards by words, and by what they are today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.desk import Desk, open_desk
from tutor.memory.fields import is_leech, review_fields
from tutor.memory.state import NEW, Memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.memory.state import CardState
    from tutor.store.filters import Filters
    from tutor.store.shelf import CardRow

STATES: dict[str, Callable[[CardState, int], bool]] = {
    "due": lambda state, day: isinstance(state.memory, Memory) and state.memory.due <= day and not state.suspended,
    "new": lambda state, day: not isinstance(state.memory, Memory),  # noqa: ARG005
    "leech": lambda state, day: is_leech(state),  # noqa: ARG005
    "suspended": lambda state, day: state.suspended,  # noqa: ARG005
    "buried": lambda state, day: state.buried_until > day,
}


def cards(
    context: typer.Context,
    query: Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", help=told("query"))] = None,
    part: Annotated[int | None, typer.Option(min=1, metavar="N", help=told("part"))] = None,
    lesson: Annotated[str, typer.Option(metavar="ID", help=told("lesson"))] = "",
    tag: Annotated[str, typer.Option(metavar="TAG", help=told("tag"))] = "",
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """List cards with their review fields."""
    from tutor.cli.plan import Wanted

    with open_desk(environment_of(context)) as desk:
        rows = found(desk, " ".join(query or []).split(), Wanted(part=part, lesson=lesson, tag=tag).filters)
        if json:
            from json import dumps

            print(dumps({"cards": [fields(*row, desk.day) for row in rows]}, ensure_ascii=False, indent=2))
            return
        from tutor.cli.printed import print_cards

        print_cards(desk, rows)


def found(desk: Desk, words: list[str], filters: Filters) -> list[tuple[CardRow, CardState]]:
    """Return the cards that hold every word and are in every named state."""
    tests = [STATES[word] for word in words if word in STATES]
    text = " ".join(word for word in words if word not in STATES)
    rows = desk.library.search(text, filters)
    states = desk.journal.states([row.id for row in rows])
    paired = [(row, states.get(row.id, NEW)) for row in rows]
    return [(row, state) for row, state in paired if all(test(state, desk.day) for test in tests)]


def fields(row: CardRow, state: CardState, day: int) -> dict[str, Any]:
    """Return one row of `--json`."""
    about = {"id": row.id, "lesson": row.lesson, "part": row.part, "kind": row.kind, "fact": row.fact}
    return {**about, **review_fields(state, day), "ask": {"zh": row.ask.zh, "en": row.ask.en}}
