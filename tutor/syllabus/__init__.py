"""The course: its format, its loader and its checks."""
