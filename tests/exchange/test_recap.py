"""The recap of a lesson: one page, and on it what matters most."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from tests.ui.learn.world import CARDS, LESSON, course
from tutor.cli.export_recap import drawings
from tutor.exchange.recap import KEPT, recap
from tutor.text.width import width

LESSONS = course()[0]
PRINTED = 92  # cells of a printed row
LANGUAGES = ("zh", "en", "both")


@cache
def page(name, language):
    return recap(LESSONS[name], drawings(LESSONS[name], language), language)


def printed(text):
    return sum(max(1, -(-width(row) // PRINTED)) for row in text.splitlines())


@pytest.mark.parametrize("name", sorted(LESSONS))
def test_a_recap_is_one_page_that_is_not_half_empty(name):
    for language in LANGUAGES:
        text = page(name, language)
        assert 40 <= printed(text) <= 60, language
        facts = [row for row in text.splitlines() if row.startswith("- **")]
        assert len(facts) >= min(KEPT, len({card.fact for card in LESSONS[name].cards}))


def test_the_drawing_shows_the_function_of_the_lesson():
    """The lesson on GELU opens with three other curves; the page shows GELU."""
    assert "GELU(x)" in page("gelu", "en").split("```")[3]


def test_in_both_languages_each_fact_is_told_twice():
    rows = [row for row in page("relu", "both").splitlines() if row.startswith("- **")]
    assert all(" / **" in row for row in rows)


def test_a_derivation_without_room_for_its_reasons_is_told_in_formulas():
    assert "1. `z = w₁a₁ + … + wₙaₙ,  Var(z) = n·Var(w)·E[a²]`：权重独立" in page("relu", "zh")
    assert "1. `z = w₁a₁ + … + wₙaₙ,  Var(z) = n·Var(w)·E[a²]`\n" in page("relu", "en")


def test_reasons_fill_what_the_facts_leave():
    """A short lesson has room for the reason of every fact, a long one for all its facts first."""
    short = replace(LESSON, cards=tuple(CARDS.values()))
    rows = recap(short, (), "en").splitlines()
    facts = [at for at, row in enumerate(rows) if row.startswith("- **")]
    assert len(facts) == len({card.fact for card in short.cards})
    assert all(rows[at].endswith("\\") and rows[at + 1].startswith("  ") for at in facts)
    drawing = ["·"] * 20
    crowded = recap(short, (drawing,), "en").splitlines()
    assert sum(row.startswith("- **") for row in crowded) == len(facts)
    assert printed("\n".join(crowded)) <= 60


def test_a_question_that_means_little_without_its_curve_gives_way():
    text = page("what-is-an-activation", "zh")
    assert text.index("一个神经元按什么次序") < text.index("要记住的") + 20
    assert "把这条线当激活函数用" not in text.split("要记住的")[1].splitlines()[2]
