"""Two comparisons in words and computed numbers: with and without activations, and three eras of them."""

from __future__ import annotations

from math import comb

from tutor.activations.catalogue import get
from tutor.pictures import facts
from tutor.pictures.table import Cell, Column, Table, same, words
from tutor.text import Text
from tutor.text.numbers import significant

UNITS = 3  # ReLUs in the plane


def with_without() -> Table:
    """Return what an activation between the layers changes."""
    regions = sum(comb(UNITS, k) for k in range(3))
    columns = (
        Column("aspect", Text("方面", "aspect")),
        Column("without", Text("没有激活", "without activation")),
        Column("with", Text("有非线性激活", "with a non-linear one")),
    )
    rows = (
        (
            words("两层合起来", "two layers together"),
            words(
                "W₂(W₁x + b₁) + b₂ = (W₂W₁)x + (W₂b₁ + b₂)：还是一层仿射变换",
                "W₂(W₁x + b₁) + b₂ = (W₂W₁)x + (W₂b₁ + b₂): one affine map again",
            ),
            words("W₂f(W₁x + b₁) + b₂：不能合并", "W₂f(W₁x + b₁) + b₂ does not collapse"),
        ),
        (
            words("卷积层", "convolutions"),
            words("卷积也是仿射的，叠起来仍可合并", "they are affine too and collapse as well"),
            words("每层都能抽出新的特征", "each layer can make new features"),
        ),
        (
            words("异或 XOR", "XOR"),
            words("最小二乘的最好预测处处是 ½", "the best least-squares prediction is ½ everywhere"),
            words(
                "两个 ReLU 就够：ReLU(s) − 2·ReLU(s − 1)，s = x₁ + x₂",
                "two ReLUs do: ReLU(s) − 2·ReLU(s − 1), s = x₁ + x₂",
            ),
        ),
        (
            words("分界线", "decision boundary"),
            words("一个超平面", "one hyperplane"),
            words(
                f"{UNITS} 个 ReLU 最多把平面切成 {regions} 块线性区域",
                f"{UNITS} ReLUs cut the plane into up to {regions} linear regions",
            ),
        ),
        (
            words("能表示什么", "what can be expressed"),
            words("只有仿射函数，多深都一样", "affine functions only, at any depth"),
            words(
                "单隐藏层足够宽、激活不是多项式，就能在紧集上逼近任何连续函数（Leshno et al. 1993）",
                "one wide hidden layer approximates any continuous function on a compact set, "
                "as long as the activation is no polynomial (Leshno et al. 1993)",
            ),
        ),
        (
            words("学习过程", "learning"),
            words(
                "表示的函数没有变多，但深层线性网络的学习过程不同（Saxe et al. 2013）",
                "the same functions, yet deep linear nets learn differently (Saxe et al. 2013)",
            ),
            words(
                "反向传播每层乘上 f′ 和权重：斜率开始重要",
                "back-propagation multiplies by f′ and the weights: slopes begin to matter",
            ),
        ),
    )
    notes = (
        Text(
            "最大池化、注意力里的 Softmax、归一化也是非线性的：“没有激活”的网络未必就是线性的。",
            "Max-pooling, the softmax in attention and normalisation are non-linear too: "
            "a net without activations need not be linear.",
        ),
    )
    return Table(columns, rows, notes)


def eras() -> Table:
    """Return three eras beside one another; slopes and means come from the core."""
    columns = (
        Column("aspect", Text("方面", "aspect")),
        Column("s_shaped", Text("S 形时代", "S-shaped era")),
        Column("rectifier", Text("整流时代", "rectifier era")),
        Column("gated", Text("平滑与门控时代", "smooth and gated era")),
    )
    rows = (
        (
            words("大致年代", "roughly"),
            words("1986 年起", "from 1986"),
            words("2010 年起", "from 2010"),
            words("2016 年起", "from 2016"),
        ),
        (
            words("代表", "typical"),
            words("Sigmoid、Tanh", "sigmoid, tanh"),
            words("ReLU、Leaky ReLU、ELU", "ReLU, Leaky ReLU, ELU"),
            words("GELU、SiLU、SwiGLU", "GELU, SiLU, SwiGLU"),
        ),
        (words("最大斜率", "largest slope"), *map(_steepest, ERAS)),
        (words("E f(z)", "E f(z)"), *map(_means, ERAS)),
        (words("P(f′ = 0)", "P(f′ = 0)"), *map(_dead, ERAS)),
        (
            words("初始化", "initialisation"),
            same("LeCun 1998; Glorot & Bengio 2010"),
            same("He et al. 2015"),
            words("多靠归一化与残差", "mostly left to normalisation and residuals"),
        ),
        (
            words("代表模型", "models"),
            words("反向传播网络（1986）、LSTM（1997）", "back-propagation nets (1986), LSTM (1997)"),
            words("AlexNet（2012）、ResNet（2015）", "AlexNet (2012), ResNet (2015)"),
            words("BERT（2018）、PaLM（2022）、LLaMA（2023）", "BERT (2018), PaLM (2022), LLaMA (2023)"),
        ),
        (
            words("卡在哪里", "what held it back"),
            words("两侧饱和，深了斜率连乘变小", "both sides saturate: the product of slopes shrinks with depth"),
            words("死神经元；没有残差时再深反而更差", "dead units; without residuals deeper became worse"),
            words("每算一个值都更贵；离群值不利于低精度", "each value costs more; outliers hurt low precision"),
        ),
        (
            words("今天还用在", "still used today"),
            words("门、输出层、有界的量", "gates, output layers, bounded quantities"),
            words("CNN 与 MLP 的基线、稀疏推理", "baselines of CNNs and MLPs, sparse inference"),
            words("Transformer、扩散模型", "Transformers, diffusion models"),
        ),
    )
    notes = (
        Text(
            "整流早有先例（Fukushima 1969），2009–2012 年间才被广泛采用；让网络变深的还有残差与归一化。",
            "Rectifiers are older (Fukushima 1969) and were adopted between 2009 and 2012; depth also needed residuals "
            "and normalisation.",
        ),
    )
    return Table(columns, rows, notes)


ERAS = (("sigmoid", "tanh"), ("relu", "leaky_relu"), ("gelu", "silu"))


def _told(names: tuple[str, ...], numbers: tuple[float, ...]) -> Cell:
    pairs = [f"{get(name).symbol} {significant(number)}" for name, number in zip(names, numbers, strict=True)]
    return Cell(Text.same(", ".join(pairs)), numbers)


def _steepest(names: tuple[str, ...]) -> Cell:
    return _told(names, tuple(facts.known(get(name)).lipschitz for name in names))


def _means(names: tuple[str, ...]) -> Cell:
    return _told(names, tuple(round(facts.gaussian(get(name)).mean, 12) + 0.0 for name in names))


def _dead(names: tuple[str, ...]) -> Cell:
    return _told(names, tuple(round(facts.gaussian(get(name)).dead, 12) + 0.0 for name in names))
