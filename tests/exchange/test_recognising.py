"""Which format a file has: by what is in it first, then by its name."""

from __future__ import annotations

import pytest

from tests.exchange import samples
from tutor.errors import TutorError
from tutor.exchange.recognising import container, format_of

GROUPS = {"hashcards": samples.HASHCARDS, "hascard": samples.HASCARD, "csv": samples.SEPARATED}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, group in GROUPS.items() for name in group])
def test_a_file_is_known_whatever_it_is_called(kind, name):
    data = GROUPS[kind][name]
    assert format_of(data, name) == kind
    assert format_of(data, "cards.txt") == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("C: drive,a letter\nD: drive,another\n", "drives.csv", "csv"),
        ("Q: a\nA: b\n", "odd.csv", "hashcards"),
        ("only\none\ncolumn\n", "list.csv", "csv"),
        ("a\tb\nc\td\n", "notes.txt", "csv"),
        ("The {{c1::order}} of a group\n", "clozes.txt", "csv"),
        ("# a\n- b\n* c\n", "x.md", "hascard"),
        ("#separator:tab\na\tb\n", "x.md", "csv"),
    ],
)
def test_content_decides_before_the_name(text, name, kind):
    assert format_of(text.encode(), name) == kind


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("# Title\n\nA note, with commas, in it.\n", "note.md", "importing.note"),
        ("Some prose.\nMore of it, and more.\n", "prose.txt", "importing.unknown"),
        ("", "empty.txt", "importing.unknown"),
        ("a,b\nc,d\n", "table.md", "importing.note"),
    ],
)
def test_what_holds_no_cards_is_refused(text, name, key):
    with pytest.raises(TutorError) as error:
        format_of(text.encode(), name)
    assert error.value.key == key


@pytest.mark.parametrize(
    ("beginning", "name", "kind"),
    [
        (b"PK\x03\x04", "x", "anki"),
        (b"whatever", "x.APKG", "anki"),
        (b' \xef\xbb\xbf{"a"'.strip(), "x", "json"),
        (b"{}", "x", "json"),
        (b"{{c1::a}} b", "x", "text"),
        (b"", "x.json", "text"),
    ],
)
def test_containers_are_known_by_their_first_bytes(beginning, name, kind):
    assert container(beginning, name) == kind


def test_a_database_is_refused_with_the_way_in():
    with pytest.raises(TutorError) as error:
        container(b"SQLite format 3\0", "journal.sqlite3")
    assert error.value.key == "importing.database"
