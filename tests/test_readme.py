"""The README is true: its commands run, and it names every command there is."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tutor.cli.app import COMMANDS
from tutor.cli.config import NAMES
from tutor.labs.catalogue import LABS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def examples():
    """Return (command, lines below it) of every line that begins with `$ ` in console blocks."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = example.partition("\n")
            found.append((command, shown.strip("\n")))
    return found


@pytest.mark.parametrize(("command", "shown"), examples())
def test_every_example_runs_and_shows_what_it_says(command, shown, tmp_path):
    shim = tmp_path / "tutor"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tutor "$@"\n', "utf-8")
    shim.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    here = {"TUTOR_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT), "PATH": path, "PYTHONUTF8": "1"}
    words = ["bash", "-euo", "pipefail", "-c", command]
    done = subprocess.run(words, check=False, capture_output=True, text=True, env={**os.environ, **here}, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    if shown:
        assert [line.rstrip() for line in done.stdout.strip("\n").splitlines()] == shown.splitlines()


def block(name):
    """Return the code block of the README below a remark."""
    return README.partition(f"<!-- {name} -->\n```sh\n")[2].partition("\n```")[0]


@pytest.fixture
def bash(tmp_path):
    """Run words in bash with `tutor` in a home of its own, and a `mail` that keeps what it is given."""
    for name, script in [("tutor", f'exec "{sys.executable}" -m tutor "$@"'), ("mail", f'cat > "{tmp_path}/mailed"')]:
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    here = {"TUTOR_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT), "PATH": path, "LC_ALL": "C.UTF-8"}

    def run(command):
        env = {**os.environ, **here, "TUTOR_CONTENT": str(ROOT / "tests/course"), "PYTHONUTF8": "1"}
        return subprocess.run(["bash", "-c", command], check=True, capture_output=True, text=True, env=env).stdout

    return run


def test_the_prompt_shows_what_is_due(bash):
    assert re.match(
        r"\[0 due · 6 new · ~2 min\] .* [$#] $", bash(f'{block("due in a prompt")}; printf %s "${{PS1@P}}"')
    )


def test_the_status_bar_shows_what_is_due(bash):
    command = re.search(r"#\((.*)\)", block("due in tmux")).group(1)
    assert bash(command) == "0 due · 6 new · ~2 min\n"


def test_the_mail_comes_only_when_something_waits(bash, tmp_path):
    command = block("due by mail").removeprefix("0 8 * * * ")
    assert "%" not in command  # cron would end the line there
    bash(command)
    assert (tmp_path / "mailed").read_text("utf-8") == "到期 0 · 新卡片 6 · 约 2 分钟\n"
    (tmp_path / "mailed").unlink()
    bash("tutor config new_per_day 0")
    bash(command)
    assert not (tmp_path / "mailed").exists()


def test_every_setting_is_named():
    for name in NAMES:
        assert f"`{name}`" in README, name


def test_every_command_is_named():
    for command in COMMANDS:
        assert re.search(rf"\b{command}\b", README), command


def test_every_lab_is_named():
    for lab in LABS:
        assert f"| `{lab.name}` |" in README, lab.name


def test_ci_runs_the_two_commands_of_the_readme():
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    for name in ("start", "test"):
        block = README.partition(f"<!-- {name} command -->\n```sh\n")[2]
        command = block.partition("\n```")[0]
        assert "\n" not in command.strip()
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install")
        assert f"readme_command {name}" in script
