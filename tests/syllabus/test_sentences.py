"""Every rule has a sentence in both languages, filled by exactly the facts its problems carry."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import tutor
from tutor.syllabus.model import Problem
from tutor.syllabus.sentences import line, sentence
from tutor.text.words import en, zh  # noqa: F401
from tutor.text.words.en.problem import SENTENCES as EN
from tutor.text.words.zh.problem import SENTENCES as ZH

SOURCES = [*Path(tutor.__file__).parent.glob("syllabus/*.py"), Path(tutor.__file__).parent / "questions/template.py"]


def holes(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(EN | ZH))
def test_both_languages_say_the_same_facts(key):
    assert holes(EN[key]) == holes(ZH[key])


def test_every_rule_in_the_code_has_a_sentence():
    code = "\n".join(source.read_text() for source in SOURCES)
    rules = set(re.findall(r'(?:fault|remark)\(\s*[^,()]+(?:\([^()]*\))?[^,()]*, "([a-z0-9-]+)"', code))
    rules |= set(re.findall(r'(?:Problem|_problem|_refusal)\([^"\n]*"([a-z0-9]+(?:-[a-z0-9]+)+)"', code))
    rules |= set(re.findall(r'TemplateError\("problem\.([a-z-]+)"', code))
    rules |= set(re.findall(r'(?:yield|return) "([a-z]+(?:-[a-z]+)+)", \{', code))
    assert len(rules) > 70
    assert {rule for rule in rules if f"problem.{rule}" not in EN} == set()


def test_a_sentence_with_its_place():
    problem = Problem("1-a/b.yaml", 3, 7, "key-unknown-near", (("name", "answr"), ("near", "answer")))
    assert (
        line(problem, "en")
        == "1-a/b.yaml:3:7: The key answr means nothing here. Did you mean answer? [key-unknown-near]"
    )
    assert line(problem, "zh") == "1-a/b.yaml:3:7: 键 answr 在这里没有意义。是不是想写 answer？ [key-unknown-near]"


def test_the_reason_of_an_expression_is_spoken_in_the_same_language():
    facts = (
        ("text", "foo(1)"),
        ("reason", "expression.unknown_function"),
        ("reason.name", "foo"),
        ("reason.near", "phi"),
    )
    problem = Problem("f", 1, 1, "expression", facts)
    assert sentence(problem, "en").startswith("The expression foo(1) cannot be read: ")
    assert "phi" in sentence(problem, "en")
    assert "expression.unknown_function" not in sentence(problem, "zh")


@pytest.mark.parametrize("reason", ["ZeroDivisionError", "nothing.known", "expression.unheard_of"])
def test_a_reason_without_a_sentence_is_named(reason):
    assert reason in sentence(Problem("f", 1, 1, "expression-fails", (("text", "1"), ("reason", reason))), "en")


def test_where_a_draw_fails():
    problem = Problem("f", 1, 1, "claim-false", (("text", "a < 3"), ("where", "a = 4")))
    assert sentence(problem, "en") == "The claim a < 3 is not true at a = 4. Correct it."
    assert sentence(problem, "zh") == "断言 a < 3 不成立（当 a = 4 时）。请改正。"
    nowhere = Problem("f", 1, 1, "claim-false", (("text", "1 > 2"), ("where", "")))
    assert sentence(nowhere, "en") == "The claim 1 > 2 is not true. Correct it."
