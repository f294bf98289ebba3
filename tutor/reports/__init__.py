"""What the numbers mean: plain data, rendered elsewhere."""
