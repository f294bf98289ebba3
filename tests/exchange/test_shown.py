"""Pictures as SVG documents and as Markdown."""

from xml.etree import ElementTree as ET

import pytest

from tutor.exchange.shown_markdown import document as markdown
from tutor.exchange.shown_svg import document as svg
from tutor.pictures.catalogue import find, make

NAMES = ("relu-family", "grid", "gelu-forms", "distribution", "radar", "gradient-flow", "dead-risk")
SVG = "{http://www.w3.org/2000/svg}"


def numbers(element, name):
    return float(element.get(name, 0))


@pytest.mark.parametrize("language", ["zh", "en", "both"])
@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_a_well_formed_svg_with_its_title(name, language):
    root = ET.fromstring(svg(find(name).title, make(name), language))
    told = [text.text for text in root.iter(f"{SVG}text")]
    assert find(name).title.lines(language)[0] in told
    assert root.find(f"{SVG}desc").text


@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_outside_the_page(name):
    root = ET.fromstring(svg(find(name).title, make(name), "zh"))
    high = numbers(root, "height")
    assert all(0 <= numbers(text, "y") <= high for text in root.iter(f"{SVG}text"))


def test_a_radar_has_a_polygon_for_each_function():
    root = ET.fromstring(svg(find("radar").title, make("radar"), "en"))
    assert len([one for one in root.iter(f"{SVG}polygon") if one.get("fill-opacity")]) == 6


def test_zones_of_gradients_are_shaded():
    text = svg(find("gradient-flow").title, make("gradient-flow"), "en")
    assert text.count(">vanished<") == text.count(">exploded<") == 2


def test_a_table_in_markdown():
    text = markdown(find("dead-risk").title, make("dead-risk"), "en")
    rows = [row for row in text.splitlines() if row.startswith("|")]
    assert rows[0].startswith("| function | dead, μ=0 |")
    assert rows[1].startswith("|---|---:|")
    assert len({row.replace("\\|", "").count("|") for row in rows}) == 1


def test_a_radar_in_markdown_tells_scores_and_definitions():
    text = markdown(find("radar").title, make("radar"), "zh")
    assert "| ReLU | 1.00 | 0.44 | 0.50 | 0.50 | 0.33 | 1.00 |" in text
    assert "- 不死: f′(z) ≠ 0 的概率" in text
