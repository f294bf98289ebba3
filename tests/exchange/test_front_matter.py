"""Reading the review fields of a note, and writing them back without touching anything else."""

from datetime import date
from random import Random

import pytest

from tutor.errors import TutorError
from tutor.exchange.notes.front_matter import FrontMatter, read, rewritten
from tutor.exchange.trouble import Trouble
from tutor.memory.written import UNWRITTEN, Written
from tutor.text.words import say

MODEL = """---
created: '2025-10-19'
last_reviewed: null
next_review: '2025-10-19'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags:
- 深度学习
- 深度学习/激活函数的作用和必要性.md
related_outlines: []
---
# 激活函数的作用和必要性
"""


def on(year, month, day):
    return date(year, month, day).toordinal()


FIELDS = {
    "last_reviewed": on(2026, 11, 20),
    "next_review": on(2026, 11, 28),
    "review_count": 3,
    "difficulty": "hard",
    "mastery_level": 0.45,
}


def written(source, **fields):
    return rewritten(source.encode(), fields).decode()


def test_the_fields_of_a_model_note():
    assert read(MODEL.encode()) == FrontMatter(
        Written(
            created=on(2025, 10, 19),
            last_reviewed=None,
            next_review=on(2025, 10, 19),
            review_count=0,
            difficulty="medium",
            mastery_level=0.0,
            tags=("深度学习", "深度学习/激活函数的作用和必要性.md"),
            related_outlines=(),
        )
    )


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("created: 2025-10-19", "created", on(2025, 10, 19)),
        ('created: "2025-10-19"', "created", on(2025, 10, 19)),
        ("created: 2025/1/9", "created", on(2025, 1, 9)),
        ("created: 2025-10-19T23:30:00+08:00  # late", "created", on(2025, 10, 19)),
        ("created: 2025-10-19 23:30", "created", on(2025, 10, 19)),
        ("created: ~", "created", None),
        ("created:", "created", None),
        ("created: ''", "created", None),
        ("created: !!str '2025-10-19'", "created", on(2025, 10, 19)),
        ("created: &day 2025-10-19", "created", on(2025, 10, 19)),
        ("created: >\n  2025-10-19", "created", on(2025, 10, 19)),
        ("'review_count' : 12", "review_count", 12),
        ("review_count: '12'", "review_count", 12),
        ("review_count: 1000000", "review_count", 1_000_000),
        ("review_count: NULL", "review_count", None),
        ("mastery_level: 1.", "mastery_level", 1.0),
        ("mastery_level: 2.5e-1", "mastery_level", 0.25),
        (f"deep: {'[' * 29}{']' * 29}\nreview_count: 12", "review_count", 12),
        ("\n".join(f"key{n}: [{n}, {{a: [{n}]}}]" for n in range(40)) + "\nreview_count: 12", "review_count", 12),
        ("difficulty: Hard", "difficulty", "hard"),
        ("mastery_level: .5", "mastery_level", 0.5),
        ("mastery_level: 1", "mastery_level", 1.0),
        ("tags: [a, '#b', [c, d]]", "tags", ("a", "#b", "c", "d")),
        ("tags: a, b c，d", "tags", ("a", "b c", "d")),
        ("tags: a b", "tags", ("a", "b")),
        ("tags: ''", "tags", ()),
        ("related_outlines: [[激活函数]]", "related_outlines", ("激活函数",)),
        ("related_outlines: {a: b}", "related_outlines", ()),
    ],
)
def test_values_may_be_written_in_many_ways(line, name, value):
    front = read(f"---\n{line}\n---\n".encode())
    assert (getattr(front.written, name), front.troubles) == (value, ())


