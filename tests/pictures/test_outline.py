"""Trees, timelines, routes and decision trees as outlines, and what is said of them."""

from __future__ import annotations

import pytest

from tutor.pictures import deciding, decision, family, mind_map, timeline, tree
from tutor.pictures.flow import Flow, Station, Stop
from tutor.pictures.outline import Item, outline
from tutor.pictures.request import Request
from tutor.pictures.spoken_structures import spoken
from tutor.text import Text

FLOW = Flow((Station(1, Text("基础", "Foundations"), (Stop(Text("甲", "A"), "a"), Stop(Text("乙", "B")))),))


def count(items):
    return sum(1 + count(item.below) for item in items)


@pytest.mark.parametrize("make", [family.family_tree, mind_map.mind_map])
def test_an_outline_of_a_tree_keeps_every_node(make):
    shown = make(Request())
    assert count(outline(shown)) == len(list(tree.walk(shown.root))) - 1


def test_an_outline_of_a_timeline_tells_year_authors_and_what_was_mended():
    items = outline(timeline.timeline(Request(functions=("gelu",))))
    assert items == (
        Item(
            Text("2016 GELU", "2016 GELU"),
            Text(
                "Hendrycks & Gimpel，按 Φ(x) 加权：平滑、自门控",
                "Hendrycks & Gimpel – weighted by Φ(x): smooth, gated by itself",
            ),
        ),
    )


def test_an_outline_of_a_route_has_its_stops_below_the_stations():
    (station,) = outline(FLOW)
    assert station.name.en == "1 Foundations"
    assert [stop.name.en for stop in station.below] == ["A", "B"]


def test_an_outline_of_a_decision_tells_every_answer_and_every_advice():
    shown = deciding.decision_tree(Request())
    items = outline(shown)
    assert len(items) == len(shown.questions) + len(shown.advice)
    answers = {below.name.en: below.told.en for below in items[0].below}
    assert answers["output: two classes"] == "sigmoid"
    assert answers["a hidden layer"] == "then “Which architecture?”"


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_a_tree_is_said_a_sentence_at_a_time(language):
    """Every name is said; no sign of a drawing is."""
    shown = family.family_tree(Request())
    said = list(spoken(shown, language))
    whole = " ".join(said)
    for node in tree.walk(shown.root):
        if node is not shown.root:
            assert all(name in whole for name in node.name.lines(language))
    assert not set("─│├└▸▾") & set(whole)
    assert all(line.endswith(("。", ".")) for line in said)


def test_a_route_is_said():
    assert list(spoken(FLOW, "en")) == ["1 Foundations, and below it: A; B."]
    assert list(spoken(FLOW, "zh")) == ["1 基础，其下：甲；乙。"]


def test_every_way_is_counted_once():
    shown = deciding.decision_tree(Request())
    found = list(decision.ways(shown))
    assert len(found) == len(set(found)) > 30
