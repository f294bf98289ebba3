"""When a card returns."""
