"""What a card is, before anything is drawn: texts with holes, options as mistakes, one kind each.

A card comes from the library as it was authored; `draw` turns it into one showing. This module
knows no file format, no schedule and no screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tutor.text import Text

KindName = Literal["flash", "choice", "multi", "numeric", "formula", "cloze", "myth"]
KINDS: tuple[KindName, ...] = ("flash", "choice", "multi", "numeric", "formula", "cloze", "myth")


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a text for a number: a drawn value as written (`digits` None) or a computed one."""

    expression: str
    digits: int | None = None


Piece = str | Hole


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in both languages whose numbers are not filled in yet."""

    zh: tuple[Piece, ...]
    en: tuple[Piece, ...]

    @property
    def holes(self) -> tuple[Hole, ...]:
        """Return every hole of both languages."""
        return tuple(piece for piece in (*self.zh, *self.en) if isinstance(piece, Hole))


@dataclass(frozen=True, slots=True)
class Draw:
    """A value drawn afresh at every showing: its name and the candidates as they are written."""

    name: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer: a wording, or an expression shown to `digits`; wrong ones say why.

    With a `curve`, an expression in x, that curve is the option, and the wording what it is called once answered.
    """

    right: bool
    wording: Wording | None = None
    expression: str = ""
    digits: int = 3
    mistake: str = ""
    because: Wording | None = None
    curve: str = ""


@dataclass(frozen=True, slots=True)
class Flash:
    """Recall freely, then grade yourself; key points may be ticked first."""

    answer: Wording
    points: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Exactly one option is right."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Multi:
    """One or more options are right; all of them and no other must be chosen."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Numeric:
    """A number is typed; `digits` significant digits are asked for. `slips` are wrong numbers with a known cause."""

    expression: str
    digits: int = 3
    unit: Wording | None = None
    slips: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression in x is typed; it is right when it means the same on `domain` (x from, to).

    `slips` are wrong formulas with a known cause.
    """

    expression: str
    domain: tuple[float, float] | None = None
    slips: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Cloze:
    """A gap is filled by typing; `accept` lists further forms per language, `slips` wrong words with a known cause."""

    gap: Text
    accept_zh: tuple[str, ...] = ()
    accept_en: tuple[str, ...] = ()
    slips: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Myth:
    """One of two wordings is shown; the learner says myth or fact. To believe the false one may have a name."""

    true: Wording
    false: Wording
    mistake: str = ""


Body = Flash | Choice | Multi | Numeric | Formula | Cloze | Myth
KIND_OF: dict[type, KindName] = {
    Flash: "flash",
    Choice: "choice",
    Multi: "multi",
    Numeric: "numeric",
    Formula: "formula",
    Cloze: "cloze",
    Myth: "myth",
}


@dataclass(frozen=True, slots=True)
class Curves:
    """A plot that belongs to a question: curves by expression, without labels when to be recognised.

    Where options are curves, its curves stand in a panel of their own beside them; none need be there.
    """

    curves: tuple[str, ...]
    range: tuple[float, float] = (-6.0, 6.0)
    labels: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """One question of the course as authored.

    `fact` names what it asks about (siblings share it; its own id when the author named none),
    `formula` is the line of the lesson's function shown after a wrong answer, "" when there is none;
    `function` is that function's name, when it can be drawn.
    `ladder` is the interview ladder this card is a rung of, `quick` and `full` its model answers.
    """

    id: str
    lesson: str
    part: int
    fact: str
    body: Body
    ask: Wording | None = None
    why: Wording | None = None
    hint: Wording | None = None
    draws: tuple[Draw, ...] = ()
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    created: str = ""
    formula: str = ""
    function: str = ""
    source: str = ""
    plot: Curves | None = None
    ladder: tuple[str, int] | None = None
    quick: Wording | None = None
    full: Wording | None = None

    @property
    def is_own(self) -> bool:
        """Say whether the card is the learner's own, not of the course: those stand in part 0."""
        return self.part == 0

    @property
    def curves(self) -> Curves | None:
        """Return what can be looked at after the answer: the card's own plot, or its function with the slope."""
        if self.plot is not None or not self.function:
            return self.plot
        return Curves((self.function, f"{self.function}′"))

    @property
    def kind(self) -> KindName:
        """Return the name of the kind, as written in content files."""
        return KIND_OF[type(self.body)]
