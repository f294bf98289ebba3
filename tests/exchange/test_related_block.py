"""The block of related notes: found, refreshed, and nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.exchange.block_lines import GENERATED, lines_of
from tutor.exchange.related_block import Link, language_of, line_of, linked, refreshed, without

NOTE = """---
tags:
- 深度学习
---
# 激活函数的作用和必要性

激活函数引入非线性。

---

## 相关笔记
<!-- 自动生成 -->

- [多层感知机解决非线性问题的能力](notes/深度学习/多层感知机解决非线性问题的能力.md) - 相似度: 33% | 标签: 深度学习, 深度学习/激活函数.md
"""
NEAR = Link("GELU [近似]", "深度学习/GELU 近似.md", 41, ("深度学习", "gelu"))
FAR = Link("卷积", "卷积.md", 12)
SHOWN = (
    "- [GELU \\[近似\\]](<深度学习/GELU 近似.md>) - 相似度: 41% | 标签: 深度学习, gelu",
    "- [卷积](卷积.md) - 相似度: 12%",
)


def fresh(text, links=(NEAR, FAR), language=None):
    return refreshed(text.encode(), links, language).decode()


def test_the_block_of_document_002_is_refreshed_in_place():
    head = NOTE[: NOTE.index("- [多层")]
    assert fresh(NOTE) == head + "\n".join(SHOWN) + "\n"
    assert linked(NOTE.encode()) == ("notes/深度学习/多层感知机解决非线性问题的能力.md",)
    assert linked(fresh(NOTE).encode()) == ("深度学习/GELU 近似.md", "卷积.md")


def test_the_path_of_a_link_comes_back_as_it_was():
    path = "../a#b?c%20<d> (e).md"
    assert linked(refreshed(b"", [Link("x", path, 5)], "en")) == (path,)


def test_the_same_links_change_nothing():
    link = Link(
        "多层感知机解决非线性问题的能力",
        "notes/深度学习/多层感知机解决非线性问题的能力.md",
        33,
        ("深度学习", "深度学习/激活函数.md"),
    )
    assert fresh(NOTE, [link]) == NOTE


def test_a_note_without_a_block_gets_one_at_its_end():
    assert (
        fresh("# 卷积\n\n滑动。\n")
        == "# 卷积\n\n滑动。\n\n## 相关笔记\n<!-- 自动生成 -->\n\n" + "\n".join(SHOWN) + "\n"
    )
    assert fresh("# Convolution\n\nIt slides along.\n", [Link("ReLU", "relu.md", 20, ("a", "b"))]).endswith(
        "along.\n\n## Related notes\n<!-- auto-generated -->\n\n- [ReLU](relu.md) - similarity: 20% | tags: a, b\n"
    )
    assert fresh("# 卷积\n", [FAR], "en").endswith("- [卷积](卷积.md) - similarity: 12%\n")
    assert fresh("# 卷积\n", []) == "# 卷积\n"
    assert fresh("", [FAR], "zh") == "## 相关笔记\n<!-- 自动生成 -->\n\n- [卷积](卷积.md) - 相似度: 12%\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_line_endings_and_a_byte_order_mark_stay(end, mark, last):
    source = (mark + "# 卷积\n\n滑动。" + last).replace("\n", end)
    first = fresh(source)
    body = ("# 卷积\n\n滑动。\n\n## 相关笔记\n<!-- 自动生成 -->\n\n" + "\n".join(SHOWN) + "\n").replace("\n", end)
    assert first == (mark + body if end in source else (mark + body).replace(end, "\n"))
    assert fresh(first) == first


def test_what_the_author_wrote_between_the_links_stays():
    source = (
        "# x\n\n## Related notes\n<!-- auto-generated -->\nSee also my book.\n- [old](old.md) - similarity: 50%\n"
        "- [mine](mine.md): the one I read first\n- [older](older.md) - similarity: 40% | tags: a\n\nbye\n\n## Further\n"
        "- [not mine](x.md) - similarity: 10%\n"
    )
    assert fresh(source, [Link("new", "new.md", 60)]) == (
        "# x\n\n## Related notes\n<!-- auto-generated -->\nSee also my book.\n- [new](new.md) - similarity: 60%\n"
        "- [mine](mine.md): the one I read first\n\nbye\n\n## Further\n- [not mine](x.md) - similarity: 10%\n"
    )


def test_an_empty_block_is_filled_and_emptied_again():
    empty = "## 相关笔记\n<!-- 自动生成 -->"
    filled = fresh(empty, [FAR])
    assert filled == "## 相关笔记\n<!-- 自动生成 -->\n\n- [卷积](卷积.md) - 相似度: 12%\n"
    assert fresh(filled, []) == "## 相关笔记\n<!-- 自动生成 -->\n\n"
    assert fresh(fresh(filled, []), [FAR]) == filled
    assert fresh(empty + "\n我的话\n", [FAR]) == f"{empty}\n\n- [卷积](卷积.md) - 相似度: 12%\n\n我的话\n"


@pytest.mark.parametrize(
    "own",
    [
        "## 相关笔记\n\n- [我选的](a.md)\n",  # no marker: the author's own
        "```\n## 相关笔记\n<!-- 自动生成 -->\n- [x](x.md) - 相似度: 1%\n```\n",
        "~~~~\n## 相关笔记\n<!-- 自动生成 -->\n~~~\n- [x](x.md) - 相似度: 1%\n~~~~\n",
        "---\na: |\n\n  x\n## 相关笔记\n<!-- 自动生成 -->\n---\n",
        "相关笔记\n<!-- 自动生成 -->\n",
        "## 相关笔记\n我的话\n<!-- 自动生成 -->\n",
    ],
)
def test_what_only_looks_like_a_block_is_left_alone(own):
    first = fresh(own, [FAR], "zh")
    assert first.startswith(own)
    assert first[len(own) :].strip() == "## 相关笔记\n<!-- 自动生成 -->\n\n- [卷积](卷积.md) - 相似度: 12%"
    assert fresh(first, [FAR], "zh") == first


def test_a_hundred_thousand_fences_that_never_close_take_no_time():
    source = "```python\n" * 100_000
    assert fresh(source, [FAR], "zh").startswith(source)


def test_bytes_that_are_no_text_stay():
    source = b"# \xff\xfe\xb5\x00\n\x85\xe2\x80\xa8 end"
    done = refreshed(source, [FAR], "zh")
    assert done.startswith(source + b"\n\n## ")
    assert refreshed(done, [FAR], "zh") == done


@pytest.mark.parametrize(
    ("link", "line"),
    [
        (Link("a]b[c", "x.md", 5), "- [a\\]b\\[c](x.md) - similarity: 5%"),
        (Link("two\nlines \x1b[2J", "x.md", 5), "- [two lines \\[2J](x.md) - similarity: 5%"),
        (Link("", "x.md", 5), "- […](x.md) - similarity: 5%"),
        (Link("x", "a (b).md", 5), "- [x](<a (b).md>) - similarity: 5%"),
        (Link("x", "a#b?c%20<d>.md", 5), "- [x](a%23b%3Fc%2520%3Cd%3E.md) - similarity: 5%"),
        (Link("x", "x.md", 100, ("a", "", "b\n")), "- [x](x.md) - similarity: 100% | tags: a, b"),
    ],
)
def test_a_title_a_path_and_tags_as_they_are_written(link, line):
    assert line_of(link, "en") == line
    assert GENERATED.fullmatch(line)


def test_the_language_of_a_note():
    assert language_of("激活函数 activation") == "zh"
    assert language_of("The activation function 激活") == "en"
    assert language_of("") == "en"


def test_the_block_does_not_make_notes_alike():
    assert "多层感知机" not in without(NOTE)
    assert without(NOTE).startswith(NOTE[:40])
    assert without("no block") == "no block"


LINKS = st.lists(
    st.builds(Link, st.text(), st.text(min_size=1), st.integers(0, 100), st.lists(st.text()).map(tuple)), max_size=4
)
PIECES = st.sampled_from(
    [
        *(
            "## 相关笔记\n",
            "<!-- 自动生成 -->\n",
            "## Related notes\r\n",
            "<!-- auto-generated -->\r\n",
            "\n",
            "text\n",
        ),
        *("```\n", "# h\n", "- [a](b) - 相似度: 3%\n", "- [a](b) - similarity: 3% | tags: x", "---\n", "\ufeff", "\r"),
        *("\udcff", "我", "~~~~\n"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES).map("".join), st.text())


@settings(max_examples=150)
@given(TEXTS, LINKS, LINKS, st.sampled_from([None, "zh", "en"]))
def test_refreshing_twice_is_refreshing_once_and_all_else_stays(text, before, links, language):
    source = text.encode("utf-8", "surrogateescape" if "\udcff" in text else "replace")
    first = refreshed(refreshed(source, before, language), links, language)
    assert refreshed(first, links, language) == first
    if links:
        plain = [line_of(link, lang) for link in links for lang in ("zh", "en")]
        assert any(line.encode("utf-8", "surrogateescape") in first for line in plain)


@settings(max_examples=150)
@given(TEXTS, LINKS)
def test_outside_the_block_every_byte_stays(text, links):
    """A note with a block: without generated lines it is what it was, up to the empty lines a first link brings."""
    source = text.encode("utf-8", "surrogateescape" if "\udcff" in text else "replace")

    def rest(data):
        lines = lines_of(data.decode("utf-8", "surrogateescape"))
        return "".join(line for line in lines if not GENERATED.fullmatch(line))

    done = refreshed(source, links)
    if linked(source):
        assert rest(done) == rest(source)
    else:
        kept, new = iter(rest(done).split()), rest(source).split()
        assert all(word in kept for word in new)


@settings(max_examples=60)
@given(LINKS)
def test_every_line_that_is_written_is_found_again(links):
    data = refreshed(b"# x\n", links, "en")
    assert len(linked(data)) == len(links)
