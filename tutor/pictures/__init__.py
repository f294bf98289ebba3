"""Pictures as data: curves cut to their frame, ticks, marks, and what one would say about them aloud.

Knows numbers and names, no terminal and no file format: `ui` and `exchange` draw the same Picture.
"""
