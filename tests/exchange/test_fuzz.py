"""Damaged files: every importer reads them or says in a sentence why not, in time, and writes nothing."""

from __future__ import annotations

import pytest

from tests.exchange.importers import IMPORTERS
from tests.exchange.mutate import faults

RUNS = 300


@pytest.mark.parametrize("name", IMPORTERS)
def test_a_whole_file_is_read(name):
    importer = IMPORTERS[name]
    for file, data in importer.files.items():
        assert importer.read(data, file), file


@pytest.mark.parametrize("name", IMPORTERS)
def test_no_damage_breaks_an_importer(name):
    importer = IMPORTERS[name]
    assert faults(importer.read, importer.files, runs=RUNS) == []
