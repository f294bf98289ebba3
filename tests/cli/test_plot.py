"""`tutor plot`: every option, every way out, and what bad input gets."""

import json
import os
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from tutor.cli import quick_expressions
from tutor.cli.expressions import protected, restored


def test_a_plot_in_a_pipe_is_bare_text_of_eighty_columns(tutor):
    done = tutor("plot", "sigmoid", "-d")
    rows = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert rows[0].strip() == "━━ σ(x)   ╌╌ σ′(x)"
    assert max(map(len, rows)) == 80
    assert "\x1b" not in done.out


@pytest.mark.parametrize("words", [["--plain", "plot", "gelu"], ["plot", "gelu", "--plain"]])
def test_plain_says_one_sentence_a_curve(tutor, words):
    assert tutor(*words).out == "GELU(x) falls from 0 at −∞ to −0.17 at −0.752, then rises through 0 at 0 to ∞.\n"


def test_accessible_is_plain_too(tutor, monkeypatch):
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert tutor("plot", "relu").out == "ReLU(x) stays at 0 up to 0, then rises to ∞.\n"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["gelu", "-dd"], ["GELU(x)", "GELU′(x)", "GELU″(x)"]),
        (["gelu", "-d", "-d"], ["GELU(x)", "GELU′(x)", "GELU″(x)"]),
        (["-x^2"], ["−x^2"]),
        (["--range", "-1:1", "-x", "-exp(x)"], ["−x", "−exp(x)"]),
        (["swish", "--param", "beta=0.5,2"], ["SiLU(x), β = 0.5", "SiLU(x), β = 2"]),
        (["relu", "--layout", "panels"], ["ReLU(x)", "ReLU′(x)"]),
    ],
)
def test_curves_of(tutor, words, names):
    (*panels,) = tutor("plot", *words, "--json").json["panels"]
    assert [curve["name"] for panel in panels for curve in panel["curves"]] == names


def test_json_is_one_object_of_finite_numbers(tutor):
    done = tutor("plot", "1/x", "--range", "-pi:2*pi", "--y", "-2:2", "--mark", "zero", "--json")
    (panel,) = done.json["panels"]
    assert done.json["expressions"] == ["1/x"]
    assert panel["x"] == pytest.approx([-3.14159265, 6.28318531])
    assert panel["y"] == [-2, 2]
    assert len(panel["curves"][0]["segments"]) == 2
    assert panel["curves"][0]["describe"]["en"].startswith("1/x falls")
    json.loads(done.out, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def test_marks_are_computed(tutor):
    (panel,) = tutor("plot", "gelu'", "--mark", "max,min", "--json").json["panels"]
    kinds = {mark["kind"]: mark for mark in panel["curves"][0]["marks"]}
    assert kinds["max"]["x"] == pytest.approx(2**0.5)
    assert kinds["min"]["y"] == pytest.approx(-0.128904, abs=1e-6)


def test_ascii_holds_no_other_letter(tutor):
    assert tutor("plot", "sigmoid", "-d", "--ascii", "--mark", "max").out.isascii()


def test_width_and_height_are_kept(tutor):
    rows = tutor("plot", "tanh", "--width", "30", "--height", "10").out.splitlines()
    assert len(rows) <= 10
    assert max(map(len, rows)) <= 30


def test_a_saved_svg_is_a_document_that_tells_what_it_shows(tutor, tmp_path):
    file = tmp_path / "gelu.svg"
    done = tutor("plot", "gelu", "-d", "x", "--mark", "min", "--save", str(file))
    tree = ET.parse(file)
    name = "{http://www.w3.org/2000/svg}"
    assert (done.code, done.out) == (0, "")
    assert done.err == f"saved to {file}\n"
    assert tree.getroot().find(f"{name}desc").text.startswith("GELU(x) falls from 0 at −∞")
    assert len(tree.findall(f".//{name}polyline")) == 4
    assert "min −0.17" in [text.text for text in tree.findall(f".//{name}text")]


def test_a_saved_text_is_the_plot(tutor, tmp_path):
    file = tmp_path / "relu.txt"
    tutor("plot", "relu", "--save", str(file))
    assert file.read_text(encoding="utf-8") == tutor("plot", "relu").out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["sigmod"], 2, "Did you mean sigmoid?\nsigmod\n^^^^^^"),
        (["2*sigmod(x)"], 2, "Did you mean sigmoid?\n2*sigmod(x)\n  ^^^^^^"),
        (["gelu", "--param", "alpha=1"], 2, "None of these expressions has a parameter alpha."),
        (["leaky_relu", "--param", "alhpa=1"], 2, "Did you mean alpha?"),
        (["relu", "--range", "3:-3"], 2, "The range 3:-3 is empty"),
        (["relu", "--range", "1:1"], 2, "The range 1:1 is empty"),
        (["relu", "--range", "-inf:1"], 2, "out of reach"),
        (["relu", "--range", "0:1e99"], 2, "out of reach"),
        (["relu", "--range", "6"], 2, "6 is no range; write -6:6."),
        (["relu", "--range", "a:b"], 2, "a:b is no range"),
        (["relu", "--y", ":"], 2, ": is no range"),
        (["relu", "--param", "β"], 2, "β sets no parameter"),
        (["swish", "--param", "β=x"], 2, "β=x sets no parameter"),
        (["relu", "--layout", "gird"], 2, "there are overlay, panels and grid"),
        (["relu", "--mark", "maxi"], 2, "max, min and zero can"),
        (["relu", "--save", "plot.png"], 2, "a plot is saved as .svg or .txt"),
        (["relu", "--save", "/no/such/place.svg"], 1, "/no/such/place.svg could not be written"),
        (["log(x)", "--range", "-6:-1"], 2, "log(x) has no finite value between -6 and -1"),
        (["x"] * 30, 2, "30 curves are more than can be told apart"),
        (["x < 1"], 2, "This is not a function of x."),
        (
            ["softmax"],
            2,
            "softmax works on a whole vector, as in softmax([1, 2]): it has no curve over x.\nsoftmax\n^^^",
        ),
        (["a*x"], 2, "a is not known here."),
        ([], 2, "is missing"),
        (["relu", "--width", "0"], 2, "--width takes a whole number from 1 to 500"),
        (["relu", "-ddddddddd"], 2, "is not available"),
    ],
)
def test_bad_input_is_told_what_is_wrong(tutor, words, code, told):
    done = tutor("plot", *words)
    assert (done.code, done.out) == (code, "")
    assert told in done.err


