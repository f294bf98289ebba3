"""The shapes in which people write questions, line by line.

### Q: …   ## Q1: …   **Q1: …**   Q：…   问：…   问题 2：…   Question 3. …      a question, its answer below
A: …   答：…   **标准答案：**   参考答案：   Answer:                           where the answer begins
C: … [gap] …                                                                  a gap for each bracket
front :: back   front ::: back                                                one card, or one each way
… ==gap== …                                                                   a gap for each highlight
- [ ] …   - [x] …                                                             options, the right ones ticked
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.exchange.notes.rows import Kind, Row

S = r"[ 　]{0,4}"  # bounded: else a line of spaces would be tried in every way
LISTED = r"(?:[-*+] {1,4}|\d{1,3}[.)] {1,4})?"
BOLD = r"(\*\*|__)?"
ASKS = r"(?:[QＱ]|[Qq]uestion|问|提问|问题|面试题|題目|题目)"
# of a question whose words say little, such as 问题, only a number tells that it is one
NUMBERED = frozenset({"问题", "面试题", "题目", "題目"})
ASK = re.compile(
    rf"{LISTED}{BOLD}{S}({ASKS}){S}([0-9０-９]{{0,4}}){S}(\*\*|__)?{S}"
    rf"(?:[:：]|(?<=[0-9０-９])[.．、](?!\d)){S}(\*\*|__)?"
)
DASHED_ASK = re.compile(rf"{BOLD}({ASKS}){S}([0-9０-９]{{1,4}}){S}(?:—{{1,2}}|–| -){S}")  # ### Q1 — …
NUMBERED_ASK = re.compile(rf"{BOLD}({ASKS}){S}([0-9０-９]{{1,4}})[ 　]")  # ### Q1 What is …?
BESIDE = re.compile(
    rf"(?<=[\s。！？.!?])(?:\*\*|__)?(?:[AＡ]|答|答案|[Aa]nswer)(?:\*\*|__)?{S}[:：](?:\*\*|__)?{S}(?=\S)"
)
ANSWERS = (
    r"(?:[AＡ]|[Aa]nswer|[Kk]ey [Pp]oints?|答|答案|解答|回答|标准答案|参考答案|正确答案|参考回答|标准回答"
    r"|回答要点|答题要点|要点|答案要点|參考答案|標準答案|回答要點)"
)
ASIDE = r"(?:[(（][^()（）]{0,30}[)）])?"  # 标准答案（快速版本）
ANSWER = re.compile(
    rf"{LISTED}{BOLD}{S}({ANSWERS}){S}(\d{{0,4}}){S}{ASIDE}{S}(\*\*|__)?{S}{ASIDE}{S}[:：]{S}(\*\*|__)?"
)
TITLED_ANSWER = re.compile(rf"(?:\*\*|__)?{S}{ANSWERS}{S}(?:\*\*|__)?{S}[:：]?{S}(?:\*\*|__)?")
WEAK = frozenset({"要点", "回答要点", "答题要点", "答案要点", "回答要點"})  # begin an answer only at its very beginning
NEXT_LETTER = re.compile(r"[BＢ]\s*[:：.、]")
GAPPED = re.compile(r"[CＣ]\s*[:：]\s*")
OPTION = re.compile(r"[-*+] +\[([ xX✓✔√])\](?: +|$)")
ORNAMENT = re.compile(r"^[^\x00-\u218f\u2e80-\uffff]{1,3} *")  # pictures before a heading
BLOCK_ID = re.compile(r"\s\^([A-Za-z0-9][A-Za-z0-9-]*)$")
SHORTEST_ID = 3
LONGEST_LABEL = 40
FIRST = frozenset("QＱq问提题題面")
FIRST_MARKED = frozenset("*_-+0123456789")
FIRST_ANSWER = frozenset("AＡaKk答解回标參标参正要標*_-+0123456789")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a question begins: its text as written, the level of its heading (7: a line), its author's id."""

    text: str
    level: int
    author: str = ""


LINE = 7  # below the deepest heading


def opening(row: Row) -> Opening | None:
    """Return the question that a line begins, None for any other line."""
    if row.kind not in {Kind.HEADING, Kind.TEXT, Kind.ITEM} or row.indent >= 4:
        return None
    text = ORNAMENT.sub("", row.content) if row.kind == Kind.HEADING else row.text.strip()
    if text[:1] not in FIRST and text[:1] not in FIRST_MARKED:
        return None
    found = ASK.match(text) or (_in_heading(text) if row.kind == Kind.HEADING else None)
    if found is None:
        return None
    bold, word, number, *_ = found.groups()
    listed = row.kind == Kind.ITEM
    if word in NUMBERED and (listed or not (number or bold or row.kind == Kind.HEADING)):
        return None
    rest, author = without_id(text[found.end() :].strip(), row)
    return Opening(unbold(found, rest), row.level if row.kind == Kind.HEADING else LINE, author)


def _in_heading(text: str) -> re.Match[str] | None:
    """Return the label of a heading that parts it by a dash, or by nothing from what is clearly a question."""
    asks = text.rstrip("*_ ").endswith(("?", "？"))
    return DASHED_ASK.match(text) or (NUMBERED_ASK.match(text) if asks else None)


def answer_label(row: Row) -> tuple[str, bool] | None:
    """Return what stands behind a label of an answer, and whether it begins one anywhere; None without a label."""
    if row.kind == Kind.HEADING:
        return ("", True) if TITLED_ANSWER.fullmatch(row.content) else None
    if row.kind not in {Kind.TEXT, Kind.ITEM}:
        return None
    text = row.text.strip()
    if text[:1] not in FIRST_ANSWER:
        return None
    found = ANSWER.match(text)
    if found is None:
        return None
    return unbold(found, text[found.end() :].strip()), found.group(2) not in WEAK


def beside(text: str) -> tuple[str, str]:
    """Return question and answer that stand on one line: `Q: … A: …`; without an answer, "" for it."""
    found = BESIDE.search(text)
    if found is None or NEXT_LETTER.search(text, found.end()):
        return text, ""
    return text[: found.start()].rstrip(), text[found.end() :]


def unbold(found: re.Match[str], rest: str) -> str:
    """Return what stands behind a label, without the closing marks of a label or a line in bold."""
    marks = [mark for mark in found.groups() if mark in {"**", "__"}]
    return rest.replace(marks[0], "", 1).strip() if len(marks) % 2 else rest


def without_id(text: str, row: Row) -> tuple[str, str]:
    """Return a text without the id at its end, and the id its author gave: ^my-id, or a comment."""
    found = BLOCK_ID.search(text[-LONGEST_LABEL:])
    if found is None:
        return text, row.author
    name = found.group(1)
    if len(name) < SHORTEST_ID or name.isdecimal():
        return text, row.author
    return text[: len(text) - len(found.group())].rstrip(), row.author or name


def option(row: Row) -> tuple[str, bool] | None:
    """Return the text of an option and whether it is ticked, None for any other line."""
    if row.kind != Kind.ITEM:
        return None
    text = row.text.strip()
    found = OPTION.match(text)
    return None if found is None else (text[found.end() :].strip(), found.group(1) != " ")