@pytest.mark.parametrize(
    ("source", "trouble"),
    [
        (b"---\ncreated: soon\n---\n", Trouble("notes.field_created", 2, (("value", "soon"),))),
        (b"---\na: 1\ncreated: 2025-02-30\n---\n", Trouble("notes.field_created", 3, (("value", "2025-02-30"),))),
        (b"---\nlast_reviewed: [x]\n---\n", Trouble("notes.field_last_reviewed", 2, (("value", "x"),))),
        (b"---\nnext_review: {}\n---\n", Trouble("notes.field_next_review", 2, (("value", ""),))),
        (b"---\nreview_count: -1\n---\n", Trouble("notes.field_review_count", 2, (("value", "-1"),))),
        (b"---\nreview_count: 1000001\n---\n", Trouble("notes.field_review_count", 2, (("value", "1000001"),))),
        (b"---\nmastery_level: 1.01\n---\n", Trouble("notes.field_mastery_level", 2, (("value", "1.01"),))),
        (b"---\nmastery_level: 5.\n---\n", Trouble("notes.field_mastery_level", 2, (("value", "5."),))),
        (b"---\ncreated: 2025-10-1919\n---\n", Trouble("notes.field_created", 2, (("value", "2025-10-1919"),))),
        (b"---\ndifficulty: [hard]\n---\n", Trouble("notes.field_difficulty", 2, (("value", "hard"),))),
        (
            b"---\nreview_count: " + b"[" * 31 + b"]" * 31 + b"\n---\n",
            Trouble("notes.front_deep", 2, (("most", "30"),)),
        ),
        (b"---\nreview_count: 99999999\n---\n", Trouble("notes.field_review_count", 2, (("value", "99999999"),))),
        (b"---\nreview_count: |\n  1\n  2\n---\n", Trouble("notes.field_review_count", 2, (("value", "1 2"),))),
        (b"---\ndifficulty: so so\n---\n", Trouble("notes.field_difficulty", 2, (("value", "so so"),))),
        (b"---\nmastery_level: 75\n---\n", Trouble("notes.field_mastery_level", 2, (("value", "75"),))),
        (b"---\nmastery_level: .nan\n---\n", Trouble("notes.field_mastery_level", 2, (("value", ".nan"),))),
        (b"---\na: 1\na: 2\n---\n", Trouble("notes.front_twice", 3, (("key", "a"), ("first", "2")))),
        (b"---\r\na: 1\r\n[b]: 2\r\n---\r\n", Trouble("notes.front_key", 3)),
        (b"---\n- a\n---\n", Trouble("notes.front_no_mapping", 2)),
        (b"---\njust a text\n---\n", Trouble("notes.front_no_mapping", 2)),
        (b"---\na: 1\n--- # second\nb: 2\n---\n", Trouble("notes.front_no_mapping", 4)),
        (b"---\na: &x 1\nb: *x\n---\n", Trouble("notes.front_alias", 3)),
        (b"---\na: " + b"[" * 50_000 + b"\n---\n", Trouble("notes.front_deep", 2, (("most", "30"),))),
        (b"---\na: \x07\n---\n", Trouble("notes.front_character", 2, (("reason", ""),))),
        (b"---\ncreated: 2025-10-19\n# text\n", Trouble("notes.front_open", 1)),
        (b"+++\r\ncreated = 2025-10-19\r\n+++\r\n# text\r\n", Trouble("notes.front_toml", 1)),
        ("---\na: 1\n---\n正文".encode("gbk"), Trouble("notes.encoding", 4)),
        (b"---\na: " + b"x" * 300_000 + b"\n---\n", Trouble("notes.front_large", 1, (("most", "256 KiB"),))),
    ],
)
def test_what_cannot_be_read_is_a_trouble_and_never_written(source, trouble):
    front = read(source)
    assert front.troubles == (trouble,)
    assert front.written == UNWRITTEN
    for language in ("zh", "en"):
        assert say(trouble.key, language, **dict(trouble.facts))
    with pytest.raises(TutorError) as refused:
        rewritten(source, FIELDS)
    assert refused.value.key == trouble.key


