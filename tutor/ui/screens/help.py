"""Every key of the moment with what it does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.ui.lines import Line, line, measure, paragraph, spaced
from tutor.ui.screens import footer
from tutor.ui.screens.question import Body, labelled
from tutor.ui.view import typed

if TYPE_CHECKING:
    from tutor.ui.scene import Scene

ALWAYS: tuple[footer.Key, ...] = (
    ("u", "undo_long"),
    ("ctrl-r", "redo"),
    ("i", "info_long"),
    ("s", "skip_long"),
    ("-", "bury_long"),
    ("@", "suspend_long"),
    ("L", "language_long"),
    ("!", "report_long"),
    ("q", "leave_long"),
)
FIELD: tuple[footer.Key, ...] = (("enter", "submit_long"), ("esc", "commands_long"), ("ctrl-u", "erase"))


def body(scene: Scene) -> Body:
    """Return the help page."""
    card = replace(scene, view=replace(scene.view, page="card"))
    of_phase = footer.with_plot(card, footer.of_phase(card))
    now = FIELD if typed(scene.session) else tuple(key for key in of_phase if key not in footer.PUT_AWAY)
    blocks = [
        labelled(scene, "screen.help_now", table(scene, now)),
        labelled(scene, "screen.help_always", table(scene, ALWAYS)),
        paragraph(scene.say("screen.help_note"), scene.measure, "dim"),
    ]
    return Body(tuple(spaced(blocks)))


def table(scene: Scene, keys: tuple[footer.Key, ...]) -> list[Line]:
    """Return keys with what each does, in two columns."""
    names = [footer.name(scene, pressed) for pressed, _ in keys]
    wide = max((measure(line(name)) for name in names), default=0) + 2
    lines: list[Line] = []
    for name, (_, does) in zip(names, keys, strict=True):
        lead = line("  ", (name, "key"), " " * (wide - measure(line(name))))
        lines += paragraph(footer.told(scene, does), scene.measure, lead=lead)
    return lines
