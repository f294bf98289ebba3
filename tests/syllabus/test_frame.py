"""Course, glossary, mistakes and errata: what is left of a broken one."""

from __future__ import annotations

from tests.syllabus.courses import COURSE, FRAME, flash, lesson, rules, write
from tutor.syllabus.load import load


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


def test_entries_with_something_missing(tmp_path):
    files = {
        **FRAME,
        "mistakes.yaml": 'mistakes:\n- {id: m, name: "M"}\n- {id: n, name: "N", contrast: {zh: "甲", en: "a", curves: ["x +"]}}',
        "errata.yaml": 'errata:\n- {truth: "1", part: 1, teach: no}\n- {id: [1], truth: "1", part: 1, teach: no}',
        "glossary.yaml": 'terms:\n- {id: t, zh: "甲", en: "a", define: "{= sigmoid}", accept: {zh: ["e\\u0301"], fr: []}}',
        "course.yaml": "name: [",
    }
    assert rules(load(write(tmp_path, files)).problems) == [
        "course.yaml:1:1 course-missing",
        "course.yaml:2:1 yaml-syntax",
        "errata.yaml:2:3 key-missing",
        "errata.yaml:3:8 shape-text",
        "glossary.yaml:2:37 expression-fails",
        "glossary.yaml:2:66 character",
        "glossary.yaml:2:78 key-unknown",
        "mistakes.yaml:2:3 key-missing",
        "mistakes.yaml:3:64 expression",
    ]


def test_an_erratum_names_the_phrases_it_is_heard_in(tmp_path):
    entry = '- {id: E3, truth: "1", part: 1, teach: no, avoid: {zh: ["总是…对的"], en: ["always…right"]}}'
    write(tmp_path, {**FRAME, "errata.yaml": f"errata:\n{entry}"})
    (erratum,) = load(tmp_path).errata
    assert (erratum.avoid_zh, erratum.avoid_en) == (("总是…对的",), ("always…right",))
