"""Screens, keys and lines."""
