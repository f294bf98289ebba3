"""What each function mended, and the ideas around them, each with its year and authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.activations.record import Source
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

NAIR = Source(2010, "Nair & Hinton", "Rectified linear units improve restricted Boltzmann machines")

# What a function mended; the source when it is not the first one of its record.
FIXED: Mapping[str, tuple[Source | None, Text]] = {
    "step": (None, Text("神经元成为可以计算的逻辑开关", "the neuron becomes a logical switch one can compute with")),
    "sigmoid": (
        None,
        Text("处处可导：反向传播能训练隐藏层", "a slope everywhere: back-propagation trains hidden layers"),
    ),
    "softmax": (None, Text("网络输出能读成类别的概率", "outputs read as shares of classes")),
    "tanh": (None, Text("均值为 0 的输入让学习更快", "inputs of mean 0 make learning faster")),
    "softplus": (None, Text("平滑、为正、凸：光滑的整流", "smooth, positive, convex: a rectifier without a kink")),
    "softsign": (None, Text("尾部变平得慢，饱和得晚", "tails flatten slowly and saturate later")),
    "relu": (
        NAIR,
        Text(
            "右侧不饱和、便宜、稀疏；整流本身见于 Fukushima 1969",
            "no saturation on the right, cheap, sparse; the rectifier itself is in Fukushima 1969",
        ),
    ),
    "relu6": (None, Text("给 ReLU 加上限", "ReLU with a cap")),
    "leaky_relu": (None, Text("左侧斜率不为 0：单元不会恰好停住", "a slope on the left: units cannot stop exactly")),
    "maxout": (None, Text("从数据学一个凸的形状", "learns a convex shape from data")),
    "apl": (None, Text("每个单元自己学一条折线", "each unit learns its own bends")),
    "prelu": (None, Text("左侧斜率由数据决定", "data choose the slope on the left")),
    "rrelu": (None, Text("训练时的随机斜率", "random slopes in training")),
    "elu": (None, Text("均值更接近 0，左侧有下限", "a mean nearer 0, a floor on the left")),
    "hard_sigmoid": (None, Text("不用 exp 的 Sigmoid", "a sigmoid without exp")),
    "gelu": (None, Text("按 Φ(x) 加权：平滑、自门控", "weighted by Φ(x): smooth, gated by itself")),
    "sparsemax": (None, Text("概率可以恰好为 0", "shares may be exactly 0")),
    "glu": (None, Text("由另一路控制放行", "a second path opens the door")),
    "selu": (
        None,
        Text("不用归一化层也能保持均值 0、方差 1", "keeps mean 0 and variance 1 without normalisation layers"),
    ),
    "celu": (None, Text("任何 α 下斜率都连续的 ELU", "an ELU whose slope is continuous for any α")),
    "silu": (
        Source(2017, "Ramachandran, Zoph & Le", "Searching for activation functions"),
        Text(
            "自动搜索再次找到 x·σ(x)（Hendrycks & Gimpel 2016、Elfwing et al. 2017 已提出）",
            "a search finds x·σ(x) again (proposed by Hendrycks & Gimpel 2016 and Elfwing et al. 2017)",
        ),
    ),
    "hard_swish": (None, Text("手机上的 Swish", "Swish for phones")),
    "mish": (None, Text("另一种自门控：x·tanh(softplus(x))", "another self-gate: x·tanh(softplus(x))")),
    "swiglu": (None, Text("Transformer 前馈层换成门控", "gates in the feed-forward layers of Transformers")),
    "sine": (None, Text("用一个网络表示图像与场的细节", "one net holds the fine detail of images and fields")),
    "snake": (None, Text("能把周期延伸到训练范围之外", "carries a period beyond the data")),
    "squared_relu": (None, Text("搜索得到的语言模型改进", "found by a search for better language models")),
    "acon_c": (None, Text("学习该弯还是该直", "learns whether to bend or to stay straight")),
    "star_relu": (None, Text("均值 0、方差 1，且便宜", "mean 0, variance 1, and cheap")),
    "xielu": (None, Text("先选导数，再积分出函数", "chooses the slope first and integrates it")),
    "dyt": (None, Text("用 tanh(αx) 代替归一化层", "tanh(αx) in place of normalisation layers")),
}
# year, name, authors, what it changed
MILESTONES: tuple[tuple[int, Text, str, Text], ...] = (
    (
        1958,
        Text("感知机", "Perceptron"),
        "Rosenblatt",
        Text("权重可以从样本中学习", "weights are learnt from examples"),
    ),
    (
        1969,
        Text("《感知机》与异或", "Perceptrons and XOR"),
        "Minsky & Papert",
        Text("指出单层做不到异或", "one layer cannot do XOR"),
    ),
    (
        1993,
        Text("什么激活能万能逼近", "Which activations are universal"),
        "Leshno, Lin, Pinkus & Schocken",
        Text("单隐藏层够宽时，只要不是多项式就行", "with one hidden layer: all that are not polynomials"),
    ),
    (
        1994,
        Text("长距离依赖很难学", "Long dependencies are hard"),
        "Bengio, Simard & Frasconi",
        Text("说明循环网络里梯度为何消失或爆炸", "why gradients vanish or explode in recurrent nets"),
    ),
    (
        1997,
        Text("LSTM", "LSTM"),
        "Hochreiter & Schmidhuber",
        Text("用 σ 门护住状态里的梯度", "σ gates keep the gradient of the state alive"),
    ),
    (
        2010,
        Text("Xavier 初始化", "Xavier initialisation"),
        "Glorot & Bengio",
        Text("让信号与梯度逐层保持尺度", "signals and gradients keep their scale"),
    ),
    (
        2012,
        Text("AlexNet", "AlexNet"),
        "Krizhevsky, Sutskever & Hinton",
        Text("ReLU 的大型卷积网络赢得 ImageNet", "a large ReLU network wins ImageNet"),
    ),
    (2015, Text("He 初始化", "He initialisation"), "He, Zhang, Ren & Sun", Text("为 ReLU 补上 √2", "the √2 for ReLU")),
    (
        2015,
        Text("批归一化", "Batch normalisation"),
        "Ioffe & Szegedy",
        Text("每层的尺度交给归一化", "the scale of each layer is left to normalisation"),
    ),
    (
        2015,
        Text("残差网络", "Residual networks"),
        "He, Zhang, Ren & Sun",
        Text("恒等通路让百层以上可以训练", "an identity path makes more than a hundred layers trainable"),
    ),
    (
        2017,
        Text("Transformer", "Transformer"),
        "Vaswani et al.",
        Text("Softmax 走进每一层：注意力", "softmax enters every layer: attention"),
    ),
    (
        2023,
        Text("LLaMA", "LLaMA"),
        "Touvron et al.",
        Text("开放的大模型普遍采用 SwiGLU", "SwiGLU becomes common in open language models"),
    ),
)
