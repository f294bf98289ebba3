"""Tables keep what was asked for: order, filters, columns; programs get numbers that JSON can hold."""

import json
from math import inf, nan

import pytest

from tutor.errors import NotFoundError, UsageError
from tutor.pictures.table import NONE, Cell, Column, Table, arranged, as_json, number, same, words, yes
from tutor.text import Text

TABLE = Table(
    (
        Column("function", Text("函数", "function")),
        Column("mean", Text("均值", "mean"), "right"),
        Column("range", Text("值域", "range")),
        Column("saturates", Text("饱和", "saturates")),
    ),
    (
        (same("ReLU", "relu"), number(0.399), same("[0, ∞)", (0.0, inf)), Cell(Text("左侧", "left"), "left")),
        (same("Tanh", "tanh"), number(-1e-18), same("(−1, 1)", (-1.0, 1.0)), Cell(Text("两侧", "both"), "both")),
        (same("GLU", "glu"), NONE, NONE, NONE),
        (same("SiLU", "silu"), number(0.2066), same("[−0.278, ∞)", (-0.278, inf)), Cell(Text("左侧", "left"), "left")),
    ),
)


def names(table):
    return [row[0].text.en for row in table.rows]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("mean", ["Tanh", "SiLU", "ReLU", "GLU"]),
        ("-mean", ["ReLU", "SiLU", "Tanh", "GLU"]),
        ("function", ["GLU", "ReLU", "SiLU", "Tanh"]),
        ("range", ["Tanh", "SiLU", "ReLU", "GLU"]),
        ("-saturates", ["ReLU", "SiLU", "Tanh", "GLU"]),
    ],
)
def test_rows_are_ordered_by_what_cells_stand_for(sort, order):
    """Numbers by size and not by their letters; what has no value stands last either way."""
    assert names(arranged(TABLE, sort)) == order


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (["左侧"], ["ReLU", "SiLU"]),
        (["LEFT"], ["ReLU", "SiLU"]),
        (["saturates=both"], ["Tanh"]),
        (["mean<0.3"], ["Tanh", "SiLU"]),
        (["mean＞0.1"], ["ReLU", "SiLU"]),
        (["left", "mean<0.3"], ["SiLU"]),
    ],
)
def test_filters_keep_rows(filters, left):
    assert names(arranged(TABLE, filters=filters)) == left


def test_columns_are_chosen_in_order_and_the_name_stays():
    assert [column.key for column in arranged(TABLE, columns=["Range", "mean"]).columns] == [
        "function",
        "range",
        "mean",
    ]


def test_what_cannot_be_asked_is_told_with_a_near_name():
    with pytest.raises(UsageError) as unknown:
        arranged(TABLE, "maen")
    assert (unknown.value.key, unknown.value.facts["near"]) == ("table.unknown_column", "mean")
    with pytest.raises(NotFoundError):
        arranged(TABLE, filters=["zebra"])
    with pytest.raises(UsageError):
        arranged(TABLE, filters=["mean<small"])


def test_programs_get_numbers():
    table = Table(
        (Column("a", Text("甲", "a")), Column("b", Text("乙", "b")), Column("c", Text("丙", "c"))),
        ((number(0.25), same("(0, ∞)", (0.0, inf)), words("是的", "yes")), (number(nan), NONE, yes(truth=True))),
        (Text("注", "note"),),
    )
    told = json.loads(json.dumps(as_json(table), allow_nan=False))
    assert told["rows"] == [
        {"a": 0.25, "b": [0.0, "inf"], "c": {"zh": "是的", "en": "yes"}},
        {"a": None, "b": None, "c": True},
    ]
    assert told["columns"][0] == {"key": "a", "title": {"zh": "甲", "en": "a"}}
    assert told["notes"] == [{"zh": "注", "en": "note"}]
