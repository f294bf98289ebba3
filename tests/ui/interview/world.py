"""The small ladders on a scripted terminal, with a host that keeps everything in memory."""

from __future__ import annotations

from dataclasses import dataclass

from tests.sessions.interviews import CARDS, LADDERS
from tests.ui.scripted import EndOfScriptError, Scripted
from tests.ui.world import MemoryHost
from tutor.memory.scheduling import Policy
from tutor.memory.state import Memory
from tutor.questions.keypoints import suggested
from tutor.questions.phrases import Phrase, slips
from tutor.questions.showing import draw
from tutor.reports import interview as reports
from tutor.sessions import interview as machine
from tutor.sessions.model import Asking, Settings
from tutor.text import Text
from tutor.ui.interview import loop
from tutor.ui.theme import Look

LOOK = Look()
TITLE = Text("面试阶梯：函数题", "Interview ladder: functions")
SPACE = Phrase(
    "E123", "非线性空间", Text("非线性的是映射，空间没有线性非线性之分。", "Maps are non-linear, spaces are not.")
)


@dataclass
class InterviewHost(MemoryHost):
    """What an interview asks of the world."""

    def seems(self, showing, said):
        return suggested(showing.points, showing.ask, said)

    def command(self):
        return "tutor interview -n 3 --seed 7"

    def outcome(self, state):
        heard = [
            reports.RungHeard(
                one.climb.ladder.id,
                one.card,
                one.question.phase.showing.ask if isinstance(one.question.phase, Asking) else Text.same(""),
                one.grade,
                one.points,
                one.marked,
                one.said,
                slips(one.said, [SPACE]),
            )
            for one in state.heard
        ]
        reached = [
            reports.Reached(
                landing.climb.ladder.id,
                draw(landing.climb.ladder.headline, "h").ask,
                TITLE,
                landing.depth,
                landing.climb.ladder.of,
                landing.broken,
                state.before.get(landing.climb.ladder.id),
            )
            for landing in state.landings
        ]
        memories = {name: known.memory for name, known in self.states.items()}
        days = {name: memory.due - self.day for name, memory in memories.items() if isinstance(memory, Memory)}
        lessons = {one.ladder: ("interview-functions", TITLE) for one in reached}
        again = reports.again(heard, days)
        missed = reports.missed(heard, {("dying-relu.1", 2): 2})
        return reports.InterviewReport(
            tuple(reached),
            missed,
            reports.better(heard),
            again,
            reports.lesson(reached, lessons),
            4.2,
            len(heard),
            reports.whole(heard),
            sum(one.fresh for one in state.heard),
            tuple(heard),
        )


def begin(host, *, before=None, n=3, minutes=None, ladders=LADDERS, seed="s"):
    settings = Settings(Policy(fuzz=False), seed=seed)
    return machine.begin(ladders, {}, before or {}, settings, host.now(), n=n, minutes=minutes)


def play(script, *, language="zh", size=(80, 24), host=None, look=LOOK, **more):
    """Hold an interview with a script; None for the state when the script ends first."""
    host = host or InterviewHost(language, cards=tuple(CARDS.values()))
    terminal = Scripted(script, size)
    try:
        return terminal, host, loop.run(begin(host, **more), host, look, terminal)
    except EndOfScriptError:
        return terminal, host, None
