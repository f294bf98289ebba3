"""One collection made by the real Anki, for all tests of this folder."""

import pytest

from tests.exchange.anki.asking import ask


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Return a folder with four packages of one collection, and what Anki saw in it."""
    folder = tmp_path_factory.mktemp("anki")
    return folder, ask("make", folder, 0)
