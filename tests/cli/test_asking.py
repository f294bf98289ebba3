"""Yes is yes; everything else is no."""

import io

import pytest

from tutor.cli.asking import agreed


@pytest.mark.parametrize("line", ["y\n", "Yes\n", " Y \n", "ｙ\n", "是\n", "好的\n", "y"])
def test_a_clear_yes(line, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    assert agreed("Write? [y/N] ")
    assert capsys.readouterr().out.startswith("Write? [y/N] ")


@pytest.mark.parametrize("line", ["\n", "n\n", "yy\n", "不\n", "maybe\n", ""])
def test_everything_else_is_no(line, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    assert not agreed("Write? [y/N] ")


@pytest.mark.parametrize("line", ["", "y", "y\n"])
def test_what_comes_from_a_pipe_ends_the_line(line, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    agreed("Write? ")
    assert capsys.readouterr().out == "Write? \n"
