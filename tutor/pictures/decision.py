"""A decision tree as data: questions with answers that lead on, and advice at every end.

An answer may add a note to the advice that follows; the same question may be reached by several ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.pictures.table import both

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tutor.text import Text


@dataclass(frozen=True, slots=True)
class Answer:
    """What may be answered, where it leads, and what it adds to the advice."""

    name: Text
    to: str
    adds: Text | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers."""

    id: str
    ask: Text
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What to take and why; `functions` are names of the catalogue, `alternatives` say when to take them."""

    id: str
    choice: Text
    functions: tuple[str, ...]
    reasons: tuple[Text, ...]
    alternatives: tuple[Text, ...]
    initialisation: Text


@dataclass(frozen=True, slots=True)
class Decision:
    """Questions and advice by their ids, and the question that is asked first."""

    first: str
    questions: Mapping[str, Question]
    advice: Mapping[str, Advice]
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """How far somebody has come: the answers so far, as pairs of a question's id and the place of the answer."""

    taken: tuple[tuple[str, int], ...] = ()


def here(decision: Decision, way: Way) -> Question | Advice:
    """Return the question or the advice at the end of a way."""
    at = decision.first
    for question, place in way.taken:
        at = decision.questions[question].answers[place].to
    return decision.questions.get(at) or decision.advice[at]


def answered(decision: Decision, way: Way, place: int) -> Way:
    """Return the way after an answer, counted from 0; an answer that is not offered leaves it."""
    asked = here(decision, way)
    if isinstance(asked, Advice) or not 0 <= place < len(asked.answers):
        return way
    return Way((*way.taken, (asked.id, place)))


def back(way: Way) -> Way:
    """Return the way without its last answer."""
    return Way(way.taken[:-1])


def given(decision: Decision, way: Way) -> tuple[Answer, ...]:
    """Return the answers on a way."""
    return tuple(decision.questions[question].answers[place] for question, place in way.taken)


def added(decision: Decision, way: Way) -> tuple[Text, ...]:
    """Return what the answers on a way add to the advice."""
    return tuple(answer.adds for answer in given(decision, way) if answer.adds is not None)


def ways(decision: Decision, way: Way | None = None) -> Iterator[Way]:
    """Yield every way to an end."""
    way = way or Way()
    asked = here(decision, way)
    if isinstance(asked, Advice):
        yield way
        return
    for place in range(len(asked.answers)):
        yield from ways(decision, answered(decision, way, place))


def as_json(decision: Decision) -> dict[str, Any]:
    """Return questions and advice for programs."""
    return {
        "first": decision.first,
        "questions": {name: _question(question) for name, question in decision.questions.items()},
        "advice": {name: _advice(advice) for name, advice in decision.advice.items()},
        "notes": [both(note) for note in decision.notes],
    }


def _question(question: Question) -> dict[str, Any]:
    answers = [
        {"name": both(answer.name), "to": answer.to, "adds": both(answer.adds) if answer.adds else None}
        for answer in question.answers
    ]
    return {"ask": both(question.ask), "answers": answers}


def _advice(advice: Advice) -> dict[str, Any]:
    return {
        "choice": both(advice.choice),
        "functions": list(advice.functions),
        "reasons": [both(reason) for reason in advice.reasons],
        "alternatives": [both(other) for other in advice.alternatives],
        "initialisation": both(advice.initialisation),
    }
