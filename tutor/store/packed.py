"""Values packed into a column as JSON text."""

from __future__ import annotations

from typing import Any


def pack(value: Any) -> str:
    """Return plain values as compact JSON."""
    from json import dumps

    return dumps(value, ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Any:
    """Return what `pack` packed."""
    from json import loads

    return loads(text)
