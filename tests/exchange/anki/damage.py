"""Packages and collections to damage, and what a home does with whatever comes out of them."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

from tests.exchange.anki.asking import TODAY, ask, here
from tests.exchange.importers import used
from tests.exchange.mutate import faults
from tutor.exchange.anki import archive
from tutor.exchange.anki.reading import found_in


def package(data, name):
    """Read a package from its bytes and use what is in it."""
    return used(found_in(archive.inside(io.BytesIO(data), name), name, TODAY, here))


def database(data, name):
    """Read the database of a collection and use what is in it."""
    return used(found_in(data, name, TODAY, here))


def samples(folder):
    """Return packages by name and the databases inside them, as the real Anki wrote them."""
    packages = {path.name: path.read_bytes() for path in sorted(folder.glob("*.*pkg"))}
    inside = {name: archive.inside(io.BytesIO(data), name) for name, data in packages.items()}
    return packages, inside


def findings(runs, seed):
    """Let the reader read `runs` damaged packages and as many damaged databases; return the faults."""
    with tempfile.TemporaryDirectory() as folder:
        ask("make", folder, 0)
        packages, inside = samples(Path(folder))
    found = {"anki": faults(package, packages, runs=runs, seed=seed)}
    return found | {"anki databases": faults(database, inside, runs=runs, seed=seed)}


def member(data, name):
    """Return a member of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        return whole.read(name)
