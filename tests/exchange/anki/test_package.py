"""A package of ours imported into the real Anki: the same counts, texts, due days, memories and answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exchange.anki.asking import INSTANT, KINDS, TODAY, answered, ask, leaving
from tests.questions import cards
from tutor.errors import TutorError
from tutor.exchange.anki.ours import guid
from tutor.exchange.anki.package import write_apkg
from tutor.exchange.anki.revlog import revlog_rows
from tutor.memory.fold import fold
from tutor.memory.state import CardState, Memory

EVENTS = (
    answered(1, "c.flash", 20, 3, due=2, ms=4000),
    answered(2, "c.flash", 18, 1, due=1, ms=90_000),
    answered(3, "c.flash", 18, 3, kind="practised", reason="again", ms=2000),
    answered(4, "c.flash", 17, 3, due=26, ms=1000),
    answered(5, "c.choice", 5, 4, due=3),
    answered(6, "c.multi", 1, 2, due=1),
)
MOVED = {"c.cloze": CardState(suspended=True), "c.myth": CardState(buried_until=TODAY + 1)}


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Return what Anki sees of one card of each kind, three of them with a past."""
    folder = tmp_path_factory.mktemp("out")
    one = leaving(KINDS, fold(EVENTS) | MOVED, EVENTS)
    write_apkg(folder / "ours.apkg", one)
    return one, ask("take", folder, folder / "ours.apkg")


def card(seen, name):
    (found,) = (one for one in seen[1]["cards"] if one["first"] == name)
    return found


def test_every_card_arrives_in_its_deck(seen):
    told = seen[1]
    assert told["log"] == {"new": 7, "conflicting": 0, "found": 7}
    assert {one["first"] for one in told["cards"]} == {one.id for one in KINDS}
    assert {one["deck"] for one in told["cards"]} == {"Activation functions of neural networks::Part one::Lesson"}
    assert all(one["guid"] == guid(one["first"]) for one in told["cards"])
    assert told["problems"][1], "Anki finds nothing to repair"


def test_due_days_and_memories_are_the_same(seen):
    states = seen[0].states
    for name in ("c.flash", "c.choice", "c.multi"):
        found, memory = card(seen, name), states[name].memory
        assert found["left"] == memory.due - TODAY
        assert found["ivl"] == max(1, memory.due - memory.last_day)
        assert (found["reps"], found["lapses"]) == (memory.reviews, memory.lapses)
        assert found["s"] == pytest.approx(memory.stability, abs=5e-5), "Anki keeps four decimals"
        assert found["d"] == pytest.approx(memory.difficulty, abs=5e-4)


def test_new_suspended_and_buried_cards(seen):
    assert (card(seen, "c.numeric")["type"], card(seen, "c.numeric")["queue"]) == (0, 0)
    assert card(seen, "c.cloze")["queue"] == -1
    assert card(seen, "c.myth")["queue"] in {-2, -3}


def test_answers_arrive_as_they_were(seen):
    """First answer 0, later ones 1, practice 3 with factor 0; never more than a minute."""
    rows = [row[2:] for row in seen[1]["log_rows"]]
    factors = [row[3] for row in rows]
    assert [row[:3] + row[4:] for row in rows] == [
        [3, 2, 0, 4000, 0],
        [1, 1, 2, 60_000, 1],
        [3, 1, 1, 2000, 3],
        [3, 26, 1, 1000, 1],
        [4, 3, 0, 0, 0],
        [2, 1, 0, 0, 0],
    ]
    assert factors[2] == 0
    assert all(100 <= factor <= 1100 for place, factor in enumerate(factors) if place != 2)


