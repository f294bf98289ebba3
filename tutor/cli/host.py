"""The outside of a running session: journal, library and clock behind what the screens ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tutor.errors import NotFoundError
from tutor.events import Fact
from tutor.memory.fields import mastery
from tutor.memory.state import NEW
from tutor.questions.generated import is_generated
from tutor.reports.summary import Summary, summarise
from tutor.sessions import inputs
from tutor.sessions.inputs import Moment, NothingLeft, TakenBack
from tutor.sessions.model import Judged
from tutor.store.filters import Filters
from tutor.store.pace import seconds_a_card
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.events import Event
    from tutor.questions.model import Card
    from tutor.reports.quiz import Result, Score
    from tutor.reports.why import Why
    from tutor.sessions.inputs import Effect, Reply
    from tutor.sessions.model import Session
    from tutor.syllabus.model import Mistake
    from tutor.text import Language

REPORTS = "reports.jsonl"


def results(session: Session) -> list[Result]:
    """Return the answers of a quiz as its report wants them."""
    from tutor.reports.quiz import Result

    spent = {done.event: done.ms for done in session.done}
    found = [(answer.entry.card.lesson, answer.judged) for answer in session.answers]
    return [
        Result(lesson, judged.grade, judged.verdict.mistake if judged.verdict else "", spent.get(judged.event, 0))
        for lesson, judged in found
    ]


@dataclass(frozen=True, slots=True)
class SessionHost:
    """What `ui.host.Host` promises, at a desk; `again` is the command that asks the same quiz once more."""

    desk: Desk
    titles: dict[str, Text] = field(default_factory=dict)
    again: str = ""

    @property
    def language(self) -> Language:
        """Return the language the session starts in."""
        return self.desk.environment.language

    def now(self) -> Moment:
        """Return the present study day and a running millisecond count."""
        clock = self.desk.environment.clock
        return Moment(clock.day(), clock.ms())

    def perform(self, effect: Effect) -> Reply:
        """Record a fact, or take back or bring back the last step; it is durable on return."""
        journal, day = self.desk.journal, self.desk.day
        if isinstance(effect, Fact):
            done = journal.record(effect, day)
            return inputs.Recorded(done.event, done.state)
        redo = isinstance(effect, inputs.RedoLast)
        moved = journal.redo(day) if redo else journal.undo(day)
        if moved is None:
            return NothingLeft(redo)
        return TakenBack(moved.event, self.card_of(moved.event), moved.state, restored=redo)

    def card_of(self, event: Event) -> Card | None:
        """Return the card of an event; a question that was made on the spot is made once more."""
        if is_generated(event.card):
            from tutor.cli.quiz_plan import restored

            return restored(self.desk, event)
        try:
            return self.desk.library.card(event.card)
        except NotFoundError:
            return None

    def why(self, session: Session) -> Why | None:
        """Return what is known about the card on the screen."""
        entry = session.current
        if entry is None:
            return None
        from tutor.cli.why import in_session

        return in_session(self.desk, session, entry, self.lesson_title(entry.card.lesson))

    def mistake(self, mistake: str) -> Mistake | None:
        """Return a named mistake of the course, or None."""
        return self.desk.library.mistake(mistake)

    def lesson_title(self, lesson: str) -> Text:
        """Return the title of a lesson, its id when the course no longer has it or gives it none."""
        if lesson not in self.titles:
            title = self._title(lesson) or Text("", "")
            self.titles[lesson] = Text(title.zh or title.en or lesson, title.en or title.zh or lesson)
        return self.titles[lesson]

    def _title(self, lesson: str) -> Text | None:
        if not is_generated(lesson):
            return self.desk.library.title(lesson)
        from tutor.questions import generate

        return generate.topic(lesson)

    def report(self, session: Session, comment: str) -> str:
        """Append a remark about the present question to a file an author can read."""
        import json

        phase = session.phase
        showing = getattr(phase, "showing", None)
        row = {
            "when": self.desk.environment.clock.now().isoformat(timespec="seconds"),
            "card": session.current.card.id if session.current else "",
            "values": dict(showing.values) if showing else {},
            "order": list(showing.order) if showing else [],
            "answered": list(phase.verdict.chosen) or phase.verdict.given
            if isinstance(phase, Judged) and phase.verdict
            else "",
            "comment": comment,
        }
        path = self.desk.environment.home / REPORTS
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        return str(path)

    def summary(self, session: Session) -> Summary:
        """Return what the session came to, and what tomorrow holds."""
        desk = self.desk
        config = desk.environment.config
        lessons = {name: self._lesson(name) for name in {done.lesson for done in session.done}}
        due, new = desk.waiting.counts(desk.day + 1, config.reviews_per_day, config.new_per_day)
        left = sum(desk.waiting.counts(desk.day, config.reviews_per_day, config.new_per_day))
        return summarise(session.done, lessons, due + new, seconds_a_card(desk.journal.connection), left)

    def score(self, session: Session) -> Score:
        """Return what a quiz came to."""
        from tutor.reports.quiz import score

        return score(results(session), len(session.waiting), self.lesson_title, self.mistake, self.again)

    def _lesson(self, lesson: str) -> tuple[Text, float, int]:
        """Return title, mean mastery without suspended cards, and number of cards of a lesson."""
        cards = [row.id for row in self.desk.library.search(filters=Filters(lessons=(lesson,)))]
        states = self.desk.journal.states(cards)
        shown = [states.get(card, NEW) for card in cards if not states.get(card, NEW).suspended]
        mean = sum(map(mastery, shown)) / len(shown) if shown else 0.0
        return self.lesson_title(lesson), mean, len(shown)
