"""Words that the glossary tells to avoid."""

from __future__ import annotations

from tests.questions.cards import choice, words
from tests.syllabus.courses import FRAME, flash, lesson, write
from tutor.syllabus.check import check
from tutor.syllabus.model import Prose, Term
from tutor.syllabus.terms import avoided
from tutor.text import Text

TERMS = (
    Term("a", Text("激活函数", "activation"), Text("", ""), (), (), ("激励函数",), ()),
    Term("n", Text("归一化", "normalisation"), Text("", ""), (), (), (), ("normalization",)),
)


def found(zh, en):
    return list(avoided(Prose("say", words(zh, en)), TERMS))


def test_a_chinese_form_counts_wherever_it_stands():
    assert found("这个激励函数很老", "x") == [("激励函数", "激活函数")]


def test_an_english_form_counts_as_a_word_in_any_case():
    assert found("x", "Batch Normalization helps") == [("normalization", "normalisation")]
    assert found("x", "renormalizations") == []


def test_the_language_decides():
    assert found("normalization", "激励函数") == []


def test_every_text_of_a_card_is_read():
    assert next(iter(avoided(choice(wrong=("激励函数", "b")), TERMS))) == ("激励函数", "激活函数")


def test_it_is_a_problem_at_the_card(tmp_path):
    glossary = FRAME["glossary.yaml"].replace("define:", 'avoid: {zh: ["坏词"]}, define:')
    text = lesson("l", flash("l.a", answer="坏词在此"), covers='"1.1"').replace(
        '"坏词在此"', '{zh: "坏词在此", en: "x"}'
    )
    write(tmp_path, {**FRAME, "glossary.yaml": glossary, "1-one/l.yaml": text})
    problem = next(p for p in check(tmp_path) if p.rule == "term-avoided")
    assert dict(problem.facts) == {"text": "坏词", "use": "饱和"}
    assert problem.file == "1-one/l.yaml"
