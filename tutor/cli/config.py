"""The learner's settings, read from HOME/config.toml; a wrong value is refused with its range."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from tutor.errors import TutorError, near

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Config:
    """Settings with their defaults: an empty language follows the locale."""

    language: str = ""
    new_per_day: int = 8
    reviews_per_day: int = 60
    retention: float = 0.90
    fuzz: bool = True


RANGES: dict[str, tuple[float, float]] = {
    "new_per_day": (0, 200),
    "reviews_per_day": (1, 2000),
    "retention": (0.70, 0.97),
}
LANGUAGES = ("", "zh", "en", "both")


def read(path: Path) -> Config:
    """Return the settings in `path`, the defaults when there is no such file."""
    if not path.is_file():
        return Config()
    import tomllib

    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise TutorError("config.unreadable", file=str(path), why=str(error)) from None
    known = {field.name: field for field in fields(Config)}
    for name, value in given.items():
        if name not in known:
            raise TutorError("config.unknown", file=str(path), name=name, near=near(name, list(known)))
        _check(name, value, path)
    return Config(**given)


def set_language(path: Path, language: str) -> None:
    """Keep the learner's language in `path`; the other settings and the remarks of the file stay as they are."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    kept = [line for line in lines if line.partition("=")[0].strip() != "language"]
    new = path.with_name(path.name + ".new")
    try:
        new.write_text("\n".join([f'language = "{language}"', *kept]) + "\n", encoding="utf-8")
        new.replace(path)
    except OSError as error:
        raise TutorError("config.unreadable", file=str(path), why=str(error)) from None


def _check(name: str, value: Any, path: Path) -> None:
    """Refuse a value of the wrong type or outside its range."""
    default = getattr(Config(), name)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if name in RANGES:
        low, high = RANGES[name]
        if not number or not low <= value <= high or (isinstance(default, int) and not isinstance(value, int)):
            raise TutorError("config.range", file=str(path), name=name, value=value, low=low, high=high)
    elif name == "language" and value not in LANGUAGES:
        raise TutorError("config.choice", file=str(path), name=name, value=value, choices="zh, en, both")
    elif isinstance(default, bool) and not isinstance(value, bool):
        raise TutorError("config.choice", file=str(path), name=name, value=value, choices="true, false")
