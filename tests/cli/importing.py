"""Damaged files through the whole of `tutor import`: a sentence or cards, and nothing outside the home."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from tests.exchange import samples
from tests.exchange.mutate import damages, fault_of
from tutor.cli.main import run
from tutor.text.words import say

COURSE = Path(__file__).parents[1] / "course"
FILES = samples.HASHCARDS | samples.HASCARD | samples.SEPARATED | samples.WHOLE
AT_ONCE = 40  # files for one home
ENDINGS = {0, 1, 4}


class World:
    """A home of its own and a folder for files."""

    def __init__(self, folder: Path) -> None:
        self.home, self.files = folder / "home", folder / "files"
        self.files.mkdir()
        self.said = ""

    def tutor(self, *words: str) -> int:
        """Run a command in this home; keep what it said."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run(["--home", str(self.home), "--content", str(COURSE), "--lang", "en", *words])
        self.said = out.getvalue() + err.getvalue()
        return code

    def fault(self, name: str, data: bytes) -> str:
        """Import a damaged file, twice; return what was wrong."""
        path = self.files / name
        path.write_bytes(data)
        found = fault_of(lambda: self._imported(path), self.home)
        return found or ("" if path.read_bytes() == data else "changed the file")

    def _imported(self, path: Path) -> None:
        first = self.tutor("import", str(path))
        assert first in ENDINGS, self.said
        assert self.said.strip()
        again = self.tutor("import", str(path))
        assert again == first, self.said
        assert first or say("importing.nothing_new", "en") in self.said, self.said

    def unsound(self) -> str:
        """Return what is wrong with the home after all this."""
        for words in (("doctor",), ("cards", "--json"), ("export", "--json"), ("export", "--csv")):
            if self.tutor(*words):
                return f"{words}: {self.said[-500:]}"
        return ""


def findings(runs: int, seed: int = 0) -> list[str]:
    """Import `runs` damaged files; return the faults."""
    found: list[str] = []
    waiting = list(damages(FILES, runs, seed))
    for start in range(0, runs, AT_ONCE):
        with TemporaryDirectory() as folder, patch.dict(os.environ, {"TUTOR_NOW": "2026-11-20T08:00+08:00"}):
            world = World(Path(folder))
            for number, name, data in waiting[start : start + AT_ONCE]:
                fault = world.fault(name, data)
                found += [f"run {number} of {name}: {fault}"] if fault else []
            wrong = world.unsound()
            found += [f"after run {start + AT_ONCE}: {wrong}"] if wrong else []
    return found
