"""What one sees in training, what to measure, and what helps: from symptom to remedy."""

from __future__ import annotations

from math import log, pi
from typing import TYPE_CHECKING

from tutor.pictures.table import Column, Table, words
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.pictures.table import Cell

OVERFLOW = significant(log(65504), 4)  # of exp; 65504 is the largest float16
PER_LAYER = significant(pi / (pi - 1))  # of squared gradients in a plain BN–ReLU net (Yang et al. 2019)


def symptoms() -> Table:
    """Return symptoms with what to measure first, the likely cause and the remedy."""
    columns = (
        Column("symptom", Text("症状", "symptom")),
        Column("measure", Text("先测什么", "measure first")),
        Column("cause", Text("可能的原因", "likely cause")),
        Column("remedy", Text("对策", "remedy")),
    )
    notes = (
        Text(
            "先查学习率、初始化、数据尺度与归一化，最后才换激活函数。",
            "Check learning rate, initialisation, data scale and normalisation first; change the activation last.",
        ),
    )
    return Table(columns, ROWS, notes)


ROWS: tuple[tuple[Cell, ...], ...] = (
    (
        words("前面几层几乎不动，后面的层在学", "early layers hardly move while late ones learn"),
        words("每层梯度的范数", "the gradient's norm, layer by layer"),
        words("梯度消失：σ_w²·E f′² 小于 1", "vanishing: σ_w²·E f′² below 1"),
        words(
            "配套的初始化；残差、归一化；隐藏层不用 Sigmoid",
            "matching initialisation; residuals, normalisation; no sigmoid in hidden layers",
        ),
    ),
    (
        words("损失变成 NaN 或剧烈震荡", "the loss becomes NaN or swings wildly"),
        words("梯度范数随步数、随层的变化", "gradient norms over steps and layers"),
        words("学习率太大，或 σ_w²·E f′² 大于 1：梯度爆炸", "learning rate too high, or σ_w²·E f′² above 1: exploding"),
        words("降低学习率、预热、按范数裁剪、检查增益", "lower the rate, warm up, clip by norm, check the gain"),
    ),
    (
        words("许多 ReLU 对全部数据都输出 0", "many ReLUs give 0 on all data"),
        words("整个数据集上的死亡比例", "the dead share over the whole data set"),
        words("多半是一次过大的更新把偏置推到了很负的地方", "probably a huge update that pushed the biases far down"),
        words("降低学习率；换 Leaky ReLU、ELU；重置死掉的单元", "lower the rate; Leaky ReLU, ELU; reset dead units"),
    ),
    (
        words("Sigmoid 单元一直贴着 0 或 1", "sigmoid units stick to 0 or 1"),
        words("预激活值的分布", "the distribution of pre-activations"),
        words("输入或权重太大，落进饱和区", "inputs or weights too large: saturated"),
        words("标准化输入、缩小权重、加归一化", "standardise inputs, smaller weights, normalisation"),
    ),
    (
        words("网络加深后训练误差反而更高", "deeper, and the training error is higher"),
        words("训练误差，不是测试误差", "the training error, not the test error"),
        words(
            "退化：不是过拟合，多半也不是梯度消失（He et al. 2015）",
            "degradation: not over-fitting, and unlikely to be vanishing gradients (He et al. 2015)",
        ),
        words("残差连接", "residual connections"),
    ),
    (
        words(
            "没有残差的深层 BN–ReLU 网络一开始就梯度爆炸",
            "a very deep BN–ReLU net without residuals explodes at the start",
        ),
        words("初始化时每层梯度的平方", "squared gradients per layer at initialisation"),
        words(
            f"每层约乘 {PER_LAYER}（Yang et al. 2019）",
            f"each layer multiplies them by about {PER_LAYER} (Yang et al. 2019)",
        ),
        words("残差连接", "residual connections"),
    ),
    (
        words("SELU 网络没有自归一化", "a SELU net does not normalise itself"),
        words("各层输出的均值与方差", "mean and variance of each layer's output"),
        words("权重不是 LeCun 初始化，或输入没有标准化", "weights not LeCun normal, or inputs not standardised"),
        words("方差 1/fan_in、标准化输入、AlphaDropout", "variance 1/fan_in, standardised inputs, AlphaDropout"),
    ),
    (
        words("Softmax 得到 NaN", "softmax gives NaN"),
        words("logit 的最大值", "the largest logit"),
        words(f"exp 溢出：float16 里超过 {OVERFLOW} 就溢出", f"exp overflows, in float16 beyond {OVERFLOW}"),
        words(
            "先减最大值；用 log-softmax 和直接接收 logit 的损失",
            "subtract the maximum; log-softmax and losses on logits",
        ),
    ),
    (
        words("分类器过于自信", "the classifier is too sure"),
        words("校准误差（ECE）", "the calibration error (ECE)"),
        words("Softmax 的输出不等于校准过的概率", "softmax outputs are not calibrated probabilities"),
        words("温度缩放（Guo et al. 2017）", "temperature scaling (Guo et al. 2017)"),
    ),
    (
        words("注意力一开始就几乎只看一个位置", "attention looks at one place from the start"),
        words("得分 q·k 的方差", "the variance of the scores q·k"),
        words("得分的方差等于 d：Softmax 饱和", "scores of variance d saturate the softmax"),
        words("除以 √d", "divide by √d"),
    ),
    (
        words("量化到 8 位后精度大跌", "accuracy drops in 8 bits"),
        words("激活值的范围与离群值", "range and outliers of the activations"),
        words("少数离群值把量化步长撑大了", "a few outliers widen the quantisation step"),
        words(
            "ReLU6 或学出来的截断（Choi et al. 2018）；量化感知训练",
            "ReLU6 or a learnt clip (Choi et al. 2018); quantisation-aware training",
        ),
    ),
    (
        words("PINN 的二阶导项没有梯度", "second-derivative terms of a PINN give no gradient"),
        words("网络的二阶导数", "the net's second derivative"),
        words("ReLU″ = 0（折点除外）", "ReLU″ = 0 off the kink"),
        words("Tanh、sin、SiLU", "tanh, sine, SiLU"),
    ),
)
