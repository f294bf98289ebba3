"""Games in lines: what is heard, what a line means; transcripts of the first rounds, read before they are kept."""

import pytest

from tests.ui.games.fake import MemoryHost, material
from tests.ui.games.test_screens import wrong_keys
from tutor.sessions.games.catalogue import GAMES, find
from tutor.sessions.games.machine import Settings, begin
from tutor.ui.games.plain import run
from tutor.ui.plain import Lines


def heard(game, lines, language="zh", seed="7", **settings):
    """Play with lines to their end; return the transcript, the host and the last state."""
    host, script, out = MemoryHost(language), list(lines), []

    def read(prompt):
        line = script.pop(0) if script else None
        out.append(f"{prompt} {'' if line is None else line}".rstrip())
        return line

    wanted = {"rounds": game.rounds, "lives": game.lives, "cards": material(game)} | settings
    last = run(begin(game, Settings(seed, **wanted)), host, Lines(read, out.append))
    return out, host, last


def answers(game, number):
    """Return the lines that answer a round wrongly."""
    keys = wrong_keys(game, "7", number)
    return [key for key in keys if key != "enter"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
def test_a_transcript(golden, game, language):
    """The rules, a wrong answer, an empty line and a pass, then leaving."""
    out, host, last = heard(game, ["", *answers(game, 1), "", "", "", "q", ":q"], language)
    golden(f"game-{game.name}-plain-{language}", out)
    assert host.facts[-1].card == game.card
    assert last.results


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
def test_the_end_of_input_ends_a_game_wherever_it_comes(game):
    whole = ["", *answers(game, 1), "", *answers(game, 2), ""]
    for length in range(len(whole) + 1):
        _, _, last = heard(game, whole[:length])
        assert last.phase.why == "left"


def test_a_curve_without_a_name_is_told_by_its_points_and_by_nothing_else():
    out, _, _ = heard(find("guess"), [""])
    question = "\n".join(out[out.index("这是谁？") :])
    assert "(0, 0.5)" in question
    assert "Sigmoid 从" not in question


@pytest.mark.parametrize(("line", "said"), [("9", "1–4"), ("x", "1–4"), ("", "1–4"), ("12", "1–4")])
def test_a_line_that_is_no_option_is_a_hint(line, said):
    out, host, _ = heard(find("guess"), ["", line])
    assert any(said in row for row in out[-6:])
    assert not [fact for fact in host.facts if fact.kind == "practised"]


def test_two_empty_lines_pass_a_turn():
    out, _, last = heard(find("guess"), ["", "", ""])
    assert last.results[0].passed
    assert any("跳过" in row for row in out)


def test_commands_talk_and_answer_nothing():
    out, host, _ = heard(find("guess"), ["", "l", "?", ":l"])
    text = "\n".join(out)
    assert "Who is this?" in text
    assert text.count("laid over the truth") == 1
    assert host.facts == []


def test_another_game_after_the_end():
    out, host, last = heard(find("guess"), ["", "1", "", "r", "1", "", ""], rounds=1)
    seeds = [fact.body["seed"] for fact in host.facts if fact.kind == "step"]
    assert (seeds[0], seeds[1].partition(" ")[0]) == ("7", "again")
    assert last.phase.why == "done"
    assert sum("1/1" in row for row in out) == 2


def test_an_unknown_line_after_a_verdict_is_a_hint():
    out, _, last = heard(find("guess"), ["", "1", "hello"])
    assert any("回车继续" in row for row in out)
    assert len(last.results) == 1


@pytest.mark.parametrize("line", ["?", "l"])
def test_after_the_rules_and_after_another_language_the_open_question_is_heard_again(line):
    """Also after a hint: the sheet is long gone from a listener's ear."""
    out, _, _ = heard(find("draw"), ["", "3", "x", line])
    later = "\n".join(out[1 + max(place for place, said in enumerate(out) if said.endswith(f" {line}")) :])
    assert "f(−0.5)：1) 负  2) 零  3) 正" in later or "f(−0.5): 1) negative  2) zero  3) positive" in later
