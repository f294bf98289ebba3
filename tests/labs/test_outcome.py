"""What came true is told without the reason that a prediction gives for itself."""

from __future__ import annotations

import pytest

from tutor.labs.catalogue import LABS
from tutor.labs.model import Result
from tutor.labs.outcome import Outcome, changed, command
from tutor.labs.settings import settled
from tutor.text import Text


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.name)
def test_a_reason_is_no_measurement(lab):
    for answer in lab.answers:
        outcome = Outcome(lab, settled(lab, {}, "1"), Result((), (), Text.same(""), answer=answer), predicted=answer)
        assert outcome.found is not None
        assert outcome.expected is not None
        for language in ("zh", "en"):
            found = getattr(outcome.found, language)
            assert found
            assert getattr(outcome.expected, language).startswith(found)
            assert "：" not in found
            assert ": " not in found


def test_only_what_was_changed_is_named():
    lab = LABS[0]
    usual, other = settled(lab, {}, "1"), settled(lab, {"gain": "2", "depth": "50"}, "7")
    assert changed(lab, usual) == ()
    assert changed(lab, other) == ("--gain 2",)
    assert command(lab, other) == "tutor lab flow --gain 2 --seed 7"
