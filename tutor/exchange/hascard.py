r"""Decks of hascard: cards between lines `---`, each a line `# …` with what is asked, and below it what is known.

    # Which one is zero-centred?          # Which have kinks?         # Fill in
    - sigmoid                             [*] ReLU                    The range of σ is _(0, 1)|0 to 1_.
    * tanh                                [ ] GELU
    ---                                   ---                         ---

Options with `-` and `*` are a choice, with boxes (`[*]`, `[x]`) several may be right; words between underscores are
gaps, with other forms behind `|`; numbered lines are to be brought into their order; anything else is an answer that
is recalled. A picture (`![](file)`) below the question is left out and counted, LaTeX between three backticks is read.
What a card asks is what it is recognised by, together with its answer when two ask the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from tutor.exchange.decoding import decoded
from tutor.exchange.foreign import MOST_GAPS, Head, card_id, chosen, flash, marked, unmarked
from tutor.exchange.formulas import readable
from tutor.exchange.gathering import Gathering
from tutor.exchange.plain import LONGEST, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.exchange.imported import Imported

RULE = re.compile(r"-{3,}\s*")
HEADER = re.compile(r"#+\s*(?P<text>.*\S)\s*")
PICTURE = re.compile(r"\s*!\[[^\[\]]*\]\([^()]*\)\s*")
OPTION = re.compile(r"(?P<mark>[*-])\s+(?P<text>.*)")
BOX = re.compile(r"\[(?P<mark>[*xX ])\]\s*(?P<text>.*)")
PLACED = re.compile(r"(?P<mark>\d{1,4})[.)]\s+(?P<text>.*)")
GAP = re.compile(r"(?<![A-Za-z0-9\\_])_((?:[^_\\\n]|\\.)+)_(?![A-Za-z0-9_])")
FENCE = "```"
UNDERSCORE = "\\_"
LOOKS = re.compile(r"\s*#[ \t]+\S[^\n]*\n")
OPTIONS = re.compile(r"^(?:\* |\[[*xX]\])", re.MULTILINE)
BETWEEN = re.compile(r"^---+\s*^#", re.MULTILINE)

Row = tuple[str, str]  # the mark and the text of a row


@dataclass(frozen=True, slots=True)
class _Block:
    """One card as it is written."""

    header: str
    body: tuple[str, ...]


def looks_like_hascard(text: str) -> bool:
    """Say whether a text is a deck of this format: it begins with a question, and has options or further cards."""
    return LOOKS.match(text) is not None and (OPTIONS.search(text) is not None or BETWEEN.search(text) is not None)


def read_hascard(source: bytes, name: str, title: str = "") -> Imported:
    """Return the cards of the file `name`, in a deck called `title` or like the file.

    Raises `TutorError` when the file cannot be read as text.
    """
    text = decoded(source, name)
    gathering = Gathering("hascard", name, text)
    deck = title or PurePath(name).stem
    for block in _blocks(text.text.splitlines(), gathering):
        if len(block.header) + sum(map(len, block.body)) > 2 * LONGEST:
            gathering.leave("long")
        else:
            _take(block, gathering.deck(deck), gathering)
    return gathering.imported()


def _blocks(lines: Sequence[str], gathering: Gathering) -> Iterator[_Block]:
    """Yield the cards; what has no question before it is told."""
    block: list[str] = []
    for line in (*lines, "---"):
        if not RULE.fullmatch(line):
            block.append(line)
            continue
        header, *body = _without_edges(block) or [""]
        found = HEADER.fullmatch(header)
        if found:
            yield _Block(found["text"], tuple(_without_edges(body)))
        elif header:
            gathering.leave("no_question")
        block = []


def _without_edges(lines: Sequence[str]) -> list[str]:
    """Return lines without empty ones before and after them."""
    full = [place for place, line in enumerate(lines) if line.strip()]
    return list(lines[full[0] : full[-1] + 1]) if full else []


def _take(block: _Block, deck: str, gathering: Gathering) -> None:
    """Take a card for what its rows look like."""
    ask = _spoken(unmarked(block.header))
    shown = [line for line in block.body if not PICTURE.fullmatch(line)]
    gathering.leave("media", len(block.body) - len(shown))
    body = [line for line in _without_edges(shown) if line.strip() != FENCE]
    text = unmarked("\n".join(body))
    head = _head(ask, text, deck, gathering)
    if not ask or not text.strip():
        gathering.leave("no_answer" if ask else "no_question")
    elif rows := _rows(body, OPTION):
        _choice(head, ask, rows, text, gathering)
    elif rows := _rows(body, BOX):
        _several(head, ask, rows, gathering)
    elif rows := _rows(body, PLACED):
        _order(head, ask, rows, gathering)
    elif GAP.search(text):
        _gaps(head, ask, text, gathering)
    else:
        gathering.add(flash(head, ask, _spoken(text)))


def _head(ask: str, text: str, deck: str, gathering: Gathering) -> Head:
    own = card_id("hascard", deck, ask)
    if gathering.knows(own):
        own = card_id("hascard", deck, ask, text)
    return Head(own, deck)


def _spoken(text: str) -> str:
    return plain(readable(text).replace(UNDERSCORE, "_"))


def _rows(lines: Sequence[str], pattern: re.Pattern[str]) -> list[Row]:
    """Return rows with their marks, none when the first line is none; a line without a mark goes on with its row."""
    rows: list[Row] = []
    for line in lines:
        found = pattern.fullmatch(line.strip())
        if found:
            rows.append((found["mark"], found["text"]))
        elif not rows:
            return []
        else:
            mark, text = rows[-1]
            rows[-1] = (mark, f"{text}\n{line}")
    return [(mark, _spoken(text)) for mark, text in rows]


def _choice(head: Head, ask: str, rows: Sequence[Row], text: str, gathering: Gathering) -> None:
    """Take a choice; where all rows have the same mark they are a list and the answer."""
    if len({mark for mark, _ in rows}) == 1:
        gathering.add(flash(head, ask, _spoken(text)))
        return
    card = chosen(head, ask, [(told, mark == "*") for mark, told in rows])
    if card is None:
        gathering.leave("no_right")
    else:
        gathering.add(card)


def _several(head: Head, ask: str, rows: Sequence[Row], gathering: Gathering) -> None:
    card = chosen(head, ask, [(told, mark != " ") for mark, told in rows], several=True)
    if card is None:
        gathering.leave("no_right")
    else:
        gathering.add(card)


def _order(head: Head, ask: str, rows: Sequence[Row], gathering: Gathering) -> None:
    """Take a card whose rows are to be brought into their order: it is recalled."""
    shown = "\n".join(f"• {told}" for _, told in rows)
    ordered = sorted(rows, key=lambda row: int(row[0]))
    gathering.add(flash(head, f"{ask}\n\n{shown}", "\n".join(f"{mark}. {told}" for mark, told in ordered)))


def _gaps(head: Head, ask: str, text: str, gathering: Gathering) -> None:
    """Take one card for each gap, the others filled in."""
    forms = [[form.strip() for form in found[1].split("|")] for found in GAP.finditer(text)]
    gathering.leave("gaps", max(0, len(forms) - MOST_GAPS))
    for number in range(min(len(forms), MOST_GAPS)):
        places = iter(range(len(forms)))

        def filled(_: re.Match[str], number: int = number, places: Iterator[int] = places) -> str:
            place = next(places)
            return f"⟦{forms[place][0]}⟧" if place == number else forms[place][0]

        shown = _spoken(f"{ask}\n{GAP.sub(filled, text)}")
        own = replace(head, id=f"{head.id}-{number + 1}", fact=head.id) if number else head
        card = marked(own, shown, [_spoken(form) for form in forms[number][1:]])
        if card is None:
            gathering.leave("no_gap")
        else:
            gathering.add(card)
