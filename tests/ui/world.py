"""A small course, a learner with a past, and a host that keeps everything in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from tutor.cli.host import results
from tutor.events import Event, Fact
from tutor.memory.fold import apply
from tutor.memory.state import NEW, CardState, Memory
from tutor.questions.model import Card, Choice, Cloze, Curves, Flash, Formula, Multi, Myth, Numeric, Option, Wording
from tutor.reports.quiz import Score, score
from tutor.reports.summary import Summary, summarise
from tutor.reports.why import Why, explain
from tutor.sessions import flow, review
from tutor.sessions.inputs import Moment, NothingLeft, Recorded, RedoLast, TakenBack, UndoLast
from tutor.sessions.model import Entry, Judged, Session, Settings
from tutor.syllabus.model import Mistake
from tutor.text import Text

DAY = 739_940  # 2026-11-20
TITLE = Text("Sigmoid：两头卡死的旋钮", "Sigmoid: a dial that sticks at both ends")
FORMULA = "σ(x) = 1/(1 + e⁻ˣ); σ′(x) = σ(x)·σ(−x)"


def both(zh: str, en: str | None = None) -> Wording:
    return Wording((zh,), (zh if en is None else en,))


def card(name: str, body, ask: Wording | None = None, why: Wording | None = None, **more) -> Card:
    return Card(f"sigmoid.{name}", "sigmoid", 2, f"sigmoid.{name}", body, ask, why, formula=FORMULA, **more)


TAIL = card(
    "slope-in-the-tail",
    Choice(
        (
            Option(right=True, wording=both("4.54×10⁻⁵")),
            Option(
                right=False,
                wording=both("0.25"),
                mistake="peak-for-tail",
                because=both("这是峰值 ¼，只在 x = 0 处达到。", "That is the peak ¼, reached only at x = 0."),
            ),
            Option(
                right=False,
                wording=both("1"),
                mistake="value-for-slope",
                because=both("这是 σ 本身在远处的值，不是斜率。", "That is where σ itself ends up, not its slope."),
            ),
            Option(
                right=False,
                wording=both("8.24×10⁻⁹"),
                mistake="tanh-for-sigmoid",
                because=both("这是 tanh′ 在同一处的值。", "That is tanh′ at the same place."),
            ),
        )
    ),
    both("x = 10 时，σ′(x) 最接近哪个值？", "At x = 10, σ′(x) is closest to which value?"),
    both(
        "饱和区里，σ′ = σ(x)·σ(−x) 的一个因子接近 1，另一个接近 0：斜率跟着那个小的走。旋钮拧到底，再用力也转不动了，梯度就是这样悄悄消失的。",
        "Out in the flat part one factor of σ′ = σ(x)·σ(−x) is close to 1 and the other close to 0, and the slope follows the small one. Turned all the way, the dial no longer moves however hard you push: that is how gradients quietly vanish.",
    ),
    source="Glorot & Bengio 2010",
)
PEAK = card(
    "peak",
    Flash(
        both("在 x = 0 处，峰值 ¼。", "At x = 0, with the peak ¼."),
        (
            both(
                "σ′(x) = σ(x)·(1 − σ(x))，两个因子之和为 1", "σ′(x) = σ(x)·(1 − σ(x)), and the two factors add up to 1"
            ),
            both(
                "和一定时，两数相等时乘积最大：½ · ½ = ¼",
                "with a fixed sum the product is largest when both are equal: ½ · ½ = ¼",
            ),
            both("所以每过一层，梯度最多剩四分之一", "so each layer leaves at most a quarter of the gradient"),
        ),
    ),
    both("σ 的斜率在哪里最大？最大是多少？为什么？", "Where is the slope of σ steepest, how steep is it, and why?"),
    both(
        "周长一定的长方形，正方形面积最大；σ 与 1 − σ 正是这样一对边。",
        "Of all rectangles with one perimeter the square is largest; σ and 1 − σ are such a pair of sides.",
    ),
)
HALF = card(
    "half",
    Flash(both("½")),
    both("σ(0) = ？", "σ(0) = ?"),
    both("e⁰ = 1，所以分母是 2。", "e⁰ = 1, so the denominator is 2."),
)
NUMBER = card(
    "value-at-two",
    Numeric("1/(1+exp(-2))", 3),
    both("σ(2) 等于多少？", "What is σ(2)?"),
    both("e⁻² ≈ 0.135，1/(1 + 0.135) ≈ 0.881。", "e⁻² ≈ 0.135, and 1/(1 + 0.135) ≈ 0.881."),
)
WRITE = card(
    "write-slope",
    Formula("sigmoid(x)*sigmoid(-x)", (-4.0, 4.0)),
    both("写出 σ 的导数。", "Write the derivative of σ."),
    both("倒数求导，再拆成两个因子。", "Differentiate the reciprocal, then split it in two factors."),
)
GAP = card(
    "name",
    Cloze(Text("饱和", "saturation"), ("饱和区",), ("saturated",)),
    both("σ 两头变平、斜率接近 0，这叫做 ____。", "Where σ is flat and its slope close to 0, we speak of ____."),
    both("像海绵吸满了水：再多也进不去。", "Like a sponge full of water: no more goes in."),
)
SEVERAL = card(
    "true-of-sigmoid",
    Multi(
        (
            Option(right=True, wording=both("处处可导", "differentiable everywhere")),
            Option(
                right=False,
                wording=both("以 0 为中心", "centred at zero"),
                because=both("它的输出总是正的，中点在 ½。", "Its output is always positive; the midpoint is ½."),
            ),
            Option(right=True, wording=both("单调递增", "increasing")),
            Option(
                right=False,
                wording=both("导数可以大于 1", "its slope can exceed 1"),
                because=both("斜率最大才 ¼。", "The slope never exceeds ¼."),
            ),
        )
    ),
    both("下面哪些说法对 σ 成立？", "Which of these hold for σ?"),
    both(
        "它光滑、递增、夹在 0 与 1 之间；不以零为中心。",
        "It is smooth, increasing, held between 0 and 1; it is not centred at zero.",
    ),
)
BELIEF = card(
    "myth-zero",
    Myth(
        true=both("σ 的输出永远小于 1，只是越来越近。", "The output of σ stays below 1; it only comes ever closer."),
        false=both("σ 的输出可以精确等于 1。", "The output of σ can be exactly 1."),
    ),
    None,
    both(
        "分母总比 1 大一点点；是浮点数先没了位数。",
        "The denominator is always a little more than 1; it is the float that runs out of digits.",
    ),
)
SHAPE = card(
    "name-the-curve",
    Choice(
        (
            Option(right=True, wording=both("sigmoid 的导数", "the slope of sigmoid")),
            Option(
                right=False,
                wording=both("tanh 的导数", "the slope of tanh"),
                because=both("tanh′ 的顶高是 1。", "tanh′ reaches 1."),
            ),
            Option(
                right=False,
                wording=both("标准正态密度", "the standard normal density"),
                because=both("它的尾巴细得多。", "Its tails are far thinner."),
            ),
        )
    ),
    both("看纵轴的刻度：这条钟形曲线是什么？", "Mind the vertical scale: what is this bell?"),
    both("认顶点的高度：¼。", "Read the height of the top: ¼."),
    plot=Curves(("sigmoid′",), (-6.0, 6.0), labels=False),
)
CARDS = (TAIL, PEAK, NUMBER, SEVERAL, BELIEF, GAP, HALF, WRITE)
PEAK_FOR_TAIL = Mistake(
    "peak-for-tail",
    Text("把峰值当成尾部", "the peak taken for the tail"),
    Text(
        "σ′ 在 0 处是 ¼，往两边走迅速变小：到 x = 10 只剩它的五千分之一。",
        "σ′ is ¼ at 0 and falls fast on both sides: at x = 10 a five-thousandth of it is left.",
    ),
)


def known(days_ago: int = 6, stability: float = 5.2, reviews: int = 4, lapses: int = 1) -> CardState:
    return CardState(
        Memory(stability, 5.1, DAY, DAY - 40, DAY - days_ago, reviews, lapses, (3, 1, 3, 3)), DAY - days_ago
    )


@dataclass
class MemoryHost:
    """A host without a database: it applies facts to states and remembers everything it was told."""

    language: str = "zh"
    states: dict[str, CardState] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    taken: list[tuple[Event, CardState, CardState]] = field(default_factory=list)
    undone: list[tuple[Event, CardState, CardState]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    cards: tuple[Card, ...] = CARDS
    ms: int = 0
    day: int = DAY

    def now(self) -> Moment:
        self.ms += 2_000
        return Moment(self.day, self.ms)

    def perform(self, effect):
        if isinstance(effect, UndoLast):
            return self._move(self.taken, self.undone, before=True)
        if isinstance(effect, RedoLast):
            return self._move(self.undone, self.taken, before=False)
        assert isinstance(effect, Fact)
        event = Event(
            f"event-{len(self.events)}", "here", len(self.events), self.day, effect.kind, effect.card, effect.body
        )
        before = self.states.get(effect.card, NEW)
        after = before if effect.kind == "regraded" else apply(before, effect.kind, self.day, effect.body)
        if effect.kind == "regraded":
            last, start, _ = next(step for step in reversed(self.taken) if step[0].id == effect.body["event"])
            after = apply(
                start, last.kind, self.day, {**last.body, **{k: v for k, v in effect.body.items() if k != "event"}}
            )
        self.states[effect.card] = after
        self.events.append(event)
        self.taken.append((event, before, after))
        self.undone.clear()
        return Recorded(event, after)

    def _move(self, source, target, *, before: bool):
        if not source:
            return NothingLeft(redo=not before)
        event, old, new = source.pop()
        target.append((event, old, new))
        state = self.states[event.card] = old if before else new
        found = next((known for known in self.cards if known.id == event.card), None)
        return TakenBack(event, found, state, restored=not before)

    def why(self, session: Session) -> Why | None:
        entry = session.current
        if entry is None:
            return None
        outcomes = (
            session.phase.outcomes
            if isinstance(session.phase, Judged)
            else review.outcomes(session, Moment(self.day, self.ms))
        )
        return explain(entry.card.id, entry.why, entry.state, outcomes, self.day)

    def mistake(self, mistake: str) -> Mistake | None:
        return PEAK_FOR_TAIL if mistake == "peak-for-tail" else None

    def lesson_title(self, lesson: str) -> Text:  # noqa: ARG002
        return TITLE

    def report(self, session: Session, comment: str) -> str:  # noqa: ARG002
        self.remarks.append(comment)
        return "remarks.txt"

    def summary(self, session: Session) -> Summary:
        mean = sum(done.after for done in session.done) / max(1, len(session.done))
        return summarise(session.done, {"sigmoid": (TITLE, round(mean, 2), max(1, len(session.done)))}, 27, 18.0)

    def score(self, session: Session) -> Score:
        title, again = self.lesson_title, "tutor quiz -n 5 --seed 7"
        return score(results(session), len(session.waiting), title, self.mistake, again)


def entry(shown: Card, why: str = "due", state: CardState | None = None) -> Entry:
    return Entry(shown, (known() if why == "due" else NEW) if state is None else state, why)


def session_of(host: MemoryHost, *cards: Card, why: str = "due", seed: str = "s") -> Session:
    entries = [entry(shown, why) for shown in cards or CARDS]
    host.states.update({item.card.id: item.state for item in entries})
    return flow.start(entries, Settings(seed=seed), host.now())
