"""A confusion cleared up: both curves in one plot, where they differ, and the sentence to keep.

Plain arguments, lines out: a session shows it in its frame, `in_words` says it without a screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.model import Curves
from tutor.text.width import pad, width
from tutor.text.words import say
from tutor.ui import card_plot
from tutor.ui.differing import difference_of, sentences
from tutor.ui.lines import Line, line, measure, paragraph, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.syllabus.model import Mistake
    from tutor.text import Language
    from tutor.ui.theme import Role

LOWEST_PLOT = 9  # rows; where fewer are left, the body scrolls
HIGHEST_PLOT = 20
SHAPE = 6  # columns for each row of the plot: a wider one looks flat
NARROWEST, WIDEST = 44, 76  # columns of a plot, if there are as many
LABELS = ("contrast.where", "contrast.keep")
STACKED = 56  # columns below which a label stands above its text


def lines(mistake: Mistake, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the screen of one mistake, `columns` wide; the plot takes what the words leave of `rows`."""
    head = _head(mistake, columns, language)
    told: list[tuple[str, Sequence[str], Role]]
    told = [("contrast.where", sentences(difference_of(mistake.curves, mistake.range), language), "plain")]
    told.append(("contrast.keep", mistake.contrast.lines(language), "strong"))
    words = [_labelled(key, texts, columns, language, role) for key, texts, role in told if texts]
    below = [row for block in words for row in block] if columns >= STACKED else spaced(words)
    return spaced([head, _plot(mistake, columns, rows - len(head) - len(below) - 2, language), below])


def in_words(mistake: Mistake, language: Language) -> tuple[str, ...]:
    """Return the same as lines of text; each curve in a sentence."""
    told = [_title(mistake, language)]
    met = [say("contrast.met", language, name=name) for name in mistake.name.lines(language)]
    told += [text[:1].upper() + text[1:] for text in met]
    if mistake.curves:
        told += card_plot.in_words(_curves(mistake), language)
    told += sentences(difference_of(mistake.curves, mistake.range), language)
    return (*told, *mistake.contrast.lines(language))


def _title(mistake: Mistake, language: Language) -> str:
    return say("contrast.title_two" if len(mistake.curves) > 1 else "contrast.title_one", language)


def _head(mistake: Mistake, columns: int, language: Language) -> list[Line]:
    """Return the kind title, and what was mixed up, in one line where it fits."""
    title = _title(mistake, language)
    met = [say("contrast.met", language, name=name) for name in mistake.name.lines(language)]
    together = line((title, "title"), (f" · {met[0]}", "dim"))
    if len(met) == 1 and measure(together) <= columns:
        return [together]
    told = [row for text in met for row in paragraph(text[:1].upper() + text[1:], columns, "dim")]
    return [*paragraph(title, columns, "title"), *told]


def _plot(mistake: Mistake, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the curves in one plot with their names above; nothing where there are none."""
    if not mistake.curves:
        return []
    height = min(HIGHEST_PLOT, max(LOWEST_PLOT, rows))
    wide = min(columns, WIDEST, max(NARROWEST, SHAPE * height))
    return card_plot.lines(_curves(mistake), wide, language, height)


def _curves(mistake: Mistake) -> Curves:
    return Curves(mistake.curves, mistake.range)


def _labelled(key: str, texts: Sequence[str], columns: int, language: Language, role: Role) -> list[Line]:
    """Return texts beside their label, or below it on a narrow screen."""
    label = say(key, language)
    if columns < STACKED:
        return [
            *paragraph(label, columns, "accent"),
            *(row for text in texts for row in paragraph(text, columns, role)),
        ]
    wide = max(width(say(name, language)) for name in LABELS) + 2
    first = line((pad(label, wide), "accent"))
    return [
        row
        for place, text in enumerate(texts)
        for row in paragraph(text, columns, role, line(" " * wide) if place else first)
    ]
