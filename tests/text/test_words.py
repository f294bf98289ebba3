"""Every sentence exists in both languages, takes the same facts, and every key the code uses exists."""

import re
import string
from pathlib import Path

import pytest

from tutor.text.words import say, sentences

ROOT = Path(__file__).parents[2] / "tutor"
AREAS = sorted(path.stem for path in (ROOT / "text/words/zh").glob("*.py") if path.stem != "__init__")


def fields(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_areas():
    assert sorted(path.stem for path in (ROOT / "text/words/en").glob("*.py") if path.stem != "__init__") == AREAS


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_say_the_same(area):
    zh, en = sentences(area, "zh"), sentences(area, "en")
    assert zh.keys() == en.keys()
    for key in zh:
        assert key.startswith(f"{area}."), key
        assert fields(zh[key]) == fields(en[key]), key


@pytest.mark.parametrize("area", AREAS)
def test_chinese_is_chinese_and_english_is_not(area):
    for key, sentence in sentences(area, "en").items():
        assert not re.search(r"[一-鿿]", sentence), key


def test_every_key_in_the_code_has_a_sentence():
    keys = set()
    pattern = re.compile(rf"[\"']((?:{'|'.join(AREAS)})\.[a-z_]+)[\"']")
    for path in ROOT.rglob("*.py"):
        if "words" not in path.parts:
            keys |= set(pattern.findall(path.read_text(encoding="utf-8"))) - {"config.toml"}
    missing = [key for key in sorted(keys) if key not in sentences(key.partition(".")[0], "zh")]
    assert len(keys) > 50
    assert missing == []


def test_facts_fill_the_sentence_and_both_speaks_chinese():
    assert say("interval.days", "en", amount="3") == "3d"
    assert say("interval.days", "both", amount="3") == "3 天"
