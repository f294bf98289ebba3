"""Experiments about signals and gradients through deep networks: flow, vanishing, selu, norm."""

from __future__ import annotations

from tutor.labs.catalogue.loading import run_of
from tutor.labs.model import Lab, Option, Preset

WEIGHTS = ("lecun", "xavier", "uniform", "he", "default", "identity")

CHANGES = ("xavier", "he", "residual", "batch", "layer")
SETUPS = ("none", "batch", "layer", "batch+path", "layer+path")

FLOW = Lab(
    name="flow",
    run=run_of("flow"),
    options=(
        Option("functions", "functions", "sigmoid,tanh,relu,gelu,silu,selu"),
        Option("gain", "number", "1.414214", 0.1, 50.0),
        Option("gains", "numbers", "0.5,1,1.414214,2,3", 0.1, 50.0, own=True),
        Option("depth", "whole", "50", 2, 200),
        Option("units", "whole", "200", 8, 300),
        Option("runs", "whole", "6", 1, 30),
    ),
    answers=("kept", "vanish", "explode", "both"),
    presets=(
        Preset(
            "slope-one",
            (("functions", "relu"), ("gain", "1"), ("gains", "1,1.414214"), ("depth", "100"), ("units", "256")),
        ),
        Preset("bounded", (("functions", "tanh,sigmoid"), ("gain", "3"), ("gains", "2,3,30"), ("units", "256"))),
        Preset(
            "tanh-fades",
            (("functions", "tanh,sigmoid"), ("gain", "1"), ("gains", "1"), ("depth", "100"), ("units", "256")),
        ),
        Preset("he-for-all", (("functions", "relu,gelu,silu,selu"), ("gains", "1,1.414214"), ("units", "256"))),
    ),
    tries=("--gain 1", "--gain 3", "--gain 1.55 --functions gelu,silu", "--units 16 --functions relu"),
    lessons=("chain-product", "vanishing", "exploding", "initialisation", "edge-of-chaos"),
)

VANISHING = Lab(
    name="vanishing",
    run=run_of("vanishing"),
    options=(
        Option("functions", "functions", "sigmoid,tanh,relu"),
        Option("changes", "words", ",".join(CHANGES), words=CHANGES, own=True),
        Option("rates", "numbers", "0.03,0.1", 0.0001, 10.0, own=True),
        Option("depth", "whole", "11", 3, 30),
        Option("units", "whole", "20", 2, 48),
        Option("data", "word", "moons", words=("moons", "xor", "spirals", "clusters"), own=True),
        Option("steps", "whole", "180", 20, 2000),
        Option("runs", "whole", "5", 1, 12),
    ),
    answers=("fine", "weights", "structure", "none"),
    tries=("--depth 4", "--functions gelu,selu,softsign", "--data clusters", "--depth 18"),
    lessons=("vanishing", "residuals", "normalisation", "initialisation"),
)

SELU = Lab(
    name="selu",
    run=run_of("selu"),
    options=(
        Option("functions", "functions", "selu,elu,relu"),
        Option("weights", "words", "lecun,xavier,uniform,he,default,identity", words=WEIGHTS, own=True),
        Option("scale", "number", "1", 0.01, 100.0, own=True),
        Option("shift", "number", "0", -100.0, 100.0, own=True),
        Option("depth", "whole", "50", 2, 200),
        Option("units", "whole", "200", 2, 400),
        Option("runs", "whole", "6", 1, 30),
    ),
    answers=("any", "identity", "he", "variance"),
    tries=("--shift 2 --scale 3", "--units 8", "--functions gelu,selu", "--depth 100"),
    lessons=("selu", "fixed-points", "initialisation"),
)

NORM = Lab(
    name="norm",
    run=run_of("norm"),
    options=(
        Option("functions", "functions", "relu,gelu,silu,tanh"),
        Option("setups", "words", ",".join(SETUPS), words=SETUPS, own=True),
        Option("gain", "number", "1.414214", 0.1, 50.0),
        Option("depth", "whole", "16", 3, 100),
        Option("units", "whole", "128", 4, 300),
        Option("batch", "whole", "128", 2, 512, own=True),
        Option("batches", "numbers", "8,32,128,512", 2, 512, own=True),
        Option("runs", "whole", "5", 1, 30),
    ),
    answers=("steady", "grows", "shrinks"),
    tries=("--gain 3", "--batch 4", "--functions identity,relu", "--depth 30"),
    lessons=("normalisation", "residuals", "exploding"),
)

RECORDS: tuple[Lab, ...] = (FLOW, VANISHING, SELU, NORM)
