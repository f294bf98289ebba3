"""The advice at the ends of the decision tree: what to take, why, what else, and how to initialise."""

from __future__ import annotations

from tutor.activations.catalogue import get
from tutor.pictures import facts
from tutor.pictures.decision import Advice
from tutor.text import Text
from tutor.text.numbers import significant

HE = Text("He：Var(W) = 2/n", "He: Var(W) = 2/n")
XAVIER = Text("Xavier：Var(W) = 2/(n + m)", "Xavier: Var(W) = 2/(n + m)")
LECUN = Text("LeCun：Var(W) = 1/n", "LeCun: Var(W) = 1/n")
SMALL = Text("Xavier 或较小的权重：一开始的输出不偏不倚", "Xavier or small weights: unbiased outputs at the start")
LOGITS = Text(
    "损失直接接收 logit，不必先算概率再取对数", "with a loss on logits no logarithm of a probability is needed"
)


def everything() -> tuple[Advice, ...]:
    """Return all advice; numbers in it come from the core."""
    return (*_outputs(), *_hidden(), *_special())


def _mean(name: str) -> str:
    return significant(facts.gaussian(get(name)).mean)


def _outputs() -> tuple[Advice, ...]:
    return (
        Advice(
            "binary",
            Text("Sigmoid", "sigmoid"),
            ("sigmoid",),
            (Text("值域 (0, 1)，正好是伯努利分布的参数", "its range (0, 1) fits the parameter of a Bernoulli"), LOGITS),
            (Text("两个输出的 Softmax：与它等价", "a softmax of two outputs: the same thing"),),
            SMALL,
        ),
        Advice(
            "classes",
            Text("Softmax", "softmax"),
            ("softmax",),
            (Text("为正、和为 1：互斥的类别", "positive and adding up to 1: classes that exclude each other"), LOGITS),
            (
                Text("想要恰好为 0 的概率：Sparsemax", "sparsemax, for shares of exactly 0"),
                Text(
                    "概率过于自信：温度缩放（Guo et al. 2017）",
                    "temperature scaling when it is too sure (Guo et al. 2017)",
                ),
            ),
            SMALL,
        ),
        Advice(
            "labels",
            Text("每个标签一个 Sigmoid", "one sigmoid per label"),
            ("sigmoid",),
            (Text("标签可以同时成立，各判各的", "labels may hold together, each is judged by itself"), LOGITS),
            (Text("其实互斥时改用 Softmax", "softmax when they do exclude each other"),),
            SMALL,
        ),
        Advice(
            "number",
            Text("恒等：不加激活", "identity: no activation"),
            ("identity",),
            (Text("目标没有界，输出也不该有", "targets have no bounds, so outputs need none"),),
            (Text("目标只会是非负：Softplus", "softplus when targets are never negative"),),
            SMALL,
        ),
        Advice(
            "positive",
            Text("Softplus", "softplus"),
            ("softplus",),
            (Text("值域 (0, ∞)，远处接近直线", "its range is (0, ∞), almost straight far out"),),
            (Text("跨越许多数量级时用 exp", "exp when the quantity spans many orders of magnitude"),),
            SMALL,
        ),
        Advice(
            "bounded",
            Text("Tanh，再缩放到区间", "tanh, scaled to the interval"),
            ("tanh",),
            (Text("平滑地压进 (−1, 1)", "squeezes smoothly into (−1, 1)"),),
            (
                Text(
                    "随机策略（SAC）要给对数概率加雅可比修正（Haarnoja et al. 2018）",
                    "stochastic policies (SAC) add the Jacobian to the log-probability (Haarnoja et al. 2018)",
                ),
            ),
            SMALL,
        ),
    )