@pytest.mark.parametrize("width", ["1", "5", "17"])
def test_too_narrow_for_a_plot_is_told_in_words(tutor, width):
    done = tutor("plot", "relu", "--width", width)
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= max(2, int(width))


def test_chinese_speaks_chinese(tutor):
    tutor.lang = "zh"
    assert tutor("plot", "relu", "--plain").out == "ReLU(x)：到 0 为止都是 0，再上升，趋向 ∞。\n"
    assert "范围 3:-3 是空的" in tutor("plot", "relu", "--range", "3:-3").err


def test_expressions_are_told_from_options():
    words = ["plot", "-x", "-d", "-dd", "-i", "--range", "-6:6", "--json", "--x", "-", "--", "-exp(x)"]
    kept = protected(words, "plot")
    assert kept == ["plot", "−x", "-d", "-dd", "-i", "--range", "−6:6", "--json", "−-x", "-", "--", "−exp(x)"]
    assert [restored(word) for word in kept] == words
    assert protected(["card", "-x"], "card") == ["card", "-x"]


@pytest.mark.parametrize(
    ("words", "options", "expressions"),
    [
        (["plot", "gelu", "-d"], [("-d", "")], ["gelu"]),
        (["--lang", "zh", "plot", "-x", "--range=-1:1", "--plain"],
         [("--lang", "zh"), ("--range", "-1:1"), ("--plain", "")], ["-x"]),
        (["calc", "2", "-", "3", "--digits", "4"], [("--digits", "4")], ["2", "-", "3"]),
    ],
)  # fmt: skip
def test_everyday_calls_need_no_typer(words, options, expressions):
    call = quick_expressions.understood(words)
    assert [*call.options] == options
    assert [*call.expressions] == expressions


@pytest.mark.parametrize(
    "words",
    [["plot"], ["plot", "x", "--help"], ["plot", "x", "--width", "0"], ["plot", "x", "--width"], ["cards", "plot"],
     ["plot", "x", "--nosuch"], ["calc", "x", "--digits", "x"], ["review"], ["plot", "x", "-ddd"], []],
)  # fmt: skip
def test_anything_else_is_left_to_typer(words):
    assert quick_expressions.understood(words) is None


def test_the_quick_tables_are_those_of_the_commands():
    import typer.main

    from tutor.cli.app import build

    for name, (values, flags) in quick_expressions.COMMANDS.items():
        (command,) = build(name).registered_commands
        params = typer.main.get_command_from_info(command, pretty_exceptions_short=True, rich_markup_mode=None).params
        options = {param.opts[0]: param for param in params if param.opts[0].startswith("-")}
        left = {"--help", "-dd"}
        assert options.keys() - left == (values.keys() | flags) - left
        for option, bounds in values.items():
            kind = options[option].type
            assert (getattr(kind, "min", None), getattr(kind, "max", None)) == (bounds or (None, None)), option


def test_plotting_loads_neither_yaml_nor_the_database():
    code = "import sys; from tutor.cli.main import run; run(['plot', 'relu']); print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf8"},
    )
    loaded = set(done.stdout.splitlines())
    assert not loaded & {"yaml", "sqlite3", "blessed", "rich", "typer", "difflib"}
    assert {"numpy", "plotext"} <= loaded


def test_a_moving_plot_needs_a_screen(tutor):
    done = tutor("plot", "gelu", "-i")
    assert (done.code, done.err) == (2, "A moving plot needs a terminal with a whole screen.\n")
