"""The learner's notes on the screen: wide, narrow, away, in trouble, and what writing would change."""

import pytest

from tutor.reports.notes import FolderLine, NoteLine
from tutor.ui.lines import measure, text_of
from tutor.ui.screens.notes import Changed, Related, Told, diff, lines, related

TODAY = 740_000
HOME = "/home/lin/notes"


def note(path, questions=0, started=0, due=0, returns=None, *, folder=HOME):
    return NoteLine(
        f"note-{path}", f"{folder}/{path}", path, questions, started, due, None if returns is None else TODAY + returns
    )


FOLDERS = (
    FolderLine(
        HOME,
        (
            note("深度学习/激活函数的作用和必要性.md", 4, 4, 1, 0),
            note("深度学习/批归一化、层归一化与残差连接放在一起时的先后次序.md", 12, 3, 0, 9),
            note("reading/attention.md", 1),
            note("sigmoid.md", 100, 100, 0, 400),
        ),
    ),
    FolderLine("/media/stick/notes", (note("tanh.md", 2, 1, 1, -3, folder="/media/stick/notes"),), away=True),
    FolderLine("/home/lin/one.md", (note("one.md", 3, folder="/home/lin"),)),
    FolderLine("/home/lin/empty"),
)
TOLD = {
    "zh": (
        Told("notes/broken.md:3", "键 tags 在第 2 行已经出现过"),
        Told("notes/photo.md", "不是文本文件"),
    ),
    "en": (
        Told("notes/broken.md:3", "the key tags already stands in line 2"),
        Told("notes/photo.md", "not a text file"),
    ),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_list(golden, language, columns):
    told = lines(FOLDERS, TOLD[language], TODAY, language, columns)
    golden(f"notes-{columns}-{language}", [text_of(row) for row in told])


def test_a_name_with_a_line_break_takes_one_line():
    folder = FolderLine(HOME, (note("two\nlines.md", 1),))
    for columns in (40, 80):
        told = [text_of(row) for row in lines((folder,), (), TODAY, "en", columns)]
        assert any("two␊lines.md" in row for row in told)
        assert not any("\n" in row for row in told)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_notes_at_all(golden, language):
    golden(f"notes-none-40-{language}", [text_of(row) for row in lines((), (), TODAY, language, 40)])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_width_fits_and_keeps_every_number(language):
    for columns in range(24, 140):
        told = lines(FOLDERS, TOLD[language], TODAY, language, columns)
        assert max(map(measure, told)) <= columns
        text = "\n".join(map(text_of, told))
        assert all(number in text for number in ("117", "107", "100"))


CHANGES = (
    Changed(
        "notes/激活函数.md",
        (
            ("-", "last_reviewed: null"),
            ("+", "last_reviewed: '2026-11-20'"),
            ("-", "review_count: 0"),
            ("+", "review_count: 1"),
        ),
    ),
    Changed("notes/\x1b[31mtanh.md", (("+", "---"), ("+", "review_count: 1  # " + "很长的备注" * 9), ("+", "---"))),
)


@pytest.mark.parametrize("columns", [40, 80])
def test_what_would_be_written(golden, columns):
    golden(f"notes-diff-{columns}", [text_of(row) for row in diff(CHANGES, columns)])


LIKE = (
    Related(100, "激活函数的作用和必要性", "~/notes/深度学习/激活函数的作用和必要性.md"),
    Related(33, "Why networks need something between two linear layers, told once more", "notes/why.md"),
    Related(7, "面试阶梯：函数题，问到底为止", "tutor learn interview-functions"),
)


@pytest.mark.parametrize("columns", [40, 80])
def test_what_is_like_a_note(golden, columns):
    golden(f"notes-related-{columns}", [text_of(row) for row in related("notes/激活函数.md", LIKE, "zh", columns)])


def test_nothing_is_like_a_note():
    assert text_of(related("a.md", (), "en", 80)[-1]) == "No similar note or lesson was found."


def test_what_goes_is_red_and_what_comes_is_green():
    roles = {row[0].text: row[0].role for row in diff(CHANGES, 80) if row}
    assert (roles["- "], roles["+ "]) == ("wrong", "right")


def test_nothing_that_a_terminal_obeys_is_left():
    assert "\x1b" not in "".join(text_of(row) for row in diff(CHANGES, 80))
