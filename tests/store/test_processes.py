"""Real processes: killed at any moment, and two at once."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import closing
from random import Random

from tests.store.homes import ROOT, TODAY, opened
from tests.store.writer import main
from tutor.store.doctor import examine

KILLS = 5


def writer(folder, *words):
    command = [sys.executable, "-m", "tests.store.writer", str(folder), *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def killed(folder, verdicts, *words):
    """Kill a writer after it has told `verdicts` answers; return all that it told."""
    process = writer(folder, *words)
    told = [process.stdout.readline() for _ in range(verdicts)]
    process.kill()
    rest, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    return [line.split() for line in (*told, *rest.splitlines(keepends=True)) if line.endswith("\n")]


def test_every_verdict_that_was_told_is_in_the_journal_after_kill_9(tmp_path):
    random, told = Random(11), []
    for kill in range(KILLS):
        told += killed(tmp_path, random.randint(1, 60), TODAY + kill, "a", "b", "c")
        with opened(tmp_path) as journal:
            written = dict(journal.connection.execute("SELECT id, kind FROM events"))
            assert all(written[event] == kind for event, kind, _ in told)
            assert len(written) <= len(told) + kill + 1  # at most one answer a kill was not told yet
            assert examine(journal, 10**17).healthy
    assert {kind for _, kind, _ in told} == {"answered", "practised"}


def test_two_processes_at_once_lose_no_answer_and_rate_no_card_twice(tmp_path):
    cards = [f"c{number}" for number in range(40)]
    with opened(tmp_path):
        pass
    ran = [writer(tmp_path, TODAY, "--once", *order) for order in (cards, cards[::-1])]
    told = [line.split() for process in ran for line in process.communicate()[0].splitlines()]
    assert [process.returncode for process in ran] == [0, 0]
    with opened(tmp_path) as journal:
        assert sorted(told) == sorted(map(list, journal.connection.execute("SELECT id, kind, card FROM events")))
        assert sorted(card for _, kind, card in told if kind == "answered") == sorted(cards)
        assert {state.memory.reviews for state in journal.states(cards).values()} == {1}
        assert examine(journal, 10**17).healthy


def test_the_writer_says_what_it_wrote(tmp_path, capsys):
    main(tmp_path, TODAY, "--once", "a", "a")
    kinds = [line.split()[1:] for line in capsys.readouterr().out.splitlines()]
    assert kinds == [["answered", "a"], ["practised", "a"]]


def test_a_journal_can_be_read_while_another_process_writes(tmp_path):
    with closing(opened(tmp_path)) as reader, opened(tmp_path) as other:
        other.connection.execute("BEGIN IMMEDIATE")
        assert reader.state("a") == reader.state("b")
        other.connection.execute("ROLLBACK")
