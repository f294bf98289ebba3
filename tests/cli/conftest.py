"""Run the real command line in this process, with a home and a small course of its own."""

import io
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tutor.cli.desk import LIBRARY, fingerprint
from tutor.cli.main import run
from tutor.store.library import Library

COURSE = Path(__file__).parents[1] / "course"
CONTENT = Path(__file__).parents[2] / "content"


ROOT = Path(__file__).parents[2]
PATIENCE = 30  # seconds after which a terminal that says nothing has failed


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@dataclass
class Tutor:
    r"""`tutor("review", stdin="\n3\nq\n")` runs `tutor review` on the clock and home of the test."""

    home: Path
    capture: pytest.CaptureFixture
    patch: pytest.MonkeyPatch
    content: Path = COURSE
    now: str = "2026-11-20T08:00+08:00"
    lang: str = "en"

    def __call__(self, *words, stdin="", globals_=True):
        self.patch.setenv("TUTOR_NOW", self.now)
        self.patch.setattr("sys.stdin", io.StringIO(stdin))
        front = ["--home", str(self.home), "--content", str(self.content), "--lang", self.lang] if globals_ else []
        self.capture.readouterr()
        code = run([*front, *words])
        return Done(code, *self.capture.readouterr())


@pytest.fixture
def tutor(tmp_path, capsys, monkeypatch):
    for name in ("TUTOR_HOME", "TUTOR_CONTENT", "TUTOR_LANG", "NO_COLOR", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TUTOR_SEED", "test")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return Tutor(tmp_path / "home", capsys, monkeypatch)


@pytest.fixture(scope="session")
def shipped_library(tmp_path_factory):
    """Compile the shipped course once: a second of work for each test otherwise."""
    path = tmp_path_factory.mktemp("shipped") / LIBRARY
    library = Library.open(path, CONTENT, fingerprint())
    library.update()
    library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    library.close()
    return path


@pytest.fixture
def shipped(tutor, shipped_library):
    """`tutor` with the shipped course."""
    tutor.content = CONTENT
    tutor.home.mkdir()
    shutil.copy(shipped_library, tutor.home / LIBRARY)
    return tutor


@pytest.fixture
def in_terminal(tmp_path):
    """Start the program on a real terminal of 24 × 80, in English; `module` is who runs, further names its environment."""
    pexpect = pytest.importorskip("pexpect", reason="pseudo-terminals are a matter of POSIX")
    children = []

    def start(*words, module="tutor", **environ):
        usual = {"TERM": "xterm-256color", "TUTOR_HOME": str(tmp_path / "home"), "TUTOR_LANG": "en"}
        unwanted = {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "ACCESSIBLE", "COLUMNS", "LINES", "TUTOR_CONTENT"}
        env = {name: value for name, value in os.environ.items() if name not in unwanted} | usual | environ
        command = ["-m", module, *words]
        child = pexpect.spawn(
            sys.executable,
            command,
            dimensions=(24, 80),
            encoding="utf-8",
            codec_errors="replace",  # an interrupt may cut a character in two, as on any terminal
            env=env,
            timeout=PATIENCE,
            cwd=ROOT,
        )
        children.append(child)
        return child

    yield start
    for child in children:
        child.close(force=True)
