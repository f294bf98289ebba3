"""Real terminals: a session in a pseudo-terminal, seen through an emulated screen."""

from __future__ import annotations

import os
import re
import signal
import sys

import pexpect
import pyte
import pytest
from blessed.keyboard import Keystroke

from tutor.ui.blessed_terminal import BlessedTerminal
from tutor.ui.terminal import Key, Resize

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a matter of POSIX")
DRAWN = "\x1b]2;drawn\x07"
LISTENS = "\x1b]2;listening\x07"
PATIENCE = 8  # seconds after which a terminal that says nothing has failed


class Seat:
    """A learner's seat: a child on a pseudo-terminal and the screen it draws."""

    def __init__(self, *arguments: str, size: tuple[int, int] = (24, 80), command: str = "", **environ: str) -> None:
        self.screen = pyte.Screen(size[1], size[0])
        self.stream = pyte.Stream(self.screen)
        self.raw = ""
        env = {**os.environ, "TERM": "xterm-256color", **environ}
        for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES"):
            if name not in environ:
                env.pop(name, None)
        run, *rest = [command] if command else [sys.executable, "-m", "tests.ui.demo", *arguments]
        self.child = pexpect.spawn(run, rest, dimensions=size, encoding="utf-8", env=env, timeout=PATIENCE, echo=True)

    def until(self, pattern: str) -> str:
        """Read until the raw output holds `pattern`; return the screen."""
        self.child.expect(pattern)
        self._feed(self.child.before + self.child.after)
        return self.text

    def sees(self, text: str) -> str:
        """Read until a whole screen was drawn that shows `text`."""
        while text not in self.until(re.escape(DRAWN)):
            pass
        return self.text

    def _feed(self, output: str) -> None:
        self.raw += output
        self.stream.feed(output)

    def listens(self) -> None:
        self.until(re.escape(LISTENS))

    def ends(self) -> int:
        """Read to the end; return the exit code, or minus the signal."""
        self.child.expect(pexpect.EOF)
        self._feed(self.child.before)
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus

    @property
    def text(self) -> str:
        rows = [
            "".join(self.screen.buffer[y][x].data for x in range(self.screen.columns)) for y in range(self.screen.lines)
        ]
        return "\n".join(row.rstrip() for row in rows)


@pytest.fixture
def seat():
    seats: list[Seat] = []

    def sit(*arguments: str, **more) -> Seat:
        seats.append(Seat(*arguments, **more))
        return seats[-1]

    yield sit
    for used in seats:
        used.child.close(force=True)


def restored(raw: str) -> bool:
    """Whether the alternate screen, the hidden cursor and bracketed paste were all given back."""
    last = {on: raw.rfind(on) for on in ("\x1b[?1049h", "\x1b[?25l", "\x1b[?2004h")}
    off = {on: max(raw.rfind(on[:-1] + "l"), -1) if on.endswith("h") else raw.rfind("\x1b[?25h") for on in last}
    off["\x1b[?25l"] = max(raw.rfind("\x1b[?25h"), raw.rfind("\x1b[?12l\x1b[?25h"))
    return all(off[on] > last[on] >= 0 for on in last)


def test_a_session_in_a_real_terminal(seat):
    """Arrows, full-width digits, enter: the summary, the three lines, the terminal as it was."""
    here = seat("zh", "slope-in-the-tail", "half")
    here.listens()
    here.child.send("\x1b[B\x1bOB")
    here.sees("▸ 2")
    here.child.send("３")
    here.sees("正确！")
    here.child.send(" ")
    here.listens()
    here.child.send(" ")
    here.sees("▸3 良好")
    here.child.send("\r")
    here.sees("今天的都完成了")
    here.child.send("q")
    assert here.ends() == 0
    assert restored(here.raw)
    assert "答了 2 题" in here.raw[here.raw.rfind("\x1b[?1049l") :]


def test_typed_text_with_line_editing(seat):
    here = seat("zh", "name")
    here.listens()
    here.child.send("饱x和")
    here.sees("› 饱x和")
    here.child.send("\x1b[D\x7f")
    here.sees("› 饱和")
    assert here.screen.cursor.x == 6
    assert not here.screen.cursor.hidden
    here.child.send("\r")
    here.sees("正确！")


def test_keys_typed_before_the_question_never_answer_it(seat):
    """Digits sent while the program starts are gone; the next one counts."""
    here = seat("zh", "slope-in-the-tail")
    here.child.send("2222")
    here.listens()
    assert "不对" not in here.text
    here.child.send("3")
    here.sees("正确！")


