"""What a function does between two points: rises, falls, stays, turns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.options import MOST
from tutor.questions.generate.subject import drawn
from tutor.questions.generate.wording import said, spoken, wording
from tutor.questions.model import Choice, Option
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.questions.generate.family import Seed
    from tutor.questions.generate.subject import Subject
    from tutor.questions.model import Wording
    from tutor.text import Text

Course = Literal["rises", "falls", "level", "dips", "humps", "rests"]
COURSES: tuple[Course, ...] = ("rises", "falls", "level", "dips", "humps", "rests")
TEMPTS: dict[Course, str] = {
    "rises": "monotone-assumed",
    "falls": "falling-assumed",
    "level": "flat-for-slow",
    "dips": "dip-assumed",
    "humps": "turn-reversed",
    "rests": "rest-assumed",
}
FUNCTIONS = ("sigmoid", "tanh", "softplus", "tanhshrink", "relu", "squared_relu", "star_relu", "apl", "elu", "selu",
             "celu", "xielu", "silu", "gelu", "gelu_tanh", "quick_gelu", "mish", "acon_c", "hard_sigmoid", "hard_tanh",
             "relu6", "hard_swish", "sine", "snake")  # fmt: skip
STARTS = (-7, -6, -5, -4, -3, -2.5, -2, -1, -0.5, 0.5, 1, 2, 3)
WIDTHS = (1, 1.5, 2, 3, 4, 5)
FINE = 400  # steps in which a stretch is looked at
SLOW = 1e-9
GENTLE = 0.25  # the mean slope up to which a curve may be taken for level


def course(subject: Subject, low: float, high: float) -> Course | None:
    """Return what f does from `low` to `high`, None when it turns more than once or hardly moves."""
    import numpy as np

    values = subject.record.value(np.linspace(low, high, FINE + 1), **subject.parameters)
    moves = [float(move) for move in np.diff(values)]
    signs = [0 if move == 0 else 1 if move > 0 else -1 for move in moves]
    met = [sign for place, sign in enumerate(signs) if place == 0 or sign != signs[place - 1]]
    if any(0 < abs(move) < SLOW for move in moves) or _narrow(signs):
        return None
    return _NAMES.get(tuple(met))


_NAMES: dict[tuple[int, ...], Course] = {
    (1,): "rises",
    (-1,): "falls",
    (0,): "level",
    (-1, 1): "dips",
    (1, -1): "humps",
    (0, 1): "rests",
    (1, 0): "rests",
    (0, 1, 0): "rests",
}


def _narrow(signs: list[int]) -> bool:
    """Say whether a part is too short to be seen: less than a tenth of the stretch."""
    return any(0 < signs.count(sign) < FINE / 10 for sign in (-1, 0, 1))


def _course(function: str, luck: Seed) -> Drafted | None:
    subject = drawn(function, luck)
    low = float(luck.pick(STARTS, "low"))
    high = low + luck.pick(WIDTHS, "width")
    right = course(subject, low, high)
    if right is None or (right in ("rises", "level") and luck.pick(range(3), "plain")):
        return None
    tempting = [one for one in COURSES if one != right and (one != "level" or _slow(subject, low, high))]
    others = luck.shuffled(tempting, "options")[:MOST]
    wrong = [_denied(one, subject, low, high, right) for one in others]
    options = (Option(right=True, wording=wording(_spoken(right))), *wrong)
    key = luck.pick(("generate.course_ask", "generate.course_ask_walk"), "wording")
    ask = said(key, f=subject.introduced, low=significant(low), high=significant(high))
    return Drafted(ask, Choice(options), _why_course(subject, low, high, right))


def _slow(subject: Subject, low: float, high: float) -> bool:
    """Say whether f moves so little that it may be taken for still."""
    import numpy as np

    values = subject.record.value(np.linspace(low, high, FINE + 1), **subject.parameters)
    return float(values.max() - values.min()) <= GENTLE * (high - low)


def _spoken(one: Course) -> Text:
    return spoken(f"generate.course_{one}")


def _denied(one: Course, subject: Subject, low: float, high: float, right: Course) -> Option:
    facts = {"low": significant(low), "high": significant(high)}
    turns = right in ("dips", "humps")
    middle = _turn(subject, low, high, lowest=right == "dips") if turns else (low + high) / 2
    values = {"a": subject.value(low), "b": subject.value(middle), "c": subject.value(high)}
    shown = {name: significant(value, 4) for name, value in values.items()}
    because = said("generate.because_course", right=_spoken(right), middle=significant(middle), **facts, **shown)
    return Option(right=False, wording=wording(_spoken(one)), mistake=TEMPTS[one], because=because)


def _why_course(subject: Subject, low: float, high: float, right: Course) -> Wording:
    """Return what the slope says: its sign on the stretch, and where that changes."""
    inside = (high - low) / FINE
    facts = {
        "low": significant(low),
        "high": significant(high),
        "formula": subject.record.derivative_formula.partition(";")[0],
        "a": significant(subject.slope(low + inside)),
        "b": significant(subject.slope(high - inside)),
    }
    if right in ("dips", "humps"):
        turn = _turn(subject, low, high, lowest=right == "dips")
        return said("generate.why_turns", course=_spoken(right), x=significant(turn), **facts)
    return said("generate.why_course", course=_spoken(right), **facts)


def _turn(subject: Subject, low: float, high: float, *, lowest: bool) -> float:
    """Return where f turns between two points, by halving the interval in which its slope changes sign."""
    sign = 1 if lowest else -1
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if sign * subject.slope(middle) > 0 else (middle, high)
    return (low + high) / 2


COURSE = Family(
    name="what-it-does-between",
    part=3,
    kind="choice",
    functions=lambda: FUNCTIONS,
    make=_course,
)
