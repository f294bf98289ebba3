"""The names an expression may use without being given a value: constants, functions, questions.

Knows the catalogue's names, not its numbers: reading an expression never loads numpy.
"""

from __future__ import annotations

from functools import cache

from tutor.activations.catalogue import by_name, folded

CONSTANTS = {"pi": "pi", "π": "pi", "e": "e", "inf": "inf"}
VARIABLE = "x"
GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "θ": "theta", "λ": "lambda",
         "μ": "mu", "ρ": "rho", "σ": "sigma", "τ": "tau", "χ": "chi", "ω": "omega"}  # fmt: skip
ELEMENTARY = {name: name for name in ("sqrt", "exp", "log", "abs", "Phi", "phi")} | {
    "Φ": "Phi",
    "φ": "phi",
    "ln": "log",
    "√": "sqrt",
}
QUESTIONS = {name: name for name in ("max", "min")}


def ascii_name(name: str) -> str:
    """Return a name with Greek letters spelled out: `β` and `beta`, `χ1` and `chi1` are one name."""
    return "".join(GREEK.get(char, char) for char in name)


@cache
def meaning(name: str) -> str | None:
    """Return the canonical spelling of a name of this language, None for any other name.

    A name of the catalogue may be written in any case (`ReLU`, `GELU`), the others only as they are:
    `Phi` is not `phi`, `E` is not `e`.
    """
    for table in (CONSTANTS, ELEMENTARY, QUESTIONS):
        if name in table:
            return table[name]
    record = by_name().get(folded(name))
    return record.name if record else None


def is_function(name: str) -> bool:
    """Say whether the canonical `name` can be called."""
    return name in ELEMENTARY or name in QUESTIONS or folded(name) in by_name()


def binds_variable(name: str, arguments: int) -> bool:
    """Say whether calling the canonical `name` with so many arguments asks about a function of x.

    `max(f)` is a question, `max(a, b)` is not.
    """
    return name in QUESTIONS and (name not in ("max", "min") or arguments == 1)


def known_names() -> list[str]:
    """Return every name of this language, for offering a near one."""
    return [*CONSTANTS, VARIABLE, *ELEMENTARY, *QUESTIONS, *(record.name for record in by_name().values())]
