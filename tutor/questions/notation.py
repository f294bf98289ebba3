"""How people write a formula in x, turned into the little language: 2x(1−x), |x|, e⁻ˣ, tanh^2(x), σ(1) and y = ….

It never guesses: where a product that was not written could be read in two ways (1/2x, e^2x), the
answer is a hint. It knows names and brackets, no values.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.activations.expression.tokens import Kind, Token, tokenize
from tutor.activations.expression.vocabulary import CONSTANTS, VARIABLE, is_function, meaning
from tutor.questions.answers import Unreadable, hinted
from tutor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Collection

DEFINED = re.compile(r"\s*(?:d/dx\s*)?[^\W\d]\w*(?:/dx)?['\"″‴]*\s*(?:\(\s*[xX]\s*\))?['\"″‴]*\s*[=≈](?!=)")
PIECES = re.compile(r"[;?]|[<>≤≥]|\b(?:if|else|when|for|otherwise|where)\b|[当若则时否]", re.IGNORECASE)
RAISED = re.compile(r"[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾·]*ˣ[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ˣ]*")
LOWERED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ˣ", "+-0123456789()x")
POWERED = re.compile(r"([^\W\d]\w*)\s*(?:\^|\*\*)\s*([2-9])\s*(?=\()")
SUPERSCRIPTS = str.maketrans("23456789", "²³⁴⁵⁶⁷⁸⁹")
GROUPED = str.maketrans("{}[]", "()()")
MACROS = {
    "cosh": "((exp({0})+exp(-({0})))/2)",
    "sinh": "((exp({0})-exp(-({0})))/2)",
    "sech": "(2/(exp({0})+exp(-({0}))))",
    "coth": "(1/tanh({0}))",
    "sign": "(2*step({0})-1)",
    "sgn": "(2*step({0})-1)",
    "log1p": "log(1+({0}))",
    "expm1": "(exp({0})-1)",
    "cos": "sine(({0})+pi/2)",
}
MACRO = re.compile(rf"(?<![^\W\d])({'|'.join(MACROS)})\s*([²³]?)\s*\(", re.IGNORECASE)
MOST_MACROS = 12
LOWER = ("exp", "log", "ln", "abs", "max", "min", "sqrt")


class UnclearError(Exception):
    """A formula that can be read in two ways; the key of the hint and its facts."""

    def __init__(self, key: str, **facts: str) -> None:
        super().__init__(key)
        self.hint = hinted(key, **facts)


def usual(text: str, given: Collection[str] = ()) -> str | Unreadable:
    """Return a typed formula in the little language; `given` are names that have a value.

    What is in two pieces or can be read in two ways is a hint. Raises `ExpressionError` for a character
    that belongs to no formula.
    """
    source = DEFINED.sub("", fold(text), count=1) if _defines(text) else fold(text)
    source = RAISED.sub(lambda found: f"^({found[0].translate(LOWERED)})", source.strip().rstrip(" .;,"))
    if PIECES.search(source):
        return hinted("question.piecewise")
    source = POWERED.sub(_power, source.translate(GROUPED))
    try:
        return _multiplied(_expanded(_without_bars(source)), given)
    except UnclearError as unclear:
        return unclear.hint


def _defines(text: str) -> bool:
    """Say whether the text begins with what it defines: `y = …`, `σ′(x) = …`, `dy/dx = …`."""
    return bool(DEFINED.match(fold(text)))


def _power(found: re.Match[str]) -> str:
    """Return tanh^2(…) as tanh²(…); x^2(…) is left as it is."""
    called = is_function(_meant(found[1]) or "") or found[1].lower() in MACROS
    return f"{found[1]}{found[2].translate(SUPERSCRIPTS)}" if called else found[0]


def _meant(name: str) -> str | None:
    return meaning(name) or (meaning(name.lower()) if name.lower() in LOWER else None)


def _without_bars(source: str) -> str:
    """Return the source with |…| as abs(…): a bar opens where a value may begin and closes where one has ended."""
    result, open_bars, before = "", [0], ""
    for char in source:
        shown = char
        if char == "|":
            opens = before in {"", "("} or before in "+-*/^·×,=√" or not open_bars[-1]
            open_bars[-1] += 1 if opens else -1
            shown = "(abs(" if opens else "))"
        elif char == "(":
            open_bars.append(0)
        elif char == ")" and len(open_bars) > 1:
            open_bars.pop()
        result += shown
        before = shown[-1] if shown.strip() else before
    return result


def _expanded(source: str) -> str:
    """Return the source with functions that the language lacks written out: sech²(x), sinh(2x), sign(x)."""
    for _ in range(MOST_MACROS):
        found = list(MACRO.finditer(source))
        if not found:
            break
        last = found[-1]  # what stands in its brackets holds no other one
        end = _closing(source, last.end() - 1)
        if end < 0:
            break
        inside = source[last.end() : end]
        written = MACROS[last[1].lower()].format(inside)
        source = f"{source[: last.start()]}({written}){last[2]}{source[end + 1 :]}"
    return source


def _closing(source: str, opened: int) -> int:
    """Return where the bracket at `opened` closes, −1 when it does not."""
    depth = 0
    for place in range(opened, len(source)):
        depth += {"(": 1, ")": -1}.get(source[place], 0)
        if depth == 0:
            return place
    return -1


def _multiplied(source: str, given: Collection[str]) -> str:
    """Return the source with every product written, and brackets around the argument of `ln x`."""
    tokens = [part for token in tokenize(source)[:-1] for part in _parts(token, given)]
    told: list[Token] = []
    for place, token in enumerate(tokens):
        if told and _is_product(told, token, given):
            if _is_function(told[-1], given) or _after_function(told, given):
                _check_argument(tokens, place)
                told += [_sign("("), token, _sign(")")]
                continue
            if _unclear(told):
                raise UnclearError("question.brackets_wanted", text=source[:40])
            told.append(_sign("*"))
        told.append(token)
    return " ".join(token.text for token in told)


def _sign(text: str) -> Token:
    return Token(Kind.SIGN, text, 0, len(text))


def _parts(token: Token, given: Collection[str]) -> list[Token]:
    """Return a token, or the parts of a name that was run together: `xσ` is x·σ, `lnx` is ln x."""
    if token.kind is not Kind.NAME:
        return [token]
    name = token.text
    if name in given or meaning(name) or name == VARIABLE:
        return [token]
    if name == "X" or name.lower() in LOWER:
        return [_named(token, name.lower())]
    rest = name[1:]
    if name[0] in {"x", "X"} and (meaning(rest) or rest == VARIABLE):
        return [_named(token, VARIABLE), _named(token, rest)]
    if name[-1] == VARIABLE and is_function(_meant(name[:-1]) or ""):
        return [_named(token, _meant(name[:-1]) or ""), _named(token, VARIABLE)]
    return [token]


def _named(token: Token, name: str) -> Token:
    return Token(Kind.NAME, name, token.position, token.length)


def _is_function(token: Token, given: Collection[str]) -> bool:
    return token.kind is Kind.NAME and token.text not in given and is_function(meaning(token.text) or "")


def _after_function(told: list[Token], given: Collection[str]) -> bool:
    """Say whether the last tokens are a function with primes or a power: σ′, tanh²."""
    place = len(told) - 1
    while place > 0 and told[place].kind in (Kind.PRIME, Kind.POWER):
        place -= 1
    return place < len(told) - 1 and _is_function(told[place], given)


def _is_product(told: list[Token], token: Token, given: Collection[str]) -> bool:
    """Say whether nothing stands between two things that could be multiplied, or a function and its argument."""
    before = told[-1]
    ends = before.kind in (Kind.NUMBER, Kind.NAME, Kind.PRIME, Kind.POWER) or before.text == ")"
    begins = token.kind in (Kind.NAME, Kind.NUMBER) or token.text in ("(", "√")
    if not (ends and begins) or (before.kind is Kind.NUMBER and token.kind is Kind.NUMBER):
        return False
    called = _is_function(before, given) or _after_function(told, given) or before.kind is Kind.PRIME
    return not (called and token.text == "(")


def _check_argument(tokens: list[Token], place: int) -> None:
    """Refuse `ln 2x` and `tanh x²`: what belongs to the argument is not clear."""
    token = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    single = token.kind is Kind.NUMBER or token.text == VARIABLE or token.text in CONSTANTS
    goes_on = following is not None and (
        following.kind in (Kind.NAME, Kind.NUMBER, Kind.POWER) or following.text in ("(", "^", "√")
    )
    if not single or goes_on:
        raise UnclearError("question.brackets_wanted", text=token.text)


def _unclear(told: list[Token]) -> bool:
    """Say whether the last factor stands behind /, ^ or √, where another factor could belong to either."""
    place = _first(told)
    bracketed = told[place].text == "("
    while place > 1 and told[place - 1].text in ("-", "+") and told[place - 2].text in ("^", "/"):
        place -= 1
    before = told[place - 1].text if place else ""
    if before in ("^", "√") and bracketed:  # √(2/π)(…) and e^(2x)(…) are clear
        rest = told[: place - 1]
        return bool(rest) and (_unclear(rest) if before == "^" else rest[-1].text in ("/", "^", "√"))
    return before in ("/", "^", "√")


def _first(told: list[Token]) -> int:
    """Return where the last factor begins."""
    place = len(told) - 1
    while place > 0 and told[place].kind in (Kind.PRIME, Kind.POWER):
        place -= 1
    if told[place].text == ")":
        depth = 0
        while place >= 0:
            depth += {")": 1, "(": -1}.get(told[place].text, 0)
            if depth == 0:
                break
            place -= 1
        while place > 0 and told[place - 1].kind in (Kind.NAME, Kind.PRIME, Kind.POWER):
            place -= 1
    return max(0, place)
