"""Reading from the compiled library: cards, lessons, parts, mistakes, the glossary.

It knows rows and their JSON, not how they came to be.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.errors import NotFoundError, near
from tutor.questions.codec import card_from_json, text_from_json
from tutor.store.filters import NO_FILTERS
from tutor.store.packed import unpack
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tutor.questions.model import Card, KindName
    from tutor.store.filters import Filters
    from tutor.syllabus.model import Erratum, Lesson, Mistake, Part, Step, Term

    Values = Sequence[object] | Mapping[str, object]

OWN = 0  # syllabus.deck.OWN, which a review need not load (a test compares)
AT_ONCE = 500  # SQLite allows 999 parameters at least


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson without its steps and cards: what a list of lessons shows."""

    id: str
    part: int
    title: Text
    cards: int
    needs: tuple[str, ...]
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card without its body: what a list of cards shows; drawn values stand as names in `ask`."""

    id: str
    part: int
    lesson: str
    kind: KindName
    fact: str
    ask: Text


class Shelf(ABC):
    """What can be read from a compiled course; `_rows` is given by the library."""

    @abstractmethod
    def _rows(self, statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return rows of the library."""

    def card(self, id: str) -> Card:  # noqa: A002
        """Return the card `id`, by its present or a former id; raises `NotFoundError` with a near id."""
        found = self.cards([id])
        if found:
            return found[0]
        renamed = self._rows("SELECT new FROM renamed WHERE old = ?", (id,))
        found = self.cards([new for (new,) in renamed])
        if found:
            return found[0]
        raise self._not_found("card", id)

    def _not_found(self, kind: str, id: str) -> NotFoundError:  # noqa: A002
        known = [name for (name,) in self._rows(f"SELECT id FROM {kind}s ORDER BY position")]  # noqa: S608
        close = near(id, known)
        return NotFoundError(f"library.no_{kind}{'_near' if close else ''}", id=id, near=close)

    def cards(self, ids: Iterable[str]) -> tuple[Card, ...]:
        """Return the cards of the library among `ids`, in their order; others are left out."""
        wanted = list(ids)
        found: dict[str, str] = {}
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            found |= dict(self._rows(f"SELECT id, json FROM cards WHERE id IN ({marks})", some))  # noqa: S608
        return tuple(card_from_json(unpack(found[id])) for id in wanted if id in found)  # noqa: A001

    def renamed(self) -> dict[str, str]:
        """Return the present id of every card that had another one."""
        return dict(self._rows("SELECT old, new FROM renamed"))

    def lesson(self, id: str) -> Lesson:  # noqa: A002
        """Return a lesson with its cards, without steps that ask for cards that do not exist.

        Raises `NotFoundError` with a near id.
        """
        from dataclasses import replace

        from tutor.syllabus.codec import lesson_from_json

        rows = self._rows("SELECT json FROM lessons WHERE id = ?", (id,))
        if not rows:
            raise self._not_found("lesson", id)
        lesson = lesson_from_json(unpack(rows[0][0]))
        own = self._rows("SELECT json FROM cards WHERE lesson = ? ORDER BY position", (id,))
        cards = tuple(card_from_json(unpack(packed)) for (packed,) in own)
        steps = tuple(step for step in map(self._possible, lesson.steps) if step is not None)
        return replace(lesson, cards=cards, steps=steps)

    def must_have_lesson(self, id: str) -> None:  # noqa: A002
        """Raise `NotFoundError` with a near id when there is no such lesson."""
        if not self._rows("SELECT 1 FROM lessons WHERE id = ?", (id,)):
            raise self._not_found("lesson", id)

    def _possible(self, step: Step) -> Step | None:
        from tutor.syllabus.model import Ask, Pretest, Recap

        match step:
            case Pretest(card) | Ask(card):
                return step if self._rows("SELECT 1 FROM cards WHERE id = ?", (card,)) else None
            case Recap(cards):
                kept = tuple(card for card in cards if self._rows("SELECT 1 FROM cards WHERE id = ?", (card,)))
                return Recap(kept) if kept else None
            case _:
                return step

    def lessons(self) -> tuple[LessonRow, ...]:
        """Return every lesson of the course in syllabus order."""
        return self._lessons(f"part <> {OWN}")

    def own(self) -> tuple[LessonRow, ...]:
        """Return the learner's notes and imported decks, each as the lesson that holds its cards."""
        return self._lessons(f"part = {OWN}")

    def has_own(self) -> bool:
        """Say whether there are cards that are not of the course."""
        return bool(self._rows(f"SELECT 1 FROM cards WHERE part = {OWN} LIMIT 1"))  # noqa: S608  (a number of ours)

    def _lessons(self, condition: str) -> tuple[LessonRow, ...]:
        rows = self._rows(
            f"""SELECT id, part, title, (SELECT count(*) FROM cards WHERE lesson = lessons.id), needs, covers
            FROM lessons WHERE {condition} ORDER BY position"""  # noqa: S608  (conditions of ours)
        )
        return tuple(
            LessonRow(id, part, text_from_json(unpack(title)), cards, tuple(unpack(needs)), tuple(unpack(covers)))
            for id, part, title, cards, needs, covers in rows  # noqa: A001
        )

    def functions(self) -> dict[str, str]:
        """Return the catalogue function of every lesson that is about one, in syllabus order."""
        rows = self._rows(
            f"SELECT id, json_extract(json, '$.function') FROM lessons WHERE part <> {OWN} ORDER BY position"  # noqa: S608
        )
        return {lesson: function for lesson, function in rows if function}

    def taught(self) -> tuple[Lesson, ...]:
        """Return every lesson of the course with its steps, without its cards, in syllabus order."""
        from tutor.syllabus.codec import lesson_from_json

        rows = self._rows(f"SELECT json FROM lessons WHERE part <> {OWN} ORDER BY position")  # noqa: S608
        return tuple(lesson_from_json(unpack(packed)) for (packed,) in rows)

    def title(self, lesson: str) -> Text | None:
        """Return the title of a lesson, None when the course does not have it."""
        rows = self._rows("SELECT title FROM lessons WHERE id = ?", (lesson,))
        return text_from_json(unpack(rows[0][0])) if rows else None

    def parts(self) -> tuple[Part, ...]:
        """Return the parts of the course in order; none when course.yaml cannot be used."""
        from tutor.syllabus.codec import part_from_json

        return tuple(part_from_json(value) for value in self._frame("part"))

    def all_parts(self) -> tuple[Part, ...]:
        """Return the parts of the course, before them a part without items for what is not of the course, if any."""
        if not self.has_own():
            return self.parts()
        from tutor.syllabus.model import Part
        from tutor.text.wording import both

        return (Part(OWN, "own", both("library.own"), ()), *self.parts())

    def mistakes(self) -> tuple[Mistake, ...]:
        """Return every named mistake."""
        from tutor.syllabus.codec import mistake_from_json

        return tuple(mistake_from_json(value) for value in self._frame("mistake"))

    def mistake(self, id: str) -> Mistake | None:  # noqa: A002
        """Return a named mistake, None when the course names a mistake that nobody described."""
        from tutor.syllabus.codec import mistake_from_json

        rows = self._rows("SELECT json FROM frame WHERE kind = 'mistake' AND id = ?", (id,))
        return mistake_from_json(unpack(rows[0][0])) if rows else None

    def glossary(self) -> tuple[Term, ...]:
        """Return the terms of the glossary in the order of the file."""
        from tutor.syllabus.codec import term_from_json

        return tuple(term_from_json(value) for value in self._frame("term"))

    def errata(self) -> tuple[Erratum, ...]:
        """Return the claims learners meet elsewhere, each as its true statement."""
        from tutor.syllabus.codec import erratum_from_json

        return tuple(erratum_from_json(value) for value in self._frame("erratum"))

    def _frame(self, kind: str) -> list[Any]:
        rows = self._rows("SELECT json FROM frame WHERE kind = ? ORDER BY file, position", (kind,))
        return [unpack(packed) for (packed,) in rows]

    def name(self) -> Text:
        """Return the name of the course, empty when course.yaml cannot be used."""
        names = self._frame("course")
        return text_from_json(names[0]) if names else Text("", "")

    def values(self, field: str) -> tuple[str, ...] | None:
        """Return what may stand in a field of a query: every tag, lesson, part or mistake; None for other fields."""
        statement = {
            "tag": "SELECT DISTINCT tag FROM card_tags ORDER BY tag",
            "lesson": "SELECT id FROM lessons ORDER BY position",
            "part": "SELECT DISTINCT part FROM lessons ORDER BY part",
            "mistake": "SELECT id FROM frame WHERE kind = 'mistake' ORDER BY id",
        }.get(field)
        return None if statement is None else tuple(str(value) for (value,) in self._rows(statement))

    def search(self, query: str = "", filters: Filters = NO_FILTERS, *, limit: int = -1) -> tuple[CardRow, ...]:
        """Return cards in syllabus order whose id, fact or question holds every word of `query`.

        At most `limit` of them (all: −1); case matters only beyond ASCII.
        """
        conditions, values = filters.where("cards")
        for place, word in enumerate(query.split()):
            conditions += f" AND (id || ' ' || fact || ' ' || zh || ' ' || en) LIKE :word{place} ESCAPE '\\'"
            values[f"word{place}"] = f"%{escaped(word)}%"
        statement = f"""SELECT id, part, lesson, kind, fact, zh, en FROM cards WHERE 1{conditions}
            ORDER BY position LIMIT :limit"""  # noqa: S608  (marks and columns, no input)
        rows = self._rows(statement, {**values, "limit": limit})
        return tuple(
            CardRow(card, part, lesson, kind, fact, Text(zh, en)) for card, part, lesson, kind, fact, zh, en in rows
        )


def escaped(word: str) -> str:
    """Return `word` for a LIKE pattern: its own % and _ mean themselves."""
    return "".join(f"\\{char}" if char in "\\%_" else char for char in word)
