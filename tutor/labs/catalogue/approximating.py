"""Experiments about what functions can and cannot represent: approx, softmax, quant."""

from __future__ import annotations

from tutor.labs.catalogue.loading import run_of
from tutor.labs.model import Lab, Option, Preset

APPROX = Lab(
    name="approx",
    run=run_of("approx"),
    options=(
        Option("functions", "functions", "x^2,relu,tanh,sigmoid,gelu", own=True),
        Option("target", "function", "sin(3*x)", own=True),
        Option("reach", "number", "3.14159", 0.1, 10, own=True),
        Option("width", "whole", "80", 1, 320, own=True),
        Option("slope", "number", "8", 0.1, 50, own=True),
        Option("runs", "whole", "10", 1, 30, own=True),
        Option("steps", "whole", "300", 0, 5000, own=True),
    ),
    answers=("all", "polynomial", "kinked"),
    presets=(Preset("step", (("target", "step"),)), Preset("fold", (("target", "abs(x)"),))),
    tries=(
        "--functions x^2,x^3-x,x^10-x^9",
        "--target step",
        "--target 'abs(x)'",
        "--target 'sin(7*x)'",
    ),
    lessons=("universal-approximation", "why-nonlinearity", "xor"),
)

SOFTMAX = Lab(
    name="softmax",
    run=run_of("softmax"),
    options=(
        Option("dimension", "whole", "64", 1, 1024, own=True),
        Option("keys", "whole", "64", 2, 512, own=True),
        Option("draws", "whole", "1000", 2, 2000, own=True),
        Option("size", "number", "1", 0, 10, own=True),
        Option("scores", "numbers", "1,2,3", -1000, 1000, own=True),
        Option("temperatures", "numbers", "0.1,0.5,1,2,10", 0.001, 1000, own=True),
    ),
    answers=("even", "some", "most"),
    presets=(Preset("large", (("dimension", "256"),)),),
    tries=("--size 3", "--size 0.2", "--keys 2", "--scores 0,0,-50,-50"),
    lessons=("softmax", "attention-scale", "softmax-jacobian", "numerical-stability"),
)

QUANT = Lab(
    name="quant",
    run=run_of("quant"),
    options=(
        Option("function", "function", "silu", own=True),
        Option("functions", "functions", "relu6,tanh,silu,hard_swish,gelu", own=True),
        Option("bits", "whole", "8", 1, 16, own=True),
        Option("degree", "whole", "5", 1, 25, own=True),
        Option("pieces", "whole", "64", 1, 256, own=True),
        Option("reach", "number", "6", 0.5, 20, own=True),
        Option("size", "number", "2", 0.01, 10, own=True),
        Option("data", "word", "spirals", words=("spirals", "moons", "xor", "clusters"), own=True),
        Option("runs", "whole", "20", 2, 30, own=True),
        Option("steps", "whole", "300", 10, 3000, own=True),
    ),
    answers=("neither", "rounding", "double", "both"),
    presets=(Preset("tanh", (("function", "tanh"),)), Preset("gelu", (("function", "gelu"),))),
    tries=("--bits 3", "--degree 9", "--function tanh", "--data moons"),
    lessons=("quantisation", "hard-family", "cost"),
)

RECORDS: tuple[Lab, ...] = (APPROX, SOFTMAX, QUANT)
