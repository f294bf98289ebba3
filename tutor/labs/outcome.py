"""What a run came to, for whoever shows it: the lab, its settings, what was predicted, what was found and how far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.text import Text

if TYPE_CHECKING:
    from tutor.labs.model import Lab, Result
    from tutor.labs.settings import Settings

SEED = "1"  # of a run that names none: everybody sees the same numbers first


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a run, `done` the share that was run (1: all of it); `predicted` is "" where nothing was."""

    lab: Lab
    settings: Settings
    result: Result
    done: float = 1.0
    predicted: str = ""

    @property
    def complete(self) -> bool:
        """Say whether the run came to its end."""
        return self.done >= 1

    @property
    def expected(self) -> Text | None:
        """Return the answer that was predicted."""
        return self.lab.text(f"answer_{self.predicted}") if self.predicted else None

    @property
    def found(self) -> Text | None:
        """Return the answer that came true, None where it cannot be told.

        A prediction may give its reason behind a colon; a reason was not measured and is left out.
        """
        if not self.result.answer:
            return None
        answer = self.lab.text(f"answer_{self.result.answer}")
        return Text(answer.zh.partition("：")[0], answer.en.partition(": ")[0])


def command(lab: Lab, settings: Settings) -> str:
    """Return what to type for the same run again: every option that is not as it was, and the seed."""
    return " ".join(["tutor lab", lab.name, *changed(lab, settings), f"--seed {_quoted(settings.seed)}"])


def changed(lab: Lab, settings: Settings) -> tuple[str, ...]:
    """Return every option that is not as it was, as typed: what the question then is about."""
    usual = {option.name: option.default for option in lab.options}
    return tuple(f"--{name} {_quoted(value)}" for name, value in settings.typed if not _same(value, usual[name]))


def _same(value: str, usual: str) -> bool:
    """Say whether two values mean the same: 2.0 is 2."""
    return value == usual or [_number(part) for part in value.split(",")] == [
        _number(part.strip()) for part in usual.split(",")
    ]


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _quoted(text: str) -> str:
    """Return a word as a shell reads it."""
    from shlex import quote

    short = text.removesuffix(".0") if text.replace(".", "").isdigit() else text
    return quote(short)
