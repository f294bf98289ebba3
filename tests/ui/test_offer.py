"""The next lesson offered before a review: how it looks, what its keys mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.outline.courses import MIDWAY
from tests.ui.scripted import LOOK, Scripted
from tutor.ui.lines import measure, text_of
from tutor.ui.offer import Offer, compose, run

OFFER = Offer(MIDWAY.next, 12, 4)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
def test_how_it_looks(golden, size, language):
    golden(f"offer-{size[0]}-{language}", [text_of(line) for line in compose(OFFER, language, size)])


@given(st.integers(4, 130), st.integers(2, 40))
def test_it_fits_every_screen(columns, rows):
    told = compose(OFFER, "en", (columns, rows))
    assert len(told) <= rows
    assert all(measure(line) <= columns for line in told)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], ("lesson", "zh")),
        (["x", " "], ("review", "zh")),
        (["l", "s"], ("review", "en")),
        (["esc"], ("left", "zh")),
    ],
)
def test_keys(keys, answer):
    assert run(OFFER, "zh", Scripted(keys), LOOK) == answer
