"""Random expressions of the language: each has a value or is refused with a place, whatever it mixes."""

from contextlib import suppress

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tutor.activations import ACTIVATIONS, VECTOR_FUNCTIONS
from tutor.activations.expression import ExpressionError, calculate, function_of, parse
from tutor.activations.expression.vocabulary import ELEMENTARY, FOLDS, MATRICES, QUESTIONS
from tutor.errors import UsageError

NUMBERS = st.sampled_from(
    ["0", "1", "2", "0.5", "1e-5", "1e300", "10", "inf", "pi", "e", "-1", "x", "a", "1e-320", "½", "1e300×10^400"]
)
FUNCTIONS = st.sampled_from([record.name for record in ACTIVATIONS] + sorted(ELEMENTARY.keys() - {"√"}))
VECTORS = st.sampled_from([record.name for record in VECTOR_FUNCTIONS])
ASKED = st.sampled_from(sorted({*FOLDS, *QUESTIONS, *MATRICES}))
SIGNS = st.sampled_from(["+", "-", "*", "/", "^", "==", "<", "<=", "≈", "!=", ">"])
PARAMETERS = st.sampled_from(["", ", α=0", ", β=1e300", ", 2", ", T=0.5", ", 1, 2"])


def _larger(inner):
    some = st.lists(inner, min_size=1, max_size=3).map(", ".join)
    return st.one_of(
        st.builds("{}{}{}".format, inner, SIGNS, inner),
        st.builds("{}{}({}{})".format, FUNCTIONS, st.sampled_from(["", "'", "''"]), inner, PARAMETERS),
        st.builds("({}){}({})".format, inner, st.sampled_from(["", "'", "''''"]), inner),
        st.builds("{}({})".format, ASKED, some),
        st.builds("{}({})".format, VECTORS, some),
        st.builds("[{}]{}".format, some, st.sampled_from(["", "[0]", "[0, 0]"])),
    )


@settings(max_examples=300, deadline=None)
@given(st.recursive(st.one_of(NUMBERS, FUNCTIONS), _larger, max_leaves=6))
@example("argmax(2, 1)")
@example("chi1(x, 1e300)")
@example("argmin(x^inf)")
@example("dd_sine(1)")
@example("sine''(1, 1e300)")
@example("1 ≈ 2×10^400")
@example("softmax([])")
def test_a_random_expression_has_a_value_or_is_refused(source):
    with suppress(ExpressionError):
        calculate(source, {"a": 2.0})
    with suppress(UsageError):
        function = function_of(parse(source), {"a": 2.0})
        assert function.value(np.linspace(-3, 3, 7)).shape == (7,)
