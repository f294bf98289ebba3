"""Cards from files of other programs: plain texts become our kinds of questions.

Ids follow from what identifies a card in its file, so that reading the file again finds the same cards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from tutor.exchange.plain import in_line, plain, said
from tutor.questions.codec import card_from_json
from tutor.questions.model import Card, Choice, Cloze, Flash, Multi, Option
from tutor.syllabus.bodies import SHOWN_GAP
from tutor.syllabus.deck import OWN
from tutor.text import Text
from tutor.text.width import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.model import Body, Wording
    from tutor.syllabus.deck import Source

TYPED_COLUMNS = 40  # what is longer is recalled, not typed
MOST_GAPS = 100  # of one text, each a card
MOST_OPTIONS = 6  # keys that choose
DIGITS = 6  # bytes of a card's id: 12 hexadecimal digits
SHORT = 3  # bytes of a deck's id where its title says too little
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SPACED = re.compile(r"[\s_-]+")
MARKED = re.compile(r"⟦([^⟦⟧]*)⟧")
MARKS = str.maketrans("⟦⟧", "〖〗")
NO_LETTER = re.compile(r"[^a-z0-9]+")
LONGEST_SLUG = 40
CARD = re.compile(r"[a-z0-9][a-z0-9.-]{0,99}")


@dataclass(frozen=True, slots=True)
class Head:
    """What every card has beside its question: its id, its deck, tags, what is said before and after the answer.

    Cards with one `fact` would give each other away: they come on different days. It is the card's own id when "".
    """

    id: str
    deck: str
    tags: tuple[str, ...] = ()
    why: str = ""
    hint: str = ""
    fact: str = ""


def card_id(source: Source, *identity: str) -> str:
    """Return the id of a card from what identifies it in its file, compared as text in one line."""
    return f"{source}-{_digest(DIGITS, *map(in_line, identity))}"


def deck_id(source: Source, title: str) -> str:
    """Return the id of a deck: its title in letters, with some digits where letters do not tell titles apart.

    Case, spaces, hyphens and underscores do not.
    """
    plain = SPACED.sub("-", in_line(title).casefold()).strip("-")
    slug = NO_LETTER.sub("-", plain).strip("-")[:LONGEST_SLUG].strip("-")
    if SLUG.fullmatch(plain) and plain == slug:
        return f"{source}-{slug}"
    return "-".join(filter(None, (source, slug, _digest(SHORT, plain))))


def _digest(size: int, *parts: str) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def flash(head: Head, ask: str, answer: str, points: Sequence[str] = ()) -> Card:
    """Return a card that is recalled and graded by the learner."""
    return _card(head, ask, Flash(said(answer), tuple(map(said, points))))


def gapped(head: Head, before: str, gap: str, after: str, accept: Sequence[str] = ()) -> Card:
    """Return a card with a gap: typed when it is short and has letters, recalled when it is not."""
    ask = f"{before}{SHOWN_GAP}{after}"
    if "\n" in gap or width(gap) > TYPED_COLUMNS or not any(map(str.isalnum, gap)):
        return flash(head, ask, "\n".join(dict.fromkeys((gap, *accept))))
    others = tuple(form for form in dict.fromkeys(accept) if form and form != gap)
    return _card(head, ask, Cloze(Text.same(gap), others, others))


def marked(head: Head, text: str, accept: Sequence[str] = ()) -> Card | None:
    """Return a card for a text whose gaps stand in ⟦…⟧, several of them recalled together; None when it has none."""
    gaps = [gap.strip() for gap in MARKED.findall(text)]
    if not any(gaps):
        return None
    if len(gaps) > 1:
        return flash(head, MARKED.sub(SHOWN_GAP, text), "\n".join(filter(None, gaps)))
    found = MARKED.search(text)
    assert found is not None
    return gapped(head, text[: found.start()], gaps[0], text[found.end() :], accept)


def unmarked(text: str) -> str:
    """Return a text without the marks of a gap, so that only ours mean one."""
    return text.translate(MARKS)


def chosen(head: Head, ask: str, options: Sequence[tuple[str, bool]], *, several: bool = False) -> Card | None:
    """Return a card with options, each with whether it is right; None when no option is right.

    What keys cannot choose is recalled: more options than keys, and a single one. `several` may be right though one is.
    """
    told: dict[str, bool] = {}
    for text, is_right in options:
        if text:
            told[text] = told.get(text, False) or is_right
    right = [text for text in told if told[text]]
    if not right:
        return None
    if len(told) == 1:
        return flash(head, ask, right[0])
    if len(told) > MOST_OPTIONS:
        rows = "\n".join(f"• {text}" for text in told)
        return flash(head, f"{ask}\n\n{rows}", "\n".join(right))
    made = tuple(Option(right=told[text], wording=said(text)) for text in told)
    return _card(head, ask, Multi(made) if several or len(right) > 1 else Choice(made))


def usable(value: Any, deck: str) -> Card | None:
    """Return the card that plain JSON values describe, as a card of `deck`; None when it is none of these kinds."""
    try:
        card = card_from_json(value)
        if not CARD.fullmatch(card.id) or not _text(card.ask):
            return None
        fact = card.fact if CARD.fullmatch(card.fact) else ""
        head = Head(card.id, deck, tuple(map(in_line, card.tags)), _text(card.why), _text(card.hint), fact)
        made = _same_question(card, head)
        return None if made is None else replace(made, source=in_line(card.source))
    except Exception:  # noqa: BLE001 - a file may hold anything
        return None


def _same_question(card: Card, head: Head) -> Card | None:
    """Return a card made anew from its texts; raises when they are no plain texts."""
    ask, body = _text(card.ask), card.body
    match body:
        case Flash():
            return flash(head, ask, _text(body.answer), tuple(map(_text, body.points)))
        case Choice(options) | Multi(options):
            told = [(_text(one.wording), bool(one.right)) for one in options]
            return chosen(head, ask, told, several=isinstance(body, Multi))
        case Cloze():
            forms = (tuple(map(plain, body.accept_zh)), tuple(map(plain, body.accept_en)))
            return _card(head, ask, Cloze(Text.same(plain(body.gap.zh)), *forms))
        case _:
            raise TypeError(card.kind)


def _text(wording: Wording | None) -> str:
    """Return a plain text; raises for one with holes, whose numbers only the course may ask for."""
    if wording is None:
        return ""
    if wording.holes or wording.zh != wording.en:
        raise TypeError(wording)
    return plain("".join(map(str, wording.zh)))


def _card(head: Head, ask: str, body: Body) -> Card:
    return Card(
        head.id,
        head.deck,
        OWN,
        head.fact or head.id,
        body,
        ask=said(ask),
        why=said(head.why) if head.why else None,
        hint=said(head.hint) if head.hint else None,
        tags=head.tags,
    )
