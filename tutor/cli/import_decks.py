"""The imported decks of a home: listed, or one of them taken away; what was learned stays in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from tutor.cli.asking import agreed
from tutor.cli.backing import before
from tutor.cli.desk import Desk, open_desk
from tutor.cli.import_taking import home_decks
from tutor.cli.printed import tell
from tutor.errors import NotFoundError, UsageError, near
from tutor.memory.state import Memory
from tutor.store import decks
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.cli.environment import Environment
    from tutor.syllabus.deck import Deck


def list_decks(environment: Environment, *, as_json: bool) -> None:
    """List the imported decks with how many of their cards were begun."""
    language = environment.language
    with open_desk(environment) as desk:
        rows = [(deck, len(deck.cards), _started(desk, deck)) for deck in home_decks(desk).values()]
    if as_json:
        from json import dumps

        listed = [
            {"deck": deck.id, "title": deck.title, "source": deck.source, "cards": cards, "started": started}
            for deck, cards, started in rows
        ]
        print(dumps({"decks": listed}, ensure_ascii=False, indent=2))
        return
    tell(
        say("importing.listed", language, title=deck.title, deck=deck.id, cards=cards, started=started)
        for deck, cards, started in rows
    )
    tell([say("importing.usage" if rows else "importing.none", language)])


def remove_deck(environment: Environment, name: str, *, yes: bool, as_json: bool) -> None:
    """Take a deck away, by its id or its title, after asking. Raises `TutorError`."""
    environment.must_be_writable()
    if as_json and not yes:
        raise UsageError("importing.json_needs_yes")
    language = environment.language
    with open_desk(environment, write=True) as desk:
        deck = _named(home_decks(desk), name)
        facts = {"title": deck.title, "cards": len(deck.cards), "started": _started(desk, deck)}
        if not yes and not agreed(say("importing.remove", language, **facts)):
            print(say("importing.kept", language))
            raise typer.Exit(1)
        before(environment, "import")
        decks.remove(environment.home / decks.FOLDER, deck.id)
    if as_json:
        from json import dumps

        print(dumps({"removed": deck.id, **facts}, ensure_ascii=False, indent=2))
        return
    tell([say("importing.removed", language, **facts)])


def _named(there: Mapping[str, Deck], name: str) -> Deck:
    by_title = [deck for deck in there.values() if deck.title == name]
    if name in there:
        return there[name]
    if len(by_title) == 1:
        return by_title[0]
    raise NotFoundError("importing.no_deck", name=name, near=near(name, list(there)))


def _started(desk: Desk, deck: Deck) -> int:
    states = desk.journal.states([card.id for card in deck.cards])
    return sum(isinstance(state.memory, Memory) for state in states.values())
