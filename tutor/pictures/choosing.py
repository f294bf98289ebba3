"""Which activation to choose: by task, by architecture, by depth, by hardware, each with its reason.

Practice is told with its models; no choice is called the best, since with normalisation the gaps are small.
"""

from __future__ import annotations

from math import log

from tutor.pictures.table import Cell, Column, Table, words
from tutor.text import Text
from tutor.text.numbers import significant

OVERFLOW = significant(log(65504), 4)  # of exp; 65504 is the largest float16

CHOICE = Column("choice", Text("首选", "first choice"))
WHY = Column("why", Text("理由", "reason"))
CARE = Column("care", Text("注意", "mind"))
MEASURE = Text(
    "差距常常很小：换激活函数之前，先看学习率、初始化、数据尺度与归一化，并用多个随机种子比较。",
    "Gaps are often small: before changing the activation look at learning rate, initialisation, data scale and "
    "normalisation, and compare over several seeds.",
)


def _table(first: Column, rows: tuple[tuple[Cell, ...], ...], *notes: Text) -> Table:
    return Table((first, CHOICE, WHY, CARE), rows, notes)


def task() -> Table:
    """Return the output layer for each task."""
    rows = (
        (
            words("二分类", "two classes"),
            words("Sigmoid", "sigmoid"),
            words(
                "把得分变成 (0, 1) 里的数，对应伯努利分布",
                "turns the score into a number in (0, 1), a Bernoulli parameter",
            ),
            words(
                "训练时用直接接收 logit 的损失，数值更稳定", "train with a loss that takes logits: it is more stable"
            ),
        ),
        (
            words("多分类（互斥）", "several classes, one right"),
            words("Softmax", "softmax"),
            words("各类概率为正、和为 1", "positive shares that add up to 1"),
            words(
                "输出彼此牵连；概率未必校准，可做温度缩放（Guo et al. 2017）",
                "outputs depend on each other; not calibrated by itself, temperature scaling helps (Guo et al. 2017)",
            ),
        ),
        (
            words("多标签（可同时成立）", "several labels at once"),
            words("每个标签一个 Sigmoid", "one sigmoid per label"),
            words("标签各自独立判断", "each label is judged on its own"),
            words("不要用 Softmax：它迫使标签互相竞争", "no softmax: it makes labels compete"),
        ),
        (
            words("回归（任意实数）", "regression, any number"),
            words("恒等（不加激活）", "identity, no activation"),
            words("目标没有界限，输出也不该有", "targets have no bounds, so outputs need none"),
            words("先把目标标准化", "standardise the targets"),
        ),
        (
            words("必须为正的量", "a positive quantity"),
            words("Softplus 或 exp", "softplus or exp"),
            words("值域是 (0, ∞)：方差、速率、强度", "their range is (0, ∞): variances, rates, intensities"),
            words("exp 增长很快；softplus 在大输入处接近直线", "exp grows fast; softplus is almost straight far out"),
        ),
        (
            words("有界的动作（强化学习）", "a bounded action (reinforcement learning)"),
            words("Tanh 再缩放", "tanh, then scaled"),
            words("把动作压进 (−1, 1)", "squeezes actions into (−1, 1)"),
            words(
                "SAC 的对数概率要加雅可比修正（Haarnoja et al. 2018）",
                "SAC corrects the log-probability by the Jacobian (Haarnoja et al. 2018)",
            ),
        ),
        (
            words("离散的动作", "a discrete action"),
            words("Softmax；价值网络用恒等", "softmax; identity for the critic"),
            words("策略是一个分布，价值是任意实数", "a policy is a distribution, a value any number"),
            words(
                "探索靠熵奖励或温度",
                "exploration comes from an entropy bonus or a temperature",
            ),
        ),
        (
            words("隐藏层", "hidden layers"),
            words("看架构", "by architecture"),
            words(
                "任务决定输出层，架构决定隐藏层", "the task decides the output layer, the architecture the hidden ones"
            ),
            words("见 tutor show choose-architecture", "see tutor show choose-architecture"),
        ),
    )
    return _table(Column("task", Text("任务", "task")), rows)


