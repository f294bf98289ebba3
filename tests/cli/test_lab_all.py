"""Every lab of the catalogue at the command line, stopped early: what is known by then is shown in every form."""

import json
from functools import cache

import pytest

from tutor.cli.lab import THREADS
from tutor.cli.lab_report import drawings
from tutor.exchange.lab_report import report
from tutor.labs.catalogue import LABS, find
from tutor.labs.outcome import SEED, Outcome
from tutor.labs.settings import settled
from tutor.pictures.experiment_numbers import as_json
from tutor.ui.lab import plain, result, running
from tutor.ui.lines import measure

STEPS = (1, 4)  # taken before the stop
each = pytest.mark.parametrize("name", [lab.name for lab in LABS])


@cache
def stopped(name):
    """Return what a lab says after some of its steps, and the last of them."""
    lab = find(name)
    settings = settled(lab, {}, SEED)
    found = []
    run = lab.run(settings)
    for number in range(1, STEPS[-1] + 1):
        step = next(run)
        assert 0 <= step.done <= 1
        if number in STEPS:
            found.append((step, Outcome(lab, settings, step.result(), step.done, lab.answers[0])))
    run.close()
    return found


@each
def test_a_lab_that_was_stopped_fits_every_screen(name):
    for step, outcome in stopped(name):
        for columns in (40, 80, 120):
            for language in ("zh", "en", "both"):
                rows = result.lines(outcome, columns, 23, language, verdict_first=True)
                assert all(measure(row) <= columns for row in rows)
                seen = running.screen(running.Run(outcome.lab, step, outcome.result, 2.0), columns, 24, language)
                assert len(seen) == 24
                assert all(measure(row) <= columns for row in seen)


@each
def test_a_lab_that_was_stopped_is_said_counted_and_reported(name):
    for _, outcome in stopped(name):
        for language in ("zh", "en"):
            said = "\n".join(plain.spoken(outcome, language))
            assert outcome.result.verdict.get(language) in said
            assert not set("│┤└░▇█┊") & set(said)
            assert "## " in report(outcome, drawings(outcome, language), language)
        found = json.loads(json.dumps(as_json(outcome), allow_nan=False, ensure_ascii=False))
        assert found["complete"] is False
        assert found["answer"] in (None, *outcome.lab.answers)


@each
def test_help_explains_every_option(tutor, name, monkeypatch):
    monkeypatch.setattr("sys.argv", ["tutor", "--lang", "zh"])
    out = tutor("--lang", "zh", "lab", name, "--help").out
    assert all(f"--{option.name}" in out for option in find(name).options)
    assert find(name).text("title").zh in out


def test_a_whole_run_at_the_command_line(tutor, monkeypatch):
    """A small network of the first lab, from the prediction to the command that repeats it."""
    for thread in THREADS:  # a run sets them for good
        monkeypatch.setenv(thread, "1")
    words = ["--depth", "5", "--units", "16", "--functions", "relu,tanh", "--seed", "2"]
    done = tutor("--plain", "lab", "flow", *words, stdin="1\n")
    assert (done.code, done.err) == (0, "")
    assert "Measured: " in done.out
    assert "tutor lab flow --functions relu,tanh" in done.out.splitlines()[-1]
    assert tutor("lab", "flow", *words, "--json").json == tutor("lab", "flow", *words, "--json").json
