"""The vertical axis keeps whatever is drawn in sight."""

from tutor.pictures.model import Axis, Course, Curve, Mark, Panel
from tutor.ui.plot_axes import upright
from tutor.ui.strokes import Style


def test_a_mark_below_its_curve_stays_on_the_axis():
    """Without the mark the low end may move up until 0 lies in the middle of a row."""
    line = ((-1.0, 0.0), (1.0, 4.0))
    for rows in range(4, 30):
        panel = Panel(Axis(-1, 1), Axis(-2, 4), (Curve("", "", (line,), Course(), (Mark("miss", 0.0, -2.0),)),))
        axis, _ = upright(panel, rows, 4, Style("en"))
        assert axis.low <= -2.0
