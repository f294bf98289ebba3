"""What the grammar reads, as what, and what it refuses."""

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tutor.activations.expression import ExpressionError, names_in, parse
from tutor.activations.expression.tree import (
    Binary,
    Call,
    Compare,
    Index,
    Name,
    Negate,
    Node,
    Number,
    Prime,
    Vector,
)


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("-2^2", "-(2^2)"),
        ("2^3^2", "2^(3^2)"),
        ("2^-3^2", "2^(-(3^2))"),
        ("1-2-3", "(1-2)-3"),
        ("8/4/2", "(8/4)/2"),
        ("2**3", "2^3"),
        ("a+b*c", "a+(b*c)"),
        ("x²", "x^2"),
        ("-x²", "-(x^2)"),
        ("10⁻⁵", "10^-5"),
        ("3×4·5∙6÷7", "3*4*5*6/7"),
        ("１＋（２－３）", "1+(2-3)"),
        ("a − b", "a-b"),
        ("f ≤ 1 ≠ 2 ≥ 3", "f<=1!=2>=3"),
        ("gelu″(0)", "gelu''(0)"),
        ("gelu′(0)", "gelu'(0)"),
        ("gelu‴(0)", "gelu'''(0)"),
        ("√2", "sqrt(2)"),
        ("√√2", "sqrt(sqrt(2))"),
        ("silu(2，β=1)", "silu(2,β=1)"),
        ("+3", "3"),
        ("[1、2]", "[1,2]"),
        ("∞", "inf"),
    ],
)
def test_two_spellings_are_one_tree(one, same):
    assert parse(one) == parse(same)


def test_a_call_holds_its_named_parameters():
    assert parse("swish(2, β=1.5)") == Call(Name("swish"), (Number("2", 2.0),), (("β", Number("1.5", 1.5)),))


def test_a_superscript_on_a_function_squares_it_before_it_is_called():
    assert parse("tanh²(1)") == Call(Binary("^", Name("tanh"), Number("2", 2.0)), (Number("1", 1.0),))


@pytest.mark.parametrize(
    ("source", "product"),
    [
        ("(x+1)(x-1)", "…)*(…"),
        ("σ(x)(1-σ(x))", "…)*(…"),
        ("x²(x+1)", "²*(…"),
        ("x^2(3)", "2*(…"),
        ("2 gelu(1)", "2*gelu"),
        ("[1, 2](3)", "…]*(…"),
    ],
)
def test_a_product_is_never_silent(source, product):
    with pytest.raises(ExpressionError) as caught:
        parse(source)
    assert (caught.value.key, caught.value.facts["product"]) == ("expression.no_product", product)


def test_nodes_know_where_they_stood():
    span = parse("1 + gelu(2)").right.span
    assert (span.position, span.length) == (4, 7)


@pytest.mark.parametrize(
    ("source", "key", "position"),
    [
        ("", "expression.empty", 0),
        ("   ", "expression.empty", 0),
        ("1 +", "expression.incomplete", 3),
        ("(1", "expression.unclosed", 0),
        ("sigmoid(2", "expression.unclosed", 7),
        ("[1, 2", "expression.unclosed", 0),
        ("1)", "expression.unexpected", 1),
        ("2x", "expression.no_product", 1),
        ("2(3)", "expression.no_product", 1),
        ("(1)(2)x", "expression.no_product", 3),
        ("x sigmoid(2)", "expression.no_product", 2),
        ("1 = 2", "expression.single_equals", 2),
        ("sigmod(2)", "expression.unknown_function", 0),
        ("pi(2)", "expression.not_callable", 0),
        ("x(2)", "expression.not_callable", 0),
        ("1 $ 2", "expression.character", 2),
        ("1e999", "expression.number_too_large", 0),
        ("elu(1, α=1, 2)", "expression.named_first", 12),
        ("elu(1, α=1, alpha=2)", "expression.twice", 12),
        ("sigmoid'''''''(1)", "expression.too_many_primes", 7),
        ("(" * 300, "expression.too_many_tokens", 250),
        ("(" * 200, "expression.too_deep", 51),
        ("-" * 200 + "1", "expression.too_deep", 51),
        ("1" * 501, "expression.too_long", 500),
    ],
)
def test_a_fault_is_refused_where_it_is(source, key, position):
    with pytest.raises(ExpressionError) as caught:
        parse(source)
    assert (caught.value.key, caught.value.position) == (key, position)


