"""Two small ladders, and a candidate at the machine with a journal in memory."""

from __future__ import annotations

from dataclasses import replace

from tests.sessions.learner import DAY, Journal
from tests.ui.world import both
from tutor.events import Fact
from tutor.memory.scheduling import Policy
from tutor.questions.answers import Chosen, DontKnow, Typed
from tutor.questions.model import Card, Choice, Flash, Numeric, Option
from tutor.sessions import interview
from tutor.sessions.inputs import Grade, Moment, Next, NothingLeft, Recorded, RedoLast, Reveal, TakenBack
from tutor.sessions.interview_inputs import Begin, Told
from tutor.sessions.interview_model import Ladder
from tutor.sessions.model import Asking, Settings, Ticking


def rung(ladder: str, number: int, body, ask, why=None, **more) -> Card:
    name = f"{ladder}.{number}"
    place = (ladder, number)
    return Card(name, f"lesson-{ladder}", 5, name, body, ask, why, ladder=place, tags=("interview",), **more)


def right_or_wrong(because):
    return Choice(
        (
            Option(right=True, wording=both("看更新", "look at the update")),
            Option(right=False, wording=both("看颜色", "look at the colour"), mistake="peak-for-tail", because=because),
        )
    )


DYING = Ladder(
    "dying-relu",
    (
        rung(
            "dying-relu",
            1,
            Flash(
                both(
                    "对全部数据都关着的单元；常因更新过大。",
                    "A unit off for all data, often after an oversized update.",
                ),
                (
                    both("对全部数据都关着，不是一次输出 0", "off for all data, not an output of 0 once"),
                    both("斜率 0，误差进不来，权重不动", "slope 0: no error gets in, weights stay"),
                    both("常因更新过大，把偏置推低", "often an oversized update pushing the bias down"),
                ),
            ),
            both("什么是死神经元？为什么会死，怎么办？", "What is a dying ReLU? Why does it die, and what then?"),
            both("先说死是对谁而言的，再说药。", "Say first for whom it is dead, then the remedies."),
            quick=both(
                "对全部数据都关着的单元叫死神经元：斜率 0，误差进不来。多半是一次过大的更新把偏置推得太低。",
                "A unit that is off for all data is dead: its slope is 0 and no error gets in. Mostly one oversized update pushed its bias too low.",
            ),
            full=both(
                "结论：死是对全部数据而言的。\n\n机理：z < 0 时斜率是 0，权重收不到误差。\n\n条件：上游变了，它可能醒。\n\n实践：先量死的比例，再由轻到重地治。",
                "Claim: dead means dead for all data.\n\nMechanism: below 0 the slope is 0 and no error reaches the weights.\n\nCondition: a change upstream may wake it.\n\nPractice: measure the dead share, then treat it, mildest first.",
            ),
            source="Lu et al. 2019",
        ),
        rung(
            "dying-relu",
            2,
            right_or_wrong(both("颜色不说明什么。", "Colours tell nothing.")),
            both("先看什么？", "What do you look at first?"),
            both("更新过大是最常见的病根。", "An oversized update is the most common cause."),
        ),
        rung(
            "dying-relu",
            3,
            Flash(
                both("看整个数据集，逐个单元。", "Over the whole data set, unit by unit."), (both("逐个单元取最大值"),)
            ),
            both("怎样把死神经元量准？", "How do you measure dead units properly?"),
            both("一个批次不够。", "One batch is not enough."),
        ),
        rung(
            "dying-relu",
            4,
            Numeric("4*4", 3),
            both("4 × 4 = ？", "4 × 4 = ?"),
            both("十六。", "Sixteen."),
        ),
    ),
    4,
)
SCALE = Ladder(
    "attention-scale",
    tuple(
        rung("attention-scale", number, Flash(both(f"答案 {number}")), both(f"第 {number} 问", f"Question {number}"))
        for number in (1, 2, 3)
    ),
    3,
)
LADDERS = (DYING, SCALE)
CARDS = {card.id: card for ladder in LADDERS for card in ladder.rungs}


class Candidate:
    """Drives an interview input by input; every reply of the journal goes straight back in."""

    def __init__(self, *ladders, day=DAY, before=None, n=3, minutes=None, journal=None, seed="s"):
        self.journal = journal or Journal()
        self.day = day
        self.ms = 0
        states = {card.id: self.journal.state(card.id) for ladder in ladders for card in ladder.rungs}
        settings = Settings(Policy(fuzz=False), seed=seed)
        self.state = interview.begin(ladders, states, before or {}, settings, self.now(), n=n, minutes=minutes)

    def now(self):
        return Moment(self.day, self.ms)

    def does(self, *inputs, ms=1000):
        for given in inputs:
            self.ms += ms
            self.state, effects = interview.step(self.state, given, self.now())
            while effects:
                replies, effects = [self.reply(effect) for effect in effects], ()
                for reply in replies:
                    self.state, more = interview.step(self.state, reply, self.now())
                    effects = (*effects, *more)
        return self

    def reply(self, effect):
        if isinstance(effect, Fact):
            event = self.journal.add(effect, self.day)
            return Recorded(event, self.journal.state(event.card))
        redo = isinstance(effect, RedoLast)
        event = self.journal.redo(self.day) if redo else self.journal.undo(self.day)
        if event is None:
            return NothingLeft(redo)
        return TakenBack(event, CARDS.get(event.card), self.journal.state(event.card), restored=redo)

    def answers(self, right=True):
        """Answer the rung on the screen and read its verdict, if there is one."""
        phase = self.state.question.phase
        kind = phase.showing.card.kind
        if kind == "flash":
            if isinstance(phase, Asking):
                self.does(Reveal())
            if isinstance(self.state.question.phase, Ticking):
                self.does(Reveal())
            return self.does(Grade(3 if right else 1))
        if kind == "choice":
            options = phase.showing.options
            self.does(Chosen((next(at for at, option in enumerate(options) if option.right is right),)))
        else:
            self.does(Typed("16") if right else DontKnow())
        return self.does(Next())

    def standing(self):
        fallen = self.journal.fallen
        return [e for e in self.journal.events if e.id not in fallen and e.kind in ("answered", "practised")]

    @property
    def card(self):
        return self.state.question.current.card.id if self.state.question else None


__all__ = ["CARDS", "DYING", "LADDERS", "SCALE", "Begin", "Candidate", "Told", "replace"]
