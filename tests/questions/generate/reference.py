"""The functions once more, from their textbook formulas in mpmath: nothing of the core is used to judge it."""

import re
from functools import cache

import mpmath as mp

from tutor.activations import ACTIVATIONS

mp.mp.dps = 50
TOUCH = mp.mpf(10) ** -25  # a bound so near is reached
H = mp.mpf(10) ** -13  # central differences are exact to 1e-26, their rounding stays below 1e-30


def sigma(x):
    return 1 / (1 + mp.exp(-x))


def normal(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def softplus(x):
    return mp.log1p(mp.exp(x)) if x < 60 else x + mp.exp(-x)


L, A = mp.mpf("1.0507009873554805"), mp.mpf("1.6732632423543772")
FUNCTIONS = {
    "identity": lambda x: x,
    "sigmoid": sigma,
    "tanh": mp.tanh,
    "softplus": lambda x, beta=1: softplus(beta * x) / beta,
    "log_sigmoid": lambda x: -softplus(-x),
    "lecun_tanh": lambda x: mp.mpf("1.7159") * mp.tanh(2 * x / 3),
    "tanhshrink": lambda x: x - mp.tanh(x),
    "softsign": lambda x: x / (1 + abs(x)),
    "erf": mp.erf,
    "dyt": lambda x, alpha=0.5: mp.tanh(alpha * x),
    "relu": lambda x: max(x, mp.mpf(0)),
    "leaky_relu": lambda x, alpha=0.01: x if x > 0 else alpha * x,
    "prelu": lambda x, alpha=0.25: x if x > 0 else alpha * x,
    "squared_relu": lambda x: max(x, mp.mpf(0)) ** 2,
    "star_relu": lambda x, s=0.8944, b=-0.4472: s * max(x, mp.mpf(0)) ** 2 + b,
    "apl": lambda x, a=-0.2, b=1: max(x, mp.mpf(0)) + a * max(b - x, mp.mpf(0)),
    "elu": lambda x, alpha=1: x if x > 0 else alpha * mp.expm1(x),
    "selu": lambda x: L * x if x > 0 else L * A * mp.expm1(x),
    "celu": lambda x, alpha=1: x if x > 0 else alpha * mp.expm1(x / alpha),
    "xielu": lambda x, alpha_p=0.8, alpha_n=0.8: (
        alpha_p * x * x + x / 2 if x > 0 else alpha_n * (mp.expm1(x) - x) + x / 2
    ),
    "silu": lambda x, beta=1: x * sigma(beta * x),
    "gelu": lambda x: x * normal(x),
    "gelu_tanh": lambda x: x / 2 * (1 + mp.tanh(mp.sqrt(2 / mp.pi) * (x + mp.mpf("0.044715") * x**3))),
    "quick_gelu": lambda x: x * sigma(mp.mpf("1.702") * x),
    "mish": lambda x: x * mp.tanh(softplus(x)),
    "acon_c": lambda x, p1=1, p2=0.25, beta=1: (p1 - p2) * x * sigma(beta * (p1 - p2) * x) + p2 * x,
    "hard_sigmoid": lambda x: min(max((x + 3) / 6, mp.mpf(0)), mp.mpf(1)),
    "hard_tanh": lambda x: min(max(x, mp.mpf(-1)), mp.mpf(1)),
    "relu6": lambda x: min(max(x, mp.mpf(0)), mp.mpf(6)),
    "hard_swish": lambda x: x * min(max((x + 3) / 6, mp.mpf(0)), mp.mpf(1)),
    "sine": lambda x, omega=1: mp.sin(omega * x),
    "snake": lambda x, a=1: x + mp.sin(a * x) ** 2 / a,
}
GREEK = {"α": "alpha", "β": "beta", "ω": "omega", "₁": "1", "₂": "2"}
SUPER = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
TITLES = sorted(((one.title.en.partition(" (")[0], one.name) for one in ACTIVATIONS), key=lambda pair: -len(pair[0]))
SYMBOLS = sorted(((one.symbol, one.name) for one in ACTIVATIONS), key=lambda pair: -len(pair[0]))


def number(text):
    """Read a number as the program shows it."""
    text = text.strip().replace("−", "-").replace("∞", "inf")
    mantissa, _, power = text.partition("×10")
    return mp.mpf(mantissa) * mp.mpf(10) ** int(power.translate(SUPER) or 0)


def parameters(text):
    """Read `α = 2, b = 1`."""
    pairs = re.findall(r"([α-ωa-z]\w*) = ([−\d.]+)", text)
    return tuple(("".join(GREEK.get(char, char) for char in name), number(value)) for name, value in pairs)


class Function:
    """a·g(bx + c) by formula, with its slope from differences."""

    def __init__(self, name, given=(), a=1, b=1, c=0):
        self.key = (name, given, a, b, c)
        self.name, self.given, (self.a, self.b, self.c) = name, dict(given), (a, b, c)

    def __call__(self, x):
        return self.a * FUNCTIONS[self.name](self.b * mp.mpf(x) + self.c, **self.given)

    def slope(self, x, h=H):
        return (self(mp.mpf(x) + h) - self(mp.mpf(x) - h)) / (2 * h)

    def side(self, x, way):
        return (self(x + 2 * way * H) - self(x + way * H)) / (way * H)

    def __eq__(self, other):
        return self.key == other.key

    def __hash__(self):
        return hash(self.key)


def named(text):
    """Read `ELU (α = 2)` or `GELU, sigmoid form, f(x) = …` at the start of a text."""
    title, name = next(pair for pair in TITLES if text.startswith(pair[0]))
    inside = re.match(r" \(([^)]*)\)", text[len(title) :])
    return Function(name, parameters(inside[1]) if inside else ())


def scaled(text):
    """Read `f(x) = 3·ELU(2x − 1) (α = 1)`."""
    body = text.removeprefix("f(x) = ")
    factor = re.match(r"([\d.]+)·", body)
    body = body[factor.end() :] if factor else body
    symbol, name = next(pair for pair in SYMBOLS if body.startswith(pair[0] + "("))
    inside = re.match(r"\(([\d.]*)x(?: ([+−]) ([\d.]+))?\)(?: \(([^)]*)\))?", body[len(symbol) :])
    scale, sign, shift, given = inside.groups()
    c = number(("−" if sign == "−" else "") + shift) if shift else mp.mpf(0)
    return Function(name, parameters(given or ""), number(factor[1]) if factor else mp.mpf(1), number(scale or "1"), c)


@cache
def extremes(f, of_slope):
    """Return (infimum, taken, supremum, taken), from a grid, golden sections and the far ends."""
    height = f.slope if of_slope else f
    xs = [mp.mpf(place) / 8 + mp.mpf("1e-6") * of_slope for place in range(-52, 53)]
    low, low_taken = _lowest(height, xs, 1)
    high, high_taken = _lowest(height, xs, -1)
    return low, low_taken, high, high_taken


def _lowest(height, xs, sign):
    values = [sign * height(x) for x in xs]
    best = min(range(len(xs)), key=values.__getitem__)
    inner = values[best]
    if 0 < best < len(xs) - 1:
        inner = min(inner, sign * height(_golden(lambda x: sign * height(x), xs[best - 1], xs[best + 1])))
    far = min(sign * height(mp.mpf(end)) for end in (-1e6, 1e6))
    if far < -1e3:
        return -sign * mp.inf, False
    return (sign * inner, True) if inner <= far + TOUCH else (sign * far, False)


def _golden(height, low, high):
    ratio = (mp.sqrt(5) - 1) / 2
    for _ in range(70):
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, b) if height(a) < height(b) else (a, high)
    return (low + high) / 2


@cache
def bottom(f):
    """Return where f is smallest, by golden section around the best point of a grid."""
    xs = [mp.mpf(place) / 8 for place in range(-96, 97)]
    best = min(xs, key=f)
    return _golden(f, best - mp.mpf(1) / 8, best + mp.mpf(1) / 8)


@cache
def mean(f, spread):
    """Return E f(sz) for z ~ N(0, 1)."""
    inner = {mp.mpf(place) / spread for place in range(-6, 7)}
    edges = sorted({mp.mpf(-11), mp.mpf(11), *(place for place in inner if abs(place) < 11)})
    with mp.workdps(15):
        return mp.quad(lambda z: f(spread * z) * mp.npdf(z), edges)
