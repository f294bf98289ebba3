"""Random formulas, random algebra that keeps their meaning, random changes that do not, and an oracle with 100 digits.

A formula is a tree of tuples: ("x",), ("c", "0.5"), ("+", a, b), ("^", a, 2), ("f", "tanh", a), ("max", a, b).
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

import mpmath as mp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

Tree = tuple[Any, ...]
X: Tree = ("x",)
ONE, TWO, ZERO = ("c", "1"), ("c", "2"), ("c", "0")
FUNCTIONS = ("sigmoid", "tanh", "relu", "softplus", "exp", "softsign", "abs")
LIKE_A_CARD: tuple[Tree, ...] = (
    ("*", ("f", "sigmoid", X), ("-", ONE, ("f", "sigmoid", X))),
    ("-", ("*", TWO, ("f", "sigmoid", ("*", TWO, X))), ONE),
    ("-", ONE, ("^", ("f", "tanh", X), 2)),
    ("*", X, ("f", "sigmoid", X)),
    ("max", ZERO, X),
    ("f", "softplus", X),
    ("-", ("f", "relu", X), ("f", "relu", ("neg", X))),
    ("*", X, ("f", "tanh", ("f", "softplus", X))),
    ("/", X, ("+", ONE, ("f", "abs", X))),
    ("+", ("f", "sigmoid", X), ("*", X, ("*", ("f", "sigmoid", X), ("f", "sigmoid", ("neg", X))))),
    ("*", ("c", "0.5"), ("+", ONE, ("f", "tanh", ("/", X, TWO)))),
    ("/", ONE, ("^", ("+", ONE, ("f", "abs", X)), 2)),
)


def some_formula(chance: Random, depth: int = 3) -> Tree:
    """Return a formula like those of cards, or one grown at random, in which x occurs."""
    if depth == 3 and chance.random() < 0.4:
        return chance.choice(LIKE_A_CARD)
    if depth == 0:
        return chance.choice((X, X, X, ONE, TWO, ("c", "0.5"), ("c", "3"), ("c", "1.702")))
    a, b = some_formula(chance, depth - 1), some_formula(chance, chance.randrange(depth))
    shape = chance.choice(("+", "-", "*", "f", "f", "f", "neg", "^", "max", "/"))
    match shape:
        case "f":
            grown: Tree = ("f", chance.choice(FUNCTIONS), a)
        case "neg":
            grown = ("neg", a)
        case "^":
            grown = ("^", a, chance.choice((2, 3)))
        case "/":
            grown = ("/", a, ("+", ONE, ("^", b, 2)))
        case _:
            grown = (shape, a, b)
    return grown if depth < 3 or holds_x(grown) else ("*", grown, X)


def holds_x(tree: Tree) -> bool:
    return tree == X or any(isinstance(part, tuple) and holds_x(part) for part in tree)


def text(tree: Tree) -> str:
    """Return a formula as typed."""
    match tree:
        case ("x",):
            return "x"
        case ("c", value):
            return value
        case ("neg", a):
            return f"(-{text(a)})"
        case ("f", name, a):
            return f"{name}({text(a)})"
        case ("max", a, b):
            return f"max({text(a)}, {text(b)})"
        case ("^", a, power):
            return f"({text(a)})^{power}"
        case (sign, a, b):
            return f"({text(a)} {sign} {text(b)})"
    raise AssertionError(tree)


def rewritten(tree: Tree, chance: Random) -> Tree:
    """Return the same formula after one step of algebra at a random place."""
    return _somewhere(tree, chance, _same)


def changed(tree: Tree, chance: Random) -> Tree:
    """Return another formula: a constant, a sign or a function changed at a random place."""
    return _somewhere(tree, chance, _other)


def _somewhere(tree: Tree, chance: Random, change: Any) -> Tree:
    place = chance.choice(list(_places(tree)))
    return _put(tree, place, change(_at(tree, place), chance))


def _places(tree: Tree, here: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    yield here
    for index, part in enumerate(tree):
        if isinstance(part, tuple):
            yield from _places(part, (*here, index))


def _at(tree: Tree, place: tuple[int, ...]) -> Tree:
    for index in place:
        tree = tree[index]
    return tree


def _put(tree: Tree, place: tuple[int, ...], part: Tree) -> Tree:
    if not place:
        return part
    return (*tree[: place[0]], _put(tree[place[0]], place[1:], part), *tree[place[0] + 1 :])


def _same(tree: Tree, chance: Random) -> Tree:  # noqa: C901 - one case per rule of algebra
    any_tree: list[Tree] = [
        ("*", tree, ("+", ONE, ZERO)),
        ("neg", ("neg", tree)),
        ("+", ("-", tree, X), X),
        ("-", ("*", TWO, tree), tree),
        ("/", ("*", ("c", "3"), tree), ("c", "3")),
    ]
    fitting: list[Tree] = []
    match tree:
        case ("+" | "*" | "max" as sign, a, b):
            fitting = [(sign, b, a)]
            if sign == "*" and b[0] in ("+", "-"):
                fitting.append((b[0], ("*", a, b[1]), ("*", a, b[2])))
            if sign == "max":
                fitting.append(("/", ("+", ("+", a, b), ("f", "abs", ("-", a, b))), TWO))
        case ("-", a, b):
            fitting = [("+", a, ("neg", b)), ("neg", ("-", b, a))]
        case ("/", a, b):
            fitting = [("*", a, ("/", ONE, b)), ("neg", ("/", a, ("neg", b)))]
        case ("^", a, 2):
            fitting = [("*", a, a)]
        case ("f", "sigmoid", a):
            fitting = [
                ("/", ONE, ("+", ONE, ("f", "exp", ("neg", a)))),
                ("-", ONE, ("f", "sigmoid", ("neg", a))),
                ("/", ("f", "exp", a), ("+", ONE, ("f", "exp", a))),
                ("/", ("+", ONE, ("f", "tanh", ("/", a, TWO))), TWO),
            ]
        case ("f", "tanh", a):
            doubled = ("f", "exp", ("*", TWO, a))
            fitting = [
                ("/", ("-", doubled, ONE), ("+", doubled, ONE)),
                ("-", ("*", TWO, ("f", "sigmoid", ("*", TWO, a))), ONE),
                ("neg", ("f", "tanh", ("neg", a))),
            ]
        case ("f", "relu", a):
            fitting = [("max", ZERO, a), ("/", ("+", a, ("f", "abs", a)), TWO)]
        case ("f", "softplus", a):
            fitting = [("f", "log", ("+", ONE, ("f", "exp", a))), ("+", a, ("f", "softplus", ("neg", a)))]
        case ("f", "softsign", a):
            fitting = [("/", a, ("+", ONE, ("f", "abs", a)))]
        case ("f", "exp", ("+", a, b)):
            fitting = [("*", ("f", "exp", a), ("f", "exp", b))]
    return chance.choice(fitting) if fitting and chance.random() < 0.75 else chance.choice(any_tree)


def _other(tree: Tree, chance: Random) -> Tree:
    choices: list[Tree] = [("neg", tree), ("*", ("c", "1.0003"), tree), ("+", tree, ("c", "0.001"))]
    match tree:
        case ("c", value):
            choices += [("c", f"{float(value) * 1.0005 + 0.0004:.6g}")] * 3
        case ("f", name, a):
            choices += [("f", chance.choice([other for other in FUNCTIONS if other != name]), a)] * 3
        case ("+", a, b):
            choices += [("-", a, b), a]
        case ("-", a, b):
            choices += [("+", a, b), ("-", b, a)]
        case ("^", a, power):
            choices += [("^", a, power + 1), a]
        case ("max", a, b):
            choices += [("f", "relu", a), b]
    return chance.choice(choices)


ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
ORACLE = [mp.mpf(x) / 16 for x in (*range(-131, 132, 7), -330, -480, 333, 477)] + [mp.mpf(-100), mp.mpf(100)]


def apart(one: Tree, other: Tree) -> float:
    """Return the largest relative difference of two formulas at forty places, computed with a hundred digits."""
    with mp.workdps(100):
        return float(max(_gap(one, other, x) for x in ORACLE))


def _gap(one: Tree, other: Tree, x: Any) -> Any:
    try:
        a, b = _value(one, x), _value(other, x)
    except ZeroDivisionError:
        return mp.mpf(0)
    size = max(abs(a), abs(b))
    return abs(a - b) / size if size > mp.mpf(10) ** -30 else mp.mpf(0)


def _value(tree: Tree, x: Any) -> Any:
    match tree:
        case ("x",):
            return x
        case ("c", value):
            return mp.mpf(value)
        case ("neg", a):
            return -_value(a, x)
        case ("^", a, power):
            return _value(a, x) ** power
        case ("max", a, b):
            return max(_value(a, x), _value(b, x))
        case ("f", name, a):
            return _applied(name, _value(a, x))
        case (sign, a, b):
            p, q = _value(a, x), _value(b, x)
            return ARITHMETIC[sign](p, q)
    raise AssertionError(tree)


def _applied(name: str, u: Any) -> Any:
    """Return a function at u; beyond |u| = 5000 an exponential is only there to be large or nothing."""
    held = max(min(u, mp.mpf(5000)), mp.mpf(-5000))
    match name:
        case "exp":
            return mp.exp(held)
        case "log":
            return mp.log(u)
        case "abs":
            return abs(u)
        case "relu":
            return max(u, mp.mpf(0))
        case "softsign":
            return u / (1 + abs(u))
        case "tanh":
            return mp.tanh(held)
        case "sigmoid":
            return 1 / (1 + mp.exp(-held))
        case _:
            return u + mp.log1p(mp.exp(-u)) if u > 0 else mp.log1p(mp.exp(held))
