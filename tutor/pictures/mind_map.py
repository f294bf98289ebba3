"""The mind map: functions by what they have in common. Every place in it is computed from the core."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.activations.catalogue import ACTIVATIONS
from tutor.pictures import facts
from tutor.pictures.family import lesson_of
from tutor.pictures.tree import Node, Tree
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tutor.activations.record import Activation
    from tutor.pictures.request import Request

NEAR = 0.25  # of |E f(z)|

# question, then the answers: a name and who belongs to it
QUESTIONS: tuple[tuple[Text, tuple[tuple[Text, Callable[[Activation], bool]], ...]], ...] = (
    (
        Text("值有没有界", "are its values bounded"),
        (
            (Text("两侧有界", "on both sides"), lambda one: _bounds(one) == (True, True)),
            (Text("只有下界", "from below only"), lambda one: _bounds(one) == (True, False)),
            (Text("只有上界", "from above only"), lambda one: _bounds(one) == (False, True)),
            (Text("无界", "on neither side"), lambda one: _bounds(one) == (False, False)),
        ),
    ),
    (
        Text("输出的均值 E f(z)", "the mean of its output, E f(z)"),
        (
            (Text("正好 0", "exactly 0"), lambda one: _mean(one) < 1e-9),
            (Text("离 0 不到 ¼", "within ¼ of 0"), lambda one: 1e-9 <= _mean(one) < NEAR),
            (Text("离 0 至少 ¼", "at least ¼ away"), lambda one: _mean(one) >= NEAR),
        ),
    ),
    (
        Text("往右走会不会下降", "does it ever fall"),
        (
            (Text("严格上升", "it always rises"), lambda one: facts.direction(one).value == "strictly"),
            (Text("上升，有平段", "it rises, with flat parts"), lambda one: facts.direction(one).value == "weakly"),
            (Text("非单调", "it falls somewhere"), lambda one: facts.direction(one).value == "no"),
        ),
    ),
    (
        Text("在哪一侧饱和", "where does it saturate"),
        (
            (Text("两侧", "on both sides"), lambda one: facts.saturation(one).value == "both"),
            (Text("只在左侧", "on the left"), lambda one: facts.saturation(one).value == "left"),
            (Text("只在右侧", "on the right"), lambda one: facts.saturation(one).value == "right"),
            (Text("不饱和", "nowhere"), lambda one: facts.saturation(one).value == "no"),
        ),
    ),
    (
        Text("有多光滑", "how smooth is it"),
        (
            (Text("处处无穷次可导", "without any kink"), lambda one: facts.known(one).smoothness > 2),
            (Text("斜率连续", "its slope is continuous"), lambda one: 1 <= facts.known(one).smoothness <= 2),
            (Text("有折角", "it has a corner"), lambda one: facts.known(one).smoothness == 0),
            (Text("有跳变", "it jumps"), lambda one: facts.known(one).smoothness < 0),
        ),
    ),
    (
        Text("最陡的斜率 max |f′|", "its steepest slope, max |f′|"),
        (
            (Text("小于 1", "less than 1"), lambda one: facts.known(one).lipschitz < 1 - 1e-9),
            (Text("正好 1", "exactly 1"), lambda one: abs(facts.known(one).lipschitz - 1) <= 1e-9),
            (Text("大于 1", "more than 1"), lambda one: 1 + 1e-9 < facts.known(one).lipschitz < float("inf")),
            (Text("没有上限", "without a limit"), lambda one: facts.known(one).lipschitz == float("inf")),
        ),
    ),
    (
        Text("会不会输出一段 0", "is it exactly 0 on an interval"),
        (
            (Text("会：稀疏", "yes: sparse"), lambda one: facts.known(one).exact_zeros),
            (Text("不会", "no"), lambda one: not facts.known(one).exact_zeros),
        ),
    ),
)


def mind_map(request: Request) -> Tree:
    """Return the map: questions, answers, and the functions that belong to each."""
    lessons = lesson_of(request.course)
    branches = tuple(
        Node(question, children=tuple(_group(name, belongs, lessons) for name, belongs in answers))
        for question, answers in QUESTIONS
    )
    note = Text("每个位置都由计算得出；参数取默认值。", "Every place is computed, with the usual parameters.")
    return Tree(Node(Text("激活函数", "activation functions"), children=branches), (note,))


def _group(name: Text, belongs: Callable[[Activation], bool], lessons: Mapping[str, str]) -> Node:
    members = [one for one in ACTIVATIONS if belongs(one)]
    leaves = (Node(facts.called(one).text, function=one.name, lesson=lessons.get(one.name, "")) for one in members)
    return Node(name, children=tuple(leaves))


def _bounds(one: Activation) -> tuple[bool, bool]:
    found = facts.known(one)
    return found.bounded_below, found.bounded_above


def _mean(one: Activation) -> float:
    return abs(facts.gaussian(one).mean)
