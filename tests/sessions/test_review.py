"""The review machine: what each input does in each phase, and what is recorded when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questions import cards
from tests.sessions.learner import DAY, Learner, choices
from tutor.memory.scheduling import Policy, next_outcomes
from tutor.memory.state import CardState, Memory
from tutor.questions.answers import Chosen, DontKnow, Typed, Unreadable
from tutor.sessions import review
from tutor.sessions.inputs import (
    Bury,
    Grade,
    Guessed,
    Leave,
    Mark,
    Moment,
    Next,
    Recorded,
    Redo,
    Reveal,
    Skip,
    Suspend,
    TooEasy,
    Undo,
    WasRight,
)
from tutor.sessions.model import Asking, Grading, Judged, Over, Settings, Ticking


def known(day=DAY - 10, **more):
    facts = {
        "stability": 10.0,
        "difficulty": 5.0,
        "due": DAY,
        "first_day": day,
        "last_day": day,
        "reviews": 1,
        "lapses": 0,
        "recent": (3,),
    }
    return CardState(Memory(**{**facts, **more}), day)


def test_a_flash_card_is_revealed_graded_and_recorded_once():
    learner = Learner(cards.flash())
    assert isinstance(learner.session.phase, Asking)
    learner.does(Reveal())
    assert isinstance(learner.session.phase, Grading)
    assert learner.kinds() == []
    learner.does(Grade(3))
    assert learner.kinds() == ["answered"]
    assert learner.over


def test_the_recorded_answer_holds_grade_due_day_values_order_and_time():
    learner = Learner(cards.numeric())
    values = dict(learner.session.phase.showing.values)
    learner.does(DontKnow())
    (event,) = learner.journal.events
    outcome = next_outcomes("c.numeric", CardState(), DAY, None, Policy(fuzz=False))[0]
    assert event.body["grade"] == 1
    assert event.body["due"] == outcome.due == DAY + 1
    assert event.body["values"] == values
    assert event.body["retention"] == 0.9
    assert event.body["weights"] == Policy().version
    assert event.body["ms"] == 1000
    assert event.body["kind"] == "numeric"


def test_a_guessable_question_is_scheduled_at_a_higher_retention():
    learner = Learner(cards.choice()).does()
    labels = review.outcomes(learner.session, learner.now())
    assert [o.due for o in labels] == [
        o.due for o in next_outcomes("c.choice", CardState(), DAY, 3, Policy(fuzz=False))
    ]
    learner.does(learner.choice(right=True))
    assert learner.journal.events[0].body["due"] == labels[2].due
    assert learner.journal.events[0].body["chosen"] == list(learner.session.phase.verdict.chosen)


def test_right_is_good_and_wrong_is_again_with_its_mistake():
    right = Learner(cards.choice()).does()
    right.does(right.choice(right=True))
    assert right.journal.events[0].body["grade"] == 3
    assert "mistake" not in right.journal.events[0].body
    wrong = Learner(cards.choice())
    wrong.does(wrong.choice(right=False))
    assert wrong.journal.events[0].body["grade"] == 1
    assert wrong.journal.events[0].body["mistake"].startswith("m-")


def test_the_verdict_is_recorded_before_it_can_be_left():
    learner = Learner(cards.choice())
    session, effects = review.step(learner.session, learner.choice(right=True), learner.now())
    assert isinstance(session.phase, Judged)
    assert session.phase.event == ""
    assert [effect.kind for effect in effects] == ["answered"]
    stays, nothing = review.step(session, Next(), learner.now())
    assert (stays.phase, nothing) == (session.phase, ())
    assert review.step(session, Guessed(), learner.now())[1] == ()


def test_a_hint_records_nothing_and_is_remembered():
    learner = Learner(cards.numeric()).does(Typed("abc"))
    assert learner.kinds() == []
    assert learner.session.phase.hinted
    assert learner.session.notice.key == "question.not_a_number"
    learner.does(Unreadable("question.type_number", {}))
    assert learner.session.notice.key == "question.type_number"


@pytest.mark.parametrize("given", [Grade(3), Next(), Guessed(), TooEasy(), WasRight(), Reveal(), Typed("1"), Mark(0)])
def test_what_means_nothing_while_a_choice_is_asked_changes_nothing(given):
    learner = Learner(cards.choice())
    before = learner.session.phase
    learner.does(given)
    assert learner.session.phase == before
    assert learner.kinds() == []


@pytest.mark.parametrize("given", [Grade(3), Grade(1), Chosen((0,)), DontKnow(), Typed("x"), Reveal(), Mark(0)])
def test_after_an_automatic_verdict_digits_do_nothing(given):
    learner = Learner(cards.choice())
    learner.does(learner.choice(right=True))
    before = learner.session.phase
    learner.does(given)
    assert learner.session.phase == before
    assert learner.kinds() == ["answered"]


@pytest.mark.parametrize("grade", [0, 5, -1])
def test_there_are_four_grades(grade):
    learner = Learner(cards.flash()).does(Reveal(), Grade(grade))
    assert isinstance(learner.session.phase, Grading)


def test_multi_options_are_marked_and_unmarked():
    learner = Learner(cards.multi()).does(Mark(0), Mark(2), Mark(0), Mark(9), Mark(-1))
    assert learner.session.phase.marked == {2}


def test_key_points_are_ticked_before_the_grade_prompt_opens():
    learner = Learner(cards.flash(points=("one", "two"))).does(Reveal(), Mark(1), Mark(0), Mark(1), Mark(7))
    assert isinstance(learner.session.phase, Ticking)
    assert learner.session.phase.marked == {0}
    learner.does(Reveal(), Grade(2))
    assert learner.journal.events[0].body["points"] == [0]
    assert learner.journal.events[0].body["grade"] == 2


def test_a_guess_counts_as_again_but_not_as_a_lapse_and_comes_back():
    learner = Learner(cards.choice(), states={"c.choice": known()})
    learner.does(learner.choice(right=True), Guessed())
    body = learner.journal.events[1].body
    assert (body["grade"], body["guessed"], body["event"]) == (1, True, learner.journal.events[0].id)
    assert body["due"] == DAY + 1
    learner.does(Next())
    assert learner.session.current.why == "again"


def test_too_easy_counts_as_easy():
    learner = Learner(cards.choice())
    learner.does(learner.choice(right=True))
    easy = learner.session.phase.outcomes[3].due
    learner.does(TooEasy())
    assert learner.journal.events[1].body == {"event": learner.journal.events[0].id, "grade": 4, "due": easy}
    assert learner.session.done[0].grade == 4


def test_i_was_right_counts_as_good_and_is_noted_as_disputed():
    learner = Learner(*choices(2))
    learner.does(learner.choice(right=False), WasRight())
    assert learner.journal.events[1].body["disputed"] is True
    assert learner.journal.events[1].body["grade"] == 3
    learner.does(Next())
    assert learner.session.returning == ()


@pytest.mark.parametrize(("right", "given"), [(False, Guessed()), (False, TooEasy()), (True, WasRight())])
def test_a_correction_that_does_not_fit_is_explained(right, given):
    learner = Learner(cards.choice())
    learner.does(learner.choice(right=right), given)
    assert learner.kinds() == ["answered"]
    assert learner.session.notice.key.startswith("review.correction")


def test_a_verdict_is_corrected_once():
    learner = Learner(cards.choice())
    learner.does(learner.choice(right=True), TooEasy(), Guessed(), TooEasy())
    assert learner.kinds() == ["answered", "regraded"]


def test_a_missed_card_comes_back_after_three_others():
    learner = Learner(*choices(6))
    order = []
    learner.answers(right=False)
    while not learner.over:
        order.append(learner.card)
        learner.answers()
    assert order == ["c1", "c2", "c3", "c0", "c4", "c5"]


def test_a_missed_card_comes_back_after_all_that_wait_when_they_are_fewer():
    learner = Learner(*choices(2)).answers(right=False)
    assert learner.card == "c1"
    learner.answers()
    assert learner.card == "c0"
    learner.answers()
    assert learner.over


def test_later_answers_of_the_day_are_practice():
    learner = Learner(*choices(1)).answers(right=False)
    learner.answers()
    assert learner.kinds() == ["answered", "practised"]
    assert learner.journal.events[1].body["reason"] == "again"
    assert "due" not in learner.journal.events[1].body


def test_it_comes_back_at_most_three_times_then_the_contrast_is_shown():
    learner = Learner(*choices(1))
    for _ in range(3):
        learner.answers(right=False)
        assert not learner.over
    learner.does(learner.choice(right=False))
    assert learner.session.phase.contrast
    learner.does(Next())
    assert learner.over
    assert learner.kinds() == ["answered", "practised", "practised", "practised"]


def test_a_flash_card_missed_for_the_last_time_stays_until_the_contrast_was_read():
    learner = Learner(cards.flash())
    for _ in range(3):
        learner.does(Reveal(), Grade(1))
    learner.does(Reveal(), Grade(1))
    assert learner.judged
    assert learner.session.phase.contrast
    assert learner.does(Next()).over


def test_three_misses_in_a_row_move_stability_once():
    learner = Learner(*choices(1))
    learner.answers(right=False)
    after_one = learner.journal.state("c0").memory
    learner.answers(right=False).answers(right=False)
    after_three = learner.journal.state("c0").memory
    assert (after_three.stability, after_three.difficulty, after_three.reviews) == (
        after_one.stability,
        after_one.difficulty,
        1,
    )
    assert after_three.due == DAY + 1


def test_a_card_rated_today_elsewhere_is_practised():
    learner = Learner(cards.choice(), states={"c.choice": known(DAY)})
    learner.does(learner.choice(right=True))
    assert learner.kinds() == ["practised"]


def test_the_journal_may_turn_an_answer_into_practice():
    learner = Learner(cards.choice())
    session, (fact,) = review.step(learner.session, learner.choice(right=True), learner.now())
    event = learner.journal.add(fact, DAY)
    elsewhere = type(event)(event.id, "d", 1, DAY, "practised", event.card, event.body)
    session, _ = review.step(session, Recorded(elsewhere, known(DAY)), learner.now())
    assert session.phase.practice
    assert session.done[0].practice


def test_cram_never_rates():
    learner = Learner(*choices(1), settings=Settings(Policy(fuzz=False), cram=True))
    learner.answers()
    assert learner.kinds() == ["practised"]
    assert learner.journal.events[0].body["reason"] == "cram"


def test_skip_puts_the_card_last_and_a_second_time_away():
    learner = Learner(*choices(2)).does(Skip())
    assert learner.card == "c1"
    learner.answers()
    assert learner.card == "c0"
    assert learner.does(Skip()).over
    assert learner.kinds() == ["answered"]


@pytest.mark.parametrize(
    ("given", "kind", "body"), [(Bury(), "buried", {"until": DAY + 1}), (Suspend(), "suspended", {})]
)
def test_a_card_is_put_away_with_one_key(given, kind, body):
    learner = Learner(*choices(2)).does(given)
    assert learner.kinds() == [kind]
    assert dict(learner.journal.events[0].body) == body
    assert learner.card == "c1"
    assert learner.session.notice.key == f"review.{kind}"


def test_a_judged_card_can_be_put_away_but_not_skipped():
    learner = Learner(*choices(2))
    learner.does(learner.choice(right=True), Skip())
    assert learner.judged
    assert learner.does(Suspend()).card == "c1"


def test_leaving_keeps_everything_answered():
    learner = Learner(*choices(3)).answers().does(Leave())
    assert learner.session.phase == Over("left")
    assert len(learner.session.done) == 1


def test_the_minutes_end_a_session_between_two_questions():
    learner = Learner(*choices(5), settings=Settings(Policy(), minutes=1))
    learner.ms = 59_000 - 2000
    learner.answers()
    assert not learner.over
    learner.answers()
    assert learner.session.phase == Over("time")


def test_an_empty_session_is_over():
    assert Learner().session.phase == Over("done")


def test_left_counts_the_present_card_and_those_that_return():
    learner = Learner(*choices(3))
    assert learner.session.left == 3
    learner.does(learner.choice(right=False))
    assert learner.session.left == 2
    learner.does(Next())
    assert learner.session.left == 3


def test_every_showing_draws_afresh_but_the_same_session_repeats():
    first, second = Learner(cards.numeric(), seed="a"), Learner(cards.numeric(), seed="a")
    assert first.session.phase.showing == second.session.phase.showing
    seen = set()
    for seed in range(20):
        seen.add(Learner(cards.numeric(), seed=seed).session.phase.showing.values["a"])
    assert len(seen) == 3


def test_a_fourth_lapse_offers_help():
    state = known(lapses=3, recent=(1, 1, 1))
    learner = Learner(cards.choice(), states={"c.choice": state})
    session, (fact,) = review.step(learner.session, learner.choice(right=False), learner.now())
    event = learner.journal.add(fact, DAY)
    session, _ = review.step(session, Recorded(event, known(lapses=4, last_day=DAY)), learner.now())
    assert session.phase.leech


def test_a_flash_card_stays_until_the_help_after_its_fourth_lapse_was_read():
    learner = Learner(cards.flash(), states={"c.flash": known(lapses=3, recent=(1, 1, 1))})
    learner.does(Reveal())
    session, (fact,) = review.step(learner.session, Grade(1), learner.now())
    event = learner.journal.add(fact, DAY)
    session, _ = review.step(session, Recorded(event, known(lapses=4, last_day=DAY)), learner.now())
    assert session.phase.leech


# ── undo and redo ──


def test_undo_brings_the_same_question_back_with_values_and_order():
    learner = Learner(cards.numeric("n1"), cards.numeric("n2"))
    first = learner.session.phase.showing
    learner.does(DontKnow(), Next(), Undo())
    assert learner.session.phase.showing == first
    assert learner.session.done == ()
    assert learner.session.returning == ()
    assert [entry.card.id for entry in learner.session.waiting] == ["n2"]
    assert learner.journal.state("n1") == CardState()


def test_undo_of_a_correction_on_its_own_screen_returns_to_the_verdict():
    learner = Learner(cards.choice())
    learner.does(learner.choice(right=True), Guessed(), Undo())
    assert learner.judged
    assert (learner.session.phase.grade, learner.session.phase.correction) == (3, "")
    assert learner.session.done[0].grade == 3
    learner.does(Undo())
    assert isinstance(learner.session.phase, Asking)


def test_undo_of_a_corrected_answer_from_the_next_card_returns_to_its_question():
    learner = Learner(*choices(2))
    learner.does(learner.choice(right=True), TooEasy(), Next(), Undo())
    assert learner.card == "c0"
    assert isinstance(learner.session.phase, Asking)
    assert learner.kinds() == ["answered", "regraded", "undone", "undone"]


@pytest.mark.parametrize("given", [Bury(), Suspend()])
def test_undo_brings_a_card_back_that_was_put_away(given):
    learner = Learner(*choices(2)).does(given, Undo())
    assert learner.card == "c0"
    assert [entry.card.id for entry in learner.session.waiting] == ["c1"]
    assert not learner.journal.state("c0").suspended


def test_undo_reaches_into_an_earlier_session():
    learner = Learner(*choices(1))
    old = cards.numeric("old")
    learner.library["old"] = old
    learner.journal.add(
        review.Fact("answered", "old", {"grade": 3, "due": DAY + 3, "values": {"a": "9"}, "order": []}), DAY - 1
    )
    learner.does(Undo())
    assert learner.card == "old"
    assert learner.session.phase.showing.values == {"a": "9"}
    assert learner.session.current.why == "undone"


def test_undo_of_a_card_that_is_gone_is_said():
    learner = Learner(*choices(1))
    learner.journal.add(review.Fact("answered", "gone", {"grade": 3, "due": DAY + 3}), DAY - 1)
    learner.does(Undo())
    assert learner.card == "c0"
    assert learner.session.notice.key == "review.undone_elsewhere"


def test_nothing_to_undo_or_redo_is_said():
    learner = Learner(*choices(1)).does(Undo())
    assert learner.session.notice.key == "review.nothing_to_undo"
    learner.does(Redo())
    assert learner.session.notice.key == "review.nothing_to_redo"


def test_redo_brings_the_answer_back_and_goes_on():
    learner = Learner(*choices(2)).answers(right=False).does(Undo(), Redo())
    assert learner.card == "c1"
    assert [item.entry.card.id for item in learner.session.returning] == ["c0"]
    assert [done.card for done in learner.session.done] == ["c0"]
    assert learner.journal.state("c0").memory.reviews == 1


def test_redo_of_a_correction_on_its_own_screen_corrects_again():
    learner = Learner(cards.choice())
    learner.does(learner.choice(right=False), WasRight(), Undo(), Redo())
    assert (learner.session.phase.grade, learner.session.phase.correction) == (3, "disputed")
    assert learner.session.current.state == learner.journal.state("c.choice")
    assert learner.session.done[0].grade == 3


def test_undo_after_the_end_of_everything_undoes_all():
    learner = Learner(*choices(3)).answers().answers(right=False).answers()
    while learner.session.notice is None or learner.session.notice.key != "review.nothing_to_undo":
        learner.does(Undo())
    assert learner.standing() == []
    assert all(learner.journal.state(f"c{n}") == CardState() for n in range(3))


INPUTS = st.sampled_from(
    [
        Reveal(),
        Grade(1),
        Grade(3),
        Next(),
        Guessed(),
        TooEasy(),
        WasRight(),
        Undo(),
        Redo(),
        Skip(),
        Bury(),
        Suspend(),
        DontKnow(),
        Chosen((0,)),
        Chosen((1,)),
        Typed("4.5e-5"),
        Mark(0),
        Typed(""),
    ]
)


@given(st.lists(INPUTS, max_size=40))
def test_no_sequence_breaks_the_machine_and_the_entry_agrees_with_the_journal(inputs):
    learner = Learner(
        cards.choice("c1"), cards.flash("f1", ("p",)), cards.numeric("n1"), cards.multi("m1"), cards.myth("y1")
    )
    learner.does(*inputs)
    session = learner.session
    if session.current is not None:
        assert session.current.state == learner.journal.state(session.current.card.id)
    everywhere = [e.card.id for e in session.waiting] + [r.entry.card.id for r in session.returning]
    assert len(everywhere) == len(set(everywhere))
    answered = [e.id for e in learner.standing() if e.kind != "regraded"]
    assert {done.event for done in session.done} <= set(answered)


@given(st.lists(INPUTS, max_size=25))
def test_a_card_is_rated_at_most_once_a_day(inputs):
    learner = Learner(cards.choice("c1"), cards.flash("f1"), cards.numeric("n1")).does(*inputs)
    rated = [e.card for e in learner.standing() if e.kind == "answered"]
    assert len(rated) == len(set(rated))


def test_time_only_moves_by_what_is_passed_in():
    learner = Learner(cards.choice())
    assert review.step(learner.session, Next(), Moment(DAY, 5)) == review.step(learner.session, Next(), Moment(DAY, 9))
