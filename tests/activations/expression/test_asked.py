"""The questions a teacher asks, with values from the fact tables of the course."""

import re
from math import inf, pi, sqrt

import pytest

from tutor.activations.expression import ExpressionError, calculate

TRUE = """
max(sigmoid') == 1/4                 argmax(sigmoid') == 0
max(sigmoid) == 1                    min(sigmoid) == 0
argmax(sigmoid) == inf               argmin(sigmoid) == -inf
max(tanh') == 1                      range(tanh) == [-1, 1]
min(relu) == 0                       max(relu) == inf
min(silu) ≈ -0.278465                argmin(silu) ≈ -1.278465
max(silu') ≈ 1.099839                argmax(silu') ≈ 2.399357
min(silu') ≈ -0.099839               min(gelu) ≈ -0.169971
argmin(gelu) ≈ -0.751792             max(gelu') ≈ 1.128904
argmax(gelu') == sqrt(2)             argmin(gelu') == -sqrt(2)
argmax(gelu'') == 0                  max(gelu'') == sqrt(2/pi)
range(elu) == [-1, inf]              min(elu(x, α=2)) == -2
max(elu') == 1                       range(leaky_relu') == [0.01, 1]
limit(silu, -inf) == 0               limit(x*sigmoid(x), -inf) == 0
limit(softplus(x) - x, inf) == 0     limit(relu'(x), inf) == 1
limit(gelu(x)/x, 0) == 0.5           limit(tanh(x)/x, 0) == 1
E(relu) ≈ 0.398942                   E(relu^2) == 1/2
Var(relu) ≈ 0.340845                 gain(relu) == sqrt(2)
E(sigmoid) == 1/2                    E(sigmoid^2) ≈ 0.293379
E(sigmoid'^2) ≈ 0.044836             gain(sigmoid) ≈ 1.846229
1/sqrt(Var(sigmoid)) ≈ 4.801313      E(tanh) == 0
E(tanh^2) ≈ 0.394294                 E(tanh'^2) ≈ 0.464403
gain(tanh) ≈ 1.592537                E(leaky_relu) ≈ 0.394953
gain(leaky_relu(x, 0.2)) ≈ 1.386750  E(elu) ≈ 0.160521
E(elu^2) ≈ 0.644945                  E(elu'^2) ≈ 0.668102
gain(elu) ≈ 1.245198                 E(silu) ≈ 0.206621
E(silu^2) ≈ 0.355776                 E(silu'^2) ≈ 0.379482
gain(silu) ≈ 1.676532                E(gelu) == 1/(2*sqrt(pi))
E(gelu^2) ≈ 0.425221                 E(gelu'^2) ≈ 0.455851
gain(gelu) ≈ 1.533530                E(softplus) ≈ 0.806059
E(softplus^2) ≈ 0.921246             gain(softplus) ≈ 1.041867
root(tanh' - sigmoid', 0.5, 3) ≈ 1.662886
root(x^2 - 2, 0, 2) == sqrt(2)       root(silu', -3, 0) == argmin(silu)
chi1(tanh, 2) ≈ 1.362673             chi1(tanh, 2)^25 ≈ 2289.781075
χ₁(relu, sqrt(2)) == 1  chi1(x, 0.5, 0.3) == 0.25
chi1(sigmoid, 10.149264) ≈ 1.00000
gelu(1) + gelu(-1) ≈ 0.682689        Phi(argmin(gelu)) ≈ 0.226088
Phi(argmin(silu)) ≈ 0.100543         max(abs(silu(x, β=10) - relu(x))) ≈ 0.027846
max(abs(x*sigmoid(1.702*x) - gelu(x))) ≈ 0.0203349
abs(argmax(abs(x*sigmoid(1.702*x) - gelu(x)))) ≈ 2.27040
((sigmoid(x) - 1)^2)''(-2) ≈ -0.118814
softmax([1.5, 0])[0] == sigmoid(1.5)
softmax([1, 2, 3])[2] ≈ 0.665241     softmax([1, 2, 3], T=2)[2] ≈ 0.506480
softmax([1, 2, 3], 2) == softmax([0.5, 1, 1.5])
sum(softmax([1, 2, 3])) == 1         logsumexp([1000, 1001]) ≈ 1001.313262
log_softmax([1, 2, 3]) == log(softmax([1, 2, 3]))
prod([1, 2, 3, 4]) == 24             sum([1, 2], 3) == 6
argmax([1, 5, 2]) == 1               argmin([1, 5, 0]) == 2
max([1, 5, 2]) == 5                  range([1, 5, 2]) == [1, 5]
min(1/x) == -inf                     argmin(1/x) == 0
range(1/(x-0.3)) == [-inf, inf]      max(1/(x-0.1234)^2) == inf
max(1000*sigmoid'(1000*x)) == 250    limit(exp(x) - x, inf) == inf
jacobian(softmax, [1, 2, 3])[0, 1] ≈ -0.022033
jacobian(softmax, [1, 2, 3], T=2)[0] == jacobian(softmax, [0.5, 1, 1.5])[0]/2
sparsemax([0.5, 1, 0.1]) == [0.25, 0.75, 0]
swiglu([1, 0.5]) == [silu(0.5)]      sum(jacobian(softmax, [1, 2, 3])[1]) == 0
mish'(0) ≈ 0.600000                  min(selu) ≈ -1.758099
max(selu') ≈ 1.758099                range(hard_swish') == [-0.5, 1.5]
range(mish) ≈ [-0.308843, inf]       argmin(mish) ≈ -1.192431
range(mish') ≈ [-0.112526, 1.088498]
argmax(mish') ≈ 1.490571             argmin(mish') ≈ -2.256376
min(hard_swish) == -0.375            argmin(hard_swish) == -1.5
max(abs(gelu_tanh - gelu)) ≈ 4.73236e-4
abs(argmax(abs(gelu_tanh - gelu))) ≈ 2.69894
acon_c(-2, 1, 0.25, 1e6) == -0.5     acon_c(-2, 1, 0.25, 0) == -1.25
"""
CLAIMS = [claim.strip() for line in TRUE.strip().splitlines() for claim in re.split("  +", line) if claim.strip()]


