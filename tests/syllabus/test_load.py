"""Whole courses: frame files, references between files, order, and what is left of a broken course."""

from __future__ import annotations

import os

import pytest

from tests.syllabus.courses import COURSE, FRAME, flash, lesson, rules, write
from tutor.questions.model import Hole, Wording
from tutor.syllabus.files import discover
from tutor.syllabus.load import load, load_lesson_file
from tutor.syllabus.model import Course, Erratum, Item, Mistake, Part, Term
from tutor.text import Text


def test_a_whole_course(tmp_path):
    files = {
        **FRAME,
        "1-one/intro.yaml": lesson("intro", flash("intro.a"), covers='"1.1"'),
        "2-two/tail.yaml": lesson("tail", flash("tail.a"), needs="head", covers='"2.1"'),
        "2-two/head.yaml": lesson("head", flash("head.a"), needs="intro", covers='"2.10"', steps=["ask: tail.a"], related="[tail]"),
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
        Term("saturation", Text("饱和", "saturation"), Text("两头变平", "flat at both ends"), ("饱和区",), ("saturating",)),
    )
    assert loaded.mistakes == (
        Mistake("mixed-up", Text("混淆", "mixed up"), Text("不同：0.25", "they differ: 0.25"), ("sigmoid", "tanh"), (-2.0, 2.0)),
        Mistake("guess", Text("瞎猜", "guess"), Text("算一算", "compute")),
    )
    peak = Hole("max(sigmoid′)", 3)
    assert loaded.errata == (Erratum("E01", Wording(("峰值是 ", peak), ("the peak is ", peak)), 2, teach=True),)


def test_an_empty_folder_says_what_is_missing(tmp_path):
    assert rules(load(tmp_path).problems) == ["course.yaml:1:1 course-missing"]
    assert rules(load(tmp_path / "nowhere").problems) == ["course.yaml:1:1 course-missing"]


def test_references_to_nothing(tmp_path):
    wrong = "[{text: 'x', mistake: mixed-upp, because: \"b\"}, {text: \"y\", mistake: zzz, because: \"b\"}]"
    choice = f'{{id: a.b, kind: choice, ask: "?", right: "1", wrong: {wrong}, why: "w", corrects: [E01, E9], source: "s"}}'
    files = {
        **FRAME,
        "1-one/a.yaml": lesson("a", choice, needs="c, d", covers='"1.1", "1.2"', steps=["ask: a.bb", "recap: [a.b, q]"], related="[z]"),
    }
    assert rules(load(write(tmp_path, files)).problems) == [
        "1-one/a.yaml:3:9 lesson-unknown",
        "1-one/a.yaml:3:12 lesson-unknown",
        "1-one/a.yaml:4:17 item-unknown-near",
        "1-one/a.yaml:5:11 lesson-unknown",
        "1-one/a.yaml:7:10 card-unknown-near",
        "1-one/a.yaml:8:18 card-unknown",
        "1-one/a.yaml:10:66 not-quoted",
        "1-one/a.yaml:10:80 mistake-unknown-near",
        "1-one/a.yaml:10:127 mistake-unknown",
        "1-one/a.yaml:10:174 erratum-unknown",
    ]


def test_ids_used_twice_and_the_first_wins(tmp_path):
    files = {
        **FRAME,
        "1-one/a.yaml": lesson("a", flash("x.1", answer="first"), flash("x.1", answer="second")),
        "1-one/b.yaml": lesson("b", flash("x.1", answer="third"), flash("x.2", was="[x.1, x.9]")),
        "2-two/a.yaml": lesson("a", flash("x.3")),
    }
    loaded = load(write(tmp_path, files))
    assert rules(loaded.problems) == [
        "1-one/a.yaml:7:10 id-twice",
        "1-one/b.yaml:6:10 id-twice",
        "1-one/b.yaml:7:81 was-exists",
        "2-two/a.yaml:1:9 id-twice",
    ]
    assert [(one.file, [card.id for card in one.cards]) for one in loaded.lessons] == [
        ("1-one/a.yaml", ["x.1"]),
        ("1-one/b.yaml", ["x.2"]),
    ]
    assert "first" in str(loaded.lessons[0].cards[0].body)


def test_needs_that_cannot_be_met(tmp_path):
    files = {
        **FRAME,
        "1-one/a.yaml": lesson("a", needs="b"),
        "1-one/b.yaml": lesson("b", needs="c"),
        "1-one/c.yaml": lesson("c", needs="a, z"),
        "2-two/z.yaml": lesson("z", needs="a"),
    }
    loaded = load(write(tmp_path, files))
    assert rules(loaded.problems) == [
        "1-one/a.yaml:3:9 needs-circle",
        "1-one/b.yaml:3:9 needs-circle",
        "1-one/c.yaml:3:9 needs-circle",
        "1-one/c.yaml:3:12 needs-later-part",
    ]
    assert [one.id for one in loaded.lessons] == ["a", "c", "b", "z"], "every lesson has a place all the same"


def test_a_lesson_that_needs_itself(tmp_path):
    write(tmp_path, {**FRAME, "1-one/a.yaml": lesson("a", needs="a")})
    assert rules(load(tmp_path).problems) == ["1-one/a.yaml:3:9 needs-circle"]


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


def test_broken_files_leave_the_others_alone(tmp_path):
    files = {
        "course.yaml": COURSE,
        "mistakes.yaml": b"\xff",
        "glossary.yaml": 'terms: [1, {id: a}, {id: b, zh: "二", en: "b", define: "1 {"}]\nmore: 1',
        "errata.yaml": 'errata:\n- {id: 1, truth: "1", part: 9, teach: perhaps}\n- {id: E2, truth: "1 {= 1 +}", part: 1, teach: no}\n- {id: E3, truth: "1", part: 1, teach: no}',
        "1-one/a.yaml": lesson("a", flash("a.1")),
        "1-one/b.yaml": "lesson: b\ncards: [",
    }
    loaded = load(write(tmp_path, files))
    assert rules(loaded.problems) == [
        "1-one/b.yaml:3:1 yaml-syntax",
        "errata.yaml:2:8 erratum-id",
        "errata.yaml:2:39 not-yes-or-no",
        "errata.yaml:3:28 expression",
        "glossary.yaml:1:9 shape-mapping",
        "glossary.yaml:1:12 key-missing",
        "glossary.yaml:1:12 key-missing",
        "glossary.yaml:1:12 key-missing",
        "glossary.yaml:1:58 brace-not-closed",
        "glossary.yaml:2:1 key-unknown",
        "mistakes.yaml:1:1 file-not-utf8",
    ]
    assert [card.id for one in loaded.lessons for card in one.cards] == ["a.1"]
    assert [erratum.id for erratum in loaded.errata] == ["E3"]
    assert loaded.glossary == ()


def test_a_course_that_cannot_be_used(tmp_path):
    write(tmp_path, {"course.yaml": "[]", "1-one/a.yaml": lesson("a", flash("a.1"))})
    loaded = load(tmp_path)
    assert rules(loaded.problems) == [
        "course.yaml:1:1 course-missing",
        "course.yaml:1:1 shape-mapping",
    ]
    assert len(loaded.lessons) == 1


def test_an_item_belongs_to_its_part(tmp_path):
    write(tmp_path, {"course.yaml": 'name: "C"\nparts:\n- {id: one, title: "O", items: [{id: "2.1", title: "A"}]}'})
    assert rules(load(tmp_path).problems) == ["course.yaml:3:33 item-part"]


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
