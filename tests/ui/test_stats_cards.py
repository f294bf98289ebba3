"""The sections about cards on the screen: a year, a day, nothing yet; every width fits and loses no number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.learner import Learner, live, write
from tests.reports.logs import DAY, deck
from tutor.memory.fold import fold
from tutor.reports.calibration import Bin, Calibration, calibration
from tutor.reports.growth import growth
from tutor.reports.hardest import hardest
from tutor.reports.items import items
from tutor.reports.knowledge import knowledge
from tutor.reports.memories import memories
from tutor.store import answers
from tutor.store.journal import Journal
from tutor.syllabus.model import Item, Mistake, Part
from tutor.text import Text
from tutor.text.words import sentences
from tutor.ui.lines import measure, text_of
from tutor.ui.stats import calibration as calibration_screen
from tutor.ui.stats import growth as growth_screen
from tutor.ui.stats import hardest as hardest_screen
from tutor.ui.stats import items as items_screen
from tutor.ui.stats import knowledge as knowledge_screen
from tutor.ui.stats import memories as memories_screen

LANGUAGES = ("zh", "en")
PARTS = (
    Part(
        1,
        "foundations",
        Text("基础：为什么需要激活函数", "Foundations: why networks need activations"),
        (
            Item("1.1", Text("什么是激活函数", "What an activation function is")),
            Item(
                "1.10",
                Text(
                    "目的与后果：先非线性，后导数", "Purpose and consequence: first non-linearity, then the derivative"
                ),
            ),
        ),
    ),
    Part(
        2,
        "families",
        Text("家族：逐个认识激活函数", "Families: the functions one by one"),
        (Item("2.1", Text("Sigmoid：S 形曲线", "Sigmoid: the S-shaped curve")),),
    ),
    Part(
        3,
        "frontier",
        Text("前沿：新的激活函数与方向", "Frontier: new functions and directions"),
        (Item("3.1", Text("发展时间线", "A timeline")),),
    ),
)
ASK = Text(
    "一条链有 {n} 层，各层的因子依次是 1 − 1/4、1 − 1/9、1 − 1/16……全都小于 1。乘积最接近 {1/(2*n)} 还是 ½？说出理由，再想想层数加倍会怎样。",
    "A chain has {n} layers whose factors are 1 − 1/4, 1 − 1/9, 1 − 1/16 and so on, all below 1. Is the product near {1/(2*n)} or ½? Say why, and what happens with twice the layers.",
)
MIXED = Mistake("tanh-for-sigmoid", Text("把 tanh 的事安到 σ 头上", "tanh taken for sigmoid"), Text("清", "clear"))
LESSONS = (("what-it-is", 1, ("1.1",)), ("purpose", 1, ("1.10",)), ("sigmoid", 2, ("2.1",)), ("timeline", 3, ()))


@dataclass(frozen=True)
class Covers:
    id: str
    covers: tuple[str, ...]


@dataclass(frozen=True)
class Made:
    mistake: str
    times: int
    cards: tuple[str, ...]


@cache
def reports(days, bias=0.0):
    """Return the six reports of a learner who has studied for so many days; of 0 days, of one who has not begun."""
    cards = tuple((f"{lesson}.card-{n}", "choice" if n % 2 else "flash") for lesson, _, _ in LESSONS for n in range(40))
    learner = Learner(cards=cards, days=max(1, days), new_per_day=3, seed=5, bias=bias, away=(range(100, 130),))
    events = live(learner) if days else []
    states, day = fold(events), learner.today
    with TemporaryDirectory() as folder, Journal(Path(folder) / "j.sqlite3", "d", lambda: 0, lambda: "") as journal:
        found = answers.read(write(journal, events).connection)
    part = {lesson: number for lesson, number, _ in LESSONS}
    rows = []
    for card, _ in cards:
        lesson, memory = card.partition(".")[0], states[card].memory if card in states else None
        if memory is None:
            rows.append((card, part[lesson], lesson, None, 0))
        else:
            more = {"difficulty": memory.difficulty, "reviews": memory.reviews, "lapses": memory.lapses}
            rows.append((card, part[lesson], lesson, memory.stability, DAY - memory.last_day, more))
    stand = deck(*rows)
    return {
        "knowledge": (knowledge_screen, knowledge(stand, PARTS, day)),
        "growth": (growth_screen, growth(found, stand, PARTS, day)),
        "hardest": (
            hardest_screen,
            hardest(
                stand, [Made("tanh-for-sigmoid", 3, tuple(card for card, _ in cards[:20]))], {MIXED.id: MIXED}, day, 4
            ),
        ),
        "calibration": (calibration_screen, calibration(found, day)),
        "memory": (memories_screen, memories(stand, day)),
        "items": (items_screen, items(stand, PARTS, [Covers(lesson, covers) for lesson, _, covers in LESSONS])),
    }


def drawn(name, found, language, columns):
    screen, report = found[name]
    if name == "hardest":
        return screen.lines(report, {one.card: ASK for one in report.cards[:1]}, language, columns)
    return screen.lines(report, language, columns)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("when", "days", "columns"),
    [(when, days, columns) for when, days in (("year", 360), ("day", 1), ("empty", 0)) for columns in (40, 80, 120)],
)
def test_sections_as_they_were_looked_at(when, days, columns, language, golden):
    found = reports(days)
    rows = [text_of(row) for name in found for row in drawn(name, found, language, columns)]
    golden(f"stats-cards-{when}-{columns}-{language}", rows)


@cache
def crowd():
    """Return the reports on a hundred thousand cards, two thirds of them met, some missed again and again."""
    rows = []
    for place in range(100_000):
        lesson, part, _ = LESSONS[place % 4]
        met = {"difficulty": 1 + place % 90 / 10, "reviews": place % 40 + 1, "lapses": place % 13 // 4}
        stability = None if place % 3 == 0 else 0.5 * 1.1 ** (place % 70)
        rows.append((f"{lesson}.card-{place}", part, lesson, stability, place % 200, met))
    stand = deck(*rows)
    covers = [Covers(lesson, items) for lesson, _, items in LESSONS]
    return {
        "knowledge": (knowledge_screen, knowledge(stand, PARTS, DAY)),
        "hardest": (hardest_screen, hardest(stand, [], {}, DAY, 4)),
        "memory": (memories_screen, memories(stand, DAY)),
        "items": (items_screen, items(stand, PARTS, covers)),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_hundred_thousand_cards(columns, language, golden):
    rows = [text_of(row) for name in crowd() for row in drawn(name, crowd(), language, columns)]
    golden(f"stats-cards-crowd-{columns}-{language}", rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_told(language, golden):
    """In plain mode every section is lines of words; the learner of this one forgets more than predicted."""
    found = reports(360, -0.15)
    golden(
        f"stats-cards-told-{language}",
        [row for screen, report in found.values() for row in screen.told(report, language)],
    )


@given(
    st.sampled_from(["knowledge", "growth", "hardest", "calibration", "memory", "items"]),
    st.integers(12, 140),
    st.sampled_from(["zh", "en", "both"]),
    st.sampled_from([0, 1, 360]),
)
@settings(max_examples=60, deadline=None)
def test_every_width_fits(name, columns, language, days):
    assert all(measure(row) <= columns for row in drawn(name, reports(days), language, columns))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_yet_is_one_kind_sentence_and_the_command_that_changes_it(language):
    found = reports(0)
    for name in ("knowledge", "growth", "hardest", "memory"):
        screen, report = found[name]
        rows = [text_of(row) for row in drawn(name, found, language, 80)]
        assert rows[-1].endswith("tutor learn")
        assert len(screen.told(report, language)) == 2
        assert "%" not in "".join(rows)


def test_below_twenty_reviews_no_percentage_is_told():
    few = Calibration(19, 0, None, None, None, "little", (Bin(0.85, 0.9, 19, None, None),))
    for language, said in (
        ("zh", "数据还不够：19 次，满 20 次才说得准。"),
        ("en", "Not enough data yet: 19 of 20 reviews."),
    ):
        assert calibration_screen.told(few, language)[1] == said
        assert not any("%" in row for row in calibration_screen.told(few, language))
        assert not any("%" in text_of(row) for row in calibration_screen.lines(few, language, 80))


def test_the_mark_stands_where_the_prediction_does_and_the_bar_ends_where_recall_does():
    one = Calibration(40, 3, 0.5, 0.75, None, "more", (Bin(0.5, 0.6, 40, 0.5, 0.75),))
    row = next(text_of(row) for row in calibration_screen.lines(one, "en", 80) if "n = 40" in text_of(row))
    bar = "".join(sign for sign in row if sign in "━─┃")
    assert bar.index("┃") == round(len(bar) * 0.5)
    assert bar.rindex("━") + 1 == round(len(bar) * 0.75)
    assert "3 of them early" in " ".join(calibration_screen.told(one, "en"))


@pytest.mark.parametrize(
    ("levels", "rows"),
    [
        ([0.0, 0.001, 0.5, 1.0], ["   █", "·▁██"]),
        ([0.0, 0.25], ["·▄"]),
        ([0.0, 0.0], ["··"]),
    ],
)
def test_a_curve_shows_the_least_that_is_there(levels, rows):
    assert [text_of(row) for row in growth_screen.curve(levels)] == rows


def test_a_question_shows_names_for_drawn_values():
    assert hardest_screen.named("σ({a}) ≈ {sigmoid(a)}, {n} layers, {1, 2}") == "σ(a) ≈ …, n layers, …"


def test_both_languages_have_every_sentence():
    assert sentences("knowing", "zh").keys() == sentences("knowing", "en").keys()
