"""Experiments: small networks, computed with NumPy and nothing else. Chance is an argument."""