def test_the_sides_of_each_kind(seen):
    sides = {
        one["first"]: (" ".join(one["question"].split()), " ".join(one["answer"].split())) for one in seen[1]["cards"]
    }
    assert sides["c.flash"] == ("what?", "what? the answer onetwo because")
    front, back = sides["c.choice"]
    assert front.startswith("ask?")
    assert all(option in front for option in ("yes", "no", "never"))
    assert "not no" in back
    assert "not no" not in front
    assert "more than one may be right" in sides["c.multi"][0]
    assert sides["c.numeric"][0].endswith("[[type:Answer]] %")
    assert "x·σ(x)" in sides["c.formula"][1]
    assert "[...]" in sides["c.cloze"][0]
    assert "saturation" in sides["c.cloze"][1]
    assert "saturation" not in sides["c.cloze"][0]
    assert "Fact or myth?" in sides["c.myth"][0]


def test_both_languages_and_marks_are_shown_as_written(tmp_path):
    """A text that looks like HTML, like a field, like a sound, and one with an indentation."""
    ask_for = "<b>x</b> & {{Front}} [sound:a.mp3]\n    return x {{c1::y}}"
    one = replace(cards.flash(), ask=cards.words("问", "q"))
    odd = replace(cards.flash("c.odd"), ask=type(one.ask)((ask_for,), (ask_for,)))
    gap = replace(cards.cloze(), ask=type(one.ask)(("a }} {{c2::b}} ⟦…⟧ c",), ("a }} {{c2::b}} ⟦…⟧ c",)))
    write_apkg(tmp_path / "both.apkg", leaving((one, odd, gap), language="both"))
    told = ask("take", tmp_path, tmp_path / "both.apkg")
    questions = {card["first"]: card["question"] for card in told["cards"]}
    assert questions["c.flash"].strip() == "问q"
    assert questions["c.odd"].strip() == ask_for.replace("\n", "")
    assert questions["c.cloze"].split("[[")[0].strip() == "a }} {{c2::b}} [...] c"


def test_another_package_updates_the_same_notes(tmp_path):
    write_apkg(tmp_path / "one.apkg", leaving(KINDS))
    first = ask("take", tmp_path, tmp_path / "one.apkg")
    write_apkg(tmp_path / "one.apkg", leaving(KINDS, language="zh"))
    again = ask("take", tmp_path, tmp_path / "one.apkg")
    assert len(first["cards"]) == len(again["cards"]) == len(KINDS)


def test_ten_thousand_cards_arrive(tmp_path):
    many = [cards.flash(f"c.{number}") for number in range(10_000)]
    events = [answered(n, one.id, 9, 1 + n % 4, due=1 + n % 90) for n, one in enumerate(many)]
    one = leaving(many, fold(events), events)
    write_apkg(tmp_path / "many.apkg", one)
    told = ask("take", tmp_path, tmp_path / "many.apkg")
    assert len(told["cards"]) == len(told["log_rows"]) == 10_000
    for card in told["cards"]:
        memory = one.states[card["first"]].memory
        assert card["left"] == memory.due - TODAY
        assert card["s"] == pytest.approx(memory.stability, abs=5e-5)


def test_what_was_there_stays_when_the_package_cannot_be_written(tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    with pytest.raises(TutorError, match=r"anki\.not_saved"):
        write_apkg(there, leaving(KINDS))
    with pytest.raises(TutorError, match=r"anki\.not_saved"):
        write_apkg(tmp_path / "nowhere" / "x.apkg", leaving(KINDS))
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_answers_of_one_millisecond_get_numbers_of_their_own():
    events = [replace(answered(0, "c.flash", 0, 3, due=1), id=f"{n:032x}", day=TODAY + n) for n in range(4)]
    rows = revlog_rows(leaving(KINDS, events=events))
    assert [row.columns[0] for row in rows] == [INSTANT // 1000 + n for n in range(4)]


def test_a_card_with_an_older_history_was_not_learned_here():
    """A note that was seeded: its first answer here is a review."""
    memory = Memory(5.0, 5.0, TODAY + 3, TODAY - 100, TODAY, 7, 0, (3,))
    rows = revlog_rows(leaving(KINDS, {"c.flash": CardState(memory)}, [answered(1, "c.flash", 0, 3, due=3)]))
    assert [row.columns[-1] for row in rows] == [1]
