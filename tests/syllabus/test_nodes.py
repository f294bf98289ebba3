"""YAML as our own nodes: nothing guessed, nothing dangerous, every fault at its place."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.syllabus.nodes import DEPTH, LARGEST, Mapping, Scalar, Sequence, read


def one_problem(source: bytes) -> tuple[int, int, str]:
    node, problems = read(source, "f.yaml")
    assert node is None
    (problem,) = problems
    assert problem.file == "f.yaml"
    return problem.line, problem.column, problem.rule


def test_scalars_stay_as_written():
    node, problems = read(b"a: [2.10, no, 010, ~, 'it', \"x\"]", "f")
    assert problems == ()
    assert isinstance(node, Mapping)
    values = node.pairs[0][1]
    assert isinstance(values, Sequence)
    assert [item.text for item in values.items] == ["2.10", "no", "010", "~", "it", "x"]
    assert [item.style for item in values.items] == ["", "", "", "", "'", '"']
    assert [(item.line, item.column) for item in values.items[:2]] == [(1, 5), (1, 11)]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (b"", (1, 1, "file-empty")),
        (b" \n\n", (1, 1, "file-empty")),
        (b"# nothing", (1, 1, "file-empty")),
        (b"---\n...\n# nothing", None),
        (b"a: [", (2, 1, "yaml-syntax")),
        (b"a: b: c", (1, 5, "yaml-syntax")),
        (b"a: 1\n b: 2", (2, 3, "yaml-syntax")),
        (b"\ta: 1", (1, 1, "yaml-syntax")),
        (b'a: "\\q"', (1, 5, "yaml-syntax")),
        (b"x: &a 1", (1, 4, "yaml-alias")),
        (b"x: [*a]", (1, 5, "yaml-alias")),
        (b"- &a [1]", (1, 3, "yaml-alias")),
        (b"x: !!python/object:os.system 1", (1, 4, "yaml-tag")),
        (b"x: !t {}", (1, 4, "yaml-tag")),
        (b"a: 1\n---\nb: 1", (3, 1, "yaml-documents")),
        (b"? [1]\n: 2", (1, 3, "yaml-key")),
        (b"a\nb\xff", (2, 2, "file-not-utf8")),
        (b"a\nb\x00", (2, 2, "yaml-character")),
        (b"a: \x07", (1, 4, "yaml-character")),
        ("a: \ufffe".encode(), (1, 4, "yaml-character")),
    ],
)
def test_what_is_refused(source, place):
    if place is None:
        node, problems = read(source, "f")
        assert node is not None or problems
    else:
        assert one_problem(source) == place


def test_a_repeated_key_keeps_the_first():
    node, problems = read(b"a: 1\nb: 2\na: 3", "f")
    assert isinstance(node, Mapping)
    assert [(key.text, value.text) for key, value in node.pairs] == [("a", "1"), ("b", "2")]
    assert [(p.line, p.column, p.rule, dict(p.facts)) for p in problems] == [
        (3, 1, "key-twice", {"name": "a", "line": "1"})
    ]


def test_a_byte_order_mark_is_no_character():
    node, problems = read(b"\xef\xbb\xbfa: 1", "f")
    assert isinstance(node, Mapping)
    assert (node.pairs[0][0].text, problems) == ("a", ())


def test_depth():
    def nest(levels):
        return b"[" * levels + b"]" * levels

    assert read(nest(DEPTH), "f")[1] == ()
    assert one_problem(nest(DEPTH + 1)) == (1, DEPTH + 1, "yaml-depth")
    assert one_problem(b"{a: " * 5000) == (1, 4 * DEPTH + 1, "yaml-depth")


def test_size():
    assert read(b"#" * (LARGEST - 4) + b"\na: ", "f")[1] == ()
    assert one_problem(b"#" * (LARGEST - 3) + b"\na: ") == (1, 1, "file-too-large")


@pytest.mark.parametrize(
    ("source", "offset", "place"),
    [
        (b'a: "xyz"', 1, (1, 6)),
        (b"a: xyz", 2, (1, 6)),
        (b'a: "x\\u0041z"', 2, (1, 4)),
        (b'a: "x\n  y"', 2, (1, 4)),
        (b"a: |\n  one\n  two", 5, (3, 1)),
        (b"a: >\n  one\n  two", 5, (1, 4)),
    ],
)
def test_an_offset_in_a_text_is_a_place_in_the_file_where_it_can_be_told(source, offset, place):
    node, _ = read(source, "f")
    assert isinstance(node, Mapping)
    assert node.pairs[0][1].place(offset) == place


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(source):
    node, problems = read(source, "f")
    assert node is not None or len(problems) == 1


@given(st.text("[]{}:,-?&*!|>'\"%@`# \nab\t\x00\u2028é", max_size=60))
def test_any_text_of_yaml_signs_is_read_or_refused(source):
    node, problems = read(source.encode(), "f")
    assert node is not None or len(problems) == 1
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)


# beyond U+D7FF JSON writes two escapes where YAML has one; a key of more than 1024 characters is none
WORDS = st.text(st.characters(max_codepoint=0xD7FF), max_size=40)


@given(st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3)))
def test_json_is_read_as_it_is_written(value):
    import json

    node, problems = read(json.dumps(value).encode(), "f")
    assert problems == ()
    assert plain(node) == value


def plain(node):
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.pairs}


@pytest.mark.parametrize(
    "bomb",
    [
        "'[' * 50_000",
        "'{a: ' * 50_000",
        "'- ' * 50_000",
        "'? ' * 50_000",
        "'a: &a [1]\\nb: &b [*a,*a]\\nc: [*b,*b]'",
        "'a: \"' + 'x' * 1_900_000 + '\"'",
    ],
)
def test_a_bomb_does_not_kill_the_process(bomb):
    program = f"from tutor.syllabus.nodes import read; print(len(read(({bomb}).encode(), 'f')[1]))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() in {"0", "1"}
