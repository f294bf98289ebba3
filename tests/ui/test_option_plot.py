"""Options that are curves: numbers on the lines, names only after the answer, one sentence each in plain words."""

from dataclasses import replace

import pytest

from tests.ui.scripted import play
from tutor.pictures.curves import curves
from tutor.questions import generate
from tutor.questions.showing import rebuild
from tutor.ui import option_plot
from tutor.ui.canvas import Grid
from tutor.ui.lines import measure, text_of
from tutor.ui.plot_signs import signs

FIND = generate.card("curve-of-a-function", "elu", 5)
SLOPE = generate.card("derivative-of-a-curve", "gelu", 3)


def showing(card, order=(0, 1, 2, 3)):
    return rebuild(card, {"seed": "5"}, order)


def shown(card, columns=76, rows=14, **more):
    return [text_of(row) for row in option_plot.lines(showing(card), columns, rows, "en", **more)]


def test_numbers_stand_on_the_lines_and_no_name_before_the_answer():
    text = "\n".join(shown(FIND))
    assert all(str(n) in text for n in range(1, len(FIND.body.options) + 1))
    assert "ELU" not in text


def test_names_stand_above_the_plot_after_the_answer():
    text = "\n".join(shown(FIND, named=True))
    assert all("".join(option.wording.en) in text for option in FIND.body.options)


def test_the_curve_asked_about_stands_beside_the_options_without_its_name():
    heading = shown(SLOPE)[0]
    assert heading.split() == ["f", "Which", "one?"]
    assert "GELU" not in "".join(shown(SLOPE))
    assert "GELU(x)" in "".join(shown(SLOPE, named=True))


@pytest.mark.parametrize("card", [FIND, SLOPE])
@pytest.mark.parametrize("focus", [None, 0, 2])
@pytest.mark.parametrize(("columns", "rows"), [(36, 19), (36, 10), (60, 12), (76, 18), (20, 5)])
def test_a_plot_of_options_fits(card, focus, columns, rows):
    lines = option_plot.lines(showing(card), columns, rows, "zh", focus=focus)
    assert 0 < len(lines) <= rows
    assert all(measure(row) <= columns for row in lines)


def test_the_curve_pointed_at_stands_out_and_the_one_asked_about_stays():
    plain, pointed = (option_plot.lines(showing(SLOPE), 76, 14, "en", focus=focus) for focus in (None, 1))
    roles = [
        {span.role for row in lines for span in row if set(span.text) & set("⠶⠒⠤⣀⡀")} for lines in (plain, pointed)
    ]
    assert "dim" not in roles[0]
    assert "dim" in roles[1]
    left = [[(span.text, span.role) for span in row][:3] for row in pointed[1:]]
    assert any(role == "accent" for row in left for _, role in row)


def test_plain_words_tell_every_curve_by_its_number_and_no_name():
    for card, asked in ((FIND, 0), (SLOPE, 1)):
        for language in ("zh", "en"):
            told = option_plot.in_words(showing(card), language)
            assert [line[:3] for line in told[asked:]] == [f"{n}) " for n in range(1, len(card.body.options) + 1)]
            assert len(told) == asked + len(card.body.options)
            assert not any(word in "".join(told) for word in ("ELU", "elu", "tanh", "′"))


def test_a_curve_that_cannot_be_drawn_leaves_the_question_without_a_plot():
    broken = replace(showing(FIND), options=(replace(showing(FIND).options[0], curve="nosuch(x)"),))
    assert option_plot.lines(broken, 76, 14, "en") == []
    assert option_plot.in_words(broken, "en") == ()
    assert not option_plot.stacked(broken, 40)


# -- where the numbers stand ----------------------------------------------------------------------


def signed(*expressions):
    panel = curves(expressions, (-6, 6)).panels[0]
    return replace(panel, curves=tuple(replace(curve, sign=str(n)) for n, curve in enumerate(panel.curves)))


def spots(panel, columns=60, rows=14):
    return list(signs(panel, Grid(columns, rows, panel.x, panel.y)))


def test_curves_without_numbers_get_none():
    assert spots(curves(["relu", "elu"], (-6, 6)).panels[0]) == []


def test_a_number_stands_where_its_curve_is_alone():
    """ReLU and ELU are one line right of 0: their numbers stand left of it."""
    found = spots(signed("relu(x)", "elu(x, α=3)"))
    assert {place for place, *_ in found} == {0, 1}
    assert all(column < 30 for _, column, _ in found)


def test_a_curve_far_from_all_others_has_two_numbers_far_apart():
    found = [column for place, column, _ in spots(signed("sigmoid(x)+9", "tanh(x)")) if place == 0]
    assert len(found) == 2
    assert abs(found[0] - found[1]) >= 20


def test_numbers_never_hide_each_other():
    found = spots(signed("tanh(x)", "erf(x)", "softsign(x)", "sigmoid(x)"), 30, 8)
    cells = [(column, row) for _, column, row in found]
    assert len(set(cells)) == len(cells)


# -- the screen -----------------------------------------------------------------------------------


def test_digits_choose_and_the_names_come_with_the_verdict():
    terminal, host, _ = play(("2",), FIND, SLOPE, language="en")
    assert [event.kind for event in host.events] == ["answered"]
    assert "Identity" in "\n".join(terminal.screens[-1])
    assert "Identity" not in "\n".join(terminal.screens[0])


def test_arrows_point_and_enter_chooses():
    terminal, host, _ = play(("down", "down", "enter"), FIND, SLOPE, language="en")
    assert "▸ 2" in "\n".join(terminal.screens[2])
    assert len(host.events) == 1


def test_zero_stands_in_the_same_row():
    terminal, *_ = play((), FIND, SLOPE, language="en")
    (row,) = [line for line in terminal.screens[0] if "I don't know" in line and "1  ━━" in line]
    assert row.split() == ["1", "━━", "2", "╌╌", "3", "··", "4", "─·", "0", "I", "don't", "know"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("family", ["curve-of-a-function", "derivative-of-a-curve"])
def test_no_two_curves_are_told_alike(family, language):
    """Identity and Leaky ReLU both rise from −∞ to ∞: some heights tell them apart."""
    functions = generate.FAMILIES[family].functions()
    for seed in range(40):
        card = generate.card(family, functions[seed % len(functions)], seed)
        told = option_plot.in_words(rebuild(card, {"seed": str(seed)}, range(len(card.body.options))), language)
        options = [line.partition(") ")[2] for line in told if ") " in line[:4]]
        assert len(set(options)) == len(card.body.options), (card.id, seed, told)