def _hidden() -> tuple[Advice, ...]:
    return (
        Advice(
            "relu",
            Text("ReLU", "ReLU"),
            ("relu",),
            (
                Text("只要一次比较；He 初始化对它恰好合适", "one comparison, and He initialisation fits it exactly"),
                Text("输出里有确切的 0", "its outputs hold exact zeros"),
            ),
            (
                Text("死亡比例升高：Leaky ReLU、ELU", "Leaky ReLU or ELU when the dead share grows"),
                Text("想要平滑：GELU、SiLU", "GELU or SiLU to be smooth"),
            ),
            HE,
        ),
        Advice(
            "leaky",
            Text("Leaky ReLU", "Leaky ReLU"),
            ("leaky_relu", "prelu"),
            (
                Text(
                    "左侧斜率不为 0：不会恰好停住，只是学得慢",
                    "its left slope is never 0: units cannot stop exactly, though they learn slowly there",
                ),
                Text(
                    f"均值几乎没变：E f(z) = {_mean('leaky_relu')}，ReLU 是 {_mean('relu')}",
                    f"its mean hardly moves: E f(z) = {_mean('leaky_relu')}, ReLU's is {_mean('relu')}",
                ),
            ),
            (Text("让网络自己学斜率：PReLU", "PReLU, to learn the slope"),),
            Text("He：Var(W) = 2/((1 + α²)n)", "He: Var(W) = 2/((1 + α²)n)"),
        ),
        Advice(
            "smooth",
            Text("GELU 或 SiLU", "GELU or SiLU"),
            ("gelu", "silu"),
            (
                Text("处处平滑，负侧先下探再回到 0", "smooth everywhere, dipping below 0 and coming back"),
                Text("Transformer、EfficientNet、ConvNeXt 的做法", "what Transformers, EfficientNet and ConvNeXt do"),
            ),
            (Text("算力紧张就换回 ReLU：差距常常很小", "back to ReLU when compute is short: the gap is often small"),),
            Text(
                "先用 He，再加归一化：没有归一化，信号会一层层衰减",
                "start from He and normalise: without it the signal dies out layer by layer",
            ),
        ),
        Advice(
            "floor",
            Text("ELU", "ELU"),
            ("elu", "celu"),
            (
                Text(
                    f"均值更接近 0：E f(z) = {_mean('elu')}，ReLU 是 {_mean('relu')}",
                    f"a mean nearer 0: E f(z) = {_mean('elu')}, ReLU's is {_mean('relu')}",
                ),
                Text("左侧平滑地降到 −α，对噪声不敏感", "the left side falls smoothly to −α and ignores noise there"),
            ),
            (Text("α ≠ 1 又要斜率连续：CELU", "CELU when α is not 1 and the slope must stay continuous"),),
            HE,
        ),
        Advice(
            "selu",
            Text("SELU", "SELU"),
            ("selu",),
            (
                Text(
                    "均值 0、方差 1 是它的不动点：不用归一化层",
                    "mean 0 and variance 1 are its fixed point: no normalisation layers",
                ),
                Text(
                    "要标准化输入、LeCun 初始化、AlphaDropout", "needs standardised inputs, LeCun weights, AlphaDropout"
                ),
            ),
            (Text("能加归一化层时，ReLU 或 GELU 更常见", "with normalisation layers ReLU or GELU is more usual"),),
            LECUN,
        ),
    )


