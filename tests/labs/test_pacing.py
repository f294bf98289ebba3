"""Work that pauses, watched."""

from tutor.labs.pacing import finished, saying


def work():
    yield
    yield
    return "done"


def test_every_pause_is_said_and_the_end_is_returned():
    def watcher():
        found = yield from saying(work(), "busy")
        yield found

    assert list(watcher()) == ["busy", "busy", "done"]


def test_work_can_be_finished_at_once():
    assert finished(work()) == "done"
