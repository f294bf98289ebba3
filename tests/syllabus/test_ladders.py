"""Ladders of interview questions: rungs in a row, spoken answers on the first."""

from __future__ import annotations

import pytest

from tests.syllabus.courses import flash, lesson
from tutor.syllabus.ladders import ladder_problems
from tutor.syllabus.lessons import read_lesson

ANSWERS = ', quick: {zh: "短", en: "short"}, full: {zh: "长", en: "long"}'


def rung(number, answers=None, ladder="why"):
    spoken = ANSWERS if answers is None and number == 1 else answers or ""
    return flash(f"{ladder}.{number}", ladder=f"{{id: {ladder}, rung: {number}{spoken}}}")


def found(*cards):
    file = read_lesson(lesson("l", *cards).encode(), "1-one/l.yaml")
    assert not file.problems
    return [(problem.rule, dict(problem.facts)) for problem in ladder_problems([file])]


def test_a_ladder_of_four_rungs_is_fine():
    assert found(*map(rung, range(1, 5)), flash("l.other")) == []


def test_rungs_may_stand_in_any_order_and_in_any_file():
    files = [
        read_lesson(lesson(name, *map(rung, numbers)).encode(), f"1-one/{name}.yaml")
        for name, numbers in (("a", (3, 4)), ("b", (2, 1)))
    ]
    assert list(ladder_problems(files)) == []


@pytest.mark.parametrize(
    ("cards", "rules"),
    [
        ((1, 2, 3), ["ladder-length"]),
        ((1, 2, 3, 4, 5, 6, 7), ["ladder-length"]),
        ((1, 2, 4, 5), ["ladder-rung-missing"]),
        ((2, 3, 4, 5), ["ladder-rung-missing"]),
    ],
)
def test_rungs_follow_each_other(cards, rules):
    assert [rule for rule, _ in found(*map(rung, cards))] == rules


def test_no_rung_twice():
    twice = rung(3).replace("id: why.3,", "id: why.x,")
    assert found(*map(rung, range(1, 5)), twice) == [("ladder-rung-twice", {"ladder": "why", "rung": "3"})]


def test_the_headline_is_answered_aloud_in_two_lengths():
    bare = [rung(1, answers=', quick: {zh: "短", en: "short"}'), *map(rung, range(2, 5))]
    assert found(*bare) == [("ladder-answer", {"ladder": "why", "name": "full"})]
    myth = 'kind: myth, "true": {zh: "真", en: "t"}, "false": {zh: "假", en: "f"}'
    headline = rung(1).replace('kind: flash, fact: why.1, ask: "why.1?", answer: "1"', f"{myth}, fact: why.1")
    assert found(headline, *map(rung, range(2, 5))) == [("ladder-headline", {"ladder": "why", "kind": "myth"})]


def test_answers_belong_to_the_headline_and_can_be_said_in_time():
    wordy = ', quick: {{zh: "{}", en: "short"}}, full: {{zh: "长", en: "{}"}}'.format("长" * 171, "long " * 331)
    rules = found(rung(1, wordy), rung(2, ', full: {zh: "长", en: "long"}'), rung(3), rung(4))
    assert rules == [
        ("ladder-answer-long", {"ladder": "why", "name": "quick", "language": "zh", "n": "171", "most": "170"}),
        ("ladder-answer-long", {"ladder": "why", "name": "full", "language": "en", "n": "331", "most": "330"}),
        ("ladder-answer-elsewhere", {"ladder": "why", "name": "full"}),
    ]
