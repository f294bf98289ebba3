"""A tiny lab with everything a lab can have, so that screens and files are tested without numpy and without waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.labs import catalogue
from tutor.labs.model import Bar, Bars, Chart, Grid, Heat, Lab, Measure, Option, Preset, Result, Series, Step
from tutor.text.words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.settings import Settings
    from tutor.text import Text

ZH = {
    "title": "抛硬币：频率会走向概率吗？",
    "about": "抛很多次硬币，看频率离概率有多远",
    "question": "抛一千次以后，频率离概率大约有多远？",
    "answer_close": "不到百分之一",
    "answer_near": "百分之一到二",
    "answer_far": "超过百分之五",
    "try_1": "硬币偏向一边，概率也跟着变。",
    "try_2": "次数少，偏差就大。",
    "preset_loaded": "偏心的硬币",
    "option_throws": "抛多少次",
    "option_chance": "正面的概率",
    "doing": "第 {n} 组",
    "across": "次数",
    "share": "频率",
    "theory": "概率",
    "error": "平均偏差",
    "lines": "频率随次数的变化",
    "final": "各组最后的频率",
    "map": "偏差随次数和概率的变化",
    "each": "各组",
    "group": "第 {n} 组",
    "verdict": "在 {n} 组、每组 {throws} 次里，频率与概率 {chance} 的平均偏差是 {error}，与 1/√n 的规律相容。",
    "told": "偏差按 1/√n 缩小：次数乘四，偏差减半。这里只抛了一种硬币。",
    "not_yet": "还没有做完一组。",
}
EN = {
    "title": "Throwing coins: does the share approach the chance?",
    "about": "many throws of a coin, and how far the share is from the chance",
    "question": "After a thousand throws, how far is the share from the chance?",
    "answer_close": "less than one per cent",
    "answer_near": "one or two per cent",
    "answer_far": "more than five per cent",
    "try_1": "A loaded coin moves the chance itself.",
    "try_2": "Fewer throws leave a larger gap.",
    "preset_loaded": "a loaded coin",
    "option_throws": "how many throws",
    "option_chance": "chance of heads",
    "doing": "group {n}",
    "across": "throws",
    "share": "share of heads",
    "theory": "chance",
    "error": "mean gap",
    "lines": "The share as the throws go on",
    "final": "Share at the end of each group",
    "map": "The gap by throws and chance",
    "each": "All groups",
    "group": "group {n}",
    "verdict": "In {n} groups of {throws} throws the share was {error} from the chance {chance} on average, as 1/√n says.",
    "told": "The gap shrinks like 1/√n: four times the throws, half the gap. Only one kind of coin was thrown.",
    "not_yet": "Not one group is done yet.",
}
GROUPS = 4


def say(key: str, **facts: object) -> Text:
    return COINS.text(key, **facts)


def run(settings: Settings) -> Iterator[Step]:
    """Take four groups; the shares are made up by arithmetic so that a test knows them."""
    throws, chance = settings.whole("throws"), settings.number("chance")
    shift = sum(map(ord, settings.seed)) % 7
    yield Step(0.0, say("doing", n=1), lambda: result(0, throws, chance, shift))
    for group in range(1, GROUPS + 1):
        yield Step(
            group / GROUPS, say("doing", n=min(group + 1, GROUPS)), lambda n=group: result(n, throws, chance, shift)
        )


def gap(group: int, n: float, shift: int) -> float:
    return (-1) ** group * (1 + 0.3 * group + 0.1 * shift) / (2 * n**0.5)


def result(groups: int, throws: int, chance: float, shift: int) -> Result:
    if not groups:
        return Result((), (), say("not_yet"))
    places = [throws * (step + 1) / 40 for step in range(40)]
    lines = [
        Series(say("group", n=group), tuple((place, chance + gap(group, place, shift)) for place in places))
        for group in range(1, groups + 1)
    ]
    ends = [chance + gap(group, throws, shift) for group in range(1, groups + 1)]
    error = sum(abs(end - chance) for end in ends) / groups
    grid = tuple(
        tuple(abs(gap(1, n, 0)) * (4 * p * (1 - p)) ** 0.5 * (float("nan") if n == 10 and p == 0.1 else 1) for n in (10, 100, 1000, 10000))
        for p in (0.1, 0.3, 0.5)
    )  # fmt: skip
    return Result(
        measures=(
            Measure(say("share"), sum(ends) / groups, chance, error / groups**0.5 if groups > 1 else None, groups),
            Measure(say("error"), error, 0.5 / throws**0.5, None, groups),
        ),
        findings=(
            Chart(say("lines"), say("across"), tuple(lines)),
            Bars(say("final"), tuple(Bar(say("group", n=n), end, 0.02 * n) for n, end in enumerate(ends, 1)), best="high"),
            Heat(say("map"), say("across"), say("theory"), ("10", "100", "1000", "10⁴"), ("0.1", "0.3", "0.5"), grid, powers=True),
            Grid(say("each"), (say("group", n="n"), say("share"), say("theory")), tuple((say("group", n=n), end, None) for n, end in enumerate(ends, 1))),
        ),
        verdict=say("verdict", n=groups, throws=throws, chance=chance, error=f"{error:.3f}"),
        told=(say("told"),),
        answer="close" if error < 0.01 else "near" if error < 0.03 else "far",
    )  # fmt: skip


COINS = Lab(
    "coins",
    run,
    (
        Option("throws", "whole", "1000", 10, 100_000, own=True),
        Option("chance", "number", "0.5", 0.0, 1.0, own=True),
        Option("function", "function", "relu"),
        Option("side", "word", "heads", words=("heads", "tails")),
    ),
    ("close", "near", "far"),
    (Preset("loaded", (("chance", "0.8"),)),),
    ("--chance 0.8", "--throws 40"),
    ("relu",),
)


def install(patch: object = None) -> None:
    """Put the lab and its sentences where the program looks for them; a test's `monkeypatch` takes them away again."""
    areas = {"zh": ZH, "en": EN}
    known = sentences
    from tutor.text import words

    def found(area: str, language: str) -> dict[str, str]:
        if area == "lab_coins":
            return {f"lab_coins.{key}": text for key, text in areas[language].items()}
        table = known(area, language)
        return {**table, "labs.option_side": "side", "labs.option_function": "function"} if area == "labs" else table

    labs, by_name = (*catalogue.LABS, COINS), {**catalogue.BY_NAME, "coins": COINS}
    import tutor.cli.lab as cli_lab
    import tutor.cli.lab_command as cli_command

    places = [(words, "sentences", found), (catalogue, "LABS", labs), (catalogue, "BY_NAME", by_name)]
    places += [(cli_lab, "LABS", labs), (cli_command, "BY_NAME", by_name)]
    for module, name, value in places:
        if patch is None:
            setattr(module, name, value)
        else:
            patch.setattr(module, name, value)
