"""`tutor interview` on a real terminal: the clock goes on by itself, an answer is written, the end is told."""

import json
import os
import sqlite3

import pytest

pyte = pytest.importorskip("pyte")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a matter of POSIX")

READS = 100  # of a screen, before it is said not to show something


def seen(child, screen, stream, text):
    """Read until the screen shows `text`; the clock draws every second, so reading alone never ends."""
    for _ in range(READS):
        if any(text in line for line in screen.display):
            return
        stream.feed(child.read_nonblocking(4096, timeout=30))
    pytest.fail(f"{text!r} is not on the screen:\n" + "\n".join(screen.display))


def test_an_interview_in_a_terminal(shipped, in_terminal, tmp_path):
    screen = pyte.Screen(80, 24)
    stream = pyte.Stream(screen)
    child = in_terminal("interview", "--topic", "why-nonlinearity", "--seed", "1")
    seen(child, screen, stream, "Why does a neural network need")
    seen(child, screen, stream, "0:01")  # nobody pressed anything
    child.send("\r")
    seen(child, screen, stream, "an empty line ends the answer")
    child.send("affine after affine is affine\r")
    seen(child, screen, stream, "│ affine after affine")
    child.send("\r")
    seen(child, screen, stream, "[x] affine after affine is affine")
    child.send(" ")
    seen(child, screen, stream, "In half a minute")
    child.send("3")
    seen(child, screen, stream, "rung 2 of 5")
    child.send("\x1b")
    seen(child, screen, stream, "q finish")
    child.send("q")
    seen(child, screen, stream, "Enough for now")
    child.send("q")
    child.expect("The depths you reached are kept")
    child.wait()
    assert shipped.home == tmp_path / "home"  # with the course compiled
    with sqlite3.connect(shipped.home / "journal.sqlite3") as connection:
        rows = connection.execute("SELECT body FROM events WHERE kind = 'answered'").fetchall()
    assert [json.loads(body)["said"] for (body,) in rows] == ["affine after affine is affine"]
