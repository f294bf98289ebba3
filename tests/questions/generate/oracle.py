"""Which options are right, decided from the English text of a question by mpmath and brute force."""

import re
from itertools import pairwise

import mpmath as mp
import numpy as np

from tests.questions.generate.reference import bottom, extremes, mean, named, number, scaled


def near(text, value, share=0.006):
    """Say whether a shown number is `value` to the three digits shown."""
    shown = number(text)
    if mp.isinf(shown) or mp.isinf(value):
        return shown == value
    return abs(shown - value) <= share * abs(value) + mp.mpf("1e-12")


def at_point(ask):
    """Return the number asked for: f or f′ at the point named."""
    f = named(ask)
    typed = re.search(r"what is (?:the slope )?f(′?)\(([^)]*)\)\?", ask, re.IGNORECASE)
    if typed:
        return f.slope(number(typed[2])) if typed[1] else f(number(typed[2]))
    x = number(re.search(r"(?:At x =|Feed it|passes x =) (−?[\d.]+)", ask)[1])
    return f.slope(x) if "slope" in ask or "gradient" in ask else f(x)


def numbers_near(value):
    return lambda ask, options: [near(text, value(ask)) for text in options]


def steepest(ask, options):
    x = number(re.search(r"(?:at x =|pre-activation is) (−?\d+(?:\.\d+)?)", ask)[1])
    slopes = [named(text).slope(x) for text in options]
    return [slope == max(slopes) and slope == max(map(abs, slopes)) for slope in slopes]


def interval(ask, options):
    low, low_taken, high, high_taken = extremes(named(ask), "slopes" in ask)
    return [_is(text, low, low_taken, high, high_taken) for text in options]


def _is(text, low, low_taken, high, high_taken):
    a, b = text[1:-1].split(", ")
    brackets = ("[" if low_taken else "(") + ("]" if high_taken else ")")
    return near(a, low) and near(b, high) and text[0] + text[-1] == brackets


def depth(ask):
    f = scaled(ask.partition(". ")[0])
    return f(bottom(f))


def lipschitz(ask):
    f = scaled(ask.partition(". ")[0])
    low, _, high, _ = extremes(named_inner(f), True)
    return f.a * f.b * max(abs(low), abs(high))


def named_inner(f):
    return type(f)(f.name, tuple(f.given.items()))


COURSES = {
    "they rise all the way": {(1,)},
    "they fall all the way": {(-1,)},
    "they stay the same": {(0,)},
    "they fall, then rise": {(-1, 1)},
    "they rise, then fall": {(1, -1)},
    "they rise in part and stay the same in part": {(0, 1), (1, 0), (0, 1, 0)},
}


def course(ask, options):
    f = named(ask)
    found = re.search(r"(?:goes from (\S+) to (\S+),)|\[(\S+), (\S+)\]", ask)
    low, high = (number(text) for text in found.groups() if text)
    values = [f(low + (high - low) * place / 120) for place in range(121)]
    signs = [int(mp.sign(after - before)) for before, after in pairwise(values)]
    runs = tuple(sign for place, sign in enumerate(signs) if not place or sign != signs[place - 1])
    return [runs in COURSES[text] for text in options]


def kinks(ask, options):
    f = scaled(ask.partition(". ")[0])
    told = [
        frozenset() if text == "nowhere" else frozenset(number(part[4:]) for part in text.split(" and "))
        for text in options
    ]
    everywhere = frozenset().union(*told)
    real = frozenset(x for x in everywhere if _breaks(f, x))
    return [places == real for places in told]


def _breaks(f, shown):
    """Say whether the slope jumps at the place that is shown with three digits."""
    around = [shown + mp.mpf(step) / 160 * max(abs(shown), 1) for step in (-3, -1, 1, 3)]
    slopes = [f.slope(x) for x in around]
    return abs(slopes[2] - slopes[1]) > 3 * (abs(slopes[1] - slopes[0]) + abs(slopes[3] - slopes[2])) + mp.mpf("1e-9")


def mean_output(ask):
    spread = re.search(r"times ([\d.]+)\.", ask)
    return mean(named(ask), number(spread[1]) if spread else mp.mpf(1))


def centred(ask, options):
    return [abs(mean(named(text), mp.mpf(1))) < mp.mpf("1e-7") for text in options]


def saturation(ask, options):
    f = scaled(ask.partition(". ")[0])
    side = -1 if "Going left" in ask else 1
    t = number(re.search(r"stay below ([\d.]+)\?", ask)[1])
    return [_flat(f, side, t, number(text)) for text in options]


def _flat(f, side, t, d):
    before = abs(f.slope(side * d * mp.mpf("0.992")))
    beyond = [abs(f.slope(side * d * (mp.mpf("1.008") + mp.mpf(step) / 20))) for step in (*range(40), 100, 400)]
    return before >= t and max(beyond) < t


