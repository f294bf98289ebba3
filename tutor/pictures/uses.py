"""What no formula tells about a function: where it is used, and which special functions one value costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPARE = Text("比较、乘加", "compare, add")
DIVIDE = Text("1 次除法", "1 division")
EXP = Text("1 次 exp", "1 exp")
EXP_LOG = Text("exp + ln", "exp + ln")
ERF = Text("1 次 erf", "1 erf")
SIN = Text("1 次 sin", "1 sin")
EXPS = Text("n 次 exp", "n exp")
SORT = Text("一次排序", "one sort")

# How many special functions (exp, ln, erf, sin) one value needs in a good implementation, and in words.
COSTS: Mapping[str, tuple[int, Text]] = {
    **dict.fromkeys(("identity", "step", "relu", "leaky_relu", "prelu", "rrelu", "apl"), (0, COMPARE)),
    **dict.fromkeys(("squared_relu", "star_relu", "hard_sigmoid", "hard_tanh", "relu6", "hard_swish"), (0, COMPARE)),
    **dict.fromkeys(("maxout", "reglu", "bilinear"), (0, COMPARE)),
    "softsign": (0, DIVIDE),
    **dict.fromkeys(("sigmoid", "tanh", "lecun_tanh", "tanhshrink", "dyt"), (1, EXP)),
    **dict.fromkeys(("elu", "selu", "celu", "xielu", "silu", "gelu_tanh", "quick_gelu", "mish", "acon_c"), (1, EXP)),
    **dict.fromkeys(("glu", "swiglu"), (1, EXP)),
    **dict.fromkeys(("erf", "gelu", "geglu"), (1, ERF)),
    **dict.fromkeys(("sine", "snake"), (1, SIN)),
    **dict.fromkeys(("softplus", "log_sigmoid"), (2, EXP_LOG)),
    "softmax": (1, EXPS),
    "log_softmax": (1, EXPS),
    "sparsemax": (0, SORT),
}
USES: Mapping[str, Text] = {
    "identity": Text("回归的输出层", "output layer of regression"),
    "step": Text("感知机；脉冲网络（反传用替代梯度）", "perceptrons; spiking nets with a surrogate gradient"),
    "sigmoid": Text("二分类、多标签输出；LSTM、GRU 的门", "binary and multi-label outputs; LSTM and GRU gates"),
    "tanh": Text("RNN 的状态；有界的动作", "RNN states; bounded actions"),
    "softplus": Text("必须为正的参数：方差、速率", "parameters that must be positive: variances, rates"),
    "log_sigmoid": Text("二分类的对数似然", "log-likelihood of two classes"),
    "lecun_tanh": Text("ReLU 之前的网络", "networks before ReLU"),
    "tanhshrink": Text("少见；压小接近 0 的值", "rare; shrinks what is near 0"),
    "softsign": Text("尾部慢慢变平的 tanh 替代", "a tanh whose tails flatten slowly"),
    "erf": Text("GELU 的组成部分", "a part of GELU"),
    "dyt": Text("在 Transformer 里代替归一化层", "in place of normalisation in Transformers"),
    "relu": Text("CNN、MLP 的基线", "baseline of CNNs and MLPs"),
    "leaky_relu": Text("GAN 判别器（0.2）、YOLOv3（0.1）", "GAN discriminators (0.2), YOLOv3 (0.1)"),
    "prelu": Text("让网络自己学负侧斜率", "when the net shall learn its left slope"),
    "rrelu": Text("训练时随机斜率的实验", "experiments with random slopes in training"),
    "squared_relu": Text("稀疏的语言模型：Primer、Nemotron-4", "sparse language models: Primer, Nemotron-4"),
    "star_relu": Text("MetaFormer 视觉基线", "MetaFormer baselines for vision"),
    "apl": Text("每个单元自己学折线", "units that learn their own bends"),
    "elu": Text("希望均值更接近 0、负侧有下限的网络", "nets that want a mean nearer 0 and a floor on the left"),
    "selu": Text("自归一化的全连接网络", "self-normalising fully connected nets"),
    "celu": Text("α ≠ 1 也要斜率连续的 ELU", "an ELU whose slope never jumps, for any α"),
    "xielu": Text("大语言模型 Apertus", "the language model Apertus"),
    "silu": Text("EfficientNet、扩散模型；SwiGLU 的门", "EfficientNet, diffusion models; the gate of SwiGLU"),
    "gelu": Text("BERT、ViT、ConvNeXt", "BERT, ViT, ConvNeXt"),
    "gelu_tanh": Text("GPT-2 用的写法", "the form in GPT-2"),
    "quick_gelu": Text("最初的 CLIP", "the original CLIP"),
    "mish": Text("YOLOv4 的主干", "backbone of YOLOv4"),
    "acon_c": Text("学习要不要弯的 CNN", "CNNs that learn whether to bend"),
    "hard_sigmoid": Text("手机上的门：MobileNetV3", "gates on phones: MobileNetV3"),
    "hard_tanh": Text("二值、量化网络", "binarised and quantised nets"),
    "relu6": Text("MobileNetV2；便于 8 位定点", "MobileNetV2; easy in 8 bits"),
    "hard_swish": Text("MobileNetV3 的后半部分", "the deeper half of MobileNetV3"),
    "sine": Text("隐式神经表示：SIREN", "implicit neural representations: SIREN"),
    "snake": Text("带周期的信号", "periodic signals"),
    "softmax": Text("多分类输出、注意力、专家路由", "multi-class outputs, attention, expert routing"),
    "log_softmax": Text("数值稳定的交叉熵", "cross-entropy that stays stable"),
    "sparsemax": Text("允许概率恰为 0 的注意力", "attention with exact zeros"),
    "maxout": Text("多花参数，逼近任意凸函数", "comes near any convex function, paid for in weights"),
    "glu": Text("门控卷积语言模型", "gated convolutional language models"),
    "reglu": Text("Transformer 前馈层的一种门", "a gate in Transformer feed-forward layers"),
    "geglu": Text("T5 v1.1、Gemma", "T5 v1.1, Gemma"),
    "swiglu": Text("PaLM、LLaMA、Mistral、Qwen、DeepSeek", "PaLM, LLaMA, Mistral, Qwen, DeepSeek"),
    "bilinear": Text("不带非线性门的前馈层", "a feed-forward gate without a squashing function"),
}
