"""Files read by two processes: the same rows as by one, whatever becomes of the second."""

from __future__ import annotations

import os
import sys

import pytest

from tests.syllabus.courses import FRAME, flash, lesson, write
from tutor.store import reading
from tutor.store.reading import all_rows
from tutor.syllabus.compute import Numbers
from tutor.syllabus.files import discover

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="one process elsewhere")


@pytest.fixture
def course(tmp_path):
    write(tmp_path, FRAME)
    for place in range(20):
        card = flash(f"l{place}.a", answer=f"{{= max(sigmoid′) + {place} : 4}} of {{= {place}^2}}")
        broken = ["- ["] if place == 7 else []
        write(tmp_path, {f"1-one/l{place}.yaml": lesson(f"l{place}", card) + "".join(broken)})
    return tmp_path


def taken(course, processes):
    numbers = Numbers()
    return list(all_rows(course, discover(course), numbers, processes)), numbers.fresh


def without_fresh(rows):
    return [(row.file, row.names, row.problems, row.frame, row.lesson) for row in rows]


def test_two_processes_find_what_one_finds(course):
    (one, numbers), (two, same) = taken(course, 1), taken(course, 2)
    assert without_fresh(two) == without_fresh(one)
    assert same == numbers
    assert len([row for row in two if row.lesson]) == 19
    assert [row.file.path for row in two if row.problems] == ["1-one/l7.yaml"]


def test_the_second_process_does_its_half(course, monkeypatch):
    here = []
    monkeypatch.setattr(
        reading, "rows_of", lambda *given, real=reading.rows_of: here.append(os.getpid()) or real(*given)
    )
    rows, _ = taken(course, 2)
    assert len(here) == len(rows) - len(rows) // 2


def test_what_the_second_process_does_not_send_is_read_here(course, monkeypatch):
    parent = os.getpid()

    def dies(root, file, numbers, real=reading.rows_of):
        if os.getpid() != parent and file.path.endswith("l3.yaml"):
            raise MemoryError
        return real(root, file, numbers)

    expected = without_fresh(taken(course, 1)[0])
    monkeypatch.setattr(reading, "rows_of", dies)
    assert without_fresh(taken(course, 2)[0]) == expected


def test_no_process_is_left_when_the_reader_stops(course):
    rows = all_rows(course, discover(course), Numbers(), 2)
    next(rows)
    rows.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
