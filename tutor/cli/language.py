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
    try:
        flag = _given("--lang", words)
        if flag or environ.get("TUTOR_LANG"):
            return choose_language(flag, environ)
        return choose_language(None, environ, _configured(_given("--home", words), environ))
    except UsageError:
        return locale_language(environ)


def _given(option: str, words: Sequence[str]) -> str | None:
    """Return the last value of an option among words that nobody has parsed."""
    found = None
    for place, word in enumerate(words):
        if word == option and place + 1 < len(words):
            found = words[place + 1]
        elif word.startswith(f"{option}="):
            found = word.partition("=")[2]
    return found


def _configured(home: str | None, environ: Mapping[str, str]) -> str:
    """Return the language of the settings, "" when they name none or cannot be read; `config` complains about them."""
    from tutor.cli.paths import home_directory

    path = f"{home_directory(home, environ)}/config.toml"
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - before anything heavy is loaded
            text = file.read()
    except OSError:
        return ""
    import tomllib

    try:
        return str(tomllib.loads(text.decode()).get("language", ""))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return ""
