"""Cards of Anki as cards of ours: what their templates show, as plain text with a question and an answer.

A gap that is short is typed, everything else is recalled. Our own notes come back as what they were, as far as
their fields tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from tutor.exchange.anki import ours, template
from tutor.exchange.anki.page import Page
from tutor.exchange.anki.revlog import DAY_MS, UNIX_DAY
from tutor.exchange.foreign import TYPED_COLUMNS, Head, card_id, chosen, flash
from tutor.exchange.foreign import gapped as with_gap
from tutor.exchange.html_text import text_of
from tutor.exchange.plain import LONGEST, in_line, said
from tutor.questions.model import Choice, Multi
from tutor.syllabus.bodies import SHOWN_GAP
from tutor.text.width import width

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from tutor.exchange.anki.records import CardRow, Note, NoteType
    from tutor.exchange.anki.template import Token
    from tutor.questions.model import Card

ANSWER = re.compile(r"<hr[^<>]{0,40}\bid\s*=\s*[\"']?answer\b[^<>]{0,40}>", re.IGNORECASE)
PICTURE = re.compile(r"\[[^\[\]\n]*\]")  # its name, where it stood
OCCLUDED = "image-occlusion:"  # how a gap begins that hides a part of a picture
MOST_RENDERED = 2**28  # characters of all cards: ten times those of 100 000 notes; one note can ask for more
LONGEST_HINT = 1000  # characters: more is no hint
DRAWN = re.compile(r"<svg\b.*?</svg>", re.DOTALL | re.IGNORECASE)
POINT = re.compile(r"(?:^|\n)• ")
OWN_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,199}")
MOST_TAGS = 40
AS_THEY_WERE = (ours.FLASH.name, ours.CHOICE.name, ours.TYPED.name)  # of the others the templates tell all
MARKS = str.maketrans("⟦⟧", "〖〗")  # only ours mean a gap
ACCEPTED = "= "  # before other forms, in a field of ours
FIRST, LAST = date(1990, 1, 1).toordinal(), date(2100, 1, 1).toordinal()

Sides = tuple["Sequence[Token]", "Sequence[Token]"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A card of Anki with its note; `id` is what we call it."""

    id: str
    deck: str
    row: CardRow
    note: Note
    kind: NoteType