@pytest.mark.parametrize(("source", "near"), [("sigmod(2)", "sigmoid"), ("mx(1)", "max"), ("zzz(1)", "")])
def test_a_misspelt_function_offers_a_near_one(source, near):
    with pytest.raises(ExpressionError) as caught:
        parse(source)
    assert caught.value.near == near


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("sigmoid(2) + pi*e", set()),
        ("a*sigmoid(x) + β", {"a", "x", "β"}),
        ("(x*sigmoid(x))'(a)", {"a"}),
        ("max(x, 1)", {"x"}),
        ("max(x*a)", {"a"}),
        ("silu(1, β=b)", {"b"}),
    ],
)
def test_names_in_are_those_that_need_a_value(source, names):
    assert names_in(parse(source)) == names


NUMBERS = st.sampled_from(["0", "1", "2.5", ".5", "1e-5", "10", "7E3"]).map(lambda text: Number(text, float(text)))
NAMES = st.sampled_from(["x", "a", "pi", "sigmoid", "gelu", "β"]).map(Name)
FUNCTIONS = st.sampled_from(["sigmoid", "gelu", "exp", "elu", "max"]).map(Name)


def _larger(inner):
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Negate, inner),
        st.builds(Binary, st.sampled_from("+-*/^"), inner, inner),
        st.builds(Vector, some),
        st.builds(Prime, st.one_of(NAMES, inner.filter(lambda node: not isinstance(node, Prime))), st.integers(1, 3)),
        st.builds(Call, FUNCTIONS, some, st.lists(st.tuples(st.just("β"), inner), max_size=1).map(tuple)),
        st.builds(Index, inner.filter(lambda node: not isinstance(node, Number)), some),
        st.builds(lambda a, b: Compare((a, b), ("<=",)), inner, inner),
    )


def written(node: Node) -> str:
    """Write a tree with every bracket, so that reading it needs no rule of precedence."""
    match node:
        case Number(text) | Name(text):
            return text
        case Negate(operand):
            return f"(-{written(operand)})"
        case Binary(operator, left, right):
            return f"({written(left)} {operator} {written(right)})"
        case Compare((left, right), (operator,)):
            return f"({written(left)} {operator} {written(right)})"
        case Vector(items):
            return f"[{', '.join(map(written, items))}]"
        case Prime(function, order):
            return f"({written(function)}{chr(39) * order})"
        case Call(function, arguments, named):
            return f"{written(function)}({', '.join([*map(written, arguments), *(f'{k}={written(v)}' for k, v in named)])})"
        case Index(vector, indices):
            return f"{written(vector)}[{', '.join(map(written, indices))}]"
    raise AssertionError(node)


@settings(deadline=None)
@given(st.recursive(st.one_of(NUMBERS, NAMES), _larger, max_leaves=12))
def test_a_tree_written_out_is_read_back(tree):
    assert parse(written(tree)) == tree


ALPHABET = "0123456789.eExaβσπ+-*/^()[],=<>≈'′″²⁻√ sigmoidgelu（），。\n\t\x1b"


def refusal(text: str) -> ExpressionError | None:
    try:
        parse(text)
    except ExpressionError as error:
        return error
    return None


@settings(deadline=None)
@given(st.one_of(st.text(max_size=60), st.text(ALPHABET, max_size=60)))
@example("1e")
@example("½½")
@example("'" * 9)
def test_any_text_is_read_or_refused_with_a_place_inside_it(text):
    error = refusal(text)
    if error is not None:
        assert 0 <= error.position <= len(text)
        assert error.show("zh")
        assert error.show("en")


def test_reading_needs_no_numpy():
    program = (
        "import sys; from tutor.activations.expression import parse, names_in; "
        "names_in(parse(\"σ'(10) + swish(2, β=1.5)\")); sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
