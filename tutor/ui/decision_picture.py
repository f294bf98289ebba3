"""A decision tree drawn whole: the questions as branches, then each advice with its reasons.

A question reached a second time is not drawn again: an arrow leads back to its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.pictures.decision import Advice, Question
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, line, measure, pad, paragraph, spaced
from tutor.ui.table_picture import notes
from tutor.ui.tree_picture import Branches, branches_of, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.decision import Decision
    from tutor.text import Language, Text
    from tutor.ui.theme import Role

WIDEST = 100


def lines(
    shown: Decision, columns: int, rows: int | None, language: Language, *, ascii_only: bool = False
) -> list[Line]:
    """Return the tree and the advice, at most `columns` wide."""
    del rows
    across = min(columns, WIDEST)
    tree = _Tree(shown, across, language, branches_of(columns, ascii_only=ascii_only), "=> " if ascii_only else "⇒ ")
    drawn = tree.drawn()
    told = spaced(advice_lines(advice, across, language) for advice in tree.advice)
    return spaced([drawn, told, notes(shown.notes, columns, language)])


class _Tree:
    """The drawing of one tree: which questions were drawn, and the advice in the order in which it was met."""

    def __init__(self, decision: Decision, columns: int, language: Language, branches: Branches, arrow: str) -> None:
        self.decision = decision
        self.columns = columns
        self.language = language
        self.branches = branches
        self.arrow = arrow
        self.numbers: dict[str, int] = {}
        self.advice: list[Advice] = []

    def drawn(self) -> list[Line]:
        """Return the lines of the whole tree."""
        first = self.decision.questions[self.decision.first]
        self.numbers[first.id] = 1
        return [*paragraph(self._asked(first), self.columns, "strong"), *self._answers(first, "")]

    def _asked(self, question: Question) -> str:
        return f"{self.numbers[question.id]}  {one_line(question.ask.lines(self.language))}"

    def _answers(self, question: Question, lead: str) -> list[Line]:
        rows: list[Line] = []
        for place, answer in enumerate(question.answers):
            last = place == len(question.answers) - 1
            joint = lead + (self.branches.last if last else self.branches.child)
            under = lead + (self.branches.none if last else self.branches.past)
            to = self.decision.questions.get(answer.to) or self.decision.advice[answer.to]
            rows += self._led(joint, under, one_line(answer.name.lines(self.language)), to)
            if answer.adds is not None:
                rows += self._below(under, one_line(answer.adds.lines(self.language)), "dim")
            if isinstance(to, Question) and to.id not in self.numbers:
                self.numbers[to.id] = len(self.numbers) + 1
                rows += [*self._below(under, self._asked(to), "strong"), *self._answers(to, under)]
        return rows

    def _below(self, under: str, text: str, role: Role) -> list[Line]:
        """Return a sentence below an answer."""
        said = paragraph(text, max(8, self.columns - measure(line(under))), role)
        return [(Span(under, "rule"), *row) for row in said]

    def _led(self, joint: str, under: str, name: str, to: Question | Advice) -> list[Line]:
        """Return an answer with what it leads to: an advice, or the number of a question drawn already."""
        room = max(8, self.columns - measure(line(joint)))
        rows = paragraph(name, room)
        if isinstance(to, Advice):
            if to not in self.advice:
                self.advice.append(to)
            end: Line = line((self.arrow, "mark"), (one_line(to.choice.lines(self.language)), "accent"))
        elif to.id in self.numbers:
            end = line((self.arrow, "mark"), (say("decision.see", self.language, n=self.numbers[to.id]), "dim"))
        else:
            end = ()
        if end and measure(rows[-1]) + 2 + measure(end) <= room:
            rows[-1] = (*rows[-1], Span("  "), *end)
        elif end:
            rows += paragraph("".join(span.text for span in end[1:]), room, end[1].role, (end[0],))
        return [(Span(joint if place == 0 else under, "rule"), *row) for place, row in enumerate(rows)]


def advice_lines(advice: Advice, columns: int, language: Language, adds: Sequence[Text] = ()) -> list[Line]:
    """Return an advice: the choice, its reasons, what else, and the initialisation."""
    rows = paragraph(one_line(advice.choice.lines(language)), columns, "accent")
    parts = {"first": adds, "why": advice.reasons, "else": advice.alternatives, "start": (advice.initialisation,)}
    labels = {key: say(f"decision.{key}", language) for key, texts in parts.items() if texts}
    size = max(map(width, labels.values()))
    for key, label in labels.items():
        lead = (*pad(line((f"  {label}", "dim")), size + 2), Span("  "))
        for place, text in enumerate(parts[key]):
            blank = line(" " * (size + 4))
            rows += paragraph(one_line(text.lines(language)), columns, "plain", blank if place else lead)
    return rows
