"""How long a lesson takes: an estimate from what there is to read and to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tutor.syllabus.model import (
    Ask,
    Compare,
    Derive,
    FormulaStep,
    PlotStep,
    Pretest,
    Prose,
    Recap,
    ShowStep,
    TableStep,
)

if TYPE_CHECKING:
    from tutor.questions.model import Wording
    from tutor.syllabus.model import Step

# Chinese characters a minute, read with care (Trauzettel-Klosinski & Dietz 2012: 255 ± 29, read aloud).
# The Chinese text is counted in either language: both say the same, and take about as long.
CHARACTERS = 255.0
LOOK = 15.0  # seconds for a formula or a set of curves before anything is read about it
ROW = 5.0  # seconds for a row of a table
LINE = 10.0  # seconds for a line of a derivation besides its reason


def seconds_for(step: Step, seconds_a_card: float) -> float:
    """Return seconds for one step; a question takes `seconds_a_card`, the learner's own pace."""
    match step:
        case Pretest() | Ask():
            return seconds_a_card
        case Recap(cards):
            return seconds_a_card * len(cards)
        case Prose(_, wording):
            return reading(wording)
        case FormulaStep() | ShowStep():
            return LOOK
        case PlotStep(_, _, read):
            return LOOK + sum(reading(sentence.wording) for sentence in read)
        case Derive(lines):
            return sum(LINE + (reading(line.because) if line.because else 0.0) for line in lines)
        case Compare(pros=pros, cons=cons):
            return sum(map(reading, (*pros, *cons)))
        case TableStep(_, rows):
            return ROW * len(rows)
        case _:
            assert_never(step)


def reading(wording: Wording) -> float:
    """Return the seconds to read a text."""
    return 60.0 / CHARACTERS * sum(len(piece) for piece in wording.zh if isinstance(piece, str))
