"""A run on the screen: drawn when there is time, stopped when it is wished, never slowed down much."""

import pytest

from tests.labs import fake
from tests.ui.scripted import EndOfScriptError, Scripted
from tutor.labs.settings import settled
from tutor.ui.lab import loop
from tutor.ui.terminal import Key, Resize
from tutor.ui.theme import Look


class Polled(Scripted):
    """A terminal whose keys wait behind a number of looks; `None` in the script is a look that finds nothing."""

    def poll(self):
        given = self.script.pop(0) if self.script else None
        if isinstance(given, BaseException):
            raise given
        return given


class Clock:
    """A clock that goes on by `tick` whenever it is read."""

    def __init__(self, tick):
        self.now, self.tick = 0.0, tick

    def __call__(self):
        self.now += self.tick
        return self.now


@pytest.fixture(autouse=True)
def _coins(monkeypatch):
    fake.install(monkeypatch)


def play(script, tick=0.2, size=(80, 24), lab=fake.COINS):
    terminal = Polled([], size)
    terminal.script = list(script)
    live = loop.Live(lab, terminal, Look(colour=False), "en", Clock(tick))
    return terminal, live.run(settled(lab, {}, "1"), "near")


def test_the_picture_grows_and_the_end_is_complete():
    terminal, outcome = play([], lab=MANY)
    assert outcome.complete
    assert not terminal.open
    assert "group 1" in terminal.text
    shares = [int(row.split(" %")[0].split()[-1]) for screen in terminal.screens for row in screen if " %" in row]
    assert shares[0] < 10
    assert shares[-1] > 90
    assert shares == sorted(shares)


@pytest.mark.parametrize("wish", [Key("q"), Key("Q"), Key("esc"), KeyboardInterrupt()])
def test_a_wish_to_stop_is_met_at_the_next_step(wish):
    _, outcome = play([None, None, wish])
    assert 0 < outcome.done < 1
    assert not outcome.complete
    assert outcome.result.measures[0].runs == 2


def test_other_keys_do_nothing():
    assert play([Key("x"), Key("enter"), Resize()])[1].complete


def test_a_program_that_is_asked_to_end_ends():
    with pytest.raises(SystemExit):
        play([SystemExit(143)])


def test_a_run_that_takes_no_time_is_not_drawn_more_often_than_eyes_can_see():
    terminal, _ = play([], tick=0.001)
    assert len(terminal.screens) <= 1


def test_a_slow_picture_leaves_the_run_fifteen_times_its_own_time():
    """Every look at the clock takes 0.2 s, a picture 0.2 s: it may come again after 3 s, 15 looks later."""
    terminal, _ = play([], 0.2, lab=MANY)
    assert len(terminal.screens) <= 200 * 0.4 / 3.4 + 1


def steps(settings):
    for number in range(200):
        yield fake.Step((number + 1) / 200, fake.say("doing", n=number), lambda: fake.result(1, 1000, 0.5, 0))


MANY = fake.Lab("coins", steps, fake.COINS.options, fake.COINS.answers)


def test_nothing_at_all_is_an_interrupt():
    with pytest.raises(KeyboardInterrupt):
        play([], lab=fake.Lab("coins", lambda _: iter(()), fake.COINS.options, fake.COINS.answers))


def test_a_new_size_is_drawn():
    terminal, _ = play([None, Resize(), None], size=(40, 24))
    assert all(len(row) <= 40 for row in terminal.screens[-1])


def test_the_question_takes_a_digit():
    terminal = Scripted(["up", "L", "2"])
    now = loop.ask(fake.COINS, terminal, Look(colour=False), "zh")
    assert (now.given, now.language, now.left) == ("near", "en", False)
    assert "After a thousand throws" in terminal.text


def test_pages_turn_at_parts_and_q_leaves():
    _, outcome = play([])
    terminal = Scripted(["space", "q"])
    loop.read_through(outcome, terminal, Look(colour=False), "en")
    first, second = terminal.screens
    assert "Verdict" in "\n".join(first)
    assert second[0].strip() == "Share at the end of each group"


def test_an_interrupt_while_reading_comes_out():
    _, outcome = play([])
    with pytest.raises((KeyboardInterrupt, EndOfScriptError)):
        loop.read_through(outcome, Scripted([KeyboardInterrupt()]), Look(colour=False), "en")
