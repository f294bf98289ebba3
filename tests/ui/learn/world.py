"""A small lesson with every kind of step, lessons of the real course, and a host that keeps everything in memory."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.ui.scripted import EndOfScriptError, Scripted
from tests.ui.world import GAP, HALF, NUMBER, PEAK, TAIL, TITLE, MemoryHost, both
from tutor.events import Event, Fact
from tutor.memory.state import NEW
from tutor.pictures.request import CourseFacts
from tutor.reports.lesson_end import LessonEnd
from tutor.sessions import lesson as machine
from tutor.sessions.inputs import Recorded
from tutor.sessions.lesson_model import verdict_of
from tutor.sessions.model import Settings
from tutor.store.library import Library
from tutor.syllabus.model import (
    Ask,
    Compare,
    Derive,
    DeriveLine,
    FormulaStep,
    Lesson,
    PlotStep,
    Pretest,
    Prose,
    Reading,
    Recap,
    ShowStep,
    TableStep,
)
from tutor.text import Text
from tutor.ui.learn import loop
from tutor.ui.theme import Look

CONTENT = Path(__file__).parents[3] / "content"
LOOK = Look()
SAY = both(
    "给它任意一个实数，它还你一个 0 与 1 之间的数。\n\n先把这句话放进口袋。",
    "Give it any real number and you get one back between 0 and 1.\n\nPut that in your pocket.",
)
STEPS = (
    Pretest(TAIL.id),
    Prose("say", SAY),
    FormulaStep("σ(x) = 1 / (1 + e⁻ˣ)", "sigmoid(x) == 1/(1+exp(-x))"),
    PlotStep(
        ("sigmoid", "sigmoid′"),
        (-6.0, 6.0),
        (
            Reading("sigmoid", both("从左往右走，它贴着 0 滑行。", "From left to right it glides along 0.")),
            Reading("sigmoid′", both("斜率是一座矮矮的小山。", "The slope is a low hill.")),
            Reading("", both("两条一起看。", "Look at both.")),
        ),
    ),
    Ask(TAIL.id),
    Derive(
        (
            DeriveLine("σ(x) = 1/u,  u = 1 + e⁻ˣ", both("给分母起个名字", "give the denominator a name")),
            DeriveLine(
                "σ′(x) = e⁻ˣ / (1 + e⁻ˣ)²",
                both("两个负号抵消", "two minus signs cancel"),
                "sigmoid′(x) == exp(-x)/(1+exp(-x))^2",
            ),
            DeriveLine("σ′(x) = σ(x)·σ(−x)", None, "sigmoid′(x) == sigmoid(x)*sigmoid(-x)"),
        )
    ),
    Compare(
        (both("处处光滑", "smooth everywhere"), both("斜率由输出就能算出", "the slope follows from the output")),
        (both("两侧饱和", "saturates on both sides"),),
    ),
    TableStep(("name", "range", "f′(3)", "max(f′)"), ("sigmoid", "tanh")),
    ShowStep("no-such-picture"),
    Ask(NUMBER.id),
    Prose("analogy", both("像一个调光旋钮：拧到头就不动了。", "Like a dimmer: at the end it does not move.")),
    Prose("joke", both("σ 家玩传话，声音越来越小。", "Sigmoids whisper, ever more quietly.")),
    Prose("deeper", both("为什么是 ¼？\n\n因为 ½ · ½。", "Why a quarter?\n\nBecause of ½ · ½.")),
    Ask(PEAK.id),
    Recap((HALF.id, GAP.id)),
)
LESSON = Lesson("sigmoid", 2, TITLE, "2-families/sigmoid.yaml", "sigmoid", ("2.1",), steps=STEPS)
CARDS = {card.id: card for card in (TAIL, NUMBER, PEAK, HALF, GAP)}
HIDDEN = frozenset({8})
NEXT = Text("Tanh：把 S 拉到零点", "Tanh: the S pulled to zero")


class LessonHost(MemoryHost):
    """A host without a database; as in the journal, moves between steps cannot be undone."""

    def perform(self, effect):
        if isinstance(effect, Fact) and effect.kind == "step":
            event = Event(
                f"event-{len(self.events)}", "here", len(self.events), self.day, "step", effect.card, effect.body
            )
            self.events.append(event)
            return Recorded(event, NEW)
        return super().perform(effect)

    @property
    def moves(self):
        return [event.body for event in self.events if event.kind == "step"]

    @property
    def answers(self):
        return [event for event in self.events if event.kind != "step"]

    def standing(self):
        """Return the answers that were not taken back, as a restart would read them."""
        return [event for event, _, _ in self.taken if event.kind in ("answered", "practised")]

    def course(self):
        lessons, _, parts = course()
        return CourseFacts(parts, tuple(lessons.values()))

    def ending(self, state):
        verdicts = [
            verdict_of(q) for (at, _), q in sorted(state.asked.items()) if not isinstance(state.steps[at], Pretest)
        ]
        given = [verdict for verdict in verdicts if verdict]
        wrong = [verdict for verdict in given if verdict.grade == 1]
        return LessonEnd(
            able=(Text("2.1 Sigmoid：S 形曲线", "2.1 Sigmoid: the S-shaped curve"),),
            asked=len(given),
            right=len(given) - len(wrong),
            again=tuple(verdict.showing.ask for verdict in wrong),
            tomorrow=len(given),
            next=NEXT,
        )


def begin(host, lesson=LESSON, cards=None, *, at=0, answers=(), hidden=HIDDEN):
    """Open a lesson as cli does: with the states the host knows and the answers of earlier."""
    cards = CARDS if cards is None else cards
    host.cards = tuple(cards.values())
    settings = Settings(seed="s")
    return machine.begin(lesson, cards, dict(host.states), settings, host.now(), at=at, answers=answers, hidden=hidden)


def play(script, *, language="zh", size=(80, 24), host=None, state=None, look=LOOK):
    """Take the lesson with a script of keys; return the terminal, the host and the last state (None: keys ran out)."""
    host = host or LessonHost(language)
    state = state or begin(host)
    terminal = Scripted(script, size)
    try:
        return terminal, host, loop.run(state, host, look, terminal)
    except EndOfScriptError:
        return terminal, host, None


@cache
def course():
    """Return every lesson of the real course, its cards, its parts."""
    with TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library.sqlite3", CONTENT, "test")
        library.update()
        lessons = [library.lesson(row.id) for row in library.lessons()]
        cards = {card.id: card for card in library.cards([row.id for row in library.search()])}
        parts = library.parts()
        library.close()
    return {lesson.id: lesson for lesson in lessons}, cards, parts
