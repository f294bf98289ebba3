"""How characters become tokens, in every spelling a learner may use."""

import pytest

from tutor.activations.expression import ExpressionError
from tutor.activations.expression.tokens import Kind, tokenize


def seen(source):
    return [(token.kind.name, token.text) for token in tokenize(source)[:-1]]


@pytest.mark.parametrize(
    ("source", "tokens"),
    [
        ("1e-5", [("NUMBER", "1e-5")]),
        ("1e−5", [("NUMBER", "1e-5")]),
        (".5", [("NUMBER", ".5")]),
        ("5.", [("NUMBER", "5.")]),
        ("2e", [("NUMBER", "2"), ("NAME", "e")]),
        ("½x", [("NUMBER", "½"), ("NAME", "x")]),
        ("１２．５", [("NUMBER", "12.5")]),
        ("p₁_2", [("NAME", "p1_2")]),
        ("σ″", [("NAME", "σ"), ("PRIME", "″")]),
        ("x⁻¹²", [("NAME", "x"), ("POWER", "⁻¹²")]),
        ("a**b", [("NAME", "a"), ("SIGN", "^"), ("NAME", "b")]),
        (
            "a≤b≥c≠d",
            [
                ("NAME", "a"),
                ("SIGN", "<="),
                ("NAME", "b"),
                ("SIGN", ">="),
                ("NAME", "c"),
                ("SIGN", "!="),
                ("NAME", "d"),
            ],
        ),
        ("（，）", [("SIGN", "("), ("SIGN", ","), ("SIGN", ")")]),
        ("×·÷", [("SIGN", "*"), ("SIGN", "*"), ("SIGN", "/")]),
        (" \t\n　1", [("NUMBER", "1")]),
        ("∞", [("NAME", "inf")]),
    ],
)
def test_tokens(source, tokens):
    assert seen(source) == tokens


@pytest.mark.parametrize(("source", "primes"), [("f'", 1), ("f''", 2), ("f″", 2), ('f"', 2), ("f‴", 3), ("f′″", 3)])
def test_primes_are_counted(source, primes):
    assert tokenize(source)[1].value == primes


def test_superscripts_are_whole_numbers():
    assert [tokenize(source)[1].value for source in ("x²", "x⁻⁵", "x¹⁰", "x⁺³")] == [2, -5, 10, 3]


def test_places_are_those_of_the_source():
    assert [(token.position, token.length) for token in tokenize("１ ＋ gelu″(x)")] == [
        (0, 1), (2, 1), (4, 4), (8, 1), (9, 1), (10, 1), (11, 1), (12, 1),
    ]  # fmt: skip


def test_the_last_token_is_the_end():
    assert [token.kind for token in tokenize("")] == [Kind.END]


@pytest.mark.parametrize(
    ("source", "position"), [("1 # 2", 2), ("你好", 0), ("a\x1b", 1), ("1;2", 1), ("1 & 2", 2), ("١", 0)]
)
def test_a_character_of_no_token_is_refused(source, position):
    with pytest.raises(ExpressionError) as caught:
        tokenize(source)
    assert (caught.value.key, caught.value.position) == ("expression.character", position)
