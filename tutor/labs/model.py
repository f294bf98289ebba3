"""What an experiment is and what it finds: plain records, so that a screen, a file and a program read the same.

A lab asks first, runs in steps, and after each step can say what it has found so far. Nothing here
loads numpy, knows a screen, a clock or where a seed comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tutor.labs.settings import Settings
    from tutor.text import Text

Kind = Literal["function", "functions", "number", "numbers", "whole", "word", "words", "switch"]


@dataclass(frozen=True, slots=True)
class Option:
    """Something a learner may set as `--name value`; `default` is what they would type.

    `low` and `high` bound numbers (each of them, for `numbers`), `words` are the choices of `word` and
    `words`. Its help is the sentence `labs.option_<name>`, or `lab_<lab>.option_<name>` where the lab has its own.
    """

    name: str
    kind: Kind
    default: str
    low: float = 0.0
    high: float = 0.0
    words: tuple[str, ...] = ()
    own: bool = False  # whether the lab has a sentence of its own for it


@dataclass(frozen=True, slots=True)
class Preset:
    """Settings under a name, `--preset NAME`; what it shows is the sentence `lab_<lab>.preset_<name>`."""

    name: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lab:
    """An experiment: `run` is loaded when it starts.

    Its sentences stand in the area `lab_<name>`: `title`, `about` (one line), `question` (what the learner
    predicts), `answer_<id>` for each of `answers`, and whatever the results say. `tries` are settings, as typed,
    that change the outcome; why is `lab_<name>.try_<number from 1>`.
    """

    name: str
    run: Callable[[Settings], Iterator[Step]]
    options: tuple[Option, ...]
    answers: tuple[str, ...]
    presets: tuple[Preset, ...] = ()
    tries: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()

    def text(self, key: str, /, **facts: object) -> Text:
        """Return a sentence of this lab's own."""
        return both(f"lab_{self.name}.{key}", **facts)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a run: the share that is done (0 … 1), what is being worked on, and what is known by now."""

    done: float
    doing: Text
    result: Callable[[], Result]


@dataclass(frozen=True, slots=True)
class Result:
    """What was found, perhaps in part: measures beside theory, pictures, and one sentence to stand by.

    `verdict` is the sentence that can be defended in an interview; `told` are others, each with its condition.
    `answer` is the id of the prediction that came true, "" when it cannot be told (yet).
    """

    measures: tuple[Measure, ...]
    findings: tuple[Finding, ...]
    verdict: Text
    told: tuple[Text, ...] = ()
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measured number, ± `error` (one standard error of the mean) over `runs`, beside what theory says.

    None where there is no theory or only one run.
    """

    name: Text
    measured: float
    theory: float | None = None
    error: float | None = None
    runs: int = 1


@dataclass(frozen=True, slots=True)
class Series:
    """A line through points in ascending x; `function` is a catalogue name that decides its colour, "" for none."""

    name: Text
    points: tuple[tuple[float, float], ...]
    function: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over one axis; with `powers` heights are shown as powers of ten. Values that are not finite are gaps."""

    title: Text
    x: Text
    series: tuple[Series, ...]
    powers: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A value with its standard deviation over runs (None for one run)."""

    name: Text
    value: float
    deviation: float | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars that grow from `start`; `best` says which end is good, if one is."""

    title: Text
    bars: tuple[Bar, ...]
    start: float = 0.0
    best: Literal["high", "low", ""] = ""


@dataclass(frozen=True, slots=True)
class Heat:
    """A map of numbers, one row for each of `rows`; shades follow the power of ten where `powers` is set.

    `edges` are the numbers at which shades part, four for five shades; without, they part the range evenly.
    """

    title: Text
    across: Text
    down: Text
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    powers: bool = False
    edges: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: headings and rows of equal length; cells are texts, numbers or None for nothing."""

    title: Text
    headings: tuple[Text, ...]
    rows: tuple[tuple[Text | float | None, ...], ...]


Finding = Chart | Bars | Heat | Grid
