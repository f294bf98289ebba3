"""What is typed with a Chinese input method means what it looks like."""

from tutor.text.fold import fold, fold_key, fold_words


def test_full_width_and_chinese_punctuation_become_ascii():
    assert fold("１３，ｂ。（x）　−3–σ’") == "13,b.(x) -3-σ'"


def test_superscripts_survive():
    assert fold("10⁻⁵") == "10⁻⁵"


def test_a_key_is_stripped():
    assert fold_key("　？ ") == "?"


def test_words_forgive_case_width_and_spacing():
    assert fold_words("Leaky ReLU") == fold_words("ｌｅａｋｙ　relu") == "leakyrelu"
