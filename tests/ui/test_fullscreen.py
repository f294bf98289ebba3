"""Sessions on the whole screen: keys in, screens out."""

from __future__ import annotations

import pytest

from tests.ui.scripted import Scripted, play
from tests.ui.world import BELIEF, GAP, HALF, NUMBER, PEAK, SEVERAL, TAIL, MemoryHost, session_of
from tutor.errors import TutorError
from tutor.sessions.model import Over
from tutor.ui import fullscreen
from tutor.ui.terminal import Paste, Resize
from tutor.ui.theme import Look


def kinds(host: MemoryHost) -> list[tuple[str, object]]:
    return [(event.kind, event.body.get("grade")) for event in host.events]


def test_a_whole_review_with_digits_and_enter():
    """Choice right, flash revealed, ticked and graded, number typed: then the summary, then three lines."""
    script = ["3", "enter", " ", "1", " ", "3", *"0.881", "enter", "enter", "enter"]
    terminal, host, session = play(script, TAIL, PEAK, NUMBER)
    assert kinds(host) == [("answered", 3)] * 3
    assert session is not None
    assert session.phase == Over("done")
    assert terminal.said == [
        "今天的都完成了。",
        "答了 3 题，一次答对 3 题。用时 22 秒。",
        "明天大约 27 张，约 8 分钟。",
    ]


def test_digits_enter_arrows_backspace_and_esc_suffice():
    """What an input method always lets through answers every kind and undoes."""
    script = [
        *("down", "down", "down", "enter", "backspace"),  # a choice, and back
        *("0", "enter"),
        *("1", "2", "4", "enter", "enter"),  # several
        *("down", "enter", "enter"),  # myth or fact
        *("enter", "left", "left", "enter"),  # a flash card: Again
    ]
    terminal, host, _ = play(script, TAIL, SEVERAL, BELIEF, HALF)
    assert [kind for kind, _ in kinds(host)] == ["answered"] * 5
    assert "再来一次" in terminal.text


def test_the_answer_is_recorded_before_its_verdict_is_drawn():
    class Watching(MemoryHost):
        def perform(self, effect):
            seen.append([list(screen) for screen in terminal.screens])
            return super().perform(effect)

    seen: list[list[list[str]]] = []
    host = Watching()
    terminal = Scripted(["2"])
    play([], TAIL, host=host, terminal=terminal)
    assert len(seen) == 1
    assert not any("不对" in line for line in seen[0][-1])
    assert "不对" in terminal.text


def test_a_failed_recording_shows_no_verdict():
    """The disk is full: the error goes up, the terminal was given back."""

    class Full(MemoryHost):
        def perform(self, effect):  # noqa: ARG002
            raise TutorError("store.full")

    host, terminal = Full(), Scripted(["3"])
    with pytest.raises(TutorError):
        fullscreen.run(session_of(host, TAIL), host, Look(), terminal)
    assert not terminal.open
    assert "正确" not in terminal.text


def test_waiting_input_is_forgotten_when_a_question_appears_and_only_then():
    terminal, *_ = play(["down", "3"], TAIL, HALF)
    assert terminal.flushed == 1
    terminal, *_ = play(["3", " ", " ", "3"], TAIL, HALF, PEAK)
    assert terminal.flushed == 3
    terminal, *_ = play(["3", "u"], TAIL)
    assert terminal.flushed == 2


def test_undo_brings_the_same_question_back_and_redo_the_answer():
    terminal, host, _ = play(["2", "u"], TAIL)
    assert terminal.screens[-1][3:9] == terminal.screens[0][3:9]
    assert "已撤销" in terminal.text
    terminal, host, _ = play(["2", "u", "ctrl-r"], TAIL, HALF)
    assert "已恢复" in terminal.text
    assert host.states[TAIL.id].memory.last_day == host.day


def test_backspace_on_a_verdict_undoes_its_correction_first():
    terminal, host, _ = play(["3", "g", "backspace"], TAIL)
    assert "✓ 正确！" in terminal.text
    assert host.states[TAIL.id].memory.recent[-1] == 3


def test_language_goes_round_and_keeps_the_question():
    terminal, *_ = play(["L", "L", "ctrl-l"], TAIL)
    first, english, doubled, again = ("\n".join(screen) for screen in terminal.screens)
    assert "closest to" in english
    assert "最接近" not in english
    assert "closest to" in doubled
    assert "最接近" in doubled
    assert again == first


def test_typed_text_survives_a_hint_and_the_command_keys():
    """An unreadable answer stays in the field; esc shows the commands; any digit goes on typing."""
    terminal, host, _ = play([*"0,8x", "enter", "esc", "i", "esc", "enter", "backspace", "8", "1"], NUMBER)
    assert "› 0,881" in terminal.text
    assert host.events == []


