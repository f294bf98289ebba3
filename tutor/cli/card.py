"""`tutor card ID`: what the engine knows about one card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.cli.desk import Desk, open_desk
from tutor.memory.fields import review_fields

if TYPE_CHECKING:
    from tutor.cli.environment import Environment
    from tutor.questions.model import Card


def show(environment: Environment, name: str, *, as_json: bool) -> None:
    """Print one card with its review fields."""
    with open_desk(environment) as desk:
        found = desk.library.card(name)
        shown = fields(desk, found)
        if as_json:
            from json import dumps

            print(dumps(shown, ensure_ascii=False, indent=2))
            return
        from tutor.cli.printed import print_card

        print_card(desk, found, shown)


def fields(desk: Desk, found: Card) -> dict[str, Any]:
    """Return the review fields of a card under their names in design, JSON and notes."""
    known = review_fields(desk.journal.state(found.id), desk.day)
    about = {"id": found.id, "lesson": found.lesson, "part": found.part, "kind": found.kind, "fact": found.fact}
    notes = {"tags": list(found.tags), "related_outlines": list(found.related)}
    return {**about, "created": found.created or None, **known, **notes}
