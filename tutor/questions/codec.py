"""Cards as JSON values and back: the form they have in the compiled library.

Compact, because a session reads forty of them at its start: a field that has its default is left
out, and a wording without holes is one string (or two, when the languages differ).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.questions.model import (
    KIND_OF,
    Card,
    Choice,
    Cloze,
    Curves,
    Draw,
    Flash,
    Formula,
    Hole,
    Multi,
    Myth,
    Numeric,
    Option,
    Wording,
)
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.questions.model import Body, Piece

Json = dict[str, Any]


def card_to_json(card: Card) -> Json:
    """Return `card` as plain JSON values."""
    return _present(
        id=card.id,
        lesson=card.lesson,
        part=card.part,
        fact=card.fact,
        kind=card.kind,
        body=_body_to_json(card.body),
        ask=_maybe(card.ask),
        why=_maybe(card.why),
        hint=_maybe(card.hint),
        draws={draw.name: list(draw.candidates) for draw in card.draws} or None,
        tags=list(card.tags) or None,
        related=list(card.related) or None,
        created=card.created or None,
        formula=card.formula or None,
        function=card.function or None,
        source=card.source or None,
        plot=card.plot and curves_to_json(card.plot),
        ladder=card.ladder and list(card.ladder),
        quick=_maybe(card.quick),
        full=_maybe(card.full),
    )


def card_from_json(value: Json) -> Card:
    """Return the card that `card_to_json` described."""
    return Card(
        id=value["id"],
        lesson=value["lesson"],
        part=value["part"],
        fact=value["fact"],
        body=_READERS[value["kind"]](value["body"]),
        ask=_wording_of(value, "ask"),
        why=_wording_of(value, "why"),
        hint=_wording_of(value, "hint"),
        draws=tuple(Draw(name, tuple(texts)) for name, texts in value.get("draws", {}).items()),
        tags=tuple(value.get("tags", ())),
        related=tuple(value.get("related", ())),
        created=value.get("created", ""),
        formula=value.get("formula", ""),
        function=value.get("function", ""),
        source=value.get("source", ""),
        plot=curves_from_json(value["plot"]) if "plot" in value else None,
        ladder=(value["ladder"][0], value["ladder"][1]) if "ladder" in value else None,
        quick=_wording_of(value, "quick"),
        full=_wording_of(value, "full"),
    )


def _present(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None}


def _maybe(wording: Wording | None) -> Any:
    return None if wording is None else wording_to_json(wording)


def _wording_of(value: Json, name: str) -> Wording | None:
    return wording_from_json(value[name]) if name in value else None


def wording_to_json(wording: Wording) -> Any:
    """Return one string for a plain text equal in both languages, else a pair of sides."""
    zh, en = _side_to_json(wording.zh), _side_to_json(wording.en)
    return zh if isinstance(zh, str) and zh == en else [zh, en]


def wording_from_json(value: Any) -> Wording:
    """Return the wording that `wording_to_json` described."""
    zh, en = (value, value) if isinstance(value, str) else value
    return Wording(_side_from_json(zh), _side_from_json(en))


def _side_to_json(pieces: tuple[Piece, ...]) -> Any:
    match pieces:
        case ():
            return ""
        case (str(text),) if text:
            return text
        case _:
            return [piece if isinstance(piece, str) else [piece.expression, piece.digits] for piece in pieces]


def _side_from_json(value: Any) -> tuple[Piece, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(piece if isinstance(piece, str) else Hole(*piece) for piece in value)


def text_to_json(text: Text) -> Any:
    """Return one string when both languages agree, else the pair."""
    return text.zh if text.zh == text.en else [text.zh, text.en]


def text_from_json(value: Any) -> Text:
    """Return the text that `text_to_json` described."""
    return Text.same(value) if isinstance(value, str) else Text(*value)


def curves_to_json(plot: Curves) -> Json:
    """Return a question's plot as JSON values."""
    return {"curves": list(plot.curves), "range": list(plot.range), "labels": plot.labels}


def curves_from_json(value: Json) -> Curves:
    """Return the plot that `curves_to_json` described."""
    low, high = value["range"]
    return Curves(tuple(value["curves"]), (low, high), value["labels"])


def _option_to_json(option: Option) -> Json:
    return _present(
        right=option.right or None,
        text=_maybe(option.wording),
        expr=option.expression or None,
        digits=option.digits if option.expression else None,
        mistake=option.mistake or None,
        because=_maybe(option.because),
        curve=option.curve or None,
    )


def _option_from_json(value: Json) -> Option:
    return Option(
        right=value.get("right", False),
        wording=_wording_of(value, "text"),
        expression=value.get("expr", ""),
        digits=value.get("digits", 3),
        mistake=value.get("mistake", ""),
        because=_wording_of(value, "because"),
        curve=value.get("curve", ""),
    )


def _body_to_json(body: Body) -> Any:
    match body:
        case Flash():
            points = [wording_to_json(point) for point in body.points]
            return _present(answer=wording_to_json(body.answer), points=points or None)
        case Choice() | Multi():
            return [_option_to_json(option) for option in body.options]
        case Numeric():
            return _present(
                expr=body.expression, digits=body.digits, unit=_maybe(body.unit), slips=_slips_to_json(body.slips)
            )
        case Formula():
            domain = body.domain and list(body.domain)
            return _present(expr=body.expression, domain=domain, slips=_slips_to_json(body.slips))
        case Cloze():
            zh, en = list(body.accept_zh), list(body.accept_en)
            slips = _slips_to_json(body.slips)
            return _present(gap=text_to_json(body.gap), zh=zh or None, en=en or None, slips=slips)
        case Myth():
            return [wording_to_json(body.true), wording_to_json(body.false), *([body.mistake] if body.mistake else [])]


def _slips_to_json(slips: tuple[Option, ...]) -> list[Json] | None:
    return [_option_to_json(slip) for slip in slips] or None


def _flash(value: Any) -> Flash:
    answer = wording_from_json(value["answer"])
    return Flash(answer, tuple(wording_from_json(point) for point in value.get("points", ())))


def _options(value: Any) -> tuple[Option, ...]:
    return tuple(_option_from_json(option) for option in value)


def _numeric(value: Any) -> Numeric:
    return Numeric(value["expr"], value["digits"], _wording_of(value, "unit"), _options(value.get("slips", ())))


def _formula(value: Any) -> Formula:
    low, high = value.get("domain", (0.0, 0.0))
    return Formula(value["expr"], (low, high) if "domain" in value else None, _options(value.get("slips", ())))


def _cloze(value: Any) -> Cloze:
    accept = (tuple(value.get("zh", ())), tuple(value.get("en", ())))
    return Cloze(text_from_json(value["gap"]), *accept, _options(value.get("slips", ())))


_READERS: dict[str, Callable[[Any], Body]] = {
    KIND_OF[Flash]: _flash,
    KIND_OF[Choice]: lambda value: Choice(_options(value)),
    KIND_OF[Multi]: lambda value: Multi(_options(value)),
    KIND_OF[Numeric]: _numeric,
    KIND_OF[Formula]: _formula,
    KIND_OF[Cloze]: _cloze,
    KIND_OF[Myth]: lambda value: Myth(wording_from_json(value[0]), wording_from_json(value[1]), *value[2:3]),
}
