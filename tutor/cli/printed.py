"""What is printed for people: lines of a screen, in colour on a terminal only."""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from tutor.cli.screen import look_of
from tutor.text.width import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.cli.environment import Environment
    from tutor.ui.lines import Line

INDENT = "  "
LEAST = 20  # columns of a sentence


def emit(lines: Iterable[Line], environment: Environment) -> None:
    """Print lines: painted on a terminal, as bare text anywhere else."""
    look = look_of(environment)
    if sys.stdout.isatty():
        from tutor.ui.paint import painted

        shown = [painted(spans, look) for spans in lines]
    else:
        shown = ["".join(span.text for span in spans).rstrip() for spans in lines]
    print("\n".join(shown))


def tell(sentences: Iterable[str]) -> None:
    """Print sentences; on a terminal they are broken between words, further lines below the first."""
    for sentence in sentences:
        if not sys.stdout.isatty():
            print(sentence)
            continue
        lead = sentence[: len(sentence) - len(sentence.lstrip())]
        first, *rest = wrap(sentence.strip(), max(LEAST, columns() - len(lead) - len(INDENT)))
        print("\n".join([lead + first, *(lead + INDENT + more for more in rest)]))


def columns() -> int:
    """Return the width to print for: the terminal's, COLUMNS, or 80."""
    return get_terminal_size().columns
