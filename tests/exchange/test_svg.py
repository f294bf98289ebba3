"""An SVG file is well formed, says what it shows, and keeps its labels apart."""

from xml.etree import ElementTree as ET

import pytest

from tutor.exchange import svg as exchange
from tutor.exchange.svg import COLOURS, DASHES, WIDE, svg
from tutor.pictures.curves import curves, picture
from tutor.pictures.model import MARKS, Wanted

NAME = "{http://www.w3.org/2000/svg}"


def drawn(*expressions, language="en", **wanted):
    return ET.fromstring(svg(picture(expressions, Wanted(**wanted), {}), language))


def points(root):
    for line in root.iter(f"{NAME}polyline"):
        yield [tuple(map(float, pair.split(","))) for pair in line.get("points").split()]


def test_every_point_lies_on_the_paper():
    root = drawn("1/x", "gelu", order=1)
    for line in points(root):
        assert all(0 <= x <= WIDE and 0 <= y <= float(root.get("height")) for x, y in line)


def test_a_jump_is_two_lines():
    assert len(list(points(drawn("relu'")))) == 2


@pytest.mark.parametrize(("language", "told"), [("en", "σ(x) rises from 0"), ("zh", "σ(x)：从 −∞ 处的 0 上升")])
def test_it_says_what_it_shows(language, told):
    assert drawn("sigmoid", language=language).find(f"{NAME}desc").text.startswith(told)


def test_an_expression_is_its_own_name():
    assert "max(x, 1)" in [text.text for text in drawn("max(x, 1)").iter(f"{NAME}text")]


def test_a_curve_to_be_recognised_is_not_named():
    assert "tanh" not in svg(curves(["tanh"], labels=False), "en")


def test_panels_stand_side_by_side():
    root = drawn("relu", "gelu", layout="panels")
    groups = [group.get("transform") for group in root.iter(f"{NAME}g")]
    assert groups == ["translate(0 0)", f"translate({WIDE} 0)"]
    assert root.get("width") == str(2 * WIDE)


def test_labels_do_not_lie_on_one_another_and_every_point_tells_all():
    root = drawn("gelu", "silu", "mish", order=2, marks=MARKS)
    labels = [text for text in root.iter(f"{NAME}text") if text.get("class") == "t m"]
    boxes = [(float(text.get("x")), float(text.get("y")), exchange.SMALL_LETTER * len(text.text)) for text in labels]
    assert len(boxes) > 8
    for place, (x, y, size) in enumerate(boxes):
        others = boxes[place + 1 :]
        assert not [one for one in others if abs(one[1] - y) < 13 and x < one[0] + one[2] and one[0] < x + size]
    titles = [title.text for title in root.iter(f"{NAME}title")]
    assert "GELU(x) min −0.17 at −0.752" in titles
    assert len(titles) == len(list(root.iter(f"{NAME}circle")))


def test_eight_curves_differ_without_colour():
    assert len({exchange._stroke(place).partition("dasharray")[2] for place in range(8)}) == 8
    assert len(set(DASHES)) == 8
    assert len(set(COLOURS)) == 4
