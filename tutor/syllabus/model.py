"""The course as data: parts, items, lessons with their typed steps, and the problems of its files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tutor.questions.model import Card, Wording
    from tutor.text import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a content file; `line` and `column` count from 1, `facts` fill the sentence `key`.

    `key` is "problem.<rule>"; `rule` is what `--json` calls it.
    """

    file: str
    line: int
    column: int
    rule: str
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """Return the key of the sentence in text/words."""
        return f"problem.{self.rule}"


@dataclass(frozen=True, slots=True)
class Item:
    """One learnable item of the syllabus, such as 2.1."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts of the syllabus, numbered from 1."""

    number: int
    id: str
    title: Text
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """The frame that lessons hang in."""

    name: Text
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A named confusion shared by wrong options, with the contrast that clears it up."""

    id: str
    name: Text
    contrast: Text
    curves: tuple[str, ...] = ()
    range: tuple[float, float] = (-6.0, 6.0)


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the glossary: its form, forms that are accepted, and forms the course does not use."""

    id: str
    text: Text
    definition: Text
    accept_zh: tuple[str, ...] = ()
    accept_en: tuple[str, ...] = ()
    avoid_zh: tuple[str, ...] = ()
    avoid_en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erratum:
    """A claim that learners meet elsewhere, answered by the true statement.

    The `avoid` are phrases in which the claim is heard; … stands for what may lie between two parts of one.
    """

    id: str
    truth: Wording
    part: int
    teach: bool
    avoid_zh: tuple[str, ...] = ()
    avoid_en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pretest:
    """A question before the teaching; never scored."""

    card: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A question inside the lesson, graded like any review."""

    card: str


@dataclass(frozen=True, slots=True)
class Recap:
    """Retrieval prompts at a resting place."""

    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph: what is said, an analogy, a joke, or the folded why behind."""

    role: Literal["say", "analogy", "joke", "deeper"]
    wording: Wording


@dataclass(frozen=True, slots=True)
class FormulaStep:
    """A formula in one Unicode line and the expression that proves it."""

    show: str
    check: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence of a guided reading and the curve it is about ("" for the whole plot)."""

    curve: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class PlotStep:
    """Curves to look at and how to read them."""

    curves: tuple[str, ...]
    range: tuple[float, float]
    read: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class DeriveLine:
    """One line of a worked derivation with its reason."""

    show: str
    because: Wording | None = None
    check: str = ""


@dataclass(frozen=True, slots=True)
class Derive:
    """A derivation, line by line."""

    lines: tuple[DeriveLine, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Arguments for and against, or strong answers beside weak ones, by `kind`."""

    pros: tuple[Wording, ...]
    cons: tuple[Wording, ...]
    kind: Literal["arguments", "answers"] = "arguments"


@dataclass(frozen=True, slots=True)
class TableStep:
    """Catalogue functions (rows) beside computed properties (columns)."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowStep:
    """A picture by its `tutor show` name."""

    picture: str


Step = Pretest | Ask | Recap | Prose | FormulaStep | PlotStep | Derive | Compare | TableStep | ShowStep


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson file."""

    id: str
    part: int
    title: Text
    file: str
    function: str = ""
    covers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    created: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    cards: tuple[Card, ...] = ()
