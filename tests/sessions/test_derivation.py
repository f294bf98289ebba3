"""The next line of a derivation: who can be asked for it, and what an attempt comes to."""

import pytest

from tutor.sessions.derivation import attempted, left_side
from tutor.syllabus.model import DeriveLine

LINE = DeriveLine("σ′(x) = e⁻ˣ / (1 + e⁻ˣ)²", None, "sigmoid′(x) == exp(-x)/(1+exp(-x))^2")


@pytest.mark.parametrize(
    ("show", "check", "left"),
    [
        ("σ′(x) = e⁻ˣ / (1 + e⁻ˣ)²", "sigmoid′(x) == exp(-x)/(1+exp(-x))^2", "σ′(x)"),
        ("tanh′(x) = (1 + tanh x)·(1 − tanh x)", "tanh′(x) == 1 - tanh(x)^2", "tanh′(x)"),
        ("σ(x) = 1/u,  u = 1 + e⁻ˣ", "", ""),
        ("dp/dx = p·(1 − p)", "sigmoid′(x) == sigmoid(x)*(1-sigmoid(x))", ""),
        ("σ(x) < 1", "sigmoid(3) < 1", ""),
        ("0 ≤ σ ≤ 1", "0 <= sigmoid(3) <= 1", ""),
    ],
)
def test_only_an_equation_in_x_can_be_asked_for(show, check, left):
    """A line without a proof, or with letters that cannot be typed, is only shown."""
    assert left_side(DeriveLine(show, None, check)) == left


@pytest.mark.parametrize(
    "text",
    [
        "exp(-x)/(1+exp(-x))^2",
        "sigmoid(x)*sigmoid(-x)",
        "σ(x)(1−σ(x))",
        "= σ(x)·σ(−x)",
        "σ′(x) = σ(x)·σ(−x)",
        "1/(2+exp(x)+exp(-x))",
    ],
)
def test_what_means_the_same_is_right(text):
    assert attempted(LINE, text).right


def test_products_may_be_written_as_on_paper():
    line = DeriveLine("tanh(x) = 2σ(2x) − 1", None, "tanh(x) == 2*sigmoid(2*x) - 1")
    assert attempted(line, "2/(1+exp(-2x)) - 1").right
    assert attempted(line, "2σ(2x)-1").right


def test_another_meaning_is_told_with_the_place():
    tried = attempted(LINE, "exp(-x)")
    assert not tried.right
    assert (tried.key, dict(tried.facts)) == ("lesson.attempt_differs", {"x": "0", "yours": "1", "right": "0.25"})


@pytest.mark.parametrize("text", ["sigmoid′(x)", "σ'(x)", " σ′( x )"])
def test_the_left_side_itself_is_true_but_no_step(text):
    assert attempted(LINE, text).key == "lesson.attempt_left"


@pytest.mark.parametrize("text", ["", "(", "what?", "p(1-p)", "x" * 500, "1 < 2"])
def test_what_cannot_be_read_is_a_hint(text):
    tried = attempted(LINE, text)
    assert not tried.right
    assert tried.key.startswith("question.")
