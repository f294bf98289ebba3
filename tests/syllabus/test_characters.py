"""Characters and numbers that a text may not hold."""

from __future__ import annotations

import pytest

from tutor.syllabus.characters import forbidden, typed_number


@pytest.mark.parametrize(
    "text",
    [
        "¼ 90 % 2¹⁰ x² e⁻ˣ 12 layers",
        "GPT-3.5, Llama 3.1, v2.1, Qwen2.5, PyTorch 2.4",
        "§2.1 and arXiv:1606.08415",
        "1986, 2026-11-20, 1/3, W₂W₁",
        "(1/4)¹⁰⁰ ≈ 0",
        "1. First, 2. second.",
        "110⁻¹",
    ],
)
def test_numbers_that_may_be_typed(text):
    assert typed_number(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0.25", (0, "0.25")),
        ("about .5", (6, ".5")),
        ("−3.14159", (1, "3.14159")),
        ("1e-5", (0, "1e-5")),
        ("4.5e-05", (0, "4.5e-05")),
        ("约0.1%", (1, "0.1")),
        ("4×10⁻⁵", (2, "10")),
        ("10⁶ parameters", (0, "10")),
        ("3×10^4", (1, "×10^")),
        ("Llama 3.1 has 0.5", (14, "0.5")),
        ("x = 1.702", (4, "1.702")),
    ],
)
def test_numbers_that_the_core_must_compute(text, found):
    assert typed_number(text) == found


@pytest.mark.parametrize(
    "text", ["σ′(x) = σ(x)·σ(−x) ≤ ¼ → ∞", "🎯 💡 🔥 🎢 中文，。「」", "line\nbreak", "naïve ½ ⟦x⟧ ✓ ✗ ●"]
)
def test_characters_that_may_stay(text):
    assert forbidden(text) is None


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("👩\u200d💻", 1),
        ("❤\ufe0f", 1),
        ("1\ufe0f\u20e3", 1),
        ("ae\u0301", 2),
        ("\tx", 0),
        ("a\u202eb", 1),
        ("a\u200bb", 1),
        ("a\u2028b", 1),
        ("a\x1b[31m", 1),
        ("\ue000", 0),
        ("a\u2060b", 1),
    ],
)
def test_characters_without_a_trusted_width(text, offset):
    found = forbidden(text)
    assert found is not None
    assert found[0] == offset
    assert found[1].startswith(f"U+{ord(text[offset]):04X}")
