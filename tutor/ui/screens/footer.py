"""The bottom of every screen: notices, the grades open now, and the keys in order of importance.

As many keys as fit; help and the way out are never cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.model import Flash, Multi
from tutor.sessions.model import Asking, Contrasting, Grading, Judged, Over, Scored, Ticking
from tutor.text.intervals import interval
from tutor.ui.lines import Line, Span, cut, flow, line, measure, paragraph
from tutor.ui.phrases import GRADES
from tutor.ui.view import typed, typing

if TYPE_CHECKING:
    from tutor.questions.showing import Showing
    from tutor.sessions.model import Notice
    from tutor.ui.scene import Scene

Key = tuple[str, str]  # what is pressed, as shown or as `screen.key_…`, and the name of what it does (`told`)
NAMED = frozenset({"space", "enter", "esc"})
CORRECTIONS: dict[str, Key] = {"guessed": ("g", "guessed"), "easy": ("e", "easy"), "disputed": ("y", "was_right")}
PUT_AWAY: tuple[Key, ...] = (
    ("i", "info"),
    ("u", "undo"),
    ("s", "skip"),
    ("L", "language"),
    ("-", "bury"),
    ("@", "suspend"),
    ("!", "report"),
)
FIXED: tuple[Key, ...] = (("?", "help"), ("q", "leave"))
GAP = 3
NARROW = 56  # columns below which the keys may take a second row
HIGH = 20  # rows from which there is room for it


def notices(scene: Scene) -> list[Line]:
    """Return the session's notice and the screen's own."""
    lines: list[Line] = []
    for notice in (scene.session.notice, scene.view.notice):
        if notice is not None and not beside_the_answer(scene, notice):
            said = scene.say(notice.key, **dict(notice.facts))
            lines += paragraph(said, scene.measure, "notice", line(("▪ ", "notice")))
    return lines


def beside_the_answer(scene: Scene, notice: Notice) -> bool:
    """Say whether a notice is a hint about the answer: it stands where the answer is given."""
    return isinstance(scene.session.phase, Asking) and scene.view.page == "card" and notice.key.startswith("question.")


def grades(scene: Scene) -> list[Line]:
    """Return the four grades with the interval of each, the pointed one marked."""
    if not isinstance(scene.session.phase, Grading) or scene.view.page != "card":
        return []
    items: list[Line] = []
    whens = [f" {interval(outcome.interval, scene.language)}" for outcome in scene.outcomes] or [""] * len(GRADES)
    for place, (name, told) in enumerate(zip(GRADES, whens, strict=True)):
        here = place == scene.view.cursor
        pointer = Span("▸" if here else " ", "mark")
        word = Span(f" {scene.say(f'grade.{name}')}", "strong" if here else "plain")
        when = Span(told, "dim")
        items.append((pointer, Span(f"{place + 1}", "key"), word, when))
    together = flow(items, scene.measure)
    return together if len(together) == 1 else _paired(items, scene.measure)


def _paired(items: list[Line], columns: int) -> list[Line]:
    """Return the grades two by two, in columns, for a narrow screen; one by one on a very narrow one."""
    left = max(measure(items[0]), measure(items[2])) + GAP
    if left + max(measure(items[1]), measure(items[3])) > columns:
        return [cut(item, columns) for item in items]
    return [
        (*first, Span(" " * (left - measure(first))), *second)
        for first, second in ((items[0], items[1]), (items[2], items[3]))
    ]


def keys(scene: Scene) -> list[Line]:
    """Return the keys of the moment."""
    return row(scene, *_of_moment(scene))


def row(scene: Scene, fixed: tuple[Key, ...], others: tuple[Key, ...]) -> list[Line]:
    """Return keys in one row, or two on a narrow screen that is high enough; the `fixed` ones are never cut."""
    most = 2 if scene.columns < NARROW and scene.rows >= HIGH else 1
    last = [_item(scene, key) for key in fixed]
    kept: list[Line] = []
    for item in (_item(scene, key) for key in others):
        if _fits([*kept, item, *last], scene.measure, most):
            kept.append(item)
    if not _fits([*kept, *last], scene.measure, most):
        last = [line((name(scene, key), "key")) for key, _ in fixed]
    return flow([*kept, *last], scene.measure, GAP)[:most]


def _fits(items: list[Line], columns: int, rows: int) -> bool:
    """Say whether the items stand in so many rows without being cut."""
    return len(flow(items, columns, GAP)) <= rows and all(measure(item) <= columns for item in items)


def _item(scene: Scene, key: Key) -> Line:
    pressed, does = key
    return line((name(scene, pressed), "key"), " ", (told(scene, does), "dim"))


def told(scene: Scene, does: str) -> str:
    """Return what a key does: the end of a sentence's key in `screen.do_…`, or a whole key of another area."""
    return scene.say(does if "." in does else f"screen.do_{does}")