def test_pasted_lines_answer_nothing(seat):
    """A paste with digits and line breaks on a choice is ignored as a whole; in a field it is one line."""
    here = seat("zh", "slope-in-the-tail", "name")
    here.listens()
    here.child.send("\x1b[200~3\r3\rq\x1b[201~i")
    here.sees("为什么现在问")
    here.child.send("\x1b")
    here.sees("最接近")
    here.child.send("3 ")
    here.listens()
    here.child.send("\x1b[200~satu\rration\x1b[201~")
    here.sees("› satu ration")


def test_unknown_sequences_are_swallowed(seat):
    """Focus reports, mouse reports and unknown keys are no commands: their letters do nothing."""
    here = seat("zh", "slope-in-the-tail")
    here.listens()
    here.child.send("\x1b[I\x1b[<0;3;1M\x1b[99~\x1bq\x1b[O?")
    here.sees("答题时随时可以按")


def test_a_resize_draws_anew(seat):
    here = seat("en", "slope-in-the-tail")
    here.listens()
    here.screen.resize(30, 40)
    here.child.setwinsize(30, 40)
    here.sees("↑↓ move   i why   ? help   q leave")
    assert max(map(len, here.text.split("\n"))) <= 40


def test_ctrl_c_leaves_with_130_and_everything_restored(seat):
    here = seat("en", "slope-in-the-tail")
    here.listens()
    here.child.send("3")
    here.sees("Right!")
    here.child.sendintr()
    assert here.ends() == 130
    assert restored(here.raw)
    assert "recorded 1" in here.raw
    assert "Traceback" not in here.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_restores_the_terminal(seat, number):
    here = seat("en", "slope-in-the-tail")
    here.listens()
    here.child.kill(number)
    assert here.ends() == 128 + number
    assert restored(here.raw)


def test_no_color_keeps_the_full_screen(seat):
    here = seat("en", "slope-in-the-tail", NO_COLOR="1")
    here.listens()
    here.child.send("2")
    here.sees("✗ Not quite")
    assert not re.search(r"\x1b\[[0-9;]*3[1-7]m", here.raw)


def test_ctrl_z_gives_the_terminal_back_and_fg_takes_it_again(seat):
    """In a shell with job control: suspended, the shell answers; continued, the question is back and works."""
    here = seat(command="/bin/sh", PS1="shell> ", ENV="")
    here.child.sendline(f"set -m; {sys.executable} -m tests.ui.demo en slope-in-the-tail half")
    here.listens()
    here.child.sendcontrol("z")
    here.until("shell> ")
    assert restored(here.raw)
    here.child.sendline("stty -a | grep -c ' icanon'; echo still-$((6*7))")
    here.until(r"1\r\nstill-42")
    here.until("shell> ")
    here.child.sendline("fg")
    here.sees("closest to")
    here.child.send("3")
    here.sees("Right!")
    here.child.send("q")
    here.sees("come back any time")
    here.child.send("q")
    here.until("recorded 1")
    assert restored(here.raw)


def test_a_terminal_that_is_gone_ends_the_program(seat, tmp_path):
    """The window is closed: the program ends with 129, by itself, and complains about nothing of its own."""
    complaints = tmp_path / "complaints"
    here = seat(command="/bin/sh", PS1="shell> ", ENV="")
    here.child.sendline(f"exec {sys.executable} -m tests.ui.demo en half 2>{complaints}")
    here.listens()
    here.child.ptyproc.fileobj.close()
    here.child.ptyproc.closed = here.child.closed = True
    _, status = os.waitpid(here.child.pid, 0)
    here.child.ptyproc.terminated = here.child.terminated = True
    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGHUP
    assert complaints.read_text() == ""


class Silent:
    """A keyboard at which nobody sits; `pressed` are keys that wait nevertheless."""

    def __init__(self, keyboard: int, pressed: str = "") -> None:
        self._keyboard_fd, self.pressed = keyboard, pressed

    def inkey(self, **_: float) -> Keystroke:
        first, self.pressed = self.pressed[:1], self.pressed[1:]
        return Keystroke(first)


def test_a_clock_on_the_screen_goes_on_while_nobody_types():
    """No key within so long: the screen is to be drawn again. A key that waits comes first."""
    here, there = os.pipe()
    quiet, pressed = BlessedTerminal(Silent(here)), BlessedTerminal(Silent(here, "a"))
    for terminal in (quiet, pressed):
        terminal._signals.catch()
    try:
        assert quiet.read(within=0) == Resize()
        assert pressed.read(within=0) == Key("a")
    finally:
        pressed._signals.release()
        quiet._signals.release()
        os.close(here)
        os.close(there)