def _special() -> tuple[Advice, ...]:
    return (
        Advice(
            "mobile",
            Text("ReLU6；后半部分 hard-swish", "ReLU6, hard swish in the deeper half"),
            ("relu6", "hard_swish"),
            (
                Text(
                    "MobileNetV2 用 ReLU6，V3 在后半部分用 hard-swish",
                    "MobileNetV2 takes ReLU6, V3 hard swish in its deeper half",
                ),
                Text("只有比较和乘加，没有 exp", "compare, add and multiply, no exp"),
            ),
            (Text("先在目标设备上实测 ReLU", "measure plain ReLU on the device first"),),
            HE,
        ),
        Advice(
            "integer",
            Text("ReLU6", "ReLU6"),
            ("relu6",),
            (Text("范围固定在 [0, 6]，8 位步长就是 6/255", "with a fixed range [0, 6] the step in 8 bits is 6/255"),),
            (Text("学出来的截断范围：PACT（Choi et al. 2018）", "a learnt clip: PACT (Choi et al. 2018)"),),
            HE,
        ),
        Advice(
            "gates",
            Text("门用 Sigmoid，状态用 Tanh", "sigmoid for gates, tanh for the state"),
            ("sigmoid", "tanh"),
            (
                Text("门是 (0, 1) 的开关，状态有界", "gates are switches in (0, 1), the state stays bounded"),
                Text("融合算子只支持这一组", "fused kernels support exactly these"),
            ),
            (
                Text(
                    "没有融合算子时，可用 hard-sigmoid、hard-tanh",
                    "hard sigmoid and hard tanh where there is no fused kernel",
                ),
            ),
            Text(
                "Xavier；循环权重正交；遗忘门偏置取正", "Xavier; orthogonal recurrent weights; a positive forget bias"
            ),
        ),
        Advice(
            "recurrent",
            Text("Tanh", "tanh"),
            ("tanh",),
            (
                Text("有界：状态不会越滚越大", "bounded: the state cannot run away"),
                Text(
                    "梯度仍可能爆炸：按范数裁剪（Pascanu et al. 2013）",
                    "gradients may still explode: clip by norm (Pascanu et al. 2013)",
                ),
            ),
            (
                Text(
                    "ReLU，循环权重从单位阵开始（Le, Jaitly & Hinton 2015）",
                    "ReLU with recurrent weights that start at the identity (Le, Jaitly & Hinton 2015)",
                ),
            ),
            Text("Xavier；循环权重正交", "Xavier; orthogonal recurrent weights"),
        ),
        Advice(
            "encoder",
            Text("GELU", "GELU"),
            ("gelu",),
            (
                Text(
                    "BERT、ViT、Whisper 的做法，配 LayerNorm 与残差",
                    "what BERT, ViT and Whisper do, with LayerNorm and residuals",
                ),
            ),
            (
                Text("换成 GEGLU 或 SwiGLU，宽度取 2/3", "GEGLU or SwiGLU, at two thirds of the width"),
                Text("要稀疏激活：ReLU", "ReLU for sparse activations"),
            ),
            Text("小的正态权重，尺度交给归一化", "small normal weights; normalisation keeps the scale"),
        ),
        Advice(
            "gated",
            Text("SwiGLU", "SwiGLU"),
            ("swiglu", "geglu"),
            (
                Text(
                    "PaLM、LLaMA、Qwen、DeepSeek 的前馈层", "the feed-forward layers of PaLM, LLaMA, Qwen and DeepSeek"
                ),
                Text(
                    "同等参数下门控更好（Shazeer 2020；Narang et al. 2021）",
                    "gating helps at equal parameters (Shazeer 2020; Narang et al. 2021)",
                ),
            ),
            (
                Text("GEGLU（T5 v1.1、Gemma）", "GEGLU (T5 v1.1, Gemma)"),
                Text(
                    "低精度训练要当心离群值（Fishman et al. 2024）",
                    "mind outliers in low precision (Fishman et al. 2024)",
                ),
            ),
            Text("小的正态权重；宽度 8d/3", "small normal weights; a width of 8d/3"),
        ),
        Advice(
            "sparse",
            Text("ReLU²（或 ReLU）", "ReLU² (or ReLU)"),
            ("squared_relu", "relu"),
            (
                Text("确切的 0 让推理可以跳过权重", "exact zeros let inference skip weights"),
                Text(
                    "Nemotron-4 用 ReLU²；Zhang et al. 2024 在稀疏大模型里也选它",
                    "Nemotron-4 takes ReLU², and so do Zhang et al. 2024 for sparse language models",
                ),
            ),
            (Text("硬件不能跳过 0 时，SwiGLU", "SwiGLU when the hardware cannot skip zeros"),),
            Text("小的正态权重，尺度交给归一化", "small normal weights; normalisation keeps the scale"),
        ),
        Advice(
            "adversarial",
            Text("Leaky ReLU（0.2）；生成器输出 Tanh", "Leaky ReLU (0.2); tanh on the generator's output"),
            ("leaky_relu", "tanh"),
            (
                Text(
                    "判别器左侧也有梯度传回生成器：DCGAN、StyleGAN",
                    "the discriminator passes gradients on the left too: DCGAN, StyleGAN",
                ),
            ),
            (Text("生成器的隐藏层：DCGAN 用 ReLU", "inside the generator DCGAN takes ReLU"),),
            Text("He：Var(W) = 2/((1 + α²)n)，α = 0.2", "He: Var(W) = 2/((1 + α²)n), α = 0.2"),
        ),
        Advice(
            "field",
            Text("sin（SIREN，ω₀ = 30）", "sine (SIREN, ω₀ = 30)"),
            ("sine",),
            (
                Text(
                    "ReLU 网络先学低频，细节来得慢（Rahaman et al. 2019）",
                    "ReLU nets learn low frequencies first (Rahaman et al. 2019)",
                ),
                Text("任意阶导数都存在", "it has derivatives of every order"),
            ),
            (Text("ReLU 配傅里叶特征（NeRF）", "ReLU with Fourier features (NeRF)"),),
            Text("SIREN 的均匀分布：隐藏层 ±√(6/n)/ω₀", "SIREN's uniform: ±√(6/n)/ω₀ in hidden layers"),
        ),
        Advice(
            "equation",
            Text("Tanh", "tanh"),
            ("tanh", "silu", "sine"),
            (
                Text(
                    "方程里有二阶导；ReLU″ = 0（折点除外）",
                    "the equation holds second derivatives, and ReLU″ is 0 off the kink",
                ),
            ),
            (Text("SiLU、sin：同样平滑", "SiLU or sine, as smooth"),),
            XAVIER,
        ),
    )
