"""Trees, timelines, routes and decision trees in words: each item with what stands below it, a line at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.pictures.outline import outline
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.outline import Item, Structure
    from tutor.text import Language


def spoken(shown: Structure, language: Language) -> Iterator[str]:
    """Yield one sentence for each item, from the top."""
    for item in outline(shown):
        yield from _item(item, language)


def _item(item: Item, language: Language) -> Iterator[str]:
    name = item.name.get(language).replace("\n", " / ")
    told = item.told.get(language).replace("\n", " / ")
    if told:
        name = say("tree.told_about", language, name=name, told=told)
    if item.below:
        children = say("tree.told_comma", language).join(_named(below, language) for below in item.below)
        yield say("tree.told", language, name=name, children=children)
    else:
        yield say("tree.told_end", language, name=name)
    for below in item.below:
        if below.below:
            yield from _item(below, language)


def _named(item: Item, language: Language) -> str:
    """Return an item in the list of its parent: what is said of one with more below it comes with its own sentence."""
    name, told = (text.get(language).replace("\n", " / ") for text in (item.name, item.told))
    return say("tree.told_about", language, name=name, told=told) if told and not item.below else name
