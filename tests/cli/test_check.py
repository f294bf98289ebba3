"""`tutor check`: lines for people, JSON for programs, one exit code for both."""

from __future__ import annotations

import json

from tests.cli.conftest import COURSE
from tests.syllabus.courses import FRAME, flash, lesson, write
from tutor.cli.check import content_of, run


def broken(tmp_path):
    return write(
        tmp_path,
        {
            **FRAME,
            "1-one/a.yaml": lesson("a", flash("a.1", claim='"1 > 2"')),
            "1-one/b.yaml": lesson("b", flash("b.1"), needs="c"),
        },
    )


def test_a_course_without_faults(tmp_path, capsys):
    root = write(tmp_path, {**FRAME, "1-one/a.yaml": lesson("a", flash("a.1"), flash("a.2"))})
    assert run(root, json=False, language="en") == 0
    assert capsys.readouterr() == ("", "Lessons: 1, cards: 2. Nothing is wrong.\n")
    assert run(root, json=False, language="zh") == 0
    assert capsys.readouterr() == ("", "1 课、2 张卡片：没有问题。\n")
    assert run(root, json=True, language="en") == 0
    out, err = capsys.readouterr()
    assert (json.loads(out), err) == ({"problems": []}, "")


def test_faults_are_lines_with_their_place(tmp_path, capsys):
    assert run(broken(tmp_path), json=False, language="en") == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "1-one/a.yaml:6:82: The claim 1 > 2 is not true. Correct it. [claim-false]",
        "1-one/b.yaml:3:9: There is no lesson c. Correct the id or remove it until the lesson exists. [lesson-unknown]",
    ]
    assert err == "Lessons: 2, cards: 2, problems: 2.\n"


def test_faults_as_json(tmp_path, capsys):
    assert run(broken(tmp_path), json=True, language="zh", only="1-one/b.yaml") == 1
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "problems": [
            {
                "file": "1-one/b.yaml",
                "line": 3,
                "column": 9,
                "rule": "lesson-unknown",
                "message": "没有课 c。请改正 id；课还不存在时请先删去。",
            }
        ]
    }
    assert err == ""


def test_a_part_of_the_course(tmp_path, capsys):
    root = broken(tmp_path)
    assert run(root, json=False, language="en", only="1-one") == 1
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert run(root, json=False, language="en", only="1-on") == 0


def test_the_content_folder_is_found_from_a_path_inside(tmp_path):
    root = broken(tmp_path)
    assert content_of(root) == (root, "")
    assert content_of(root / "1-one") == (root, "1-one")
    assert content_of(root / "1-one" / "a.yaml") == (root, "1-one/a.yaml")
    (tmp_path / "course.yaml").unlink()
    assert content_of(root / "1-one") == (root / "1-one", "")


def test_coverage_tells_what_is_not_taught(tutor):
    done = tutor("check", str(COURSE), "--coverage")
    assert done.code == 0
    assert "functions that no lesson teaches: " in done.out
    missing = tutor("check", str(COURSE), "--coverage", "--json").json["missing"]
    assert {"kind": "function", "name": "mish", "part": None} in missing
