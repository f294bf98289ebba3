"""What an importer found, as lines that can be read beside the file."""

from __future__ import annotations

import io

from tutor.exchange.imported import Imported
from tutor.exchange.whole import events, survey, unusable
from tutor.questions.model import Choice, Cloze, Multi
from tutor.text.words import say


def told(imported):
    """Return a line for each deck and each card; options in their order, right ones with a star."""
    lines = []
    for deck in imported.decks:
        lines.append(f"= {deck.title}")
        lines += [told_card(card) for card in deck.cards]
    return lines


def told_card(card):
    parts = [card.kind, text(card.ask), answer(card)]
    parts += [f"why: {text(card.why)}"] if card.why else []
    parts += [f"hint: {text(card.hint)}"] if card.hint else []
    parts += [f"tags: {' '.join(card.tags)}"] if card.tags else []
    return " | ".join(part.replace("\n", " / ") for part in parts)


def answer(card):
    match card.body:
        case Cloze():
            return " or ".join((card.body.gap.en, *card.body.accept_en))
        case Choice(options) | Multi(options):
            return " ".join(f"{'*' if option.right else '-'}{text(option.wording)}" for option in options)
        case _:
            return text(card.body.answer)


def text(wording):
    assert wording.zh == wording.en
    return "".join(wording.en)


def left(imported):
    """Return how often what was left out; each reason has a sentence."""
    for one in imported.left_out:
        assert str(one.count) in say(f"importing.left_{one.reason}", "en", count=one.count) or one.count == 1
        assert say(f"importing.left_{one.reason}", "zh", count=one.count)
    return {one.reason: one.count for one in imported.left_out}


def ids(imported):
    return [card.id for deck in imported.decks for card in deck.cards]


def read_whole(source, name):
    """Return what the bytes of a JSON file of ours hold, as the command takes it over."""

    def opening():
        return io.TextIOWrapper(io.BytesIO(source), encoding="utf-8-sig", errors="replace", newline="\n")

    found, usable = survey(opening, name), tuple(events(opening, name))
    return Imported(found.decks, usable, (*found.left_out, *unusable(found, len(usable))))
