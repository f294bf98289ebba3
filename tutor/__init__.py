"""A bilingual tutor in the terminal for neural-network activation functions."""

__version__ = "0.4.0"
