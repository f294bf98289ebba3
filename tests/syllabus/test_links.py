"""References between files."""

from __future__ import annotations

from tests.syllabus.courses import FRAME, flash, lesson, rules, write
from tutor.syllabus.load import load


def test_references_to_nothing(tmp_path):
    wrong = '[{text: \'x\', mistake: mixed-upp, because: "b"}, {text: "y", mistake: zzz, because: "b"}]'
    choice = (
        f'{{id: a.b, kind: choice, ask: "?", right: "1", wrong: {wrong}, why: "w", corrects: [E01, E9], source: "s"}}'
    )
    files = {
        **FRAME,
        "1-one/a.yaml": lesson(
            "a", choice, needs="c, d", covers='"1.1", "1.2"', steps=["ask: a.bb", "recap: [a.b, q]"], related="[z]"
        ),
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
