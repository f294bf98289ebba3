"""The names an expression may use without being given a value: constants, functions, questions.

Knows the catalogue's names, not its numbers: reading an expression never loads numpy.
"""

from __future__ import annotations

from functools import cache

from tutor.activations.catalogue import by_name, folded, vectors_by_name

CONSTANTS = {"pi": "pi", "π": "pi", "e": "e", "inf": "inf"}
VARIABLE = "x"
GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "θ": "theta", "λ": "lambda",
         "μ": "mu", "ρ": "rho", "σ": "sigma", "τ": "tau", "χ": "chi", "ω": "omega"}  # fmt: skip
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
ELEMENTARY = {name: name for name in ("sqrt", "exp", "log", "abs", "Phi", "phi", "floor", "ceil")} | {
    "Φ": "Phi",
    "φ": "phi",
    "ln": "log",
    "√": "sqrt",
}
FOLDS = {name: name for name in ("max", "min", "sum", "prod", "logsumexp")}
QUESTIONS = {name: name for name in ("argmax", "argmin", "range", "limit", "root", "E", "Var", "gain", "chi1")} | {
    "χ1": "chi1"
}
MATRICES = {"jacobian": "jacobian"}
TABLES = (CONSTANTS, ELEMENTARY, FOLDS, QUESTIONS, MATRICES)


def ascii_name(name: str) -> str:
    """Return a name with Greek letters spelled out and plain digits: `β` and `beta`, `p₁` and `p1` are one name."""
    return "".join(GREEK.get(char, char) for char in name.translate(SUBSCRIPTS))


@cache
def meaning(name: str) -> str | None:
    """Return the canonical spelling of a name of this language, None for any other name.

    A name of the catalogue may be written in any case (`ReLU`, `GELU`), the others only as they are:
    `Phi` is not `phi`, `E` is not `e`.
    """
    for table in TABLES:
        if name in table:
            return table[name]
    record = by_name().get(folded(name)) or vectors_by_name().get(folded(name))
    return record.name if record else None


def is_catalogue(name: str) -> bool:
    """Say whether the canonical `name` is an elementwise function of the catalogue."""
    return not any(name in table for table in TABLES) and folded(name) in by_name()


def is_vector_function(name: str) -> bool:
    """Say whether the canonical `name` is a function of a vector."""
    return not any(name in table for table in TABLES) and folded(name) in vectors_by_name()


def is_function(name: str) -> bool:
    """Say whether the canonical `name` can be called."""
    return bool(name) and name not in CONSTANTS and meaning(name) is not None


def binds_variable(name: str, arguments: int) -> bool:
    """Say whether calling the canonical `name` with so many arguments asks about a function of x.

    `max(f)` is a question, `max(a, b)` is not.
    """
    return name in QUESTIONS or (name in ("max", "min") and arguments == 1)


def known_names() -> list[str]:
    """Return every name of this language, for offering a near one."""
    records = [*by_name().values(), *vectors_by_name().values()]
    return [VARIABLE, *(name for table in TABLES for name in table), *(record.name for record in records)]
