"""Bad usage in the learner's language: what the command-line library found, said by us.

typer carries its own copy of click since 0.26, so its errors are known by their names.
"""

from __future__ import annotations

from tutor.errors import UsageError

INTERRUPTIONS = frozenset({"Abort"})


def from_click(error: Exception) -> BaseException | None:
    """Return the error to raise for one of click's, None when it is none of them."""
    names = {kind.__name__ for kind in type(error).__mro__}
    if names & INTERRUPTIONS:
        return KeyboardInterrupt()
    if "ClickException" not in names:
        return None
    near = next(iter(getattr(error, "possibilities", None) or []), "")
    if "NoSuchOption" in names:
        return UsageError("cli.no_such_option", name=getattr(error, "option_name", ""), near=near)
    parameter = _parameter(error)
    if "MissingParameter" in names:
        return UsageError("cli.missing", name=parameter)
    message = getattr(error, "message", str(error))
    if "BadParameter" in names and parameter:
        return _bad_value(error, parameter, message)
    if message.startswith("Got unexpected extra argument"):
        return UsageError("cli.extra", words=message.partition(") (" if ")" in message[:40] else "(")[2].rstrip(")"))
    if message.startswith("No such command"):
        return UsageError("cli.no_such_command", name=message.split("'")[1] if "'" in message else "", near=near)
    return UsageError("cli.usage", why=message)


def _bad_value(error: Exception, parameter: str, message: str) -> UsageError:
    """Return the sentence about a value that does not fit: what kind of number is expected, and from where."""
    kind = getattr(getattr(error, "param", None), "type", None)
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    for name, key in (("int", "cli.want_integer"), ("float", "cli.want_number")):
        if str(getattr(kind, "name", "")).startswith(name):
            end = "" if least is None else "_from" if most is None else "_between"
            return UsageError(key + end, name=parameter, least=least, most=most)
    return UsageError("cli.bad_value", name=parameter, why=message)


def _parameter(error: Exception) -> str:
    """Return the option or argument an error is about, as it is written."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    options = [name for name in getattr(parameter, "opts", []) if name.startswith("-")]
    return options[0] if options else str(getattr(parameter, "metavar", None) or getattr(parameter, "name", ""))
