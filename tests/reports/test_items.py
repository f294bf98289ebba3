"""Mastery of the items of a syllabus, from the cards of the lessons that cover them."""

from dataclasses import dataclass

from tests.reports.logs import PARTS, deck
from tutor.reports.items import items


@dataclass
class Covers:
    id: str
    covers: tuple[str, ...]


LESSONS = [Covers("l", ("1.1", "2.1")), Covers("m", ("2.1",)), Covers("n", ("1.2",)), Covers("bare", ("3.1",))]
CARDS = deck(
    ("l.a", 1, "l", 9.0, 0),  # mastery 0.51
    ("l.b", 1, "l", None, 0),
    ("l.c", 1, "l", 90.0, 0, {"suspended": True}),
    ("m.a", 2, "m", 90.0, 0),  # mastery 1
    ("n.a", 1, "n", None, 0),
)


def lines(**only):
    found = items(CARDS, PARTS, LESSONS, **only).all
    return {item.id: (round(item.mastery, 3), item.met, item.cards, item.stands) for item in found}


def test_an_item_is_the_mean_of_the_cards_of_all_its_lessons():
    """2.1 is covered by two lessons: cards 0.51, 0 and 1; the suspended one is left out."""
    assert lines() == {
        "1.1": (0.255, 1, 2, "known"),
        "1.2": (0.0, 0, 1, "unmet"),
        "2.1": (0.503, 2, 3, "known"),
        "3.1": (0.0, 0, 0, "untaught"),
    }


def test_of_a_part_or_a_lesson_only_its_items_are_shown_and_judged_by_all_their_lessons():
    assert list(lines(of_parts=(1,))) == ["1.1", "1.2"]
    assert lines(of_lessons=("m",)) == {"2.1": (0.503, 2, 3, "known")}
    assert lines(of_parts=(1,), of_lessons=("m",)) == {}


def test_an_item_no_lesson_names_has_no_cards():
    found = items(CARDS, PARTS, [], of_parts=(2,)).all[0]
    assert (found.lessons, found.cards, found.stands) == ((), 0, "untaught")
