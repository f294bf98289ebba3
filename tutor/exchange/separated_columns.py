"""What the columns of a file with separators are: by header lines of Anki, by their names, by their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from tutor.exchange.plain import in_line
from tutor.exchange.separated_rows import fields

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.exchange.separated_rows import Table

Role = Literal["id", "guid", "ask", "answer", "choices", "why", "hint", "tags", "deck", "notetype", "unused"]
NAMED: Mapping[Role, str] = {
    "id": "id|编号",
    "guid": "guid",
    "ask": "question|front|ask|prompt|term|text|word|问题|正面|题目|题干|术语|单词|文字",
    "answer": "answer|back|definition|meaning|答案|背面|定义|释义|标准答案",
    "choices": "choices|options|选项",
    "why": "why|explanation|extra|back extra|解释|解析|说明|背面额外|补充",
    "hint": "hint|提示",
    "tags": "tags|tag|标签",
    "deck": "deck|牌组|卡组",
    "notetype": "notetype|note type|笔记类型",
    "unused": "kind|lesson|part|fact|created|last_reviewed|next_review|review_count|difficulty|mastery_level"
    "|related_outlines|stability|fsrs_difficulty|retrievability|lapses|suspended|buried_until",
}
ROLES: Mapping[str, Role] = {name: role for role, names in NAMED.items() for name in names.split("|")}
HEADED: tuple[Role, ...] = ("guid", "notetype", "deck", "tags")  # what a line "#… column:" may name


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column (from 0) has which role; `extra` are all others with their names."""

    roles: Mapping[Role, int]
    extra: tuple[tuple[int, str], ...]

    def get(self, row: Sequence[str], role: Role) -> str:
        """Return the field of a row, "" when there is none."""
        place = self.roles.get(role, -1)
        return row[place] if 0 <= place < len(row) else ""

    def others(self, row: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return the names and fields of further columns that hold something."""
        return tuple((name, row[place]) for place, name in self.extra if place < len(row) and row[place].strip())


def columns(table: Table) -> tuple[Columns, int]:
    """Return the columns of a table and how many of its first rows are headings."""
    width = max(map(len, table.rows), default=0)
    names = fields(table.headers.get("columns", ""), table.separator)
    heading = 0
    if not names and table.rows and _is_heading(table.rows[0]):
        names, heading = table.rows[0], 1
    roles: dict[Role, int] = {}
    for role in HEADED:
        place = table.headers.get(f"{role} column", "").rstrip(",;\t ").strip()
        if place.isascii() and place.isdigit() and 1 <= int(place[:6]) <= width:
            roles[role] = int(place) - 1
    _by_name(names, roles, width)
    taken = set(roles.values())
    free = [place for place in range(width) if place not in taken and _role(names, place) != "unused"]
    for role in ("ask", "answer"):
        if role not in roles and free:
            roles[role] = free.pop(0)
    return Columns(roles, tuple((place, _name(names, place)) for place in free)), heading


def _by_name(names: Sequence[str], roles: dict[Role, int], width: int) -> None:
    """Give roles to columns that are named for them; the first of a name has it."""
    taken = set(roles.values())
    for place in range(min(len(names), width)):
        role = _role(names, place)
        if role and role != "unused" and role not in roles and place not in taken:
            roles[role] = place


def _role(names: Sequence[str], place: int) -> Role | None:
    return ROLES.get(_name(names, place).casefold())


def _name(names: Sequence[str], place: int) -> str:
    return in_line(names[place]) if place < len(names) else ""


def _is_heading(row: Sequence[str]) -> bool:
    """Say whether a row holds names of columns only, that of the question among them."""
    roles = [ROLES.get(in_line(name).casefold()) for name in row if name.strip()]
    return len(roles) > 1 and None not in roles and "ask" in roles


assert set(NAMED) == set(get_args(Role))
