"""Small pictures side by side, as rows and as sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.games.test_plain import heard
from tests.ui.games.test_screens import seen
from tutor.sessions.games.catalogue import find
from tutor.sessions.games.exhibits import Frame, Gallery
from tutor.text import Text
from tutor.text.width import width
from tutor.ui.games.gallery import lines, words
from tutor.ui.lines import text_of

ODD = find("odd")
DIP = Frame(Text.same("GELU"), "gelu(x)", Text("最小斜率 −0.129", "least slope −0.129"), (-0.75,), "hit")
FLAT = Frame(Text.same("Sigmoid"), "sigmoid(x)", Text("最小斜率 0", "least slope 0"), (), "miss")
FOUR = Gallery((FLAT, DIP, DIP, FLAT))


def drawn(shown, columns=76, rows=12):
    return [text_of(row) for row in lines(shown, columns, rows, "en")]


def test_four_pictures_stand_in_one_row_with_their_verdicts_above_and_their_numbers_below():
    rows = drawn(FOUR)
    assert rows[0].split() == ["✗", "Sigmoid", "◆", "GELU", "◆", "GELU", "✗", "Sigmoid"]
    assert rows[-1].count("least slope") == 4 or rows[-2].count("least slope") == 4


def test_on_a_narrow_screen_two_stand_beside_one_another():
    assert [row.split()[0] for row in drawn(FOUR, 36) if row[:1] in "✗◆" and row] == ["✗", "◆"]


def test_a_marked_place_lies_on_the_curve():
    rows = drawn(Gallery((DIP,)))
    assert sum("●" in row for row in rows) == 1


@given(st.integers(6, 120), st.integers(1, 30), st.sampled_from(["zh", "en", "both"]))
@settings(max_examples=25, deadline=None)
def test_a_gallery_fits_any_width(columns, rows, language):
    assert all(width(text_of(row)) <= columns for row in lines(FOUR, columns, rows, language))


def test_in_sentences_every_picture_has_its_number():
    assert list(words(FOUR, "zh"))[1] == "◆ GELU：最小斜率 −0.129"
    [told] = words(Gallery((Frame(Text.same("ReLU"), "relu(x)"),)), "en")
    assert told.startswith("1 ReLU")


def test_in_lines_long_options_have_lines_of_their_own_and_short_ones_share_one():
    out, _, _ = heard(ODD, ["", *["0", ""] * 4, "1"])
    who, why = (next(row for row in out if row.startswith(part)) for part in ("卧底：", "因为只有它："))
    assert "1)" in who
    assert "4)" in who
    assert why == "因为只有它："
    assert out[out.index(why) + 1].startswith("1) ")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("number", "level"), [(5, "seen"), (8, "secret")])
def test_rounds_in_which_the_trait_is_secret(golden, language, number, level):
    """The suspect is named, then the reason; the wrong reason is answered."""
    way = [" ", *["0", " "] * (number - 1)]
    from tutor.sessions.games.machine import Settings, dealt

    suspect, reason = (answer.place for answer in dealt(ODD, Settings("7", ODD.rounds), number).right)
    golden(f"game-odd-{level}-who-80-{language}", seen(ODD, way, language, (80, 24)))
    golden(f"game-odd-{level}-why-80-{language}", seen(ODD, [*way, str(suspect + 1)], language, (80, 24)))
    both = [str(suspect + 1), str((reason + 1) % 4 + 1)]
    golden(f"game-odd-{level}-told-80-{language}", seen(ODD, [*way, *both], language, (80, 24)))
