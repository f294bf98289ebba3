"""Questions about a whole curve: extrema, roots, limits, means over a normal input.

Works on values alone; knows neither the catalogue nor the expression language.
"""
