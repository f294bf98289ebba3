"""A lesson as a machine: steps, questions inside it, what is recorded, and that nothing is lost on the way."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.learn.world import CARDS, HIDDEN, LESSON, STEPS, LessonHost, begin
from tests.ui.world import GAP, HALF, NUMBER, PEAK, TAIL, both
from tutor.memory.state import Memory, Unseen
from tutor.questions.answers import Chosen, DontKnow, Typed
from tutor.sessions.inputs import (
    Bury,
    Grade,
    Guessed,
    Leave,
    Next,
    Redo,
    Reveal,
    Skip,
    Suspend,
    TooEasy,
    Undo,
    WasRight,
)
from tutor.sessions.lesson_inputs import Attempt, Back, Forward, Quit, Unfold
from tutor.sessions.lesson_model import guessed_before, is_open, missed_before, number, questions_of, stages, verdict_of
from tutor.sessions.model import Asking, Grading, Ticking
from tutor.syllabus.model import Ask, Derive, PlotStep, Pretest, Prose, Recap
from tutor.ui.learn.loop import perform

DERIVE, DEEPER, FLASH, LAST = 5, 12, 13, 14


def does(host, state, *inputs):
    for each in inputs:
        state = perform(state, host, each)
    return state


def choice(state, right):
    options = state.question.phase.showing.options
    return Chosen((next(at for at, option in enumerate(options) if option.right is right),))


def answer(host, state, right=True):
    """Answer whatever is asked; a flash card goes on by itself."""
    phase = state.question.phase
    if phase.showing.options:
        return does(host, state, choice(state, right))
    if isinstance(phase, Asking) and phase.showing.card.kind == "flash":
        state = does(host, state, Reveal())
        if isinstance(state.question.phase, Ticking):
            state = does(host, state, Reveal())
        return does(host, state, Grade(3 if right else 1))
    if isinstance(phase, Ticking | Grading):
        return does(host, state, *([Reveal()] if isinstance(phase, Ticking) else []), Grade(3 if right else 1))
    text = {NUMBER.id: "0.881", GAP.id: "饱和"}[phase.showing.card.id]
    return does(host, state, Typed(text) if right else DontKnow())


def walk(host, state, right=True, until=None):
    """Go through the lesson, answering everything, to step `until` or the end."""
    for _ in range(200):
        if state.ended or state.at == until:
            return state
        if is_open(state.question):
            place = state.place
            state = answer(host, state, right)
            if state.place != place:
                continue
        else:
            state = does(host, state, Next() if state.question else Forward())
    raise AssertionError("the lesson has no end")


def test_every_step_is_met_in_order_and_the_end_is_recorded_once():
    """The step whose picture nobody can draw is left out."""
    host = LessonHost()
    state = walk(host, begin(host))
    assert state.ended
    assert [move["at"] for move in host.moves] == [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15]
    assert [move["done"] for move in host.moves] == [False] * 13 + [True]
    assert {move["of"] for move in host.moves} == {15}
    assert number(begin(LessonHost())) == (1, 14)


def test_a_pretest_is_practised_and_changes_nothing():
    host = LessonHost()
    state = answer(host, begin(host), right=False)
    (event,) = host.answers
    assert (event.kind, event.body["reason"], event.body["step"]) == ("practised", "pretest", 0)
    assert "due" not in event.body
    assert isinstance(host.states[TAIL.id].memory, Unseen)
    assert host.states[TAIL.id].seen_day == 0
    assert verdict_of(state.question).grade == 1


def test_a_question_rates_the_card_and_it_returns_tomorrow_whatever_the_grade():
    for right in (True, False):
        host = LessonHost()
        state = walk(host, begin(host), until=4)
        answer(host, state, right)
        event = host.answers[-1]
        assert (event.kind, event.body["due"], event.body["lesson"]) == ("answered", host.day + 1, "sigmoid")
        assert host.states[TAIL.id].memory.due == host.day + 1


def test_a_correction_keeps_the_card_for_tomorrow():
    for fix, grade, right in ((TooEasy(), 4, True), (Guessed(), 1, True), (WasRight(), 3, False)):
        host = LessonHost()
        state = does(host, answer(host, walk(host, begin(host), until=4), right), fix)
        assert (verdict_of(state.question).grade, host.answers[-1].body["due"]) == (grade, host.day + 1)
        assert host.states[TAIL.id].memory.due == host.day + 1


def test_a_wrong_guess_is_announced_when_the_lesson_asks_the_same_card():
    host = LessonHost()
    state = walk(host, answer(host, begin(host), right=False), until=4)
    assert guessed_before(state).grade == 1
    assert questions_of(walk(host, state), LAST) == (HALF.id, GAP.id), "asked on the way, it need not return"


def test_a_right_guess_is_not_announced():
    host = LessonHost()
    assert guessed_before(walk(host, answer(host, begin(host)), until=4)) is None


def test_a_wrong_guess_is_announced_for_a_card_of_the_same_fact():
    sibling = replace(TAIL, id="sigmoid.other", fact=TAIL.fact)
    lesson = replace(LESSON, steps=(Pretest(TAIL.id), Prose("say", both("一")), Ask(sibling.id)))
    host = LessonHost()
    state = begin(host, lesson, {**CARDS, sibling.id: sibling}, hidden=frozenset())
    state = walk(host, answer(host, state, right=False), until=2)
    assert guessed_before(state) is not None


def test_a_sibling_in_the_recap_does_not_stand_for_the_guess_the_very_question_returns():
    sibling = replace(HALF, fact=TAIL.fact)
    lesson = replace(LESSON, steps=(Pretest(TAIL.id), Prose("say", both("一")), Recap((HALF.id,))))
    host = LessonHost()
    state = begin(host, lesson, {**CARDS, HALF.id: sibling}, hidden=frozenset())
    state = walk(host, answer(host, state, right=False), until=2)
    assert questions_of(state, 2) == (TAIL.id, HALF.id)
    assert guessed_before(state) is not None
    assert guessed_before(does(host, answer(host, state), Next())) is None


def test_a_wrong_guess_that_nothing_asks_again_returns_before_the_recap():
    lesson = replace(LESSON, steps=(Pretest(TAIL.id), Prose("say", both("一")), Recap((HALF.id,))))
    host = LessonHost()
    state = walk(host, answer(host, begin(host, lesson, hidden=frozenset()), right=False), until=2)
    assert questions_of(state, 2) == (TAIL.id, HALF.id)
    assert guessed_before(state) is not None
    walk(host, state)
    assert [event.kind for event in host.answers] == ["practised", "answered", "answered"]


def test_a_lesson_without_a_recap_at_its_end_rests_only_for_what_was_missed():
    lesson = replace(LESSON, steps=(Ask(TAIL.id), Prose("say", both("一"))))
    host = LessonHost()
    assert [move["at"] for move in (walk(host, begin(host, lesson, hidden=frozenset())), host.moves)[1]] == [1, 3]
    host = LessonHost()
    state = walk(host, begin(host, lesson, hidden=frozenset()), right=False, until=2)
    assert state.place == (2, TAIL.id)
    assert missed_before(state)


def test_a_missed_question_returns_once_at_the_end_as_practice():
    host = LessonHost()
    state = answer(host, walk(host, begin(host), until=4), right=False)
    state = walk(host, does(host, state, Next()), until=LAST)
    assert state.place == (LAST, TAIL.id)
    assert missed_before(state)
    answer(host, state, right=False)
    assert host.answers[-1].kind == "practised"
    assert host.answers[-1].body["reason"] == "again"


def test_a_card_of_the_recap_that_was_never_met_rates():
    host = LessonHost()
    walk(host, begin(host))
    rated = {event.card for event in host.answers if event.kind == "answered"}
    assert rated == {TAIL.id, NUMBER.id, PEAK.id, HALF.id, GAP.id}


def test_a_reading_opens_sentence_by_sentence_and_a_derivation_line_by_line():
    host = LessonHost()
    for at, kind, count in ((3, PlotStep, 3), (DERIVE, Derive, 3)):
        state = begin(host, at=at)
        assert isinstance(state.step, kind)
        seen = [state.stage]
        while (state := does(host, state, Forward())).at == at:
            seen.append(state.stage)
        assert seen == list(range(count))


def test_going_back_closes_stage_by_stage_and_opens_the_step_before_at_its_end():
    host = LessonHost()
    state = does(host, begin(host, at=DERIVE), Forward(), Back())
    assert (state.at, state.stage) == (DERIVE, 0)
    state = does(host, state, Back(), Back())
    assert (state.at, state.stage) == (3, 2)
    assert does(host, begin(host), Back()).at == 0, "nothing lies before the first step"


def test_an_answered_question_shows_its_verdict_when_one_goes_back():
    host = LessonHost()
    state = answer(host, walk(host, begin(host), until=4))
    given = len(host.answers)
    again = does(host, state, Next(), Back())
    assert verdict_of(again.question) == verdict_of(state.question)
    assert does(host, again, Next()).at == DERIVE
    assert len(host.answers) == given


def test_a_flash_card_goes_on_by_itself_and_keeps_its_answer():
    host = LessonHost()
    state = answer(host, walk(host, begin(host), until=FLASH), right=False)
    assert state.at == LAST
    back = does(host, state, Back())
    assert verdict_of(back.question).grade == 1
    assert does(host, back, Next()).at == LAST


def test_skipping_answers_nothing():
    host = LessonHost()
    state = begin(host)
    for _ in range(40):
        state = does(host, state, Skip())
    assert state.ended
    assert host.answers == []


def test_skip_passes_one_question_of_a_recap_and_a_whole_derivation():
    host = LessonHost()
    state = does(host, begin(host, at=LAST), Skip())
    assert (state.at, state.stage) == (LAST, 1)
    assert does(host, begin(host, at=DERIVE), Skip()).at == DERIVE + 1


def test_space_does_not_pass_a_question():
    host = LessonHost()
    state = begin(host)
    assert does(host, state, Forward()) == state


def test_a_lesson_puts_no_card_away():
    host = LessonHost()
    does(host, begin(host, at=4), Bury(), Suspend())
    assert host.answers == []


def test_deeper_unfolds_and_folds():
    host = LessonHost()
    state = does(host, begin(host, at=DEEPER), Unfold())
    assert DEEPER in state.unfolded
    assert DEEPER not in does(host, state, Unfold()).unfolded
    assert does(host, begin(host, at=1), Unfold()).unfolded == {1}, "other prose hides nothing"


def test_a_right_attempt_opens_the_next_line_a_wrong_one_tells_where_it_differs():
    host = LessonHost()
    state = does(host, begin(host, at=DERIVE), Attempt("x"))
    assert (state.stage, state.tried.right) == (0, False)
    state = does(host, state, Attempt("sigmoid(x)*sigmoid(-x)"))
    assert (state.stage, state.tried.right) == (1, True)
    assert does(host, state, Forward()).tried is None
    assert host.answers == [], "nothing is scored"


def test_an_attempt_behind_the_last_line_means_nothing():
    host = LessonHost()
    state = does(host, begin(host, at=DERIVE), Forward(), Forward())
    assert does(host, state, Attempt("x")) == state


def test_undo_goes_back_to_the_question_with_the_same_values_and_redo_brings_the_answer_back():
    host = LessonHost()
    state = answer(host, walk(host, begin(host), until=4))
    shown = state.question.phase.showing
    far = walk(host, does(host, state, Next()), until=9)
    back = does(host, far, Undo())
    assert back.place == (4, TAIL.id)
    assert isinstance(back.question.phase, Asking)
    assert (back.question.phase.showing.order, back.question.phase.showing.values) == (shown.order, shown.values)
    assert isinstance(host.states[TAIL.id].memory, Unseen)
    assert host.moves[-1]["at"] == 4
    again = does(host, back, Redo())
    assert verdict_of(again.question).grade == 3
    assert isinstance(host.states[TAIL.id].memory, Memory)


def test_undo_of_a_correction_returns_to_the_verdict():
    host = LessonHost()
    state = does(host, answer(host, walk(host, begin(host), until=4)), Guessed(), Undo())
    assert (verdict_of(state.question).grade, verdict_of(state.question).correction) == (3, "")
    assert verdict_of(does(host, state, Redo()).question).correction == "guessed"


def test_undo_without_anything_to_take_back_is_said():
    host = LessonHost()
    assert does(host, begin(host), Undo()).notice.key == "review.nothing_to_undo"
    assert does(host, begin(host), Redo()).notice.key == "review.nothing_to_redo"


@pytest.mark.parametrize("where", ["left", "outline", "next"])
def test_leaving_tells_where_to(where):
    host = LessonHost()
    assert does(host, begin(host), Quit(where)).left == where
    assert does(host, begin(host), Leave()).left == "left"


def test_at_the_end_nothing_moves():
    host = LessonHost()
    state = walk(host, begin(host))
    moves = len(host.moves)
    assert does(host, state, Forward(), Back(), Skip(), Next()) == state
    assert len(host.moves) == moves


def test_a_lesson_that_lost_steps_opens_at_its_last_one():
    host = LessonHost()
    assert begin(host, at=99).at == LAST


def test_a_lesson_without_steps_is_at_its_end():
    host = LessonHost()
    assert begin(host, replace(LESSON, steps=()), hidden=frozenset()).ended


def test_a_step_whose_card_is_gone_is_passed():
    host = LessonHost()
    state = begin(host, LESSON, {TAIL.id: TAIL}, at=9)
    assert state.at == 10


@pytest.mark.parametrize("right", [True, False])
def test_a_question_rewritten_since_it_was_answered_is_asked_again(right):
    """An author made the choice a number: the lesson opens all the same, and undo still finds the question."""
    host = LessonHost()
    state = answer(host, walk(host, begin(host), until=4), right)
    rewritten = {**CARDS, TAIL.id: replace(NUMBER, id=TAIL.id, fact=TAIL.fact)}
    state = begin(host, LESSON, rewritten, at=4, answers=host.standing())
    assert isinstance(state.question.phase, Asking)
    assert verdict_of(state.asked.get((0, TAIL.id))) is None
    state = does(host, state, Undo())
    assert (state.place, state.notice.key) == ((4, TAIL.id), "review.undone")
    state = does(host, state, Redo())
    assert isinstance(state.question.phase, Asking)


PLACES = [
    (at, stage) for at in range(len(STEPS)) if at not in HIDDEN for stage in range(stages(begin(LessonHost()), at))
]


@pytest.mark.parametrize(("at", "stage"), PLACES)
@pytest.mark.parametrize("right", [True, False])
def test_leaving_at_every_single_step_and_coming_back_resumes_there(at, stage, right):
    """A restart knows the journal only: the step last recorded, and the answers that stand."""
    host = LessonHost()
    state = walk(host, begin(host), right, until=at)
    while state.at == at and state.stage < stage:
        state = (
            answer(host, state, right)
            if is_open(state.question)
            else does(host, state, Next() if state.question else Forward())
        )
    if state.at != at:
        return
    last = host.moves[-1]["at"] if host.moves else 0
    resumed = begin(host, at=last, answers=host.standing())
    assert resumed.at == at
    if isinstance(state.step, Recap):
        assert resumed.place == state.place
    assert {place: verdict_of(q).grade for place, q in resumed.asked.items() if verdict_of(q)} == {
        place: verdict_of(q).grade for place, q in state.asked.items() if verdict_of(q)
    }
    given = len(host.answers)
    assert walk(host, resumed, right).ended
    finished = LessonHost()
    walk(finished, begin(finished), right)
    assert [(e.card, e.kind, e.body["step"]) for e in host.answers] == [
        (e.card, e.kind, e.body["step"]) for e in finished.answers
    ], f"after {given} answers nothing is asked twice and nothing is left out"


STEPS_ANYWHERE = st.lists(
    st.sampled_from(
        ["forward", "back", "skip", "right", "wrong", "guessed", "attempt", "undo", "redo", "unfold", "restart"]
    ),
    max_size=60,
)


def restarted(host, state):
    """Return the lesson as a restart opens it, from the journal alone; it must be the very step that was left."""
    last = host.moves[-1] if host.moves else {"at": 0, "done": False}
    assert last["done"] == state.ended
    if state.ended:
        return state
    resumed = begin(host, at=last["at"], answers=host.standing())
    assert resumed.at == state.at
    return resumed


@settings(max_examples=60, deadline=None)
@given(STEPS_ANYWHERE)
def test_back_and_forth_never_loses_or_doubles_an_answer(moves):
    """Whatever is pressed, every question that shows a verdict has exactly one standing answer, and the other way round."""
    host = LessonHost()
    state = begin(host)
    for move in moves:
        match move:
            case "right" | "wrong" if is_open(state.question):
                state = answer(host, state, move == "right")
            case "forward":
                state = does(host, state, Next() if verdict_of(state.question) else Forward())
            case "restart":
                state = restarted(host, state)
            case "attempt":
                state = does(host, state, Attempt("exp(-x)/(1+exp(-x))^2"))
            case "guessed" if verdict_of(state.question):
                state = does(host, state, Guessed())
            case "back" | "skip" | "undo" | "redo" | "unfold":
                state = does(
                    host,
                    state,
                    {"back": Back(), "skip": Skip(), "undo": Undo(), "redo": Redo(), "unfold": Unfold()}[move],
                )
        shown = sorted((place, verdict_of(q).event) for place, q in state.asked.items() if verdict_of(q))
        stand = sorted(((event.body["step"], event.card), event.id) for event in host.standing())
        assert shown == stand
        assert state.ended or state.place is None or state.question is not None
