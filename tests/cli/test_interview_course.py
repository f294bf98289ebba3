"""What suggestions and phrases make of the course itself: it must not talk against its own advice."""

import pytest

from tests.cli.conftest import CONTENT
from tutor.cli.desk import fingerprint
from tutor.questions.keypoints import rarity, suggested
from tutor.questions.phrases import Phrase, slips
from tutor.questions.showing import draw
from tutor.questions.template import fill
from tutor.store.library import Library


@pytest.fixture(scope="module")
def library(shipped_library):
    opened = Library.open(shipped_library, CONTENT, fingerprint())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def rungs(library):
    cards = library.cards([row.id for row in library.search()])
    return [card for card in cards if card.ladder is not None]


@pytest.fixture(scope="module")
def lexicon(library):
    return tuple(
        (term.id, (term.text.zh, term.text.en, *term.accept_zh, *term.accept_en)) for term in library.glossary()
    )


def phrases(library):
    return [
        Phrase(one.id, form, fill(one.truth, {})) for one in library.errata() for form in (*one.avoid_zh, *one.avoid_en)
    ]


def test_no_answer_of_the_course_uses_a_phrase_to_avoid(library):
    """Answers, explanations and true statements: whoever learns them by heart is never corrected."""
    known = phrases(library)
    assert len(known) > 200
    found = []
    for card in library.cards([row.id for row in library.search()]):
        showing = draw(card, "said")
        told = [showing.answer, showing.why, *showing.points]
        told += [fill(wording, showing.values) for wording in (card.quick, card.full) if wording is not None]
        for text in [one for one in told if one is not None]:
            found += [(card.id, slip.said) for side in (text.zh, text.en) for slip in slips(side, known)]
    for erratum in library.errata():
        truth = fill(erratum.truth, {})
        found += [(erratum.id, slip.said) for side in (truth.zh, truth.en) for slip in slips(side, known)]
    assert found == []


@pytest.mark.parametrize("side", ["zh", "en"])
def test_model_answers_hold_their_own_points_and_few_of_others(rungs, lexicon, side):
    """Half of a headline's points are found in its own long answer, one in twelve at most in another's."""
    rare = rarity((getattr(point, side) for card in rungs for point in draw(card, "p").points), lexicon)
    heads = [card for card in rungs if card.ladder[1] == 1]
    own = others = points = 0
    for card in heads:
        showing = draw(card, "p")
        points += len(showing.points)
        own += len(suggested(showing.points, showing.ask, getattr(fill(card.full, {}), side), lexicon, rare))
        other = heads[(heads.index(card) + 7) % len(heads)]
        others += len(suggested(showing.points, showing.ask, getattr(fill(other.full, {}), side), lexicon, rare))
    assert own / points >= 0.5
    assert others / points <= 1 / 12


SAID = {
    "interview-functions.dying-relu": {
        "对所有数据输出都是 0，斜率 0，误差传不进来，权重不动。先量一量死的比例": {1, 3},
        "只要输出 0 就是死了": set(),
    },
    "interview-gradients.nan-in-the-rnn": {
        "先看 NaN 之前的日志和那个 batch。按范数裁剪限制长度，方向不变。裁剪可以治好梯度消失。": {2},
        "clipping by norm limits the length and keeps direction, but does not cure vanishing gradients": {2, 4},
    },
    "interview-transformers.attention-scale": {
        "scores spread out, softmax saturates and gradients get small; dividing by √d restores variance 1": {1, 2},
        "I would have to look that up": set(),
    },
}


@pytest.mark.parametrize("name", SAID)
def test_answers_as_people_give_them(library, rungs, lexicon, name):
    rare = rarity((side for card in rungs for p in draw(card, "p").points for side in (p.zh, p.en)), lexicon)
    showing = draw(library.card(name), "p")
    for said, expected in SAID[name].items():
        assert suggested(showing.points, showing.ask, said, lexicon, rare) == expected, said
