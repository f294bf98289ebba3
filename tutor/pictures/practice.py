"""Which activation well-known models use, as published; a model stands here only with its paper or release."""

from __future__ import annotations

from tutor.pictures.table import Cell, Column, Table, same
from tutor.text import Text

VISION = Text("视觉", "vision")
LANGUAGE = Text("语言", "language")
SPEECH = Text("语音", "speech")
SEQUENCE = Text("序列", "sequences")
CONTROL = Text("控制", "control")
IMAGES = Text("图像生成", "image synthesis")
FIELDS = Text("场与方程", "fields, PDEs")

# model, what for, activation, year, authors
PRACTICE: tuple[tuple[str, Text, Text, int, str], ...] = (
    ("LSTM", SEQUENCE, Text("σ 门、tanh 状态", "σ gates, tanh state"), 1997, "Hochreiter & Schmidhuber"),
    ("AlexNet", VISION, Text.same("ReLU"), 2012, "Krizhevsky, Sutskever & Hinton"),
    ("VGG", VISION, Text.same("ReLU"), 2014, "Simonyan & Zisserman"),
    ("GRU", SEQUENCE, Text("σ 门、tanh 状态", "σ gates, tanh state"), 2014, "Cho et al."),
    ("ResNet", VISION, Text.same("ReLU"), 2015, "He, Zhang, Ren & Sun"),
    (
        "DCGAN",
        IMAGES,
        Text("判别器 Leaky ReLU 0.2", "Leaky ReLU 0.2 in the discriminator"),
        2015,
        "Radford, Metz & Chintala",
    ),
    ("Transformer", LANGUAGE, Text.same("ReLU"), 2017, "Vaswani et al."),
    ("YOLOv3", VISION, Text.same("Leaky ReLU 0.1"), 2018, "Redmon & Farhadi"),
    ("MobileNetV2", VISION, Text.same("ReLU6"), 2018, "Sandler et al."),
    ("BERT", LANGUAGE, Text.same("GELU"), 2018, "Devlin, Chang, Lee & Toutanova"),
    (
        "SAC",
        CONTROL,
        Text("tanh 压缩动作，加雅可比修正", "tanh on the action, with its Jacobian"),
        2018,
        "Haarnoja et al.",
    ),
    (
        "StyleGAN",
        IMAGES,
        Text("判别器 Leaky ReLU 0.2", "Leaky ReLU 0.2 in the discriminator"),
        2018,
        "Karras, Laine & Aila",
    ),
    ("GPT-2", LANGUAGE, Text("GELU（tanh 写法）", "GELU (tanh form)"), 2019, "Radford et al."),
    ("MobileNetV3", VISION, Text("hard-swish 与 ReLU", "hard swish and ReLU"), 2019, "Howard et al."),
    ("EfficientNet", VISION, Text.same("SiLU"), 2019, "Tan & Le"),
    ("T5 v1.0", LANGUAGE, Text.same("ReLU"), 2019, "Raffel et al."),
    ("PINN", FIELDS, Text.same("tanh"), 2019, "Raissi, Perdikaris & Karniadakis"),
    ("YOLOv4", VISION, Text("主干 Mish", "Mish in the backbone"), 2020, "Bochkovskiy, Wang & Liao"),
    ("GPT-3", LANGUAGE, Text.same("GELU"), 2020, "Brown et al."),
    ("T5 v1.1", LANGUAGE, Text.same("GEGLU"), 2020, "Google; Shazeer 2020"),
    ("ViT", VISION, Text.same("GELU"), 2020, "Dosovitskiy et al."),
    ("wav2vec 2.0", SPEECH, Text.same("GELU"), 2020, "Baevski et al."),
    ("NeRF", FIELDS, Text("ReLU + 傅里叶特征", "ReLU + Fourier features"), 2020, "Mildenhall et al."),
    ("SIREN", FIELDS, Text.same("sin(30x)"), 2020, "Sitzmann et al."),
    ("DDPM", IMAGES, Text.same("SiLU"), 2020, "Ho, Jain & Abbeel"),
    ("CLIP", VISION, Text.same("x·σ(1.702x)"), 2021, "Radford et al."),
    ("Primer", LANGUAGE, Text.same("ReLU²"), 2021, "So et al."),
    ("ConvNeXt", VISION, Text.same("GELU"), 2022, "Liu et al."),
    ("PaLM", LANGUAGE, Text.same("SwiGLU"), 2022, "Chowdhery et al."),
    ("OPT", LANGUAGE, Text.same("ReLU"), 2022, "Zhang et al."),
    ("BLOOM", LANGUAGE, Text.same("GELU"), 2022, "BigScience"),
    ("Whisper", SPEECH, Text.same("GELU"), 2022, "Radford et al."),
    ("LLaMA", LANGUAGE, Text.same("SwiGLU"), 2023, "Touvron et al."),
    ("Mistral 7B", LANGUAGE, Text.same("SwiGLU"), 2023, "Jiang et al."),
    ("Qwen", LANGUAGE, Text.same("SwiGLU"), 2023, "Bai et al."),
    ("DeepSeek-V3", LANGUAGE, Text.same("SwiGLU"), 2024, "DeepSeek-AI"),
    ("Gemma", LANGUAGE, Text.same("GEGLU"), 2024, "Gemma Team"),
    ("Nemotron-4", LANGUAGE, Text.same("ReLU²"), 2024, "Parmar et al."),
    ("gpt-oss", LANGUAGE, Text("截断的 SwiGLU", "clamped SwiGLU"), 2025, "OpenAI"),
    ("Apertus", LANGUAGE, Text.same("xIELU"), 2025, "Swiss AI"),
)


def models() -> Table:
    """Return the models with their activations, oldest first."""
    columns = (
        Column("model", Text("模型", "model")),
        Column("field", Text("领域", "field")),
        Column("activation", Text("激活函数", "activation")),
        Column("year", Text("年份", "year"), "right"),
        Column("authors", Text("作者", "authors")),
    )
    rows = tuple(
        (same(model, model), Cell(field), Cell(activation), same(str(year), year), same(authors, authors))
        for model, field, activation, year, authors in PRACTICE
    )
    notes = (
        Text(
            "年份是论文发表或模型公开的年份；具体用哪种写法，请看各模型的配置。",
            "The year is that of the paper or the release; for the exact form look at the model's configuration.",
        ),
    )
    return Table(columns, rows, notes)
