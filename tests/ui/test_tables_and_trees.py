"""Tables, trees, the timeline, the route and the decision tree on paper: nothing too wide, nothing lost.

Golden screens at 40, 80 and 120 columns in both languages: read them before committing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.pictures import deciding, family, flow, mind_map, tables, timeline
from tutor.pictures.request import CourseFacts, Request
from tutor.pictures.table import NOTHING, Column, Table, same
from tutor.syllabus.load import load
from tutor.syllabus.model import Item, Lesson, Part, Term
from tutor.text import Text
from tutor.ui import decision_picture, flow_picture, table_picture, timeline_picture, tree_picture
from tutor.ui.lines import measure, text_of
from tutor.ui.table_layout import bands, fitted, longest_piece, measured

ROOT = Path(__file__).parents[2] / "content"
MAKERS = {
    "cheat-sheet": (tables.cheat_sheet, table_picture),
    "gradients": (tables.gradients, table_picture),
    "derivative-cards": (tables.derivative_cards, table_picture),
    "with-without": (tables.with_without, table_picture),
    "eras": (tables.eras, table_picture),
    "choose-task": (tables.choose_task, table_picture),
    "choose-architecture": (tables.choose_architecture, table_picture),
    "choose-depth": (tables.choose_depth, table_picture),
    "choose-hardware": (tables.choose_hardware, table_picture),
    "models": (tables.models, table_picture),
    "symptoms": (tables.diagnosis, table_picture),
    "initialisation": (tables.pairing, table_picture),
    "glossary": (tables.glossary, table_picture),
    "family-tree": (family.family_tree, tree_picture),
    "mind-map": (mind_map.mind_map, tree_picture),
    "timeline": (timeline.timeline, timeline_picture),
    "route": (flow.route, flow_picture),
    "decision-tree": (deciding.decision_tree, decision_picture),
}
SMALL = CourseFacts(
    parts=(
        Part(1, "foundations", Text("基础：为什么需要激活函数", "Foundations: why networks need activations"), ()),
        Part(
            2,
            "families",
            Text("家族：逐个认识激活函数", "Families: the functions one by one"),
            (Item("2.1", Text("Sigmoid：S 形曲线", "Sigmoid: the S-shaped curve")),),
        ),
        Part(3, "properties", Text("性质", "Properties"), (Item("3.1", Text("单调与非单调", "Monotone or not")),)),
        Part(4, "gradients", Text("梯度：消失与爆炸", "Gradients: vanishing and exploding"), ()),
    ),
    lessons=(
        Lesson(
            "sigmoid",
            2,
            Text("Sigmoid：两头卡死的旋钮", "Sigmoid: a dial that sticks at both ends"),
            "",
            covers=("2.1",),
        ),
        Lesson("tanh", 2, Text("Tanh：爱憎分明的评委", "Tanh: a judge with equal boos and cheers"), ""),
    ),
    terms=(
        Term(
            "saturation",
            Text("饱和", "saturation"),
            Text("远处输出几乎不变，斜率趋于 0。", "Far out the output flattens and the slope tends to 0."),
            ("饱和区",),
            ("saturating", "saturated"),
        ),
        Term(
            "chain-rule",
            Text("链式法则", "chain rule"),
            Text(
                "复合函数的导数等于各环节导数的乘积。",
                "The derivative of a composition is the product of those of its links.",
            ),
        ),
    ),
)


@cache
def request_of(*, small: bool = False) -> Request:
    """Return a request with the course, or with a small one that does not grow."""
    if small:
        return Request(course=SMALL)
    loaded = load(ROOT)
    return Request(course=CourseFacts(loaded.course.parts, loaded.lessons, loaded.glossary))


@cache
def made(name, *, small=False):
    return MAKERS[name][0](request_of(small=small))


def drawn(name, columns, language, *, ascii_only=False, small=False):
    return MAKERS[name][1].lines(made(name, small=small), columns, None, language, ascii_only=ascii_only)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("name", MAKERS)
def test_golden(golden, name, columns, language):
    golden(f"show-{name}-{columns}-{language}", [text_of(row) for row in drawn(name, columns, language, small=True)])


@pytest.mark.parametrize("language", ["zh", "en", "both"])
@pytest.mark.parametrize("name", MAKERS)
def test_every_width_is_kept(name, language):
    """No line is wider than the screen, at any width a terminal has."""
    for columns in (20, 24, 30, 40, 53, 66, 80, 97, 120, 160):
        widest = max(map(measure, drawn(name, columns, language)))
        assert widest <= columns, (columns, widest)


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("name", [name for name, (_, ui) in MAKERS.items() if ui is table_picture])
def test_a_table_loses_nothing(name, columns):
    """Every character of every cell is on the screen: wrapped, in another band or in a record, never cut."""
    table = made(name)
    screen = sorted(letters("".join(text_of(row) for row in drawn(name, columns, "zh"))))
    said = letters("".join(cell.text.zh for row in table.rows for cell in row if cell.text.en != NOTHING))
    rest = list(screen)
    for char in sorted(said):
        assert char in rest
        rest = rest[rest.index(char) + 1 :]


@pytest.mark.parametrize("name", MAKERS)
def test_ascii_draws_without_boxes(name):
    drawing = set("─│┌┐└┘├┤┬┴┼╭╮╯╰┈▸▾▼▶●○⇒❯")
    shown = "".join(text_of(row) for row in drawn(name, 80, "en", ascii_only=True))
    assert not drawing & set(shown)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.text("ab 中文，·(", max_size=30), min_size=3, max_size=3), min_size=1, max_size=4),
    st.integers(24, 130),
)
def test_any_table_fits_any_width(texts, columns):
    heads = tuple(Column(f"c{place}", Text.same(f"列{place}")) for place in range(3))
    table = Table(heads, tuple(tuple(same(text or "–") for text in row) for row in texts))
    rows = table_picture.lines(table, columns, None, "zh")
    assert max(map(measure, rows), default=0) <= columns


def test_few_columns_are_one_grid_many_are_bands_and_narrow_screens_stack():
    sizes = measured(made("cheat-sheet"), "zh")
    assert len(bands(sizes, 300)) == 1
    assert len(bands(sizes, 120)) > 1
    assert all(band[0] == 0 for band in bands(sizes, 80))
    assert bands(sizes, 40) is None


def test_widths_fill_the_room_and_respect_the_longest_piece():
    assert longest_piece("derivative of 中文") == 10
    sizes = measured(made("symptoms"), "en")
    widths = fitted(sizes, 80)
    assert sum(widths) + 2 * (len(widths) - 1) <= 80
    assert all(width >= size.least for width, size in zip(widths, sizes, strict=True))
    assert fitted(sizes, 20) is None


def test_a_question_is_drawn_once():
    rows = [text_of(row) for row in drawn("decision-tree", 80, "en")]
    assert sum("Where does it run?" in row for row in rows) == 1
    assert sum("go to 4" in row for row in rows) == 4
