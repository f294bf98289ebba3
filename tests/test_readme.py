"""The README is true: its commands run, and it names every command there is."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tutor.cli.app import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def examples():
    """Return the lines that begin with `$ ` in console blocks."""
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def test_every_example_runs(tmp_path):
    shim = tmp_path / "tutor"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tutor "$@"\n', "utf-8")
    shim.chmod(0o755)
    here = {
        "TUTOR_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
    }
    assert examples()
    for example in examples():
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", example],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, **here},
            cwd=tmp_path,
        )
        assert done.returncode == 0, (example, done.stderr)
        assert done.stdout, example


def test_every_command_is_named():
    for command in COMMANDS:
        assert re.search(rf"\b{command}\b", README), command


def test_ci_runs_the_two_commands_of_the_readme():
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    for name in ("start", "test"):
        block = README.partition(f"<!-- {name} command -->\n```sh\n")[2]
        command = block.partition("\n```")[0]
        assert "\n" not in command.strip()
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install")
        assert f"readme_command {name}" in script
