"""What each lesson says, as one text."""

from __future__ import annotations

from contextlib import closing

from tests.store.stock import FILES
from tests.syllabus.courses import write
from tutor.questions.model import Card, Flash, Wording
from tutor.store import decks
from tutor.store.decks import Decks
from tutor.store.lesson_texts import lesson_texts
from tutor.store.library import Library
from tutor.syllabus.deck import OWN, Deck


def test_titles_and_cards_of_the_course_and_of_own_decks(tmp_path):
    content = write(tmp_path / "content", FILES)
    ask, answer = (Wording((text,), (text,)) for text in ("什么是门控？", "乘以一个权重"))
    card = Card("own-1", "own", OWN, "own-1", Flash(answer), ask)
    decks.write(tmp_path / "decks", Deck("own", "我的卡片", "csv", (card,)))
    with closing(Library.open(tmp_path / "library.sqlite3", content, "core", [Decks(tmp_path / "decks")])) as library:
        library.refresh()
        course = {name: (title, text) for name, title, text in lesson_texts(library.connection)}
        everything = {name: text for name, _, text in lesson_texts(library.connection, own=True)}
    assert set(course) == {"intro", "tail", "head"}
    title, text = course["head"]
    assert title.zh in text
    assert title.en in text
    assert "50_%" in text
    assert "0.25" in text
    assert set(everything) == {*course, "own"}
    assert sorted(everything["own"].split()) == sorted(["我的卡片", "什么是门控？", "乘以一个权重"])


def test_in_one_language_only_what_is_said_in_it(tmp_path):
    content = write(tmp_path / "content", FILES)
    with closing(Library.open(tmp_path / "library.sqlite3", content, "core")) as library:
        library.refresh()
        titles = {name: title for name, title, _ in lesson_texts(library.connection)}
        said = {name: [t for _, _, t in lesson_texts(library.connection, language=name)] for name in ("zh", "en")}
    for chinese, english, title in zip(said["zh"], said["en"], titles.values(), strict=True):
        if title.zh != title.en:
            assert title.zh in chinese
            assert title.zh not in english
            assert title.en in english
            assert title.en not in chinese
    assert any(title.zh != title.en for title in titles.values())
