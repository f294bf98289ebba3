"""A quiz at the machine: once through, nothing returns, a score, the missed ones read and asked again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questions import cards
from tests.sessions.learner import DAY, Learner, choices
from tutor.memory.scheduling import Policy
from tutor.memory.state import CardState, Memory
from tutor.questions.answers import DontKnow, Typed
from tutor.sessions.inputs import Bury, Grade, Guessed, Leave, Next, Redo, Repeat, Reread, Reveal, Skip, Undo, WasRight
from tutor.sessions.model import Asking, Contrasting, Judged, Over, Scored, Settings

LEARNED = CardState(Memory(10.0, 5.0, DAY, DAY - 20, DAY - 10, 3, 0, (3, 3, 3)), DAY - 10)


def quiz(*given_cards, exam=False, minutes=None, states=None):
    settings = Settings(Policy(fuzz=False), seed="s", quiz=True, exam=exam, minutes=minutes)
    return Learner(*given_cards, settings=settings, states=states)


def bodies(learner):
    return [event.body for event in learner.journal.events]


def answer_all(learner, *rights):
    for right in rights:
        learner.answers(right=right)
    return learner


class TestScheduling:
    def test_a_card_never_learned_is_practised(self):
        learner = quiz(*choices(1)).answers()
        assert learner.kinds() == ["practised"]
        assert bodies(learner)[0]["reason"] == "quiz"
        assert learner.journal.state("c0").memory == CardState().memory

    def test_a_learned_card_not_seen_today_is_rated(self):
        learner = quiz(*choices(1), states={"c0": LEARNED}).answers()
        assert learner.kinds() == ["answered"]
        assert bodies(learner)[0]["due"] > DAY

    def test_a_learned_card_rated_today_is_practised(self):
        today = CardState(Memory(10.0, 5.0, DAY + 9, DAY - 20, DAY, 4, 0, (3, 3)), DAY)
        assert quiz(*choices(1), states={"c0": today}).answers().kinds() == ["practised"]

    def test_an_unlearned_card_promises_no_interval(self):
        learner = quiz(*choices(1))
        learner.does(learner.choice(right=True))
        assert learner.session.phase.outcomes == ()


class TestOrder:
    def test_a_missed_card_does_not_come_back(self):
        learner = answer_all(quiz(*choices(3)), False, False, False)
        assert isinstance(learner.session.phase, Scored)
        assert len(learner.session.answers) == 3

    def test_the_same_seed_draws_the_same_on_another_day(self):
        settings = Settings(seed="7", quiz=True)
        showings = [
            Learner(cards.numeric(draws=(("a", tuple("123456789")),)), settings=settings, day=day).session.phase.showing
            for day in (DAY, DAY + 1, DAY + 9)
        ]
        assert len({str(dict(showing.values)) for showing in showings}) == 1

    @pytest.mark.parametrize("right", [True, False])
    def test_the_last_answer_taken_back_and_brought_back_leaves_nothing_open(self, right):
        learner = quiz(*choices(2)).answers()
        learner.does(learner.choice(right=right), Undo(), Redo())
        assert isinstance(learner.session.phase, Scored)
        assert learner.session.waiting == ()
        assert [answer.entry.card.id for answer in learner.session.answers] == ["c0", "c1"]

    def test_a_skipped_question_is_asked_at_the_end_and_then_left_open(self):
        learner = quiz(*choices(2)).does(Skip())
        assert learner.card == "c1"
        learner.answers().does(Skip())
        assert isinstance(learner.session.phase, Scored)
        assert [answer.entry.card.id for answer in learner.session.answers] == ["c1"]


class TestEnd:
    def test_leaving_shows_the_score_and_leaving_again_ends(self):
        learner = quiz(*choices(3)).answers()
        learner.does(Leave())
        assert learner.session.phase == Scored("left")
        assert [entry.card.id for entry in learner.session.waiting] == ["c1", "c2"]
        assert learner.does(Leave()).over

    def test_leaving_unanswered_is_just_over(self):
        assert quiz(*choices(3)).does(Leave()).session.phase == Over("left")

    def test_the_missed_are_read_again_with_their_verdicts(self):
        learner = answer_all(quiz(*choices(3)), False, True, False)
        learner.does(Reread())
        assert (learner.card, learner.judged, learner.session.left) == ("c0", True, 1)
        learner.does(Next())
        assert (learner.card, learner.session.left) == ("c2", 0)
        assert learner.does(Next()).session.phase == Scored("done")
        assert learner.kinds() == ["practised"] * 3

    def test_a_verdict_disputed_while_reading_counts_as_right(self):
        learner = answer_all(quiz(*choices(2)), False, True).does(Reread(), WasRight(), Next())
        assert learner.session.phase == Scored("done")
        assert learner.session.missed == ()
        assert learner.kinds() == ["practised", "practised", "regraded"]

    def test_a_guess_is_not_right(self):
        learner = quiz(*choices(1))
        learner.does(learner.choice(right=True), Guessed(), Next())
        assert [answer.entry.card.id for answer in learner.session.missed] == ["c0"]

    def test_the_missed_are_asked_once_more_with_feedback_and_as_practice(self):
        learner = answer_all(quiz(*choices(3), states={"c0": LEARNED}, exam=True), False, True, False)
        learner.does(Repeat())
        assert learner.card == "c0"
        learner.does(learner.choice(right=True))
        assert learner.judged
        assert learner.kinds()[-1] == "practised"

    def test_leaving_the_reading_returns_to_the_score(self):
        learner = answer_all(quiz(*choices(2)), False, False).does(Reread(), Leave())
        assert learner.session.phase == Scored("done")


class TestExam:
    def test_no_verdict_is_shown_before_the_end(self):
        learner = quiz(*choices(2), exam=True)
        learner.does(learner.choice(right=False))
        assert (learner.card, type(learner.session.phase)) == ("c1", Asking)
        learner.does(learner.choice(right=True))
        assert isinstance(learner.session.phase, Scored)
        assert isinstance(learner.does(Reread()).session.phase, Judged)

    def test_an_answer_after_the_time_does_not_count(self):
        learner = quiz(*choices(3), exam=True, minutes=1)
        learner.does(learner.choice(right=True))
        learner.ms += 60_000
        learner.does(learner.choice(right=True))
        assert learner.session.phase == Scored("time")
        assert (len(learner.journal.events), len(learner.session.waiting)) == (1, 2)

    def test_undo_brings_the_question_back_unscored(self):
        learner = quiz(*choices(2), exam=True)
        learner.does(learner.choice(right=False), Undo())
        assert (learner.card, learner.session.answers) == ("c0", ())
        learner.does(learner.choice(right=True))
        learner.does(learner.choice(right=True))
        assert learner.session.missed == ()

    def test_redo_brings_the_answer_back(self):
        learner = quiz(*choices(2), exam=True)
        learner.does(learner.choice(right=False), Undo(), Redo())
        assert [answer.judged.grade for answer in learner.session.answers] == [1]
        assert learner.session.answers[0].judged.verdict.mistake

    def test_a_flash_card_is_graded_by_the_learner(self):
        learner = quiz(cards.flash(), exam=True).does(Reveal(), Grade(1))
        assert [answer.judged.grade for answer in learner.session.missed] == [1]


def test_a_generated_question_cannot_be_put_away():
    card = cards.choice("~slope.relu")
    learner = quiz(card).does(Bury())
    assert learner.session.notice.key == "quiz.no_card"
    assert learner.kinds() == []


def test_contrasts_come_before_the_first_question_and_are_remembered():
    from tutor.sessions.flow import start

    learner = quiz(*choices(1))
    entries = [learner.session.current]
    learner.session = start(entries, Settings(quiz=True), learner.now(), ["value-for-slope"])
    assert learner.session.phase == Contrasting("value-for-slope")
    learner.does(DontKnow())
    assert learner.kinds() == []
    learner.does(Next())
    assert [(e.kind, e.card) for e in learner.journal.events] == [("step", "mistake:value-for-slope")]
    assert learner.card == "c0"


def test_a_session_without_questions_shows_no_contrast():
    from tutor.sessions.flow import start

    assert start([], Settings(), quiz(*choices(1)).now(), ["value-for-slope"]).phase == Over("done")


INPUTS = st.sampled_from(
    [Undo(), Redo(), Skip(), Next(), Leave(), Reread(), Repeat(), Guessed(), WasRight(), DontKnow(), "right", "wrong"]
)


@pytest.mark.parametrize("exam", [False, True])
@given(st.lists(INPUTS, max_size=30))
def test_the_answers_kept_are_the_answers_that_stand(exam, inputs):
    learner = quiz(*choices(4), exam=exam)
    repeated = False
    for one in inputs:
        repeated = repeated or isinstance(one, Repeat)
        asking = isinstance(learner.session.phase, Asking)
        if isinstance(one, str):
            one = learner.choice(right=one == "right") if asking else Typed("x")  # noqa: PLW2901
        learner.does(one)
    if not repeated:
        standing = [event.id for event in learner.standing() if event.kind != "regraded"]
        assert sorted(answer.judged.event for answer in learner.session.answers) == sorted(standing)
