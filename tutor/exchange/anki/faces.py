"""A card of ours as the fields of a note: one showing of it, in the learner's language, as HTML."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, assert_never

from tutor.exchange.anki import ours
from tutor.exchange.anki.ours import CHOICE, CLOZE, FLASH, LETTERS, MYTH, TYPED
from tutor.questions.model import Choice, Cloze, Flash, Formula, Multi, Myth, Numeric
from tutor.questions.showing import draw
from tutor.questions.template import fill
from tutor.syllabus.bodies import SHOWN_GAP
from tutor.syllabus.deck import OWN
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.exchange.anki.ours import NoteType
    from tutor.questions.model import Card
    from tutor.questions.showing import Showing
    from tutor.text import Language, Text

ROOM = re.compile(r"^ +| {2,}", re.MULTILINE)
CALLED = re.compile(r"\[(?=sound:|anki:|latex\]|\$)")  # what Anki would play or typeset
BRACES = str.maketrans({"{": "&#123;", "}": "&#125;", ":": "&#58;"})
KEYS = str.maketrans("−·×", "-**")
POWER = re.compile(r"×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")

Note = tuple["NoteType", dict[str, str]]


def note(card: Card, language: Language) -> Note:
    """Return the note type of a card and its fields by name; drawn values follow from the card's id."""
    showing = draw(card, "anki")
    kind, fields = _note(showing, language)
    plot = _plot(showing, language)
    fields |= {
        ours.ID: escape(card.id),
        "Why": told(showing.why, language),
        "Hint": told(showing.hint, language),
        "Source": "" if card.part == OWN else html(card.source),  # there it is the file that was imported
        "Plot": plot,
    }
    return kind, {name: value for name, value in fields.items() if value}


def _note(showing: Showing, language: Language) -> Note:
    body, ask = showing.card.body, told(showing.ask, language)
    match body:
        case Flash():
            points = "".join(f"<li>{told(point, language)}</li>" for point in showing.points)
            answer = _joined((showing.answer, *_model_answers(showing.card)), language)
            return FLASH, {"Question": ask, "Answer": answer, "Points": points and f"<ul>{points}</ul>"}
        case Choice() | Multi():
            return CHOICE, {"Question": ask, **_options(showing, language)}
        case Numeric(digits=digits):
            assert showing.expected is not None
            typed = {"Answer": _keyed(significant(showing.expected, digits)), "Unit": told(showing.unit, language)}
            return TYPED, {"Question": ask, "Shown": told(showing.answer, language), **typed}
        case Formula():
            typed = {"Answer": _keyed(showing.answer.en)}
            return TYPED, {"Question": ask, "Shown": told(showing.answer, language), **typed}
        case Cloze():
            return CLOZE, _cloze(showing, body, language)
        case Myth():
            verdict = next(option.text for option in showing.options if option.right)
            truth = told(showing.answer, language) if showing.answer != showing.ask else ""
            asked = told(both("anki.myth_or_fact"), language)
            return MYTH, {"Statement": ask, "Ask": asked, "Verdict": told(verdict, language), "Truth": truth}
        case _:
            assert_never(body)


def _model_answers(card: Card) -> Iterable[Text]:
    """Return what an interviewer would like to hear, where the author wrote it down."""
    return (fill(wording, {}) for wording in (card.quick, card.full) if wording is not None and not wording.holes)


def _options(showing: Showing, language: Language) -> dict[str, str]:
    fields: dict[str, str] = {}
    for letter, option in zip(LETTERS, showing.options, strict=False):
        fields[letter] = told(option.text, language)
        reasons = (option.name if option.curve else None, option.because)
        fields[f"Why {letter}"] = _joined([text for text in reasons if text is not None], language)
    fields["Right"] = " ".join(LETTERS[place] for place in showing.right_options)
    if isinstance(showing.card.body, Multi):
        fields["Several"] = told(both("anki.several"), language)
    return fields


def _cloze(showing: Showing, body: Cloze, language: Language) -> dict[str, str]:
    lines = showing.ask.lines(language)
    gaps = (body.gap.zh, body.gap.en) if len(lines) > 1 else (body.gap.lines(language)[0],)
    texts = [_hidden(line, gap) for line, gap in zip(lines, gaps, strict=True)]
    forms = (*body.accept_zh, *body.accept_en) if language == "both" else _accepted(body, language)
    accepted = ", ".join(dict.fromkeys(forms))
    return {"Text": _divided(texts), "Answer": html(gaps[0]), "Accept": html(f"= {accepted}" if accepted else "")}


def _accepted(body: Cloze, language: Language) -> tuple[str, ...]:
    return body.accept_en if language == "en" else body.accept_zh


def _hidden(line: str, gap: str) -> str:
    """Return a line as HTML with its gap as Anki writes one; what Anki would read as its end is written otherwise."""
    before, found, after = line.partition(SHOWN_GAP)
    before, after = (html(part).replace("{{", "{&#123;").replace("}}", "}&#125;") for part in (before, after))
    return f"{before}{'' if found else '<br>'}{{{{c1::{_braced(gap)}}}}}{after}"


def _braced(text: str) -> str:
    return escape(text, quote=False).translate(BRACES).replace("\n", "<br>")


def _keyed(answer: str) -> str:
    """Return an answer as a keyboard writes it: −4.5×10⁻⁵ is -4.5e-5."""
    return html(POWER.sub(_exponent, answer).translate(KEYS))


def _exponent(found: re.Match[str]) -> str:
    return f"e{found[1].translate(LOWERED)}"


def _plot(showing: Showing, language: Language) -> str:
    """Return the plot of a question as SVG, "" without one."""
    options = tuple(option.curve for option in showing.options if option.curve)
    if showing.card.plot is None and not options:
        return ""
    from tutor.exchange.anki.plot import drawing

    return drawing(showing.card.plot, options, language)


def told(text: Text | None, language: Language) -> str:
    """Return a text as HTML in the learner's language; in both, one below the other."""
    return "" if text is None else _divided([html(line) for line in text.lines(language)])


def _joined(texts: Iterable[Text], language: Language) -> str:
    return "<br>".join(told(text, language) for text in texts)


def _divided(lines: list[str]) -> str:
    if len(lines) == 1:
        return lines[0]
    first, *rest = lines
    return f"<div>{first}</div>" + "".join(f'<div class="en">{line}</div>' for line in rest)


def html(text: str) -> str:
    """Return a plain text as HTML: its lines and its indentation, nothing of it interpreted."""
    marked = CALLED.sub("&#91;", escape(text, quote=False))
    return ROOM.sub(lambda found: "&nbsp;" * len(found[0]), marked).replace("\n", "<br>")
