"""A learner at the machine: a session with a journal in memory, for tests of what happens next."""

from tests.questions import cards
from tutor.events import ANSWERS, UNDOABLE, Event, Fact, taken_back
from tutor.memory.fold import fold_card
from tutor.memory.scheduling import Policy
from tutor.questions.answers import Chosen, DontKnow
from tutor.sessions import review
from tutor.sessions.flow import start
from tutor.sessions.inputs import Grade, Moment, Next, NothingLeft, Recorded, RedoLast, Reveal, TakenBack, UndoLast
from tutor.sessions.model import Entry, Judged, Over, Settings

DAY = 739_000


class Journal:
    """Events in a list; the newest is the last."""

    def __init__(self):
        self.events = []

    @property
    def fallen(self):
        return taken_back((e.id, e.body["event"]) for e in self.events if e.kind == "undone")

    def state(self, card):
        return fold_card([e for e in self.events if e.card == card], self.fallen)

    def add(self, fact, day):
        event = Event(f"{len(self.events):032x}", "d", len(self.events), day, fact.kind, fact.card, dict(fact.body))
        self.events.append(event)
        return event

    def undo(self, day):
        standing = [e for e in self.events if e.kind in UNDOABLE and e.id not in self.fallen]
        if not standing:
            return None
        self.add(Fact("undone", standing[-1].card, {"event": standing[-1].id}), day)
        return standing[-1]

    def redo(self, day):
        trailing = []
        for event in reversed(self.events):
            if event.kind != "undone":
                if event.id not in self.fallen:
                    break
                continue
            trailing.append(event)
        by_id = {e.id: e for e in self.events}
        undos = [e for e in trailing if e.id not in self.fallen and by_id[e.body["event"]].kind != "undone"]
        if not undos:
            return None
        self.add(Fact("undone", undos[0].card, {"event": undos[0].id}), day)
        return by_id[undos[0].body["event"]]


class Learner:
    """Drives a session input by input; every reply of the journal goes straight back in."""

    def __init__(self, *given, day=DAY, seed="s", settings=None, states=None):
        self.journal = Journal()
        self.library = {card.id: card for card in given}
        self.day = day
        self.ms = 0
        states = states or {}
        entries = [Entry(card, states.get(card.id, self.journal.state(card.id)), "new") for card in given]
        settings = settings or Settings(Policy(fuzz=False), seed=seed)
        self.session = start(entries, settings, self.now())

    def now(self):
        return Moment(self.day, self.ms)

    def does(self, *inputs):
        for given in inputs:
            self.ms += 1000
            self.session, effects = review.step(self.session, given, self.now())
            while effects:
                replies, effects = [self.reply(effect) for effect in effects], ()
                for reply in replies:
                    self.session, more = review.step(self.session, reply, self.now())
                    effects = (*effects, *more)
        return self

    def reply(self, effect):
        if isinstance(effect, Fact):
            event = self.journal.add(effect, self.day)
            return Recorded(event, self.journal.state(event.card))
        redo = isinstance(effect, RedoLast)
        assert redo or isinstance(effect, UndoLast)
        event = self.journal.redo(self.day) if redo else self.journal.undo(self.day)
        if event is None:
            return NothingLeft(redo)
        return TakenBack(event, self.library.get(event.card), self.journal.state(event.card), restored=redo)

    def answers(self, right=True):
        """Answer the present choice card and go on."""
        self.does(self.choice(right=right))
        return self.does(Next())

    def choice(self, *, right):
        options = self.session.phase.showing.options
        return Chosen((next(place for place, option in enumerate(options) if option.right is right),))

    @property
    def card(self):
        return self.session.current.card.id if self.session.current else None

    @property
    def over(self):
        return isinstance(self.session.phase, Over)

    @property
    def judged(self):
        return isinstance(self.session.phase, Judged)

    def kinds(self):
        return [event.kind for event in self.journal.events]

    def standing(self):
        fallen = self.journal.fallen
        return [e for e in self.journal.events if e.id not in fallen and e.kind in (*ANSWERS, "regraded")]


def choices(count, **more):
    return [cards.choice(f"c{n}", **more) for n in range(count)]


FLASH = (Reveal(), Grade(3))
UNKNOWN = DontKnow()
