"""The page of a card and of `tutor why`, as they are read; at any width they fit."""

from dataclasses import replace

import pytest

from tests.ui.world import DAY, PEAK, PEAK_FOR_TAIL, TAIL, TITLE, known
from tutor.memory.scheduling import Policy, next_outcomes
from tutor.memory.state import NEW, Memory
from tutor.pictures.forgetting import Review, forgetting
from tutor.questions.showing import draw
from tutor.reports.why import Because, Rung, explain, rules_of
from tutor.text import Text
from tutor.ui import plot, reasons
from tutor.ui.lines import measure, text_of
from tutor.ui.screens import card, cards, why

STATE = known(days_ago=13)
LANGUAGES = ("zh", "en")


def reasons_of(state=STATE, *because, judged=True, guesses=4, day=DAY):
    outcomes = next_outcomes(TAIL.id, state, day, guesses)
    practice = isinstance(state.memory, Memory) and state.memory.last_day == day
    rules = rules_of(Policy(), outcomes, guesses)
    rung = Rung(3, 5, Text("什么时候用 sigmoid？", "When do you use sigmoid?"))
    facts = {"because": because, "rules": rules, "rung": rung, "judged": judged, "practice": practice}
    return explain(TAIL.id, "due", state, outcomes, day, **facts)


def curve(language):
    reviews = [Review(DAY + day, right, s) for day, right, s in ((-40, True, 4.0), (-35, False, 2.0), (-13, True, 9.0))]
    sheet = forgetting(reviews, DAY + 6, DAY, 0.9, language)
    return lambda room: plot.lines(sheet.picture, min(room, 72), 12, language)


def page(language):
    told = reasons.now(reasons_of(STATE, Because("not_yet", days=6)), language)
    return card.CardPage(
        draw(TAIL, "s"),
        TITLE,
        {"id": TAIL.id, "stability": 9.0, "tags": ("gradients",), "buried_until": None},
        (
            card.HistoryRow("2026-10-11", "answered", 3, 4, before=None),
            card.HistoryRow("2026-10-16", "answered", 1, 1, before=0.886, mistake=PEAK_FOR_TAIL.name),
            card.HistoryRow("2026-10-16", "practised", 3, marks=("again",)),
            card.HistoryRow("2026-11-06", "answered", 3, 2, stands=False),
            card.HistoryRow("2026-11-07", "answered", 3, 19, before=0.71, early=2, marks=("guessed", "disputed")),
            card.HistoryRow("2026-11-08", "buried", interval=1),
        ),
        told,
        curve(language),
        (card.Other(PEAK.id, draw(PEAK, "s").ask, None, 0.8, 0), card.Other("sigmoid.new", Text("新的", "A new one"))),
        (card.Mixed(PEAK_FOR_TAIL.name, PEAK_FOR_TAIL.contrast, 3, 35),),
        (card.Other("tanh.peak", Text("tanh 的斜率在哪里最大？", "Where is tanh steepest?"), 0.41),),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_page_of_a_card(golden, width, language):
    golden(f"card-page-{width}-{language}", [text_of(row) for row in card.lines(page(language), language, width)])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_page_of_why(golden, width, language):
    found = reasons_of(
        STATE, Because("overdue", days=3), Because("backlog", n=90, of=60), Because("leech", n=5, title=TITLE)
    )
    shown = why.page(found, draw(TAIL, "s").ask, language, width)
    golden(f"why-page-{width}-{language}", [text_of(row) for row in shown])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_card_that_grades_itself_not(golden, language):
    found = reasons_of(
        NEW, Because("fresh", title=TITLE), Because("ahead", days=12, n=95, of=8), judged=False, guesses=None
    )
    golden(f"why-new-80-{language}", [text_of(row) for row in why.page(found, draw(PEAK, "s").ask, language, 80)])


@pytest.mark.parametrize("width", [12, 24, 31, 57, 200])
@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_pages_fit(width, language):
    why_now = reasons_of(STATE, Because("sibling_seen", card="a.very-long-name-of-a-card"))
    for shown in (card.lines(page(language), language, width), why.page(why_now, draw(TAIL, "s").ask, language, width)):
        assert all(measure(row) <= width for row in shown)


def test_every_reason_has_its_sentence():
    """Each name that reports give is said in both languages, one day and many."""
    names = ("reason_due overdue backlog new new_taught pulled mixed_up mixed_up_often sibling_waits suspended buried rated_today "
             "not_yet sibling_seen leech locked lasts not_met fresh fresh_taught no_new next_new none_a_day ahead")  # fmt: skip
    for name in names.split():
        for days in (1, 9):
            reason = Because(name, days=days, n=2, of=3, card="x.y", title=TITLE)
            for language in LANGUAGES:
                assert reasons.sentence(reason, "a.b", language)


def test_practice_is_told_as_what_it_is():
    """Rated today, crammed, or asked in a quiz before it was learned."""
    today = replace(STATE, memory=replace(STATE.memory, last_day=DAY))
    assert reasons.told(reasons_of(today), "en")[-1] == "It was rated today: another answer is practice."
    crammed = replace(reasons_of(today), reason="cram")
    assert reasons.told(crammed, "en")[-1] == "Cramming is practice: the schedule stays."
    unlearned = replace(reasons_of(NEW), reason="quiz", practice=True)
    assert reasons.told(unlearned, "en")[-1] == "It was not learned yet: answering it here is practice."
    made = replace(unlearned, card="~value-at-a-point.gelu", rules=None)
    assert reasons.told(made, "zh")[-2:] == ("这题是现场出的，不在日程里，所以没有记忆可以预测。", "答它只算练习。")


def test_days_of_the_spread_say_their_unit_once():
    """Days alone, and months to a year."""
    found = reasons_of()
    near = replace(found, rules=replace(found.rules, first=17, last=21))
    assert "17 to 21 days from now" in reasons.interval(near, "en")[-1]
    assert "17 到 21 天之后" in reasons.interval(near, "zh")[-1]
    far = replace(found, rules=replace(found.rules, first=330, last=400, balanced=True))
    assert "11 个月到 1.1 年之后" in reasons.interval(far, "zh")[-1]


ROW = cards.CardRow(TAIL.id, "choice", draw(TAIL, "s").ask, 3, 0.41, extra="12")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_list_sorted_by_a_number(golden, width, language):
    rows = [ROW, replace(ROW, id="a.b", due=None, mastery=0.0, extra="–")]
    shown = cards.lines(rows, language, width, total=300, extra="lapses")
    golden(f"cards-sorted-{width}-{language}", [text_of(row) for row in shown])
