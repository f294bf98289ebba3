"""A course of any size as YAML files: lessons of all kinds of cards, made from numbers, without a fault.

The texts are dull on purpose; their length is that of real ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PARTS = ("foundations", "families", "gradients")
LESSONS = 300
CARDS_OF_A_SMALL_LESSON = 36
PERIOD = 12  # cards after which the pattern of kinds and facts begins again
MISTAKES = """mistakes:
  - id: value-for-slope
    name: {zh: "把高度当成陡度", en: "height taken for steepness"}
    contrast:
      curves: ["sigmoid", "sigmoid′"]
      range: [-6, 6]
      zh: "函数值说的是多高，导数说的是多陡。"
      en: "The value says how high, the derivative how steep."
"""
BECAUSE = 'because: {zh: "这说的是高度，问的是陡度", en: "that is how high, not how steep"}'
WHY = '    why: {zh: "斜率等于函数值与它的镜像之积，两头都接近零，中间最大。", en: "The slope is the value times its mirror image: near nothing at both ends, largest between."}\n'


def write_course(root: Path, cards: int) -> tuple[str, ...]:
    """Write a course of `cards` cards into `root`; return their ids in syllabus order."""
    root.mkdir(parents=True)
    (root / "course.yaml").write_text(_frame(), encoding="utf-8")
    (root / "mistakes.yaml").write_text(MISTAKES, encoding="utf-8")
    lessons = max(1, min(LESSONS, -(-cards // CARDS_OF_A_SMALL_LESSON)))
    ids: list[str] = []
    for number in range(lessons):
        part = number * len(PARTS) // lessons
        folder = root / f"{part + 1}-{PARTS[part]}"
        folder.mkdir(exist_ok=True)
        own = range(number * cards // lessons, (number + 1) * cards // lessons)
        (folder / f"{lesson_id(number)}.yaml").write_text(_lesson(number, part + 1, own), encoding="utf-8")
        ids.extend(card_id(number, card) for card in own)
    return tuple(ids)


def lesson_id(number: int) -> str:
    """Name a lesson."""
    return f"lesson-{number:03d}"


def card_id(lesson: int, card: int) -> str:
    """Name a card."""
    return f"{lesson_id(lesson)}.card-{card:06d}"


def _frame() -> str:
    parts = "".join(
        f'  - id: {part}\n    title: {{zh: "部分", en: "{part}"}}\n    items:\n'
        f'      - {{id: "{number}.1", title: {{zh: "条目", en: "item"}}}}\n'
        for number, part in enumerate(PARTS, 1)
    )
    return f'name: {{zh: "量一量", en: "To be measured"}}\nparts:\n{parts}'


def _lesson(number: int, part: int, cards: range) -> str:
    head = (
        f'lesson: {lesson_id(number)}\ntitle: {{zh: "第 {number} 课", en: "Lesson {number}"}}\n'
        f'covers: ["{part}.1"]\nneeds: []\ncreated: 2026-01-01\ntags: [measured]\nrelated: []\nsteps:\n'
        f'  - say: {{zh: "先看曲线。", en: "Look at the curve first."}}\ncards:\n'
    )
    return head + "".join(_card(number, card) for card in cards)


def _card(lesson: int, card: int) -> str:
    """Return one card; its fact has one to three of them, recognition first."""
    block, place = divmod(card, PERIOD)
    zh, en = f"第 {card} 问：曲线在哪里最陡？", f"Question {card}: where is the curve steepest?"
    body = KINDS[place].replace("ASK", f'ask: {{zh: "{zh}", en: "{en}"}}')
    fact = f"fact-{lesson:03d}-{block}-{FACTS[place]}"
    return f"  - id: {card_id(lesson, card)}\n    fact: {fact}\n{body}{WHY}"


_DRAWN = (
    '    kind: choice\n    tags: [numbers]\n    with: {a: [8, 9, 10, 12]}\n    ask: {zh: "x = {a} 时斜率约为？", en: "The slope at x = {a} is about?"}\n'
    '    right: {expr: "sigmoid′(a)"}\n    wrong:\n'
    f'      - {{expr: "sigmoid′(0)", mistake: value-for-slope, {BECAUSE}}}\n'
    f'      - {{expr: "sigmoid(a)", mistake: value-for-slope, {BECAUSE}}}\n'
    f'      - {{expr: "tanh′(a)", mistake: value-for-slope, {BECAUSE}}}\n'
)
_CHOICE = (
    '    kind: choice\n    ASK\n    right: {zh: "在正中间那一点", en: "right in the middle"}\n    wrong:\n'
    f'      - {{zh: "在最右边那一头", en: "at the far right end", mistake: value-for-slope, {BECAUSE}}}\n'
    f'      - {{zh: "在最左边那一头", en: "at the far left end", mistake: value-for-slope, {BECAUSE}}}\n'
)
_FLASH = '    kind: flash\n    ASK\n    answer: {zh: "在正中间，那里最陡", en: "in the middle, where it rises most"}\n'
_MYTH = '    kind: myth\n    true: {zh: "中间最陡", en: "It is steepest in the middle."}\n    false: {zh: "两头最陡", en: "It is steepest at the ends."}\n'
_NUMERIC = '    kind: numeric\n    ASK\n    answer: {expr: "sigmoid′(0)"}\n    digits: 2\n'
FACTS = "abbcccdeefff"
KINDS = (_CHOICE, _CHOICE, _NUMERIC, _MYTH, _NUMERIC, _FLASH, _MYTH, _DRAWN, _FLASH, _CHOICE, _NUMERIC, _FLASH)
