"""What is wrong with a file of the learner: a key of a sentence, a line and facts, collected and never raised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something about a file that its owner should know; `key` names a sentence, `line` counts from 1 (0: the file)."""

    key: str
    line: int = 0
    facts: tuple[tuple[str, str], ...] = ()


class TroubledError(Exception):
    """A file cannot be read further: carries the trouble to whoever collects them."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble
