"""Small courses written into a folder."""

from __future__ import annotations

from textwrap import dedent

COURSE = """
    name: {zh: "课", en: "Course"}
    parts:
      - {id: one, title: {zh: "一", en: "One"}, items: [{id: "1.1", title: {zh: "甲", en: "A"}}]}
      - {id: two, title: {zh: "二", en: "Two"}, items: [{id: "2.1", title: {zh: "乙", en: "B"}}, {id: "2.10", title: "B {{ x"}]}
"""
MISTAKES = """
    mistakes:
      - {id: mixed-up, name: {zh: "混淆", en: "mixed up"}, contrast: {curves: ["sigmoid", "tanh"], range: [-2, 2], zh: "不同：{= max(sigmoid′)}", en: "they differ: {= max(sigmoid′)}"}}
      - {id: guess, name: {zh: "瞎猜", en: "guess"}, contrast: {zh: "算一算", en: "compute"}}
"""
GLOSSARY = """
    terms:
      - {id: saturation, zh: "饱和", en: "saturation", accept: {zh: ["饱和区"], en: ["saturating"]}, define: {zh: "两头变平", en: "flat at both ends"}}
"""
ERRATA = """
    errata:
      - {id: E01, truth: {zh: "峰值是 {= max(sigmoid′)}", en: "the peak is {= max(sigmoid′)}"}, part: 2, teach: yes}
"""
FRAME = {"course.yaml": COURSE, "mistakes.yaml": MISTAKES, "glossary.yaml": GLOSSARY, "errata.yaml": ERRATA}


def flash(card, fact=None, answer="1", **more):
    extra = "".join(f", {key}: {value}" for key, value in more.items())
    return f'{{id: {card}, kind: flash, fact: {fact or card}, ask: "{card}?", answer: "{answer}", why: "w"{extra}}}'


def lesson(name, *cards, needs="", covers="", steps=(), **more):
    lines = [
        f"lesson: {name}",
        f'title: {{zh: "课 {name}", en: "Lesson {name}"}}',
        f"needs: [{needs}]",
        f"covers: [{covers}]",
    ]
    lines += [f"{key}: {value}" for key, value in more.items()]
    lines += ["steps:", *(f"  - {step}" for step in steps)] if steps else []
    lines += ["cards:", *(f"  - {card}" for card in cards)] if cards else []
    return "\n".join(lines) + "\n"


def write(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).lstrip("\n").encode())
    return root


def rules(problems):
    return [f"{p.file}:{p.line}:{p.column} {p.rule}" for p in problems]
