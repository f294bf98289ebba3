"""The table of a game as a whole screen: what is asked, what lies there, what can be pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from tutor.sessions.games.machine import Asked, Heard, Over, Ready
from tutor.sessions.games.model import Choose, Passed, Picked, Wrote
from tutor.text import Text
from tutor.ui.games import ending, exhibit
from tutor.ui.learn.view import NOBODY
from tutor.ui.lines import BLANK, Line, Span, beside, flow, line, measure, paragraph, spaced
from tutor.ui.phrases import bar
from tutor.ui.scene import Scene
from tutor.ui.screens import footer
from tutor.ui.screens.frame import LOW, Frame, Parts, laid_out
from tutor.ui.screens.question import FRAME_ROWS, PROMPT, Body
from tutor.ui.view import View as PageView

if TYPE_CHECKING:
    from tutor.sessions.games.machine import Play
    from tutor.sessions.games.model import Answer, Part
    from tutor.ui.games.view import View
    from tutor.ui.screens.footer import Key

NOTHING = Text.same("")
INLINE = 3  # rows of short options beside one another


@dataclass(frozen=True, slots=True)
class Table:
    """One moment of a game: `page` knows size and language."""

    play: Play
    view: View
    page: Scene

    def text(self, text: Text, role: str = "plain", lead: Line = BLANK) -> list[Line]:
        """Return a text as lines, none for an empty one."""
        return self.page.text(text, role, lead) if text.en else []  # type: ignore[arg-type]


def compose(play: Play, view: View, size: tuple[int, int]) -> Frame:
    """Return the screen of a moment."""
    page = Scene(NOBODY, PageView(view.language, scroll=view.scroll), *size, 0, NOTHING)
    table = Table(play, view, page)
    top = _top(table) if page.rows >= LOW else []
    return laid_out(page, Parts(top, body(table), [], _keys(table)))


def body(table: Table) -> Body:
    """Return the body of the phase, or the rules where they were asked for."""
    phase = table.play.phase
    if table.view.rules or isinstance(phase, Ready):
        return Body(tuple(ending.rules(table.play, table.page)))
    match phase:
        case Asked():
            return asking(table, phase)
        case Heard():
            return heard(table, phase)
        case Over():
            return Body(tuple(ending.lines(table.play, phase, table.page)))
        case _:
            assert_never(phase)


def _top(table: Table) -> list[Line]:
    """Return the title with the level, the score at the right, and the bar of turns that lie behind.

    On a narrow screen the level goes first, then the title: the score is read again and again.
    """
    play, page = table.play, table.page
    title = play.game.text("title").lines(page.language)[0]
    asking_now = isinstance(play.phase, Asked | Heard) and not table.view.rules
    level = play.turn.level.lines(page.language)[0] if asking_now else ""
    right = line((ending.standing(play, page), "dim"))
    names = (line((title, "title"), (f" · {level}" if level else "", "accent")), line((title, "title")))
    told = next((name for name in names if measure(name) + 1 + measure(right) <= page.measure), BLANK)
    full, rest = bar(len(play.results) / max(1, play.settings.rounds), page.measure)
    return [beside(told, right, page.measure), (Span(full, "accent"), Span(rest, "rule"))]


def asking(table: Table, phase: Asked) -> Body:
    """Return the question, what lies on the table, and the parts: answered, open, still to come."""
    play, page = table.play, table.page
    said = [*table.text(play.turn.ask, "strong"), *table.text(play.turn.note, "dim")]
    parts, cursor = _parts(table)
    hint = _hint(table, phase)
    others = len(said) + len(parts) + len(hint) + 2 + bool(hint)
    shown = exhibit.drawn(play.turn.table(play.given), page.measure, page.rows - FRAME_ROWS - others, page.language)
    above = spaced([said, shown])
    lines = spaced([above, [*parts, *hint]])
    start = len(above) + 1
    pointed = table.view.cursor
    to_the_end = hint or (pointed is None and len(play.turn.parts) > 1)
    keep = len(lines) - 1 if to_the_end else start + min(len(parts) - 1, (pointed or 0) + len(play.given))
    at = None if cursor is None else (start + cursor[0], cursor[1])
    return Body(tuple(lines), keep if at is None else max(keep, at[0]), at)


def _hint(table: Table, phase: Asked) -> list[Line]:
    if phase.hint is None:
        return []
    said = table.page.say(phase.hint.key, **phase.hint.facts)
    return paragraph(said, table.page.measure, "notice", line(("▪ ", "notice")))


def _parts(table: Table) -> tuple[list[Line], tuple[int, int] | None]:
    """Return the lines of all parts, and where the typing cursor stands in them."""
    play, part = table.play, table.play.part
    several = len(play.turn.parts) > 1
    rows = [*_strip(table), BLANK] if several else []
    if isinstance(part, Choose):
        rows += [] if several else table.text(part.ask, "strong")
        beside_one_another = _inline(table, part) if several and not part.listed else []
        return [*rows, *(beside_one_another or _options(table, part))], None
    if part is None:
        return rows, None
    row, column = _field(table, part.name)
    return [*rows, row], (len(rows), column)


def _strip(table: Table) -> list[Line]:
    """Return all parts of a turn in as few rows as they need: answered, open, still to come."""
    play, items = table.play, []
    for place, part in enumerate(play.turn.parts):
        name = _name(part).lines(table.page.language)[0].removesuffix(" =")
        if place < len(play.given):
            told = answered(part, play.given[place]).lines(table.page.language)[0]
            items.append(line((table.page.say("games.answered", part=name), "dim"), (told, "accent")))
        else:
            here = place == len(play.given)
            items.append(line(("▸ " if here else "", "mark"), (name, "strong" if here else "dim")))
    return flow(items, table.page.measure)


def _inline(table: Table, part: Choose) -> list[Line]:
    """Return short options in one row, none where they do not fit."""
    items = []
    passing = "games.pass_part" if table.play.turn.loose else "games.key_pass"
    for place, text in enumerate((*part.options, Text.same(table.page.say(passing)))):
        here = place == table.view.cursor
        label = f"{place + 1}" if place < len(part.options) else "0"
        told = text.lines(table.page.language)[0]
        dim = place == len(part.options) and not here
        items.append(
            line(
                ("▸" if here else " ", "mark"),
                (label, "key"),
                " ",
                (told, "strong" if here else "dim" if dim else "plain"),
            )
        )
    rows = flow(items, table.page.measure, 2)
    return rows if len(rows) <= INLINE else []


def _name(part: Part) -> Text:
    return part.ask if isinstance(part, Choose) else part.name


def answered(part: Part, answer: Answer) -> Text:
    """Return what was answered to a part."""
    match answer:
        case Picked(place) if isinstance(part, Choose):
            return part.options[place]
        case Wrote(text):
            return Text.same(text)
        case Passed() | Picked():
            return Text.same("…")


def _options(table: Table, part: Choose) -> list[Line]:
    """Return the options, the pointed one marked, and the way out."""
    rows: list[Line] = []
    texts = [*part.options, None]
    for place, text in enumerate(texts):
        here = place == table.view.cursor
        label = f"{place + 1}" if text else "0"
        lead = line(("▸ " if here else "  ", "mark"), (label, "key"), "  ")
        if text is None:
            rows.append((*lead, Span(table.page.say("games.pass"), "strong" if here else "dim")))
        else:
            rows += table.text(text, "strong" if here else "plain", lead)
    return rows


def _field(table: Table, name: Text) -> tuple[Line, int]:
    """Return the line that is being typed, and the column of its cursor."""
    lead = line((PROMPT, "key"), (f"{name.lines(table.page.language)[0]} ", "strong"))
    shown, at = table.view.field.window(max(4, table.page.measure - measure(lead)))
    return (*lead, Span(shown)), measure(lead) + at


def heard(table: Table, phase: Heard) -> Body:
    """Return the verdict, what now lies on the table, and why."""
    play, page, told = table.play, table.page, phase.told
    head = [*ending.verdict(play, phase, page), *table.text(told.said, "strong")]
    why = [row for text in told.why for row in table.text(text)]
    others = len(head) + len(why) + 2
    shown = exhibit.drawn(told.shown, page.measure, page.rows - FRAME_ROWS - others, page.language)
    asked = [] if play.turn.ask.zh in told.said.zh else table.text(play.turn.ask, "dim")
    if len(asked) + others + len(shown) + 2 > page.rows - FRAME_ROWS:
        asked = []
    return Body(tuple(spaced([asked, head, shown, why])))


def _keys(table: Table) -> list[Line]:
    """Return the keys of the moment."""
    fixed, others = _of_moment(table)
    return footer.row(table.page, fixed, others)


def _of_moment(table: Table) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Return the keys that are never cut, and the others in order of importance."""
    play = table.play
    always: tuple[Key, ...] = (("?", "games.key_rules"), ("L", "language"))
    if table.view.rules:
        return (("esc", "back"),), ()
    match play.phase:
        case Ready():
            return (("q", "leave"),), (("space", "games.key_begin"), *always[1:])
        case Asked():
            back: tuple[Key, ...] = (("⌫", "games.key_back"),) if play.given and play.turn.hit is None else ()
            part = play.part
            if isinstance(part, Choose):
                digits = (f"1-{len(part.options)}", "choose")
                passing = ("0", "games.pass_part" if play.turn.loose else "games.key_pass")
                return (("q", "leave"),), (digits, passing, ("↑↓", "point"), *back, *always)
            return (("esc", "leave"),), (("enter", "submit"), *back, ("ctrl-l", "language"))
        case Heard():
            return (("q", "leave"),), (("space", "games.key_next"), *always)
        case Over():
            return (("q", "close"),), (("space", "games.key_again"), *always)
        case _:
            assert_never(play.phase)
