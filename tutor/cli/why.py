"""`tutor why ID` and the key `i`: why a card comes now or does not, and what each grade would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.cli.desk import Desk, open_desk
from tutor.cli.policy import policy_of
from tutor.memory.scheduling import next_outcomes
from tutor.memory.state import Memory
from tutor.questions.generated import is_generated
from tutor.reports.why import Because, Rung, Why, explain, reasons_in_session, rules_of
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.cli.environment import Environment
    from tutor.events import Event
    from tutor.memory.scheduling import Outcome
    from tutor.memory.state import CardState
    from tutor.questions.model import Card
    from tutor.reports.turn import Turn
    from tutor.reports.why import Origin
    from tutor.sessions.model import Entry, Session
    from tutor.store.neighbours import Place


def show(environment: Environment, name: str, *, as_json: bool) -> None:
    """Print why a card comes or does not."""
    with open_desk(environment) as desk:
        card = desk.library.card(name)
        found = of_card(desk, card)
        if as_json:
            from json import dumps

            print(dumps(values(found, card, desk.day), ensure_ascii=False, indent=2))
            return
        from tutor.cli.printed_card import print_why

        print_why(desk, card, found)


def of_card(desk: Desk, card: Card) -> Why:
    """Return why a card comes today or what it waits for."""
    from tutor.questions.showing import draw
    from tutor.reports.turn import reasons

    state, policy = desk.journal.state(card.id), policy_of(desk)
    guesses = draw(card, "card").guesses
    outcomes = next_outcomes(card.id, state, desk.day, guesses, policy)
    turn = _turn(desk, card, state)
    return explain(
        card.id,
        "due" if isinstance(state.memory, Memory) else "new",
        state,
        outcomes,
        desk.day,
        practice=is_practice(outcomes),
        because=(*reasons(turn), *mixed_up(desk, card)),
        rules=rules_of(policy, outcomes, guesses),
        rung=rung_of(desk, card),
        judged=card.kind != "flash",
    )


def in_session(desk: Desk, session: Session, entry: Entry, title: Text) -> Why:
    """Return why a session asks the card on the screen."""
    from tutor.sessions import review
    from tutor.sessions.inputs import Moment
    from tutor.sessions.model import Judged

    phase, card = session.phase, entry.card
    now = Moment(desk.day, 0)
    judged = isinstance(phase, Judged) and not phase.practice and phase.outcomes
    outcomes = phase.outcomes if isinstance(phase, Judged) and judged else review.outcomes(session, now)
    showing = getattr(phase, "showing", None)
    because, rung = _because(desk, entry, title)
    return explain(
        card.id,
        entry.why,
        entry.state,
        outcomes,
        desk.day,
        practice=is_practice(outcomes),
        because=because,
        rules=rules_of(session.settings.policy, outcomes, showing.guesses if showing else None),
        rung=rung,
        judged=card.kind != "flash",
    )


def is_practice(outcomes: tuple[Outcome, ...]) -> bool:
    """Say whether no grade would move the memory."""
    return not outcomes or all(outcome.stability == outcomes[0].stability for outcome in outcomes)


def _because(desk: Desk, entry: Entry, title: Text) -> tuple[tuple[Because, ...], Rung | None]:
    """Return the reasons of a session in full; a question made on the spot has no history."""
    card, day = entry.card, desk.day
    if is_generated(card.id):
        return (), None
    from tutor.store import neighbours

    connection = desk.library.connection
    others: list[Because] = []
    origin: Origin = ""
    if entry.why == "due":
        config = desk.environment.config
        waiting, room = desk.waiting.due_count(day), _room(desk)
        others += [Because("backlog", n=waiting, of=config.reviews_per_day)] if waiting > room else []
        others += [Because("pulled")] if _pulled(desk, card.id, entry.state) else []
    elif entry.why == "new":
        origin = origin_of(card, taught=neighbours.place(connection, card, day).taught)
    if entry.why in {"due", "new"} and desk.environment.config.siblings:
        states = desk.journal.states(neighbours.siblings(connection, card))
        waits = [name for name, state in states.items() if isinstance(m := state.memory, Memory) and m.due <= day]
        others += [Because("sibling_waits", card=name) for name in waits[:1]]
    others += mixed_up(desk, card)
    found = reasons_in_session(entry.why, entry.state, day, title=title, origin=origin, others=tuple(others))
    return found, rung_of(desk, card)


def origin_of(card: Card, *, taught: bool) -> Origin:
    """Return where a card comes from, as far as that decides its turn among new ones."""
    return "own" if card.is_own else "taught" if taught else ""


def mixed_up(desk: Desk, card: Card) -> tuple[Because, ...]:
    """Return the mistakes made at a card since their last contrast, as reasons."""
    from tutor.cli.card import mistakes_at

    described = [(one, desk.library.mistake(one.mistake)) for one in mistakes_at(desk, card.id) if one.since]
    return tuple(
        Because("mixed_up_often" if one.often else "mixed_up", n=one.times, title=known.name)
        for one, known in described
        if known is not None
    )


def rung_of(desk: Desk, card: Card) -> Rung | None:
    """Return where a card stands in its interview ladder, None when it stands in none."""
    from tutor.store.climbs import climbs
    from tutor.store.neighbours import rungs

    found = rungs(desk.library.connection, card)
    if card.ladder is None or not found:
        return None
    first = found[0]
    headline = None
    if first.id != card.id:
        from tutor.questions.showing import draw

        headline = draw(first, "card").ask
    tried = climbs(desk.journal, found).get(card.ladder[0], ())
    return Rung(card.ladder[1], len(found), headline, tried[-1].depth if tried else None)


def _room(desk: Desk) -> int:
    return max(0, desk.environment.config.reviews_per_day - desk.waiting.reviewed_today(desk.day))


def _turn(desk: Desk, card: Card, state: CardState) -> Turn:
    """Read what decides when a card comes."""
    from tutor.reports.turn import Turn
    from tutor.store import neighbours
    from tutor.store.counts import OPENS_AT

    config, day = desk.environment.config, desk.day
    place: Place = neighbours.place(desk.library.connection, card, day, together=not config.siblings)
    title = desk.library.title(card.lesson) or Text.same(card.lesson)
    return Turn(
        state,
        day,
        title,
        origin_of(card, taught=place.taught),
        place.sibling,
        place.before,
        place.lasts,
        OPENS_AT,
        desk.waiting.due_count(day),
        _room(desk),
        config.reviews_per_day,
        max(0, config.new_per_day - desk.waiting.new_today(day)),
        config.new_per_day,
        place.ahead,
        _pulled(desk, card.id, state),
    )


def _pulled(desk: Desk, card: str, state: CardState) -> bool:
    """Say whether a miss in practice brought the card forward from the day its last rating chose."""
    memory = state.memory
    if not isinstance(memory, Memory) or memory.due > state.seen_day + 1:
        return False
    last: Event | None = None
    own = desk.journal.history(card)
    for event in own.events:
        if event.id not in own.fallen and event.kind in {"answered", "regraded", "rescheduled"}:
            last = event if isinstance(event.body.get("due"), int) else last
    return last is not None and last.day == memory.last_day and last.body["due"] > memory.due


def values(found: Why, card: Card, day: int) -> dict[str, Any]:
    """Return what `--json` prints."""
    from datetime import date

    from tutor.ui.phrases import GRADES
    from tutor.ui.reasons import sentence, told

    rules, rung = found.rules, found.rung
    return {
        "id": card.id,
        "day": date.fromordinal(day).isoformat(),
        "because": [
            {
                "reason": one.name.removeprefix("reason_"),
                **({"days": one.days} if one.days else {}),
                **({"n": one.n} if one.n else {}),
                **({"of": one.of} if one.of else {}),
                **({"card": one.card} if one.card else {}),
                "zh": sentence(one, card.id, "zh"),
                "en": sentence(one, card.id, "en"),
            }
            for one in found.reasons
        ],
        "days_ago": found.days_ago,
        "due_in": found.due,
        "stability": found.stability,
        "retrievability": found.recall,
        "review_count": found.reviews,
        "lapses": found.lapses,
        "practice": found.practice,
        "grades": {
            name: {
                "interval": one.interval,
                "due": date.fromordinal(one.due).isoformat(),
                "stability": one.stability,
                "fsrs_difficulty": one.difficulty,
            }
            for name, one in zip(GRADES, found.outcomes, strict=False)
        },
        "rules": rules
        and {
            "retention": rules.wished,
            "aim": rules.aim,
            "guess_chance": rules.luck,
            "good_between": [rules.first, rules.last],
            "balanced": rules.balanced,
        },
        "ladder": rung and {"rung": rung.rung, "of": rung.of},
        "text": {"zh": list(told(found, "zh")), "en": list(told(found, "en"))},
    }
