"""Mutations that change nothing that can be observed, each looked at: (module, change)."""

from __future__ import annotations

EQUIVALENT: frozenset[tuple[str, str]] = frozenset()
