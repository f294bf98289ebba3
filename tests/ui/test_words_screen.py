"""The sentences of the screens exist in both languages with the same facts."""

from __future__ import annotations

from string import Formatter

from tutor.text.words import sentences


def holes(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_sentences_with_the_same_facts():
    """{n} in one language and none in the other would lose a number."""
    zh, en = sentences("screen", "zh"), sentences("screen", "en")
    assert list(zh) == list(en)
    assert [key for key in zh if holes(zh[key]) != holes(en[key])] == []
