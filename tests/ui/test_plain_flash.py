"""In plain mode a flash card missed for the last time says when it returns instead of failing."""

from __future__ import annotations

from tests.ui.world import HALF, PEAK, MemoryHost, session_of
from tutor.ui import plain


def test_a_flash_card_missed_four_times_is_kept_for_tomorrow():
    """Four times shown and forgotten: the last line before the summary tells when it comes back."""
    host = MemoryHost("en")
    given = iter(["", "1"] * 4 + [""])
    said: list[str] = []
    plain.run(session_of(host, HALF), host, plain.Lines(lambda _: next(given, None), said.append))
    assert any("tomorrow" in line for line in said)
    assert [event.kind for event in host.events] == ["answered", "practised", "practised", "practised"]


def test_an_undo_where_a_grade_is_asked_takes_back_the_card_before():
    """The only finished card is gone again; nothing is said of a grade."""
    host = MemoryHost("en")
    given = iter(["", "3", "", "u"])
    said: list[str] = []
    session = plain.run(session_of(host, HALF, PEAK), host, plain.Lines(lambda _: next(given, None), said.append))
    assert session.done == ()
    assert len([line for line in said if line.casefold().startswith("good:")]) == 1
