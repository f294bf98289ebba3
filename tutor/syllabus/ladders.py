"""Interview ladders: whether their rungs follow each other and the headline has its two spoken answers.

Rung 1 is the headline itself, answered aloud: in half a minute (`quick`) and in two (`full`); the others
are what an interviewer asks next. Speaking takes about 4 Chinese characters or 2.5 English words a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.model import Hole
from tutor.syllabus.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from tutor.questions.model import Card, Piece, Wording
    from tutor.syllabus.source import CardSource, LessonFile

FEWEST, MOST = 4, 6
LONGEST = {"quick": (170, 90), "full": (580, 330)}  # characters of zh, words of en
Placed = tuple[str, "CardSource"]


def ladder_problems(files: Iterable[LessonFile]) -> Iterator[Problem]:
    """Yield what is wrong with the ladders of a whole course, at the card that shows it."""
    ladders: dict[str, list[Placed]] = {}
    for file in files:
        for source in file.cards:
            if source.card.ladder is not None:
                ladders.setdefault(source.card.ladder[0], []).append((file.file, source))
    for name, rungs in ladders.items():
        for (path, source), rule, facts in _wrong(rungs):
            texts = tuple((key, str(value)) for key, value in {"ladder": name, **facts}.items())
            yield Problem(path, source.line, source.column, rule, texts)


def _wrong(rungs: list[Placed]) -> Iterator[tuple[Placed, str, dict[str, Any]]]:
    """Yield the faults of one ladder."""
    seen: dict[int, Placed] = {}
    for placed in rungs:
        rung = _rung(placed)
        if rung in seen:
            yield placed, "ladder-rung-twice", {"rung": rung}
        seen.setdefault(rung, placed)
        for rule, facts in _answers(placed[1].card, rung):
            yield placed, rule, facts
    first = seen[min(seen)]
    for missing in set(range(1, max(seen) + 1)) - set(seen):
        yield first, "ladder-rung-missing", {"rung": missing}
    if not FEWEST <= len(seen) <= MOST:
        yield first, "ladder-length", {"n": len(seen), "least": FEWEST, "most": MOST}


def _rung(placed: Placed) -> int:
    assert placed[1].card.ladder is not None
    return placed[1].card.ladder[1]


def _answers(card: Card, rung: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is wrong with the spoken answers of a rung: the first has both, the others none."""
    if rung == 1 and card.kind != "flash":
        yield "ladder-headline", {"kind": card.kind}
    for name, wording in (("quick", card.quick), ("full", card.full)):
        if (wording is None) == (rung == 1):
            yield "ladder-answer" if rung == 1 else "ladder-answer-elsewhere", {"name": name}
        elif wording is not None:
            for language, length, most in _lengths(name, wording):
                if length > most:
                    yield "ladder-answer-long", {"name": name, "language": language, "n": length, "most": most}


def _lengths(name: str, wording: Wording) -> Iterator[tuple[str, int, int]]:
    zh, en = LONGEST[name]
    yield "zh", len(_plain(wording.zh).replace(" ", "").replace("\n", "")), zh
    yield "en", len(_plain(wording.en).split()), en


def _plain(pieces: tuple[Piece, ...]) -> str:
    """Return a text with a short number in place of each computed one."""
    return "".join("1.23" if isinstance(piece, Hole) else piece for piece in pieces)
