"""The register follows the folders: nothing is read twice, nothing is lost, and dying in between changes nothing."""

import os

import pytest

from tutor.cli import note_reading, note_scan
from tutor.cli.note_scan import scan
from tutor.memory.state import Memory
from tutor.store.journal import Journal
from tutor.store.notes import Notes

TODAY = 740_000
STARTED = "---\nlast_reviewed: 2026-11-10\nnext_review: 2026-11-18\nreview_count: 4\n---\n"


class World:
    """A folder of notes, the register, the journal."""

    def __init__(self, folder, home):
        self.folder = folder
        folder.mkdir()
        self.notes = Notes(home / "notes.sqlite3", "1")
        ids = iter(range(10**6))
        self.journal = Journal(
            home / "journal.sqlite3", "here", lambda: 1_795_000_000_000_000, lambda: f"{next(ids):032x}"
        )
        self.notes.add_root(str(folder))

    def write(self, name, *questions, head=""):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        text = "".join(f"### Q: {one}？\n\n答案是“{one}”。\n\n" for one in questions)
        path.write_text(f"{head}# {path.stem}\n\n{text}", encoding="utf-8")
        return path

    def scan(self):
        return scan(self.notes, self.journal, TODAY)

    def cards(self, name):
        return self.notes.cards(self.notes.known()[str(self.folder / name)].note)

    def started(self, name):
        return [isinstance(self.journal.state(card).memory, Memory) for card in self.cards(name)]


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path / "notes", tmp_path)
    yield world
    world.notes.close()
    world.journal.close()


@pytest.fixture
def reads(monkeypatch):
    """Return the names of the files that were read."""
    names = []

    def reading(path):
        names.append(os.path.basename(path))  # noqa: PTH119
        return note_reading_read(path)

    note_reading_read = note_reading.read
    monkeypatch.setattr(note_reading, "read", reading)
    return names


def test_only_what_changed_is_read(world, reads):
    for name in "abc":
        world.write(f"{name}.md", f"问题 {name}")
    assert (world.scan().new, sorted(reads)) == (3, ["a.md", "b.md", "c.md"])
    reads.clear()
    assert (world.scan(), reads) == (note_scan.Scanned(), [])
    world.write("b.md", "问题 b", "又一个")
    found = world.scan()
    assert (found.new, found.changed, reads) == (0, 1, ["b.md"])


def test_another_version_of_the_program_reads_all_again(world, reads):
    world.write("a.md", "甲")
    world.scan()
    cards = world.cards("a.md")
    world.notes.reader = "2"
    assert world.scan().changed == 1
    assert (reads, world.cards("a.md")) == (["a.md", "a.md"], cards)


def test_a_file_that_is_written_with_the_same_size_is_seen(world):
    path = world.write("a.md", "甲甲甲")
    os.utime(path, ns=(1, 1))
    world.scan()
    world.write("a.md", "乙乙乙")
    os.utime(path, ns=(2, 2))
    assert world.scan().changed == 1


def test_moved_gone_and_new_are_told_apart(world):
    for name in "abc":
        world.write(f"{name}.md", f"问题 {name}")
    world.scan()
    cards = world.cards("a.md")
    (world.folder / "a.md").rename(world.folder / "moved.md")
    (world.folder / "b.md").unlink()
    world.write("d.md", "问题 d")
    found = world.scan()
    assert (found.new, found.gone, found.former) == (1, 1, {str(world.folder / "a.md")})
    assert world.cards("moved.md") == cards


