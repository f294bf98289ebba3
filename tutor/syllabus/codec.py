"""Lessons, parts, mistakes, terms and errata as JSON values and back, for the compiled library.

A lesson is packed without its cards: they have rows of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.questions.codec import text_from_json, text_to_json, wording_from_json, wording_to_json
from tutor.syllabus import model

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.questions.model import Wording
    from tutor.syllabus.model import Lesson, Step

Json = dict[str, Any]


def lesson_to_json(lesson: Lesson) -> Json:
    """Return `lesson` without its cards as plain JSON values."""
    return {
        "id": lesson.id,
        "part": lesson.part,
        "title": text_to_json(lesson.title),
        "file": lesson.file,
        "function": lesson.function,
        "covers": list(lesson.covers),
        "needs": list(lesson.needs),
        "created": lesson.created,
        "tags": list(lesson.tags),
        "related": list(lesson.related),
        "steps": [step_to_json(step) for step in lesson.steps],
    }


def lesson_from_json(value: Json) -> Lesson:
    """Return the lesson that `lesson_to_json` described."""
    return model.Lesson(
        id=value["id"],
        part=value["part"],
        title=text_from_json(value["title"]),
        file=value["file"],
        function=value["function"],
        covers=tuple(value["covers"]),
        needs=tuple(value["needs"]),
        created=value["created"],
        tags=tuple(value["tags"]),
        related=tuple(value["related"]),
        steps=tuple(step_from_json(step) for step in value["steps"]),
    )


def step_to_json(step: Step) -> list[Any]:  # noqa: C901  (one case per step)
    """Return a step as its name and what it holds."""
    match step:
        case model.Pretest(card):
            return ["pretest", card]
        case model.Ask(card):
            return ["ask", card]
        case model.Recap(cards):
            return ["recap", *cards]
        case model.Prose(role, wording):
            return [role, wording_to_json(wording)]
        case model.FormulaStep(show, check):
            return ["formula", show, check]
        case model.PlotStep(curves, range, read):
            readings = [[reading.curve, wording_to_json(reading.wording)] for reading in read]
            return ["plot", list(curves), list(range), readings]
        case model.Derive(lines):
            return ["derive", *([line.show, _maybe(line.because), line.check] for line in lines)]
        case model.Compare(pros, cons, kind):
            return ["compare", [wording_to_json(pro) for pro in pros], [wording_to_json(con) for con in cons], kind]
        case model.TableStep(columns, rows):
            return ["table", list(columns), list(rows)]
        case model.ShowStep(picture):
            return ["show", picture]


def _maybe(wording: Wording | None) -> Any:
    return None if wording is None else wording_to_json(wording)


def step_from_json(value: list[Any]) -> Step:
    """Return the step that `step_to_json` described."""
    name, *rest = value
    return _STEPS[name](*rest)


def _wordings(values: list[Any]) -> tuple[Wording, ...]:
    return tuple(wording_from_json(value) for value in values)


def _prose(role: Any) -> Callable[..., Step]:
    return lambda wording: model.Prose(role, wording_from_json(wording))


def _derive_line(value: list[Any]) -> model.DeriveLine:
    show, because, check = value
    return model.DeriveLine(show, None if because is None else wording_from_json(because), check)


def _plot(curves: list[str], ends: list[float], read: list[Any]) -> Step:
    readings = tuple(model.Reading(curve, wording_from_json(wording)) for curve, wording in read)
    return model.PlotStep(tuple(curves), (ends[0], ends[1]), readings)


_STEPS: dict[str, Callable[..., Step]] = {
    "pretest": model.Pretest,
    "ask": model.Ask,
    "recap": lambda *cards: model.Recap(cards),
    "say": _prose("say"),
    "analogy": _prose("analogy"),
    "joke": _prose("joke"),
    "deeper": _prose("deeper"),
    "formula": model.FormulaStep,
    "plot": _plot,
    "derive": lambda *lines: model.Derive(tuple(_derive_line(line) for line in lines)),
    "compare": lambda pros, cons, kind: model.Compare(_wordings(pros), _wordings(cons), kind),
    "table": lambda columns, rows: model.TableStep(tuple(columns), tuple(rows)),
    "show": model.ShowStep,
}


def part_to_json(part: model.Part) -> Json:
    """Return a part with its items as plain JSON values."""
    items = [[item.id, text_to_json(item.title)] for item in part.items]
    return {"number": part.number, "id": part.id, "title": text_to_json(part.title), "items": items}


def part_from_json(value: Json) -> model.Part:
    """Return the part that `part_to_json` described."""
    items = tuple(model.Item(id, text_from_json(title)) for id, title in value["items"])  # noqa: A001
    return model.Part(value["number"], value["id"], text_from_json(value["title"]), items)


def mistake_to_json(mistake: model.Mistake) -> list[Any]:
    """Return a mistake as plain JSON values."""
    contrast = text_to_json(mistake.contrast)
    return [mistake.id, text_to_json(mistake.name), contrast, list(mistake.curves), list(mistake.range)]


def mistake_from_json(value: list[Any]) -> model.Mistake:
    """Return the mistake that `mistake_to_json` described."""
    id, name, contrast, curves, (low, high) = value  # noqa: A001
    return model.Mistake(id, text_from_json(name), text_from_json(contrast), tuple(curves), (low, high))


def term_to_json(term: model.Term) -> list[Any]:
    """Return a term of the glossary as plain JSON values."""
    forms = [list(side) for side in (term.accept_zh, term.accept_en, term.avoid_zh, term.avoid_en)]
    return [term.id, text_to_json(term.text), text_to_json(term.definition), *forms]


def term_from_json(value: list[Any]) -> model.Term:
    """Return the term that `term_to_json` described."""
    id, text, definition, *forms = value  # noqa: A001
    return model.Term(id, text_from_json(text), text_from_json(definition), *map(tuple, forms))


def erratum_to_json(erratum: model.Erratum) -> list[Any]:
    """Return an erratum as plain JSON values."""
    avoid = [list(erratum.avoid_zh), list(erratum.avoid_en)]
    return [erratum.id, wording_to_json(erratum.truth), erratum.part, erratum.teach, *avoid]


def erratum_from_json(value: list[Any]) -> model.Erratum:
    """Return the erratum that `erratum_to_json` described."""
    id, truth, part, teach, zh, en = value  # noqa: A001
    return model.Erratum(id, wording_from_json(truth), part, teach, tuple(zh), tuple(en))
