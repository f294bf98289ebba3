"""`tutor card ID`: what the engine knows about one card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.cli.desk import Desk, open_desk
from tutor.memory.fields import iso, review_fields

if TYPE_CHECKING:
    from tutor.cli.environment import Environment
    from tutor.questions.model import Card
    from tutor.reports.past import Happening
    from tutor.store.neighbours import MadeHere


def show(environment: Environment, name: str, *, as_json: bool, with_related: bool = False) -> None:
    """Print one card with its review fields; for programs the most similar cards only when they are wished for."""
    with open_desk(environment) as desk:
        found = desk.library.card(name)
        shown = fields(desk, found)
        if as_json:
            from json import dumps

            print(dumps({**shown, **around(desk, found, with_related=with_related)}, ensure_ascii=False, indent=2))
            return
        from tutor.cli.printed_card import print_card

        print_card(desk, found, shown)


def fields(desk: Desk, found: Card) -> dict[str, Any]:
    """Return the review fields of a card under their names in design, JSON and notes."""
    known = review_fields(desk.journal.state(found.id), desk.day)
    about = {"id": found.id, "lesson": found.lesson, "part": found.part, "kind": found.kind, "fact": found.fact}
    notes = {"tags": list(found.tags), "related_outlines": list(found.related)}
    return {**about, "created": found.created or None, **known, **notes}


def around(desk: Desk, found: Card, *, with_related: bool) -> dict[str, Any]:
    """Return for `--json` what happened to a card and what stands around it."""
    made = [
        {"mistake": one.mistake, "times": one.times, "since_contrast": one.since, "last_made": iso(one.last_day)}
        for one in mistakes_at(desk, found.id)
    ]
    values: dict[str, Any] = {
        "ladder": _ladder(desk, found),
        "siblings": list(siblings(desk, found)),
        "mistakes": made,
        "history": [_happening(one) for one in past(desk, found.id)],
    }
    if with_related:
        values["related_cards"] = [{"id": name, "alike": round(share, 3)} for name, share in related(desk, found)]
    return values


def _ladder(desk: Desk, found: Card) -> dict[str, Any] | None:
    """Return the rung of an interview ladder, and how deep it was climbed the last time (null: never)."""
    if found.ladder is None:
        return None
    from tutor.cli.why import rung_of

    rung = rung_of(desk, found)
    depths = {"rung": rung.rung, "of": rung.of, "depth": rung.depth} if rung else {"rung": found.ladder[1]}
    return {"id": found.ladder[0], **depths}


def _happening(one: Happening) -> dict[str, Any]:
    """Return one event as `--json` prints it; `stands` false: it was taken back."""
    answer = {"grade": one.grade, "interval": one.interval, "stability": one.stability, "retrievability": one.before}
    more = {"early_days": one.early, "marks": list(one.marks), "mistake": one.mistake or None, "ms": one.ms or None}
    return {"day": iso(one.day), "kind": one.kind, **answer, **more, "stands": one.stands}


def past(desk: Desk, card: str) -> tuple[Happening, ...]:
    """Return what happened to a card, the oldest first."""
    from tutor.reports.past import happenings

    own = desk.journal.history(card)
    return happenings(own.events, own.fallen)


def siblings(desk: Desk, card: Card) -> tuple[str, ...]:
    """Return the other cards of the same fact."""
    from tutor.store.neighbours import siblings as found

    return found(desk.library.connection, card)


def mistakes_at(desk: Desk, card: str) -> tuple[MadeHere, ...]:
    """Return the mistakes made at a card, under any name it had."""
    from tutor.store import ledger, neighbours, renames

    journal = desk.journal.connection
    ledger.catch_up(journal)
    return neighbours.mistakes_at(desk.library.connection, renames.all_names(card, renames.read(journal)))


def related(desk: Desk, card: Card) -> tuple[tuple[str, float], ...]:
    """Return the most similar cards with how much alike they are (0–1)."""
    from tutor.reports.similar import similar
    from tutor.store.neighbours import texts

    return similar(card.id, texts(desk.library.connection, card))
