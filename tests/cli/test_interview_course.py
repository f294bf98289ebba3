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


RIGHT = (
    "tanh 和 sigmoid 的最大斜率分别是 1 和 ¼",
    "tanh's steepest slope is 1 while sigmoid's is a quarter",
    "softmax 的导数对角元是 p(1−p)",
    "SELU 用单位矩阵会破坏自归一化",
    "use softmax for exclusive classes and independent sigmoids for labels",
    "unlike GELU tanh is zero-centred",
    "ReLU 配 He 初始化梯度不会逐层消失",
    "PReLU adds too few parameters to overfit",
    "初始权重太大会引起过大的更新把单元推死",
    "对所有输入输出 0 就死了",
    "一次负输入和死是两回事",
    "ReLU 的激活稀疏和权重稀疏是两回事",
    "ELU 左侧饱和右侧不饱和",
    "ELU does not saturate on the right",
    "Leaky ReLU 解决了死神经元，负侧太平时仍然学得慢",
    "Mish 比 ReLU 更平滑",
    "Mish is smoother than ReLU",
    "Mish has nothing to do with attention",
    "GELU 是设计的 Swish 才是搜索出来的",
    "Swish 这个名字是谷歌提出的",
    "GELU 可以看作随机丢弃的期望",
    "GELU is the mean of randomly keeping x",
    "erf 无需数值积分",
    "tanh 的输出不会爆炸，梯度会",
    "输出有界所以激活值不会爆炸",
    "sigmoid 配 Xavier 梯度仍会逐层缩小",
    "Xavier is too small for sigmoid",
    "ReLU 配残差能训练上百层",
    "Swish 失去了 ReLU 的稀疏性",
    "you must use held-out data",
    "分类头就是线性变换加 softmax",
    "把 tanh 换成 sigmoid 才能输出概率",
    "GELU 在 0 处的导数是 0.5，sigmoid 在 0 处的导数是 0.25",
    "GELU's derivative at 0 is 0.5",
    "PyTorch 里 ReLU 在 0 处的导数是 0",
    "softmax 的输出就是概率分布",
    "手机上 exp 慢，所以用硬替身",
    "exp is slow on phones, hence hard-swish",
    "exp 慢不慢要测了才知道",
    "指数运算慢是另一回事，和梯度大小无关",
    "Shazeer 的实验里 SwiGLU 效果最好",
    "输入关于 0 对称时 tanh 的输出均值是 0",
    "Maxout 两个单元相减能做任意形状",
)
WRONG = {
    "用了 ReLU 就不会梯度消失了": "E26",
    "ReLU 解决了梯度消失问题": "E26",
    "ReLU gradients never vanish": "E26",
    "单隐层网络可以逼近任意函数": "E66",
    "a network can approximate any function": "E66",
    "sigmoid 会饱和，而且指数运算慢": "E113",
    "tanh 有界，所以 tanh 不会梯度爆炸": "E70",
    "bounded activations prevent exploding gradients": "E71",
    "softmax outputs are independent": "E17",
    "只要输出 0 就是死了": "E38",
    "ReLU 在 0 处的导数是 0": "E107",
    "必须用 He 初始化": "E87",
    "softmax 只能用在输出层": "E90",
    "tanh has a slope of at most 0.25": "E08",
    "谷歌发明了 Swish": "E57",
    "损失平了就先换激活函数": "E140",
}


def test_right_answers_are_never_corrected(library):
    """Sentences that hold half of a common error and are true."""
    known = phrases(library)
    assert {said: [slip.said for slip in slips(said, known)] for said in RIGHT} == {said: [] for said in RIGHT}


def test_common_errors_are_heard(library):
    known = phrases(library)
    assert {said: [slip.phrase.id for slip in slips(said, known)] for said in WRONG} == {
        said: [name] for said, name in WRONG.items()
    }


def test_every_phrase_is_heard_where_it_is_said(library):
    """With its parts next to each other and nothing else."""
    for phrase in phrases(library):
        said = phrase.form.replace("…", " ")
        assert phrase.id in {slip.phrase.id for slip in slips(said, [phrase])}, phrase.form


@pytest.mark.parametrize("side", ["zh", "en"])
def test_who_repeats_the_question_has_said_nothing(rungs, lexicon, side):
    rare = rarity((getattr(point, side) for card in rungs for point in draw(card, "p").points), lexicon)
    ticked = []
    for card in rungs:
        showing = draw(card, "p")
        said = getattr(showing.ask, side)
        ticked += [(card.id, at) for at in suggested(showing.points, showing.ask, said, lexicon, rare)]
    assert ticked == []
