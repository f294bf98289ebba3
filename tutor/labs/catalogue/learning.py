"""Experiments about training compared: dead, train, evaluate."""

from __future__ import annotations

from tutor.labs.catalogue.loading import run_of
from tutor.labs.model import Lab, Option, Preset

DATA = ("clusters", "moons", "spirals", "xor")

TRAIN = Lab(
    name="train",
    run=run_of("train"),
    options=(
        Option("functions", "functions", "relu,leaky_relu,elu,silu,gelu,tanh,sigmoid"),
        Option("data", "words", "clusters,spirals", words=DATA),
        Option("runs", "whole", "12", 1, 30),
        Option("rates", "numbers", "0.003,0.01,0.03,0.1,0.3", 1e-5, 10.0, own=True),
        Option("steps", "whole", "300", 1, 3000),
        Option("layers", "whole", "2", 1, 10),
        Option("width", "whole", "16", 1, 64),
        Option("samples", "whole", "256", 16, 2000),
        Option("start", "word", "own", words=("own", "he"), own=True),
    ),
    answers=("one", "some", "none"),
    presets=(
        Preset(
            "document",
            (
                ("functions", "relu,sigmoid,tanh,leaky_relu,elu"),
                ("data", "clusters"),
                ("rates", "0.001"),
                ("start", "he"),
                ("width", "50"),
                ("samples", "800"),
            ),
        ),
        Preset("shapes", (("data", "clusters,moons,spirals,xor"),)),
    ),
    tries=("--rates 0.003", "--data xor", "--runs 3", "--layers 6"),
    lessons=("fair-comparison", "by-task", "saturation"),
)

DEAD = Lab(
    name="dead",
    run=run_of("dead"),
    options=(
        Option("function", "function", "relu", own=True),
        Option("rescue", "function", "leaky_relu", own=True),
        Option("rate", "number", "0.01", 1e-6, 10.0, own=True),
        Option("times", "number", "10", 1.0, 1000.0, own=True),
        Option("bias", "number", "1", 0.0, 100.0, own=True),
        Option("optimiser", "word", "adam", words=("adam", "descent"), own=True),
        Option("data", "word", "spirals", words=DATA, own=True),
        Option("layers", "whole", "2", 1, 10),
        Option("width", "whole", "32", 1, 64),
        Option("samples", "whole", "256", 32, 2000),
        Option("steps", "whole", "300", 1, 3000),
        Option("runs", "whole", "10", 1, 30),
        Option("low", "number", "0", -100.0, 100.0, own=True),
        Option("high", "number", "2", -100.0, 100.0, own=True),
        Option("scales", "numbers", "0.01,1,100", 1e-6, 1e6, own=True),
    ),
    answers=("rate", "weights", "bias", "none"),
    presets=(Preset("tiny", (("scales", "0.001,0.01,0.1,1,10,100"), ("bias", "1"))),),
    tries=("--optimiser descent --rate 0.05", "--function gelu", "--data clusters", "--layers 8 --width 3"),
    lessons=("dying-relu", "relu", "leaky-relu", "sparsity"),
)

EVALUATE = Lab(
    name="evaluate",
    run=run_of("evaluate"),
    options=(
        Option("function", "function", "x*tanh(x)", own=True),
        Option("beside", "functions", "relu,gelu", own=True),
        Option("data", "word", "moons", words=DATA, own=True),
        Option("runs", "whole", "12", 1, 30),
        Option("rates", "numbers", "0.003,0.01,0.03,0.1,0.3", 1e-5, 10.0, own=True),
        Option("steps", "whole", "300", 1, 3000),
        Option("layers", "whole", "2", 1, 10),
        Option("width", "whole", "16", 1, 64),
        Option("samples", "whole", "256", 16, 2000),
        Option("start", "word", "own", words=("own", "he"), own=True),
        Option("noise", "number", "0.2", 0.0, 10.0, own=True),
        Option("depth", "whole", "30", 2, 100, own=True),
    ),
    answers=("better", "level", "worse"),
    presets=(
        Preset("softgate", (("function", "x*(1+softsign(x))/2"),)),
        Preset("smooth", (("function", "mish"), ("beside", "silu,gelu,hard_swish"))),
    ),
    tries=(
        '--function "x*(1+softsign(x))/2"',
        "--data spirals",
        '--function "x^2"',
        "--function sigmoid --data spirals",
    ),
    lessons=("evaluating", "fair-comparison", "gaussian-moments", "cost"),
)

RECORDS: tuple[Lab, ...] = (DEAD, TRAIN, EVALUATE)
