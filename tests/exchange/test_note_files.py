"""Finding notes in folders, and reading one."""

import os
from pathlib import Path

import pytest

from tutor.exchange.notes.files import LARGEST, NoteFile, Troubled, read, walk
from tutor.exchange.trouble import Trouble, TroubledError

posix = pytest.mark.skipif(os.name != "posix", reason="a matter of POSIX")


def made(root, **files):
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def names(root, *roots):
    return sorted(str(Path(path).relative_to(root)) for path in walk([str(one) for one in roots or (root,)]).files)


def test_markdown_files_of_all_folders_but_hidden_ones(tmp_path):
    made(tmp_path, a_md="a", b_MARKDOWN="b", deep__er__c_md="c", _hidden_md="h", d_pdf="d")
    made(tmp_path / ".git", e_md="e")
    assert names(tmp_path) == ["a.md", "b.MARKDOWN", "deep/er/c.md"]


@pytest.mark.parametrize(
    ("text", "is_note"),
    [
        ("---\r\ntags: []\r\n---\r\n", True),
        ("\ufeff---\ntags: []\n---\n", True),
        ("intro\n\n## Heading\n", True),
        ("**Q1: what?**\n", True),
        ("```\ncode\n```\n", True),
        ("# comment\nrich>=14\n", False),
        ("a diary\n---\nof plain text", False),
        ("", False),
    ],
)
def test_a_text_file_is_a_note_where_it_is_markdown(tmp_path, text, is_note):
    (tmp_path / "x.txt").write_text(text, encoding="utf-8", newline="")
    assert names(tmp_path) == (["x.txt"] if is_note else [])


def test_a_file_that_is_named_is_a_note_whatever_its_name(tmp_path):
    made(tmp_path, a_org="a", b_org="b")
    assert names(tmp_path, tmp_path / "a.org") == ["a.org"]


def test_size_and_time_of_change(tmp_path):
    made(tmp_path, a_md="four")
    os.utime(tmp_path / "a.md", ns=(5, 7))
    path = str(tmp_path / "a.md")
    assert walk([str(tmp_path)]).files == {path: NoteFile(path, 4, 7)}


def test_a_folder_within_another_is_walked_once(tmp_path):
    made(tmp_path, a_md="a", in__b_md="b")
    assert names(tmp_path, tmp_path, tmp_path / "in", tmp_path / "in" / "b.md") == ["a.md", "in/b.md"]


def test_what_is_not_there_is_away(tmp_path):
    gone = str(tmp_path / "gone")
    found = walk([gone, str(tmp_path)])
    assert (found.away, found.files, found.troubles) == ([gone], {}, [])


@posix
def test_links_are_followed_once_and_loops_end(tmp_path):
    made(tmp_path, notes__a_md="a", elsewhere__b_md="b", elsewhere__loop__c_md="c")
    notes = tmp_path / "notes"
    (notes / "up").symlink_to(tmp_path / "notes")
    (notes / "there").symlink_to(tmp_path / "elsewhere")
    (notes / "again").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "loop" / "back").symlink_to(notes)
    (notes / "A.md").symlink_to(notes / "a.md")
    (notes / "b-link.md").symlink_to(tmp_path / "elsewhere" / "b.md")
    (notes / "self.md").symlink_to(notes / "self.md")
    found = walk([str(notes)])
    assert len(found.files) == 3
    assert str(notes / "a.md") in found.files
    assert {Path(path).resolve().name for path in found.files} == {"a.md", "b.md", "c.md"}
    assert found.troubles == [Troubled(str(notes / "self.md"), Trouble("notes.file_gone"))]


@posix
def test_a_link_that_leads_up_is_not_followed(tmp_path):
    made(tmp_path, outside_md="o", notes__a_md="a", notes__in__b_md="b")
    for name, target in (("root", "/"), ("up", tmp_path), ("self", tmp_path / "notes")):
        (tmp_path / "notes" / "in" / name).symlink_to(target)
    assert names(tmp_path, tmp_path / "notes") == ["notes/a.md", "notes/in/b.md"]


@posix
def test_two_hard_links_are_two_files(tmp_path):
    made(tmp_path, a_md="a")
    (tmp_path / "b.md").hardlink_to(tmp_path / "a.md")
    assert names(tmp_path) == ["a.md", "b.md"]


@posix
def test_a_pipe_is_no_note_and_never_keeps_anybody_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == []
    assert read(str(tmp_path / "pipe.md")) == b""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_closed_folder_and_a_closed_file_are_told(tmp_path):
    made(tmp_path, a_md="a", closed__b_md="b")
    (tmp_path / "closed").chmod(0)
    (tmp_path / "a.md").chmod(0)
    found = walk([str(tmp_path)])
    (tmp_path / "closed").chmod(0o700)
    assert list(found.files) == [str(tmp_path / "a.md")]
    assert [(one.path, one.trouble.key) for one in found.troubles] == [
        (str(tmp_path / "closed"), "notes.folder_closed")
    ]
    with pytest.raises(TroubledError) as refused:
        read(str(tmp_path / "a.md"))
    assert refused.value.trouble.key == "notes.file_closed"


def test_a_folder_that_cannot_be_listed_hides_no_other(tmp_path, monkeypatch):
    made(tmp_path, a_md="a", closed__b_md="b")
    scan = os.scandir

    def refusing(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = walk([str(tmp_path)])
    assert list(found.files) == [str(tmp_path / "a.md")]
    assert found.troubles == [
        Troubled(str(tmp_path / "closed"), Trouble("notes.folder_closed", 0, (("why", "Permission denied"),)))
    ]


def test_a_huge_file_is_told_and_not_read(tmp_path):
    with (tmp_path / "huge.md").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    found = walk([str(tmp_path)])
    assert found.files == {}
    assert found.troubles == [Troubled(str(tmp_path / "huge.md"), Trouble("notes.file_large", 0, (("most", "5 MiB"),)))]
    with pytest.raises(TroubledError):
        read(str(tmp_path / "huge.md"))


def test_the_largest_file_is_read(tmp_path):
    (tmp_path / "a.md").write_bytes(b"x" * LARGEST)
    assert len(read(str(tmp_path / "a.md"))) == LARGEST


@pytest.mark.parametrize("source", [b"a\0b", "note".encode("utf-16-le")])
def test_a_binary_file_is_no_note(tmp_path, source):
    (tmp_path / "a.md").write_bytes(source)
    with pytest.raises(TroubledError) as refused:
        read(str(tmp_path / "a.md"))
    assert refused.value.trouble == Trouble("notes.file_binary")


@posix
def test_a_name_that_is_no_text_is_told(tmp_path):
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb1\xca.md")).write_text("gbk", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 only")
    found = walk([str(tmp_path)])
    assert found.files == {}
    assert [one.trouble.key for one in found.troubles] == ["notes.file_name"]


def test_a_text_in_utf_16_is_text(tmp_path):
    (tmp_path / "a.md").write_bytes("note".encode("utf-16"))
    assert read(str(tmp_path / "a.md")) == "note".encode("utf-16")


def test_a_file_that_went_away_is_told(tmp_path):
    with pytest.raises(TroubledError) as refused:
        read(str(tmp_path / "gone.md"))
    assert refused.value.trouble == Trouble("notes.file_gone")


def test_very_deep_folders(tmp_path):
    deep = tmp_path
    for _ in range(200):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.md").write_text("a", encoding="utf-8")
    assert len(names(tmp_path)) == 1
