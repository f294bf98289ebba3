"""The family tree of activation functions: who comes from whom, and what the child does otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.activations.catalogue import find
from tutor.pictures import facts
from tutor.pictures.tree import Node, Tree
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.pictures.request import CourseFacts, Request


@dataclass(frozen=True, slots=True)
class Kin:
    """A function in the tree: what is new in it, and what came from it."""

    name: str
    new: Text
    children: tuple[Kin, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of the tree."""

    name: Text
    told: Text
    kin: tuple[Kin, ...]


BRANCHES: tuple[Branch, ...] = (
    Branch(
        Text("起点", "where it begins"),
        Text("直线与开关", "a line and a switch"),
        (
            Kin("identity", Text("什么也不做：回归的输出", "does nothing: outputs of regression")),
            Kin("step", Text("非 0 即 1：最早的神经元", "all or nothing: the first neuron")),
        ),
    ),
    Branch(
        Text("S 形一支", "the S-shaped"),
        Text("把一切压进一个区间", "everything is squeezed into an interval"),
        (
            Kin(
                "sigmoid",
                Text("平滑的开关", "a smooth switch"),
                (
                    Kin(
                        "tanh",
                        Text("2σ(2x) − 1：以 0 为中心", "2σ(2x) − 1: centred at 0"),
                        (
                            Kin("lecun_tanh", Text("缩放，使 ±1 大致不变", "scaled to leave ±1 about where they are")),
                            Kin(
                                "dyt", Text("陡缓可学习，用来代替归一化", "learnt steepness, in place of normalisation")
                            ),
                            Kin(
                                "tanhshrink",
                                Text("x − tanh(x)：压小 0 附近的值", "x − tanh(x): shrinks what is near 0"),
                            ),
                        ),
                    ),
                    Kin("softsign", Text("尾部按多项式变平", "tails flatten like a polynomial")),
                    Kin("erf", Text("高斯积分做成的 S 形", "an S made of the Gaussian integral")),
                    Kin("hard_sigmoid", Text("三段直线", "three straight pieces")),
                    Kin("hard_tanh", Text("截断在 ±1", "clipped at ±1")),
                    Kin("log_sigmoid", Text("取对数：损失函数里用", "its logarithm: for losses")),
                ),
            ),
        ),
    ),
    Branch(
        Text("整流一支", "the rectifiers"),
        Text("右侧原样，左侧另作处理", "the right side passes, the left side is dealt with"),
        (
            Kin(
                "relu",
                Text("左侧归零", "the left side becomes 0"),
                (
                    Kin(
                        "leaky_relu",
                        Text("左侧留一点斜率", "a little slope on the left"),
                        (Kin("rrelu", Text("训练时斜率随机", "a random slope in training")),),
                    ),
                    Kin("relu6", Text("上限 6：便于定点", "capped at 6: easy in integers")),
                    Kin("softplus", Text("磨圆折点", "the kink rounded")),
                    Kin(
                        "squared_relu",
                        Text("再平方：斜率连续", "squared: the slope is continuous"),
                        (Kin("star_relu", Text("均值 0、方差 1 的 ReLU²", "ReLU² with mean 0 and variance 1")),),
                    ),
                ),
            ),
            Kin(
                "elu",
                Text("左侧平滑地降到 −α", "the left side falls smoothly to −α"),
                (
                    Kin("selu", Text("选好 λ、α：层层保持均值 0、方差 1", "λ and α keep mean 0 and variance 1")),
                    Kin("celu", Text("任何 α 都没有折角", "no corner for any α")),
                ),
            ),
        ),
    ),
    Branch(
        Text("平滑自门控", "smooth, gated by itself"),
        Text("x·G(x)：自己决定放行多少", "x·G(x): it decides itself how much passes"),
        (
            Kin(
                "silu",
                Text("G = σ", "G = σ"),
                (Kin("hard_swish", Text("G = 分段直线：给手机用", "G in straight pieces: for phones")),),
            ),
            Kin(
                "gelu",
                Text("G = Φ，正态分布函数", "G = Φ, the normal distribution function"),
                (
                    Kin("gelu_tanh", Text("用 tanh 近似 Φ", "Φ by a tanh")),
                    Kin("quick_gelu", Text("用 σ(1.702x) 近似 Φ", "Φ by σ(1.702x)")),
                ),
            ),
            Kin("mish", Text("G = tanh(softplus(x))", "G = tanh(softplus(x))")),
        ),
    ),
    Branch(
        Text("双路门控", "gated by a second path"),
        Text("a·g(b)：一路说内容，一路管放行", "a·g(b): one path speaks, the other opens the door"),
        (
            Kin(
                "glu",
                Text("g = σ", "g = σ"),
                (
                    Kin("reglu", Text("g = ReLU", "g = ReLU")),
                    Kin("geglu", Text("g = GELU", "g = GELU")),
                    Kin("swiglu", Text("g = SiLU", "g = SiLU")),
                    Kin("bilinear", Text("g = 恒等", "g = identity")),
                ),
            ),
        ),
    ),
    Branch(
        Text("形状可学习", "learnable shapes"),
        Text("形状也交给梯度", "the shape is left to the gradient"),
        (
            Kin("prelu", Text("Leaky ReLU 的斜率自己学", "Leaky ReLU with a learnt slope")),
            Kin("apl", Text("折点和斜率都自己学", "hinges and slopes are learnt")),
            Kin(
                "maxout",
                Text(
                    "几条直线取最大：能逼近任意凸函数", "the largest of several lines: comes near any convex function"
                ),
            ),
            Kin("acon_c", Text("Swish 的推广：β 决定弯还是直", "Swish made general: β decides between bend and line")),
            Kin("xielu", Text("先选导数再积分，左右弯曲自己学", "integrated from its slope, bends learnt")),
        ),
    ),
    Branch(
        Text("周期一支", "the periodic"),
        Text("会重复的曲线", "curves that repeat"),
        (
            Kin(
                "sine",
                Text("擅长高频细节", "good at fine detail"),
                (Kin("snake", Text("x 加上周期：既增长又重复", "x plus a wave: grows and repeats")),),
            ),
        ),
    ),
    Branch(
        Text("整层一起算", "a whole layer at once"),
        Text("输出彼此牵连", "outputs depend on each other"),
        (
            Kin(
                "softmax",
                Text("得分变成和为 1 的概率", "scores become shares that add up to 1"),
                (
                    Kin("log_softmax", Text("取对数：稳定的交叉熵", "its logarithm: a stable cross-entropy")),
                    Kin("sparsemax", Text("允许概率恰好为 0", "shares may be exactly 0")),
                ),
            ),
        ),
    ),
)


def family_tree(request: Request) -> Tree:
    """Return the tree; nodes know their lesson when the course has one."""
    lessons = lesson_of(request.course)
    branches = tuple(
        Node(branch.name, branch.told, children=tuple(_node(kin, lessons) for kin in branch.kin)) for branch in BRANCHES
    )
    return Tree(Node(Text("激活函数", "activation functions"), children=branches))


def lesson_of(course: CourseFacts | None) -> Mapping[str, str]:
    """Return the id of the first lesson about each function."""
    found: dict[str, str] = {}
    for lesson in course.lessons if course else ():
        if lesson.function:
            found.setdefault(lesson.function, lesson.id)
    return found


def _node(kin: Kin, lessons: Mapping[str, str]) -> Node:
    entry = find(kin.name)
    year = f"{entry.year} · " if entry.year else ""
    return Node(
        facts.called(entry).text,
        Text(year + kin.new.zh, year + kin.new.en),
        kin.name,
        lessons.get(kin.name, ""),
        tuple(_node(child, lessons) for child in kin.children),
    )
