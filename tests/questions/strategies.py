"""Hypothesis strategies for cards."""

from __future__ import annotations

from hypothesis import strategies as st

from tutor.questions.model import (
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

names = st.text(max_size=8)
numbers = st.floats(allow_nan=False, allow_infinity=False)
ranges = st.tuples(numbers, numbers)


def tuples(values, most=3):
    return st.lists(values, max_size=most).map(tuple)


def wordings():
    holes = st.builds(Hole, names, st.none() | st.integers(1, 15))
    pieces = tuples(names | holes)
    return st.builds(Wording, pieces, pieces)


def maybe():
    return st.none() | wordings()


def texts():
    return st.builds(Text, names, names)


def options():
    authored = st.builds(Option, st.booleans(), wordings(), mistake=names, because=maybe())
    computed = st.builds(
        Option, st.booleans(), expression=st.text(min_size=1), digits=st.integers(1, 15), mistake=names, because=maybe()
    )
    curves = st.builds(Option, st.booleans(), wordings(), mistake=names, because=maybe(), curve=names)
    return tuples(authored | computed | curves, 4)


def bodies():
    return st.one_of(
        st.builds(Flash, wordings(), tuples(wordings())),
        st.builds(Choice, options()),
        st.builds(Multi, options()),
        st.builds(Numeric, st.text(min_size=1), st.integers(1, 15), maybe(), options()),
        st.builds(Formula, st.text(min_size=1), st.none() | ranges, options()),
        st.builds(Cloze, texts(), tuples(names), tuples(names), options()),
        st.builds(Myth, wordings(), wordings(), st.just("") | names),
    )


def cards():
    return st.builds(
        Card,
        id=names,
        lesson=names,
        part=st.integers(0, 9),
        fact=names,
        body=bodies(),
        ask=maybe(),
        why=maybe(),
        hint=maybe(),
        draws=st.lists(st.builds(Draw, names, tuples(names)), max_size=3, unique_by=lambda draw: draw.name).map(tuple),
        tags=tuples(names),
        related=tuples(names),
        created=names,
        formula=names,
        function=names,
        source=names,
        plot=st.none() | st.builds(Curves, tuples(names), ranges, st.booleans()),
        ladder=st.none() | st.tuples(names, st.integers(1, 20)),
        quick=maybe(),
        full=maybe(),
    )
