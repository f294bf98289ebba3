"""The faults that `python -m tests.soak mutants` puts into the code, on code that fits a line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.soak.mutations import mutations


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("a < b", ["a < b → (a <= b)", "a < b → (a >= b)"]),
        ("x = 7", ["7 → (8)", "7 → (6)"]),
        ("a and not b", ["a and not b → (a or not b)", "not b → (b)"]),
        ("min(a, b)", ["min(a, b) → (max(a, b))"]),
        ("def f(): return a", ["return a → return None"]),
        ("def f():\n    '''Say 1.'''\n    g()", ["g() → pass"]),
        ("from a import b\nx: Literal['y'] = b", []),
    ],
)
def test_faults(source, changes):
    """A statement of its own is also dropped; docstrings, imports and types are left alone."""
    found = [mutation.change for mutation in mutations(source)]
    assert set(changes) <= set(found)
    assert bool(found) is bool(changes)


def test_every_fault_can_be_compiled_and_differs():
    source = Path(mutations.__code__.co_filename).read_text(encoding="utf-8")
    found = mutations(source)
    assert len(found) > 100
    for mutation in found:
        assert ast.dump(ast.parse(mutation.source)) != ast.dump(ast.parse(source))
