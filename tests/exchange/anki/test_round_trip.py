"""Ours to Anki and back: the same ids, questions, due days, memories; answers that come back are no news."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exchange.anki.asking import KINDS, TODAY, answered, ask, by_id, leaving, read, states
from tests.questions import cards
from tutor.events import Event
from tutor.exchange.anki.faces import note
from tutor.exchange.anki.merging import news
from tutor.exchange.anki.package import write_apkg
from tutor.memory.fold import fold
from tutor.memory.state import CardState, Memory, Unseen
from tutor.questions.model import Choice, Cloze, Flash, Multi

EVENTS = (
    answered(1, "c.flash", 20, 3, due=2, ms=4000),
    answered(2, "c.flash", 18, 1, due=1),
    answered(3, "c.flash", 18, 3, kind="practised", reason="cram"),
    answered(4, "c.flash", 17, 3, due=26),
    answered(5, "c.choice", 5, 4, due=3),
    answered(6, "c.multi", 0, 2, due=4),
)
STATES = fold(EVENTS) | {"c.cloze": CardState(suspended=True)}


@pytest.fixture(scope="module")
def back(tmp_path_factory):
    """Return what came back through the real Anki, and what came straight back."""
    folder = tmp_path_factory.mktemp("back")
    write_apkg(folder / "ours.apkg", leaving(KINDS, STATES, EVENTS))
    ask("take", folder, folder / "ours.apkg", folder / "again.apkg")
    return read(folder / "again.apkg"), read(folder / "ours.apkg")


def test_memories_come_back(back):
    """Straight back to six digits, through Anki to the four it keeps."""
    for imported, digits in zip(back, (1e-3, 1e-5), strict=True):
        found = states(imported)
        for name in ("c.flash", "c.choice", "c.multi"):
            before, after = STATES[name].memory, found[name].memory
            assert (after.due, after.first_day, after.last_day) == (before.due, before.first_day, before.last_day)
            assert (after.reviews, after.lapses, after.recent) == (before.reviews, before.lapses, before.recent)
            assert after.stability == pytest.approx(before.stability, rel=digits)
            assert after.difficulty == pytest.approx(before.difficulty, rel=digits)
        assert found["c.cloze"].suspended
        assert isinstance(found["c.cloze"].memory, Unseen)


def test_questions_come_back_as_what_they_were(back):
    for imported in back:
        found = by_id(imported)
        assert set(found) == {card.id for card in KINDS}
        assert {name: type(card.body) for name, card in found.items()} == {
            "c.flash": Flash,
            "c.choice": Choice,
            "c.multi": Multi,
            "c.numeric": Flash,
            "c.formula": Flash,
            "c.cloze": Cloze,
            "c.myth": Flash,
        }
        options = found["c.choice"].body.options
        assert {"".join(one.wording.en): one.right for one in options} == {"yes": True, "no": False, "never": False}
        assert {"".join(one.because.en) for one in options if one.because} == {"not no", "not never"}
        assert sum(one.right for one in found["c.multi"].body.options) == 2
        assert ["".join(point.en) for point in found["c.flash"].body.points] == ["one", "two"]
        assert found["c.cloze"].body.gap.en == "saturation"
        assert found["c.cloze"].body.accept_en == ("saturated region",)
        assert "".join(found["c.cloze"].why.en) == "because"
        assert "".join(found["c.numeric"].ask.en).endswith("(%)") or not KINDS[3].body.unit


@pytest.mark.parametrize(("part", "shown"), [(0, ""), (2, "Maas et al. 2013")])
def test_the_source_of_a_card_is_no_reason_when_it_comes_back(tmp_path, part, shown):
    """A lesson cites what it says; of a card that was imported it is the name of a file, which nobody cites."""
    gap = next(card for card in KINDS if isinstance(card.body, Cloze))
    cloze = replace(gap, part=part, source="Maas et al. 2013")
    assert note(cloze, "en")[1].get("Source", "") == shown
    write_apkg(tmp_path / "one.apkg", leaving((cloze,)))
    assert by_id(read(tmp_path / "one.apkg"))[cloze.id].why.en == ("because",)


def test_answers_that_come_back_are_no_news(back):
    own = {card.id: [event for event in EVENTS if event.card == card.id] for card in KINDS}
    own["c.cloze"] = [Event("f" * 32, "here", 1, TODAY, "suspended", "c.cloze")]
    for imported in back:
        assert news(imported, own.__getitem__) == ()


def test_to_another_home_everything_is_news(back):
    for imported in back:
        assert sorted(event.id for event in news(imported, lambda _: ())) == sorted(
            event.id for event in imported.events
        )


def test_an_answer_given_in_anki_is_news(back):
    """Another answer, two days ago: it comes in, and so does the memory it left."""
    own = [event for event in EVENTS if event.card == "c.flash"]
    last = replace(own[-1], id="e" * 32, device="anki", instant=own[-1].instant + 10**12)
    seed = next(event for event in back[0].events if event.kind == "seeded" and event.card == "c.flash")
    events = (*(event for event in back[0].events if event.card == "c.flash"), last)
    found = news(replace(back[0], decks=(), events=events), lambda _: own)
    assert {event.id for event in found} == {last.id, seed.id}


def test_a_card_that_anki_woke_is_awake_here_again(back):
    """Suspended there when it came, and not any more; what was suspended here stays so."""
    there = next(event for event in back[0].events if event.kind == "suspended")
    later = replace(back[0], events=tuple(event for event in back[0].events if event != there))

    def found(*known):
        told = news(later, lambda card: known if card == there.card else ())
        return [event for event in told if event.card == there.card]

    (woken,) = found(there)
    assert not fold([there, woken])[there.card].suspended
    assert found(there, woken) == []
    assert found(replace(there, device="here")) == []


def test_a_large_deck_of_ours_comes_back(tmp_path):
    many = [cards.flash(f"c.{number}") for number in range(2_000)]
    before = {
        card.id: CardState(Memory(n + 0.25, 5.5, TODAY + n % 90, TODAY - 9, TODAY - 3, 2, 0, (3, 3)))
        for n, card in enumerate(many)
    }
    write_apkg(tmp_path / "many.apkg", leaving(many, before))
    imported = read(tmp_path / "many.apkg")
    after = states(imported)
    assert set(by_id(imported)) == set(before)
    assert all(after[name].memory.due == state.memory.due for name, state in before.items())
    assert all(after[name].memory.stability == state.memory.stability for name, state in before.items())
    assert all(after[name].memory.last_day == state.memory.last_day for name, state in before.items())
