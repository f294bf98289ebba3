"""Golden screens: `golden(name, lines)` compares with a file; `--update-golden` writes it anew, to be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FOLDER = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden screens anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Sequence[str]], None]:
    """Compare lines with `golden/<name>.txt`; spaces at the end of a line do not count."""
    update = request.config.getoption("--update-golden", default=False)

    def compare(name: str, lines: Sequence[str]) -> None:
        path = FOLDER / f"{name}.txt"
        text = "\n".join(line.rstrip() for line in lines) + "\n"
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no golden screen {path.name}: run with --update-golden and read it"
        assert text == path.read_text(encoding="utf-8")

    return compare