def test_a_syntax_error_names_its_line():
    (trouble,) = read(b"---\na: 1\nb: 'open\nc: 2\n---\n# Title\n").troubles
    assert (trouble.key, trouble.line) == ("notes.front_syntax", 5)


def test_one_field_that_cannot_be_read_leaves_the_others_known():
    front = read(b"---\ncreated: soon\nreview_count: 3\n---\n")
    assert front.written == Written(review_count=3)


@pytest.mark.parametrize(
    "source",
    ["", "# Title\n", "---\n", "---\nA rule, no field.\n", "\n---\ncreated: 2025-10-19\n---\n", "----\na: 1\n---"],
)
def test_a_note_without_front_matter_has_no_fields_and_no_troubles(source):
    assert read(source.encode()) == FrontMatter()


def test_the_model_note_is_written_in_its_own_manner():
    assert (
        written(MODEL, **FIELDS)
        == """---
created: '2025-10-19'
last_reviewed: '2026-11-20'
next_review: '2026-11-28'
review_count: 3
difficulty: hard
mastery_level: 0.45
tags:
- 深度学习
- 深度学习/激活函数的作用和必要性.md
related_outlines: []
---
# 激活函数的作用和必要性
"""
    )


def test_a_value_of_the_same_meaning_stays_as_it_is():
    source = (
        "---\nlast_reviewed: 2026/11/20  # a Friday\nreview_count: '03'\nmastery_level: 0.450\ndifficulty: HARD\n---"
    )
    same = {name: FIELDS[name] for name in ("last_reviewed", "review_count", "mastery_level", "difficulty")}
    assert written(source, **same) == source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("next_review: 2025-10-19", "next_review: 2026-11-28"),
        ("next_review: '2025-10-19'  # plan", "next_review: '2026-11-28'  # plan"),
        ('next_review: "2025-10-19"   ', 'next_review: "2026-11-28"   '),
        ("next_review:   2025-10-19 08:00:00", "next_review:   2026-11-28"),
        ("next_review:", "next_review: '2026-11-28'"),
        ("next_review:    # none yet", "next_review: '2026-11-28'    # none yet"),
        ("created: 2025-10-19\nnext_review: ~", "created: 2025-10-19\nnext_review: 2026-11-28"),
        ('created: "2025-10-19"\nnext_review: null', 'created: "2025-10-19"\nnext_review: "2026-11-28"'),
        ("next_review: !!str '2025-10-19'", "next_review: !!str '2026-11-28'"),
        ("next_review: &next 2025-10-19", "next_review: &next 2026-11-28"),
        ("next_review: |\n  2025-10-19\n\n# end", "next_review: 2026-11-28\n\n# end"),
        ("? next_review\n: 2025-10-19", "? next_review\n: 2026-11-28"),
        ("{a: [1], next_review: 2025-10-19}", "{a: [1], next_review: 2026-11-28}"),
        ("{a: [1]}", "{a: [1], next_review: '2026-11-28'}"),
        ("{a: 1,}", "{a: 1, next_review: '2026-11-28',}"),
        ("{}", "{next_review: '2026-11-28'}"),
        ("{b: [1], a: 2}", "{b: [1], a: 2, next_review: '2026-11-28'}"),
        ("  a: 1\n  # end", "  a: 1\n  # end\n  next_review: '2026-11-28'"),
        ("# nothing yet", "# nothing yet\nnext_review: '2026-11-28'"),
        ("a: |+\n  text\n\n", "a: |+\n  text\n\n\nnext_review: '2026-11-28'"),
    ],
)
def test_only_the_value_changes(before, after):
    assert written(f"---\n{before}\n---\nbody", next_review=FIELDS["next_review"]) == f"---\n{after}\n---\nbody"