def test_a_folder_that_is_added_again_under_another_name_is_known(world):
    """Renamed, or a drive that is mounted elsewhere; a note that was edited meanwhile is known by its questions."""
    world.write("a.md", "问题 a")
    world.write("b.md", "问题 b", "又一个")
    world.write("c.md", "问题 c")
    world.scan()
    cards = {name: world.cards(name) for name in ("a.md", "b.md", "c.md")}
    old = world.folder
    world.folder = old.rename(old.with_name("renamed"))
    world.notes.add_root(str(world.folder))
    (world.folder / "a.md").rename(world.folder / "d.md")
    world.write("b.md", "问题 b", "又一个", "还有一个")
    world.write("c.md", "别的问题")
    found = world.scan()
    assert (found.new, found.gone, found.former) == (1, 0, {str(old / "a.md"), str(old / "b.md")})
    assert world.cards("d.md") == cards["a.md"]
    assert world.cards("b.md")[:2] == cards["b.md"]
    assert world.cards("c.md") != cards["c.md"]
    assert sorted(world.notes.known()) == [str(old / "c.md"), *(str(world.folder / f"{name}.md") for name in "bcd")]


def test_a_copy_of_a_folder_that_is_there_is_another_one(world):
    world.write("a.md", "问题 a")
    world.scan()
    cards = world.cards("a.md")
    copy = world.folder.with_name("copy")
    copy.mkdir()
    (copy / "a.md").write_bytes((world.folder / "a.md").read_bytes())
    world.notes.add_root(str(copy))
    assert world.scan().new == 1
    assert world.cards("a.md") == cards


def test_two_devices_name_the_notes_of_one_folder_the_same_way(world, tmp_path, monkeypatch):
    """Whatever the order in which a disk lists them, and whatever was written into their fields since."""
    for name in ("README.md", "b/README.md", "a/README.md"):
        world.write(name, f"问题 {name}")
    world.scan()
    walk = note_scan.walk

    def backwards(roots):
        found = walk(roots)
        found.files = dict(reversed(found.files.items()))
        return found

    monkeypatch.setattr(note_scan, "walk", backwards)
    world.write("b/README.md", "问题 b/README.md", head=STARTED)
    (tmp_path / "other").mkdir()
    with Notes(tmp_path / "other" / "notes.sqlite3", "1") as notes:
        notes.add_root(str(world.folder))
        scan(notes, world.journal, TODAY)
        assert notes.cards_of_all() == world.notes.cards_of_all()


def test_two_notes_that_change_places_keep_their_questions(world):
    a, b = world.write("a.md", "激活函数有什么用"), world.write("b.md", "梯度怎么会消失，又怎么会爆炸")
    world.scan()
    cards = world.cards("a.md"), world.cards("b.md")
    a.rename(world.folder / "c.md")
    b.rename(a)
    (world.folder / "c.md").rename(b)
    os.utime(a, ns=(7, 7))
    os.utime(b, ns=(8, 8))
    world.scan()
    assert (world.cards("b.md"), world.cards("a.md")) == cards


def test_more_notes_than_fit_one_transaction(world, monkeypatch):
    monkeypatch.setattr(note_scan, "AT_ONCE", 3)
    for number in range(10):
        world.write(f"{number}.md", f"第 {number} 个")
    assert world.scan().new == 10
    cards = {f"{number}.md": world.cards(f"{number}.md") for number in range(10)}
    for number in range(10):
        (world.folder / f"{number}.md").rename(world.folder / f"x{number}.md")
    found = world.scan()
    assert (found.new, found.gone, len(found.former)) == (0, 0, 10)
    assert {name: world.cards(f"x{name}") for name in cards} == cards


def test_how_far_it_is(world, monkeypatch):
    monkeypatch.setattr(note_scan, "AT_ONCE", 3)
    for number in range(8):
        world.write(f"{number}.md", f"第 {number} 个")
    heard = []
    scan(world.notes, world.journal, TODAY, lambda done, total: heard.append((done, total)))
    assert heard == [(3, 8), (6, 8), (8, 8)]


def test_on_a_terminal_very_many_notes_are_counted(monkeypatch, capsys):
    assert note_scan.told_on_terminal("en") is None
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    tell = note_scan.told_on_terminal("en")
    tell(5, 10)
    tell(1000, 4000)
    tell(4000, 4000)
    assert capsys.readouterr().err == "read 1000 of 4000 notes\rread 4000 of 4000 notes\n"


