"""Reading from the compiled library."""

from __future__ import annotations

import pytest

from tests.store.stock import FILES
from tests.syllabus.courses import write
from tutor.errors import NotFoundError
from tutor.questions.model import Flash, Wording
from tutor.store.filters import Filters
from tutor.store.library import Library
from tutor.store.shelf import CardRow, LessonRow
from tutor.syllabus.load import load
from tutor.syllabus.model import Ask, Prose, Recap
from tutor.text import Text


@pytest.fixture
def content(tmp_path):
    return write(tmp_path / "content", FILES)


@pytest.fixture
def library(content, tmp_path):
    library = Library.open(tmp_path / "home" / "library.sqlite3", content, "core")
    library.refresh()
    yield library
    library.close()


def test_cards_come_back(library):
    card = library.card("head.a")
    assert (card.id, card.lesson, card.part, card.fact) == ("head.a", "head", 2, "f")
    assert card.body == Flash(Wording(("0.25",), ("0.25",)))
    assert card.formula.startswith("σ(x) = ")
    assert [card.id for card in library.cards(["tail.a", "nothing", "intro.a"])] == ["tail.a", "intro.a"]
    assert library.cards([]) == ()


def test_more_cards_at_once_than_sqlite_takes_parameters(library):
    assert len(library.cards(["tail.a"] * 1200)) == 1200


def test_a_former_id_finds_the_card(library):
    assert library.card("old.head").id == "head.a"
    assert library.renamed() == {"old.head": "head.a"}


@pytest.mark.parametrize(
    ("name", "key", "close"), [("head.aa", "library.no_card_near", "head.a"), ("?", "library.no_card", "")]
)
def test_a_card_that_is_not_there(library, name, key, close):
    with pytest.raises(NotFoundError) as error:
        library.card(name)
    assert (error.value.key, error.value.facts["near"]) == (key, close)


def test_a_lesson_comes_back_without_steps_for_cards_that_do_not_exist(library):
    lesson = library.lesson("head")
    assert [card.id for card in lesson.cards] == ["head.a", "head.m"]
    assert lesson.steps[0] == Prose("say", Wording(("0.5",), ("0.5",)))
    assert Ask("head.a") in lesson.steps
    assert Ask("gone.x") not in lesson.steps
    assert [step for step in lesson.steps if isinstance(step, Recap)] == [Recap(("intro.a",))]
    with pytest.raises(NotFoundError) as error:
        library.lesson("haed")
    assert (error.value.key, error.value.facts["near"]) == ("library.no_lesson_near", "head")


def test_lists_in_syllabus_order(library):
    assert library.lessons() == (
        LessonRow("intro", 1, Text("课 intro", "Lesson intro"), 2, (), ("1.1",)),
        LessonRow("head", 2, Text("课 head", "Lesson head"), 2, (), ()),
        LessonRow("tail", 2, Text("课 tail", "Lesson tail"), 1, ("head",), ()),
    )
    assert [row.id for row in library.search()] == ["intro.a", "intro.b", "head.a", "head.m", "tail.a"]


def test_the_frame_comes_back(library, content):
    loaded = load(content)
    assert (library.name(), library.parts()) == (loaded.course.name, loaded.course.parts)
    assert library.mistakes() == loaded.mistakes
    assert library.mistake("guess") == loaded.mistakes[1]
    assert library.mistake("nobody") is None
    assert library.glossary() == loaded.glossary
    assert [erratum.truth for erratum in library.errata()] == [Wording(("峰值是 0.25",), ("the peak is 0.25",))]


@pytest.mark.parametrize(
    ("query", "filters", "found"),
    [
        ("HEAD.A", Filters(), ["head.a"]),
        ("intro b", Filters(), ["intro.b"]),
        ("50_%", Filters(), ["head.m"]),
        ("50x%", Filters(), []),
        ("%", Filters(), ["head.m"]),
        ("\\", Filters(), []),
        ("", Filters(parts=(1,)), ["intro.a", "intro.b"]),
        ("", Filters(lessons=("tail", "intro")), ["intro.a", "intro.b", "tail.a"]),
        ("", Filters(kinds=("myth",)), ["head.m"]),
        ("", Filters(tags=("easy", "none")), ["intro.a"]),
        ("", Filters(tags=("start",)), ["intro.a", "intro.b"]),
        ("a", Filters(parts=(1, 2), kinds=("flash",), tags=("easy",)), ["intro.a"]),
    ],
)
def test_searching(library, query, filters, found):
    assert [row.id for row in library.search(query, filters)] == found


def test_a_row_of_a_search(library):
    assert library.search("", limit=1) == (CardRow("intro.a", 1, "intro", "flash", "f", Text.same("intro.a?")),)


def test_a_title_is_read_alone(library):
    """A review shows one title; a course may have hundreds."""
    assert [library.title(row.id) for row in library.lessons()] == [row.title for row in library.lessons()]
    assert library.title("no-such-lesson") is None
