"""`tutor lab`: the list, the options of a lab, a run in lines, what bad input gets, the report."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.labs import fake
from tutor.cli import lab as cli
from tutor.cli.stopping import Stopping


@pytest.fixture(autouse=True)
def _coins(monkeypatch, tutor):
    fake.install(monkeypatch)
    for name in cli.THREADS:  # a run sets them for good
        monkeypatch.setenv(name, "1")


def in_english(monkeypatch):
    """Options are explained in the language of the command line of the process."""
    monkeypatch.setattr("sys.argv", ["tutor", "--lang", "en"])


def test_without_a_name_all_are_listed(tutor):
    done = tutor("lab")
    assert done.code == 0
    assert "coins" in done.out
    assert "tutor lab " in done.out.splitlines()[-1]


def test_the_list_as_json_tells_what_may_be_set(tutor):
    listed = {lab["name"]: lab for lab in tutor("lab", "--json").json["labs"]}
    coins = listed["coins"]
    assert coins["options"][0] == {"name": "throws", "kind": "whole", "default": "1000", "low": 10, "high": 100_000}
    assert coins["options"][3]["words"] == ["heads", "tails"]
    assert coins["presets"] == {"loaded": {"chance": "0.8"}}
    assert list(coins["answers"]) == ["close", "near", "far"]
    assert coins["question"]["zh"] != coins["question"]["en"]


def test_a_prediction_is_one_line_and_meets_the_result(tutor):
    done = tutor("--plain", "lab", "coins", stdin="2\n")
    assert (done.code, done.err) == (0, "")
    asked, _, told = done.out.partition("Your guess?")
    assert "After a thousand throws" in asked
    assert "2) one or two per cent" in asked
    assert "You expected: one or two per cent\nMeasured: one or two per cent" in told
    assert "In 4 groups of 1000 throws" in told
    assert not set("│┤└░▇█") & set(told)
    assert told.rstrip().endswith("The same again: tutor lab coins --seed 1")


@pytest.mark.parametrize("stdin", ["", "\n", "0\n"])
def test_no_prediction_is_needed(tutor, stdin):
    done = tutor("--plain", "lab", "coins", stdin=stdin)
    assert done.code == 0
    assert "You expected" not in done.out
    assert "Verdict" in done.out


def test_a_line_that_is_no_answer_gets_a_hint(tutor):
    out = tutor("--plain", "lab", "coins", stdin="7\nmaybe\nfar\n").out
    assert out.count("Type a number from 1 to 3") == 2
    assert "You expected: more than five per cent" in out


def test_in_a_pipe_pictures_are_drawn(tutor):
    out = tutor("lab", "coins", "--predict", "near").out
    assert "Your guess?" not in out
    assert set("│┤└░▇█") <= set(out)


def test_a_closed_input_asks_nothing(tutor, monkeypatch):
    monkeypatch.setattr("tests.cli.conftest.io.StringIO", lambda _: None)
    done = tutor("--plain", "lab", "coins")
    assert (done.code, done.err) == (0, "")
    assert "Your guess?" not in done.out
    assert "Verdict" in done.out


def test_a_given_prediction_is_not_asked_for(tutor):
    out = tutor("--plain", "lab", "coins", "--predict", "3").out
    assert "Your guess?" not in out
    assert "You expected: more than five per cent" in out


def test_json_is_one_object_and_nothing_else(tutor):
    done = tutor("lab", "coins", "--json", "--chance", "0.8", "--seed", "five", stdin="2\n")
    assert done.err == ""
    found = done.json
    assert (found["lab"], found["seed"], found["complete"], found["answer"]) == ("coins", "five", True, "far")
    assert found["settings"] == {"throws": "1000", "chance": "0.8", "function": "relu", "side": "heads"}
    assert found["measures"][0]["theory"] == 0.8


def test_presets_and_options_meet(tutor):
    found = tutor("lab", "coins", "--preset", "loaded", "--throws", "400", "--json").json["settings"]
    assert (found["chance"], found["throws"]) == ("0.8", "400")


def test_the_same_seed_the_same_numbers(tutor):
    one, two, other = (tutor("lab", "coins", "--json", "--seed", seed).json["measures"] for seed in ("a", "a", "b"))
    assert one == two != other


@pytest.mark.parametrize("typed", ["-x^2", "-x * tanh(x)", "x*tanh(x)"])
def test_an_expression_may_begin_with_a_minus(tutor, typed):
    assert tutor("lab", "coins", "--function", typed, "--json").json["settings"]["function"] == typed


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["conis"], 4, "There is no experiment called conis; tutor lab lists them all. Did you mean coins?"),
        (["zzz", "--json"], 4, "There is no experiment called zzz"),
        (["coins", "--throw", "5"], 2, "There is no option --throw. Did you mean --throws?"),
        (["coins", "--throws", "5"], 2, "--throws goes from 10 to 100000; 5 does not fit."),
        (["coins", "--chance", "nan"], 2, "--chance goes from 0 to 1; nan does not fit."),
        (["coins", "--side", "edge"], 2, "--side knows heads, tails, not edge."),
        (["coins", "--function", "relu(("], 2, "relu(("),
        (["coins", "--function", "rellu(x)"], 2, "relu"),
        (["coins", "--preset", "loadde"], 2, "There is no preset loadde. The presets are: loaded. "),
        (["coins", "--predict", "nera"], 2, "There is no answer nera; choose from close, near, far (or 1–3)."),
        (["coins", "--predict", "4"], 2, "There is no answer 4"),
        (["coins", "--save", "a.pdf"], 2, "A report is Markdown: let a.pdf end in .md."),
        (["coins", "--throws"], 2, "--throws"),
        (["coins", "more"], 2, "more"),
    ],
)
def test_bad_requests_get_a_sentence_and_a_code(tutor, words, code, told, monkeypatch):
    in_english(monkeypatch)
    done = tutor("lab", *words)
    assert (done.code, done.out) == (code, "")
    assert told.strip() in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "正面的概率 [0 到 1；默认 0.5]"), ("en", "chance of heads [0 to 1; default 0.5]")]
)
def test_help_tells_every_option_with_range_and_default(tutor, monkeypatch, lang, told):
    monkeypatch.setattr("sys.argv", ["tutor", "--lang", lang])
    monkeypatch.setenv("COLUMNS", "100")
    out = tutor("--lang", lang, "lab", "coins", "--help").out
    assert told.replace(" ", "") in out.replace("\n", "").replace(" ", "")
    assert all(
        f"--{name}" in out
        for name in ("throws", "chance", "function", "side", "preset", "seed", "predict", "save", "json")
    )
    assert fake.COINS.text("question").get(lang)[:8] in out


def test_lab_is_among_the_commands(tutor):
    assert "lab" in tutor("--help").out


def test_a_report_is_saved_and_the_result_still_told(tutor, tmp_path):
    file = tmp_path / "report.md"
    done = tutor("--plain", "lab", "coins", "--save", str(file), "--predict", "far")
    assert done.err == f"saved to {file}\n"
    assert "In 4 groups" in done.out
    text = file.read_text("utf-8")
    assert text.startswith("# Throwing coins")
    assert "| share of heads |" in text
    assert "> **In 4 groups of 1000 throws" in text


def test_a_place_that_cannot_be_written_is_refused_before_the_run(tutor, tmp_path, monkeypatch):
    monkeypatch.setattr(cli, "in_lines", lambda *_: pytest.fail("it ran"))
    done = tutor("lab", "coins", "--save", str(tmp_path / "nowhere" / "a.md"))
    assert done.code == 1
    assert "nowhere" in done.err


def test_nothing_is_written_to_the_home(tutor):
    tutor("--plain", "lab", "coins", stdin="1\n")
    assert not tutor.home.exists()


def interrupting(at):
    """Return a lab that is interrupted while it takes its step `at`."""

    def run(settings):
        for number, step in enumerate(fake.run(settings)):
            if number == at:
                signal.raise_signal(signal.SIGINT)
            yield step

    return fake.Lab("coins", run, fake.COINS.options, fake.COINS.answers, tries=fake.COINS.tries)


def settled():
    from tutor.labs.settings import settled as made

    return made(fake.COINS, {}, "1")


def test_an_interrupt_shows_what_there_is(tutor, monkeypatch, capsys):
    lab = interrupting(2)
    monkeypatch.setattr("tutor.cli.lab_command.find", lambda _: lab)
    done = tutor("lab", "coins", "--json")
    assert done.code == 0
    found = done.json
    assert found["complete"] is False
    assert found["measures"][0]["runs"] == 2
    assert "Stopped early: only 50 %" in tutor("--plain", "lab", "coins").out


def test_a_second_interrupt_ends_at_once():
    before = signal.getsignal(signal.SIGINT)
    with Stopping() as stopping:
        signal.raise_signal(signal.SIGINT)
        assert stopping.wanted
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_one_thread_unless_the_environment_says_otherwise():
    environ = {"OMP_NUM_THREADS": "4"}
    cli.in_one_thread(environ)
    assert environ["OPENBLAS_NUM_THREADS"] == "1"
    assert environ["OMP_NUM_THREADS"] == "4"


def test_numpy_is_loaded_after_the_threads_are_set(tmp_path):
    code = (
        "import sys; import tutor.cli.lab as lab; kept = lab.in_one_thread\n"
        "def told(environ): print('numpy' in sys.modules); kept(environ)\n"
        "lab.in_one_thread = told\n"
        "from tutor.cli.main import run; run(['lab', 'train', '--data', 'none'])"
    )
    environ = {**os.environ, "TUTOR_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environ, check=True)
    assert done.stdout.splitlines() == ["False"]


def test_progress_is_a_few_lines(capsys):
    now = iter([0.0, *range(1, 200)])
    progress = cli.Progress("en", lambda: next(now))
    for number in range(100):
        progress.tell(fake.Step(number / 100, fake.say("doing", n=number), lambda: None))
    rows = capsys.readouterr().err.splitlines()
    assert len(rows) == 5
    assert rows[0] == "0 %  group 0"
    assert rows[1].startswith("20 %  group 20  about ")


@pytest.mark.parametrize("words", [["lab"], ["lab", "--json"]])
def test_the_list_loads_no_numpy(tmp_path, words):
    code = f"import sys; from tutor.cli.main import run; run({words}); print(sorted({{'numpy', 'yaml', 'plotext', 'blessed', 'rich'}} & set(sys.modules)))"
    environ = {**os.environ, "TUTOR_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environ, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
