"""Options of numeric choices: apart from the right one and each other, the right one anywhere among them."""

from math import inf, nan

import pytest

from tutor.questions.generate.family import Seed
from tutor.questions.generate.options import Wrong, apart, number_choice
from tutor.questions.generate.wording import plain


def wrong(*values):
    return [Wrong(value, f"m{place}", plain(f"not {value}")) for place, value in enumerate(values)]


def shown(choice):
    return [option.wording.zh[0] for option in choice.options]


@pytest.mark.parametrize(
    ("a", "b", "different"),
    [(1, 1.3, True), (1, 1.1, False), (0, 0, False), (0, 1e-9, True), (-1, 1, True), (inf, 1, True), (inf, inf, False)],
)
def test_numbers_are_apart_by_a_fifth_of_the_larger(a, b, different):
    assert apart(a, b) is apart(b, a) is different
    assert not apart(a, nan)


def test_mistakes_that_coincide_with_the_answer_or_each_other_are_left_out():
    choice = number_choice(1.0, wrong(1.1, 2.0, 2.2, 0.5, nan), Seed(("s",)))
    assert choice is not None
    assert [option.right for option in choice.options] == [True, False, False]
    assert shown(choice)[0] == "1"
    assert set(shown(choice)[1:]) in ({"2", "0.5"}, {"2.2", "0.5"})


def test_two_mistakes_are_needed():
    assert number_choice(1.0, wrong(1.1, 2.0), Seed(("s",))) is None


def test_the_right_number_takes_every_rank():
    ranks = set()
    for seed in range(60):
        choice = number_choice(1.0, wrong(0.1, 0.2, 0.4, 2, 4, 8), Seed((seed,)))
        assert choice is not None
        values = [float(text) for text in shown(choice)]
        assert len(values) == 4
        ranks.add(sorted(values).index(1.0))
    assert ranks == {0, 1, 2, 3}


def test_a_wrong_option_says_which_mistake_it_is_and_why():
    choice = number_choice(1.0, wrong(2.0, 4.0), Seed(("s",)))
    assert choice is not None
    assert {(option.mistake, option.because) for option in choice.options[1:]} == {
        ("m0", plain("not 2.0")),
        ("m1", plain("not 4.0")),
    }
