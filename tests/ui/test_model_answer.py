"""The headline of an interview in an ordinary review: its spoken answer is folded until it is asked for."""

from __future__ import annotations

import pytest

from tests.sessions.interviews import CARDS
from tests.ui.scripted import play
from tests.ui.world import PEAK, MemoryHost, session_of
from tutor.ui import plain
from tutor.ui.plain import Lines

HEADLINE = CARDS["dying-relu.1"]
QUICK = "对全部数据都关着的单元叫死神经元"
FOLD = "半分钟版：按 m 展开"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("name", "script"), [("folded", [" "]), ("open", [" ", "m"]), ("graded", [" ", "m", " "])])
def test_how_it_looks(name, script, language, golden):
    terminal, _, _ = play(script, HEADLINE, language=language)
    golden(f"model-answer-{name}-80-{language}", terminal.screens[-1])


def test_it_opens_closes_and_stays_open_until_the_grade():
    terminal, _, _ = play([" ", "m", "m", "m", " "], HEADLINE)
    folded, opened, closed, again, grading = terminal.screens[1:]
    for screen, is_open in ((folded, False), (opened, True), (closed, False), (again, True), (grading, True)):
        text = "\n".join(screen)
        assert (QUICK in text) is is_open
        assert (FOLD in text) is not is_open


def test_before_the_answer_and_at_other_cards_the_key_means_nothing():
    terminal, host, _ = play(["m"], HEADLINE)
    assert QUICK not in terminal.text
    terminal, host, _ = play([" ", "m"], PEAK)
    assert terminal.screens[-1] == terminal.screens[-2]
    assert FOLD not in terminal.text
    assert host.events == []


def test_it_is_in_the_help_of_the_moment():
    terminal, _, _ = play([" ", "?"], HEADLINE)
    assert "m" in terminal.text.split("随时")[0]
    assert "半分钟版" in terminal.text


def test_in_lines_it_follows_the_points():
    host, said = MemoryHost("zh"), []
    left = iter(["", "3"])
    plain.run(session_of(host, HEADLINE), host, Lines(lambda _: next(left, None), said.append))
    place = next(at for at, line in enumerate(said) if line.startswith("半分钟版：对全部数据"))
    assert said[place - 1].endswith("常因更新过大，把偏置推低")
