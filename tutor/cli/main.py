"""The first thing that runs: it looks at the words before it loads anything.

`tutor due` sits in shell prompts and `--version` in scripts: both answer without typer. Every
failure ends here as one sentence in the learner's language and an exit code.
"""

from __future__ import annotations

import os
import re
import sys

from tutor.cli import afterwards
from tutor.errors import TutorError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (without the program's name) and return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    code = _ended(words)
    afterwards.run()
    return code


def _ended(words: list[str]) -> int:
    """Run a command to its end, whatever that is; return the exit code."""
    try:
        code = _run(words)
        sys.stdout.flush()  # a closed pipe shows here, not when Python ends
        return code  # noqa: TRY300 - the flush belongs to the run
    except TutorError as error:
        return complain(error, words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - nobody listens any more
        return 0


def _run(words: list[str]) -> int:
    if words == ["--version"]:
        from tutor import __version__

        print(f"tutor {__version__}")
        return 0
    from tutor.cli import quick

    code = quick.run(words)
    if code is not None:
        return code
    from tutor.cli.app import main

    return main(words)


def complain(error: TutorError, words: Sequence[str]) -> int:
    """Print the sentence of an error on stderr; return its exit code."""
    from tutor.cli.language import spoken_language
    from tutor.text.words import say

    language = spoken_language(words, os.environ)
    show = getattr(error, "show", None)  # an expression draws a caret under the token
    text = show(language) if callable(show) else say(error.key, language, **error.facts)
    near = str(error.facts.get("near") or "")
    if near and not re.search(rf"(?<![\w-]){re.escape(near)}(?![\w-])", text, re.ASCII):  # radar is part of radarr
        text += ("" if text.endswith("。") else " ") + say("cli.near", language, near=near)
    print(text, file=sys.stderr)
    return error.exit_code


def _speak_utf8() -> None:
    """Print braille and Chinese also where the locale says ASCII or GBK."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")
