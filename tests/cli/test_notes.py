"""`tutor notes`: a folder of notes is registered, reviewed, and its fields are kept true."""

import json
import os
import re
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

NOTE = """---
created: '2025-10-19'
last_reviewed: null
next_review: '2025-10-19'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags:
- 深度学习
- 深度学习/激活函数为什么必要.md
related_outlines: []
---
# 激活函数为什么必要

## 面试标准答案

### Q: 没有激活函数，多层网络会怎样？

**标准答案：**
线性层的复合还是线性层：$W_2(W_1x + b_1) + b_2 = Wx + b$。

### Q: 为什么 ReLU 常用？

**标准答案：**
1. **便宜**：只比较一次
2. **正侧导数是 1**：梯度不缩小

### Q: Sigmoid 的导数最大是多少？

**标准答案：**
在 0 处，是 1/4。

---

## 更多

正文里的“问题”不是题目。
"""
STARTED = """---
last_reviewed: 2026-11-10
next_review: 2026-11-18   # 计划
review_count: 4
difficulty: hard
mastery_level: 0.6
---
# Tanh

### Q: tanh 的值域？

(−1, 1)
"""
FIELDS = ("last_reviewed", "next_review", "review_count", "difficulty", "mastery_level")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "笔记"
    folder.mkdir()
    (folder / "必要性.md").write_text(NOTE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def added(tutor, folder):
    assert tutor("notes", "add", str(folder)).code == 0
    return tutor


def listed(tutor):
    return {Path(one["path"]).name: one for one in tutor("notes", "--json").json["notes"]}


def written(path):
    """Return the fields of a note, read by a reader that knows nothing but `name: value`."""
    head = path.read_text(encoding="utf-8").split("---")[1]
    pairs = (line.partition(":") for line in head.splitlines() if ":" in line)
    return {name: value.partition("#")[0].strip().strip("'") for name, _, value in pairs if name in FIELDS}


def review(tutor, lesson, *grades, new=3):
    """Reveal and grade card after card of one note."""
    lines = "".join(f"\n{grade}\n" for grade in grades)
    return tutor("--plain", "review", "--lesson", lesson, "--new", str(new), stdin=lines)


# --- adding, listing, removing


def test_adding_a_folder_finds_its_questions(tutor, folder):
    done = tutor("notes", "add", str(folder))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Found 1 note with 3 questions.")
    note = listed(tutor)["必要性.md"]
    assert (note["title"], note["questions"], note["started"], note["due"]) == ("激活函数为什么必要", 3, 0, 0)


def test_a_note_joins_the_review_before_the_course(added):
    done = added("--plain", "review", "--new", "1", stdin="\n3\n")
    assert "没有激活函数，多层网络会怎样？" in done.out


def test_nothing_added_yet(tutor):
    assert "tutor notes add" in tutor("notes").out
    assert tutor("notes", "sync").out == tutor("notes").out.replace("\n", " ").strip() + "\n"
    assert tutor("notes", "--json").json == {"folders": [], "notes": [], "problems": []}


def test_a_path_that_is_not_there(tutor):
    done = tutor("notes", "add", "nowhere")
    assert (done.code, done.err) == (4, "There is no folder or file nowhere.\n")


def test_a_folder_without_notes_says_what_a_note_is(tutor, tmp_path):
    (tmp_path / "empty").mkdir()
    assert ".md" in tutor("notes", "add", str(tmp_path / "empty")).out


def test_notes_without_questions_say_how_to_write_one(tutor, tmp_path):
    (tmp_path / "empty.md").write_text("# Nothing yet\n", encoding="utf-8")
    done = tutor("notes", "add", str(tmp_path / "empty.md"))
    assert (done.code, "### Q:" in done.out) == (0, True)


def test_a_file_alone(tutor, folder):
    assert tutor("notes", "add", str(folder / "必要性.md")).code == 0
    assert [one["path"] for one in tutor("notes", "--json").json["folders"]] == [str(folder / "必要性.md")]
    assert listed(tutor)["必要性.md"]["questions"] == 3


def test_removing_a_folder_keeps_what_was_learned(added, folder):
    note = listed(added)["必要性.md"]
    review(added, note["note"], 3)
    assert added("notes", "remove", str(folder)).code == 0
    assert listed(added) == {}
    assert added("card", note["cards"][0]).code == 4
    added("notes", "add", str(folder))
    again = listed(added)["必要性.md"]
    assert (again["note"], again["cards"], again["started"]) == (note["note"], note["cards"], 1)


def test_removing_what_was_never_added(added, tmp_path):
    done = added("notes", "remove", str(tmp_path))
    assert done.code == 4
    assert "was never added" in done.err


def test_a_new_file_in_a_folder_is_found_by_itself(added, folder):
    (folder / "tanh.md").write_text(STARTED, encoding="utf-8")
    assert set(listed(added)) == {"必要性.md", "tanh.md"}


def test_the_home_is_not_written_under_a_pretended_clock(tutor, folder, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(folder.parent / "data"))
    done = tutor("--lang", "en", "notes", "add", str(folder), globals_=False)
    assert done.code == 2
    assert not (folder.parent / "data" / "activation-tutor" / "notes.sqlite3").exists()


def test_a_review_asks_what_was_written_since(added, folder):
    (folder / "tanh.md").write_text(STARTED.replace("tanh 的值域？", "双曲正切的值域？"), encoding="utf-8")
    done = added("--plain", "review", stdin="\n3\n")
    assert "双曲正切的值域？" in done.out
    (folder / "必要性.md").unlink()
    assert added("cards", "多层网络会怎样", "--json").json["cards"] == []


def test_a_review_goes_on_without_a_folder_that_is_away(added, folder):
    folder.rename(folder.with_name("away"))
    done = added("--plain", "review", "--new", "1", stdin="\n3\n")
    assert done.code == 0
    assert "没有激活函数，多层网络会怎样？" in done.out


# --- identity


def test_an_edited_question_keeps_its_history(added, folder):
    note = listed(added)["必要性.md"]
    review(added, note["note"], 3, 3, 3)
    path = folder / "必要性.md"
    path.write_text(NOTE.replace("为什么 ReLU 常用？", "ReLU 为什么这么常用？"), encoding="utf-8")
    again = listed(added)["必要性.md"]
    assert again["cards"] == note["cards"]
    assert again["started"] == 3


def test_a_moved_and_renamed_note_is_the_same_note(added, folder):
    note = listed(added)["必要性.md"]
    review(added, note["note"], 3, 3)
    (folder / "旧").mkdir()
    (folder / "必要性.md").rename(folder / "旧" / "为什么.md")
    moved = listed(added)["为什么.md"]
    assert (moved["note"], moved["cards"], moved["started"]) == (note["note"], note["cards"], 2)


def test_a_folder_that_is_away_takes_nothing_with_it(added, folder):
    note = listed(added)["必要性.md"]
    review(added, note["note"], 3)
    folder.rename(folder.with_name("away"))
    found = added("notes", "--json").json
    assert found["folders"] == [{"path": str(folder), "away": True}]
    assert found["notes"][0]["started"] == 1
    folder.with_name("away").rename(folder)
    assert listed(added)["必要性.md"]["cards"] == note["cards"]


def test_notes_that_are_away_are_not_written_and_told_once(added, folder):
    note = listed(added)["必要性.md"]
    review(added, note["note"], 3)
    folder.rename(folder.with_name("away"))
    done = added("notes", "sync", "--yes")
    away = "not to be found now (a drive that is not connected, or renamed); what you learned is kept"
    assert (done.code, done.out) == (0, f"{folder.name}: {away}\n")
    assert added("notes", "sync", "--json").json == {
        "changes": [],
        "written": 0,
        "away": [str(folder)],
        "problems": [],
    }
    folder.with_name("away").rename(folder)
    assert added("notes", "sync", "--yes").out.endswith("1 note written.\n")


def test_what_is_saved_between_the_reading_and_the_writing_is_read_later(added, folder, monkeypatch):
    """The editor was quicker than the sync: its new question is asked from the next time on."""
    from tutor.cli import notes_synced

    note = listed(added)["必要性.md"]
    review(added, note["note"], 3)
    path, planned = folder / "必要性.md", notes_synced.planned

    def saved_before(found, journal):
        path.write_text(path.read_text(encoding="utf-8") + "\n### Q: 刚写的问题？\n\n答案。\n", encoding="utf-8")
        return planned(found, journal)

    monkeypatch.setattr(notes_synced, "planned", saved_before)
    assert added("notes", "sync", "--yes").out.endswith("1 note written.\n")
    assert "review_count: 1" in path.read_text(encoding="utf-8")
    monkeypatch.setattr(notes_synced, "planned", planned)
    assert len(listed(added)["必要性.md"]["cards"]) == len(note["cards"]) + 1


# --- the fields


def test_a_note_without_answers_stays_as_written(added, folder):
    done = added("notes", "sync", "--yes")
    assert (done.code, done.out) == (0, "The fields of all notes agree with your reviews.\n")
    assert (folder / "必要性.md").read_text(encoding="utf-8") == NOTE


def test_ten_days_of_review_show_in_the_front_matter(added, folder):
    """Answers by a fixed rule for ten days; the fields are worked out from what each card says of itself."""
    path = folder / "必要性.md"
    note = listed(added)["必要性.md"]
    first = date(2026, 11, 20)
    studied = 0
    for number in range(10):
        day = first + timedelta(days=number)
        added.now = f"{day}T08:00+08:00"
        before = [one["review_count"] for one in cards(added, note)]
        review(added, note["note"], *((1, 3, 3, 3) if number % 4 == 0 else (3, 4, 3)), new=1)
        studied += [one["review_count"] for one in cards(added, note)] != before
        assert added("notes", "sync", "--yes").code == 0
        own = cards(added, note)
        started = [one for one in own if one["last_reviewed"]]
        assert written(path) == {
            "last_reviewed": max(one["last_reviewed"] for one in started),
            "next_review": min(one["next_review"] for one in started),
            "review_count": str(studied),
            "difficulty": max((one["difficulty"] for one in started), key=["easy", "medium", "hard"].index),
            "mastery_level": str(round(sum(one["mastery_level"] for one in own) / len(own), 2)),
        }, number
    assert len(started) == 3
    assert 4 <= studied <= 10
    rest = re.compile(rf"^({'|'.join(FIELDS)}): .*\n", re.MULTILINE)
    assert rest.sub("", path.read_text(encoding="utf-8")) == rest.sub("", NOTE)
    assert "last_reviewed: '20" in path.read_text(encoding="utf-8")


def cards(tutor, note):
    return [tutor("card", one, "--json").json for one in note["cards"]]


def test_a_second_sync_changes_nothing(added, folder):
    review(added, listed(added)["必要性.md"]["note"], 3, 3)
    added("notes", "sync", "--yes")
    path = folder / "必要性.md"
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert "agree" in added("notes", "sync", "--yes").out
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_dry_run_shows_the_lines_and_writes_nothing(added, folder):
    review(added, listed(added)["必要性.md"]["note"], 3)
    done = added("notes", "sync", "--dry-run")
    assert done.out == (
        "笔记/必要性.md\n"
        "- last_reviewed: null\n"
        "+ last_reviewed: '2026-11-20'\n"
        "- next_review: '2025-10-19'\n"
        "+ next_review: '2026-11-22'\n"
        "- review_count: 0\n"
        "+ review_count: 1\n"
        "- mastery_level: 0.0\n"
        "+ mastery_level: 0.09\n"
        "\n"
        "1 note would change. Nothing was written.\n"
    )
    assert (folder / "必要性.md").read_text(encoding="utf-8") == NOTE


@pytest.mark.parametrize(("line", "is_written"), [("y\n", True), ("n\n", False), ("\n", False), ("", False)])
def test_it_asks_before_it_writes(added, folder, line, is_written):
    review(added, listed(added)["必要性.md"]["note"], 3)
    done = added("notes", "sync", stdin=line)
    assert done.out.endswith("1 note written.\n" if is_written else "Nothing was written.\n")
    assert ((folder / "必要性.md").read_text(encoding="utf-8") != NOTE) is is_written


def test_only_one_note(added, folder):
    (folder / "other.md").write_text(NOTE.replace("？", "?"), encoding="utf-8")
    for one in listed(added).values():
        review(added, one["note"], 3)
    assert added("notes", "sync", "--yes", str(folder / "other.md")).code == 0
    assert (folder / "必要性.md").read_text(encoding="utf-8") == NOTE
    assert written(folder / "other.md")["review_count"] == "1"
    done = added("notes", "sync", str(folder / "othr.md"))
    assert done.code == 4
    assert "other.md" in done.err


def test_json_says_what_changes_and_writes_only_when_told(added, folder):
    review(added, listed(added)["必要性.md"]["note"], 3)
    found = added("notes", "sync", "--json").json
    (change,) = found["changes"]
    assert (found["written"], change["before"]["last_reviewed"], change["after"]["last_reviewed"]) == (
        0,
        None,
        "2026-11-20",
    )
    assert (folder / "必要性.md").read_text(encoding="utf-8") == NOTE
    assert added("notes", "sync", "--json", "--yes").json["written"] == 1
    assert written(folder / "必要性.md")["review_count"] == "1"


def test_answers_that_were_taken_back_leave_no_trace(added, folder):
    path = folder / "必要性.md"
    review(added, listed(added)["必要性.md"]["note"], 3, 3)
    added("notes", "sync", "--yes")
    added("undo")
    added("notes", "sync", "--yes")
    assert written(path)["review_count"] == "1"
    added("undo")
    assert "1 note would change." in added("notes", "sync", "--dry-run").out
    added("notes", "sync", "--yes")
    assert path.read_text(encoding="utf-8") == NOTE
    added("redo")
    added("notes", "sync", "--yes")
    assert written(path)["review_count"] == "1"


def test_what_the_author_wrote_since_is_not_taken_back(added, folder):
    path = folder / "必要性.md"
    review(added, listed(added)["必要性.md"]["note"], 3)
    added("notes", "sync", "--yes")
    own = path.read_text(encoding="utf-8").replace("next_review: '2026-11-22'", "next_review: '2026-12-24'")
    path.write_text(own, encoding="utf-8")
    added("undo")
    assert "agree" in added("notes", "sync", "--yes").out
    assert path.read_text(encoding="utf-8") == own


def test_an_author_edit_without_an_answer_stays_after_an_undo(added, folder):
    path = folder / "必要性.md"
    review(added, listed(added)["必要性.md"]["note"], 3)
    own = NOTE.replace("next_review: '2025-10-19'", "next_review: '2026-12-24'")
    path.write_text(own, encoding="utf-8")
    added("undo")
    assert "agree" in added("notes", "sync", "--yes").out
    assert path.read_text(encoding="utf-8") == own


def test_a_card_that_was_reset_leaves_the_note_as_written(added, folder):
    path = folder / "必要性.md"
    note = listed(added)["必要性.md"]
    review(added, note["note"], 3)
    added("notes", "sync", "--yes")
    before = path.read_bytes()
    assert added("reset", note["cards"][0]).code == 0
    assert "agree" in added("notes", "sync", "--yes").out
    assert path.read_bytes() == before


# --- a history that is there already


def test_a_written_history_starts_the_cards(tutor, folder):
    (folder / "tanh.md").write_text(STARTED, encoding="utf-8")
    assert "1 note had a review history, which goes on from there." in tutor("notes", "add", str(folder)).out
    note = listed(tutor)["tanh.md"]
    assert (note["started"], note["due"]) == (1, 1)
    (card,) = cards(tutor, note)
    assert (card["stability"], card["fsrs_difficulty"], card["review_count"]) == (8.0, 8.8, 4)
    assert (card["last_reviewed"], card["next_review"]) == ("2026-11-10", "2026-11-18")


def test_a_history_is_taken_over_once(tutor, folder):
    path = folder / "tanh.md"
    path.write_text(STARTED, encoding="utf-8")
    tutor("notes", "add", str(folder))
    assert "agree" in tutor("notes", "sync", "--yes").out
    assert path.read_text(encoding="utf-8") == STARTED
    path.write_text(STARTED + "\n### Q: tanh′(0) 是多少？\n\n1\n", encoding="utf-8")
    note = listed(tutor)["tanh.md"]
    assert (note["questions"], note["started"]) == (2, 1)
    tutor("notes", "remove", str(folder))
    assert "history" not in tutor("notes", "add", str(folder)).out
    assert listed(tutor)["tanh.md"]["started"] == 1


def test_an_answer_goes_on_from_the_history(tutor, folder):
    path = folder / "tanh.md"
    path.write_text(STARTED, encoding="utf-8")
    tutor("notes", "add", str(folder))
    review(tutor, listed(tutor)["tanh.md"]["note"], 3)
    tutor("notes", "sync", "--yes")
    fields = written(path)
    assert (fields["last_reviewed"], fields["review_count"]) == ("2026-11-20", "5")
    assert "next_review: 2026-12-" in path.read_text(encoding="utf-8") or fields["next_review"] > "2026-12-01"
    assert "   # 计划\n" in path.read_text(encoding="utf-8")


def test_a_history_comes_back_when_the_answers_since_are_taken_back(tutor, folder):
    path = folder / "tanh.md"
    path.write_text(STARTED, encoding="utf-8")
    tutor("notes", "add", str(folder))
    review(tutor, listed(tutor)["tanh.md"]["note"], 3)
    tutor("notes", "sync", "--yes")
    assert path.read_text(encoding="utf-8") != STARTED
    tutor("undo")
    tutor("notes", "sync", "--yes")
    assert path.read_text(encoding="utf-8") == STARTED
    assert tutor("doctor").code == 0


# --- what goes wrong


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda note: note.replace("review_count: 0", "review_count: many"), "a whole number from 0"),
        (lambda note: note.replace("difficulty: medium", "created: 2025-10-19"), "already stands in line 2"),
        (lambda note: note.replace("related_outlines: []", "related_outlines: ["), "not valid YAML"),
        (lambda note: re.sub(r"---\n.*?---\n", "---\n- a list\n---\n", note, count=1, flags=re.DOTALL), "key: value"),
    ],
)
def test_broken_front_matter_is_told_and_the_note_still_asked(tutor, folder, damage, told):
    path = folder / "必要性.md"
    path.write_text(damage(NOTE), encoding="utf-8")
    before = path.read_bytes()
    done = tutor("notes", "add", str(folder))
    assert done.code == 0
    assert "3 questions" in done.out
    assert told in done.out
    assert re.search(r"必要性\.md:\d+", done.out)
    review(tutor, listed(tutor)["必要性.md"]["note"], 3)
    done = tutor("notes", "sync", "--yes")
    assert done.code == 1
    assert told in done.out
    assert "agree" not in done.out
    assert path.read_bytes() == before


