"""The settings in a list, or one of them explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, beside, cut, indent, line, measure, pad, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.reports.settings import Setting
    from tutor.text import Language
    from tutor.ui.theme import Role

MARGIN = 2
WIDEST = 84
NAMES = 17  # cells of the column of names
VALUES = 6  # cells of the column of values
STACKED = 56  # cells below which what a setting may be stands on a line of its own


def lines(settings: Sequence[Setting], file: str, language: Language, columns: int) -> list[Line]:
    """Return all settings: value, default, what else they may be, and what they do."""
    room = max(2, min(WIDEST, columns - 2 * MARGIN))
    title = line((say("config.title", language), "title"))
    head = [beside(title, line((file, "dim")), room)] if measure(title) + len(file) < room else [title]
    rows = [*head, line(("─" * room, "rule"))]
    for setting in settings:
        rows += _listed(setting, language, room)
    rows += [BLANK, *paragraph(say("config.how", language), room, "dim")]
    return [BLANK, *(cut(indent(row, MARGIN), columns) for row in rows)]


def page(setting: Setting, language: Language, columns: int) -> list[Line]:
    """Return one setting with its whole explanation."""
    room = max(2, min(WIDEST, columns - 2 * MARGIN))
    rows = [
        line((setting.name, "title"), "  ", (shown(setting, setting.value, language), _role(setting))),
        line(("─" * room, "rule")),
        *paragraph(say(f"config.about_{setting.name}", language), room, "strong"),
        *paragraph(say(f"config.more_{setting.name}", language), room),
        BLANK,
        *paragraph(_may_be(setting, language), room, "dim"),
    ]
    return [BLANK, *(cut(indent(row, MARGIN), columns) for row in rows)]


def told(settings: Sequence[Setting], language: Language) -> list[str]:
    """Return the settings as lines of text; the explanation of one alone is whole."""
    told: list[str] = []
    for setting in settings:
        value, default = (shown(setting, one, language) for one in (setting.value, setting.default))
        facts = {"name": setting.name, "value": value, "default": default, "allowed": allowed(setting, language)}
        told += [say("config.line", language, **facts), f"  {say(f'config.about_{setting.name}', language)}"]
    if len(settings) == 1:
        return [*told, f"  {say(f'config.more_{settings[0].name}', language)}"]
    return [*told, "", say("config.how", language)]


def shown(setting: Setting, value: object, language: Language) -> str:
    """Return a value as it is read, and as it may be given."""
    match value:
        case bool():
            return say("config.on" if value else "config.off", language)
        case tuple():
            days = [f"{say(f'config.day_{day}', language)} {share:g}" for day, share in value]
            return " · ".join(days) or say("config.no_days", language)
        case float():
            return f"{value:.2f}"
        case "":
            return say("config.auto", language)
        case "auto" if setting.name == "language":
            return say("config.auto", language)
        case _:
            return str(value)


def allowed(setting: Setting, language: Language) -> str:
    """Return what a setting may be, in words."""
    if setting.low is not None and setting.high is not None:
        low, high = (shown(setting, type(setting.default)(end), language) for end in (setting.low, setting.high))  # type: ignore[call-arg]
        return say("config.between", language, low=low, high=high)
    if isinstance(setting.default, bool):
        return " / ".join(say(key, language) for key in ("config.on", "config.off"))
    return " / ".join(setting.choices) or say("config.days_allowed", language)


def _role(setting: Setting) -> Role:
    return "accent" if setting.changed else "strong"


def _may_be(setting: Setting, language: Language) -> str:
    default = say("config.default", language, value=shown(setting, setting.default, language))
    return f"{default} · {say('config.can_be', language, allowed=allowed(setting, language))}"


def _listed(setting: Setting, language: Language, room: int) -> list[Line]:
    """Return one setting of the list: its name, its value, what it may be, and below it what it does."""
    value = line((shown(setting, setting.value, language), _role(setting)))
    about, may_be = say(f"config.about_{setting.name}", language), _may_be(setting, language)
    if room < STACKED:
        below = [*paragraph(about, room - 2), *paragraph(may_be, room - 2, "dim")]
        return [(*line((setting.name, "key"), "  "), *value), *(indent(row, 2) for row in below)]
    rest = room - NAMES
    head = (*pad(line((setting.name, "key")), NAMES), *value)
    wide = (*pad(head, NAMES + VALUES), *line((f"  {may_be}", "dim")))
    below = paragraph(about, rest)
    if measure(head) > NAMES + VALUES or measure(wide) > room:
        below += paragraph(may_be, rest, "dim")
        wide = head
    return [wide, *(indent(row, NAMES) for row in below)]
