"""The report of an experiment: everything needed to judge it and to repeat it, in Markdown."""

import pytest

from tests.labs import fake
from tutor.cli.lab_report import drawings
from tutor.exchange.lab_report import report
from tutor.exchange.shown_svg import document as svg
from tutor.labs.outcome import Outcome
from tutor.labs.settings import settled
from tutor.pictures.experiment import shown


@pytest.fixture
def outcome(monkeypatch):
    fake.install(monkeypatch)
    settings = settled(fake.COINS, {"chance": "0.8"}, "s")
    return Outcome(fake.COINS, settings, fake.result(3, 1000, 0.8, 0), 0.75, "far")


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_a_report_holds_all_of_it(outcome, language):
    text = report(outcome, drawings(outcome, language), language)
    first = "zh" if language == "both" else language
    for key in ("title", "question", "answer_close", "answer_far", "told", "try_1"):
        assert fake.COINS.text(key).get(first) in text
    assert "- `--chance 0.8`" in text
    assert "`tutor lab coins --chance 0.8 --seed s`" in text
    assert text.count("```text") == 3
    assert "75 %" in text
    assert "▇" in text


def test_every_row_of_a_table_has_as_many_cells(outcome):
    text = report(outcome, drawings(outcome, "en"), "en")
    for block in text.split("\n\n"):
        rows = [row for row in block.split("\n") if row.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1


def test_a_sentence_is_not_read_as_markdown(outcome, monkeypatch):
    monkeypatch.setitem(fake.EN, "verdict", "a*b*c <b> | {n} {throws} {chance} {error}")
    found = Outcome(outcome.lab, outcome.settings, fake.result(1, 10, 0.5, 0))
    assert r"> **a\*b\*c \<b\> \|" in report(found, drawings(found, "en"), "en")


@pytest.mark.parametrize("place", range(4))
def test_every_finding_has_an_svg(outcome, place):
    from xml.etree import ElementTree as ET

    finding = outcome.result.findings[place]
    root = ET.fromstring(svg(finding.title, shown(finding, "en"), "en"))
    high = float(root.get("height"))
    texts = list(root.iter("{http://www.w3.org/2000/svg}text"))
    assert len(texts) > 4
    assert all(0 <= float(text.get("y", 0)) <= high for text in texts)
