"""The decision tree of the course: task, architecture, depth, hardware, the negative half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.pictures.advice import everything
from tutor.pictures.decision import Answer, Decision, Question
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.pictures.request import Request

RESIDUAL = Text("到了这个深度，残差与归一化要先到位", "at this depth residuals and normalisation come first")
TASK = Question(
    "task",
    Text("这一层是做什么的？", "What is the layer for?"),
    (
        Answer(Text("隐藏层", "a hidden layer"), "architecture"),
        Answer(Text("输出：两类", "output: two classes"), "binary"),
        Answer(Text("输出：多类，只对一个", "output: several classes, one right"), "classes"),
        Answer(Text("输出：多个标签可同时成立", "output: several labels at once"), "labels"),
        Answer(Text("输出：任意实数", "output: any number"), "number"),
        Answer(Text("输出：正数", "output: a positive number"), "positive"),
        Answer(Text("输出：有界的动作", "output: a bounded action"), "bounded"),
    ),
)
ARCHITECTURE = Question(
    "architecture",
    Text("什么架构？", "Which architecture?"),
    (
        Answer(Text("全连接 MLP", "fully connected, MLP"), "depth-mlp"),
        Answer(Text("卷积 CNN", "convolutional, CNN"), "depth-cnn"),
        Answer(Text("循环网络", "recurrent"), "cell"),
        Answer(Text("Transformer", "Transformer"), "transformer"),
        Answer(Text("GAN", "GAN"), "adversarial"),
        Answer(Text("隐式场、物理方程", "implicit field, physics"), "physics"),
    ),
)
DEPTH_MLP = Question(
    "depth-mlp",
    Text("有多少隐藏层？", "How many hidden layers?"),
    (
        Answer(Text("1–4 层", "1 to 4"), "hardware"),
        Answer(Text("5–20 层，用归一化层", "5 to 20, with normalisation layers"), "hardware"),
        Answer(Text("5–20 层，不用归一化层", "5 to 20, without them"), "selu"),
        Answer(Text("20 层以上", "more than 20"), "hardware", RESIDUAL),
    ),
)
DEPTH_CNN = Question(
    "depth-cnn",
    Text("有多少卷积层？", "How many convolutional layers?"),
    (
        Answer(Text("不到 20 层", "fewer than 20"), "hardware"),
        Answer(Text("20 层以上", "20 or more"), "hardware", RESIDUAL),
    ),
)
HARDWARE = Question(
    "hardware",
    Text("在哪里运行？", "Where does it run?"),
    (
        Answer(Text("服务器或电脑", "server or desktop"), "negative"),
        Answer(Text("手机", "phone"), "mobile"),
        Answer(Text("8 位定点芯片", "8-bit integer chip"), "integer"),
    ),
)
NEGATIVE = Question(
    "negative",
    Text("负半轴想要什么？", "What should the negative half do?"),
    (
        Answer(Text("归零：便宜、稀疏", "become 0: cheap and sparse"), "relu"),
        Answer(Text("留一点斜率：免得神经元死掉", "keep a little slope: no dead units"), "leaky"),
        Answer(Text("平滑地降到一个下限：均值更接近 0", "fall smoothly to a floor: a mean nearer 0"), "floor"),
        Answer(Text("平滑、略微下探", "be smooth and dip a little"), "smooth"),
    ),
)
CELL = Question(
    "cell",
    Text("哪种循环单元？", "Which recurrent cell?"),
    (
        Answer(Text("LSTM 或 GRU", "LSTM or GRU"), "gates"),
        Answer(Text("普通 RNN", "plain RNN"), "recurrent"),
    ),
)
TRANSFORMER = Question(
    "transformer",
    Text("哪种 Transformer？", "Which kind of Transformer?"),
    (
        Answer(Text("编码器、视觉、语音", "encoder, vision, speech"), "encoder"),
        Answer(Text("大语言模型", "large language model"), "serving"),
    ),
)
SERVING = Question(
    "serving",
    Text("推理时要靠稀疏来省算力吗？", "Shall inference save work by sparsity?"),
    (
        Answer(Text("不要", "no"), "gated"),
        Answer(Text("要，硬件能跳过 0", "yes, the hardware can skip zeros"), "sparse"),
    ),
)
PHYSICS = Question(
    "physics",
    Text("损失里有微分方程吗？", "Is there a differential equation in the loss?"),
    (
        Answer(Text("没有：拟合图像、形状、信号", "no: it fits images, shapes, signals"), "field"),
        Answer(Text("有：PINN", "yes: a PINN"), "equation"),
    ),
)
QUESTIONS = (TASK, ARCHITECTURE, DEPTH_MLP, DEPTH_CNN, HARDWARE, NEGATIVE, CELL, TRANSFORMER, SERVING, PHYSICS)


def decision_tree(request: Request) -> Decision:
    """Return the decision tree."""
    del request
    note = Text(
        "建议是好的起点，不是定论：用几个随机种子在自己的数据上比较。",
        "Advice is a good start, not a verdict: compare on your own data over several seeds.",
    )
    questions = {question.id: question for question in QUESTIONS}
    return Decision("task", questions, {advice.id: advice for advice in everything()}, (note,))
