"""The report of an interview as a Markdown file that stands by itself."""

from dataclasses import replace
from datetime import date

from tutor.exchange.interview_report import markdown
from tutor.reports.interview import Again, Better, InterviewReport, Missed, Reached, RungHeard
from tutor.text import Text

ASK = Text("为什么除以 √d？", "Why divide by √d?")
REPORT = InterviewReport(
    (Reached("attention-scale", ASK, ASK, 4, 6, 5, 2),),
    (Missed(Text("方差相加：Var(q·k) = d", "variances *add*: Var(q·k) = d"), ASK, 3),),
    (Better("ReLU 不会梯度消失", Text("每层的雅可比矩阵是 diag(f′)·W。", "Each layer's Jacobian is diag(f′)·W.")),),
    (Again("interview-transformers.too-gentle", Text("换个办法：[a, b]", "Another way: [a, b]"), broken=True, days=1),),
    ("interview-transformers", Text("面试阶梯", "Interview ladder")),
    12.5,
    5,
)
ENGLISH = """# Interview report · 2026-11-20

## How deep you went

- Why divide by √d? **depth 4 of 6**

## Points missed

- variances \\*add\\*: Var(q·k) = d (missed 3 times so far)

## Better not said

- You said “ReLU 不会梯度消失” In fact: Each layer's Jacobian is diag(f′)·W.

## To review

- Another way: \\[a, b\\] (`tutor card interview-transformers.too-gentle`)

Worth reading again: “Interview ladder” (tutor learn interview-transformers)
"""


def test_in_english():
    assert markdown(REPORT, "en", date(2026, 11, 20)) == ENGLISH


def test_what_was_asked_and_said_is_kept():
    """Each rung with whether it was passed, and the words that were typed."""
    heard = (
        RungHeard("attention-scale", "a.1", ASK, 3, said="variances *add*\nso divide"),
        RungHeard("attention-scale", "a.2", Text("然后呢？", "And then?"), 1),
    )
    told = markdown(replace(REPORT, heard=heard), "en", date(2026, 11, 20))
    assert told.endswith(
        """## Questions and answers

- Why divide by √d? **passed**
  > variances \\*add\\*
  > so divide
- And then? **not passed**
"""
    )


def test_in_chinese_and_in_both():
    chinese = markdown(REPORT, "zh", date(2026, 11, 20))
    assert "- 为什么除以 √d？ **深度 4/6 级**" in chinese
    assert "## 少这样说" in chinese
    both = markdown(REPORT, "both", date(2026, 11, 20))
    assert "为什么除以 √d？ / Why divide by √d?" in both


def test_nothing_to_say_leaves_no_heading():
    empty = markdown(InterviewReport(REPORT.reached), "en", date(2026, 11, 20))
    assert empty.count("##") == 1
