"""Showings: drawn from a seed, rebuilt from an event, never with two options that look alike."""

from dataclasses import replace

import pytest

from tests.questions import cards
from tutor.questions.model import Card, Choice, Draw, Option
from tutor.questions.showing import all_draws, draw, rebuild, recorded, told_apart
from tutor.text import Text


def clash():
    """Return a card whose options coincide at a = 0 (σ′(0) = ¼ twice)."""
    options = (
        Option(True, expression="sigmoid′(a)"),
        Option(False, expression="sigmoid′(0)"),
        Option(False, expression="tanh′(a)+5"),
    )
    return Card("c.clash", "c", 1, "f", Choice(options), ask=cards.words("{a}"), draws=(Draw("a", ("0", "2")),))


def test_the_same_seed_gives_the_same_showing_and_another_seed_another():
    card = cards.numeric()
    assert draw(card, "s", 1) == draw(card, "s", 1)
    assert {draw(card, "s", n).values["a"] for n in range(30)} == {"8", "9", "10"}


def test_the_order_of_options_changes():
    assert {draw(cards.choice(), n).order for n in range(60)} == {
        (0, 1, 2),
        (0, 2, 1),
        (1, 0, 2),
        (1, 2, 0),
        (2, 0, 1),
        (2, 1, 0),
    }


def test_a_draw_with_two_options_alike_is_drawn_again():
    assert not told_apart(rebuild(clash(), {"a": "0"}, (0, 1, 2)))
    assert {draw(clash(), n).values["a"] for n in range(40)} == {"2"}


def test_rebuild_returns_exactly_what_an_event_recorded():
    for card in (cards.choice(), cards.numeric(), cards.multi(), cards.myth(), cards.flash()):
        showing = draw(card, "s")
        assert rebuild(card, showing.values, showing.order) == showing


def test_an_order_that_no_longer_fits_an_edited_card_is_ignored():
    assert [option.text.en for option in rebuild(cards.choice(), {}, (0, 1, 2, 3)).options] == ["yes", "no", "never"]


def test_drawn_values_and_computed_numbers_stand_in_the_text():
    showing = rebuild(cards.numeric(), {"a": "10"}, ())
    assert showing.ask.en == "x = 10"
    assert showing.answer == Text.same("4.54×10⁻⁵")
    assert showing.expected == pytest.approx(4.5395807735951673e-05)


def test_a_minus_sign_in_a_drawn_value_is_a_minus():
    card = cards.numeric(expression="sigmoid(a)", draws=(("a", ("−2",)),))
    assert rebuild(card, {"a": "−2"}, ()).expected == pytest.approx(0.11920292202211755)


@pytest.mark.parametrize(
    ("card", "guesses"),
    [
        (cards.choice(), 3),
        (cards.multi(), 15),
        (cards.myth(), 2),
        (cards.numeric(), None),
        (cards.flash(), None),
        (cards.cloze(), None),
    ],
)
def test_the_chance_of_a_blind_guess(card, guesses):
    assert draw(card, 1).guesses == guesses


def test_a_multi_answer_names_all_right_options():
    assert rebuild(cards.multi(), {}, (0, 1, 2, 3)).answer == Text("a；b", "a; b")


def test_a_myth_shows_either_wording_and_always_answers_with_the_true_one():
    asked = {draw(cards.myth(), n).ask.en for n in range(20)}
    assert asked == {"it is so", "it is not so"}
    assert {draw(cards.myth(), n).answer.en for n in range(20)} == {"it is so"}


@pytest.mark.parametrize("place", [0, 1])
def test_whoever_believes_the_false_wording_makes_the_mistake_that_the_myth_names(place):
    """To deny the true wording is to believe the false one."""
    card = cards.myth()
    named = replace(card, body=replace(card.body, mistake="monotone-assumed"))
    options = rebuild(named, {}, (place,)).options
    assert [(option.right, option.mistake) for option in options if option.right] == [(True, "")]
    assert [option.mistake for option in options if not option.right] == ["monotone-assumed"]


def test_every_combination_of_draws_is_listed_up_to_a_limit():
    card = cards.numeric(draws=(("a", ("1", "2")), ("b", ("3", "4", "5"))))
    assert len(all_draws(card, 100)) == 6
    assert len(all_draws(card, 4)) == 4
    assert all_draws(cards.choice(), 10) == [{}]


def curves():
    """Return a card whose options are curves."""
    options = [
        Option(name == "tanh", cards.words(name), curve=f"{name}(x)", mistake="", because=None)
        for name in ("sigmoid", "tanh", "erf")
    ]
    return Card("c.curves", "c", 1, "f", Choice(tuple(options)), ask=cards.words("哪条？", "which?"))


def test_an_option_that_is_a_curve_is_numbered_where_it_stands_and_named_once_it_is_answered():
    showing = rebuild(curves(), {}, (2, 0, 1))
    assert [option.text for option in showing.options] == [
        Text("曲线 1", "curve 1"),
        Text("曲线 2", "curve 2"),
        Text("曲线 3", "curve 3"),
    ]
    assert [option.curve for option in showing.options] == ["erf(x)", "sigmoid(x)", "tanh(x)"]
    assert [option.told.en for option in showing.options] == ["erf", "sigmoid", "tanh"]
    assert showing.answer == Text.same("tanh")
    assert showing.right_options == (2,)


def test_any_other_option_is_told_as_it_was():
    assert [option.told for option in rebuild(cards.choice(), {}, (0, 1, 2)).options] == [
        option.text for option in rebuild(cards.choice(), {}, (0, 1, 2)).options
    ]


DRAWN = cards.numeric(expression="sigmoid(a)", draws=(("a", ("−2", "1")),))


@pytest.mark.parametrize(
    ("card", "body"),
    [
        (cards.choice(), {"kind": "choice", "order": [2, 0, 1], "chosen": [1]}),
        (cards.multi(), {"order": [0, 1, 2, 3], "chosen": [0, 3]}),
        (cards.myth(), {"kind": "myth", "order": [1], "chosen": [0]}),
        (cards.flash(), {"kind": "flash", "order": []}),
        (DRAWN, {"kind": "numeric", "values": {"a": "1"}, "given": "0.7"}),
    ],
)
def test_a_recorded_answer_brings_its_question_back(card, body):
    showing = recorded(card, body)
    assert showing == rebuild(card, body.get("values", {}), tuple(body.get("order", ())))


@pytest.mark.parametrize(
    ("card", "body"),
    [
        (DRAWN, {"kind": "choice", "values": {"a": "1"}, "order": [2, 1, 0], "chosen": [0]}),
        (DRAWN, {"kind": "numeric", "values": {}, "given": "0.7"}),
        (DRAWN, {"kind": "numeric", "values": {"a": "1", "b": "2"}, "given": "0.7"}),
        (cards.choice(), {"kind": "choice", "order": [3, 2, 1, 0], "chosen": [3]}),
        (cards.choice(), {"kind": "choice", "order": [0, 1, 2], "chosen": [3]}),
        (cards.choice(), {"kind": "choice", "order": [0, 1, 2], "chosen": [-1]}),
    ],
)
def test_an_answer_to_a_question_that_was_rewritten_since_brings_nothing_back(card, body):
    """Another kind, other drawn values, another number of options: an author may change all of them."""
    assert recorded(card, body) is None
