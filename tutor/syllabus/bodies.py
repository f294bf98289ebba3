"""The seven kinds of cards: which keys each has and what it becomes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.questions.model import Choice, Cloze, Flash, Formula, Hole, Multi, Myth, Numeric, Wording
from tutor.syllabus import texts
from tutor.syllabus.fields import Fields, interval, items, whole
from tutor.syllabus.options import choice, mistake, multi, slips
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.questions.model import Body, KindName, Piece
    from tutor.syllabus.notes import Notes
    from tutor.syllabus.texts import Names

GAP = re.compile(r"⟦([^⟦⟧]*)⟧")
SHOWN_GAP = "⟦…⟧"
MOST_POINTS = 6  # the keys are 1–6

Read = tuple["Body", "Wording | None"]  # a kind's body and the question as it is shown


def flash(fields: Fields, notes: Notes, names: Names) -> Read:
    """Read ask, answer, points?"""
    ask = texts.wording(fields.need("ask"), notes, names)
    answer = texts.wording(fields.need("answer"), notes, names)
    points = items(fields.take("points"), notes, most=MOST_POINTS)
    return Flash(answer, tuple(texts.wording(point, notes, names) for point in points)), ask


def choose(fields: Fields, notes: Notes, names: Names) -> Read:
    """Read ask, right, wrong"""
    ask = texts.wording(fields.need("ask"), notes, names)
    return Choice(choice(fields, notes, names)), ask


def choose_several(fields: Fields, notes: Notes, names: Names) -> Read:
    """Read ask, right (list), wrong (list)"""
    ask = texts.wording(fields.need("ask"), notes, names)
    return Multi(multi(fields, notes, names)), ask


def numeric(fields: Fields, notes: Notes, names: Names) -> Read:
    """Read ask, answer {expr}, digits, unit?, wrong?"""
    ask = texts.wording(fields.need("ask"), notes, names)
    expression = _answer(fields, notes, names)
    digits = whole(fields.take("digits"), notes, least=1, most=15, default=3)
    unit = fields.take("unit")
    said = None if unit is None else texts.wording(unit, notes, names)
    return Numeric(expression, digits, said, slips(fields, notes, names)), ask


def formula(fields: Fields, notes: Notes, names: Names) -> Read:
    """Read ask, answer {expr}, domain?, wrong?"""
    ask = texts.wording(fields.need("ask"), notes, names)
    answer, domain = _answer(fields, notes, names.over_x()), interval(fields.take("domain"), notes)
    return Formula(answer, domain, slips(fields, notes, names.over_x())), ask


def _answer(fields: Fields, notes: Notes, names: Names) -> str:
    node = fields.need("answer")
    if node is None:
        return ""
    inner = Fields(node, notes)
    expression = texts.expression(inner.need("expr"), notes, names)
    inner.close()
    return expression


def cloze(fields: Fields, notes: Notes, names: Names) -> Read:
    """Read ask with one ⟦…⟧ gap whose text is the answer, accept?, wrong?"""
    node = fields.need("ask")
    ask = texts.wording(node, notes, names)
    zh, en = _gap(ask.zh), _gap(ask.en)
    if node is not None and (zh is None or en is None):
        notes.fault(node, "gap")
    accept_zh, accept_en = texts.forms(fields.take("accept"), notes)
    wrong = slips(fields, notes, names)
    return Cloze(Text(zh or "", en or ""), accept_zh, accept_en, wrong), Wording(_hidden(ask.zh), _hidden(ask.en))


def _gap(pieces: tuple[Piece, ...]) -> str | None:
    """Return the text of the only gap, None when there is not exactly one or a hole is in it."""
    text = "".join("\0" if isinstance(piece, Hole) else piece for piece in pieces)
    found = GAP.findall(text)
    alone = len(found) == text.count("⟦") == text.count("⟧") == 1
    return found[0].strip() or None if alone and "\0" not in found[0] else None


def _hidden(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(piece if isinstance(piece, Hole) else GAP.sub(SHOWN_GAP, piece) for piece in pieces)


def myth(fields: Fields, notes: Notes, names: Names) -> Read:
    """Read false and true, two wordings of one matter, mistake?"""
    true = texts.wording(fields.need("true"), notes, names)
    return Myth(true, texts.wording(fields.need("false"), notes, names), mistake(fields, notes)), None


READERS: dict[KindName, Callable[[Fields, Notes, Names], Read]] = {
    "flash": flash,
    "choice": choose,
    "multi": choose_several,
    "numeric": numeric,
    "formula": formula,
    "cloze": cloze,
    "myth": myth,
}
