"""A setting's value as somebody types it: percent and full-width digits, on and off in words, days of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.cli.config import CHOICES, RANGES, WEEK, Config, in_week
from tutor.errors import UsageError, near
from tutor.text.fold import fold_key

if TYPE_CHECKING:
    from tutor.cli.config_file import Value

ON = frozenset({"true", "on", "yes", "1", "开", "是"})
OFF = frozenset({"false", "off", "no", "0", "关", "否"})
NO_DAYS = frozenset({"none", "没有", "无", "{}"})
CHINESE_DAYS = "一二三四五六日"
HALF = 0.5  # what a day without a number gets


def understood(name: str, text: str) -> Value:
    """Return the value of a setting; raises `UsageError` with what would do."""
    folded = fold_key(text).casefold()
    if name in CHOICES:
        return _choice(name, folded)
    if name in RANGES:
        return _number(name, folded)
    if name == "easy_days":
        return _days(folded)
    if folded in ON | OFF:
        return folded in ON
    raise UsageError("config.wrong_choice", name=name, value=text, choices="on, off")


def _choice(name: str, text: str) -> str:
    choices = tuple(choice or "auto" for choice in CHOICES[name])
    if text not in choices:
        close = near(text, list(choices))
        raise UsageError("config.wrong_choice", name=name, value=text, choices=", ".join(choices), near=close)
    return "" if text not in CHOICES[name] else text


def _number(name: str, text: str) -> int | float:
    low, high = RANGES[name]
    whole = isinstance(getattr(Config(), name), int)
    number = _whole(text) if whole else _share(text)
    if number is None or not low <= number <= high:
        key = "config.wrong_whole" if whole else "config.wrong_range"
        raise UsageError(key, name=name, value=text, low=low, high=high)
    return number


def _whole(text: str) -> int | None:
    digits = text.removesuffix(":00")  # an hour
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else None


def _share(text: str) -> float | None:
    """Return a share written as 0.9 or as 90%."""
    number = text.removesuffix("%").strip()
    if not number.isascii() or not number.replace(".", "", 1).isdigit():
        return None
    return round(float(number) / 100, 4) if text.endswith("%") else float(number)


def _days(text: str) -> tuple[tuple[str, float], ...]:
    """Return the shares of the days in "sat=0.5,sun=0" or "周六 周日=0"."""
    if text in NO_DAYS:
        return ()
    shares: dict[str, float] = {}
    for word in text.replace(" = ", "=").replace(",", " ").replace(":", "=").split():
        day, equals, given = word.partition("=")
        share = _share(given) if equals else HALF
        if share is None or not 0 <= share <= 1:
            raise UsageError("config.wrong_share", name="easy_days", value=word)
        shares[_day(day)] = share
    return in_week(shares)


def _day(text: str) -> str:
    chinese = text.removeprefix("星期").removeprefix("周").replace("天", "日")
    if len(chinese) == 1 and chinese in CHINESE_DAYS:
        return WEEK[CHINESE_DAYS.index(chinese)]
    if text[:3] in WEEK:
        return text[:3]
    raise UsageError("config.wrong_day", value=text, choices=", ".join(WEEK), near=near(text, list(WEEK)))
