"""`tutor show`: the list, one picture in every form, and what bad input gets."""

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tutor.pictures.catalogue import PICTURES

DESIGN = """curves panels relu-family relu-swish-gelu grid gradient-grid gelu-forms distribution radar gradient-flow
    family-tree mind-map timeline route decision-tree cheat-sheet gradients derivative-cards with-without eras choose-task
    choose-architecture choose-depth choose-hardware models symptoms initialisation dead-risk glossary"""
NAMES = set(DESIGN.split())


def test_every_name_of_the_design_is_a_picture():
    assert set(PICTURES) == NAMES


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_name_all_are_listed_with_one_line_each(tutor, lang):
    rows = tutor("--lang", lang, "show", globals_=True).out.splitlines()
    for name, entry in PICTURES.items():
        (row,) = [row for row in rows if row.startswith(f"{name} ")]
        assert len(row) > len(name) + 5
        assert entry.about.en != entry.about.zh


def test_the_list_as_json(tutor):
    listed = tutor("show", "--json").json["pictures"]
    assert {one["name"] for one in listed} == NAMES
    assert all(one["about"]["zh"] and one["about"]["en"] for one in listed)


@pytest.fixture(autouse=True)
def _over_the_course_as_it_is(shipped):
    """Take the course as it is: the small one of other tests has no glossary."""


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_picture_is_drawn_said_and_counted(tutor, name):
    drawn = tutor("show", name)
    assert (drawn.code, drawn.err) == (0, "")
    title = PICTURES[name].title.en
    assert drawn.out.splitlines()[0] == title
    said = tutor("show", name, "--plain")
    assert (said.code, said.err) == (0, "")
    assert not set("│┤└░⠶█") & set(said.out)
    numbers = tutor("show", name, "--json")
    assert numbers.json["picture"] == name
    json.loads(numbers.out, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))


@pytest.mark.parametrize("suffix", [".svg", ".txt", ".md", ".json"])
@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_picture_is_saved(tutor, tmp_path, name, suffix):
    file = tmp_path / f"picture{suffix}"
    done = tutor("show", name, "--save", str(file))
    assert (done.code, done.out, done.err) == (0, "", f"saved to {file}\n")
    text = file.read_text(encoding="utf-8")
    match suffix:
        case ".svg":
            assert ET.fromstring(text).tag.endswith("svg")
        case ".json":
            assert json.loads(text)["picture"] == name
        case ".md":
            assert text.startswith(f"# {PICTURES[name].title.en}")
        case _:
            assert text.startswith(PICTURES[name].title.en)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["show", "rader"], 4, "There is no picture called rader; tutor show lists them all. Did you mean radar?"),
        (["show", "radarr"], 4, "There is no picture called radarr; tutor show lists them all. Did you mean radar?"),
        (["show", "zzz"], 4, "There is no picture called zzz; tutor show lists them all."),
        (["show", "radar", "gelo"], 4, "gelo"),
        (["show", "radar", "--sort", "alive"], 2, "radar is no table: it cannot be sorted."),
        (["show", "gelu-forms", "relu"], 2, "gelu-forms cannot be asked for single functions."),
        (["show", "curves", "--layout", "gird"], 2, "gird"),
        (["show", "curves", "relu(("], 2, "relu(("),
        (["show", "curves", "--range", "3:1"], 2, "3:1"),
        (["show", "curves", "--save", "a.png"], 2, "a.png cannot be written"),
        (["show", "gradient-flow", "--gain", "much"], 2, "much is no gain"),
        (["show", "gradient-flow", "--gain", "0"], 2, "A gain is above 0 and at most 100, not 0."),
        (["show", "dead-risk", "--columns", "deed_0"], 2, "deed_0"),
        (["show", "dead-risk", "--filter", "zzz"], 4, "zzz"),
    ],
)
def test_bad_requests_get_a_sentence_and_a_code(tutor, words, code, told):
    done = tutor(*words)
    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_place_that_cannot_be_written(tutor, tmp_path):
    done = tutor("show", "radar", "--save", str(tmp_path / "nowhere" / "a.svg"))
    assert done.code == 1
    assert "nowhere" in done.err


def test_functions_parameters_and_a_layout(tutor):
    found = tutor(
        "show", "curves", "elu", "--param", "alpha=0.5,2", "--layout", "grid", "--range", "-2:2", "--json"
    ).json
    assert [panel["x"] for panel in found["panels"]] == [[-2, 2], [-2, 2]]
    assert [panel["curves"][0]["name"] for panel in found["panels"]] == ["ELU(x), α = 0.5", "ELU(x), α = 2"]


def test_a_function_may_begin_with_a_minus(tutor):
    found = tutor("show", "curves", "-x^2", "--json").json
    assert [curve["name"] for curve in found["panels"][0]["curves"]] == ["−x^2", "(−x^2)′"]


def test_networks_of_other_gains_depths_and_widths(tutor):
    words = ["relu", "--gain", "1,sqrt(2)", "--depth", "5", "--units", "30", "--seed", "other"]
    found = tutor("show", "gradient-flow", *words, "--json").json
    assert [row["network"] for row in found["facts"]["rows"]] == ["ReLU, σ_w = 1", "ReLU, σ_w = 1.41"]
    assert found["facts"]["rows"][0]["theory"] == pytest.approx(0.25)


def test_the_list_loads_no_numpy(tmp_path):
    code = "import sys; from tutor.cli.main import run; run(['show']); print(sorted({'numpy', 'yaml', 'plotext'} & set(sys.modules)))"
    environ = {**os.environ, "TUTOR_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environ, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
