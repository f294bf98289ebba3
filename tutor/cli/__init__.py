"""Commands: wiring and exit codes."""
