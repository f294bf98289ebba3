"""LaTeX as readable text: values as a person would write them, and that no source hangs, raises or loses letters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.seen_formulas import SEEN
from tutor.exchange.formulas import LONGEST, formula, readable


@pytest.mark.parametrize(("source", "text"), SEEN)
def test_formulas_of_notes_about_activations(source: str, text: str) -> None:
    assert formula(source, "\n") == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        # fractions get parentheses where the line needs them
        (r"\frac{1}{2x}", "1/(2x)"),
        (r"\frac{a}{b}x", "(a/b)x"),
        (r"2\frac{a}{b}", "2(a/b)"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
        (r"\frac{-x}{2}", "−x/2"),
        (r"\frac{1}{\sigma(x)}", "1/σ(x)"),
        (r"\frac{1}{2(x+1)}", "1/(2(x + 1))"),
        (r"\frac12", "½"),
        (r"\frac{a+b}{2}\cdot c", "(a + b)/2 · c"),
        (r"\frac{\mathrm{d}y}{\mathrm{d}x}", "dy/dx"),
        (r"\frac{\partial^2 f}{\partial x^2}", "∂²f/∂x²"),
        (r"\frac{\Delta y}{\Delta x}", "Δy/Δx"),
        (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
        (r"\frac{a}{b}^2", "(a/b)²"),
        # raised and lowered
        (r"e^-x", "e⁻ˣ"),
        (r"10^10", "10¹⁰"),
        (r"x^2y", "x²y"),
        (r"x_i^2", "xᵢ²"),
        (r"x_{i,j}", "x_(i, j)"),
        (r"W_{ij}", "Wᵢⱼ"),
        (r"y_{pred}", "y_pred"),
        (r"\nabla_W L", "∇_W L"),
        (r"h^{(l)}", "h⁽ˡ⁾"),
        (r"e^{i\pi}+1=0", "e^(iπ) + 1 = 0"),
        (r"{a+b}^2", "(a + b)²"),
        (r"\sqrt{x}^2", "(√x)²"),
        (r"90^{\circ}C", "90°C"),
        (r"\underbrace{x+y}_{n}", "(x + y)ₙ"),
        (r"x'_1 + x''", "x′₁ + x″"),
        (r"\tanh'(x)", "tanh′(x)"),
        # roots, accents, letters
        (r"\sqrt[3]{x}", "∛x"),
        (r"\sqrt[n]{x+1}", "ⁿ√(x + 1)"),
        (r"\hat y_i", "ŷᵢ"),
        (r"\overline{ab}", "overline(ab)"),
        (r"x\in\mathbb{R}^{n\times m}", "x ∈ ℝ^(n × m)"),
        (r"\mathcal{L}", "ℒ"),
        (r"f:\mathbb{R}\to\mathbb{R}", "f: ℝ → ℝ"),
        # signs, bars, names
        (r"-\sum_i p_i\log p_i", "−Σᵢ pᵢ log pᵢ"),
        (r"|x|-|-3|", "|x| − |−3|"),
        (r"\|x\|_2^2", "‖x‖₂²"),
        (r"\left.\frac{df}{dx}\right|_{x=0}", "df/dx|ₓ₌₀"),
        (r"p(y\mid x)", "p(y | x)"),
        (r"\operatorname*{argmax}_x f(x)", "arg maxₓ f(x)"),
        (r"x\operatorname{erf}x", "x erf x"),
        (r"\int_0^1 f(x) dx", "∫₀¹ f(x) dx"),
        (r"a \not= b", "a ≠ b"),
        (r"\{-1, 1\}", "{−1, 1}"),
        (r"1{,}5\%", "1,5%"),
        (r"4.73 \times 10^{-4}", "4.73×10⁻⁴"),
        (r"n \times 2", "n × 2"),
        # layouts
        (r"\begin{bmatrix}a&b\\c&d\end{bmatrix}", "[a, b; c, d]"),
        (r"\begin{cases}1&\text{otherwise}\end{cases}", "{ 1, otherwise }"),
        (r"\begin{aligned}a&=b\\&=c\end{aligned}", "a = b; = c"),
        (r"\text{损失} = L", "损失 = L"),
        # unknown commands keep their names, halves stay readable
        (r"\foo{a}{b}+1", "foo(a)(b) + 1"),
        (r"\foo bar", "foo bar"),
        (r"\frac{a", "a/"),
        ("x^", "x"),
        ("a}", "a}"),
    ],
)
def test_formula(source: str, text: str) -> None:
    assert formula(source) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("当 $x \\to \\infty$ 时", "当 x → ∞ 时"),
        ("$\\alpha$是小正数", "α是小正数"),
        ("a\n\n$$\nx^2\n$$\nb", "a\n\nx²\nb"),
        (r"\(x^2\) and \[ y_1 \]", "x² and y₁"),
        ("\\[\n0, 1\n\\]", "0, 1"),
        ("\\begin{align}\na&=b\\\\\nc&=d\n\\end{align}", "a = b\nc = d"),
        ("$`x^2`$", "x²"),
        ("$ \\alpha $", "α"),
        # what is no formula stays
        ("costs $5 and $10, or $x$", "costs $5 and $10, or x"),
        ("US$5-$10", "US$5-$10"),
        ("between $5 and 10$", "between $5 and 10$"),
        (r"\[0, ∞) and \[0, 1\]", r"\[0, ∞) and \[0, 1\]"),
        (r"\\(y\\) and \$5", r"\\(y\\) and \$5"),
        ("`$HOME` and `$PATH` $a$", "`$HOME` and `$PATH` a"),
        ("```\n$x$\n\n$y$\n```\n$z$", "```\n$x$\n\n$y$\n```\nz"),
        ("$x\n\ny$", "$x\n\ny$"),
        ("an `unclosed and $x$", "an `unclosed and x"),
    ],
)
def test_formulas_in_a_text(text: str, shown: str) -> None:
    assert readable(text) == shown


def test_a_formula_nobody_wrote_stays_as_it_is() -> None:
    source = r"\frac{" * LONGEST
    assert formula(source) == source
    assert readable(f"${source}$") == f"${source}$"


@pytest.mark.parametrize(
    "part",
    [
        "{",
        r"\frac{",
        r"\frac",
        r"\hat",
        "^",
        "x^",
        "x^{",
        r"\begin{cases}",
        r"\left(",
        r"\sqrt[",
        r"\text{",
        "x^-",
        "&",
    ],
)
def test_depth_has_an_end(part: str) -> None:
    source = (part * LONGEST)[: LONGEST - 1]
    assert isinstance(formula(source), str)


@pytest.mark.parametrize("part", ["$", "$$ ", r"\(", r"\[", "`", "` `` ", r"\begin{align}", "$x ", "$x$", "\n$", "> "])
def test_a_million_characters_are_no_more_than_a_million(part: str) -> None:
    """Quadratic work would take hours here."""
    text = part * (1_000_000 // len(part))
    assert len(readable(text)) <= len(text)


SIGNS = [*"\\{}$^_&'()[]|,;:/+-*=<>~`%# \n", "\n\n", "\\\\"]
NAMES = (
    "frac", "sqrt", "text", "left", "right", "hat", "not", "sum", "max", "alpha", "mathbb", "mathrm", "tag", "foo",
    "begin{cases}", "end{cases}",
)  # fmt: skip
COMMANDS = [f"\\{name}" for name in NAMES]
SOURCES = st.lists(st.sampled_from([*SIGNS, *COMMANDS, "x", "ab", "12", "函数", "dx"]), max_size=40).map("".join)


@given(SOURCES | st.text())
def test_any_text_becomes_text(source: str) -> None:
    assert isinstance(formula(source), str)
    assert isinstance(readable(source), str)


@given(SOURCES)
def test_no_letter_of_a_formula_is_lost(source: str) -> None:
    """Chinese has no raised form and belongs to no command, so it can be counted."""
    assert formula(source).count("函") == source.count("函")


@given(st.text(alphabet="abc 12函数,.`\n()[]{}"))
def test_a_text_without_formulas_stays(text: str) -> None:
    assert readable(text) == text


@given(SOURCES)
def test_what_is_readable_holds_no_command_of_a_formula(source: str) -> None:
    text = formula(source)
    assert not re.search(r"\\(frac|alpha|sum|sqrt|begin|left)(?![A-Za-z])", text) or "\\\\" in source
