"""Letters as motions: where nothing is typed they are arrows, in a field they are letters."""

from tests.ui.scripted import play
from tests.ui.world import GAP, TAIL
from tutor.ui.lines import line
from tutor.ui.paint import painted
from tutor.ui.terminal import Key
from tutor.ui.theme import Look


def test_a_key_means_its_motion_unless_it_is_typed():
    assert Key("j", "down").meant() == "down"
    assert Key("j", "down").meant(typing=True) == "j"
    assert Key("j").meant() == "j"
    assert Key("j") == Key("j", "")


def test_the_themes_differ_only_in_colour():
    spans = line(("x", "key"))
    assert painted(spans, Look()) == "\x1b[1;36mx\x1b[0m"
    assert painted(spans, Look(theme="light")) == "\x1b[1;34mx\x1b[0m"
    assert painted(spans, Look(theme="dark")) == "\x1b[1;96mx\x1b[0m"
    assert painted(spans, Look(colour=False, theme="dark")) == "\x1b[1mx\x1b[0m"


def test_j_points_at_an_option_and_l_moves_on():
    terminal, *_ = play([Key("j", "down"), Key("j", "down")], TAIL)
    assert "▸ 2" in terminal.text or "❯ 2" in terminal.text
    assert play(["j", "j"], TAIL)[0].screens[-1] == terminal.screens[0]


def test_a_field_takes_the_letter():
    terminal, *_ = play([Key("h", "left"), Key("j", "down")], GAP)
    assert "hj" in terminal.text
