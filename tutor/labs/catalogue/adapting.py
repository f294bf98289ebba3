"""Experiments about functions that learn, mix or are searched for: learnable, mixed, search."""

from __future__ import annotations

from tutor.labs.catalogue.loading import run_of
from tutor.labs.model import Lab, Option, Preset

DATA = ("clusters", "moons", "spirals", "xor")
UNARY = ("x", "neg", "abs", "square", "zero", "one", "sin", "tanh", "sigmoid", "softplus", "gauss", "exp")
BINARY = ("add", "mul", "max", "min", "sub", "div")
SHAPES = ("prelu", "swish", "acon")

LEARNABLE = Lab(
    name="learnable",
    run=run_of("learnable"),
    options=(
        Option("shapes", "words", "prelu,swish,acon", words=SHAPES, own=True),
        Option("data", "word", "spirals", words=DATA, own=True),
        Option("depth", "whole", "2", 1, 6, own=True),
        Option("units", "whole", "24", 2, 64, own=True),
        Option("steps", "whole", "600", 1, 5000, own=True),
        Option("rate", "number", "0.02", 0.0001, 1.0, own=True),
        Option("decay", "number", "0.01", 0.0, 1.0, own=True),
        Option("pace", "number", "3", 0.0, 100.0, own=True),
        Option("runs", "whole", "16", 1, 30, own=True),
    ),
    answers=("all", "some", "none", "worse"),
    presets=(
        Preset("prelu", (("shapes", "prelu"),)),
        Preset("decay", (("decay", "0.1"),)),
    ),
    tries=("--data xor", "--decay 0.1", "--shapes prelu --pace 10", "--shapes prelu,acon --steps 2400 --runs 8"),
    lessons=("learnable", "parameter-gradients", "leaky-relu", "swish"),
)

MIXED = Lab(
    name="mixed",
    run=run_of("mixed"),
    options=(
        Option("functions", "functions", "relu,mish,silu,tanh", own=True),
        Option("share", "number", "0.7", 0.0, 1.0, own=True),
        Option("data", "words", "clusters,moons,spirals", words=DATA, own=True),
        Option("units", "whole", "20", 12, 64, own=True),
        Option("steps", "whole", "160", 10, 2000, own=True),
        Option("rates", "numbers", "0.003,0.01,0.03", 0.0001, 1.0, own=True),
        Option("runs", "whole", "12", 1, 30, own=True),
    ),
    answers=("mix", "same", "single", "depends"),
    presets=(Preset("sixty-four", (("units", "64"), ("data", "spirals"))),),
    tries=("--functions relu,mish,silu,sigmoid", "--rates 0.003", "--data xor", "--runs 4"),
    lessons=("mixed", "fair-comparison", "learnable"),
)

SEARCH = Lab(
    name="search",
    run=run_of("search"),
    options=(
        Option("unary", "words", "x,neg,abs,square,zero,sin,tanh,sigmoid,softplus", words=UNARY, own=True),
        Option("binary", "words", "add,mul,max,min", words=BINARY, own=True),
        Option("data", "word", "clusters", words=DATA, own=True),
        Option("others", "words", "moons,spirals", words=DATA, own=True),
        Option("auditions", "whole", "2", 1, 6, own=True),
        Option("finalists", "whole", "5", 1, 8, own=True),
        Option("runs", "whole", "16", 1, 30, own=True),
        Option("steps", "whole", "120", 1, 1000, own=True),
        Option("rate", "number", "0.01", 0.0001, 1.0, own=True),
    ),
    answers=("win", "tie", "lose"),
    presets=(
        Preset("spirals", (("data", "spirals"), ("others", "moons,clusters"))),
        Preset("division", (("binary", "mul,max,sub,div"),)),
    ),
    tries=("--data spirals --others moons,clusters", "--auditions 6", "--binary mul,max,sub,div"),
    lessons=("searched", "swish", "fair-comparison"),
)

RECORDS: tuple[Lab, ...] = (LEARNABLE, MIXED, SEARCH)
