"""The names of the query language, in both languages."""

from __future__ import annotations

from tutor.questions.model import KINDS as ALL_KINDS

KINDS: tuple[str, ...] = ALL_KINDS
FIELDS = ("id", "tag", "part", "lesson", "kind", "mistake")
NUMBERS = ("mastery", "lapses", "stability", "difficulty", "recall", "reviews", "due", "seen")
STATES = ("due", "new", "leech", "suspended", "buried", "young", "mature")
SHARES = frozenset({"mastery", "recall"})  # 80 % may be written for 0.8

CHINESE = {
    "编号": "id",
    "标签": "tag",
    "部分": "part",
    "课": "lesson",
    "题型": "kind",
    "错误": "mistake",
    "掌握度": "mastery",
    "遗忘": "lapses",
    "稳定期": "stability",
    "难度": "difficulty",
    "想得起": "recall",
    "次数": "reviews",
    "到期": "due",
    "上次": "seen",
    "新卡": "new",
    "顽固": "leech",
    "暂停": "suspended",
    "搁置": "buried",
    "欠熟练": "young",
    "已熟练": "mature",
    "回忆": "flash",
    "单选": "choice",
    "多选": "multi",
    "计算": "numeric",
    "公式": "formula",
    "填空": "cloze",
    "辨误": "myth",
}


def canonical(name: str) -> str:
    """Return the English name of what is written, in lower case."""
    return CHINESE.get(name, name.lower())
