"""`tutor cards`, `tutor card` and `tutor why` as they are called, after a short past."""

import pytest

from tutor.events import Fact
from tutor.store.journal import Journal

DAY = 739_940  # 2026-11-20


@pytest.fixture
def learned(tutor):
    """first.tail answered ten and nine days ago and missed with a mistake; second's cards are new."""
    assert tutor("due").code == 0
    ticks, ids = iter(range(10**15, 10**16, 1000)), iter(range(1, 1000))
    with Journal(tutor.home / "journal.sqlite3", "", lambda: next(ticks), lambda: f"{next(ids):032x}") as journal:
        journal.record(Fact("answered", "first.tail", {"grade": 3, "due": DAY - 8, "ms": 3000}), DAY - 10)
        journal.record(Fact("answered", "first.tail", {"grade": 1, "due": DAY, "mistake": "peak-for-tail"}), DAY - 9)
        journal.record(Fact("practised", "first.tail", {"grade": 3, "reason": "again"}), DAY - 9)
    return tutor


def ids(done):
    assert done.code == 0, done.err
    return [card["id"] for card in done.json["cards"]]


def test_a_query_with_signs_and_words(learned):
    assert ids(learned("cards", "--json", "due")) == ["first.tail"]
    assert ids(learned("cards", "--json", "-new")) == ["first.tail"]
    assert ids(learned("cards", "--json", "lapses>0", "part:1", "-kind:myth")) == ["first.tail"]
    assert "first.tail" not in ids(learned("cards", "--json", "new"))
    assert len(ids(learned("cards", "--json", "--limit", "2"))) == 2
    assert ids(learned("cards", "--json", "--sort", "-lapses"))[0] == "first.tail"


def test_new_fields_of_the_list(learned):
    (card,) = learned("cards", "--json", "-new").json["cards"]
    assert (card["tags"], card["leech"], card["lapses"]) == (["slopes"], False, 1)


def test_a_bad_query_shows_its_place_and_a_near_name(learned):
    done = learned("cards", "-new", "masteri<0.5")
    assert done.code == 2
    assert done.err.splitlines()[-2:] == ["-new masteri<0.5", "     ^^^^^^^"]
    assert "mastery?" in done.err
    assert learned("cards", "--sort", "masteri").code == 2
    assert "slopes" in learned("cards", "tag:slpes").err


def test_a_list_tells_how_many_there_are_in_all(learned):
    assert "7 cards in all, the first 2 of them" in learned("cards", "--limit", "2").out


def test_a_card_tells_its_past_its_mistakes_and_its_curve(learned):
    out = learned("card", "first.tail").out
    for told in (
        "2026-11-10  answered",
        "→ 2 days",
        "once more after a miss",
        "Forgetting curve",
        "Without a review from today on, the chance to recall it is about",
        "It is due today.",
        "Mixed up here",
        "Times rated: 2, forgotten: 1.",
    ):
        assert told in out, told


def test_a_cards_json_tells_every_answer(learned):
    card = learned("card", "first.tail", "--json").json
    assert [(one["day"], one["kind"], one["grade"], one["stands"]) for one in card["history"]] == [
        ("2026-11-10", "answered", 3, True),
        ("2026-11-11", "answered", 1, True),
        ("2026-11-11", "practised", 3, True),
    ]
    assert card["history"][1]["early_days"] == 1
    assert card["history"][1]["mistake"] == "peak-for-tail"
    assert card["mistakes"] == [
        {"mistake": "peak-for-tail", "times": 1, "since_contrast": 1, "last_made": "2026-11-11"}
    ]
    assert "related_cards" not in card
    related = learned("card", "first.tail", "--json", "--related").json["related_cards"]
    assert all(0 < one["alike"] <= 1 for one in related)


def test_why_in_words(learned):
    out = learned("why", "first.tail").out
    assert "It is due today." in out
    assert "A blind guess is right with" in out
    assert "wrong: back in 1 day (2026-11-21)" in out
    assert "too easy: back in" in out
    learned.lang = "zh"
    assert "它今天到期了。" in learned("why", "first.tail").out


def test_why_for_programs(learned):
    why = learned("why", "first.tail", "--json").json
    assert (why["id"], why["day"], why["due_in"], why["days_ago"]) == ("first.tail", "2026-11-20", 0, 9)
    assert [one["reason"] for one in why["because"]] == ["due", "mixed_up"]
    assert list(why["grades"]) == ["again", "hard", "good", "easy"]
    assert why["grades"]["again"]["due"] == "2026-11-21"
    assert why["rules"]["aim"] > why["rules"]["retention"] == 0.9
    assert why["text"]["zh"]


def test_a_mistake_made_twice_is_cleared_up_first(learned):
    """Made once it is only named; made twice since its last contrast, the next review begins with that."""
    assert "The next review begins" not in learned("why", "first.tail").out
    with Journal(learned.home / "journal.sqlite3", "", lambda: 2 * 10**15, lambda: "f" * 32) as journal:
        journal.record(Fact("answered", "first.tail", {"grade": 1, "due": DAY, "mistake": "peak-for-tail"}), DAY - 1)
    assert "(2×)" in learned("why", "first.tail").out
    assert "The next review begins" in learned("why", "first.tail").out


def test_why_a_card_waits(learned):
    learned("suspend", "first.tail")
    assert learned("why", "first.tail", "--json").json["because"][0]["reason"] == "suspended"
    learned("resume", "first.tail")
    learned("bury", "first.tail")
    assert learned("why", "first.tail", "--json").json["because"][0]["reason"] == "buried"
    assert learned("why", "second.nothing").code == 4


def test_a_new_card_says_when_its_turn_comes(learned):
    """Every card of the small course that was never answered has a reason, and a day to come or a card before it."""
    for card in ids(learned("cards", "--json", "new")):
        reasons = [one["reason"] for one in learned("why", card, "--json").json["because"]]
        assert reasons[0] in {"fresh", "fresh_taught", "locked"}
        assert reasons[1] in {"next_new", "ahead", "lasts", "not_met", "sibling_seen"}


def test_the_key_i_says_the_same(learned):
    """In a session by lines: the sentences of `tutor why`, with the reason of the session."""
    told = learned("review", "--plain", stdin="i\nq\n").out
    assert "It is due today." in told
    assert "Mixed up here" in told
    assert "A blind guess is right with" in told
    crammed = learned("review", "--plain", "--cram", stdin="i\nq\n").out
    assert "Cramming is practice" in crammed
