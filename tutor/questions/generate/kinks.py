"""Where a scaled function a·g(bx + c) has no derivative: at the kinks of g, moved; or nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from tutor.questions.generate.extremes import lowest, scaled
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.options import FEWEST, MOST, apart
from tutor.questions.generate.subject import drawn
from tutor.questions.generate.wording import listed, said, spoken, wording
from tutor.questions.model import Choice, Option
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.questions.generate.family import Seed
    from tutor.questions.generate.subject import Scaled, Subject
    from tutor.questions.model import Wording

FUNCTIONS = ("relu", "leaky_relu", "prelu", "squared_relu", "apl", "elu", "selu", "celu", "relu6", "hard_sigmoid",
             "hard_tanh", "hard_swish", "softplus", "softsign", "silu", "gelu", "mish")  # fmt: skip
BESIDE = 1e-9
JUMP = 1e-6

Places = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Where a mistake puts the kinks."""

    places: Places
    mistake: str
    because: Wording


def sides(f: Scaled, x: float) -> tuple[float, float]:
    """Return the slopes just left and just right of x."""
    return round(f.slope(x - BESIDE), 6) + 0.0, round(f.slope(x + BESIDE), 6) + 0.0


def kinks(f: Scaled) -> Places:
    """Return where the slope of f jumps, in ascending order."""
    joints = (f.place(at) for at in f.inner.record.breaks(**f.inner.parameters))
    return tuple(x for x in joints if abs(sides(f, x)[1] - sides(f, x)[0]) > JUMP)


def _told(places: Places) -> Text:
    """Return the places as an option: `x = −1 和 x = 1`, or nowhere."""
    if not places:
        return spoken("generate.kink_nowhere")
    texts = [f"x = {significant(x)}" for x in places]
    return Text(" 和 ".join(texts), " and ".join(texts))


def wrong_kinks(f: Scaled, right: Places) -> Iterator[Claim]:
    """Yield where mistakes put the kinks."""
    inner = f.inner.record.breaks(**f.inner.parameters) or (0.0,)
    if right:
        left, after = (significant(slope) for slope in sides(f, right[0]))
        because = said("generate.because_not_smooth", x=significant(right[0]), left=left, right=after)
        yield Claim((), "smooth-assumed", because)
    for x in right[: 1 if len(right) > 1 else 0]:
        yield Claim((x,), "one-side-only", said("generate.because_second_kink", x=significant(right[-1])))
    yield _claimed(f, tuple(inner), right, "inner-factor-ignored")
    yield _claimed(f, tuple((at + f.c) / f.b for at in inner), right, "shift-reversed")
    yield _claimed(f, (0.0,), right, "kink-at-zero")
    yield _claimed(f, tuple(f.place(at) for at in inner), right, "joint-for-kink")
    place = lowest(f.inner).place
    if place is not None and isfinite(place):
        yield _claimed(f, (f.place(place),), right, "turn-for-kink")


def _claimed(f: Scaled, places: Places, right: Places, mistake: str) -> Claim:
    """Return the claim with the slopes on both sides of a place that is no kink."""
    free = next((x for x in places if x not in right), None)
    if free is None:
        return Claim(right, mistake, said("generate.kink_nowhere"))  # coincides with the answer, and is left out
    left, after = (significant(slope) for slope in sides(f, free))
    return Claim(places, mistake, said("generate.because_no_kink", x=significant(free), left=left, right=after))


def _apart(one: Places, other: Places) -> bool:
    """Say whether two answers cannot be taken for each other."""
    if len(one) != len(other):
        return True
    return any(apart(a, b) for a, b in zip(one, other, strict=True))


def _choice(right: Places, claims: list[Claim], luck: Seed) -> Choice | None:
    taken: list[Claim] = []
    for claim in luck.shuffled(claims, "options"):
        if len(taken) < MOST and all(_apart(claim.places, other) for other in (right, *(one.places for one in taken))):
            taken.append(claim)
    if len(taken) < FEWEST or not (right == () or any(claim.places == () for claim in taken)):
        return None
    wrong = [
        Option(right=False, wording=wording(_told(claim.places)), mistake=claim.mistake, because=claim.because)
        for claim in taken
    ]
    return Choice((Option(right=True, wording=wording(_told(right))), *wrong))


def _drafted(function: str, luck: Seed) -> Drafted | None:
    f = scaled(drawn(function, luck), luck)
    if f.b == 1 and not f.c:
        return None
    right = kinks(f)
    body = _choice(right, list(wrong_kinks(f, right)), luck)
    if body is None:
        return None
    ask = said(luck.pick(("generate.kink_ask", "generate.kink_ask_slope"), "wording"), f=f.introduced)
    return Drafted(ask, body, _why(f, right))


def _why(f: Scaled, right: Places) -> Wording:
    """Return what the slopes beside the joints say."""
    inner: Subject = f.inner
    joints = inner.record.breaks(**inner.parameters)
    if not joints:
        return said("generate.why_no_joint", g=inner.called, formula=inner.record.derivative_formula.partition(";")[0])
    at = listed(f"{f.argument} = {significant(joint)} ⇒ x = {significant(f.place(joint))}" for joint in joints)
    beside = [(x, *sides(f, x)) for x in map(f.place, joints)]
    told = [
        spoken("generate.slopes_beside", x=significant(x), left=significant(left), right=significant(after))
        for x, left, after in beside
    ]
    slopes = Text("；".join(text.zh for text in told), "; ".join(text.en for text in told))
    return said("generate.why_kinks" if right else "generate.why_smooth_joint", at=at, slopes=slopes)


KINKS = Family(
    name="where-not-differentiable",
    part=3,
    kind="choice",
    functions=lambda: FUNCTIONS,
    make=_drafted,
)
