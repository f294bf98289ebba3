"""After a quarter of an hour one calm line, once, between two questions; a limit of one's own needs none."""

import pytest

from tests.sessions.learner import Learner, choices
from tutor.memory.scheduling import Policy
from tutor.sessions.inputs import Next
from tutor.sessions.model import Notice, Settings

QUARTER = 15 * 60_000


def told(learner):
    return learner.session.notice == Notice("review.rest")


def test_a_good_place_to_stop_is_told_once_and_never_in_a_question():
    learner = Learner(*choices(6)).answers()
    assert not told(learner)
    learner.ms = QUARTER - 1000
    learner.does(learner.choice(right=True))
    assert not told(learner)
    learner.does(Next())
    assert told(learner)
    learner.answers()
    assert not told(learner)
    learner.ms += QUARTER
    assert not told(learner.answers())


@pytest.mark.parametrize(
    "settings", [Settings(Policy(), minutes=60), Settings(Policy(), quiz=True, exam=True, minutes=60)]
)
def test_who_set_a_limit_is_left_alone(settings):
    learner = Learner(*choices(6), settings=settings)
    learner.ms = QUARTER
    assert not told(learner.answers())
