"""The text of a file, whatever program wrote it."""

from __future__ import annotations

import pytest

from tutor.errors import TutorError
from tutor.exchange import decoding
from tutor.exchange.decoding import Decoded, decoded

TEXT = "激活函数决定网络能表示什么。\nReLU(x) = max(0, x)\n" * 5


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_encodings_are_recognised(codec):
    known = {"utf-8-sig": "utf-8", "gbk": "gb18030"}.get(codec, codec)
    assert decoded(TEXT.encode(codec), "a.csv") == Decoded(TEXT, known, 0)


def test_a_few_broken_bytes_are_left_out_and_counted():
    source = TEXT.encode()
    assert decoded(source[:99] + b"\xff" + source[99:], "a.csv") == Decoded(TEXT, "utf-8", 1)
    assert decoded(source + b"\xe6\xbf", "a.csv") == Decoded(TEXT, "utf-8", 1)
    odd = decoded(TEXT.encode("utf-16")[:-1], "a.csv")
    assert (odd.encoding, odd.broken) == ("utf-16", 1)


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (b"\x89PNG\x00\x00" + b"\x01" * 100, "importing.binary"),
        (bytes(range(1, 256)) * 20, "importing.encoding"),
        (b"\xff\xfe" + b"\x00\xd8" * 500, "importing.encoding"),
    ],
)
def test_what_is_no_text_is_refused(source, key):
    with pytest.raises(TutorError) as error:
        decoded(source, "a.csv")
    assert (error.value.key, error.value.facts["file"]) == (key, "a.csv")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_text_of_too_many_lines_is_refused(monkeypatch, end):
    monkeypatch.setattr(decoding, "MOST_LINES", 20)
    assert decoded(f"a{end}".encode() * 10, "a.csv").text
    with pytest.raises(TutorError, match="too_many"):
        decoded(f"a{end}".encode() * 21, "a.csv")


def test_what_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(decoding, "LARGEST", 10)
    with pytest.raises(TutorError, match="too_large"):
        decoded(b"x" * 11, "a.csv")
