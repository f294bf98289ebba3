"""`tutor doctor`: does everything the tutor remembers hold together?"""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.desk import LIBRARY, open_journal
from tutor.text.words import say


def doctor(
    context: typer.Context,
    rebuild: Annotated[bool, typer.Option("--rebuild", help=told("rebuild"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Compare the card states with the journal, check the file, and mend the caches if asked."""
    raise NotImplementedError
