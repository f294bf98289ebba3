"""Every sentence exists in both languages, takes the same facts, and every key the code uses exists."""

import errno
import os
import re
import string
from pathlib import Path

import pytest
import yaml

from tutor.text.reasons import BY_TEXT, SAID, key_of
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


def test_what_is_counted_is_one_or_many(monkeypatch):
    table = {"own.n": "{n:answer|answers} in {where}", "own.has": "{n:question has|questions have} no answer"}
    monkeypatch.setattr("tutor.text.words.sentences", lambda _area, _language: table)
    assert [say("own.n", "en", n=n, where="a|b") for n in (0, 1, 2, "1")] == [
        "0 answers in a|b",
        "1 answer in a|b",
        "2 answers in a|b",
        "1 answer in a|b",
    ]
    assert say("own.has", "en", n=1) == "1 question has no answer"


def test_several_names_are_listed_as_the_language_does():
    assert "guess、draw" in say("games.unknown", "zh", name="x", known=("guess", "draw"))
    assert "guess, draw" in say("games.unknown", "en", name="x", known=("guess", "draw"))


@pytest.mark.parametrize("reason", [*BY_TEXT, *SAID])
def test_every_reason_can_be_said(reason):
    for language in ("zh", "en"):
        assert say(key_of(reason), language) in say("problem.yaml-syntax", language, reason=reason)


@pytest.mark.parametrize(
    "front", ["a: [1, 2", "a: {b: 1", "a: b: c", 'a: "x', "a: 1\n b: 2", "a: @x", "a: - b", "a: |x"]
)
def test_what_is_wrong_with_yaml_is_said_in_words(front):
    with pytest.raises(yaml.YAMLError) as error:
        list(yaml.parse(front + "\n", Loader=yaml.CSafeLoader))
    assert key_of(error.value.problem)


@pytest.mark.parametrize(
    ("why", "zh", "en"),
    [
        (os.strerror(errno.ENOENT), "没有这个文件或文件夹", "no such file or folder"),
        (os.strerror(errno.EACCES), "没有权限", "permission denied"),
        ("database disk image is malformed", "数据库内部已损坏", "the database is broken inside"),
        (
            "Error -3 while decompressing data: invalid block type",
            "压缩的数据解不开",
            "compressed data that cannot be unpacked",
        ),
        ("a reason of its own", "a reason of its own", "a reason of its own"),
    ],
)
def test_what_the_system_says_is_said_in_the_learners_language(why, zh, en):
    assert zh in say("exporting.not_saved", "zh", file="a", why=why)
    assert en in say("exporting.not_saved", "en", file="a", why=why)
