"""`tutor export --recap`: one page of Markdown of a lesson, to a file or to standard output."""

from __future__ import annotations

import re

import pytest

from tests.store.homes import ROOT

LESSONS = sorted(path.stem for path in (ROOT / "content").glob("*-*/*.yaml"))


@pytest.fixture
def course(shipped):
    return shipped


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_every_lesson_has_a_page(course, lang):
    course.lang = lang
    for lesson in LESSONS if lang == "both" else LESSONS[:1]:
        done = course("export", "--recap", lesson)
        assert done.code == 0, done.err
        lines = done.out.splitlines()
        assert lines[0].startswith("# ")
        assert done.out.count("\n```") % 2 == 0, "every block is closed"
        assert sum(line.startswith("# ") for line in lines) == 1
        assert any(line.startswith("- **") for line in lines)
        assert (lang != "en") == bool(re.search(r"[一-鿿]", done.out))
        prose = re.sub(r"```.*?```|`[^`]*`", "", done.out, flags=re.DOTALL)
        assert not re.search(r"\{(=|[A-Za-z_]\w*\})", prose), "no hole is left open"


def test_it_holds_formula_derivation_numbers_facts_and_arguments(course):
    page = course("export", "--recap", "relu").out
    for part in ("ReLU(x) = max(0, x)", "## Derivation", "1. `z = ", "## Computed", "| ", "| For | Against |"):
        assert part in page


def test_a_myth_is_told_as_the_truth(course):
    page = course("export", "--recap", "relu").out
    assert "ReLU was invented in 2012" not in page
    assert "so the parameters of the network are sparse" not in page


def test_a_file_is_written_once_and_only_replaced_by_force(course, tmp_path):
    path = tmp_path / "relu.md"
    done = course("export", "--recap", "relu", str(path))
    assert (done.code, done.out) == (0, "")
    assert path.read_text("utf-8") == course("export", "--recap", "relu").out
    path.write_text("mine", "utf-8")
    done = course("export", "--recap", "relu", str(path))
    assert done.code == 2
    assert "--force" in done.err
    assert path.read_text("utf-8") == "mine"
    assert course("export", "--recap", "relu", str(path), "--force").code == 0
    assert path.read_text("utf-8").startswith("# ")


def test_what_cannot_be_done_is_said(course, tmp_path):
    assert course("export", "--recap", "rleu").code == 4
    assert course("export").code == 2
    done = course("export", "--recap", "relu", str(tmp_path / "no" / "where.md"))
    assert done.code == 1
    assert "where.md" in done.err
