"""Lines that go and lines that come."""

from random import Random

import pytest

from tutor.exchange.line_diff import Row, changed


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        ("a\nb\nc\n", "a\nb\nc\n", ()),
        ("a\nb\nc\n", "a\nB\nc\n", (Row("-", 2, "b"), Row("+", 2, "B"))),
        (
            "a: 1\nb: 1\nc\n",
            "a: 2\nb: 2\nd\nc\n",
            (Row("-", 1, "a: 1"), Row("+", 1, "a: 2"), Row("-", 2, "b: 1"), Row("+", 2, "b: 2"), Row("+", 3, "d")),
        ),
        ("a\r\nc\r\n", "a\r\nb\r\nc\r\n", (Row("+", 2, "b"),)),
        (
            "\ufeffa\n",
            "\ufeff---\n---\na\n",
            (Row("+", 1, "---"), Row("+", 2, "---")),
        ),
        ("a\u2028b", "a\u2028c", (Row("-", 1, "a\u2028b"), Row("+", 1, "a\u2028c"))),
        ("a\n", "a", (Row("-", 1, "a"), Row("+", 1, "a"))),
        ("", "a", (Row("+", 1, "a"),)),
        ("x\nx\nx\n", "x\nx\n", (Row("-", 3, "x"),)),
    ],
)
def test_lines_that_changed(before, after, rows):
    assert changed(before, after) == rows


def test_what_goes_and_what_comes_makes_the_one_text_the_other():
    for seed in range(200):
        chance = Random(seed)
        old = [chance.choice("abc") for _ in range(chance.randrange(9))]
        new = [chance.choice("abc") for _ in range(chance.randrange(9))]
        rows = changed("".join(f"{one}\n" for one in old), "".join(f"{one}\n" for one in new))
        kept = [one for at, one in enumerate(old, 1) if ("-", at) not in {(row.sign, row.number) for row in rows}]
        for row in rows:
            if row.sign == "+":
                kept.insert(row.number - 1, row.text)
        assert kept == new


def test_a_large_note_takes_no_time():
    body = "".join(f"line {number}\n" for number in range(100_000))
    assert len(changed(f"a: 1\n{body}", f"a: 2\n{body}")) == 2
