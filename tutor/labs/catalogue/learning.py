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

RECORDS: tuple[Lab, ...] = (TRAIN,)