def name(scene: Scene, pressed: str) -> str:
    """Return a key as it is shown."""
    return scene.say(f"screen.key_{pressed}") if pressed in NAMED else pressed


def _of_moment(scene: Scene) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Return the keys that are never cut, and the others in order of importance."""
    view = scene.view
    if isinstance(scene.session.phase, Over):
        return (("space", "close"),), ()
    if view.page == "report":
        return (("enter", "send"), ("esc", "back")), ()
    if view.page != "card":
        return (("esc", "back"),), (("↑↓", "scroll"), ("L", "language"))
    if isinstance(scene.session.phase, Contrasting):
        return (("space", "understood"),), (("q", "leave"), ("L", "language"))
    if isinstance(scene.session.phase, Scored):
        return _of_score(scene)
    if typing(scene.session, view):
        return (("esc", "commands"),), (("enter", "submit"), ("ctrl-l", "language"))
    return FIXED, with_plot(scene, of_phase(scene))


def _of_score(scene: Scene) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Return the keys at the end of a quiz."""
    if not scene.session.missed:
        return (("space", "close"),), (("L", "language"),)
    return (("q", "close"),), (("space", "read_missed"), ("r", "repeat"), ("u", "undo"), ("L", "language"))


def with_plot(scene: Scene, found: tuple[Key, ...]) -> tuple[Key, ...]:
    """Return the keys with the one that shows or hides the curves, when the question has some."""
    phase = scene.session.phase
    if isinstance(phase, Contrasting | Scored | Over):
        return found
    card = phase.showing.card
    if not (card.curves if isinstance(phase, Judged) else card.plot) and not _overlaid(phase):
        return found
    return (*found[:2], ("p", "plot"), *found[2:])


def _overlaid(phase: object) -> bool:
    """Say whether a wrong formula lies over the right one."""
    if not isinstance(phase, Judged) or phase.showing.card.kind != "formula":
        return False
    from tutor.ui import formula_plot

    return formula_plot.asked(phase) is not None


def of_phase(scene: Scene) -> tuple[Key, ...]:
    """Return the keys of the phase in order of importance, without help and leave."""
    session = scene.session
    match session.phase:
        case Asking(showing) if isinstance(showing.card.body, Multi):
            return ((f"1-{len(showing.options)}", "mark"), ("enter", "submit"), ("0", "dont_know"), *PUT_AWAY)
        case Asking(showing) if showing.options:
            return ((f"1-{len(showing.options)}", "choose"), ("0", "dont_know"), ("↑↓", "point"), *PUT_AWAY)
        case Asking(showing) if isinstance(showing.card.body, Flash):
            return (("space", "reveal"), *PUT_AWAY)
        case Asking() if typed(session):
            return (("enter", "type"), *PUT_AWAY)
        case Ticking(showing):
            return (("space", "grade"), (f"1-{len(showing.points)}", "tick"), *_model(showing), *PUT_AWAY)
        case Grading(showing):
            return (("1-4", "grade"), *_model(showing), *PUT_AWAY)
        case Judged() as phase:
            fitting = (CORRECTIONS[correction] for correction in phase.corrections)
            return (("space", "next"), *fitting, ("u", "undo"), *PUT_AWAY[:1], *PUT_AWAY[3:])
        case _:
            return ()


def _model(showing: Showing) -> tuple[Key, ...]:
    """Return the key of the spoken answer, where the card is the headline of an interview."""
    return (("m", "interview.do_model"),) if showing.card.quick is not None else ()
