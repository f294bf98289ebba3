"""`python -m tutor` and the console script."""

from __future__ import annotations


def main() -> None:
    """Run the command line and exit with its code."""
    from tutor.cli.main import run

    raise SystemExit(run())


if __name__ == "__main__":
    main()
