"""The list of backups at every width, nothing of it lost."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.reports.kept import Kept
from tutor.text.width import width
from tutor.ui.lines import text_of
from tutor.ui.screens.backups import lines, told

WHEN = datetime(2026, 11, 21, 18, 34)  # noqa: DTZ001 - on the learner's clock
KEPT = (
    Kept(1, WHEN, "restore", 9_700, sound=True, answers=148, cards=26, last=date(2026, 11, 21)),
    Kept(2, WHEN.replace(day=20), "auto", 12_300_000, sound=True, answers=12_345, cards=1_024, last=date(2026, 11, 20)),
    Kept(3, WHEN.replace(day=19), "auto", 2_100, sound=False),
    Kept(10, WHEN.replace(day=18), "frobnicate", 800, sound=True),
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_list(golden, language, columns):
    shown = lines(KEPT, "/home/me/tutor/backups", language, columns)
    golden(f"backups-{columns}-{language}", [text_of(row) for row in shown])


@given(st.integers(12, 130), st.sampled_from(["zh", "en"]))
def test_it_fits_everywhere(columns, language):
    shown = [text_of(row) for row in lines(KEPT, "/home/me/tutor/backups", language, columns)]
    assert max(map(width, shown)) <= columns
    if columns >= 30:
        assert all(str(one.answers) in "\n".join(shown) for one in KEPT if one.sound)


def test_nothing_yet():
    assert any("tutor backup" in text_of(row) for row in lines((), "/x", "zh", 40))
    assert len(told((), "en")) == 1


def test_as_lines_of_text():
    assert told(KEPT[:3], "en") == [
        "1  2026-11-21 18:34  before restore: 148 answers, 26 cards, studied up to 2026-11-21, 9.7 KB, intact",
        "2  2026-11-20 18:34  automatic: 12345 answers, 1024 cards, studied up to 2026-11-20, 12 MB, intact",
        "3  2026-11-19 18:34  automatic: 2.1 KB, damaged",
        "tutor restore NUMBER brings one back; what you have now is backed up first.",
    ]
