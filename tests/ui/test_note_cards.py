"""Cards from notes on the screens: lines, lists, code and tables as their author set them."""

from __future__ import annotations

import pytest

from tests.exchange.notes import CODE, MIXED, STUDY
from tests.ui.scripted import play
from tests.ui.test_kinds import LANGUAGES, WIDTHS, spoken
from tests.ui.world import NUMBER
from tutor.exchange.markdown import cards_of, read_note
from tutor.text.width import width as cells


def cards(text: str):
    note = read_note(text)
    return cards_of(note, [f"note-1-{place}" for place in range(len(note.questions))], "note-1")


WHOLE = cards("# Swish\n\n它自带门控。\n\n## 公式\n$x \\cdot \\sigma(x)$\n\n## 特点\n- 平滑\n- 非单调")[0]
SHOWN = {
    "standard answer": (cards(STUDY)[0], (" ",), ("", "3")),
    "formula": (cards(STUDY)[2], (" ",), ("", "3")),
    "code": (cards(CODE)[0], (" ", " "), ("", "3")),
    "whole note": (WHOLE, (" ", " "), ("", "3")),
    "several": (cards(MIXED)[5], ("1", "enter"), ("1", "")),
    "gap": (cards(MIXED)[3], (*"wish", "enter"), ("Relu", "")),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_on_screens(golden, language, width):
    told = []
    for name, (card, keys, _) in SHOWN.items():
        terminal, *_ = play(keys, card, NUMBER, language=language, size=(width, 34))
        told += [f"== {name} [{' '.join(keys)}]", *terminal.screens[-1]]
    assert all(cells(row) <= width for row in told)
    golden(f"note-cards-{width}-{language}", told)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_in_lines(golden, language, width):
    told = []
    for name, (card, _, given) in SHOWN.items():
        told += [f"== {name}", *spoken(card, given, language, width)[0]]
    golden(f"note-cards-plain-{width}-{language}", told)


def test_a_long_note_shows_its_points_before_it_is_read():
    long = "\n\n".join(f"这是第 {place} 段，讲的是激活函数。" for place in range(40))
    card = cards(f"# Swish\n\n## 公式\n{long}\n\n## 特点\n{long}")[0]
    terminal, *_ = play((" ",), card, NUMBER, language="zh", size=(80, 24))
    shown = terminal.screens[-1]
    tick = next(place for place, row in enumerate(shown) if "[ ] 公式" in row)
    assert tick < next(place for place, row in enumerate(shown) if "第 0 段" in row)