def test_a_note_changed_meanwhile_is_not_overwritten(added, folder, monkeypatch):
    from tutor.cli import notes_sync, notes_synced

    review(added, listed(added)["必要性.md"]["note"], 3)
    path = folder / "必要性.md"

    def edited(question):
        path.write_text(NOTE + "A line from another window.\n", encoding="utf-8")
        return True

    monkeypatch.setattr(notes_synced, "agreed", edited)
    done = added("notes", "sync")
    assert done.code == 1
    assert "changed by another program" in done.out
    assert path.read_text(encoding="utf-8") == NOTE + "A line from another window.\n"
    assert notes_sync.read(str(path)).endswith(b"window.\n")


@pytest.mark.parametrize(
    ("name", "source", "told"),
    [
        ("photo.md", b"\x89PNG\0\0", "not a text file"),
        ("old.md", "# 标题\n".encode("gbk"), "not text in UTF-8"),
        ("huge.md", b"x" * (6 * 1024 * 1024), "larger than 5 MiB"),
    ],
)
def test_files_that_are_no_notes_are_told_and_left(added, folder, name, source, told):
    (folder / name).write_bytes(source)
    done = added("notes")
    assert done.code == 0
    assert told in done.out
    assert "必要性.md" in done.out
    assert (folder / name).read_bytes() == source


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems take UTF-8 only")
def test_a_name_in_another_encoding_is_told_in_every_form(added, folder):
    Path(os.fsdecode(os.fsencode(folder) + b"/\xb1\xca\x1b[31m.md")).write_text("# x\n", encoding="utf-8")
    done = added("notes")
    assert "its name is not UTF-8" in done.out
    assert "\x1b" not in done.out
    (problem,) = added("notes", "--json").json["problems"]
    named = os.fsdecode(os.fsencode(folder) + b"/\xb1\xca")
    Path(named).mkdir()
    assert added("notes", "add", named).err.endswith(
        "its name is not UTF-8 and cannot be remembered; please rename it\n"
    )
    assert (problem["rule"], Path(problem["file"]).name) == ("notes.file_name", "\ufffd\ufffd\ufffd[31m.md")


def test_help_and_mistakes(tutor):
    assert {"add", "remove", "sync"} <= set(tutor("notes", "--help").out.split())
    assert tutor("notes", "ad").code == 2
    assert tutor("notes", "add").code == 2
    assert "sync" in tutor("notes", "sync", "--help").out


def test_the_list_names_folders_notes_and_numbers(added, folder):
    review(added, listed(added)["必要性.md"]["note"], 3, 3)
    done = added("notes")
    assert str(folder) in done.out
    assert re.search(r"必要性\.md +3 +2 +0 +in 2 days", done.out)


def test_json_is_one_object(added):
    assert list(json.loads(added("notes", "--json").out)) == ["folders", "notes", "problems"]


def test_tags_that_are_paths_are_tags_and_outlines(added):
    note = listed(added)["必要性.md"]
    card = cards(added, note)[0]
    assert card["tags"] == ["深度学习"]
    assert card["related_outlines"] == ["激活函数为什么必要"]
    assert card["created"] == "2025-10-19"
    assert added("--plain", "review", "--tag", "深度学习", "--new", "1", stdin="q\n").code == 0
