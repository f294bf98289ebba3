"""The actual world of one run: paths, language, clock, chance, terminal. Nobody else reads them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.clock import Clock
from tutor.cli.config import Config, read
from tutor.cli.language import choose_language
from tutor.cli.paths import content_directory, home_directory, is_explicit
from tutor.errors import TutorError, UsageError

RESTORING = "restoring"  # in the home: a restore that was decided on (store/laying_out.py; a test compares)

if TYPE_CHECKING:
    from tutor.text import Language


@dataclass(frozen=True, slots=True)
class Environment:
    """What a command needs to know about this run."""

    home: Path
    content: Path
    language: Language
    plain: bool
    colour: bool
    clock: Clock
    config: Config = field(default_factory=Config)
    pretending: bool = False
    explicit_home: bool = True

    def seed(self) -> str:
        """Return fresh chance for one session (TUTOR_SEED makes it repeatable)."""
        return os.environ.get("TUTOR_SEED") or os.urandom(8).hex()

    def must_be_writable(self) -> None:
        """Refuse to write the real home under a pretended clock."""
        if self.pretending and not self.explicit_home:
            raise UsageError("cli.pretended_home")


def has_screen() -> bool:
    """Say whether a full screen can be used: both ends a terminal, not a dumb one, and signals of POSIX."""
    return (
        os.name == "posix"
        and sys.stdin.isatty()
        and sys.stdout.isatty()
        and os.environ.get("TERM") not in (None, "", "dumb")
    )


def _in_colour(theme: str, *, no_color: bool) -> bool:
    """Say whether screens may be coloured."""
    return theme != "none" and not (no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb")


def make(*, home: str | None, content: str | None, lang: str | None, plain: bool, no_color: bool) -> Environment:
    """Return the environment of this run from the global options and the process."""
    environ = os.environ
    place = Path(home_directory(home, environ))
    explicit = is_explicit(home, environ)
    if explicit and not place.absolute().parent.is_dir():
        raise TutorError("cli.no_parent", path=place, parent=place.absolute().parent)
    if (place / RESTORING).exists() and (explicit or not environ.get("TUTOR_NOW")):
        _finish_restore(place, lang)
    config = read(place / "config.toml")
    return Environment(
        home=place,
        content=Path(content_directory(content, environ)),
        language=choose_language(lang, environ, config.language),
        plain=plain or bool(environ.get("ACCESSIBLE")) or not has_screen(),
        colour=_in_colour(config.theme, no_color=no_color),
        clock=Clock.from_text(environ.get("TUTOR_NOW"), config.rollover),
        config=config,
        pretending=bool(environ.get("TUTOR_NOW")),
        explicit_home=explicit,
    )


def _finish_restore(home: Path, lang: str | None) -> None:
    """Finish a restore that was interrupted, before anything of the home is read."""
    from tutor.cli.backing import finish

    now = Clock.from_text(os.environ.get("TUTOR_NOW")).instant()
    finish(home, now, choose_language(lang, os.environ, ""))
