"""The hardest cards and what is advised, against a deck where the order is plain."""

from dataclasses import dataclass

from tests.reports.logs import DAY, deck
from tutor.reports.hardest import hardest
from tutor.syllabus.model import Mistake
from tutor.text import Text


@dataclass
class Made:
    mistake: str
    times: int
    cards: tuple[str, ...]


MIXED = Mistake("mixed", Text("混", "mixed up"), Text("清", "clear"))
CARDS = deck(
    ("easy", 1, "l", 30.0, 0, {"difficulty": 2.0, "reviews": 5}),
    ("once", 1, "l", 5.0, 0, {"lapses": 1, "reviews": 4}),
    ("leech", 1, "m", 3.0, 3, {"lapses": 5, "reviews": 14}),
    ("cured", 1, "m", 40.0, 0, {"lapses": 9, "reviews": 30}),
    ("twice", 1, "l", 5.0, 0, {"lapses": 2, "reviews": 6}),
    ("mixed", 1, "l", 5.0, 0, {"lapses": 3, "reviews": 7}),
    ("difficult", 1, "l", 5.0, 0, {"difficulty": 9.0, "reviews": 3}),
    ("aside", 1, "l", 1.0, 0, {"lapses": 20, "suspended": True}),
    ("new", 1, "l", None, 0),
)


def found(made=(), most=10):
    return hardest(CARDS, made, {"mixed": MIXED}, DAY, most)


def test_worst_first_and_what_holds_or_is_easy_or_set_aside_not_at_all():
    told = [(one.card, one.advice) for one in found([Made("mixed", 2, ("mixed",))]).cards]
    assert told == [
        ("leech", "lesson"),
        ("mixed", "contrast"),
        ("twice", "quiz"),
        ("once", "wait"),
        ("difficult", "wait"),
    ]


def test_the_counts_are_those_of_all_met_cards():
    assert (found().met, found().forgotten, found().held, found().leeches) == (7, 5, 1, 1)


def test_a_card_brings_its_numbers():
    leech = found(most=1).cards[0]
    assert (leech.lesson, leech.lapses, leech.reviews, leech.stability, leech.leech) == ("m", 5, 14, 3.0, True)
    assert round(leech.recall, 6) == 0.9


def test_a_mistake_made_once_or_unknown_is_no_advice():
    for made in (Made("mixed", 1, ("mixed",)), Made("dropped", 5, ("mixed",))):
        mixed = next(one for one in found([made]).cards if one.card == "mixed")
        assert (mixed.advice, mixed.mistake, mixed.confusion) == ("quiz", None, None)


def test_of_two_mistakes_the_more_frequent_is_named():
    other = Mistake("other", Text("他", "other"), Text("", ""))
    made = [Made("other", 7, ("mixed",)), Made("mixed", 3, ("mixed",))]
    told = hardest(CARDS, made, {"mixed": MIXED, "other": other}, DAY).cards
    assert next(one.mistake for one in told if one.card == "mixed") == other


def test_nobody_is_hard_in_an_empty_deck():
    assert hardest(deck(), (), {}, DAY).cards == ()
