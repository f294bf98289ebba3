"""What an interview's screens ask of the world besides what questions ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tutor.ui.host import Host

if TYPE_CHECKING:
    from tutor.questions.showing import Showing
    from tutor.reports.interview import InterviewReport
    from tutor.sessions.interview_model import Interview


class InterviewHost(Host, Protocol):
    """The outside of a running interview."""

    def seems(self, showing: Showing, said: str) -> frozenset[int]:
        """Return the key points that an answer in the learner's own words seems to hold."""

    def outcome(self, state: Interview) -> InterviewReport:
        """Return what the interview came to."""

    def command(self) -> str:
        """Return the command that asks the same questions again."""
