"""`tutor undo`, `redo`, `suspend`, `resume`, `bury`, `reset`: corrections outside a session."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.desk import Desk, open_desk
from tutor.events import Fact
from tutor.memory.state import NEW
from tutor.text.words import say

CardId = Annotated[str, typer.Argument(metavar="ID", help=told("card_id"))]


def undo(context: typer.Context) -> None:
    """Take back the last step, however long ago."""
    _move(context, redo=False)


def redo(context: typer.Context) -> None:
    """Bring back what was last taken back."""
    _move(context, redo=True)


def _move(context: typer.Context, *, redo: bool) -> None:
    environment = environment_of(context)
    with open_desk(environment, write=True) as desk:
        moved = desk.journal.redo(desk.day) if redo else desk.journal.undo(desk.day)
    name = "redo" if redo else "undo"
    if moved is None:
        print(say(f"corrections.nothing_to_{name}", environment.language))
        return
    facts = {"card": moved.event.card, "deed": say(f"corrections.deed_{moved.event.kind}", environment.language)}
    print(say(f"corrections.{name}", environment.language, **facts))


def suspend(context: typer.Context, card: CardId) -> None:
    """Put a card away until it is resumed."""
    _record(context, "suspended", card)


def resume(context: typer.Context, card: CardId) -> None:
    """Bring a suspended or buried card back."""
    _record(context, "resumed", card)


def bury(context: typer.Context, card: CardId) -> None:
    """Put a card away until tomorrow."""
    _record(context, "buried", card)


def reset(context: typer.Context, card: CardId) -> None:
    """Make a card new again; its history is kept and undo brings it back."""
    _record(context, "reset", card)


def _is_so(desk: Desk, kind: str, card: str) -> bool:
    """Say whether the card is already what it should become: then nothing is recorded."""
    state = desk.journal.state(card)
    away = state.buried_until > desk.day
    match kind:
        case "suspended":
            return state.suspended
        case "buried":
            return away
        case "resumed":
            return not (state.suspended or away)
        case _:
            return state == NEW


def _record(context: typer.Context, kind: str, card: str) -> None:
    """Record one fact about a card that exists."""
    environment = environment_of(context)
    with open_desk(environment, write=True) as desk:
        name = desk.library.card(card).id
        if _is_so(desk, kind, name):
            print(say(f"corrections.already_{kind}", environment.language, card=name))
            return
        body = {"until": desk.day + 1} if kind == "buried" else {}
        desk.journal.record(Fact(kind, name, body), desk.day)  # type: ignore[arg-type]  # one of four literals above
    print(say(f"corrections.{kind}", environment.language, card=name))