@pytest.mark.parametrize("claim", CLAIMS)
def test_claim_holds(claim):
    left = claim.split("==")[0].split("≈")[0]
    assert calculate(claim) is True, calculate(left)


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("argmin(relu)", "expression.not_one_place"),
        ("argmax(relu')", "expression.not_one_place"),
        ("limit(step, 0)", "expression.no_limit"),
        ("limit(relu)", "expression.following_exactly"),
        ("root(relu, 1)", "expression.following_exactly"),
        ("chi1(relu)", "expression.following"),
        ("argmax(relu, 1)", "expression.following_none"),
        ("root(x^2 + 1, -1, 1)", "expression.no_root"),
        ("root(x, 2, 1)", "expression.interval"),
        ("E(exp(x^2))", "expression.no_mean"),
        ("E(1/x)", "expression.no_mean"),
        ("E", "expression.needs_arguments"),
        ("E()", "expression.needs_arguments"),
        ("E(relu, 2)", "expression.following_none"),
        ("chi1(x, 2, 1)", "expression.no_fixed_point"),
        ("softmax(2)", "expression.needs_vector"),
        ("softmax(x)", "expression.not_a_number"),
        ("softmax([1, 2], t=2)", "activation.unknown_parameter"),
        ("swiglu([1, 2, 3])", "activation.odd_length"),
        ("jacobian(relu, [1, 2])", "expression.no_vector_function"),
        ("jacobian(softmax)", "expression.needs_arguments"),
        ("softmax'([1, 2])", "expression.vector_function"),
        ("limit(x*sine(x), inf)", "expression.no_limit"),
        ("softmax([[1, 2], [3, 4]])", "expression.needs_vector"),
        ("E([1, 2])", "expression.not_a_function"),
        ("max(sqrt(-1-x^2))", "expression.no_values"),
    ],
)
def test_a_question_without_answer_is_refused(source, key):
    with pytest.raises(ExpressionError) as caught:
        calculate(source)
    assert caught.value.key == key
    assert caught.value.show("zh")
    assert caught.value.show("en")


def test_a_question_about_a_constant_is_answered():
    assert calculate("E(3)") == pytest.approx(3)
    assert calculate("limit(3, inf)") == 3


def test_questions_see_names_but_not_a_value_of_x():
    assert calculate("E(a*relu(x)) + x", {"a": 2, "x": 10}) == pytest.approx(10 + sqrt(2 / pi))


def test_questions_can_be_nested():
    assert calculate("max(silu - min(silu))") == inf
    assert calculate("limit(elu(x, α=max(2, 3)), -inf)") == -3