def test_null_is_never_quoted():
    assert written("---\nnext_review: '2025-10-19'\n---\n", next_review=None) == "---\nnext_review: null\n---\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# T\n", "---\nreview_count: 3\n---\n# T\n"),
        ("# T\r\n", "---\r\nreview_count: 3\r\n---\r\n# T\r\n"),
        ("\ufeff# T\n", "\ufeff---\nreview_count: 3\n---\n# T\n"),
        ("", "---\nreview_count: 3\n---\n"),
        ("---\na rule\n", "---\nreview_count: 3\n---\n---\na rule\n"),
        ("---\n---", "---\nreview_count: 3\n---"),
        ("---\ra: 1\r...\rbody", "---\ra: 1\rreview_count: 3\r...\rbody"),
    ],
)
def test_a_note_gets_what_it_lacks(before, after):
    assert written(before, review_count=3) == after


def test_fields_join_a_note_in_braces_with_commas():
    assert written("---\n{a: 1}\n---\n", review_count=3, difficulty="easy") == (
        "---\n{a: 1, review_count: 3, difficulty: easy}\n---\n"
    )


def test_a_long_value_is_told_in_part():
    for length, shown in ((40, "x" * 40), (41, "x" * 39 + "…")):
        (trouble,) = read(f"---\ncreated: {'x' * length}\n---\n".encode()).troubles
        assert dict(trouble.facts) == {"value": shown}
    (trouble,) = read(b'---\ncreated: "a\\e[31m  b\\n c"\n---\n').troubles
    assert dict(trouble.facts) == {"value": "a[31m b c"}


@pytest.mark.parametrize(
    "source", ["---\n? next_review\n---\n", "---\n{next_review}\n---\n", '---\n{"next_review"}\n---\n']
)
def test_what_cannot_be_changed_without_harm_is_left_alone(source):
    with pytest.raises(TutorError) as refused:
        written(source, next_review=FIELDS["next_review"])
    assert refused.value.key == "notes.front_by_hand"


# --- a thousand notes, built of pieces, so that the expected note is known without the code under test

KEYS = ("created", *FIELDS)
OTHERS = (
    "title: 激活函数 😀",
    'aliases: ["a # b", c]',
    "nested:\n    deep: [1, {x: y}]",
    "text: |\n  created: '1999-01-01'\n\n  ---x",
    "folded: >-\n  review_count: 9\n  more",
    "# created: 2001-01-01",
    "",
    "anchored: &a !!str 'x: y'",
    '"quoted key": "\\u4e2d \\" end"',
    "long: a plain text\n  that goes on",
    "cssclasses: # none",
)
BODIES = ("", "# 标题\n\n---\ncreated: 2000-01-01\n---\n", "\ttext  \n\n\n", "==x==\u2028\x85 end")


def spelled(name, value, chance):
    """Return one of many ways to write a value; the quote it has and whether it is nothing."""
    if value is None:
        return chance.choice(["null", "~", "", "Null"]), ""
    text = date.fromordinal(value).isoformat() if name in {"created", "last_reviewed", "next_review"} else str(value)
    quote = chance.choice(["", "'", '"'])
    return f"{quote}{text}{quote}", quote


def value_of(name, chance):
    match name:
        case "review_count":
            return chance.choice([None, chance.randrange(1000)])
        case "difficulty":
            return chance.choice([None, "easy", "medium", "hard"])
        case "mastery_level":
            return chance.choice([None, round(chance.random(), 2)])
        case _:
            return chance.choice([None, chance.randrange(700_000, 750_000)])


