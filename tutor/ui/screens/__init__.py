"""How each screen looks."""
