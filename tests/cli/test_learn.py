"""`tutor learn --plain`: the outline in lines, JSON, jumps, typos; and the welcome's settings."""

from __future__ import annotations

from tutor.cli.config_file import keep


def test_the_outline_in_lines_ends_with_the_input(tutor):
    done = tutor("--plain", "learn")
    assert done.code == 0
    assert "(first): not started" in done.out
    assert "Recommended: " in done.out


def test_json_is_an_object_with_progress_and_what_comes_next(tutor):
    found = tutor("learn", "--json").json
    assert [lesson["id"] for lesson in found["lessons"]] == ["first", "second"]
    assert found["next"] == {"lesson": "first", "why": "first"}
    assert found["lessons"][0]["state"] == "new"
    assert [lesson["id"] for lesson in tutor("learn", "second", "--json").json["lessons"]] == ["second"]
    assert len(tutor("learn", "1", "--json").json["lessons"]) == 2


def test_a_typo_is_answered_with_a_near_name(tutor):
    done = tutor("--plain", "learn", "frist")
    assert done.code == 4
    assert "Did you mean first?" in done.err
    assert "`tutor learn` lists them all" in tutor("--plain", "learn", "qqqq").err
    done = tutor("--plain", "learn", stdin="frist\nq\n")
    assert done.code == 0
    assert "Did you mean first?" in done.out


def test_an_empty_line_takes_the_recommended_lesson_and_it_is_begun(tutor):
    tutor("--plain", "learn", stdin="\n\n\n\n\n")
    begun = tutor("learn", "first", "--json").json["lessons"][0]
    assert begun["state"] in {"begun", "done"}


def test_the_first_call_in_lines_says_where_to_begin(tutor):
    assert "tutor learn" in tutor("--plain").out + tutor("--plain").err


def test_the_prompt_speaks_the_language_chosen(tutor):
    tutor("--plain")
    keep(tutor.home / "config.toml", "language", "zh")
    said = tutor("--home", str(tutor.home), "--content", str(tutor.content), "due", globals_=False)
    assert (said.code, said.err) == (0, "")
    assert "到期" in said.out
