"""Every screen as a person sees it, by language and width: read the files before committing them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.scripted import play
from tests.ui.world import (
    BELIEF,
    CARDS,
    DAY,
    GAP,
    HALF,
    NUMBER,
    PEAK,
    SEVERAL,
    SHAPE,
    TAIL,
    TITLE,
    MemoryHost,
    entry,
    known,
    session_of,
)
from tutor.questions import generate
from tutor.questions.model import Wording
from tutor.questions.showing import draw
from tutor.reports.outline import LessonLine, Next
from tutor.reports.settings import Setting
from tutor.reports.today import Asked, Idea, Pace, PartMastery, Today, Weak
from tutor.sessions import flow
from tutor.sessions.model import Settings
from tutor.syllabus.model import Prose
from tutor.text import Text
from tutor.ui import card_plot
from tutor.ui.lines import line, text_of
from tutor.ui.screens import card, cards, settings, today

MAIN = {
    "question-choice": ((TAIL, PEAK), ()),
    "flash-revealed": ((PEAK, TAIL), (" ", "1", "2", " ")),
    "typed": ((NUMBER, TAIL), tuple("0.8")),
    "verdict-wrong": ((TAIL, PEAK), ("2",)),
    "summary": ((TAIL, NUMBER), ("3", " ", *"0.881", "enter", " ")),
}
OTHERS = {
    "question-pointed": ((TAIL,), ("down", "down")),
    "question-multi": ((SEVERAL, TAIL), ("1", "3", "down")),
    "question-myth": ((BELIEF, TAIL), ()),
    "question-flash": ((HALF, TAIL), ()),
    "flash-ticking": ((PEAK, TAIL), (" ", "2", "down")),
    "typed-hint": ((NUMBER, TAIL), (*"0.9", "enter")),
    "typed-empty": ((GAP, TAIL), ("enter",)),
    "typed-commands": ((GAP, TAIL), (*"饱和", "esc")),
    "verdict-right": ((TAIL, PEAK), ("3",)),
    "verdict-right-typed": ((GAP, TAIL), (*"saturatoin", "enter")),
    "verdict-wrong-typed": ((NUMBER, TAIL), (*"0.119", "enter")),
    "verdict-wrong-multi": ((SEVERAL, TAIL), ("1", "2", "enter")),
    "verdict-wrong-myth": ((BELIEF, TAIL), ("1",)),
    "verdict-unanswered": ((TAIL, PEAK), ("0",)),
    "verdict-guessed": ((TAIL, PEAK), ("3", "g")),
    "verdict-disputed": ((TAIL, PEAK), ("2", "y")),
    "why-before": ((TAIL, PEAK), ("i",)),
    "why-after": ((TAIL, PEAK), ("2", "i")),
    "help": ((TAIL, PEAK), ("?",)),
    "help-typing": ((NUMBER, PEAK), ("esc", "?")),
    "report": ((TAIL, PEAK), ("!", *"0.25 好像不对")),
    "notice": ((TAIL, PEAK), ("s",)),
    "summary-nothing-done": ((TAIL, NUMBER), ("q",)),
}


def screens(name: str, language: str, width: int, height: int = 24) -> list[str]:
    shown, keys = {**MAIN, **OTHERS}[name]
    return play(keys, *shown, language=language, size=(width, height))[0].screens[-1]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [*MAIN, *OTHERS])
def test_at_80_columns(golden, name, language):
    golden(f"{name}-80-{language}", screens(name, language, 80))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 120])
@pytest.mark.parametrize("name", MAIN)
def test_main_screens_at_40_and_120_columns(golden, name, width, language):
    golden(f"{name}-{width}-{language}", screens(name, language, width, 24 if width == 40 else 40))


@pytest.fixture
def framed(monkeypatch):
    """Draw a plot as a box with its size: how curves look is tested elsewhere."""

    def box(plot, columns, language, rows):
        inside = [f"│{f'{columns} × {rows} labels: {plot.labels}':^{columns - 2}}│" for _ in range(rows - 2)]
        return [line(row) for row in (f"┌{'─' * (columns - 2)}┐", *inside, f"└{'─' * (columns - 2)}┘")]

    monkeypatch.setattr(card_plot, "lines", box)


@pytest.mark.usefixtures("framed")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80])
def test_a_curve_to_recognise(golden, width, language):
    """The curve stands under the question without its name, as high as the options allow."""
    terminal, *_ = play((), SHAPE, TAIL, language=language, size=(width, 24))
    golden(f"question-plot-{width}-{language}", terminal.screens[-1])


@pytest.mark.usefixtures("framed")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_curve_after_the_answer(golden, language):
    """Hidden at first, the key p brings it back with its name."""
    terminal, *_ = play(("2", "p"), SHAPE, TAIL, language=language)
    golden(f"verdict-plot-80-{language}", terminal.screens[-1])
    assert "┌" not in "".join(terminal.screens[1])


def test_a_real_curve_is_drawn():
    """Without the box: dots of a curve stand on the screen."""
    terminal, *_ = play((), SHAPE, TAIL, size=(80, 24))
    assert any(0x2800 < ord(char) <= 0x28FF for char in terminal.text)


@pytest.mark.parametrize("name", ["question-choice", "verdict-wrong"])
def test_in_both_languages(golden, name):
    golden(f"{name}-80-both", screens(name, "both", 80))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_contrast_after_the_third_return(golden, language):
    """A card missed once more after three returns shows the contrast of the mistake and waits for tomorrow."""
    host = MemoryHost(language)
    missed = replace(entry(TAIL, "again"), returned=3)
    session = flow.start([missed], Settings(seed="s"), host.now())
    terminal, *_ = play(("4",), host=host, session=session)
    golden(f"verdict-contrast-80-{language}", terminal.screens[-1])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_leech(golden, language):
    """The fourth lapse offers the contrast and the lesson."""
    host = MemoryHost(language)
    state = known(lapses=3)
    host.states[TAIL.id] = state
    session = flow.start([entry(TAIL, state=state)], Settings(seed="s"), host.now())
    golden(f"verdict-leech-80-{language}", play(("4",), host=host, session=session)[0].screens[-1])


TODAY = Today(
    day=DAY,
    due=12,
    new=8,
    waiting=42,
    minutes=7,
    answered_today=5,
    parts=(
        PartMastery(1, Text("基础：为什么要激活", "Foundations: why activate at all"), 0.71, 40, 31),
        PartMastery(2, Text("函数家族", "The families"), 0.34, 64, 22),
        PartMastery(3, Text("性质", "Properties"), 0.02, 30, 1),
        PartMastery(4, Text("梯度", "Gradients"), 0.0, 26, 0),
    ),
    studied=tuple(day % 3 != 1 for day in range(30)),
    recall=48.3,
    met=54,
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_today(golden, width, language):
    golden(f"today-{width}-{language}", [text_of(row) for row in today.lines(TODAY, language, width, keys=True)])


LATER = replace(
    TODAY,
    between=(6, 9),
    pace=Pace(300, 12, (7.5, 11.0)),
    weakest=(
        Weak("relu", Text("ReLU", "ReLU"), 0.26, 31),
        Weak("tanh", Text("Tanh", "Tanh"), 0.46, 83),
        Weak("xor", Text("异或：一条直线分不开", "XOR: no straight line will do"), 0.5, 20),
    ),
    idea=Idea(
        "joke",
        "sigmoid",
        TITLE,
        Prose("joke", Wording(("「你怎么不动？」\n\n「我饱和了。」",), ("'Why so still?'\n\n'Saturated.'",))),
    ),
    next=Next(
        LessonLine("tanh", 2, Text("Tanh：爱憎分明的评委", "Tanh: a judge of boos and cheers"), 0, 9, 12), "next"
    ),
)
DONE = replace(
    LATER, due=0, new=0, waiting=0, between=None, question=Asked("relu", "day-1"), others=("tutor quiz", "tutor lab")
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_today_of_one_who_has_studied(golden, width, language):
    rows = today.lines(LATER, language, width, 24, keys=True)
    golden(f"today-later-{width}-{language}", [text_of(row) for row in rows])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_today_with_nothing_left(golden, width, language):
    rows = today.lines(DONE, language, width, keys=True, emoji=True)
    golden(f"today-done-{width}-{language}", [text_of(row) for row in rows])


CROWD = replace(
    LATER,
    due=2000,
    waiting=48_213,
    new=200,
    minutes=551,
    between=(420, 690),
    parts=tuple(replace(part, cards=25_000, met=8_000 * place) for place, part in enumerate(TODAY.parts)),
    recall=41_987.6,
    met=48_000,
)
EMPTY = replace(
    TODAY,
    due=0,
    waiting=0,
    new=8,
    minutes=4,
    answered_today=0,
    parts=tuple(replace(part, mastery=0.0, met=0) for part in TODAY.parts),
    studied=(False,) * 30,
    recall=0.0,
    met=0,
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize(("name", "shown"), [("crowd", CROWD), ("empty", EMPTY)])
def test_today_of_a_beginner_and_of_one_with_a_hundred_thousand_cards(golden, name, shown, width, language):
    golden(f"today-{name}-{width}-{language}", [text_of(row) for row in today.lines(shown, language, width, keys=True)])


def test_today_fits_a_small_screen_and_the_idea_goes_first():
    assert len(today.lines(LATER, "zh", 80, 24, keys=True)) < 24
    short = [text_of(row) for row in today.lines(LATER, "zh", 80, 18, keys=True)]
    assert len(short) < 18
    assert not any("饱和" in row for row in short)
    assert any("下一课" in row for row in short)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("shown", [TODAY, LATER, CROWD, EMPTY])
def test_today_tells_what_is_due_on_a_screen_of_40_by_24(shown, language):
    rows = [text_of(row) for row in today.lines(shown, language, 40, 24, keys=True)]
    assert len(rows) < 24
    assert "2026-11-20" in rows[0] + rows[1]
    assert any("q " in row for row in rows[-2:])
    assert not any("…" in row for row in rows)


def test_what_is_not_there_is_not_told():
    told = "\n".join(text_of(row) for row in today.lines(replace(TODAY, new=0, minutes=1), "en", 80))
    assert "12 due, about 1 minute." in told
    assert "Your pace is not known yet" in told
    assert "Least firm" not in told


SETTINGS = (
    Setting("language", "zh", "", choices=("auto", "zh", "en", "both")),
    Setting("retention", 0.92, 0.9, 0.7, 0.97),
    Setting("rollover", 4, 4, 0, 23),
    Setting("fuzz", value=True, default=True),
    Setting("easy_days", (("sat", 0.5), ("sun", 0.0)), ()),
    Setting("theme", "auto", "auto", choices=("auto", "light", "dark", "none")),
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_settings(golden, width, language):
    rows = settings.lines(SETTINGS, "~/tutor/config.toml", language, width)
    golden(f"settings-{width}-{language}", [text_of(row) for row in rows])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80])
def test_one_setting(golden, width, language):
    golden(f"setting-{width}-{language}", [text_of(row) for row in settings.page(SETTINGS[4], language, width)])


PAGE = card.CardPage(
    showing=draw(TAIL, "s"),
    title=TITLE,
    fields={
        "created": "2026-11-20",
        "last_reviewed": "2026-11-26",
        "next_review": None,
        "review_count": 4,
        "difficulty": "medium",
        "mastery_level": 0.41,
        "tags": ("sigmoid", "saturation"),
        "related_outlines": (),
        "suspended": False,
    },
    history=(
        card.HistoryRow("2026-11-20", "answered", 3, 2),
        card.HistoryRow("2026-11-22", "answered", 1, 1, stands=False),
        card.HistoryRow("2026-11-22", "suspended"),
    ),
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80])
def test_card(golden, width, language):
    golden(f"card-{width}-{language}", [text_of(row) for row in card.lines(PAGE, language, width)])


ROWS = [
    cards.CardRow(TAIL.id, "choice", draw(TAIL, "s").ask, 3, 0.41),
    cards.CardRow(PEAK.id, "flash", draw(PEAK, "s").ask, 0, 0.8),
    cards.CardRow(SEVERAL.id, "multi", draw(SEVERAL, "s").ask),
    cards.CardRow("notes.my-own-very-long-name-of-a-card", "myth", draw(BELIEF, "s").ask, 400, 1.0, suspended=True),
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_cards(golden, width, language):
    golden(f"cards-{width}-{language}", [text_of(row) for row in cards.lines(ROWS, language, width)])


def test_every_card_of_the_small_course_is_seen_somewhere():
    """The kinds of the course all have a golden screen."""
    seen = {shown.kind for cards_of, _ in {**MAIN, **OTHERS}.values() for shown in cards_of}
    assert {shown.kind for shown in CARDS} - seen <= {"formula"}
    assert session_of(MemoryHost(), *CARDS).left == len(CARDS)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", ["find", "slope"])
def test_options_that_are_curves(golden, name, width, language):
    """All in one plot with their numbers on the lines; the curve asked about has a plot of its own."""
    card = {"find": ("curve-of-a-function", "elu", 5), "slope": ("derivative-of-a-curve", "gelu", 3)}[name]
    terminal, *_ = play((), generate.card(*card), TAIL, language=language, size=(width, 24))
    golden(f"question-curves-{name}-{width}-{language}", terminal.screens[-1])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_curves_get_their_names_after_the_answer(golden, language):
    terminal, *_ = play(("2", "p"), generate.card("curve-of-a-function", "elu", 5), TAIL, language=language)
    golden(f"verdict-curves-80-{language}", terminal.screens[-1])
