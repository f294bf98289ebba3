"""Cards found by SQLite, beside the same query answered card by card in Python."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.stock import ALL, DAY, opened_world, seed
from tutor.events import Fact
from tutor.memory.fields import is_leech, mastery, recall
from tutor.memory.state import NEW, Memory
from tutor.reports.query import All, Any, Compare, Field, Not, State, Words, parse
from tutor.store import finding
from tutor.store.filters import NO_FILTERS, Filters
from tutor.store.finding import Order


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """a.1 due since yesterday, a.2 lasts, b.1 suspended, c.1 buried, c.2 forgotten, the others new."""
    with opened_world(tmp_path_factory.mktemp("finding")) as made:
        seed(made, "a.1", stability=2.0, due=DAY - 1, last=DAY - 4)
        seed(made, "a.2", stability=300.0, due=DAY + 250, last=DAY - 50)
        seed(made, "b.1", stability=5.0, due=DAY)
        made.journal.record(Fact("suspended", "b.1"), DAY)
        seed(made, "c.1", stability=5.0, due=DAY)
        made.journal.record(Fact("buried", "c.1"), DAY)
        for ago in (9, 8, 7, 6, 5):
            answer = {"grade": 1, "due": DAY - ago + 1}
            made.journal.record(Fact("answered", "c.2", answer), DAY - ago)
        yield made


def found(world, source, **more):
    rows = finding.find(world.library, parse(source), more.pop("filters", NO_FILTERS), DAY, **more)
    return [one.row.id for one in rows]


@pytest.mark.parametrize(
    ("source", "cards"),
    [
        ("", ALL),
        ("due", ["a.1", "c.2"]),
        ("new", ["a.3", "b.2", "c.3"]),
        ("suspended | buried", ["b.1", "c.1"]),
        ("leech", ["c.2"]),
        ("mature", ["a.2"]),
        ("young -suspended", ["a.1", "c.1", "c.2"]),
        ("lapses>3", ["c.2"]),
        ("mastery<0.3 -new", ["a.1", "c.2"]),
        ("stability>21", ["a.2"]),
        ("-stability>21 lesson:a", ["a.1", "a.3"]),
        ("recall>95%", ["a.2"]),
        ("due<0", ["a.1", "c.2"]),
        ("seen>=50", ["a.2"]),
        ("reviews=0", ["a.3", "b.2", "c.3"]),
        ("part:2", ["c.1", "c.2", "c.3"]),
        ("tag:x -part:2", ["a.1", "a.2", "a.3"]),
        ("id:b.", ["b.1", "b.2"]),
        ("kind:myth", []),
    ],
)
def test_cards_of_a_query(world, source, cards):
    assert found(world, source) == cards


def test_order_limit_and_count(world):
    assert found(world, "-new", order=Order("stability")) == ["c.2", "a.1", "b.1", "c.1", "a.2"]
    assert found(world, "", order=Order("stability", falling=True))[:2] == ["a.2", "b.1"]
    assert found(world, "", order=Order("stability"), limit=6)[-1] == "a.3", "a card without a memory comes last"
    assert finding.count(world.library, parse("-new"), NO_FILTERS, DAY) == 5
    assert found(world, "-new", filters=Filters(parts=(2,))) == ["c.1", "c.2"]


def test_a_percent_sign_is_only_a_percent_sign(world):
    assert found(world, '"%"') == []
    assert found(world, "_.1") == []


LEAVES = st.one_of(
    st.sampled_from(["1", "q", "a.", "%", "B.1"]).map(Words),
    st.sampled_from(sorted(finding.STATES)).map(State),
    st.builds(
        Compare,
        st.sampled_from(sorted(finding.NUMBERS)),
        st.sampled_from(["<", "<=", "=", ">=", ">"]),
        st.sampled_from([-1.0, 0.0, 0.3, 1.0, 5.0, 300.0]),
    ),
    st.sampled_from([Field("part", ("1",)), Field("tag", ("x", "y")), Field("id", ("b",)), Field("lesson", ("c",))]),
)
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(tuple).map(All),
        st.lists(inner, min_size=1, max_size=3).map(tuple).map(Any),
    ),
    max_leaves=6,
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUERIES)
def test_sql_and_python_agree(world, query):
    rows = {row.id: row for row in world.library.search()}
    tags = {card.id: card.tags for card in world.library.cards(rows)}
    states = world.journal.states(list(rows))
    wanted = [card for card in rows if holds(query, rows[card], tags[card], states.get(card, NEW))]
    assert [one.row.id for one in finding.find(world.library, query, NO_FILTERS, DAY)] == wanted


def holds(query, row, tags, state):
    """Answer a query for one card, the slow way."""
    match query:
        case Words(text):
            return text.lower() in f"{row.id} {row.fact} {row.ask.zh} {row.ask.en}".lower()
        case Field("tag", values):
            return bool(set(values) & set(tags))
        case Field("id", values):
            return any(value in row.id for value in values)
        case Field(name, values):
            return str(getattr(row, name)) in values
        case Compare(name, sign, value):
            return compared(number(name, state), sign, value)
        case State(name):
            return name in set(states_of(state))
        case Not(part):
            return not holds(part, row, tags, state)
        case All(parts):
            return all(holds(part, row, tags, state) for part in parts)
        case Any(parts):
            return any(holds(part, row, tags, state) for part in parts)


def number(name, state):
    memory = state.memory
    if not isinstance(memory, Memory):
        return {"mastery": 0.0, "lapses": 0, "reviews": 0}.get(name)
    return {
        "mastery": mastery(state),
        "recall": recall(state, DAY),
        "due": memory.due - DAY,
        "seen": DAY - memory.last_day,
    }.get(name, getattr(memory, name, None))


def compared(value, sign, other):
    if value is None:
        return False
    return {"<": value < other, "<=": value <= other, "=": value == other, ">=": value >= other, ">": value > other}[
        sign
    ]


def states_of(state) -> Iterable[str]:
    memory = state.memory
    if state.suspended:
        yield "suspended"
    if state.buried_until > DAY:
        yield "buried"
    if not isinstance(memory, Memory):
        yield "new"
        return
    if memory.due <= DAY and not state.suspended and state.buried_until <= DAY:
        yield "due"
    if is_leech(state):
        yield "leech"
    yield "mature" if memory.due - memory.last_day >= 21 else "young"
