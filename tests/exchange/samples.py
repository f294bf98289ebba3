r"""Whole files of every text format, written by hand: what people have on their disks, large and small."""

from __future__ import annotations

import json

from tests.exchange import notes
from tutor.events import Event
from tutor.exchange.foreign import Head, chosen, flash, gapped
from tutor.exchange.whole import written
from tutor.syllabus.deck import Deck

HASHCARDS = {
    "activation.md": """---
name = "激活函数"
---

These notes are not asked.

Q: Why does a network need an activation function?
A: Without one its layers collapse into a single linear map.

Q: 写出 sigmoid 的定义。
A:

$$
\\sigma(x) = \\frac{1}{1 + e^{-x}}
$$

C: The [order] of a group is [the cardinality of its underlying set].

C:
GELU is $x \\cdot \\Phi(x)$, the *expected* [identity] of a unit
that is kept with probability [$\\Phi(x)$].

---
A line between cards.

<!-- id: sigmoid.peak -->
Q: Where is σ′ largest? ![the curve](img/sigmoid.png)
A: At 0, where it is ¼.

```python
Q: "not a card"
```
""".encode(),
    "short.md": "Q：什么是 ReLU？\nA：max(0, x)\n".encode(),
    "crlf.md": b"Q: a\r\nA: b\r\n\r\nC: [c] \\[d\\]\r\n",
}
HASCARD = {
    "syntax.txt": """# Softmax
Turns scores into probabilities: _positive_ numbers that sum to _1|one_.

---
# Which function is zero-centred?
- sigmoid
* tanh
- ReLU

---
# 哪些函数有折点？
[*] ReLU
[ ] GELU
[x] Leaky ReLU

---
# Order by the year they appeared
3. GELU
1. sigmoid
2. ReLU

---
# What is this?
![](curve.png)
- swish
* mish

---
# Second derivative
f\\_xx * f\\_yy - f\\_xy^2
---""".encode(),
    "crlf.md": b"# a\r\nb\r\n---\r\n# c\r\n- d\r\n* e\r\n",
}
SEPARATED = {
    "anki.txt": (
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
        "Jk0Vx\tBasic\tML::激活函数\tWhat is ReLU?<br>Name its kink.\tmax(0, x) &amp; 0\trelu basics\n"
        'q1"Zz\tCloze\tML\tThe {{c1::sigmoid}} maps ℝ to {{c2::(0, 1)::an interval}}.\t\\(\\sigma(x)\\)\t\n'
        'x9\tBasic (and reversed card)\tML\t"a ""quoted"" front"\t<img src="x.png">[sound:y.mp3]\tt\n'
    ).encode(),
    "table.csv": (
        '问题,选项,答案,解释,标签\n什么函数零中心？,"- sigmoid\n* tanh\n- ReLU",tanh,"它是奇函数，\n输出有正有负",基础 tanh\n'
        '"哪些有折点？","[*] ReLU\n[ ] GELU\n[x] Leaky ReLU",,,\nσ(0) 等于？,,½,,\n'
    ).encode(),
    "gbk.csv": "问题;答案\n什么是激活函数？;让网络不再是线性映射的函数\n举例;ReLU、tanh\n".encode("gb18030"),
    "utf16.tsv": "front\tback\ncat\t猫\ndog\t狗\n".encode("utf-16"),
    "ours.csv": (
        "#tutor:1\n#separator:Comma\n#html:false\n#columns:id,question,answer,choices,why,tags,deck,next_review\n"
        "sigmoid.peak,Where is σ′ largest?,0,,,sigmoid,激活函数::sigmoid,2026-11-23\n"
        'relu.kink,Which?,a kink,"- a pole\n* a kink",at 0,relu,激活函数::ReLU,\n'
    ).encode(),
}
_HEAD = Head("csv-0123456789ab", "csv-basics", ("relu", "基础"), "because", "a hint")
_DECK = Deck(
    "csv-basics",
    "Basics 基础",
    "csv",
    tuple(
        card
        for card in (
            flash(_HEAD, "What is {x}?", "A brace.\n$x$", ("one", "two")),
            gapped(Head("csv-0123456789ac", "csv-basics"), "The ", "gap", " is typed"),
            chosen(Head("csv-0123456789ad", "csv-basics"), "Which?", [("a", True), ("b", False)]),
        )
        if card is not None
    ),
)
_EVENTS = [
    Event(f"{number:032x}", "d" * 32, 1_763_000_000_000_000 + number, 739_500 + number, kind, card, body)
    for number, (kind, card, body) in enumerate(
        [
            (
                "answered",
                "sigmoid.peak",
                {"grade": 3, "due": 739_503, "ms": 2500, "values": {"a": "2"}, "order": [1, 0]},
            ),
            ("practised", "sigmoid.peak", {"grade": 1, "reason": "again"}),
            ("undone", "sigmoid.peak", {"event": f"{1:032x}"}),
            ("seeded", "csv-0123456789ab", {"stability": 12.5, "difficulty": 5.1, "reviews": 4}),
            ("suspended", "relu.kink", {}),
        ]
    )
]
WHOLE = {
    "all.json": "".join(
        written(
            {"exported": "2026-11-20T08:00:00+08:00", "settings": {"new_per_day": 5}},
            [_DECK],
            [{"note": "note-a", "path": "a.md"}],
            [{"id": "sigmoid.peak", "next_review": "2026-11-23"}],
            _EVENTS,
        )
    ).encode(),
    "flat.json": json.dumps({"format": "tutor", "version": 1, "events": [], "decks": []}).encode(),
}
HTML = {
    "card.html": (
        '<div class="q">What is <b>ReLU</b>?<br>x &lt; 0 <img src="a/paste.png" alt="a kink"></div>'
        "<ul><li>one<ol><li>x<sup>2</sup></ol></li><li>W<sub>ij</sub></ul><pre>def f(x):\n  return x</pre>"
        "<table><tr><td>1<td>2</table>\\(\\frac{1}{1+e^{-x}}\\) [sound:a.mp3] [$]x_1[/$] <!-- c --><style>.a{}</style>激活"
    ).encode(),
}

NOTES = {
    "study.md": notes.STUDY.encode(),
    "crlf.md": notes.STUDY.replace("\n", "\r\n").encode("utf-8-sig"),
    "flow.md": "---\n{created: 2025-10-19, tags: [a, [b]], review_count: '3'}\n...\n# T\n\n==重点== 与 front :: back\n".encode(),
    "styles.md": (
        "---\n# 备注\ncreated: >-\n  2025-10-19\nlast_reviewed: ~\n'next_review' : \"2025-11-02\"  # 计划\n"
        "mastery_level:\ndifficulty: !!str hard\nother: &a {x: [1, 2]}\ntext: |\n  ---\n  a: b\n---\n\n"
        "Q: 什么是 σ？\nA: 1/(1+e⁻ˣ)\n\n## 相关笔记\n<!-- 自动生成 -->\n\n- [甲](a.md) - 相似度: 33% | 标签: 深度学习\n"
    ).encode(),
    "bare.md": "# 没有字段\n\n- 一点\n- 两点\n".encode(),
}
