"""Whole courses: frame files, references between files, order, and what is left of a broken course."""

from __future__ import annotations

import os

import pytest

from tests.syllabus.courses import FRAME, flash, lesson, rules, write
from tutor.questions.model import Hole, Wording
from tutor.syllabus.load import load, load_lesson_file
from tutor.syllabus.model import Course, Erratum, Item, Mistake, Part, Term
from tutor.text import Text


def test_a_whole_course(tmp_path):
    files = {
        **FRAME,
        "1-one/intro.yaml": lesson("intro", flash("intro.a"), covers='"1.1"'),
        "2-two/tail.yaml": lesson("tail", flash("tail.a"), needs="head", covers='"2.1"'),
        "2-two/head.yaml": lesson(
            "head", flash("head.a"), needs="intro", covers='"2.10"', steps=["ask: tail.a"], related="[tail]"
        ),
        "2-two/.hidden.yaml": "{",
        "README.md": "no YAML",
    }
    loaded = load(write(tmp_path, files))
    assert rules(loaded.problems) == []
    assert loaded.course == Course(
        Text("课", "Course"),
        (
            Part(1, "one", Text("一", "One"), (Item("1.1", Text("甲", "A")),)),
            Part(2, "two", Text("二", "Two"), (Item("2.1", Text("乙", "B")), Item("2.10", Text.same("B { x")))),
        ),
    )
    assert [one.id for one in loaded.lessons] == ["intro", "head", "tail"], "what is needed comes first"
    assert loaded.glossary == (
        Term(
            "saturation",
            Text("饱和", "saturation"),
            Text("两头变平", "flat at both ends"),
            ("饱和区",),
            ("saturating",),
        ),
    )
    assert loaded.mistakes == (
        Mistake(
            "mixed-up",
            Text("混淆", "mixed up"),
            Text("不同：0.25", "they differ: 0.25"),
            ("sigmoid", "tanh"),
            (-2.0, 2.0),
        ),
        Mistake("guess", Text("瞎猜", "guess"), Text("算一算", "compute")),
    )
    peak = Hole("max(sigmoid′)", 3)
    assert loaded.errata == (Erratum("E01", Wording(("峰值是 ", peak), ("the peak is ", peak)), 2, teach=True),)


def test_an_empty_folder_says_what_is_missing(tmp_path):
    assert rules(load(tmp_path).problems) == ["course.yaml:1:1 course-missing"]
    assert rules(load(tmp_path / "nowhere").problems) == ["course.yaml:1:1 course-missing"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(tmp_path):
    write(tmp_path, {**FRAME, "1-one/a.yaml": lesson("a")})
    (tmp_path / "1-one/a.yaml").chmod(0)
    assert rules(load(tmp_path).problems) == ["1-one/a.yaml:1:1 file-unreadable"]


def test_a_file_that_vanishes_while_it_is_read(tmp_path):
    assert rules(load_lesson_file(tmp_path, "1-one/gone.yaml").problems) == ["1-one/gone.yaml:1:1 file-unreadable"]


def test_one_lesson_alone(tmp_path):
    write(tmp_path, {"1-one/a.yaml": lesson("a", flash("a.1"), needs="nowhere")})
    file = load_lesson_file(tmp_path, "1-one/a.yaml")
    assert file.lesson is not None
    assert (file.lesson.id, file.problems) == ("a", ())