@dataclass(slots=True)
class Reader:
    """Makes cards. It keeps the templates it has read and counts what it leaves out, hence it is not frozen."""

    left: Counter[str]
    sides: dict[tuple[int, int], Sides] = field(default_factory=dict)
    spent: int = 0  # characters that were rendered

    def card(self, asked: Asked) -> Card | None:
        """Return the card, None when nothing can be asked."""
        values = {
            name: value.translate(MARKS) for name, value in zip(asked.kind.fields, asked.note.fields, strict=False)
        }
        head = Head(asked.id, asked.deck, _tags(asked.note), fact=identity(asked.note, 0))
        is_ours = asked.kind.fields[:1] == (ours.ID,) and asked.kind.name.startswith(AS_THEY_WERE)
        made = self._ours(asked.kind.name, head, values) if is_ours else self._shown(asked, head, values)
        return made and replace(made, created=_created(asked.note.added))

    def _ours(self, kind: str, head: Head, values: dict[str, str]) -> Card | None:
        """Return a card that left from here as it was; the fields of a note tell more than its templates."""
        told = {name: self._text(value) for name, value in values.items() if name != "Plot"}
        head = replace(head, why=told.get("Why", ""), hint=_hint(told.get("Hint", "")))
        ask = told.get("Question", "")
        if kind.startswith(ours.FLASH.name):
            points = POINT.split(told.get("Points", ""))[1:]
            return self._recalled(head, ask, told.get("Answer", ""), [point.strip() for point in points])
        if kind.startswith(ours.TYPED.name):
            unit = told.get("Unit", "")
            return self._recalled(head, f"{ask} ({unit})" if unit and ask else ask, told.get("Shown", ""))
        made = _choice(head, ask, told)
        self.left["no_question" if not ask else "no_right"] += made is None
        return made

    def _shown(self, asked: Asked, head: Head, values: dict[str, str]) -> Card | None:
        """Return what the templates show as a card."""
        sides = self._sides(asked)
        if sides is None:
            self.left["cards"] += 1
            return None
        page = Page(values, asked.row.ord + 1 if asked.kind.gapped else 0)
        front, back = page.front(sides[0]), page.back(sides[1])
        self.spent += len(front or "") + len(back or "")
        if front is None or back is None or self.spent > MOST_RENDERED:
            self.left["long"] += 1
            return None
        ask, answer = self._text(front), self._text(back if page.gaps else _behind_rule(back))
        if any(hidden.startswith(OCCLUDED) for hidden, _ in page.gaps):
            ask = ""
        head = replace(head, hint=_hint(self._text(" ".join(page.hints))))
        if len(page.gaps) == 1 and ask.count(SHOWN_GAP) == 1 and len(ask) <= LONGEST:
            made = self._gap(head, page, ask, sides[1])
        else:
            made = self._typed(head, page, sides[0], ask)
        return made or self._recalled(head, ask, answer)

    def _recalled(self, head: Head, ask: str, answer: str, points: Sequence[str] = ()) -> Card | None:
        if not ask or not answer or max(len(ask), len(answer)) > LONGEST:
            self.left["no_question" if not ask else "no_answer" if not answer else "long"] += 1
            return None
        return flash(head, ask, answer, points)

    def _gap(self, head: Head, page: Page, ask: str, back: Sequence[Token]) -> Card | None:
        """Return a card with its one gap; what stands on its back besides is the reason."""
        hidden, hint = page.gaps[0]
        gap = _inside(hidden)
        if not gap or len(gap) > LONGEST:
            return None
        is_ours = ours.ID in page.values
        accepted = text_of(page.values.get("Accept", "")).text if is_ours else ""
        behind = page.values.get("Why", "") if is_ours else DRAWN.sub("", _behind_rule(page.rest(back) or ""))
        why = text_of(behind).text
        why = why if len(why) <= LONGEST else ""
        forms = [form.strip() for form in accepted.removeprefix(ACCEPTED).split(",") if form.strip()]
        before, _, after = ask.partition(SHOWN_GAP)
        return with_gap(replace(head, why=why, hint=_hint(_inside(hint)) or head.hint), before, gap, after, forms)

    def _typed(self, head: Head, page: Page, front: Sequence[Token], ask: str) -> Card | None:
        """Return a card whose answer Anki would let the learner type, None when it is not one short line."""
        names = [name for name in template.names(front, "type") if name in page.values]
        if len(names) != 1 or not ask or page.number or SHOWN_GAP in ask:
            return None
        gap = text_of(page.values[names[0]]).text
        fits = "\n" not in gap and width(gap) <= TYPED_COLUMNS and any(map(str.isalnum, gap))
        return with_gap(head, f"{ask}\n", gap, "") if fits else None

    def _sides(self, asked: Asked) -> Sides | None:
        place = 0 if asked.kind.gapped else asked.row.ord
        known = (asked.note.type, place)
        if known not in self.sides:
            sides = asked.kind.templates.get(place)
            if sides is None:
                return None
            self.sides[known] = (template.parse(sides.front), template.parse(sides.back))
        return self.sides[known]

    def _text(self, html: str) -> str:
        """Return what can be read; the name of a picture alone says nothing."""
        if not html:
            return ""
        found = text_of(DRAWN.sub("", html) if "<svg" in html else html)
        self.left["media"] += found.media
        return "" if found.media and not PICTURE.sub("", found.text).strip() else found.text


def _choice(head: Head, ask: str, told: dict[str, str]) -> Card | None:
    """Return a card with its options and what speaks against the wrong ones."""
    letters = [letter for letter in ours.LETTERS if told.get(letter)]
    right = told.get("Right", "").split()
    options = [(told[letter], letter in right) for letter in letters]
    made = chosen(head, ask, options, several=bool(told.get("Several"))) if ask else None
    if made is None or not isinstance(made.body, Choice | Multi):
        return made
    reasons = {said(told[letter]): said(reason) for letter in letters if (reason := told.get(f"Why {letter}"))}
    against = tuple(replace(one, because=reasons.get(one.wording)) for one in made.body.options if one.wording)
    return replace(made, body=replace(made.body, options=against))


def identity(note: Note, place: int) -> str:
    """Return what we call the card at `place` of a note: our own id where it left from here."""
    if place == 0 and note.guid.startswith(ours.GUID):
        first = text_of(note.fields[0]).text
        if OWN_ID.fullmatch(first) and ours.guid(first) == note.guid:
            return first
    return card_id("anki", note.guid, str(place))


def _hint(text: str) -> str:
    return in_line(text) if len(text) <= LONGEST_HINT else ""


def _behind_rule(html: str) -> str:
    """Return what stands behind the rule between question and answer, all of it where there is none."""
    found = ANSWER.search(html)
    return html[found.end() :] if found else html


def _inside(gap: str) -> str:
    """Return what was hidden as text; what stood within a formula is one."""
    text = text_of(gap).text
    return text_of(f"\\({gap}\\)").text if "\\" in text and "\\(" not in text else text


def _tags(note: Note) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for name in note.tags[:MOST_TAGS] if (tag := in_line(name))))


def _created(added: int) -> str:
    day = added // DAY_MS + UNIX_DAY
    return date.fromordinal(day).isoformat() if FIRST <= day <= LAST else ""
