"""Every lab of the catalogue keeps the promises of its record: sentences, settings, lessons."""

from pathlib import Path

import pytest

from tutor.errors import NotFoundError
from tutor.labs.catalogue import BY_NAME, LABS, find
from tutor.labs.settings import settled
from tutor.text.words import sentences

CONTENT = Path(__file__).parents[2] / "content"
each = pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.name)


def test_names_are_unique_and_near_ones_offered():
    assert len(BY_NAME) == len(LABS)
    with pytest.raises(NotFoundError) as caught:
        find("fluw")
    assert caught.value.facts["near"] == "flow"


@each
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sentence_of_the_record_is_there(lab, language):
    own = sentences(f"lab_{lab.name}", language)
    keys = ["title", "about", "question", *(f"answer_{answer}" for answer in lab.answers)]
    keys += [f"preset_{preset.name}" for preset in lab.presets]
    keys += [f"try_{place}" for place in range(1, len(lab.tries) + 1)]
    keys += [f"option_{option.name.replace('-', '_')}" for option in lab.options if option.own]
    assert [key for key in keys if f"lab_{lab.name}.{key}" not in own] == []
    shared = sentences("labs", language)
    names = [option.name.replace("-", "_") for option in lab.options if not option.own]
    assert [name for name in names if f"labs.option_{name}" not in shared] == []


@each
def test_defaults_presets_and_tries_are_allowed(lab):
    """A try is typed by a learner as it stands."""
    from shlex import split

    assert settled(lab, {}, "1")
    for preset in lab.presets:
        assert settled(lab, {}, "1", preset.name)
    for typed in lab.tries:
        words = split(typed)
        given = {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2], strict=True)}
        preset = given.pop("preset", "")
        assert set(given) <= {option.name for option in lab.options} | {"seed"}, typed
        given.pop("seed", None)
        assert settled(lab, given, "1", preset)


@each
def test_there_is_something_to_predict_to_try_and_to_read(lab):
    assert 2 <= len(lab.answers) <= 4
    assert 2 <= len(lab.tries) <= 4
    lessons = {path.stem for path in CONTENT.rglob("*.yaml")}
    assert lab.lessons
    assert set(lab.lessons) <= lessons
