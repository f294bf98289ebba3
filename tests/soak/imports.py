"""Damaged files against every importer: nothing but a sentence may come of them, and nothing may be written."""

from __future__ import annotations

from tests.cli import importing
from tests.exchange.anki import damage as packages
from tests.exchange.importers import IMPORTERS
from tests.exchange.mutate import faults

SLOWER = 10  # times, than an importer by itself: the home is opened twice for each file


def findings(runs: int, seed: int) -> dict[str, list[str]]:
    """Let every importer read `runs` damaged files; return the faults by importer."""
    found = {name: faults(importer.read, importer.files, runs=runs, seed=seed) for name, importer in IMPORTERS.items()}
    return found | packages.findings(runs, seed) | {"the command": importing.findings(runs // SLOWER, seed)}
