"""Links go on as they began."""

from __future__ import annotations

from tutor.exchange.link_paths import address, base_of

KNOWN = {"/home/me/notes/深度学习/relu.md", "/home/me/notes/深度学习/gelu 近似.md", "/home/me/notes/index.md"}
NOTE, ROOT = "/home/me/notes/深度学习/relu.md", "/home/me/notes"


def test_a_new_block_is_relative_to_the_note():
    base = base_of(NOTE, ROOT, [], KNOWN)
    assert address("/home/me/notes/index.md", base) == "../index.md"
    assert address("/home/me/notes/深度学习/gelu 近似.md", base) == "gelu 近似.md"
    assert base_of(NOTE, ROOT, ["gone.md"], KNOWN) == base


def test_a_block_like_that_of_document_002_names_the_folder_of_notes():
    base = base_of(NOTE, ROOT, ["notes/深度学习/gelu%20近似.md"], KNOWN)
    assert address("/home/me/notes/index.md", base) == "notes/index.md"


def test_a_block_relative_to_the_root_stays_so():
    assert base_of(NOTE, ROOT, ["old.md", "index.md"], KNOWN) == ROOT
    assert address(NOTE, ROOT) == "深度学习/relu.md"


def test_notes_in_the_present_folder():
    assert base_of("a.md", "", ["b.md"], {"a.md", "b.md"}) == ""
    assert address("b.md", "") == "b.md"
