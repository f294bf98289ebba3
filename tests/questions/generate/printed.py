"""Formulas as they are printed, read once more: `λα(eˣ − 1)`, `1 (x > 0), 0 (x < 0)`, `σ(y), y = βx`; in mpmath."""

import re
from inspect import signature

import mpmath as mp

from tests.questions.generate.reference import FUNCTIONS, normal, sigma, softplus

TOKEN = re.compile(
    r"softplus|tanh|sin|cos|ln|max|min|sign|α_p|α_n|p₁|p₂|σ′|y′|y″|√|\d+(?:\.\d+)?|e⁻ˣ|eˣ|e\^|[a-zα-ωΦ]|\S"
)
STEP = mp.mpf(10) ** -10
CALLS = {"tanh": mp.tanh, "sin": mp.sin, "cos": mp.cos, "ln": mp.log, "softplus": softplus, "max": max, "min": min}
CALLS |= {"sign": mp.sign, "σ": sigma, "Φ": normal, "φ": mp.npdf, "σ′": lambda x: sigma(x) * sigma(-x)}
LETTERS = {"α": "alpha", "β": "beta", "ω": "omega", "α_p": "alpha_p", "α_n": "alpha_n", "p₁": "p1", "p₂": "p2"}
SELU = {"λ": mp.mpf("1.0507009873554805"), "α": mp.mpf("1.6732632423543772")}
POWERS = {"²": 2, "³": 3}


def slope_of(f):
    return lambda x: (f(x + STEP) - f(x - STEP)) / (2 * STEP)


def defaults(function):
    """Return the usual parameters of a function by their printed names."""
    if function == "selu":
        return SELU
    known = {} if function == "step" else signature(FUNCTIONS[function]).parameters
    given = {name: mp.mpf(one.default) for name, one in known.items() if one.default is not one.empty}
    return {letter: given[name] for letter, name in {**{n: n for n in given}, **LETTERS}.items() if name in given}


def read(text, values):
    """Return a right side as a function of x."""
    if "∫" in text:
        return mp.erf
    body, *where = re.split(r", (?=\w = )", text)
    scope = dict(values)
    for definition in reversed(where):
        name, _, side = definition.partition(" = ")
        inner = _at(side, dict(scope))
        scope |= {name: inner, f"{name}′": slope_of(inner), f"{name}″": slope_of(slope_of(inner))}
    return _cases(body, scope)


def _cases(text, scope):
    pieces = re.findall(r"(.+?) \(((?:\|x\||x|0 <)[^()]*[<>≤≥≠][^()]*)\)(?:, |$)", text)
    if not pieces:
        return _at(text, scope)

    def value(x):
        found = (piece for piece, told in pieces if any(holds(one, x, scope) for one in told.split(", ")))
        return _at(next(found), scope)(x)

    return value


def holds(condition, x, scope):
    """Say whether `0 < x < 6` or `|x| ≥ 3` is true."""
    parts = re.split(r" (<|>|≤|≥|≠) ", condition)
    sides = [_at(part, scope)(x) for part in parts[::2]]
    tests = {
        "<": lambda a, b: a < b,
        ">": lambda a, b: a > b,
        "≤": lambda a, b: a <= b,
        "≥": lambda a, b: a >= b,
        "≠": lambda a, b: a != b,
    }
    return all(tests[sign](a, b) for sign, a, b in zip(parts[1::2], sides, sides[1:], strict=False))


def _at(text, scope):
    return lambda x: Reader(text, {**scope, "x": x}).whole()


class Reader:
    """A sum of products of factors; factors beside each other are multiplied."""

    def __init__(self, text, scope):
        self.left, self.scope = TOKEN.findall(text), scope

    def whole(self):
        found = self.sum()
        assert not self.left, self.left
        return found

    def take(self, *wanted):
        return self.left.pop(0) if self.left and self.left[0] in wanted else None

    def sum(self):
        total = -self.product() if self.take("−") else self.product()
        while sign := self.take("+", "−"):
            total += self.product() if sign == "+" else -self.product()
        return total

    def product(self):
        total = self.factor()
        while self.left and self.left[0] not in (")", "]", "+", "−", ",", "|", "<", ">", "≤", "≥", "≠"):
            total = total / self.factor() if self.take("/") else (self.take("·"), total * self.factor())[1]
        return total

    def factor(self):
        found = self.atom()
        while power := self.take(*POWERS):
            found **= POWERS[power]
        return found

    def atom(self):
        token = self.left.pop(0)
        if token in ("(", "|"):
            found = self.sum()
            assert self.left.pop(0) == {"(": ")", "|": "|"}[token]
            return abs(found) if token == "|" else found
        if token == "√":
            return mp.sqrt(self.factor())
        if token in ("eˣ", "e⁻ˣ", "e^"):
            return mp.exp({"eˣ": self.scope["x"], "e⁻ˣ": -self.scope["x"]}[token] if token != "e^" else self.atom())
        if token in CALLS:
            return self.call(token)
        if token == "½":
            return mp.mpf(1) / 2
        if token[0].isdigit():
            return self.indicator() if self.take("[") else mp.mpf(token)
        found = +mp.pi if token == "π" else self.scope[token]
        return found(self.scope["x"]) if callable(found) else found

    def call(self, name):
        power = self.take(*POWERS)
        if self.left[0] != "(":
            return CALLS[name](self.factor())
        self.left.pop(0)
        given = [self.sum()]
        while self.take(","):
            given.append(self.sum())
        assert self.left.pop(0) == ")"
        return CALLS[name](*given) ** (POWERS[power] if power else 1)

    def indicator(self):
        left, sign, right = self.sum(), self.left.pop(0), self.sum()
        assert self.left.pop(0) == "]"
        return mp.mpf(left < right if sign == "<" else left > right)
