"""Undo and redo, the same in every session: what is asked of the journal, and what is said when nothing is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.sessions.inputs import NothingLeft, Redo, RedoLast, Undo, UndoLast
from tutor.sessions.model import Notice

if TYPE_CHECKING:
    from tutor.sessions.inputs import Effect


def asked_back(given: object) -> tuple[Notice | None, tuple[Effect, ...]] | None:
    """Return the notice and the effects of an input about undo or redo, None for any other."""
    match given:
        case NothingLeft(redo):
            return Notice("review.nothing_to_redo" if redo else "review.nothing_to_undo"), ()
        case Undo():
            return None, (UndoLast(),)
        case Redo():
            return None, (RedoLast(),)
        case _:
            return None
