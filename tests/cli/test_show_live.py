"""Pictures of the course, trees and the decision tree at the command line: what is said, asked, saved."""

from __future__ import annotations

import json

import pytest

from tutor.cli import show_live
from tutor.pictures.catalogue import make

STRUCTURES = ("family-tree", "mind-map", "timeline", "route", "decision-tree")
TABLES = (
    "cheat-sheet",
    "gradients",
    "derivative-cards",
    "with-without",
    "eras",
    "choose-task",
    "choose-architecture",
    "choose-depth",
    "choose-hardware",
    "models",
    "symptoms",
    "initialisation",
    "glossary",
)


@pytest.mark.parametrize("name", STRUCTURES + TABLES)
def test_every_table_and_tree_is_printed_said_and_counted(tutor, name, request):
    """`tutor show NAME` prints, `--plain` says, `--json` gives one object; all leave with 0."""
    if name == "glossary":
        request.getfixturevalue("shipped")
    printed = tutor("show", name)
    assert printed.code == 0
    assert len(printed.out.splitlines()) > 4
    said = tutor("--plain", "show", name)
    assert said.code == 0
    assert not set("─│├└┈▼●") & set(said.out)
    told = tutor("show", name, "--json")
    assert told.json["picture"] == name


@pytest.mark.parametrize("suffix", ["svg", "md", "txt", "json"])
@pytest.mark.parametrize("name", ["family-tree", "timeline", "route", "decision-tree", "models"])
def test_they_are_saved_in_every_form(tutor, tmp_path, name, suffix):
    file = tmp_path / f"picture.{suffix}"
    assert tutor("show", name, "--save", str(file)).code == 0
    text = file.read_text(encoding="utf-8")
    match suffix:
        case "svg":
            assert text.startswith("<svg")
            assert text.count("<text") > 4
        case "json":
            assert json.loads(text)["picture"] == name
        case "md":
            assert text.startswith("# ")
            assert "\n- " in text or "\n| " in text
        case _:
            assert len(text.splitlines()) > 5


def test_the_decision_tree_asks_line_by_line(tutor):
    """Hidden layer, MLP, 1 to 4 layers, server, zero on the left: ReLU with He."""
    done = tutor("--plain", "show", "decision-tree", stdin="1\n1\n1\n1\n1\n")
    assert "What is the layer for?" in done.out
    assert done.out.rstrip().endswith("initialise  He: Var(W) = 2/n")
    assert "ReLU" in done.out


def test_u_goes_back_and_q_leaves(tutor):
    done = tutor("--plain", "show", "decision-tree", stdin="1\nu\nq\n")
    assert done.out.count("What is the layer for?") == 2
    assert "initialise" not in done.out


def test_without_answers_the_whole_tree_is_said(tutor):
    done = tutor("--plain", "show", "decision-tree", stdin="")
    assert done.code == 0
    assert "SwiGLU" in done.out
    assert "SELU" in done.out


def test_a_table_is_sorted_filtered_and_cut_to_columns(tutor):
    done = tutor("show", "cheat-sheet", "--columns", "mean", "--sort", "-mean", "--filter", "mean>0.4")
    rows = [line.split() for line in done.out.splitlines() if line and line[0].isalpha()][2:]
    means = [float(row[-1]) for row in rows if row[-1].replace(".", "").isdigit()]
    assert means == sorted(means, reverse=True)
    assert min(means) > 0.4


def test_an_unknown_column_gets_a_near_name(tutor):
    done = tutor("show", "cheat-sheet", "--sort", "maen")
    assert done.code == 2
    assert "mean" in done.err


def test_no_row_left_is_not_found(tutor):
    assert tutor("show", "models", "--filter", "zebra").code == 4


def test_the_route_names_the_lessons_of_the_course(tutor):
    told = tutor("show", "route", "--json").json
    lessons = [stop["lesson"] for station in told["stations"] for stop in station["stops"] if stop["lesson"]]
    assert lessons == [lesson["id"] for lesson in _lessons(tutor)]


def _lessons(tutor):
    told = tutor("learn", "--json").json
    return [lesson for part in told["parts"] for lesson in part["lessons"]] if "parts" in told else told["lessons"]


def test_only_trees_and_decisions_are_played():
    assert not show_live.play(make("eras"), environment=None, ascii_only=False)
