"""A course in the middle of being learned, as the outline sees it."""

from __future__ import annotations

from tutor.reports.outline import Known, LessonLine, Outline, PartLine, next_lesson
from tutor.syllabus.model import Item
from tutor.text import Text

ITEMS = (
    Item("2.1", Text("Sigmoid：S 形曲线", "Sigmoid: the S-shaped curve")),
    Item("2.3", Text("ReLU：修正线性单元", "ReLU: the rectified linear unit")),
    Item("3.1", Text("几乎处处可导与 0 处的约定", "Differentiable almost everywhere, and the convention at 0")),
    Item("3.9", Text("稀疏性", "Sparsity")),
    Item("4.6", Text("神经元死亡", "Dead units")),
)
SIGMOID = LessonLine(
    "sigmoid",
    2,
    Text("Sigmoid：两头卡死的旋钮", "Sigmoid: a dial that sticks at both ends"),
    at=0,
    steps=20,
    minutes=14,
    done=True,
    known=Known(0.45, 14, 9),
    covers=ITEMS[:1],
    last_day=739_938,
    times_done=1,
)
RELU = LessonLine(
    "relu",
    2,
    Text("ReLU：只收好消息的信箱", "ReLU: a letterbox for good news only"),
    at=4,
    steps=24,
    minutes=9,
    known=Known(0.07, 16, 3),
    covers=ITEMS[1:],
    needs=("sigmoid",),
    tags=("sparsity",),
    last_day=739_939,
)
TANH = LessonLine(
    "tanh",
    2,
    Text("Tanh：站在零点上的弹簧", "Tanh: a spring that rests at zero"),
    at=0,
    steps=19,
    minutes=13,
    known=Known(0.0, 13, 0),
    needs=("sigmoid", "relu"),
    missing=("relu",),
)
NEURON = LessonLine("neuron", 1, Text("神经元里的开关", "The switch inside a neuron"), at=0, steps=12, minutes=8)
NAME = Text("神经网络的激活函数", "Activation functions of neural networks")


def course(*families: LessonLine, foundations: tuple[LessonLine, ...] = ()) -> Outline:
    parts = (
        PartLine(
            1,
            "foundations",
            Text("基础：为什么需要激活函数", "Foundations: why networks need activations"),
            15,
            foundations,
        ),
        PartLine(2, "families", Text("家族：逐个认识激活函数", "Families: the functions one by one"), 21, families),
        PartLine(3, "properties", Text("性质：导数与数学特征", "Properties: derivatives and characteristics"), 11),
        PartLine(4, "training", Text("训练：梯度的旅程", "Training: the journey of the gradient"), 12),
    )
    lessons = [lesson for part in parts for lesson in part.lessons]
    return Outline(NAME, parts, next_lesson(lessons))


MIDWAY = course(SIGMOID, RELU, TANH, foundations=(NEURON,))
EMPTY = course()


def long_course(lessons: int) -> Outline:
    many = tuple(
        LessonLine(f"lesson-{n}", 2, Text(f"第 {n} 课", f"Lesson {n}"), at=0, steps=5, minutes=n)
        for n in range(lessons)
    )
    return course(*many)
