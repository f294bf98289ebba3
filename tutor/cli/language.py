"""Which language the learner reads: flag > TUTOR_LANG > config > locale."""

from __future__ import annotations

from tutor.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.text import Language


def locale_language(environ: Mapping[str, str]) -> Language:
    """Return the language of the locale: zh for Chinese, en for everything else."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"


def choose_language(flag: str | None, environ: Mapping[str, str], configured: str = "") -> Language:
    """Return the learner's language; an unknown one is refused."""
    for given in (flag, environ.get("TUTOR_LANG"), configured):
        match given:
            case None | "":
                continue
            case "zh" | "en" | "both":
                return given
            case _:
                raise UsageError("cli.bad_language", given=given)
    return locale_language(environ)


def spoken_language(words: Sequence[str], environ: Mapping[str, str]) -> Language:
    """Return the language for help and complaints, before options are parsed; never raises."""
    flag = None
    for place, word in enumerate(words):
        if word == "--lang" and place + 1 < len(words):
            flag = words[place + 1]
        elif word.startswith("--lang="):
            flag = word.partition("=")[2]
    try:
        return choose_language(flag, environ)
    except UsageError:
        return locale_language(environ)