def architecture() -> Table:
    """Return what the hidden layers of each architecture use in practice."""
    rows = (
        (
            words("MLP", "MLP"),
            words("ReLU；想要平滑用 GELU、SiLU", "ReLU; GELU or SiLU to be smooth"),
            words("便宜，He 初始化恰好合适", "cheap, and He initialisation fits exactly"),
            words("表格数据先标准化", "standardise tabular data first"),
        ),
        (
            words("CNN", "CNN"),
            words("ReLU；EfficientNet 用 SiLU，ConvNeXt 用 GELU", "ReLU; EfficientNet takes SiLU, ConvNeXt GELU"),
            words("ResNet 以来的稳妥基线", "a safe baseline since ResNet"),
            words(
                "线性瓶颈和残差相加之前不加激活（MobileNetV2）",
                "no activation in linear bottlenecks and before a residual sum (MobileNetV2)",
            ),
        ),
        (
            words("LSTM、GRU", "LSTM, GRU"),
            words("门用 Sigmoid，状态用 Tanh", "sigmoid gates, tanh state"),
            words(
                "门是 (0, 1) 的开关；融合算子只认这一组",
                "gates are switches in (0, 1); fused kernels assume exactly these",
            ),
            words("换成别的会失去快速实现", "anything else loses the fast kernel"),
        ),
        (
            words("普通 RNN", "plain RNN"),
            words("Tanh", "tanh"),
            words("有界，状态不会越滚越大", "bounded: the state cannot run away"),
            words(
                "梯度仍可能爆炸，要裁剪；用 ReLU 则循环权重要从单位阵开始（Le, Jaitly & Hinton 2015）",
                "gradients may still explode: clip them; with ReLU start from the identity (Le, Jaitly & Hinton 2015)",
            ),
        ),
        (
            words("Transformer 编码器、ViT", "Transformer encoder, ViT"),
            words("GELU", "GELU"),
            words("BERT、ViT 的做法，配合 LayerNorm 与残差", "what BERT and ViT do, with LayerNorm and residuals"),
            words("2017 年的原版用 ReLU", "the original of 2017 took ReLU"),
        ),
        (
            words("大语言模型", "large language model"),
            words("SwiGLU（或 GEGLU）", "SwiGLU (or GEGLU)"),
            words(
                "PaLM、LLaMA、Qwen 等的前馈层；Shazeer 2020 与 Narang et al. 2021 的对照支持门控",
                "in PaLM, LLaMA, Qwen; Shazeer 2020 and Narang et al. 2021 found gating to help",
            ),
            words(
                "三个矩阵：宽度取 8d/3 才与两个矩阵的参数量相同",
                "three matrices: a width of 8d/3 keeps the parameters of two",
            ),
        ),
        (
            words("GAN", "GAN"),
            words(
                "判别器 Leaky ReLU（0.2）；生成器输出 Tanh",
                "Leaky ReLU (0.2) in the discriminator; tanh on the generator's output",
            ),
            words(
                "DCGAN 以来的做法：负侧也有梯度传给生成器",
                "practice since DCGAN: the left side passes gradients to the generator",
            ),
            words("GAN 是生成对抗网络，不是对抗训练", "a GAN is not adversarial training"),
        ),
        (
            words("自编码器", "auto-encoder"),
            words("隐藏层 ReLU、GELU；输出看数据", "ReLU or GELU inside; the output by the data"),
            words(
                "0 到 1 的像素用 Sigmoid，标准化的数据用恒等",
                "sigmoid for pixels from 0 to 1, identity for standardised data",
            ),
            words("编码层常不加激活", "the code is often left without activation"),
        ),
        (
            words("隐式神经表示、PINN", "implicit fields, PINN"),
            words("sin（SIREN）；PINN 用 Tanh、sin、SiLU", "sine (SIREN); tanh, sine, SiLU for PINNs"),
            words(
                "方程里有二阶导，ReLU″ 处处为 0（折点除外）",
                "equations hold second derivatives, and ReLU″ is 0 off the kink",
            ),
            words("SIREN 要配自己的初始化，ω₀ = 30", "SIREN needs its own initialisation, ω₀ = 30"),
        ),
        (
            words("扩散模型（U-Net）", "diffusion model (U-Net)"),
            words("SiLU", "SiLU"),
            words("DDPM 的 U-Net 用 SiLU", "the U-Net of DDPM takes SiLU"),
            words("配合归一化与残差", "with normalisation and residuals"),
        ),
    )
    return _table(Column("architecture", Text("架构", "architecture")), rows, MEASURE)


