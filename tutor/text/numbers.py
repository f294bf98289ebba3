"""Numbers as people read them: three significant digits, a true minus, ×10ⁿ."""

from __future__ import annotations

from math import isinf, isnan

SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
PLAIN_FROM = -4  # 0.000454 is still read at a glance, 0.0000454 is not
PLAIN_BELOW = 6


def significant(value: float, digits: int = 3) -> str:
    """Return `value` to `digits` significant digits: 0.25, 4.54×10⁻⁵, −1.76, ∞.

    Whole numbers below a million are shown whole; trailing zeros are dropped.
    """
    if isnan(value):
        return "NaN"
    if isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == int(value) and abs(value) < 10**PLAIN_BELOW:
        return f"{int(value)}".replace("-", "−")
    mantissa, _, exponent = f"{value:.{max(1, digits) - 1}e}".partition("e")
    power = int(exponent)
    if PLAIN_FROM <= power < PLAIN_BELOW:
        plain = f"{float(mantissa + 'e' + exponent):.{max(0, digits - 1 - power)}f}"
        text = plain.rstrip("0").rstrip(".") if "." in plain else plain
    else:
        short = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        text = f"{short}×10{str(power).translate(SUPERSCRIPT)}"
    return text.replace("-", "−")


def percent(share: float) -> str:
    """Return a share in [0, 1] as whole percent."""
    return f"{round(100 * share)} %"
