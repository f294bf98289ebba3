"""Which options are right where curves, formulas or parameters are asked: decided from what is shown, by mpmath."""

import re

import mpmath as mp

from tests.questions.generate.printed import STEP, defaults, read, slope_of
from tests.questions.generate.reference import FUNCTIONS, TITLES, named, number

COUNT = 14
USUAL = (-3, 3)
ROUNDED = "1e-4"  # formulas and parameters are printed with few digits


def ask_of(card):
    return "".join(card.ask.en)


def text_of(option):
    return "".join(option.wording.en)


def curve(expression):
    """Read `-gelu′(-x)` or `leaky_relu(x, alpha=0.2)` as a function of x."""
    sign, name, primes, mirror, given = re.fullmatch(
        r"(-?)(\w+)(′*|″)\((-?)x((?:, \w+=[-\d.e]+)*)\)", expression
    ).groups()
    values = {key: mp.mpf(value) for key, value in re.findall(r"(\w+)=([-\d.e]+)", given)}
    order = 2 * primes.count("″") + primes.count("′")
    one = lambda x: plain(name, values, order, -x if mirror else x)  # noqa: E731
    return lambda x: -one(x) if sign else one(x)


def plain(name, values, order, x):
    if name == "step":
        return mp.mpf(x > 0)
    if order:
        return (plain(name, values, order - 1, x + STEP) - plain(name, values, order - 1, x - STEP)) / (2 * STEP)
    return FUNCTIONS[name](x, **values)


def titled(text):
    """Read a name with or without parameters."""
    if text.startswith("Step"):
        return lambda x: mp.mpf(x > 0)
    return named(text)


def places(span):
    """Return places across a range, off every kink."""
    low, high = map(mp.mpf, span)
    return [low + (high - low) * (place + mp.mpf("0.513")) / COUNT for place in range(COUNT)]


def same(one, other, close="1e-6", span=USUAL):
    return all(abs(one(x) - other(x)) <= mp.mpf(close) * (1 + abs(other(x))) for x in places(span))


def name_of_a_curve(card):
    shown = curve(card.plot.curves[0])
    return [same(titled(text_of(option)), shown, span=card.plot.range) for option in card.body.options]


def curve_of_a_function(card):
    name = re.search(r"(?:Which curve is|find) (.*)[?.]$", ask_of(card))[1]
    return [same(curve(option.curve), titled(name), span=card.plot.range) for option in card.body.options]


def derivative_of_a_curve(card):
    slope = slope_of(curve(card.plot.curves[0]))
    return [same(curve(option.curve), slope, "1e-5", card.plot.range) for option in card.body.options]


def parameter_of_a_curve(card):
    name = re.search(r"This curve is (.*?): ", ask_of(card))[1]
    shown = curve(card.plot.curves[0])
    return [same(titled(_with(name, text_of(option))), shown, "1e-3", card.plot.range) for option in card.body.options]


def _with(name, given):
    return f"{name[:-1]}, {given})" if name.endswith(")") else f"{name} ({given})"


def effect_of_a_parameter(card):
    name, parameter, before, after = re.fullmatch(
        r"(.*?): .* When (\w+) goes from (\S+) to (\S+), how does the curve move\?", ask_of(card)
    ).groups()
    was, becomes = (titled(_with(name, f"{parameter} = {value}")) for value in (before, after))
    return [all(_moves(was(x), becomes(x), way) for way, x in _told(text_of(option))) for option in card.body.options]


def _told(text):
    both = re.fullmatch(r"(\w+) at both x = (\S+) and x = (\S+)", text)
    if both:
        return [(both[1], number(both[2])), (both[1], number(both[3]))]
    return [(way, number(x)) for way, x in re.findall(r"(\w+) at x = (−?[\d.]+)", text)]


def _moves(was, becomes, way):
    change = becomes - was
    return {"higher": change > 1e-3, "lower": change < -1e-3, "unchanged": abs(change) < 1e-9}[way]


def formula_of_a_function(card):
    name = re.search(r"(?:the formula of|defines) (.*)\?$", ask_of(card))[1]
    return [_read_as(text_of(option), "f(x) = ", titled(name)) for option in card.body.options]


def function_of_a_formula(card):
    text = re.search(r"f\(x\) = (.*?)(?:\. Which function is this| called)\?$", ask_of(card))[1]
    return [_fits(text, text_of(option), 0) for option in card.body.options]


def formula_of_the_derivative(card):
    name = re.match(r"f is (.*?): f\(x\) = ", ask_of(card))[1]
    return [_read_as(text_of(option), "f′(x) = ", slope_of(titled(name))) for option in card.body.options]


def function_of_a_derivative(card):
    text = re.search(r"f′\(x\) = (.*)\. Which function can f be\?$", ask_of(card))[1]
    return [_fits(text, text_of(option), 1) for option in card.body.options]


def _read_as(text, start, f):
    """Say whether a formula, with the usual parameters of some function or none, is `f`."""
    side = text.removeprefix(start)
    return any(_is(side, values, f) for values in SETTINGS)


def _fits(side, name, order):
    """Say whether a formula is what a function, or its slope, is at its usual parameters."""
    function = next(known for title, known in TITLES if name == title)
    f = titled(name)
    return _is(side, defaults(function), slope_of(f) if order else f)


def _is(side, values, f):
    try:
        return same(read(side, values), f, ROUNDED)
    except KeyError:  # a letter that this function does not have
        return False


SETTINGS = list({tuple(sorted(one.items())): one for one in ({}, *map(defaults, ("step", *FUNCTIONS)))}.values())
RIGHT = {
    "name-of-a-curve": name_of_a_curve,
    "curve-of-a-function": curve_of_a_function,
    "derivative-of-a-curve": derivative_of_a_curve,
    "formula-of-a-function": formula_of_a_function,
    "function-of-a-formula": function_of_a_formula,
    "formula-of-the-derivative": formula_of_the_derivative,
    "function-of-a-derivative": function_of_a_derivative,
    "parameter-of-a-curve": parameter_of_a_curve,
    "effect-of-a-parameter": effect_of_a_parameter,
}


def fault(card):
    """Return what is wrong with a card as the oracle sees it, "" when nothing is."""
    right = RIGHT[card.id.removeprefix("~").partition(".")[0]](card)
    flagged = [option.right for option in card.body.options]
    texts = [text_of(option) for option in card.body.options]
    return "" if sum(right) == 1 and list(map(bool, right)) == flagged else f"{ask_of(card)} {texts}: {right}"
