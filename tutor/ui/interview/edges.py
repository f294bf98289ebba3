"""The top and the bottom of an interview's screens: which question, which rung; notices and the keys of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.sessions.interview_model import Choosing, Climbing, Landed, Reported
from tutor.sessions.model import Grading, Judged, Ticking
from tutor.ui.interview.keys import spoken
from tutor.ui.interview.legend import legend
from tutor.ui.interview.view import question_of
from tutor.ui.lines import Line, Span, beside, line, measure, paragraph
from tutor.ui.screens import footer
from tutor.ui.view import typing

if TYPE_CHECKING:
    from tutor.sessions.interview_model import Ladder
    from tutor.ui.interview.scene import InterviewScene
    from tutor.ui.screens.footer import Key

LANGUAGE: Key = ("L", "language")
NOT_HERE = frozenset({"-", "@", "s", "m"})  # of a review: nothing is put away, and the spoken answer is shown anyway


def top(scene: InterviewScene) -> list[Line]:
    """Return which headline this is and which rung, above a rule that rises with each rung passed."""
    state = scene.state
    asked = isinstance(state.phase, Choosing | Climbing | Landed)
    counted = state.minutes is None and state.number <= state.n
    key = "interview.over" if not asked else "interview.title" if counted else "interview.title_open"
    title = line((scene.say(key, n=max(1, state.number), of=min(state.n, _all(scene))), "title"))
    right = _right(scene)
    return [beside(title, right, scene.measure), _rule(scene)]


def _all(scene: InterviewScene) -> int:
    """Return how many headlines there can be: no more than there are ladders."""
    state = scene.state
    return len(state.landings) + len(state.waiting) + isinstance(state.phase, Choosing | Climbing)


def _ladder(scene: InterviewScene) -> tuple[Ladder, int, int] | None:
    """Return the ladder on the screen, its rung now, and how many lie behind."""
    state = scene.state
    match state.phase:
        case Landed(landing):
            return landing.climb.ladder, landing.broken or landing.depth, landing.depth
        case Climbing() if state.climb is not None:
            passed = state.verdict is not None and state.verdict.grade > 1
            return state.climb.ladder, state.climb.rung, state.climb.rung if passed else state.climb.depth
        case _:
            return None


def _right(scene: InterviewScene) -> Line:
    found = _ladder(scene)
    if found is None:
        return ()
    ladder, rung, _ = found
    told = line((scene.say("interview.rung", rung=rung, of=ladder.of), "dim"))
    if measure(told) > scene.measure // 2:
        return line((scene.say("interview.rung_short", rung=rung, of=ladder.of), "dim"))
    return told


def _rule(scene: InterviewScene) -> Line:
    """Return the rule in as many pieces as the ladder has rungs, those passed bright."""
    found = _ladder(scene)
    if found is None:
        return line(("─" * scene.measure, "rule"))
    ladder, _, passed = found
    edges = [round(scene.measure * place / ladder.of) for place in range(ladder.of + 1)]
    spans: list[Span] = []
    for place in range(ladder.of):
        size = edges[place + 1] - edges[place]
        last = place == ladder.of - 1
        bright = place < passed
        spans.append(Span(("━" if bright else "─") * (size - (not last)), "accent" if bright else "rule"))
        spans.append(Span("" if last else " "))
    return tuple(spans)


def below(scene: InterviewScene) -> list[Line]:
    """Return what the interview, its question and the screen have to say, and the grades where one is asked for."""
    climbing = isinstance(scene.state.phase, Climbing)
    lines = footer.notices(scene.page) if climbing else []
    for notice in (scene.state.notice, None if climbing else scene.view.card.notice):
        if notice is not None:
            said = scene.say(notice.key, **dict(notice.facts))
            lines += paragraph(said, scene.measure, "notice", line(("▪ ", "notice")))
    if not climbing or scene.view.card.page != "card":
        return lines
    return [
        *lines,
        *paragraph(legend(scene.state, scene.language), scene.measure, "accent"),
        *footer.grades(scene.page),
    ]


def keys(scene: InterviewScene) -> list[Line]:
    """Return the row of keys."""
    fixed, others = _of_moment(scene)
    return footer.row(scene.page, fixed, others)


def _of_moment(scene: InterviewScene) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Return the keys that are never cut, and the others in order of importance."""
    view = scene.view
    if view.card.page == "report":
        return (("enter", "send"), ("esc", "back")), ()
    if view.card.page != "card":
        return (("esc", "back"),), (("↑↓", "scroll"), LANGUAGE)
    if typing(question_of(scene.state), view.card):
        return (("esc", "commands"),), (("enter", "submit"), ("ctrl-l", "language"))
    if view.writing:
        return (("esc", "commands"),), (("enter", "interview.do_done"), ("ctrl-l", "language"))
    over = isinstance(scene.state.phase, Reported) or not scene.state.heard
    leave: Key = ("q", "leave" if over else "interview.do_finish")
    return (("?", "help"), leave), of_moment(scene)


def of_moment(scene: InterviewScene) -> tuple[Key, ...]:
    """Return the keys of the phase in order of importance, without help and leave."""
    match scene.state.phase:
        case Choosing():
            return (("1-2", "interview.do_begin"), ("s", "interview.do_another"), LANGUAGE)
        case Climbing():
            return _on_rung(scene)
        case Landed():
            last = not scene.state.waiting or len(scene.state.landings) >= scene.state.n
            return (("space", "interview.do_report" if last else "interview.do_next"), ("u", "undo"), LANGUAGE)
        case Reported():
            return (("space", "close"), ("↑↓", "scroll"), ("u", "undo"), LANGUAGE)
        case _:
            return ()


def _on_rung(scene: InterviewScene) -> tuple[Key, ...]:
    """Return the keys at a rung: those of a review, with the words of an interview."""
    climb = scene.state.climb
    begun = climb is not None and climb.at > climb.first
    skip: Key = ("s", "interview.do_stop" if begun else "interview.do_another")
    if spoken(scene.state):
        return (
            ("space", "interview.do_said"),
            ("enter", "interview.do_write"),
            skip,
            ("u", "undo"),
            ("i", "info"),
            LANGUAGE,
        )
    phase = question_of(scene.state).phase
    found = footer.with_plot(scene.page, footer.of_phase(scene.page))
    found = tuple(key for key in found if key[0] not in NOT_HERE)
    match phase:
        case Ticking(showing):
            tick: Key = (f"1-{len(showing.points)}", "tick")
            return (tick, ("space", "interview.do_models"), *found[2:], skip)
        case Grading():
            return (*found, skip)
        case Judged(grade=grade):
            return (("space", "interview.do_up" if grade > 1 else "interview.do_read"), *found[1:])
        case _:
            return (*found, skip)
