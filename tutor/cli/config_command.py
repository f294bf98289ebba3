"""`tutor config`: the settings listed, one of them explained, changed, or put back to its default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.config import CHOICES, NAMES, RANGES, Config, read
from tutor.errors import NotFoundError, UsageError, near
from tutor.reports.settings import Setting
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.cli.environment import Environment

FILE = "config.toml"


def config(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="[NAME]", help=told("config_name"))] = "",
    value: Annotated[str, typer.Argument(metavar="[VALUE]", help=told("config_value"))] = "",
    reset: Annotated[bool, typer.Option("--reset", help=told("config_reset"))] = False,
    reschedule: Annotated[bool, typer.Option("--reschedule", help=told("config_reschedule"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """List the settings, explain one, set it, or reset it."""
    environment = environment_of(context)
    if name and name not in NAMES:
        close = near(name.casefold().replace("-", "_"), list(NAMES))
        raise NotFoundError("config.no_setting", name=name, names=", ".join(NAMES), near=close)
    if value and reset:
        raise UsageError("config.value_and_reset")
    if reset and not name:
        raise UsageError("config.needs_name")
    if value or reset:
        _change(environment, name, value, quiet=json)
        environment = _again(environment)
    if reschedule:
        _reschedule(environment, quiet=json)
    if json or not (value or reset or reschedule):
        _show(environment, (name,) if name else NAMES, one=bool(name), as_json=json)


def _again(environment: Environment) -> Environment:
    """Return the environment with the settings as they are now."""
    from dataclasses import replace

    return replace(environment, config=read(environment.home / FILE))


def _change(environment: Environment, name: str, value: str, *, quiet: bool) -> None:
    """Write a setting, or take it out of the file, and say what changed."""
    from tutor.cli.config_file import keep
    from tutor.cli.config_value import understood
    from tutor.ui.screens.settings import shown

    environment.must_be_writable()
    wanted = understood(name, value) if value else None
    keep(environment.home / FILE, name, wanted)
    if quiet:
        return
    after = _again(environment)
    before_it, now = setting(environment.config, name), setting(after.config, name)
    language = now.value if name == "language" and now.value in ("zh", "en", "both") else environment.language
    told_before, told_now = (shown(one, one.value, language) for one in (before_it, now))
    key = "config.same" if before_it.value == now.value else "config.set"
    print(say(key, language, name=name, before=told_before, after=told_now))
    print(say(f"config.more_{name}", language))


def _reschedule(environment: Environment, *, quiet: bool) -> None:
    """Move every due day to where the present settings would have put it."""
    from tutor.cli.desk import open_desk
    from tutor.cli.rescheduling import reschedule

    with open_desk(environment, write=True) as desk:
        moved = reschedule(desk)
    if not quiet:
        print(say("config.moved", environment.language, n=moved))


def setting(config: Config, name: str) -> Setting:
    """Return one setting as it is."""
    value, default = getattr(config, name), getattr(Config(), name)
    low, high = RANGES.get(name, (None, None))
    choices = tuple(choice or "auto" for choice in CHOICES.get(name, ()))
    return Setting(name, value, default, low, high, choices)


def _show(environment: Environment, names: Sequence[str], *, one: bool, as_json: bool) -> None:
    from tutor.ui.screens import settings as screen

    found = [setting(environment.config, name) for name in names]
    language, file = environment.language, str(environment.home / FILE)
    if as_json:
        from json import dumps

        print(dumps({"settings": [_values(each) for each in found], "file": file}, ensure_ascii=False, indent=2))
    elif environment.plain:
        print("\n".join(screen.told(found, language)))
    else:
        from tutor.cli.printed import columns, emit

        wide = columns()
        emit(screen.page(found[0], language, wide) if one else screen.lines(found, file, language, wide), environment)


def _values(each: Setting) -> dict[str, Any]:
    """Return a setting as `--json` prints it."""
    from tutor.text import Text

    about = Text(say(f"config.about_{each.name}", "zh"), say(f"config.about_{each.name}", "en"))
    more = {"zh": say(f"config.more_{each.name}", "zh"), "en": say(f"config.more_{each.name}", "en")}
    allowed: dict[str, Any] = {"choices": list(each.choices) or ["true", "false"]}
    if each.low is not None:
        allowed = {"low": each.low, "high": each.high}
    elif isinstance(each.default, tuple):
        allowed = {"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "low": 0, "high": 1}
    return {
        "name": each.name,
        "value": _plain(each.value),
        "default": _plain(each.default),
        "changed": each.changed,
        "allowed": allowed,
        "about": {"zh": about.zh, "en": about.en},
        "more": more,
    }


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, tuple) else value
