"""What a finished lesson came to: what can be done now, what was missed, what returns tomorrow, what is next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.text import Text


@dataclass(frozen=True, slots=True)
class LessonEnd:
    """The end of a lesson.

    `able` are the items of the syllabus it covers; of the `asked` questions `right` were answered right at
    first; `again` are the questions that were not. `tomorrow` counts the lesson's cards due the next day;
    `next` is the title of the lesson that follows, None when there is none.
    """

    able: tuple[Text, ...] = ()
    asked: int = 0
    right: int = 0
    again: tuple[Text, ...] = ()
    tomorrow: int = 0
    next: Text | None = None
