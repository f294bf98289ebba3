"""A table of ours in the real Anki: it finds separator, question, answer, deck and tags without being asked."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exchange.anki.asking import leaving
from tests.questions import cards
from tutor.exchange.plain import said
from tutor.exchange.separated_writing import separated

ORACLE = Path(__file__).with_name("table_oracle.py")


@pytest.mark.parametrize("separator", [",", "\t"])
def test_question_and_answer_find_their_places(tmp_path, separator):
    asked = replace(cards.flash("c.one"), ask=said('a, b\n"c"\t;<d> {{e}}'), tags=("relu", "two words"))
    path = tmp_path / "table.txt"
    path.write_text("".join(separated(leaving((asked, cards.choice("c.two"))), separator)), encoding="utf-8")
    command = [sys.executable, str(ORACLE), str(tmp_path), str(path)]
    first, second = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert first == [
        ["a, b<br>&quot;c&quot;\t;&lt;d&gt; {{e}}", "the answer"],
        "Part one::Lesson",
        ["relu", "two_words"],
    ]
    assert second[0] == ["ask?", "yes"]
