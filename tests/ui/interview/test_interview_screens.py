"""Every moment of an interview as a person sees it, by language and width: read the files before committing them."""

from __future__ import annotations

import pytest

from tests.ui.interview.world import play
from tests.ui.world import both  # noqa: F401 - keeps the golden world and this one the same
from tutor.text.width import width
from tutor.ui.terminal import Resize

TYPED = ("enter", *"对全部数据都关着", "enter", *"更新过大，把偏置推低了，进入非线性空间", "enter")
RIGHT = {"zh": "看更新", "en": "look at the update"}
MAIN = {
    "interview-asked": (),
    "interview-ticking": (*TYPED, "enter"),
    "interview-models": (*TYPED, "enter", "2", " "),
    "interview-landed": (" ", "1", "2", " ", "3", "0", " "),
    "interview-report": (*TYPED, "enter", " ", "3", "0", " ", " ", " ", " ", "3", " ", "3", " ", "3", " "),
}
OTHERS = {
    "interview-writing": TYPED,
    "interview-spoken": (" ",),
    "interview-choice": (" ", " ", "3"),
    "interview-verdict": (" ", " ", "3", "0"),
    "interview-help": ("?",),
    "interview-left": ("s", " ", "3", "s"),
}
BEFORE = {"dying-relu": 2, "attention-scale": 3}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("name", MAIN)
def test_the_main_screens(name, columns, language, golden):
    terminal, _, _ = play(MAIN[name], language=language, size=(columns, 40 if columns == 120 else 24))
    golden(f"{name}-{columns}-{language}", terminal.screens[-1])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", OTHERS)
def test_the_other_screens(name, language, golden):
    terminal, _, _ = play(OTHERS[name], language=language)
    golden(f"{name}-80-{language}", terminal.screens[-1])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80])
def test_where_to_begin(columns, language, golden):
    terminal, _, _ = play(["down"], language=language, size=(columns, 24), before=BEFORE)
    golden(f"interview-choosing-{columns}-{language}", terminal.screens[-1])


@pytest.mark.parametrize("size", [(20, 10), (30, 5), (40, 12), (63, 24), (80, 24), (200, 60)])
@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_every_screen_fits(size, language):
    """Whatever the size: so many lines, none too wide; the keys of a screen that is wide enough lead out."""
    script = [*MAIN["interview-report"], Resize(), "L", "?", "esc"]
    terminal, _, _ = play(script, language=language, size=size, before={"attention-scale": 1})
    for screen in terminal.screens:
        assert len(screen) == size[1]
        assert all(width(line.rstrip()) <= size[0] for line in screen)


def test_the_clock_only_shows():
    """Two minutes and an hour look alike: the rule is full, nothing ends, nothing is red."""
    from dataclasses import replace

    from tests.ui.interview.world import InterviewHost, begin
    from tutor.ui.interview.asking import ruler
    from tutor.ui.interview.scene import InterviewScene, look
    from tutor.ui.interview.view import opening

    host = InterviewHost("en")
    state = begin(host)
    scene: InterviewScene = look(state, opening(state, "en"), host, (80, 24))
    drawn = {seconds: ruler(replace(scene, seconds=seconds)) for seconds in (0, 29, 31, 120, 3600)}
    told = {seconds: "".join(span.text for span in rows[0]) for seconds, rows in drawn.items()}
    assert told[0].startswith("0:00")
    assert told[3600].startswith("60:00")
    assert told[120].split("  ")[1] == told[3600].split("  ")[1]
    assert told[29].count("━") < told[31].count("━") + told[31].count("┿")
    assert {span.role for rows in drawn.values() for row in rows for span in row} <= {"strong", "accent", "rule", "dim"}
