"""A collection made by the real Anki comes in with the same cards, texts, due days and memories."""

from __future__ import annotations

import pytest

from tests.exchange.anki.asking import TODAY, ask, by_id, read, states
from tutor.exchange.foreign import card_id
from tutor.memory.state import Memory, Unseen
from tutor.questions.model import Cloze, Flash

PACKAGES = ("old.apkg", "new.apkg", "old.colpkg", "new.colpkg")


def named(seen):
    return card_id("anki", seen["guid"], str(seen["ord"]))


def shown(card):
    """Return question, answer and reason of a card as text."""
    body = card.body
    answer = "".join(body.answer.en) if isinstance(body, Flash) else body.gap.en
    return "".join(card.ask.en), answer, "".join(card.why.en) if card.why else ""


@pytest.mark.parametrize("package", PACKAGES)
def test_the_same_cards_stand_where_they_stood(made, package):
    """23 cards: learned, in learning, missed, suspended, buried, forgotten, in a filtered deck, without FSRS."""
    folder, seen = made
    imported = read(folder / package)
    cards, found = by_id(imported), states(imported)
    asked = [one for one in seen["cards"] if one["kind"] != "Image Occlusion"]
    assert set(cards) == {named(one) for one in asked}
    assert len(cards) == 23
    for one in asked:
        state = found.get(named(one))
        if one["type"] == 0:
            assert state is None or isinstance(state.memory, Unseen), one
            continue
        memory = state.memory
        assert isinstance(memory, Memory), one
        assert memory.due == TODAY + one["left"], one
        assert state.suspended == (one["queue"] == -1)
        assert memory.reviews == one["reps"]
        if one["s"] is not None:
            assert memory.stability == pytest.approx(one["s"], rel=1e-6)
            assert memory.difficulty == pytest.approx(one["d"], rel=1e-6)


@pytest.mark.parametrize("package", PACKAGES)
def test_decks_and_tags_come_along(made, package):
    imported = read(made[0] / package)
    assert {deck.title for deck in imported.decks} >= {"深度学习 / 激活函数", "English"}
    tagged = [card for card in by_id(imported).values() if card.tags]
    assert [card.tags for card in tagged] == [("relu", "导数::左边")]
    assert {card.lesson for deck in imported.decks for card in deck.cards} == {deck.id for deck in imported.decks}


@pytest.mark.parametrize("package", PACKAGES)
def test_texts_are_readable(made, package):
    cards = [shown(card) for card in by_id(read(made[0] / package)).values()]
    assert ("ReLU 在 x < 0 时的导数？", "0\n一直是 0", "") in cards
    assert ("σ(0) = ½？", "• 对\n• σ(0) = ½", "") in cards
    assert ("饱和", "saturation", "") in cards
    assert ("saturation", "饱和", "") in cards
    assert ("The ⟦…⟧ lies between 0 and 1.", "sigmoid", "Extra text") in cards
    assert ("Who wrote the paper on ReLU initialisation?\n⟦…⟧", "Kaiming He", "") in cards
    assert ("code", "    def relu(x):\n        return max(x, 0)", "") in cards


def test_a_gap_is_typed_unless_it_is_long(made):
    cards = by_id(read(made[0] / "new.apkg")).values()
    clozes = [card for card in cards if isinstance(card.body, Cloze)]
    assert sorted(card.body.gap.en for card in clozes) == ["Kaiming He", "bounded", "odd", "sigmoid", "zero"]
    assert len({card.fact for card in clozes}) < len(clozes), "gaps of a note come on different days"
    (hinted,) = (card for card in clozes if card.hint)
    assert "".join(hinted.hint.en) == "which number?"
    assert ("The sigmoid lies between ⟦…⟧ and ⟦…⟧.", "The sigmoid lies between 0 and 1.\nExtra text", "") in map(
        shown, cards
    )
    (long,) = (card for card in cards if "A long one" in "".join(card.ask.en))
    assert isinstance(long.body, Flash)
    assert shown(long)[1] == " ".join(["word"] * 12)


def test_templates_of_a_learners_own(made):
    """Conditions, a table, a hint that is not given away, a gap that stands twice because it is typed."""
    cards = by_id(read(made[0] / "old.apkg")).values()
    found = [shown(card) for card in cards]
    assert ("derivative?", "f | σ′ = σ(1 − σ) | x", "") in found
    assert ("only with this", "second", "") in found
    assert ("tanh is ⟦…⟧ and bounded.", "odd", "") in found
    assert "second? (no formula)" in [ask for ask, _, _ in found]
    assert {"".join(card.hint.en) for card in cards if card.hint} == {"slope", "which number?"}


def test_pictures_and_sounds_are_counted(made):
    """A picture, a sound, and a picture of which a part is hidden: nothing is left to ask of it."""
    imported = read(made[0] / "new.apkg")
    assert {one.reason: one.count for one in imported.left_out} == {"media": 4, "no_question": 1}


def test_the_past_is_replayed(made):
    """Missed on an earlier day and learned again: answers with days, practice the same day, a lapse."""
    folder, seen = made
    imported = read(folder / "new.apkg")
    answers = [event for event in imported.events if event.kind in {"answered", "practised"}]
    pressed = [row for row in seen["log_rows"] if row[2]]
    assert len(answers) == len(pressed)
    assert all(event.body["source"] == "anki" and event.device == "anki" for event in imported.events)
    assert sum(event.kind == "reset" for event in imported.events) == 1
    missed = [state for state in states(imported).values() if isinstance(state.memory, Memory) and state.memory.lapses]
    assert len(missed) == 1


def test_the_four_packages_say_the_same(made):
    """Old or new format: the same ids, so that reading one after the other adds nothing."""
    found = [read(made[0] / package) for package in PACKAGES]
    assert len({frozenset(by_id(one)) for one in found}) == 1
    assert len({frozenset(event.id for event in one.events) for one in found}) == 1


def test_reading_again_finds_the_same(made):
    first, second = (read(made[0] / "new.apkg") for _ in range(2))
    assert first == second
    assert len({event.id for event in first.events}) == len(first.events)


def test_a_card_of_the_older_algorithm_is_estimated(made):
    """No log, no FSRS data: interval 40, ease 2.1."""
    folder, seen = made
    (one,) = (card for card in seen["cards"] if card["first"] == "older algorithm")
    memory = states(read(folder / "new.apkg"))[named(one)].memory
    assert (memory.stability, memory.due, memory.last_day) == (pytest.approx(40), TODAY + 11, TODAY - 29)


def test_ten_thousand_cards_come_in(tmp_path):
    seen = ask("make", tmp_path, 10_000)
    for package in ("old.apkg", "new.apkg"):
        imported = read(tmp_path / package)
        found = states(imported)
        assert len(found) == len(seen["cards"]) == 10_000
        for one in seen["cards"]:
            memory = found[named(one)].memory
            assert memory.due == TODAY + one["left"]
            assert memory.stability == pytest.approx(one["s"], rel=1e-6)
