"""A tree, a timeline, a route or a decision tree as one outline: items with what is said of them, and items below.

For forms that know only nesting: Markdown, SVG, speech.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from tutor.pictures.decision import Advice, Decision, Question
from tutor.pictures.flow import Flow
from tutor.pictures.timeline import Timeline
from tutor.pictures.tree import NOTHING, Tree
from tutor.text import Text
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.pictures.tree import Node


@dataclass(frozen=True, slots=True)
class Item:
    """A line of an outline."""

    name: Text
    told: Text = field(default=NOTHING)
    below: tuple[Item, ...] = ()


Structure = Tree | Timeline | Flow | Decision


def outline(shown: Structure) -> tuple[Item, ...]:
    """Return a structure as items."""
    match shown:
        case Tree(root):
            return tuple(map(_node, root.children))
        case Timeline(events):
            return tuple(
                Item(
                    Text(f"{event.year} {event.name.zh}", f"{event.year} {event.name.en}"),
                    Text(f"{event.authors}，{event.fixed.zh}", f"{event.authors} – {event.fixed.en}"),
                )
                for event in events
            )
        case Flow(stations):
            return tuple(
                Item(
                    Text(f"{station.number} {station.name.zh}", f"{station.number} {station.name.en}"),
                    below=tuple(Item(stop.name) for stop in station.stops),
                )
                for station in stations
            )
        case Decision():
            return (*(_question(shown, one) for one in shown.questions.values()), *map(_advice, shown.advice.values()))
        case _:
            assert_never(shown)


def _node(node: Node) -> Item:
    return Item(node.name, node.told, tuple(map(_node, node.children)))


def _question(decision: Decision, question: Question) -> Item:
    """Return a question with its answers and where each leads."""
    below = []
    for answer in question.answers:
        if answer.to in decision.questions:
            to = decision.questions[answer.to].ask
            end = Text(both("decision.told_on", ask=to.zh).zh, both("decision.told_on", ask=to.en).en)
        else:
            end = decision.advice[answer.to].choice
        if answer.adds:
            end = Text(f"{end.zh}（{answer.adds.zh}）", f"{end.en} ({answer.adds.en})")
        below.append(Item(answer.name, end))
    return Item(question.ask, below=tuple(below))


def _advice(advice: Advice) -> Item:
    parts = (("why", advice.reasons), ("else", advice.alternatives), ("start", (advice.initialisation,)))
    below = tuple(Item(both(f"decision.{key}"), text) for key, texts in parts for text in texts)
    return Item(advice.choice, below=below)
