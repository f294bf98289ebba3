"""The everyday calls, understood without typer: it costs more than the whole review that follows.

Only words that fit exactly are taken; anything else (help, a typo, a wrong value) is left to typer,
which explains it. A test compares these tables with the commands' own options.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Options = dict[str, "str | int | float | bool"]

GLOBAL_VALUES = {"--home": "home", "--content": "content", "--lang": "lang"}
GLOBAL_FLAGS = {"--plain": "plain", "--no-color": "no_color"}
# command: (options with a value: what reads it and the least it may be, flags, number of arguments)
COMMANDS: dict[str, tuple[dict[str, tuple[Callable[[str], str | int | float], float]], frozenset[str], int]] = {
    "due": ({}, frozenset({"--json"}), 0),
    "card": ({}, frozenset({"--json", "--related"}), 1),
    "why": ({}, frozenset({"--json"}), 1),
    "review": (
        {
            "--limit": (int, 1),
            "--new": (int, 0),
            "--minutes": (float, 0.1),
            "--part": (int, 0),
            "--lesson": (str, 0),
            "--tag": (str, 0),
        },
        frozenset({"--cram"}),
        0,
    ),
}


def understood(words: Sequence[str]) -> tuple[str, Options, list[str]] | None:
    """Return the command, its options by name and its arguments; None when typer must look."""
    found: Options = {}
    plain: list[str] = []
    given: list[tuple[str, str | None]] = []
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if name in GLOBAL_VALUES:
            found[GLOBAL_VALUES[name]] = value if equals else next(rest, "")
        elif word in GLOBAL_FLAGS:
            found[GLOBAL_FLAGS[word]] = True
        elif plain and plain[0] in COMMANDS and name in COMMANDS[plain[0]][0]:
            given.append((name, value if equals else next(rest, None)))
        elif word.startswith("-"):
            given.append((word, None))
        else:
            plain.append(word)
    if not plain or plain[0] not in COMMANDS or len(plain) - 1 != COMMANDS[plain[0]][2]:
        return None
    own = _own(plain[0], given)
    return None if own is None else (plain[0], found | own, plain[1:])


def _own(command: str, given: list[tuple[str, str | None]]) -> Options | None:
    """Return the command's own options, None when one does not fit."""
    values, flags, _ = COMMANDS[command]
    found: Options = {}
    for name, text in given:
        if text is None:
            if name not in flags:
                return None
            found[name.lstrip("-")] = True
            continue
        read, least = values[name]
        try:
            value = read(text)
        except ValueError:
            return None
        if not isinstance(value, str) and not value >= least:
            return None
        found[name.lstrip("-")] = value
    return found


def run(words: Sequence[str]) -> int | None:
    """Run an everyday call and return its exit code; None when typer must look."""
    call = understood(words)
    if call is None:
        from tutor.cli import quick_expressions

        return 0 if quick_expressions.run(words) else None
    command, options, arguments = call
    if command == "due":
        from tutor.cli.due import quick

        return quick(options)
    from tutor.cli import environment

    here = environment.make(
        home=_text(options.get("home")),
        content=_text(options.get("content")),
        lang=_text(options.get("lang")),
        plain="plain" in options,
        no_color="no_color" in options,
    )
    if command == "card":
        from tutor.cli.card import show

        show(here, arguments[0], as_json="json" in options, with_related="related" in options)
        return 0
    if command == "why":
        from tutor.cli.why import show as show_why

        show_why(here, arguments[0], as_json="json" in options)
        return 0
    from tutor.cli.review import from_options

    from_options(here, options)
    return 0


def _text(value: object) -> str | None:
    return None if value is None else str(value)
