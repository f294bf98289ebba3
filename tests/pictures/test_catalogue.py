"""The pictures of `tutor show` by name."""

import pytest

from tutor.errors import NotFoundError, UsageError
from tutor.pictures.catalogue import PICTURES, find, make
from tutor.pictures.request import Request


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_has_a_title_and_one_line_in_both_languages(name):
    entry = PICTURES[name]
    for text in (entry.title, entry.about):
        assert text.zh != text.en


def test_a_name_is_found_in_any_case_and_a_typo_gets_a_near_name():
    assert find("Gradient_Grid").name == "gradient-grid"
    with pytest.raises(NotFoundError) as caught:
        find("gelu-froms")
    assert caught.value.facts == {"name": "gelu-froms", "near": "gelu-forms"}


def test_a_picture_refuses_what_it_cannot_be_asked():
    with pytest.raises(UsageError) as caught:
        make("gelu-forms", Request(sort="name"))
    assert caught.value.key == "show.no_sort"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_says_it_needs_no_course_is_made_without_one(name):
    if PICTURES[name].course == "drawn":
        with pytest.raises(NotFoundError):
            make(name)
    else:
        assert make(name)
