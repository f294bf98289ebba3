"""Which cards are meant: by part, lesson, kind, tag; a filter that is empty lets everything through."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filters:
    """A card passes when each named field has one of the given values; `lessons` are ids, `parts` numbers."""

    parts: tuple[int, ...] = ()
    lessons: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def where(self, table: str) -> tuple[str, dict[str, object]]:
        """Return SQL conditions (each after an AND) on the cards in `table`, and their values by name."""
        sql = ""
        values: dict[str, object] = {}
        for column, wanted in (("part", self.parts), ("lesson", self.lessons), ("kind", self.kinds)):
            if wanted:
                sql += f" AND {table}.{column} IN ({_marks(column, wanted, values)})"
        if self.tags:
            tags = _marks("tag", self.tags, values)
            sql += f" AND {table}.id IN (SELECT card FROM card_tags WHERE tag IN ({tags}))"  # noqa: S608  (names of marks)
        return sql, values


def _marks(name: str, wanted: tuple[object, ...], values: dict[str, object]) -> str:
    """Add each wanted value under a name of its own; return the marks for SQL."""
    named = {f"{name}{place}": value for place, value in enumerate(wanted)}
    values.update(named)
    return ", ".join(f":{mark}" for mark in named)


NO_FILTERS = Filters()