def note_of(seed):
    """Return a note of pieces: text, or (name, value as written, its meaning, its quote)."""
    chance = Random(seed)
    end = chance.choice(["\n", "\r\n", "\r"])
    names = chance.sample(KEYS, chance.randint(0, len(KEYS)))
    lines = [*names, *chance.sample(OTHERS, chance.randint(0, 5))]
    chance.shuffle(lines)
    pieces = [chance.choice(["", "\ufeff"]), f"---{chance.choice(['', '  '])}{end}"]
    for line in lines:
        mixed = chance.choice([end, end, "\n"]) if end != "\r" else end
        if line in KEYS:
            value = value_of(line, chance)
            text, quote = spelled(line, value, chance)
            blank = chance.choice([" ", "  ", "\t"]) if text else ""
            prefix = chance.choice(["", "", "&id ", "!!str "]) if text else ""
            pieces += [f"{line}{chance.choice(['', ' '])}:{blank}{prefix}", (line, text, value, quote)]
            pieces += [chance.choice(["", "", " # 备注 'x'", "   "]) + mixed]
        else:
            pieces += [line.replace("\n", mixed) + mixed]
    return pieces, f"{chance.choice(['---', '...'])}{end}{chance.choice(BODIES).replace(chr(10), end)}", end


def told(pieces):
    return "".join(piece if isinstance(piece, str) else piece[1] for piece in pieces)


def expected(pieces, rest, end, fields):
    """Return the note with the fields, put together from its pieces."""
    values = [piece for piece in pieces if not isinstance(piece, str)]
    dated = [piece for piece in values if piece[0] in {"created", "last_reviewed", "next_review"} and piece[2]]
    quote = next((piece[3] for piece in dated if piece[3]), "") if dated else "'"
    new = []
    for piece in pieces:
        if isinstance(piece, str) or piece[0] not in fields or piece[2] == fields[piece[0]]:
            new.append(piece if isinstance(piece, str) else piece[1])
            continue
        name, text, value, own = piece
        kept = own or (quote if value is None and name in {"created", "last_reviewed", "next_review"} else "")
        new.append(("" if text else " ") + shown(name, fields[name], kept))
    there = {piece[0] for piece in values}
    lacking = [name for name in ("created", "last_reviewed", "next_review", *KEYS) if name in fields]
    for name in [name for name in dict.fromkeys(lacking) if name not in there]:
        is_date = name in {"created", "last_reviewed", "next_review"}
        new.append(f"{name}: {shown(name, fields[name], quote if is_date else '')}{end}")
    return "".join(new) + rest


def shown(name, value, quote):
    if value is None:
        return "null"
    text = date.fromordinal(value).isoformat() if name in {"created", "last_reviewed", "next_review"} else str(value)
    return f"{quote}{text}{quote}"


def test_a_thousand_notes_change_in_their_fields_and_nowhere_else():
    for seed in range(1000):
        pieces, rest, end = note_of(seed)
        source = told(pieces) + rest
        chance = Random(-seed)
        fields = {name: value_of(name, chance) for name in KEYS if chance.random() < 0.8}
        front = read(source.encode())
        assert front.troubles == (), (seed, source)
        for piece in pieces:
            if not isinstance(piece, str):
                assert getattr(front.written, piece[0]) == piece[2], (seed, source)
        after = rewritten(source.encode(), fields)
        assert after.decode() == expected(pieces, rest, end, fields), seed
        assert {name: getattr(read(after).written, name) for name in fields} == fields, seed
        assert rewritten(after, fields) == after, seed


def test_no_note_is_ever_harmed():
    """Notes damaged at random: refused, or changed so that a second reader agrees, but never something else."""
    for seed in range(300):
        chance = Random(seed)
        source = bytearray((told(note_of(seed)[0]) + "---\nbody").encode())
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(source))
            source[at : at + chance.randint(0, 5)] = chance.choice(
                [b"", b"'", b"[", b"\xff", b"\n", b": ", b"*x", b"#", b"---\n"]
            )
        source = bytes(source)
        front = read(source)
        try:
            after = rewritten(source, FIELDS)
        except TutorError:
            continue
        assert front.troubles == ()
        assert read(after).written == Written(
            front.written.created, *FIELDS.values(), front.written.tags, front.written.related_outlines
        )
        assert rewritten(after, FIELDS) == after
