"""A moving plot: every key does one thing, nothing breaks it, and leaving tells how to draw it again."""

import pytest

from tests.ui.scripted import Scripted
from tutor.cli.plot import opened
from tutor.errors import UsageError
from tutor.pictures.model import Wanted
from tutor.ui.lines import measure, text_of
from tutor.ui.plot_live import changed, command, held, run, screen, slider
from tutor.ui.terminal import Resize
from tutor.ui.theme import Look


def live(*expressions, parameters=None, **wanted):
    return held(opened(expressions, Wanted(**wanted), parameters or {}))


def after(start, *keys):
    state = start
    for key in keys:
        state = changed(state, key, start, "en")
    return state


def test_every_parameter_has_a_slider_at_its_usual_value():
    sliders = opened(["swish", "a*elu(x)"], Wanted(), {"a": (3.0, 4.0)}).sliders
    assert {one.name: (one.value, one.step) for one in sliders} == {"β": (1, 0.1), "a": (3, 0.1), "α": (1, 0.1)}


@pytest.mark.parametrize(("value", "step"), [(1, 0.1), (0.25, 0.01), (0.01, 0.01), (0, 0.01), (20, 1)])
def test_a_step_fits_the_size_of_the_parameter(value, step):
    assert slider("α", value).step == pytest.approx(step)


def test_arrows_slide_the_curve_and_leave_the_axes():
    start = live("swish")
    moved = after(start, "right", "right", "right")
    assert moved.sliders[0].value == 1.3
    assert moved.wanted == start.wanted


def test_tab_chooses_the_parameter():
    start = live("swish", "a*x")
    assert after(start, "tab", "left").parameters == {"β": (1,), "a": (0.9,)}
    assert after(start, "tab", "tab") == start


def test_without_parameters_arrows_move_along_x():
    assert after(live("gelu"), "right").wanted.x == pytest.approx((-4.8, 7.2))
    assert after(live("swish"), ".").wanted.x == pytest.approx((-4.8, 7.2))


def test_up_looks_closer_and_down_undoes_it():
    start = live("gelu")
    assert after(start, "up").wanted.x == pytest.approx((-4.8, 4.8))
    assert after(start, "up", "down").wanted.x == pytest.approx((-6, 6))


@pytest.mark.parametrize(("expression", "key"), [("1/x", "up"), ("exp(x)", "."), ("exp(x^2)", "down"), ("log(x)", ",")])
def test_no_key_leads_where_nothing_can_be_drawn(expression, key):
    """Closer and closer to a pole the height leaves every range that may be asked for."""
    start = state = live(expression)
    for _ in range(80):
        state = changed(state, key, start, "en")
        assert screen(state, 60, 16, "en")


def test_d_goes_through_the_derivatives():
    orders = [after(live("gelu"), *"ddd"[:count]).wanted.order for count in range(4)]
    assert orders == [0, 1, 2, 0]


def test_0_goes_back_to_the_start():
    start = live("swish")
    assert after(start, "right", "d", "up", ",", "0") == start


def test_an_unknown_key_does_nothing():
    start = live("gelu")
    assert after(start, "x", "f5", "é") == start


def test_what_cannot_be_drawn_is_said_and_nothing_changes():
    start = live("log(x)", x=(0, 6))
    left = after(start, *["left"] * 12)
    assert left.wanted.x[1] > 0
    assert "nothing to draw" in left.notice
    assert "nothing to draw" in text_of(screen(left, 80, 24, "en")[-1])


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (20, 8), (4, 2), (200, 60)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_screen_fits(size, language):
    rows = screen(live("swish", "leaky_relu"), *size, language)
    assert len(rows) <= size[1]
    assert all(measure(row) <= size[0] for row in rows)


def test_leaving_leaves_the_command_behind():
    terminal = Scripted(["right", Resize(), "ｄ", "nosuch", "up", "q"])
    run(live("swish'"), terminal, Look(), "en")
    assert len(terminal.screens) == 6
    assert terminal.said == ['tutor plot "swish\'" -d --range -4.8:4.8 --param β=1.1']


def test_the_command_needs_no_quotes_for_a_name():
    assert command(live("gelu")) == "tutor plot gelu --range -6:6"


def test_what_cannot_be_drawn_at_all_does_not_take_the_screen():
    terminal = Scripted(["q"])
    with pytest.raises(UsageError):
        run(opened(["log(x)"], Wanted(x=(-6, -1)), {}), terminal, Look(), "en")
    assert terminal.screens == []


def test_an_unknown_parameter_is_refused():
    with pytest.raises(UsageError):
        opened(["relu"], Wanted(), {"alpha": (1.0,)})
