"""A problem as one sentence in the author's language, with the reason an expression gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.syllabus.model import Problem
    from tutor.text import Language

INNER = "reason."


def sentence(problem: Problem, language: Language) -> str:
    """Return what is wrong and what to do, without the place."""
    facts = {name: fact for name, fact in problem.facts if not name.startswith(INNER)}
    inner = {name.removeprefix(INNER): fact for name, fact in problem.facts if name.startswith(INNER)}
    if "reason" in facts:
        facts["reason"] = _spoken(facts["reason"], inner, language)
    if "where" in facts:
        facts["where"] = say("problem.at", language, where=facts["where"]) if facts["where"] else ""
    return say(problem.key, language, **facts).rstrip()


def _spoken(key: str, facts: dict[str, str], language: Language) -> str:
    """Return the sentence of an inner error, or its name when it has no sentence."""
    if "." not in key:
        return key
    try:
        sentence = say(key, language, **facts)
        near = facts.get("near")
        return f"{sentence}{say('expression.near', language, near=near)}" if near else sentence
    except (KeyError, ImportError):
        return key


def line(problem: Problem, language: Language) -> str:
    """Return `file:line:column: sentence [rule]`, as compilers write it."""
    return f"{problem.file}:{problem.line}:{problem.column}: {sentence(problem, language)} [{problem.rule}]"
