"""The command line with one more lab that has much to do: `python -m tests.cli.busy_lab lab busy`."""

from tests.labs import fake

STEPS = 4000


def run(settings):
    """Take many short steps, each with a little work: a second of it or two."""
    for number in range(STEPS):
        sum(range(20_000))
        groups = 1 + 4 * number // STEPS
        yield fake.Step(
            (number + 1) / STEPS, fake.say("doing", n=groups), lambda n=groups: fake.result(n, 1000, 0.5, 0)
        )


if __name__ == "__main__":
    from tutor.cli.main import run as main

    object.__setattr__(fake.COINS, "run", run)
    fake.install()
    raise SystemExit(main())