def test_two_empty_enters_mean_i_dont_know():
    terminal, host, _ = play(["enter", "enter"], GAP)
    assert kinds(host) == [("answered", 1)]
    assert "没关系" in terminal.text


def test_pasted_text_is_typed_and_elsewhere_ignored():
    terminal, host, _ = play([Paste("sat\nuration"), "enter"], GAP)
    assert host.events[0].body["given"] == "sat uration"
    terminal, host, _ = play([Paste("3\n3\n3")], TAIL, HALF)
    assert host.events == []
    terminal, *_ = play([Paste("a" * 9000)], GAP)
    assert "…" not in terminal.text


def test_the_cursor_stands_where_text_is_typed():
    terminal, *_ = play(["饱", "和", "left"], GAP)
    row, column = terminal.cursors[-1]
    assert terminal.screens[-1][row] == "  › 饱和"
    assert column == 6
    assert play(["esc"], GAP)[0].cursors[-1] is None
    assert play([], TAIL)[0].cursors[-1] is None


def test_a_resize_draws_anew():
    terminal = Scripted([Resize(), "2"])

    class Growing(MemoryHost):
        def lesson_title(self, lesson):
            terminal.columns_and_rows = (40, 20 + len(terminal.screens))
            return super().lesson_title(lesson)

    play([], TAIL, host=Growing(), terminal=terminal)
    assert [len(screen) for screen in terminal.screens] == [24, 20, 21]


def test_a_long_body_scrolls_with_a_cue():
    terminal, *_ = play(["2", "home", "down", "page-down", "end"], TAIL, language="both", size=(40, 16))
    top, one, page, end = ("\n".join(screen) for screen in terminal.screens[2:])
    assert "↓" in top
    assert "↑" not in top
    assert "↑ 1 " in one
    assert "↑" in page
    assert "↓" not in end
    assert "σ′(x) = σ(x)·σ(−x)" in end
    assert all("? 帮助" in screen for screen in (top, one, page, end))


def test_a_remark_is_kept_and_said():
    terminal, host, _ = play(["!", *"typo", "enter"], TAIL)
    assert host.remarks == ["typo"]
    assert "remarks.txt" in terminal.text
    terminal, host, _ = play(["!", "enter"], TAIL)
    assert host.remarks == []


def test_skip_bury_suspend_go_on_to_the_next_card():
    for key, said in (("s", "跳过"), ("-", "明天再来"), ("@", "暂停")):
        terminal, _, _ = play([key], TAIL, HALF)
        assert said in terminal.text
        assert "σ(0)" in terminal.text


def test_leaving_shows_what_was_kept():
    terminal, _, session = play(["3", "q", " "], TAIL, HALF)
    assert session.phase == Over("left")
    assert terminal.said[0] == "都已保存，随时回来继续。"
    assert len(terminal.said) == 3
    terminal, *_ = play(["q", "q"], TAIL)
    assert terminal.said == ["这次没有作答，什么都没有改变。", "明天大约 27 张，约 8 分钟。"]


def test_nothing_to_do_says_so():
    host = MemoryHost("en")
    session = session_of(host, TAIL)
    over = fullscreen.replace(session, phase=Over("done"), current=None, waiting=(), shown=0)
    terminal, *_ = play([" "], host=host, session=over, language="en")
    assert terminal.said[0] == "Nothing is waiting right now."


def test_an_interrupt_leaves_with_the_answers_kept():
    """Ctrl-C goes up as KeyboardInterrupt, after the terminal was given back and the three lines were said."""
    terminal, host = Scripted(["3", KeyboardInterrupt()]), MemoryHost()
    with pytest.raises(KeyboardInterrupt):
        fullscreen.run(session_of(host, TAIL), host, Look(), terminal)
    assert not terminal.open
    assert len(terminal.said) == 3
    assert kinds(host) == [("answered", 3)]


def test_a_signal_to_end_restores_the_terminal():
    terminal, host = Scripted([SystemExit(143)]), MemoryHost()
    with pytest.raises(SystemExit):
        fullscreen.run(session_of(host, TAIL), host, Look(), terminal)
    assert not terminal.open


def test_without_colour_only_weight_is_left():
    terminal, *_ = play(["2"], TAIL, look=Look(colour=False))
    codes = {code for screen in terminal.painted for line in screen for code in line.split("\x1b[")[1:]}
    assert {code.partition("m")[0] for code in codes} <= {"0", "1", "2"}
    assert any("✗" in line for line in terminal.screens[-1])


def test_missed_cards_return_three_times():
    """Always missed, a card is met four times; then it waits for tomorrow."""
    script = [" ", "1", "0", " "] * 4
    script.insert(-2, " ")  # the flash card's contrast asks to be read
    _, _, session = play([*script, " "], HALF, TAIL)
    assert session is not None
    assert [done.returned for done in session.done] == [0, 0, 1, 1, 2, 2, 3, 3]
