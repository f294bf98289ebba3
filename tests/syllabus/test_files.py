"""Which files a course has."""

from __future__ import annotations

from tests.syllabus.courses import FRAME, lesson, rules, write
from tutor.syllabus.files import discover
from tutor.syllabus.load import load


def test_files_in_strange_places(tmp_path):
    files = {
        **FRAME,
        "notes.yaml": "a: 1",
        "3-three/a.yaml": lesson("a"),
        "1-one/a.yml": lesson("a"),
        "drafts/b.yaml": lesson("b"),
        "1-one/deep/c.yaml": lesson("c"),
    }
    assert rules(load(write(tmp_path, files)).problems) == [
        "1-one/a.yml:1:1 file-stray",
        "3-three/a.yaml:1:1 folder-part",
        "drafts/b.yaml:1:1 file-stray",
        "notes.yaml:1:1 file-stray",
    ]


def test_discovery_knows_sizes_and_roles(tmp_path):
    write(tmp_path, {"course.yaml": "x: 1\n", "1-one/a.yaml": "y", "1-One/b.yaml": "z", "0-zero/c.yaml": "z"})
    (tmp_path / "2-two").mkdir()
    (tmp_path / "2-two/folder.yaml").mkdir()
    found = discover(tmp_path)
    assert [(file.path, file.role, file.size) for file in found] == [
        ("0-zero/c.yaml", "stray", 1),
        ("1-One/b.yaml", "stray", 1),
        ("1-one/a.yaml", "lesson", 1),
        ("course.yaml", "course", 5),
    ]
    assert found[0].changed == (tmp_path / "0-zero/c.yaml").stat().st_mtime_ns
