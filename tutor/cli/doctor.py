"""`tutor doctor`: does everything the tutor remembers hold together?"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.backing import before
from tutor.cli.desk import ANSWERS, JOURNAL, open_journal, open_library
from tutor.errors import TutorError
from tutor.store import decks
from tutor.store import doctor as care
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.cli.environment import Environment
    from tutor.store.doctor import Findings
    from tutor.syllabus.deck import Damage
    from tutor.text import Language

LONGEST = 40  # characters of a card's name; ids of events are told by their first digits
SHOWN = 5  # names of a kind; --json has them all


def doctor(
    context: typer.Context,
    rebuild: Annotated[bool, typer.Option("--rebuild", help=told("rebuild"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Compare the card states with the journal, check the file, and rebuild the caches if asked."""
    environment = environment_of(context)
    try:
        with open_journal(environment) as journal:
            if rebuild:
                if not care.examine(journal, environment.clock.instant()).healthy:
                    before(environment, "rebuild")
                care.rebuild(journal)
                (environment.home / ANSWERS).unlink(missing_ok=True)
                _compile(environment)
            found = care.examine(journal, environment.clock.instant())
    except TutorError as error:
        if error.key != "store.damaged":
            raise
        found = care.Findings(complaints=(str(error.facts.get("detail", "")),))
    broken = decks.damages(environment.home / decks.FOLDER)
    healthy = found.healthy and not broken
    if json:
        from json import dumps

        told_decks = [{"deck": deck, **asdict(damage)} for deck, damage in broken]
        print(dumps({"healthy": healthy, **asdict(found), "decks": told_decks}, ensure_ascii=False, indent=2))
    else:
        for line in (*lines(found, environment, decks_sound=not broken), *deck_lines(broken, environment.language)):
            print(line)
    raise typer.Exit(0 if healthy else 1)


def deck_lines(broken: Sequence[tuple[str, Damage]], language: Language) -> Iterator[str]:
    """Yield the lines of imported decks that cannot be read, a few of them."""
    for deck, damage in broken[:SHOWN]:
        yield say("doctor.deck", language, deck=deck, line=damage.line, why=damage.reason)
    if broken[SHOWN:]:
        yield say("doctor.more_lines", language, n=len(broken) - SHOWN)


def lines(found: Findings, environment: Environment, *, decks_sound: bool) -> Iterator[str]:
    """Yield what was found in the journal, and what to do; all is well only when it is with the decks, too."""
    language = environment.language
    if found.complaints:
        yield say("doctor.damaged", language, why="; ".join(found.complaints[:SHOWN]), path=environment.home / JOURNAL)
        return
    yield say("doctor.counted", language, events=found.events, cards=found.cards)
    for name in ("differences", "future", "unknown", "broken"):
        ids: tuple[str, ...] = getattr(found, name)
        if ids:
            shown = ", ".join(name[:LONGEST] for name in ids[:SHOWN]) + ("…" if len(ids) > SHOWN else "")
            yield say(f"doctor.{name}", language, n=len(ids), ids=shown)
    yield say("doctor.rebuild" if not found.healthy else "doctor.healthy" if decks_sound else "doctor.agree", language)


def _compile(environment: Environment) -> None:
    with open_library(environment) as library:
        library.rebuild()
