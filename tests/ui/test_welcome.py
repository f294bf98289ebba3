"""The welcome: language, a day, the first lesson; it can be left at any key, and fits any screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.scripted import LOOK, Scripted
from tutor.cli.welcome import returns
from tutor.ui.lines import measure, text_of
from tutor.ui.welcome import Answer, Welcome, changed, compose, opened, run

RETURNS = (2, 13, 59)


def pressed(*keys, language="zh"):
    state = opened(language, RETURNS)
    for key in keys:
        assert isinstance(state, Welcome)
        state = changed(state, key)
    return state


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["2", "enter"], Answer("en", chosen=True, start=True)),
        (["３", " "], Answer("both", chosen=True, start=True)),
        (["enter", "enter"], Answer("zh", chosen=True, start=True)),
        (["down", "enter", "left", "up", "enter", "enter"], Answer("zh", chosen=True, start=True)),
        (["2", "q"], Answer("en", chosen=True, start=False)),
        (["esc"], Answer("zh", chosen=False, start=False)),
        (["x", "down", "q"], Answer("en", chosen=False, start=False)),
    ],
)
def test_keys_lead_to_a_language_and_the_first_lesson(keys, answer):
    assert pressed(*keys) == answer
    assert run(opened("zh", RETURNS), Scripted(keys), LOOK) == answer


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("columns", "rows"), [(40, 24), (80, 24)])
def test_how_it_looks(golden, columns, rows, language):
    state = opened(language, RETURNS)
    for name, shown in (("language", state), ("day", replace(state, chosen=True))):
        golden(f"welcome-{name}-{columns}-{language}", [text_of(line) for line in compose(shown, (columns, rows))])


@given(st.integers(4, 130), st.integers(2, 40), st.booleans(), st.sampled_from(["zh", "en", "both"]))
def test_it_fits_every_screen(columns, rows, chosen, language):
    told = compose(replace(opened(language, RETURNS), chosen=chosen), (columns, rows))
    assert len(told) <= rows
    assert all(measure(line) <= columns for line in told)


def test_the_picture_shows_what_the_scheduler_does():
    assert returns(740_000) == returns(1) == RETURNS
