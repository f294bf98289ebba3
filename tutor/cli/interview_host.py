"""The outside of a running interview: suggestions from the course's glossary, and what it came to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tutor.cli.host import SessionHost
from tutor.cli.interview_plan import Known, rungs_of
from tutor.memory.state import Memory
from tutor.questions.keypoints import rarity, suggested
from tutor.questions.phrases import Phrase, slips
from tutor.questions.template import fill
from tutor.reports import interview as reports
from tutor.sessions.model import Asking
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tutor.questions.showing import Showing
    from tutor.questions.units import Lexicon
    from tutor.reports.interview import InterviewReport, Reached, RungHeard
    from tutor.sessions.interview_model import Heard, Interview, Landing

MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Interviewer(SessionHost):
    """What `ui.interview.host.InterviewHost` promises, at a desk; `known` are the ladders as they stood before."""

    known: tuple[Known, ...] = ()
    made: dict[str, Any] = field(default_factory=dict)  # what is made once: lexicon, rarity, phrases

    def command(self) -> str:
        """Return the command that asks the same questions again."""
        return self.again

    def seems(self, showing: Showing, said: str) -> frozenset[int]:
        """Return the key points that an answer in the learner's own words seems to hold."""
        return suggested(showing.points, showing.ask, said, self._lexicon(), self._rarity())

    def _lexicon(self) -> Lexicon:
        if "lexicon" not in self.made:
            terms = self.desk.library.glossary()
            self.made["lexicon"] = tuple(
                (term.id, (term.text.zh, term.text.en, *term.accept_zh, *term.accept_en)) for term in terms
            )
        lexicon: Lexicon = self.made["lexicon"]
        return lexicon

    def _rarity(self) -> Mapping[str, float]:
        if "rarity" not in self.made:
            self.made["rarity"] = rarity(self._points(), self._lexicon())
        rare: Mapping[str, float] = self.made["rarity"]
        return rare

    def _points(self) -> Iterator[str]:
        """Yield the key points of all rungs in both languages: what is said everywhere in them tells little."""
        for card in rungs_of(self.desk):
            for point in getattr(card.body, "points", ()):
                for side in (point.zh, point.en):
                    yield "".join(piece for piece in side if isinstance(piece, str))

    def phrases(self) -> tuple[Phrase, ...]:
        """Return the phrases better not said: those of the errata, and words of the glossary nobody accepts.

        English words to avoid are spellings, which nobody hears.
        """
        if "phrases" not in self.made:
            errata = [
                Phrase(erratum.id, form, fill(erratum.truth, {}))
                for erratum in self.desk.library.errata()
                for form in (*erratum.avoid_zh, *erratum.avoid_en)
            ]
            terms = [
                Phrase(term.id, form, term.text)
                for term in self.desk.library.glossary()
                for form in term.avoid_zh
                if form not in term.accept_zh
            ]
            self.made["phrases"] = (*errata, *terms)
        found: tuple[Phrase, ...] = self.made["phrases"]
        return found

    def outcome(self, state: Interview) -> InterviewReport:
        """Return what the interview came to."""
        heard = tuple(self._heard(one) for one in state.heard)
        reached = tuple(self._reached(state, landing) for landing in state.landings)
        lessons = {
            landing.climb.ladder.id: (lesson, self.lesson_title(lesson))
            for landing in state.landings
            for lesson in (landing.climb.ladder.headline.lesson,)
        }
        return reports.InterviewReport(
            reached,
            reports.missed(heard, self._earlier()),
            reports.better(heard),
            reports.again(heard, self._days(state)),
            reports.lesson(reached, lessons),
            (self.now().ms - state.started) / MINUTE,
            len(heard),
            reports.whole(heard),
            sum(one.fresh for one in state.heard),
            heard,
        )

    def _heard(self, one: Heard) -> RungHeard:
        phase = one.question.phase
        ask = phase.showing.ask if isinstance(phase, Asking) else Text.same("")
        found = slips(one.said, self.phrases()) if one.said else ()
        return reports.RungHeard(one.climb.ladder.id, one.card, ask, one.grade, one.points, one.marked, one.said, found)

    def _reached(self, state: Interview, landing: Landing) -> Reached:
        from tutor.questions.showing import draw

        ladder = landing.climb.ladder
        ask = draw(ladder.headline, "headline").ask
        topic = self.lesson_title(ladder.headline.lesson)
        before = state.before.get(ladder.id)
        return reports.Reached(ladder.id, ask, topic, landing.depth, ladder.of, landing.broken, before)

    def _earlier(self) -> Mapping[tuple[str, int], int]:
        """Return how often each point was missed in the interviews before this one."""
        return missed_before(self.known)

    def _days(self, state: Interview) -> Mapping[str, int]:
        """Return in how many days each card that was heard comes back by itself."""
        memories = {one.card: state.states[one.card].memory for one in state.heard if one.card in state.states}
        return {
            card: max(0, memory.due - self.desk.day) for card, memory in memories.items() if isinstance(memory, Memory)
        }


def missed_before(everything: tuple[Known, ...]) -> Mapping[tuple[str, int], int]:
    """Return how often each point of each card was missed, as the journal tells."""
    found: Counter[tuple[str, int]] = Counter()
    for one in everything:
        for climb in one.climbs:
            for answer in climb.answers:
                points = getattr(answer.card.body, "points", ())
                marked = answer.event.body.get("points", ())
                if marked or answer.grade == reports.BROKEN:
                    found.update((answer.card.id, place) for place in range(len(points)) if place not in marked)
    return found
