"""What a learner can do in an interview besides answering a question as in a review."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.sessions.inputs import Input as QuestionInput


@dataclass(frozen=True, slots=True)
class Told:
    """The answer in the learner's own words, as typed; `seems` are the key points it seems to hold."""

    text: str
    seems: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Begin:
    """Start the ladder at one of its rungs, by place from 0."""

    at: int


InterviewInput = QuestionInput | Told | Begin