def depth() -> Table:
    """Return what depth asks for."""
    rows = (
        (
            words("1–4 个隐藏层", "1–4 hidden layers"),
            words("几乎都行：ReLU、Tanh、GELU", "almost anything: ReLU, tanh, GELU"),
            words("连乘很短，来不及消失", "the product is short: nothing has time to vanish"),
            words("Sigmoid 仍然慢：均值 ½，斜率至多 ¼", "sigmoid is still slow: mean ½, slope at most ¼"),
        ),
        (
            words("5–20 层", "5–20 layers"),
            words("ReLU 配 He；想自归一化用 SELU 配 LeCun", "ReLU with He; SELU with LeCun weights to self-normalise"),
            words("斜率与权重尺度的乘积要接近 1", "slope times weight scale should be near 1"),
            words("加了归一化，SiLU、GELU 同样稳", "with normalisation SiLU and GELU are as steady"),
        ),
        (
            words("20–100 层", "20–100 layers"),
            words("ReLU、GELU、SiLU，加残差与归一化", "ReLU, GELU or SiLU with residuals and normalisation"),
            words(
                "没有残差时，56 层的普通网络训练误差比 20 层还高（He et al. 2015）",
                "without residuals a plain net of 56 layers trains worse than one of 20 (He et al. 2015)",
            ),
            words("激活函数本身救不了深度", "no activation alone rescues depth"),
        ),
        (
            words("100 层以上", "more than 100 layers"),
            words("残差是前提；GELU、SwiGLU 或 ReLU 都可以", "residuals first; then GELU, SwiGLU or ReLU"),
            words(
                "恒等通路承担传递，激活只管变换", "the identity path carries the signal, the activation transforms it"
            ),
            words("pre-LN、Fixup、ReZero 稳住训练之初的尺度", "pre-LN, Fixup or ReZero keep the scale at the start"),
        ),
    )
    return _table(Column("depth", Text("深度", "depth")), rows, MEASURE)


def hardware() -> Table:
    """Return what the machine asks for."""
    rows = (
        (
            words("服务器 GPU", "server GPU"),
            words("按架构选，不必省", "by architecture, no need to save"),
            words(
                "逐元素运算多受内存带宽限制，常与前后的运算融合",
                "element-wise work is mostly bound by memory and fused with its neighbours",
            ),
            words("注意力里的 exp 是例外", "the exp inside attention is an exception"),
        ),
        (
            words("手机 CPU", "phone CPU"),
            words("ReLU、ReLU6、hard-swish", "ReLU, ReLU6, hard swish"),
            words(
                "只用比较和乘加；MobileNetV3 主要在后半部分用 hard-swish",
                "only compare, add and multiply; MobileNetV3 takes hard swish mainly in its deeper half",
            ),
            words("在目标设备上实测", "measure on the device itself"),
        ),
        (
            words("8 位定点", "8-bit integers"),
            words("ReLU6，或学出来的截断（PACT）", "ReLU6, or a learnt clip (PACT)"),
            words("范围固定，量化步长就固定：6/255", "a fixed range gives a fixed step: 6/255"),
            words(
                "做量化感知训练；无界激活的离群值会撑大步长",
                "train quantisation-aware; outliers of unbounded functions widen the step",
            ),
        ),
        (
            words("半精度", "half precision"),
            words("任何稳定写法", "any stable form"),
            words(f"float16 的 exp 在 {OVERFLOW} 以上溢出", f"exp overflows beyond {OVERFLOW} in float16"),
            words(
                "Softmax 先减最大值；用直接接收 logit 的损失",
                "subtract the maximum in softmax; use losses that take logits",
            ),
        ),
        (
            words("稀疏推理", "sparse inference"),
            words("ReLU、ReLU²", "ReLU, ReLU²"),
            words("输出里有确切的 0，可以跳过整行权重", "exact zeros let whole rows of weights be skipped"),
            words("普通的稠密算子不会因为有 0 就变快", "ordinary dense kernels gain nothing from zeros"),
        ),
        (
            words("加密推理", "encrypted inference"),
            words("x² 等多项式", "x² and other polynomials"),
            words(
                "同态加密只会加和乘（CryptoNets 2016）",
                "homomorphic encryption can only add and multiply (CryptoNets 2016)",
            ),
            words("多项式没有界，要浅、要归一化", "polynomials are unbounded: stay shallow and normalised"),
        ),
    )
    return _table(Column("hardware", Text("硬件", "hardware")), rows)
