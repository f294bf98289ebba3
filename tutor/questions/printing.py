"""An expression of the course as people write it: sigmoid(x)*(1-sigmoid(x)) is σ(x)·(1 − σ(x))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.activations.catalogue import get
from tutor.activations.expression.tokens import Kind, Token, tokenize
from tutor.activations.expression.vocabulary import is_catalogue, meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SIGNS = {"*": "·", "-": "−", "<=": "≤", ">=": "≥"}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
OWN = {"log": "ln", "sqrt": "√", "Phi": "Φ", "phi": "φ", "pi": "π"}


def printed(expression: str, values: Mapping[str, str] | None = None) -> str:
    """Return an expression in print, drawn `values` filled in; as it stands when it cannot be read."""
    from tutor.errors import TutorError

    try:
        tokens = tokenize(expression)[:-1]
    except TutorError:
        return expression
    told, place = "", 0
    while place < len(tokens):
        token, after = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
        if token.text == "^" and after is not None and after.text.isdigit():
            told += after.text.translate(RAISED)
            place += 2
            continue
        told += _shown(token, tokens[:place], values or {})
        place += 1
    return told


def _shown(token: Token, before: Sequence[Token], values: Mapping[str, str]) -> str:
    """Return one token; a sign between two terms has room on both sides."""
    if token.kind is Kind.NAME:
        return _named(token.text, values)
    if token.kind is Kind.PRIME:
        return "′" * int(token.value)
    shown = SIGNS.get(token.text, token.text)
    if token.text == ",":
        return ", "
    binary = bool(before) and (before[-1].kind is not Kind.SIGN or before[-1].text in (")", "]"))
    return f" {shown} " if binary and token.text in ("+", "-") else shown


def _named(name: str, values: Mapping[str, str]) -> str:
    if name in values:
        return values[name] if values[name].replace(".", "").isdigit() else f"({values[name]})"
    known = meaning(name) or ""
    return get(known).symbol if is_catalogue(known) else OWN.get(known, name)