def machine(formula, x, precision):
    """Run a formula as written in a small float."""
    code = formula.replace("−", "-").replace("·", "*").replace("log1p(", "LP(")
    code = re.sub(r"\|x\|", "abs(x)", code)
    code = re.sub(r"4\*σ\(2x\)\*σ\(-2x\)", "4*S(2*x)*S(-2*x)", code)
    code = code.replace("σ", "S").replace("tanh²(x)", "tanh(x)**2").replace("²", "**2").replace("e^(2x)", "exp(2*x)")
    code = re.sub(r"e\^(\([^()]*(?:\([^()]*\))?\))", r"exp\1", code)
    code = (
        code.replace("e^x", "exp(x)")
        .replace("ln(", "log(")
        .replace("max(0,", "maximum(0,")
        .replace("min(0,", "minimum(0,")
    )
    scope = {name: getattr(np, name) for name in ("exp", "log", "tanh", "maximum", "minimum")}
    scope |= {"LP": np.log1p, "S": lambda y: 1 / (1 + np.exp(-y)), "x": getattr(np, precision)(x), "abs": abs}
    with np.errstate(all="ignore"):
        return float(eval(code, {"__builtins__": {}}, scope))


CALLED = {"σ(x)": ("sigmoid", 0), "σ′(x)": ("sigmoid", 1), "tanh(x)": ("tanh", 0), "tanh′(x)": ("tanh", 1)}
CALLED |= {"softplus(x)": ("softplus", 0), "ln σ(x)": ("log_sigmoid", 0), "SiLU(x)": ("silu", 0)}


def truth(called, x):
    from tests.questions.generate.reference import FUNCTIONS

    name, order = CALLED[called]
    with mp.workdps(120):
        y = mp.mpf(x)
        if order:
            return mp.diff(FUNCTIONS[name], y, h=mp.mpf(10) ** -40)
        return FUNCTIONS[name](y)


def what_float_gives(ask, options):
    formula, _, x = re.search(r"float32, (.*) is used to compute (.*)\. What does it give at x = (\S+)\?", ask).groups()
    result = machine(formula, float(number(x)), "float32")
    return [np.isnan(result) if text == "NaN" else not np.isnan(result) and _same(text, result) for text in options]


def _same(text, result):
    shown = float(number(text))
    return shown == result or (np.isfinite(result) and abs(shown - result) <= 6e-3 * abs(result) and result != 0)


def surviving(ask, options):
    x, called = re.search(r"float32, x = (\S+)\. Which formula still gives a usable (.*)\?", ask).groups()
    right = float(truth(called, number(x)))
    results = [machine(text, float(number(x)), "float32") for text in options]
    return [bool(np.isfinite(one)) and abs(one - right) <= 0.05 * abs(right) for one in results]


def overflow(ask, options):
    precision, formula, result = re.search(r"In (float\d+), (.*) is used .* does it give (\S+)\?", ask).groups()
    low, high = 1.0, {"float16": 30.0, "float32": 300.0, "float64": 1000.0}[precision]
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if _gives(result, machine(formula, middle, precision)) else (middle, high)
    return [abs(float(number(text)) - high) <= 0.02 * high for text in options]


def _gives(result, value):
    return np.isnan(value) if result == "NaN" else value == float(number(result))


RIGHT = {
    "value-at-a-point": numbers_near(at_point),
    "slope-at-a-point": numbers_near(at_point),
    "larger-slope": steepest,
    "range": interval,
    "gradient-range": interval,
    "where-is-the-minimum": numbers_near(lambda ask: bottom(scaled(ask.partition(". ")[0]))),
    "minimum": numbers_near(depth),
    "largest-slope": numbers_near(lipschitz),
    "what-it-does-between": course,
    "where-not-differentiable": kinks,
    "mean-output": numbers_near(mean_output),
    "zero-centred": centred,
    "flat-from-where": saturation,
    "what-float32-gives": what_float_gives,
    "formula-that-survives": surviving,
    "where-it-overflows": overflow,
}
EXPECTED = {
    "compute-the-value": at_point,
    "compute-the-slope": at_point,
    "compute-the-largest-slope": lipschitz,
}


def fault(card):
    """Return what is wrong with a generated card as the oracle sees it, "" when nothing is."""
    from tutor.questions.showing import rebuild

    family = card.id.removeprefix("~").partition(".")[0]
    values = {draw.name: draw.candidates[0] for draw in card.draws}
    showing = rebuild(card, values, ())
    if family in EXPECTED:
        want = EXPECTED[family](showing.ask.en)
        same = abs(want - showing.expected) <= mp.mpf("1e-8") * max(1, abs(want))
        return "" if same else f"{showing.ask.en}: {showing.expected}, not {mp.nstr(want, 8)}"
    texts = [option.text.en for option in showing.options]
    right = RIGHT[family](showing.ask.en, texts)
    flagged = [option.right for option in showing.options]
    return (
        ""
        if sum(right) == 1 and list(map(bool, right)) == flagged
        else f"{showing.ask.en} {texts}: {right} for {flagged}"
    )
