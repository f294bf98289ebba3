"""A game by keys: what is pressed, what is recorded, what is seen."""

import pytest

from tests.ui.games.fake import MemoryHost, material
from tests.ui.scripted import LOOK, EndOfScriptError, Scripted
from tutor.sessions.games.catalogue import GAMES, find
from tutor.sessions.games.machine import Over, Settings, begin
from tutor.sessions.games.model import Picked
from tutor.ui.games.loop import run
from tutor.ui.terminal import Resize

GUESS = find("guess")


def play(name, *script, language="zh", size=(80, 24), seed="7", **settings):
    """Play with keys; return the terminal, the host, and the last state (None when the keys ran out)."""
    game, host, terminal = find(name), MemoryHost(language), Scripted(script, size)
    wanted = {"rounds": game.rounds, "lives": game.lives, "cards": material(game)} | settings
    begun = begin(game, Settings(seed, **wanted))
    try:
        return terminal, host, run(begun, host, terminal, LOOK).play
    except EndOfScriptError:
        return terminal, host, None


def right_digit(name, seed="7", number=1):
    from tutor.sessions.games.machine import dealt

    game = find(name)
    [answer] = dealt(game, Settings(seed, game.rounds, cards=material(game)), number).right
    assert isinstance(answer, Picked)
    return str(answer.place + 1)


def test_the_rules_stand_before_the_first_question():
    terminal, _, _ = play("guess", " ")
    assert "开始" in "\n".join(terminal.screens[0])
    assert "这是谁？" in terminal.text


def test_a_digit_answers_and_is_recorded_before_the_verdict_is_drawn():
    terminal, host, _ = play("guess", " ", right_digit("guess"))
    assert "✓ 对了！" in terminal.text
    assert [fact.kind for fact in host.facts] == ["practised"]


@pytest.mark.parametrize("alias", ["letter", "full-width", "arrows"])
def test_letters_full_width_digits_and_arrows_choose_as_well(alias):
    digit = right_digit("guess")
    keys = {
        "letter": ["abcdef"[int(digit) - 1]],
        "full-width": [chr(ord("０") + int(digit))],
        "arrows": ["down"] * int(digit) + ["enter"],
    }[alias]
    terminal, _, _ = play("guess", " ", *keys)
    assert "✓ 对了！" in terminal.text


@pytest.mark.parametrize("key", [" ", "enter"])
def test_going_on_too_eagerly_answers_nothing(key):
    """One space too many after a verdict must not choose an option nobody pointed at; it costs no life, only a hint."""
    terminal, host, _ = play("higher", key, key, key)
    assert host.facts == []
    assert "请按 1–2 选一个" in terminal.text


@pytest.mark.parametrize(("name", "number"), [("draw", 1), ("odd", 5)])
@pytest.mark.parametrize("size", [(60, 18), (40, 12)])
def test_on_a_small_screen_the_answers_to_a_part_are_seen_before_anything_was_pressed(name, number, size):
    """What does not fit is the picture above, which can be scrolled; what digits mean could not be told otherwise."""
    terminal, _, _ = play(name, " ", *["0", " "] * (number - 1), size=size)
    assert {"draw": "1 负   2 零   3 正   0 不记得", "odd": "0 看答案"}[name] in "\n".join(terminal.screens[-1][:-1])


def test_keys_pressed_before_a_turn_is_drawn_are_forgotten():
    terminal, _, _ = play("guess", " ", "1", " ")
    assert terminal.flushed == 1


def test_a_game_played_to_its_end_leaves_its_score_behind():
    terminal, host, last = play("guess", " ", *["0", " "] * 10, "q")
    assert last.phase == Over("done")
    assert host.facts[-1].body["turns"] == 10
    assert terminal.said[0] == "猜曲线"


def test_leaving_in_the_middle_shows_the_score_first_and_leaves_with_the_next_key():
    terminal, host, last = play("guess", " ", "1", "q", "q")
    assert last.phase == Over("left")
    assert host.facts[-1].card == "game:guess"
    assert "先玩到这儿" in terminal.text


def test_leaving_before_anything_was_answered_leaves_at_once_and_without_a_trace():
    terminal, host, _ = play("guess", " ", "q")
    assert (host.facts, terminal.said) == ([], [])
    assert play("guess", "q")[1].facts == []


def test_once_more_deals_other_rounds():
    terminal, _, _ = play("guess", " ", "1", "q", " ")
    assert "1/10" in terminal.text
    assert "again" in play("guess", " ", "1", "q", " ", "1", "q")[0].text


def test_an_interrupt_keeps_the_score():
    host, terminal = MemoryHost(), Scripted([*" 1", KeyboardInterrupt()])
    with pytest.raises(KeyboardInterrupt):
        run(begin(GUESS, Settings("7", 10)), host, terminal, LOOK)
    assert host.facts[-1].kind == "step"


def test_the_language_changes_in_the_middle():
    terminal, _, _ = play("guess", " ", "L")
    assert "Who is this?" in terminal.text


def test_the_rules_lie_over_the_game_until_the_next_key():
    terminal, _, _ = play("guess", " ", "?", " ")
    assert "图上只有曲线" in "\n".join(terminal.screens[2])
    assert "这是谁？" in terminal.text


@pytest.mark.parametrize("size", [(80, 24), (40, 24), (20, 8), (10, 4), (120, 40)])
@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
def test_every_screen_fits_any_size(size, game):
    from tutor.text.width import width

    terminal, _, _ = play(game.name, " ", *["1", Resize(), "down", " "] * 12, "q", "?", " ", size=size, language="both")
    for screen in terminal.screens:
        assert len(screen) <= size[1]
        assert all(width(row) <= size[0] for row in screen)
