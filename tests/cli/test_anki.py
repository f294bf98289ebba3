"""Cards that go to Anki and come back, to the home they left and to another one."""

from __future__ import annotations

from pathlib import Path

ANSWERS = "\n3\n\n1\nq\n"


def left(tutor, tmp_path):
    """Answer two cards, write a package, return its path."""
    tutor("--plain", "review", stdin=ANSWERS)
    path = tmp_path / "ours.apkg"
    done = tutor("export", "--anki", str(path))
    assert (done.code, path.exists()) == (0, True), done.err
    return str(path)


def known(tutor):
    """Return what is known of each card that was answered."""
    found = (tutor("card", card["id"], "--json").json for card in tutor("cards", "--json").json["cards"])
    fields = ("last_reviewed", "next_review", "review_count", "difficulty", "mastery_level", "suspended")
    return {card["id"]: [card[name] for name in fields] for card in found if card["review_count"]}


def answers(tutor):
    return [event for event in tutor("export", "--json").json["events"] if event["kind"] in {"answered", "practised"}]


def test_what_comes_back_to_the_home_it_left_is_known(tutor, tmp_path):
    path = left(tutor, tmp_path)
    before, count = known(tutor), len(answers(tutor))
    assert before
    done = tutor("import", path, "--yes")
    assert done.code == 0, done.err
    assert "0 new, " in done.out
    assert "Nothing new; nothing was changed." in done.out
    assert known(tutor) == before
    assert len(answers(tutor)) == count


def test_in_another_home_everything_is_as_it_was(tutor, tmp_path):
    path = left(tutor, tmp_path)
    before, count = known(tutor), len(answers(tutor))
    tutor.home = tmp_path / "other"
    assert tutor("import", path, "--yes").code == 0
    assert known(tutor) == before
    assert len(answers(tutor)) == count
    assert tutor("doctor").code == 0
    assert "Nothing new" in tutor("import", path, "--yes").out


def test_a_package_that_is_broken_is_a_sentence(tutor, tmp_path):
    path = left(tutor, tmp_path)
    broken = tmp_path / "broken.apkg"
    broken.write_bytes(Path(path).read_bytes()[:2000])
    done = tutor("import", str(broken))
    assert done.code == 1
    assert "broken.apkg is incomplete" in done.err
    tutor.lang = "zh"
    assert "broken.apkg 不完整" in tutor("import", str(broken)).err
