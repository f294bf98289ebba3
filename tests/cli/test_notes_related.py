"""`tutor notes related`: what is like a note, and the block that says so in it."""

import pytest

VANISHING = """---
tags: [深度学习, 深度学习/梯度消失.md]
---
# 梯度消失

饱和区的导数接近零，链式法则把许多小于一的导数连乘，梯度随层数指数衰减，靠近输入层的权重几乎不更新。
常见的解决办法：残差连接、批归一化、换用 ReLU。
"""
EXPLODING = """---
tags: [深度学习]
---
# 梯度爆炸

链式法则把许多大于一的导数连乘，梯度随层数指数放大，更新剧烈震荡。常见的解决办法：梯度裁剪、批归一化、残差连接。
"""
COOKING = """# 红烧肉

五花肉切块焯水，冰糖炒出糖色，加酱油、黄酒和热水，小火炖一个小时，大火收汁。
"""


@pytest.fixture
def folder(tmp_path, tutor, monkeypatch):
    folder = tmp_path / "notes"
    (folder / "sub").mkdir(parents=True)
    (folder / "vanishing.md").write_text(VANISHING, encoding="utf-8")
    (folder / "sub" / "exploding (2).md").write_text(EXPLODING, encoding="utf-8")
    (folder / "cooking.md").write_text(COOKING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert tutor("notes", "add", str(folder)).code == 0
    return folder


def test_the_note_about_the_same_thing_comes_first(tutor, folder):
    found = tutor("notes", "related", "notes/vanishing.md", "--json").json
    assert found["note"] == str(folder / "vanishing.md")
    assert [one["title"] for one in found["related"] if one["kind"] == "note"] == ["梯度爆炸"]
    assert 10 <= found["related"][0]["percent"] <= 90
    assert found["written"] is False


def test_for_people(tutor, folder):
    out = tutor("notes", "related", "notes/vanishing.md").out
    assert "%  梯度爆炸" in out
    assert "notes/sub/exploding (2).md" in out
    assert "红烧肉" not in out


def test_lessons_are_named_with_the_command_that_opens_them(tutor, folder):
    (folder / "english.md").write_text(
        "# Why a stack of linear layers is one linear layer: activation functions\n\nWithout an activation function a network"
        " of any depth computes one linear map, and only a bend between layers lets depth help.\n",
        encoding="utf-8",
    )
    out = tutor("notes", "related", "notes/english.md").out
    assert "tutor learn first" in out


def test_the_block_is_written_after_a_yes_and_then_up_to_date(tutor, folder):
    path = folder / "vanishing.md"
    assert "Nothing was written." in tutor("notes", "related", str(path), "--write", stdin="n\n").out
    assert path.read_text(encoding="utf-8") == VANISHING
    done = tutor("notes", "related", str(path), "--write", stdin="y\n")
    assert done.out.endswith("1 note written.\n")
    after = path.read_text(encoding="utf-8")
    assert after.startswith(VANISHING)
    assert "## 相关笔记\n<!-- 自动生成 -->\n\n- [梯度爆炸](<sub/exploding (2).md>) - 相似度: " in after
    assert after.endswith("% | 标签: 深度学习\n")
    assert "up to date" in tutor("notes", "related", str(path), "--write").out
    assert path.read_text(encoding="utf-8") == after


def test_links_go_on_from_the_folder_from_which_they_went(tutor, folder):
    path = folder / "sub" / "exploding (2).md"
    block = "\n## 相关笔记\n<!-- 自动生成 -->\n\n- [梯度消失](notes/vanishing.md) - 相似度: 5%\n"
    path.write_text(EXPLODING + block, encoding="utf-8")
    assert tutor("notes", "related", str(path), "--write", "--yes").code == 0
    assert "- [梯度消失](notes/vanishing.md) - 相似度: " in path.read_text(encoding="utf-8")
    assert "相似度: 5%" not in path.read_text(encoding="utf-8")


def test_a_note_that_was_never_added_can_be_asked_about(tutor, folder):
    other = folder.parent / "other.md"
    other.write_text(VANISHING.replace("# 梯度消失", "# 别处的笔记"), encoding="utf-8")
    found = tutor("notes", "related", "other.md", "--json").json["related"]
    assert [one["title"] for one in found[:2]] == ["梯度消失", "梯度爆炸"]


def test_what_cannot_be_read_is_told(tutor, folder):
    assert tutor("notes", "related", "nowhere.md").code == 4
    (folder / "photo.md").write_bytes(b"\0\0")
    done = tutor("notes", "related", "notes/photo.md")
    assert (done.code, done.err) == (1, "notes/photo.md: not a text file\n")


def test_a_read_only_note_is_left(tutor, folder):
    path = folder / "vanishing.md"
    path.chmod(0o444)
    done = tutor("notes", "related", str(path), "--write", "--yes")
    assert (done.code, done.err) == (1, "notes/vanishing.md: read-only, left as it is\n")
    assert path.read_text(encoding="utf-8") == VANISHING


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_nothing_is_written_into_a_note_of_another_encoding(tutor, folder, encoding):
    path = folder / "vanishing.md"
    path.write_text(VANISHING, encoding=encoding)
    before = path.read_bytes()
    assert "梯度爆炸" in tutor("notes", "related", str(path)).out
    done = tutor("notes", "related", str(path), "--write", "--yes")
    assert (done.code, done.err) == (
        1,
        "notes/vanishing.md: it cannot be written (not text in UTF-8), left as it is\n",
    )
    assert path.read_bytes() == before