def test_what_cannot_be_looked_at_is_not_gone(world, monkeypatch):
    world.write("open.md", "甲")
    world.write("closed/a.md", "乙")
    world.scan()
    listed = os.scandir

    def refusing(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = world.scan()
    assert (found.gone, list(found.troubles)) == (0, [str(world.folder / "closed")])
    assert str(world.folder / "closed" / "a.md") in world.notes.known()


def test_a_file_that_was_added_alone_and_moved_is_the_same_note(world, tmp_path):
    alone = tmp_path / "alone.md"
    alone.write_text("### Q: 独自一个文件的问题是什么？\n\n是这个。\n", encoding="utf-8")
    world.notes.add_root(str(alone))
    world.scan()
    cards = world.notes.cards(world.notes.known()[str(alone)].note)
    alone.rename(world.folder / "inside.md")
    found = world.scan()
    assert (found.new, found.former, found.away) == (0, {str(alone)}, [str(alone)])
    assert world.cards("inside.md") == cards


def test_a_note_that_became_unreadable_keeps_its_questions(world):
    path = world.write("a.md", "甲")
    world.scan()
    cards = world.cards("a.md")
    path.write_bytes(b"\0\0")
    found = world.scan()
    assert [one.key for one in found.troubles[str(path)]] == ["notes.file_binary"]
    assert world.cards("a.md") == cards


def test_troubles_are_told_again_without_reading_again(world, reads):
    path = world.write("a.md", "甲", head="---\na: 1\na: 2\n---\n")
    first = world.scan().troubles
    again = world.scan().troubles
    assert first == again
    assert [one.key for one in first[str(path)]] == ["notes.front_twice"]
    assert reads == ["a.md"]


# --- written histories


def test_each_card_of_a_note_begins_with_its_history(world):
    world.write("a.md", "甲", "乙", head=STARTED)
    assert world.scan().seeded == 1
    assert world.started("a.md") == [True, True]
    assert world.scan().seeded == 0


def test_who_dies_before_the_register_is_kept_seeds_once(world, monkeypatch):
    world.write("a.md", "甲", head=STARTED)
    absorb = world.journal.absorb

    def dying(events):
        absorb(events)
        raise KeyboardInterrupt

    monkeypatch.setattr(world.journal, "absorb", dying)
    with pytest.raises(KeyboardInterrupt):
        world.scan()
    assert world.notes.known() == {}
    monkeypatch.undo()
    assert world.scan().new == 1
    (card,) = world.cards("a.md")
    assert [event.kind for event in world.journal.history(card).events] == ["seeded"]
    assert world.started("a.md") == [True]


def test_a_history_that_is_written_later_starts_cards_that_were_never_answered(world):
    world.write("a.md", "甲")
    world.scan()
    assert world.started("a.md") == [False]
    world.write("a.md", "甲", head=STARTED)
    assert world.scan().seeded == 1
    assert world.started("a.md") == [True]


def test_a_question_added_later_is_new(world):
    world.write("a.md", "甲", head=STARTED)
    world.scan()
    world.write("a.md", "甲", "乙", head=STARTED)
    assert world.scan().seeded == 0
    assert world.started("a.md") == [True, False]


def test_questions_that_replace_all_others_are_new(world):
    world.write("a.md", "为什么需要激活函数", head=STARTED)
    world.scan()
    world.write("a.md", "完全不同的一个题目在这里", head=STARTED)
    (world.folder / "a.md").write_text(f"{STARTED}# a\n\n### Q: Quite another matter?\n\nYes.\n", encoding="utf-8")
    assert world.scan().seeded == 0
    assert world.started("a.md") == [False]


def test_a_broken_front_matter_tells_no_history(world):
    world.write("a.md", "甲", head=STARTED.replace("review_count: 4", "review_count: 4\nreview_count: 5"))
    assert world.scan().seeded == 0
    assert world.started("a.md") == [False]
