"""What each line of a note is: the text at the left, its kinds at the right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.exchange.notes.rows import Kind, cleaned, rows

BLANK, TEXT, ITEM, HEADING, RULE, TABLE, FENCE, CODE, SILENT = Kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("# a\n####### b\n#tag\n#", [HEADING, TEXT, TEXT, HEADING]),
        ("Title\n=====\ntext\n---", [HEADING, SILENT, TEXT, RULE]),
        ("---\n* * *\n___\n--\n**bold**", [RULE, RULE, RULE, TEXT, TEXT]),
        ("- a\n+ b\n1. c\n2) d\n-e\n1.5", [ITEM, ITEM, ITEM, ITEM, TEXT, TEXT]),
        ("- a\n\n    goes on\n\n    - b\n\nend\n\n    code", [ITEM, BLANK, TEXT, BLANK, ITEM, BLANK, TEXT, BLANK, CODE]),
        ("text\n    goes on\n\n    code\n      more\n\n    code", [TEXT, TEXT, BLANK, CODE, CODE, BLANK, CODE]),
        ("```py\n# a\n~~~\n```\n# b", [FENCE, CODE, CODE, FENCE, HEADING]),
        ("~~~~\n~~~\n~~~~~\ntext", [FENCE, CODE, FENCE, TEXT]),
        ("> ```\n> code\n> ```\ntext", [FENCE, CODE, FENCE, TEXT]),
        ("```one line``` of code\ntext", [TEXT, TEXT]),
        ("```\nnever closed\n# a", [FENCE, CODE, CODE]),
        ("| a | b |\n|---|---|\n| c | d |\ntext", [TABLE, TABLE, TABLE, TEXT]),
        ("a | b\n--|--\nc | d\n\ne | f", [TABLE, TABLE, TABLE, BLANK, TEXT]),
        ("a <!-- b -->\n<!-- c\nd -->\n<!-- e -->f", [TEXT, SILENT, SILENT, TEXT]),
        ("<!-- never closed\ntext", [TEXT, TEXT]),
        ("\t\tcode\n\t- a", [CODE, CODE]),
    ],
)  # fmt: skip
def test_kinds(text: str, kinds: list[Kind]) -> None:
    assert [row.kind for row in rows(cleaned(text))] == kinds


def test_lines_keep_their_numbers_whatever_ends_them() -> None:
    lines = rows(cleaned("a\r\nb\rc\n\n<!--\n-->\nd"), 5)
    assert [(row.number, row.text) for row in lines if row.kind == Kind.TEXT] == [
        (5, "a"),
        (6, "b"),
        (7, "c"),
        (11, "d"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [("## a b ##", "a b"), ("# C#", "C#"), ("#", ""), ("  - [ ] a ", "[ ] a"), ("12) x", "x"), (" plain ", "plain")],
)
def test_content(text: str, content: str) -> None:
    assert rows(text)[0].content == content


@given(st.text())
def test_what_is_cleaned_holds_nothing_a_terminal_could_obey(text: str) -> None:
    found = cleaned(text)
    assert all(char.isprintable() or char in "\n\u3000" for char in found)
    assert cleaned(found) == found


@given(st.text())
def test_every_line_is_one_row(text: str) -> None:
    found = cleaned(text)
    assert [row.number for row in rows(found, 1)] == list(range(1, found.count("\n") + 2))
